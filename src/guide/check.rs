//! Everything there is to say about one guide file, its borrowing included.

use super::{
    Guide, GuideId, Problem, Shelf,
    borrow::{self, Found, Layer, Library},
    draft::Draft,
    lint, listening,
    parse::parse,
    written::problems::{are_sound, capped},
};

/// What came of checking one file.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The whole guide, when no problem is an error.
    pub guide: Option<Guide>,
    /// Errors and warnings, in the order of the text.
    pub problems: Vec<Problem>,
}

/// Checks the guide file `name` with this text, borrowing from `shelf`.
///
/// The shelf may hold the same file under the same name; any other file there that comes before it and has its id
/// is a problem. Guides with errors of their own may still be borrowed from here, so that a fault is told once, in
/// the file that has it.
pub fn check(name: &str, text: &str, shelf: &Shelf) -> Checked {
    let parsed = parse(text);
    let mut problems = parsed.problems;
    problems.extend(shelf.same_id(name, &parsed.draft));
    let own = parsed.draft;
    let find = |id: &GuideId, layer: Layer| match layer {
        Layer::Top if is(&own, id) => Some(Found {
            draft: own.clone(),
            layer,
        }),
        _ => shelf.find_any(id, layer),
    };
    let library = Library {
        find: &find,
        ids: &|| shelf.ids(),
    };
    let guide = assemble(&own, Layer::Top, &library, &mut problems);
    Checked {
        guide,
        problems: capped(problems),
    }
}

/// The whole guide, unless one of the problems is an error by then.
pub(super) fn assemble(
    draft: &Draft,
    layer: Layer,
    library: &Library<'_>,
    problems: &mut Vec<Problem>,
) -> Option<Guide> {
    let mut topics = borrow::fetch(draft, layer, library, problems);
    let sound = are_sound(problems);
    if sound {
        lint::reach(draft, &topics, problems);
    }
    problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
    listening::lead(&mut topics);
    let (Some(id), Some(kind), true) = (&draft.id, draft.kind, sound) else {
        return None;
    };
    Some(Guide {
        id: id.value.clone(),
        kind,
        title: draft.title.clone(),
        version: draft.version.clone(),
        language: draft.language.clone(),
        purpose: draft.purpose.clone(),
        record_title: draft.record_title.clone(),
        a_line_each: draft.a_line_each,
        topics,
        sections: draft
            .sections
            .iter()
            .map(|section| section.value.clone())
            .collect(),
    })
}

fn is(draft: &Draft, id: &GuideId) -> bool {
    draft.id.as_ref().is_some_and(|own| own.value == *id)
}

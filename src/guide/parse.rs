//! TOML text to a draft of a guide, with every problem found in one run.
//!
//! Nothing here stops at a fault. What can be read is read, and what cannot is said with its place. Borrowed topics
//! stay names: fetching them needs other guides ([`super::check()`], [`super::Shelf`]).

use std::collections::HashSet;

use super::{
    GuideId, Kind, Problem, Section, SectionId, Severity, Take, Topic, TopicId,
    draft::{Borrowed, Draft, DraftTopic},
    keys, lint,
    written::{
        Marked, Sort,
        fields::{Fields, is_id, one_of},
        near::nearest,
        problems,
        rows::{are_complete, rows},
        tree::{self, Node, Table},
    },
};

/// A guide, as sentences about its file name it.
const GUIDE: Sort = Sort {
    one: "guide",
    parts: "[[topics]] or [[sections]]",
};

/// What was read of a guide's text, and all that is wrong with it.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// What could be read. Usable only when no problem is an error.
    pub draft: Draft,
    /// In the order of the text.
    pub problems: Vec<Problem>,
}

impl Parsed {
    /// The first error, if there is one.
    pub fn first_error(&self) -> Option<&Problem> {
        self.problems
            .iter()
            .find(|problem| problem.severity == Severity::Error)
    }
}

/// Reads a guide's text. Never fails: what is wrong is among the problems.
pub fn parse(text: &str) -> Parsed {
    let tree::Read {
        root,
        problems: syntax,
    } = tree::read(text, GUIDE);
    let mut problems = Vec::new();
    let draft = guide(&root, &mut problems);
    lint::draft(&root, &mut problems);
    Parsed {
        draft,
        problems: problems::together(text, syntax, problems),
    }
}

fn guide(root: &Table, problems: &mut Vec<Problem>) -> Draft {
    let mut fields = Fields::of(root, keys::GUIDE, "this guide", problems);
    fields.format(keys::FORMAT, GUIDE);
    let id = fields.id("id").map(|id| Marked {
        value: GuideId::new(id.value),
        span: id.span,
    });
    let kind = fields.one_of("kind", "kind", &Kind::ALL, Kind::name);
    let mut text = |key| fields.text(key).map(|text| text.value).unwrap_or_default();
    let (title, version, purpose) = (text("title"), text("version"), text("purpose"));
    let (language, record_title) = (text("language"), text("record_title"));
    let a_line_each = fields.flag("a_line_each");
    let sections = sections(root, problems);
    let mut draft = Draft {
        id,
        kind,
        title,
        version,
        language: if language.is_empty() {
            keys::DEFAULT_LANGUAGE.to_owned()
        } else {
            language
        },
        purpose,
        record_title,
        a_line_each,
        topics: Vec::new(),
        sections,
    };
    draft.topics = topics(root, &draft, problems);
    draft
}

fn sections(root: &Table, problems: &mut Vec<Problem>) -> Vec<Marked<Section>> {
    let mut sections: Vec<Marked<Section>> = Vec::new();
    let mut taken = HashSet::new();
    for table in rows(root, "sections", "section", GUIDE, problems) {
        let mut fields = Fields::of(table, keys::SECTION, "this section", problems);
        let heading = fields
            .text("heading")
            .map(|heading| heading.value)
            .unwrap_or_default();
        let takes = takes(&mut fields, &mut taken);
        let Some(id) = fields.id("id") else { continue };
        let section = Section {
            id: SectionId::new(id.value),
            heading,
            takes,
        };
        if sections.iter().any(|other| other.value.id == section.id) {
            let message = format!("There are two sections `{}`.", section.id);
            fields.error(id.span, message, Some("Give one of them another id."));
            continue;
        }
        sections.push(Marked {
            value: section,
            span: id.span,
        });
    }
    sections
}

fn takes(fields: &mut Fields<'_>, taken: &mut HashSet<Take>) -> Vec<Take> {
    let mut takes = Vec::new();
    for written in fields.texts("takes") {
        let Some(take) = Take::ALL
            .into_iter()
            .find(|take| take.name() == written.value)
        else {
            let message = format!("No note is of the kind `{}`.", written.value.escape_debug());
            fields.error(
                written.span,
                message,
                Some(&one_of(&written.value, &keys::take_names())),
            );
            continue;
        };
        if takes.contains(&take) {
            let message = format!("`{}` is here twice.", take.name());
            fields.warning(written.span, message, "Once is enough.");
        } else if taken.insert(take) {
            takes.push(take);
        } else {
            let message = format!("Another section above takes `{}` already.", take.name());
            fields.error(
                written.span,
                message,
                Some("A kind of note goes under one heading. Keep one of the two."),
            );
        }
    }
    takes
}

fn topics(root: &Table, guide: &Draft, problems: &mut Vec<Problem>) -> Vec<DraftTopic> {
    let mut topics: Vec<DraftTopic> = Vec::new();
    let known = Sections {
        guide,
        complete: are_complete(root, "sections"),
    };
    for table in rows(root, "topics", "topic", GUIDE, problems) {
        let read = match table.get("borrow") {
            Some(_) => borrowed(table, &known, problems),
            None => own(table, &known, problems),
        };
        let Some(Marked { value: topic, span }) = read else {
            continue;
        };
        if topics.iter().any(|other| other.id() == topic.id()) {
            let message = format!("There are two topics `{}`.", topic.id());
            problems.push(Problem::error(span, message).hint("Give one of them another id."));
            continue;
        }
        topics.push(topic);
    }
    topics
}

/// The sections a topic may name.
struct Sections<'d> {
    guide: &'d Draft,
    /// Whether all of them could be read: only then is a name among none of them wrong.
    complete: bool,
}

fn own(
    table: &Table,
    known: &Sections<'_>,
    problems: &mut Vec<Problem>,
) -> Option<Marked<DraftTopic>> {
    let mut fields = Fields::of(table, keys::TOPIC, "this topic", problems);
    let mut list = |key| {
        fields
            .texts(key)
            .into_iter()
            .map(|text| text.value)
            .collect::<Vec<_>>()
    };
    let (ask, gentler) = (list("ask"), list("gentler"));
    let (listen_for, follow) = (list("listen_for"), list("follow"));
    let mut text = |key| fields.text(key).map(|text| text.value).unwrap_or_default();
    let (title, why) = (text("title"), text("why"));
    let (pause, write) = (text("pause"), text("write"));
    say_no_questions(&mut fields);
    let section = section(&mut fields, known);
    let names_person = fields.flag("names_person");
    let id = fields.id("id")?;
    let topic = Topic {
        id: TopicId::new(id.value),
        title,
        why,
        ask,
        gentler,
        listen_for,
        follow,
        pause,
        write,
        section,
        names_person,
    };
    Some(Marked {
        value: DraftTopic::Own(topic),
        span: id.span,
    })
}

fn say_no_questions(fields: &mut Fields<'_>) {
    let Some(entry) = fields.entry("ask") else {
        return;
    };
    if matches!(&entry.value.node, Node::List(items) if items.is_empty()) {
        let hint = "Write at least one open question.";
        fields.error(
            entry.value.span.clone(),
            "There is nothing to ask in this topic.",
            Some(hint),
        );
    }
}

fn borrowed(
    table: &Table,
    known: &Sections<'_>,
    problems: &mut Vec<Problem>,
) -> Option<Marked<DraftTopic>> {
    let mut fields = Fields::of(table, keys::BORROWED, "a borrowed topic", problems);
    let title = fields.text("title").map(|title| title.value);
    let section = section(&mut fields, known);
    let written = fields.text("borrow")?;
    let parts = written.value.split_once('/');
    let Some((guide, topic)) = parts.filter(|(guide, topic)| is_id(guide) && is_id(topic)) else {
        let message = format!(
            "`{}` is not the right shape for a borrowed topic.",
            written.value.escape_debug()
        );
        fields.error(
            written.span,
            message,
            Some("Write guide-id/topic-id, like good-life/a-good-day."),
        );
        return None;
    };
    let (guide, topic) = (GuideId::new(guide), TopicId::new(topic));
    let topic = Borrowed {
        guide,
        topic,
        span: written.span.clone(),
        title,
        section,
    };
    Some(Marked {
        value: DraftTopic::Borrowed(topic),
        span: written.span,
    })
}

fn section(fields: &mut Fields<'_>, known: &Sections<'_>) -> Option<SectionId> {
    let written = fields.text("section")?;
    let id = SectionId::new(written.value);
    if known.guide.has_section(&id) {
        return Some(id);
    }
    if known.complete {
        let hint = section_hint(&id, known.guide);
        let message = format!(
            "There is no section `{}` in this guide.",
            id.as_str().escape_debug()
        );
        fields.error(written.span, message, Some(&hint));
    }
    None
}

/// People write the heading for the id, or mistype the id.
fn section_hint(written: &SectionId, guide: &Draft) -> String {
    let written = written.as_str();
    let sections = || guide.sections.iter().map(|section| &section.value);
    let by_heading = sections().find(|section| section.heading == written);
    let by_id = || nearest(written, sections().map(|section| section.id.as_str()));
    match by_heading.map(|section| section.id.as_str()).or_else(by_id) {
        Some(meant) => format!("Did you mean `{meant}`?"),
        None => "Name the id of one of the [[sections]].".to_owned(),
    }
}

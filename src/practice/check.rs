//! TOML text to a scenario, with every problem found in one run.
//!
//! Nothing here stops at a fault. What can be read is read, and what cannot is said with its place.

use std::ops::Range;

use super::{
    Actor, ActorId, Debrief, Inject, InjectId, Level, Move, Scenario, ScenarioId, Speech, Thread,
    ThreadId, keys, lint,
};
use crate::guide::{
    Guide, GuideId, Kind, Marked, Problem, Shelf, TopicId,
    written::{
        Sort,
        fields::{Fields, kind_of, listed, one_of},
        near::nearest,
        problems::{are_sound, capped, together},
        rows::{are_complete, rows},
        tree::{self, Node, Table},
    },
};

/// A scenario, as sentences about its file name it.
const SCENARIO: Sort = Sort {
    one: "scenario",
    parts: "[[actors]], [[speech]], [[threads]] or [[injects]]",
};

/// What came of checking one file.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The whole scenario, when no problem is an error.
    pub scenario: Option<Scenario>,
    /// The id it has or was meant to have, when that could be read.
    pub id: Option<Marked<ScenarioId>>,
    /// Errors and warnings, in the order of the text.
    pub problems: Vec<Problem>,
}

/// Reads a scenario's text. Its guide is one of `shelf`. Never fails: what is wrong is among the problems.
pub fn check(text: &str, shelf: &Shelf) -> Checked {
    let tree::Read {
        root,
        problems: syntax,
    } = tree::read(text, SCENARIO);
    let mut problems = Vec::new();
    let (id, scenario) = scenario(&root, shelf, &mut problems);
    lint::words(&root, &mut problems);
    lint::unsaid(&root, &mut problems);
    let problems = together(text, syntax, problems);
    Checked {
        scenario: scenario.filter(|_| are_sound(&problems)),
        id,
        problems: capped(problems),
    }
}

/// The scenario as far as it could be read. Whether it can be used is for the problems to say.
fn scenario(
    root: &Table,
    shelf: &Shelf,
    problems: &mut Vec<Problem>,
) -> (Option<Marked<ScenarioId>>, Option<Scenario>) {
    let mut fields = Fields::of(root, keys::SCENARIO, "this scenario", problems);
    fields.format(keys::FORMAT, SCENARIO);
    let id = fields.id("id").map(|id| Marked {
        value: ScenarioId::new(id.value),
        span: id.span,
    });
    let kind = fields.one_of("kind", "kind", &Kind::ALL, Kind::name);
    let level = fields.one_of("level", "level", &Level::ALL, Level::name);
    let debrief = fields.one_of("debrief", "debrief", &Debrief::ALL, Debrief::name);
    let minutes = minutes(&mut fields);
    let (listener_sees, questions) = (
        some(&mut fields, "listener_sees"),
        some(&mut fields, "questions"),
    );
    let (finds, traps) = (
        plain_texts(&mut fields, "finds"),
        plain_texts(&mut fields, "traps"),
    );
    let watch_for = plain_texts(&mut fields, "watch_for");
    let (title, stop_word) = (
        plain_text(&mut fields, "title"),
        plain_text(&mut fields, "stop_word"),
    );
    let (content_note, safety_note) = (
        plain_text(&mut fields, "content_note"),
        plain_text(&mut fields, "safety_note"),
    );
    let guide = guide(&mut fields, kind, shelf);
    lint::heavy(&mut fields, level);

    let actors = actors(root, problems);
    let threads = threads(root, problems);
    let known = Known {
        actors: &actors,
        actors_complete: are_complete(root, "actors"),
        threads: &threads,
        threads_complete: are_complete(root, "threads"),
        guide: guide.as_ref(),
    };
    let Said { speech, doubtful } = speech(root, &known, problems);
    if known.threads_complete && root.get("speech").is_some() {
        lint::opened(&threads, &speech, &doubtful, problems);
    }
    lint::twice(&speech, problems);
    let injects = injects(root, problems);
    let (Some(own), Some(kind), Some(level)) = (&id, kind, level) else {
        return (id, None);
    };
    let scenario = Scenario {
        id: own.value.clone(),
        kind,
        guide: guide.map_or_else(|| kind.main_guide(), |guide| guide.id),
        title,
        minutes,
        level,
        content_note,
        safety_note,
        stop_word: if stop_word.is_empty() {
            keys::STOP_WORD.to_owned()
        } else {
            stop_word
        },
        listener_sees,
        actors: values(actors),
        speech: values(speech),
        threads: values(threads),
        injects,
        finds,
        traps,
        watch_for,
        debrief: debrief.unwrap_or(Debrief::Pendleton),
        questions,
    };
    (id, Some(scenario))
}

fn values<T>(marked: Vec<Marked<T>>) -> Vec<T> {
    marked.into_iter().map(|one| one.value).collect()
}

fn plain_text(fields: &mut Fields<'_>, key: &str) -> String {
    fields.text(key).map(|text| text.value).unwrap_or_default()
}

fn plain_texts(fields: &mut Fields<'_>, key: &str) -> Vec<String> {
    values(fields.texts(key))
}

/// A list that has to have something in it.
fn some(fields: &mut Fields<'_>, key: &str) -> Vec<String> {
    if let Some(entry) = fields.entry(key)
        && matches!(&entry.value.node, Node::List(items) if items.is_empty())
    {
        let message = format!("There is nothing in `{key}`.");
        fields.error(
            entry.value.span.clone(),
            message,
            Some("Write at least one line."),
        );
    }
    plain_texts(fields, key)
}

/// How long it is played. 0 when that could not be read.
fn minutes(fields: &mut Fields<'_>) -> u16 {
    let Some(entry) = fields.entry("minutes") else {
        return 0;
    };
    let span = entry.value.span.clone();
    let written = match entry.value.node {
        Node::Whole(written) => written.unwrap_or(i64::MAX),
        _ => {
            let message = format!(
                "`minutes` should be a number, not {}.",
                kind_of(&entry.value)
            );
            fields.error(span, message, Some("Write it without quotes: minutes = 12"));
            return 0;
        }
    };
    if !(1..=keys::MOST_MINUTES).contains(&written) {
        let hint = format!("Write a number from 1 to {}.", keys::MOST_MINUTES);
        fields.error(span, "Nobody can play this many minutes.", Some(&hint));
    }
    u16::try_from(written).unwrap_or_default()
}

/// The guide it names, or the main one of its kind.
fn guide(fields: &mut Fields<'_>, kind: Option<Kind>, shelf: &Shelf) -> Option<Guide> {
    let Some(written) = fields.text("guide") else {
        return shelf.guide(&kind?.main_guide());
    };
    let guide = shelf.guide(&GuideId::new(&written.value));
    if guide.is_none() {
        let listed = shelf.list();
        let message = format!("There is no guide `{}`.", written.value.escape_debug());
        let hint = match nearest(&written.value, listed.iter().map(|guide| guide.id.as_str())) {
            Some(meant) => format!("Did you mean `{meant}`?"),
            None => "`alongside guide list` shows the guides there are.".to_owned(),
        };
        fields.error(written.span, message, Some(&hint));
    }
    guide
}

/// What a piece of speech may name.
struct Known<'d> {
    actors: &'d [Marked<Actor>],
    actors_complete: bool,
    threads: &'d [Marked<Thread>],
    threads_complete: bool,
    guide: Option<&'d Guide>,
}

fn actors(root: &Table, problems: &mut Vec<Problem>) -> Vec<Marked<Actor>> {
    let mut actors: Vec<Marked<Actor>> = Vec::new();
    for table in rows(root, "actors", "actor", SCENARIO, problems) {
        let mut fields = Fields::of(table, keys::ACTOR, "this actor", problems);
        let (who, not_said) = (
            some(&mut fields, "who"),
            plain_texts(&mut fields, "not_said"),
        );
        let mut texts = |key| plain_texts(&mut fields, key);
        let (fillers, short_answers) = (texts("fillers"), texts("short_answers"));
        let to_an_offer = texts("to_an_offer");
        let mut text = |key| plain_text(&mut fields, key);
        let (name, sounds, opening) = (text("name"), text("sounds"), text("opening"));
        let (if_rushed, if_fixed) = (text("if_rushed"), text("if_fixed"));
        let (if_judged, if_heard) = (text("if_judged"), text("if_heard"));
        let goodbye = text("goodbye");
        let taken = |id: &str| actors.iter().any(|actor| actor.value.id.as_str() == id);
        let Some(id) = own_id(&mut fields, "actors", taken) else {
            continue;
        };
        let actor = Actor {
            id: ActorId::new(id.value),
            name,
            who,
            sounds,
            opening,
            not_said,
            if_rushed,
            if_fixed,
            if_judged,
            if_heard,
            fillers,
            short_answers,
            to_an_offer,
            goodbye,
        };
        actors.push(Marked {
            value: actor,
            span: id.span,
        });
    }
    let silent = actors.iter().all(|actor| actor.value.opening.is_empty());
    if let Some(first) = actors.first()
        && silent
        && are_complete(root, "actors")
    {
        let problem = Problem::error(first.span.clone(), "Nobody begins.");
        problems.push(problem.hint("Give one of the actors an `opening`."));
    }
    actors
}

fn threads(root: &Table, problems: &mut Vec<Problem>) -> Vec<Marked<Thread>> {
    let mut threads: Vec<Marked<Thread>> = Vec::new();
    for table in rows(root, "threads", "thread", SCENARIO, problems) {
        let mut fields = Fields::of(table, keys::THREAD, "this thread", problems);
        let (title, about) = (
            plain_text(&mut fields, "title"),
            plain_text(&mut fields, "about"),
        );
        let taken = |id: &str| threads.iter().any(|thread| thread.value.id.as_str() == id);
        let Some(id) = own_id(&mut fields, "threads", taken) else {
            continue;
        };
        let thread = Thread {
            id: ThreadId::new(id.value),
            title,
            about,
        };
        threads.push(Marked {
            value: thread,
            span: id.span,
        });
    }
    threads
}

fn injects(root: &Table, problems: &mut Vec<Problem>) -> Vec<Inject> {
    let mut injects: Vec<Inject> = Vec::new();
    for table in rows(root, "injects", "inject", SCENARIO, problems) {
        let mut fields = Fields::of(table, keys::INJECT, "this inject", problems);
        let (title, happens) = (
            plain_text(&mut fields, "title"),
            plain_text(&mut fields, "happens"),
        );
        let taken = |id: &str| injects.iter().any(|inject| inject.id.as_str() == id);
        if let Some(id) = own_id(&mut fields, "injects", taken) {
            injects.push(Inject {
                id: InjectId::new(id.value),
                title,
                happens,
            });
        }
    }
    injects
}

/// The id of a part, when no part above it has the same.
fn own_id(
    fields: &mut Fields<'_>,
    parts: &str,
    is_taken: impl Fn(&str) -> bool,
) -> Option<Marked<String>> {
    let id = fields.id("id")?;
    if !is_taken(&id.value) {
        return Some(id);
    }
    let message = format!("There are two {parts} `{}`.", id.value);
    fields.error(id.span, message, Some("Give one of them another id."));
    None
}

/// What is said, each with the place of its words.
#[derive(Default)]
struct Said {
    speech: Vec<Marked<Speech>>,
    /// The threads of pieces with errors; `None` when not even that could be read. These may be opened yet.
    doubtful: Vec<Option<ThreadId>>,
}

fn speech(root: &Table, known: &Known<'_>, problems: &mut Vec<Problem>) -> Said {
    let mut said = Said::default();
    for table in rows(root, "speech", "piece of speech", SCENARIO, problems) {
        let before = problems.len();
        let mut fields = Fields::of(table, keys::SPEECH, "this piece of speech", problems);
        let by = by(&mut fields, table.span.clone(), known);
        let opened_by = moves(&mut fields);
        let cue = plain_text(&mut fields, "cue");
        let thread = thread(&mut fields, known);
        let topic = topic(&mut fields, known);
        let says = fields.text("says");
        let is_sound = are_sound(&problems[before..]) && !table.torn;
        if !is_sound {
            said.doubtful.push(thread.clone());
        }
        let (Some(says), Some(by)) = (says, by) else {
            continue;
        };
        let piece = Marked {
            value: Speech {
                by,
                says: says.value,
                opened_by,
                cue,
                thread,
                topic,
            },
            span: says.span,
        };
        if is_sound {
            lint::led_to(&piece, problems);
        }
        said.speech.push(piece);
    }
    said
}

/// Who says it. With one actor nobody needs to be named.
fn by(fields: &mut Fields<'_>, part: Range<usize>, known: &Known<'_>) -> Option<ActorId> {
    let ids = || known.actors.iter().map(|actor| actor.value.id.as_str());
    let Some(written) = fields.text("by") else {
        match known.actors {
            [only] => return Some(only.value.id.clone()),
            [] => {}
            _ if fields.entry("by").is_some() => {}
            _ => {
                let names: Vec<&str> = ids().collect();
                fields.error(
                    part,
                    "It is not said who says this.",
                    Some(&format!(
                        "Write `by`, with one of {}.",
                        listed(names.into_iter())
                    )),
                );
            }
        }
        return None;
    };
    if let Some(actor) = known
        .actors
        .iter()
        .find(|actor| actor.value.id.as_str() == written.value)
    {
        return Some(actor.value.id.clone());
    }
    if known.actors_complete {
        let message = format!(
            "There is no actor `{}` in this scenario.",
            written.value.escape_debug()
        );
        let names: Vec<&str> = ids().collect();
        fields.error(written.span, message, Some(&one_of(&written.value, &names)));
    }
    None
}

fn moves(fields: &mut Fields<'_>) -> Vec<Move> {
    let mut moves = Vec::new();
    for written in fields.texts("opened_by") {
        let span = written.span.clone();
        let Some(one) = fields.named(written, "move", &Move::ALL, Move::name) else {
            continue;
        };
        if moves.contains(&one) {
            let message = format!("`{}` is here twice.", one.name());
            fields.warning(span, message, "Once is enough.");
        } else {
            moves.push(one);
        }
    }
    moves
}

fn thread(fields: &mut Fields<'_>, known: &Known<'_>) -> Option<ThreadId> {
    let written = fields.text("thread")?;
    let ids: Vec<&str> = known
        .threads
        .iter()
        .map(|thread| thread.value.id.as_str())
        .collect();
    if ids.contains(&written.value.as_str()) {
        return Some(ThreadId::new(written.value));
    }
    if known.threads_complete {
        let message = format!(
            "There is no thread `{}` in this scenario.",
            written.value.escape_debug()
        );
        fields.error(written.span, message, Some(&one_of(&written.value, &ids)));
    }
    None
}

/// The topic it belongs to. One the guide does not have costs nothing on paper, and a team may change a guide.
fn topic(fields: &mut Fields<'_>, known: &Known<'_>) -> Option<TopicId> {
    let written = fields.text("topic")?;
    let id = TopicId::new(&written.value);
    if let Some(guide) = known.guide
        && guide.topic(&id).is_none()
    {
        let message = format!(
            "The guide `{}` has no topic `{}`.",
            guide.id,
            written.value.escape_debug()
        );
        let ids = guide.topics.iter().map(|topic| topic.id.as_str());
        let hint = match nearest(&written.value, ids) {
            Some(meant) => format!("Did you mean `{meant}`?"),
            None => format!("`alongside guide show {}` shows its topics.", guide.id),
        };
        fields.warning(written.span, message, &hint);
    }
    Some(id)
}

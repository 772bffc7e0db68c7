//! Threads nothing opens, which is an error, and what works but is probably not meant.

use std::{collections::HashSet, ops::Range};

use unicode_segmentation::UnicodeSegmentation;

use super::{Layer, Level, Speech, Thread, ThreadId};
use crate::guide::{
    Marked, Problem,
    written::{
        fields::Fields,
        tree::{Node, Table},
    },
};

/// The widest title that fits a row beside the rest.
pub(super) const LONGEST_TITLE: usize = 40;

/// More words than this are a speech, not something somebody says.
pub(super) const LONG_SPEECH: usize = 60;

/// Every thread has to be opened by something: what is in doubt may be what opens it.
pub(super) fn opened(
    threads: &[Marked<Thread>],
    speech: &[Marked<Speech>],
    doubtful: &[Option<ThreadId>],
    problems: &mut Vec<Problem>,
) {
    for thread in threads {
        let id = &thread.value.id;
        let opens = |piece: &Marked<Speech>| {
            piece.value.thread.as_ref() == Some(id) && piece.value.layer() != Layer::Freely
        };
        let may_open = |doubt: &Option<ThreadId>| doubt.as_ref().is_none_or(|doubt| doubt == id);
        if !speech.iter().any(opens) && !doubtful.iter().any(may_open) {
            let message = format!("Nothing opens the thread `{id}`.");
            let hint = "Give a [[speech]] part its `thread`, and the moves it is `opened_by`.";
            problems.push(Problem::error(thread.span.clone(), message).hint(hint));
        }
    }
}

/// What has to be opened has to be led to.
pub(super) fn led_to(piece: &Marked<Speech>, problems: &mut Vec<Problem>) {
    let Marked { value, span } = piece;
    let is_led_to = value.thread.is_some() || value.topic.is_some();
    if value.layer() != Layer::Freely && !is_led_to {
        let problem = Problem::warning(span.clone(), "Nothing leads to these words.");
        problems.push(problem.hint("Name the `thread` or the `topic` they belong to."));
    }
}

/// What is heavy is said beforehand, and looked after.
pub(super) fn heavy(fields: &mut Fields<'_>, level: Option<Level>) {
    if level != Some(Level::Heavy) {
        return;
    }
    let Some(span) = fields.entry("level").map(|entry| entry.value.span.clone()) else {
        return;
    };
    for (key, about) in [
        ("content_note", "what it touches"),
        ("safety_note", "how the players are looked after"),
    ] {
        if fields.entry(key).is_none() {
            let message = format!("A heavy scenario should say {about}.");
            fields.warning(span.clone(), message, &format!("Write a `{key}`."));
        }
    }
}

/// Warnings about the words.
pub(super) fn words(root: &Table, problems: &mut Vec<Problem>) {
    if let Some((span, title)) = root.text("title") {
        let letters = title.graphemes(true).count();
        if letters > LONGEST_TITLE {
            let message = format!("This title is {letters} characters long.");
            let hint = format!("Over {LONGEST_TITLE} it does not fit its row.");
            problems.push(Problem::warning(span, message).hint(hint));
        }
    }
    for (part, key) in [
        ("speech", "says"),
        ("actors", "opening"),
        ("actors", "goodbye"),
    ] {
        for (span, words) in root.tables(part).filter_map(|table| table.text(key)) {
            let count = words.split_whitespace().count();
            if count > LONG_SPEECH {
                let message = format!("These are {count} words in one breath.");
                let hint = format!("Up to {LONG_SPEECH} can be said. Make two parts of it.");
                problems.push(Problem::warning(span, message).hint(hint));
            }
        }
    }
}

/// Words that are written twice are said once: nobody says them again, and nobody hears the second.
pub(super) fn twice(speech: &[Marked<Speech>], problems: &mut Vec<Problem>) {
    let mut said = HashSet::new();
    for piece in speech
        .iter()
        .filter(|piece| !said.insert(&piece.value.says))
    {
        let problem = Problem::warning(piece.span.clone(), "These words are already there above.");
        problems.push(problem.hint("Nobody says them twice. Write others, or delete this part."));
    }
}

/// What stays unsaid is nowhere among what may be said.
pub(super) fn unsaid(root: &Table, problems: &mut Vec<Problem>) {
    let actors = || root.tables("actors");
    let unsaid: HashSet<&str> = actors()
        .flat_map(|actor| lines(actor, "not_said"))
        .map(|(_, words)| words)
        .collect();
    let small = actors().flat_map(|actor| {
        let keys = [
            "opening",
            "fillers",
            "short_answers",
            "to_an_offer",
            "goodbye",
        ];
        keys.into_iter().flat_map(|key| lines(actor, key))
    });
    let speech = root.tables("speech").flat_map(|piece| lines(piece, "says"));
    for (span, _) in small
        .chain(speech)
        .filter(|(_, words)| unsaid.contains(words))
    {
        let problem = Problem::error(span, "The card says that this stays unsaid.");
        problems.push(problem.hint("Take it out of `not_said`, or let nobody say it."));
    }
}

/// The words of a key, whether it holds one line or several.
fn lines<'t>(table: &'t Table, key: &str) -> Vec<(Range<usize>, &'t str)> {
    let values = match table.get(key).map(|entry| &entry.value) {
        Some(value) => match &value.node {
            Node::List(items) => items.iter().collect(),
            _ => vec![value],
        },
        None => Vec::new(),
    };
    let words = values.into_iter().filter_map(|value| match &value.node {
        Node::Text(words) => Some((value.span.clone(), words.trim())),
        _ => None,
    });
    words.collect()
}

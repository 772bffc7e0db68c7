//! A record as parts to lay out where there is no Markdown: a letter, a page, a paste.

use chrono::{Datelike, NaiveDate};

use super::{
    dates,
    doer::Doer,
    entry::who_and_when,
    model::{Entry, Front, NextStep, Record, Section, StepState, Voice},
};
use crate::{line, text};

/// One part, in the order they stand. None of the words is markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// The title.
    Title(String),
    /// A line of its own.
    Words(Said, String),
    /// A heading.
    Heading(Said, String),
    /// A smaller heading: `I will`.
    Under(Said, String),
    /// One thing under a heading. May hold line breaks.
    Item(String),
    /// Room before what comes next.
    Gap,
}

/// Whose words a part is in, which may be another language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// The guide's, or somebody's who was there.
    Theirs,
    /// Alongside's own, which are English.
    Ours,
}

/// Who it is laid out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// The worker and the council: all of the record.
    Workers,
    /// The person: nothing to come back to, and promises by who keeps them.
    Persons,
}

/// A record from its title to its last heading.
pub(super) fn of_record(record: &Record, whose: Whose) -> Vec<Part> {
    let title = Part::Title(record.title.clone());
    let intro = record.intro.iter().cloned();
    let intro = intro.map(|line| Part::Words(Said::Theirs, line));
    let sections = record.sections.iter();
    std::iter::once(title)
        .chain(intro)
        .chain(sections.flat_map(|section| of_section(section, &record.front, whose)))
        .collect()
}

/// A heading and what is under it; nothing where that is not for them.
pub(super) fn of_section(section: &Section, front: &Front, whose: Whose) -> Vec<Part> {
    let (steps, others): (Vec<&Entry>, Vec<&Entry>) = section
        .entries
        .iter()
        .filter(|entry| whose == Whose::Workers || entry.voice != Voice::ComeBack)
        .partition(|entry| whose == Whose::Persons && step_of(entry, front).is_some());
    let items = others.into_iter().map(|entry| item(entry, front));
    let under: Vec<Part> = items.chain(by_side(&steps, front)).collect();
    let heading = Part::Heading(Said::Theirs, section.heading.clone());
    match under.is_empty() {
        true => vec![],
        false => std::iter::once(heading).chain(under).collect(),
    }
}

/// What was added under the foot, which is Markdown of ours or of whoever changed the file by hand.
pub(super) fn of_added(added: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = vec![];
    let mut goes_on = false;
    for line in added.lines() {
        let words = line.trim();
        let bare = words.trim_start_matches(['#', '>', '-', ' ']);
        let plain = without_marks(bare);
        let continues = goes_on && (line.starts_with("  ") || words.starts_with('>'));
        goes_on = !words.is_empty();
        match (words, parts.last_mut()) {
            _ if plain.is_empty() => {}
            (_, Some(Part::Item(item))) if continues => {
                item.push('\n');
                item.push_str(&plain);
            }
            (words, _) if words.starts_with('#') => parts.push(Part::Heading(Said::Ours, plain)),
            (words, _) if words.starts_with("- ") || words.starts_with('>') => {
                parts.push(Part::Item(plain));
            }
            _ => parts.push(Part::Words(Said::Theirs, plain)),
        }
    }
    parts
}

fn item(entry: &Entry, front: &Front) -> Part {
    let words = &entry.text;
    let said = match &entry.voice {
        Voice::OwnWords => format!("\"{words}\""),
        Voice::Others {
            speaker,
            role,
            quoted,
        } => {
            let role = role.as_deref().map(|role| format!(", {role}"));
            let role = role.unwrap_or_default();
            match quoted {
                true => format!("{speaker}{role}: \"{words}\""),
                false => format!("{words} (told by {speaker}{role})"),
            }
        }
        Voice::Saw => format!("{words} (I noticed this)"),
        Voice::View { by, on } => {
            let by = by.as_deref().unwrap_or("my view");
            format!(
                "{words} ({by}, {})",
                dates::day_in(*on, front.started.year())
            )
        }
        Voice::ComeBack => format!("{words} (to come back to)"),
        Voice::Step { id } => match front.step(id) {
            Some(step) => {
                let done = so_far(step);
                format!("{} {}{done}", stopped(words), who_and_when(step))
            }
            None => words.clone(),
        },
        Voice::Told | Voice::Spend { .. } => words.clone(),
    };
    let late = if entry.late {
        " (added after the call)"
    } else {
        ""
    };
    Part::Item(said + late)
}

/// Promises by who keeps them: I will, you will, they will.
fn by_side(steps: &[&Entry], front: &Front) -> Vec<Part> {
    const SIDES: [(Doer, &str); 4] = [
        (Doer::Worker, "I will"),
        (Doer::Person, "You will"),
        (Doer::Other, "They will"),
        (Doer::NotSaid, "Nobody is named yet"),
    ];
    let side = |(doer, over): (Doer, &str)| {
        let of_it = steps.iter().filter_map(|entry| {
            let step = step_of(entry, front)?;
            let kept_by = Doer::of(
                step.who.as_deref(),
                front.by.as_deref(),
                front.person.as_deref(),
            );
            let words = listed(&entry.text, step, doer, front.started.date_naive());
            (kept_by == doer).then(|| Part::Item(promise(&words, step, doer)))
        });
        let of_it: Vec<Part> = of_it.collect();
        let over = (!of_it.is_empty()).then(|| Part::Under(Said::Ours, over.to_owned()));
        over.into_iter().chain(of_it)
    };
    SIDES.into_iter().flat_map(side).collect()
}

/// A promise's words beside its day and under who keeps it, neither of which is said twice.
fn listed(words: &str, step: &NextStep, doer: Doer, made: NaiveDate) -> String {
    let words = match step.due {
        Some(_) => line::without_day(words, made),
        None => words.to_owned(),
    };
    match doer {
        Doer::Worker => line::after_i_will(&words).to_owned(),
        Doer::Person | Doer::Other | Doer::NotSaid => words,
    }
}

/// `Sam rings Joan (Sam, Wed 11 March 2026)`. Whoever the heading names is not named again.
fn promise(words: &str, step: &NextStep, doer: Doer) -> String {
    let nameless = NextStep {
        who: None,
        ..step.clone()
    };
    let when = who_and_when(&nameless);
    let when = when.split_once(", ").map(|(_, when)| when);
    let who = step.who.as_deref().filter(|_| doer == Doer::Other);
    let both: Vec<&str> = who.into_iter().chain(when).collect();
    let both = match both.is_empty() {
        true => String::new(),
        false => format!(" ({})", both.join(", ")),
    };
    format!("{words}{both}{}", so_far(step))
}

/// What became of it, where that is worth saying in a letter.
fn so_far(step: &NextStep) -> &'static str {
    match step.state {
        StepState::Done => " (done)",
        StepState::Dropped => " (no longer needed)",
        StepState::Tried => " (tried, no answer yet)",
        StepState::Open | StepState::Moved => "",
    }
}

fn step_of<'a>(entry: &Entry, front: &'a Front) -> Option<&'a NextStep> {
    match &entry.voice {
        Voice::Step { id } => front.step(id),
        _ => None,
    }
}

fn stopped(sentence: &str) -> String {
    let stop = if sentence.ends_with(['.', '!', '?', '…']) {
        ""
    } else {
        "."
    };
    format!("{sentence}{stop}")
}

/// Markdown as the words it stands for: an escaped sign is that sign, and a bare `*` or a hard break is nothing.
fn without_marks(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut rest = markdown.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\\' if rest.peek().is_some_and(char::is_ascii_punctuation) => out.extend(rest.next()),
            '\\' if rest.peek().is_none() => {}
            '*' => {}
            c => out.push(c),
        }
    }
    out.trim().to_owned()
}

/// Parts as plain text: no line wider than `width` columns where a width is given, and none broken where it is not.
pub(super) fn as_text(parts: &[Part], width: Option<usize>) -> String {
    let mut out = String::new();
    let mut is_under = false;
    for part in parts {
        let (gap, indent, words) = match part {
            Part::Title(words) => (true, 0, words),
            Part::Words(_, words) => (false, 0, words),
            Part::Heading(_, words) => (true, 0, words),
            Part::Under(_, words) => (false, 2, words),
            Part::Item(words) => (false, if is_under { 4 } else { 2 }, words),
            Part::Gap => {
                out.push('\n');
                continue;
            }
        };
        is_under = match part {
            Part::Under(..) => true,
            Part::Item(_) => is_under,
            _ => false,
        };
        if gap && !out.is_empty() {
            out.push('\n');
        }
        let colon = if matches!(part, Part::Under(..)) {
            ":"
        } else {
            ""
        };
        push_wrapped(&mut out, &format!("{words}{colon}"), indent, width);
        if matches!(part, Part::Title(_)) {
            out.push('\n');
        }
    }
    out
}

/// Words with whatever goes on on another line two columns further in; a line break that was typed is no going on.
fn push_wrapped(out: &mut String, words: &str, indent: usize, width: Option<usize>) {
    let further = if indent > 0 { 2 } else { 0 };
    let first = width.map_or(usize::MAX, |width| width.saturating_sub(indent));
    let rest = first.saturating_sub(further);
    for line in text::shown_lines(words).split('\n') {
        for (nth, row) in text::wrap_with(line, first, rest).into_iter().enumerate() {
            let row = line[row].trim_end();
            if !row.is_empty() {
                let indent = if nth > 0 { indent + further } else { indent };
                out.push_str(&" ".repeat(indent));
                out.push_str(row);
            }
            out.push('\n');
        }
    }
}

//! What was just done or undone, in a few words.

use super::{evidence::facts as counted, mark, moved_to, step_tag, together};
use crate::{
    conversation::{Change, Choice, Command, Event, Facts, Group, Note},
    line::Outcome,
    practice::watch::{Talker, Tally},
    text,
};

/// After the undo of a kept note.
const BACK_ON_THE_LINE: &str = " Your words are back on the line.";

/// Says what a command did, when it is worth saying. `turned` is the step that an undo or redo turned.
pub fn done(command: &Command, events: &[Event], turned: Option<Group>) -> Option<String> {
    if events.is_empty() {
        return None;
    }
    match command {
        Command::Undo => turned.map(|group| {
            let back = kept_a_note(&group.changes).then_some(BACK_ON_THE_LINE);
            format!(
                "Undone: {}.{}",
                step(&group.changes),
                back.unwrap_or_default()
            )
        }),
        Command::Redo => turned.map(|group| format!("Redone: {}.", step(&group.changes))),
        Command::Choose(_, Choice::Out) => first_changes(events).map(|changes| {
            let counts = changed_notes(events).find_map(|(_, note)| counted::still_counts(note));
            let counts = counts.map(|counts| format!(" {counts}"));
            format!(
                "{}.{} Ctrl+Z puts it back",
                capital(&step(changes)),
                counts.unwrap_or_default()
            )
        }),
        Command::Apart(_) => first_changes(events).map(|changes| {
            let counts = changed_notes(events).find_map(|(_, note)| counted::counts_no_more(note));
            let said = capital(&step(changes));
            match counts {
                Some(counts) => format!("{said}. {counts}"),
                None => said,
            }
        }),
        Command::Mark(..)
        | Command::Choose(..)
        | Command::Refile(..)
        | Command::Section(..)
        | Command::Whose(..)
        | Command::Disagree(_)
        | Command::Due(..)
        | Command::Owner(..)
        | Command::Outcome(..)
        | Command::Join(_)
        | Command::Up(_)
        | Command::Down(_)
        | Command::About(_) => first_changes(events).map(|changes| capital(&step(changes))),
        Command::Keep { .. } => {
            let changes = first_changes(events)?;
            let kept = changes
                .iter()
                .filter(|change| matches!(change, Change::Note { from: None, .. }))
                .count();
            let reshaped = changes
                .iter()
                .any(|change| matches!(change, Change::Note { from: Some(_), .. }));
            // A line that begins with the person's name says that they are there.
            let came = changes.iter().find_map(|change| match change {
                Change::Facts { from, to } => together::changed(from, to, 0),
                _ => None,
            });
            match kept {
                _ if came.is_some() => came.map(|came| capital(&came)),
                0 if reshaped => Some(capital(&step(changes))),
                0 | 1 => changed_notes(events)
                    .find_map(|(_, note)| counted::taken_for(note))
                    .map(str::to_owned),
                _ => Some(format!("Kept as {kept} notes. /join makes them one.")),
            }
        }
        _ => None,
    }
}

/// The notes that events added or changed, as they were before and are now.
pub fn changed_notes(events: &[Event]) -> impl Iterator<Item = (Option<&Note>, &Note)> {
    events
        .iter()
        .flat_map(|event| match event {
            Event::Did { changes, .. } => changes.as_slice(),
            _ => &[],
        })
        .filter_map(|change| match change {
            Change::Note {
                from, to: Some(to), ..
            } => Some((from.as_deref(), &**to)),
            _ => None,
        })
}

fn first_changes(events: &[Event]) -> Option<&[Change]> {
    events.iter().find_map(|event| match event {
        Event::Did { changes, .. } => Some(changes.as_slice()),
        _ => None,
    })
}

/// A step of undo in a few words: `marked as worry`, `kept note`, `typing`.
pub(super) fn step(changes: &[Change]) -> String {
    let telling = changes.iter().find(|change| !change.is_typing());
    match telling {
        Some(Change::Note { from, to, .. }) => note(from.as_deref(), to.as_deref()),
        Some(Change::Order { from, to }) => {
            if from > to { "moved up" } else { "moved down" }.to_owned()
        }
        Some(Change::Topic { .. }) => "topic".to_owned(),
        Some(Change::Talk { to: Some(talk), .. }) => moved_to(&talk.guide.title).to_lowercase(),
        Some(Change::Talk { .. }) => "moved".to_owned(),
        Some(Change::Facts { from, to }) => {
            let notes = |change: &&Change| matches!(change, Change::Note { .. });
            facts(from, to, changes.iter().filter(notes).count())
        }
        Some(Change::Detail { to, .. }) => {
            format!("detail: {}", to.map_or("standard", |detail| detail.name()))
        }
        Some(Change::Line(_) | Change::Writing { .. }) | None => "typing".to_owned(),
    }
}

/// Whether the note came from the line, so that undoing it puts its words back there.
fn kept_a_note(changes: &[Change]) -> bool {
    let is_new = |change: &Change| matches!(change, Change::Note { from: None, .. });
    let is_line = |change: &Change| matches!(change, Change::Line(_));
    changes.iter().any(is_new) && changes.iter().any(is_line)
}

fn note(from: Option<&Note>, to: Option<&Note>) -> String {
    let (from, to) = match (from, to) {
        (None, Some(note)) if Tally::of_note(note).is_some() || Talker::of_note(note).is_some() => {
            return note.text.clone();
        }
        (None, Some(_)) => return "kept note".to_owned(),
        (Some(_), None) => return "joined".to_owned(),
        (Some(from), Some(to)) => (from, to),
        (None, None) => return "nothing".to_owned(),
    };
    if let (Some(fact), None) = (&from.fact, &to.fact) {
        counted::no_longer_said(fact).to_owned()
    } else if from.mark != to.mark {
        to.mark.map_or_else(
            || "mark taken off".to_owned(),
            |kind| format!("marked as {}", mark(kind).to_lowercase()),
        )
    } else if from.choice != to.choice {
        match to.choice {
            Choice::Out => "left out".to_owned(),
            Choice::In => "put in".to_owned(),
            Choice::ByDetail => "as the detail says".to_owned(),
        }
    } else if from.apart != to.apart {
        if to.apart {
            "kept apart, never in a copy"
        } else {
            "put back with the others"
        }
        .to_owned()
    } else if from.topic != to.topic {
        "filed under another topic".to_owned()
    } else if from.is_disagreement() != to.is_disagreement() {
        together::disagreed(to).to_owned()
    } else if from.speaker != to.speaker {
        together::whose_now(to)
    } else if from.section != to.section {
        "moved to another heading".to_owned()
    } else if let Some(outcome) = new_outcome(from, to) {
        outcome_words(outcome)
    } else if from.step != to.step {
        let tag = to.step.as_ref().map(step_tag).unwrap_or_default();
        if tag.is_empty() {
            "no date, nobody named".to_owned()
        } else {
            format!("next step {tag}")
        }
    } else {
        "changed words".to_owned()
    }
}

/// What has come of a next step, where that is what changed.
fn new_outcome(from: &Note, to: &Note) -> Option<Outcome> {
    let of = |note: &Note| note.step.as_ref().map(|step| step.outcome);
    of(to).filter(|_| of(from) != of(to) && of(from).is_some())
}

fn outcome_words(outcome: Outcome) -> String {
    match outcome {
        Outcome::Open => "next step open again".to_owned(),
        Outcome::Done => "next step done".to_owned(),
        Outcome::Tried(1) => "next step tried, no answer".to_owned(),
        Outcome::Tried(times) => format!("next step tried {times} times"),
        Outcome::Dropped => "next step no longer needed".to_owned(),
    }
}

fn facts(from: &Facts, to: &Facts, notes: usize) -> String {
    let words =
        |value: &Option<String>| text::shown(value.as_deref().unwrap_or("not said")).into_owned();
    if from.person != to.person {
        format!("with {}", words(&to.person))
    } else if from.contact != to.contact {
        format!("contact: {}", words(&to.contact))
    } else if from.how != to.how {
        format!("how: {}", words(&to.how))
    } else if from.by != to.by {
        format!("you are {}", words(&to.by))
    } else if let Some(changed) = together::changed(from, to, notes) {
        changed
    } else if from.no_copy_home != to.no_copy_home {
        if to.no_copy_home {
            "no copy to the home"
        } else {
            "a copy may go to the home"
        }
        .to_owned()
    } else if from.links != to.links {
        "linked to another conversation".to_owned()
    } else if from.copy != to.copy {
        format!("copy given: {}", words(&to.copy))
    } else if from.route != to.route {
        format!("what happened next: {}", words(&to.route))
    } else if from.contacted != to.contacted {
        counted::contacted(to.contacted)
    } else if from.old_way != to.old_way {
        counted::old_way(to.old_way.as_deref())
    } else if from.steady != to.steady {
        let is_steady = to.steady.as_ref().is_some_and(|said| !said.not);
        if is_steady { "steady" } else { "not steady" }.to_owned()
    } else {
        format!("formal process: {}", to.part_of_assessment.name())
    }
}

pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

//! A debrief as a page of Markdown. Nobody who played is named in it, unless somebody typed a name.

use super::{
    is_debrief, told,
    told::{Told, clock},
};
use crate::{
    conversation::{Again, Conversation, Moment},
    practice::{NOT_REAL, Scenario},
    record::inert,
};

/// The last sentence of the page.
const FOOT: &str = "It says what was seen and what it did. It is not a score.";

/// The page of a debrief. Line 1 says that nothing in it is real. `threads`: they have been shown.
pub fn page(talk: &Conversation, scenario: Option<&Scenario>, threads: bool) -> String {
    let mut out = format!("{NOT_REAL}\n\n# {}\n\n", inert::heading(&title(talk)));
    for line in what_it_was(talk) {
        out.push_str(&inert::line_start(&inert::on_one_line(&line)));
        out.push_str("\n\n");
    }
    for part in told(talk, scenario, threads) {
        out.push_str(&section(&part));
    }
    out.push_str(FOOT);
    out.push('\n');
    out
}

/// The title of what was played, as a heading may hold it.
fn title(talk: &Conversation) -> String {
    let practised = talk.practice.as_ref();
    let title = practised.map(|practised| inert::on_one_line(&practised.title));
    title
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| "Debrief".to_owned())
}

/// Which scenario, on what day, for how long; and which try it was.
fn what_it_was(talk: &Conversation) -> Vec<String> {
    let scenario = talk.practice.as_ref().map(|one| one.scenario.as_str());
    let day = talk.started.format("%A %-d %B %Y");
    let minutes = match (end_of_play(talk) - talk.started).num_minutes() {
        ..2 => "about a minute".to_owned(),
        minutes => format!("about {minutes} minutes"),
    };
    let played = format!(
        "The scenario {}. {day}, {}, {minutes}.",
        scenario.unwrap_or_default(),
        clock(talk.started)
    );
    let again = talk.practice.as_ref().and_then(|one| one.again.as_ref());
    std::iter::once(played)
        .chain(again.map(earlier_tries))
        .collect()
}

/// Another try's page says how many came before it, and from where the last was taken up again.
fn earlier_tries(again: &Again) -> String {
    let before = match again.nth.saturating_sub(1) {
        1 => "1 try before it".to_owned(),
        tries => format!("{tries} tries before it"),
    };
    let from = match again.notes {
        0 => "from the start".to_owned(),
        1 => "from after its first note".to_owned(),
        notes => format!("from after its first {notes} notes"),
    };
    format!(
        "Try {}, with {before}. It took up {} again, {from}.",
        again.nth, again.of
    )
}

/// The last word of the play: what was noted last before the debrief.
fn end_of_play(talk: &Conversation) -> Moment {
    let debrief = talk.talks.iter().find(|talk| is_debrief(&talk.guide));
    let Some(debrief) = debrief else {
        return talk.last;
    };
    let played = talk.notes.iter().filter(|note| note.at < debrief.from);
    played.map(|note| note.at).max().unwrap_or(debrief.from)
}

fn section(told: &Told) -> String {
    let mut out = format!(
        "## {}\n\n",
        inert::heading(&inert::on_one_line(&told.heading))
    );
    for line in &told.lines {
        out.push_str(&item(line));
    }
    out.push('\n');
    out
}

/// Typed words as one item of a list, whatever they are.
fn item(words: &str) -> String {
    let lines = inert::lines(&inert::as_written(words), true);
    let mut out = String::new();
    for (nth, line) in lines.iter().enumerate() {
        let lead = match (nth, line.is_empty()) {
            (0, _) => "- ",
            (_, true) => "",
            (_, false) => "  ",
        };
        out.push_str(lead);
        out.push_str(line);
        out.push('\n');
    }
    out
}

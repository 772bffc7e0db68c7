//! What is said of something in hand: a saved record, a command that is not one, how a conversation was left.

use std::borrow::Cow;

use super::{ago, clock, one_line};
use crate::{
    conversation::{Conversation, Ending, Moment, Refusal, Stop},
    desk::Preference,
    guide::Topic,
    record, text,
};

/// A listing that answers to what is being typed.
pub fn suggested(listing: &str) -> String {
    format!("{listing}   → uses it")
}

/// Something to find out, as a note.
pub fn find_out(words: &str) -> String {
    format!("Find out about: {words}")
}

/// The row that keeps it.
pub fn add_to_find_out(words: &str) -> String {
    format!(
        "Nothing right? Enter here adds \"{}\" as something to find out",
        text::shown(words)
    )
}

/// Typed in place of a day.
pub fn not_a_day(typed: &str) -> String {
    format!(
        "\"{}\" is not a day I can read. Try: fri, 18 march, in 3 days.",
        text::shown(typed)
    )
}

/// A next step with nobody named, at Save.
pub fn unnamed_steps(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 next step has no one named yet. That is fine.".to_owned()),
        _ => Some(format!(
            "{count} next steps have no one named yet. That is fine."
        )),
    }
}

/// Kept-apart notes, at Save.
pub fn kept_apart_saved(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 note kept apart goes in a file of its own, never in a copy.".to_owned()),
        _ => Some(format!(
            "{count} notes kept apart go in a file of their own, never in a copy."
        )),
    }
}

/// A paste of more than one paragraph.
pub fn pasted(count: usize) -> String {
    format!("Pasted {count} paragraphs. Enter keeps {count} notes. Ctrl+Z takes it back.")
}

/// A long paste.
pub fn pasted_long(characters: usize) -> String {
    format!("Pasted {characters} characters. Enter keeps them. Ctrl+Z takes it back.")
}

/// The topic's questions, on one row.
pub fn you_could_ask(topic: &Topic) -> String {
    match topic.ask.first() {
        Some(_) => format!("{}. You could ask: {}", topic.title, topic.ask.join("  ")),
        None => format!("{}. {}", topic.title, topic.pause),
    }
}

/// Moved to another kind.
pub fn moved_to(title: &str) -> String {
    format!("Moved to {}", title.to_lowercase())
}

/// A typed name that no topic has.
pub fn no_topic(name: &str) -> String {
    format!(
        "No topic called \"{}\". Ctrl+T shows them all.",
        text::shown(name)
    )
}

/// A typed name that no heading has.
pub fn no_heading(name: &str) -> String {
    format!(
        "No heading like \"{}\". /move shows them all.",
        text::shown(name)
    )
}

/// A typed command that is not one.
pub fn no_command(typed: &str, nearest: Option<&str>) -> String {
    let typed = text::shown(typed).into_owned();
    match nearest {
        Some(name) => format!("No command called /{typed}. Did you mean /{name}? Enter runs it."),
        None => format!("No command called /{typed}. / shows them all. // keeps it as a note."),
    }
}

/// A typed command that needs something after it.
pub fn needs(usage: &str) -> String {
    format!("Type it like this: {usage}")
}

/// "Is it saved?"
pub fn all_kept(last: Option<Moment>, trouble: &Option<String>) -> String {
    match (trouble, last) {
        (Some(trouble), _) => trouble.clone(),
        (None, Some(last)) => format!("Everything is kept as you type. Last at {}.", clock(last)),
        (None, None) => "Everything is kept as you type.".to_owned(),
    }
}

/// A typed command that does not count on this screen.
pub fn counts_only(place: &str) -> String {
    format!("That works {place}. Your words are still on the line.")
}

/// A listed command that cannot be done now.
pub fn not_now(why: &str) -> String {
    format!("Not just now: {why}.")
}

/// Where everything is kept.
pub fn kept_in(home: &str) -> String {
    format!("Everything is in {}", text::shown(home))
}

/// Rows that there is no room for.
pub fn more_below(count: usize) -> String {
    format!("{count} more. Press the down arrow")
}

/// Rows of a sheet that there is no room for.
pub fn more_under(count: usize) -> String {
    format!("{count} more below")
}

/// The last words of a conversation, on a wide Home.
pub fn last_said(words: &str) -> String {
    format!("last: {words}")
}

/// How a conversation was left.
pub fn how_left(ending: Option<Ending>) -> &'static str {
    match ending {
        Some(Ending::Left) => "left",
        Some(Ending::Stopped(Stop::WindowClosed)) => "window closed",
        Some(Ending::Stopped(Stop::AskedToEnd)) => "asked to stop",
        Some(Ending::Stopped(Stop::Trouble)) => "the app had to stop",
        Some(Ending::Stopped(Stop::ComputerStopped)) => "computer stopped",
        Some(Ending::Stopped(Stop::WithoutWarning)) => "stopped without warning",
        Some(Ending::Finished) => "finished",
        None => "stopped",
    }
}

/// A conversation that was cut off is carried on: how it ended, when, and the last words of its line.
pub fn carried_on(talk: &Conversation, now: Moment) -> Option<String> {
    let how = match talk.ending? {
        Ending::Left | Ending::Finished => return None,
        Ending::Stopped(Stop::WindowClosed) => "The window closed",
        Ending::Stopped(Stop::AskedToEnd) => "The app was asked to stop",
        Ending::Stopped(Stop::Trouble) => "The app had to stop",
        Ending::Stopped(Stop::ComputerStopped) => "The computer stopped",
        Ending::Stopped(Stop::WithoutWarning) => "It stopped without warning",
    };
    let when = ago(talk.last, now);
    let when = match when.strip_prefix("today ") {
        Some(at) => at.to_owned(),
        None => format!("on {when}"),
    };
    let said = format!("Carried on. {how} {when}.");
    let line = line_ends(
        &talk.line.text,
        LONGEST_LINE.saturating_sub(text::width(&said) + 1),
    );
    Some(match line {
        Some(line) => format!("{said} {line}"),
        None => said,
    })
}

/// The most columns a sentence takes.
const LONGEST_LINE: usize = 75;

/// `Your line ends: "she said the"`: as many of its last words as there is room for. Nothing where that is none.
pub fn line_ends(line: &str, room: usize) -> Option<String> {
    let around = |words: &str| format!("Your line ends: \"{words}\"");
    let room = room.checked_sub(text::width(&around("")))?;
    let line = one_line(line.trim());
    let begins_a_word = |at: usize| {
        line[..at]
            .chars()
            .next_back()
            .is_none_or(char::is_whitespace)
    };
    let mut ends = line
        .char_indices()
        .filter(|(at, letter)| !letter.is_whitespace() && begins_a_word(*at))
        .map(|(at, _)| &line[at..]);
    ends.find(|end| text::width(end) <= room).map(around)
}

/// The program stopped by its own fault. `all` is whether everything typed is surely written.
pub fn had_to_stop(notes: usize, all: bool) -> String {
    let kept = match notes {
        _ if !all => "Everything written so far is kept.".to_owned(),
        0 => "Everything you typed is kept.".to_owned(),
        1 => "Your note and your line are kept.".to_owned(),
        _ => format!("All {notes} notes and your line are kept."),
    };
    format!(
        "Something in the app went wrong and it had to stop.\n\
         {kept} Type alongside to carry on.\n\
         Details: alongside doctor"
    )
}

/// Read back: how much is in the record.
pub fn in_the_record(tally: &record::Tally) -> String {
    format!("In the record: {}", in_short(tally))
}

/// The same where there is less room.
pub fn in_short(tally: &record::Tally) -> String {
    let words = match tally.words {
        1 => "1 word".to_owned(),
        count => format!("{count} words"),
    };
    format!("{} of {}, {words}", tally.included, tally.total)
}

/// Read back: notes that there is no room for.
pub fn notes_around(above: usize, below: usize) -> String {
    match (above, below) {
        (0, below) => format!("{below} more below. PgDn"),
        (above, 0) => format!("{above} more above. PgUp"),
        (above, below) => format!("{above} more above, {below} below. PgUp PgDn"),
    }
}

/// Read back: lines of the record that there is no room for.
pub fn lines_below(count: usize) -> String {
    match count {
        1 => "... and 1 more line".to_owned(),
        _ => format!("... and {count} more lines"),
    }
}

/// Read back: a next step with nobody named.
pub fn who_will_do(step: &str) -> String {
    format!("Who will do \"{step}\"? Choose it and type /owner Sam, or save without.")
}

/// Read back: what the worker meant to come back to.
pub fn meant_to_come_back(count: usize) -> String {
    match count {
        1 => "1 thing you meant to come back to.".to_owned(),
        _ => format!("{count} things you meant to come back to."),
    }
}

/// Row 1: when the last word was kept.
pub fn saved_at(last: Moment) -> String {
    format!("Saved {}", clock(last))
}

/// Row 1: things to come back to.
pub fn to_come_back_to(count: usize) -> String {
    format!("{count} to come back to")
}

/// A preference was set.
pub fn preferred(preference: &Preference) -> String {
    let on = |on: bool| if on { "on" } else { "off" };
    match preference {
        Preference::Name(name) => format!(
            "You are {}, for next steps and the record.",
            text::shown(name)
        ),
        Preference::Hints(yes) => format!("The quiet line is {}.", on(*yes)),
        Preference::Clock(yes) => format!("The clock is {}.", on(*yes)),
        Preference::Spacing(yes) => format!("A blank row between notes is {}.", on(*yes)),
        Preference::Words(yes) => format!("Words that make you go hmm are {}.", on(*yes)),
        Preference::Width(columns) => format!("Notes are at most {columns} columns wide."),
        Preference::LockAfter(minutes) => super::sealed::locks_after(*minutes),
    }
}

/// The first line of Home after a save.
pub fn saved(talk: &Conversation) -> String {
    let tally = record::tally(talk);
    let steps = talk
        .notes
        .iter()
        .filter(|note| note.step.is_some() && record::goes_in(note, talk.detail()))
        .count();
    let steps = match steps {
        0 => String::new(),
        1 => ", 1 next step".to_owned(),
        _ => format!(", {steps} next steps"),
    };
    let who = talk
        .facts
        .person
        .as_deref()
        .map(|name| format!("{}, ", text::shown(name)))
        .unwrap_or_default();
    format!(
        "Saved. {who}{}, {} words{steps}.",
        talk.guide().title,
        tally.words
    )
}

/// Why a command was not done.
pub fn refusal(refusal: &Refusal) -> Cow<'static, str> {
    match refusal {
        Refusal::NothingToUndo => "Nothing to undo in this conversation.".into(),
        Refusal::NothingToRedo => "Nothing to redo.".into(),
        Refusal::TooLong => {
            "That is too long for one note, so nothing was added. Paste it in parts.".into()
        }
        Refusal::NoNote => "There is no note to do that to yet.".into(),
        Refusal::NoTopic => "There is no such topic in this guide.".into(),
        Refusal::NoSection => "There is no such heading in this record.".into(),
        Refusal::NotAStep => "That note is no next step. Choose a step, then type it again.".into(),
        Refusal::NoStep => "There is no next step yet. > and a sentence makes one.".into(),
        Refusal::NothingAbove => "There is no note above it.".into(),
        Refusal::TwoVoices => "Those are different people's words, so they stay two notes.".into(),
        Refusal::NothingBelow => "There is no note below it.".into(),
        Refusal::AlreadyHere => "You are here already.".into(),
        Refusal::LineInUse => "Your line has words on it. Enter keeps them first.".into(),
        Refusal::CountedAlone => super::evidence::facts::COUNTED_ALONE.into(),
        Refusal::NobodyCalled(_)
        | Refusal::HereAlready(_)
        | Refusal::IsThePerson
        | Refusal::WorkersOwn => super::together::refusal(refusal).unwrap_or_default().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_with_as_many_words_as_there_is_room_for() {
        let ends = |line, room| line_ends(line, room);
        let whole = "Your line ends: \"she said the\"";
        assert_eq!(ends(" she said the ", 75).as_deref(), Some(whole));
        assert_eq!(ends("and then she said the", 31).as_deref(), Some(whole));
        assert_eq!(
            ends("and then she said the", 20),
            None,
            "room for two letters"
        );
        assert_eq!(ends("  ", 75), None);
        assert_eq!(ends("", 0), None);
        for room in 0..80 {
            let said = ends("Tŷ Gŵyr 中文 she said\nthe", room).unwrap_or_default();
            assert!(text::width(&said) <= room, "{room}: {said}");
        }
    }

    #[test]
    fn what_went_wrong_is_said_in_lines_that_fit_and_counts_truly() {
        let said = had_to_stop(14, true);
        assert!(said.contains("All 14 notes and your line are kept. Type alongside"));
        assert!(!had_to_stop(14, false).contains("14"));
        for (notes, all) in [(0, true), (1, true), (123_456, true), (2, false)] {
            let said = had_to_stop(notes, all);
            assert!(
                said.lines().all(|line| line.len() <= LONGEST_LINE),
                "{said}"
            );
        }
    }
}

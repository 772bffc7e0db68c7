//! What is said to an observer, and of what was observed.

use crate::{
    conversation::{Conversation, Moment},
    practice::watch::{Minute, Row, Talker, Tally, Watched},
    text,
};

/// Where a command counts.
pub const WHILE_OBSERVING: &str = "while you observe";

/// On row 1.
pub const OBSERVER: &str = "Observer";
/// The line, while observing.
pub const HEARD: &str = "Heard";
/// Over the tally.
pub const PRESS: &str = "Press a number each time you hear it";
/// The same, when Enter counts.
pub const PRESS_ENTER: &str = "Type a number and Enter each time you hear it";
/// Over what opens a talk up.
pub const OPENS: &str = "Opens things up";
/// Over what may close it.
pub const CLOSES: &str = "Closes things down";
/// How to count who talks.
pub const SWAPS: &str = "Press when the talking swaps.";
/// The same, where there is little room.
pub const SWAPS_SHORT: &str = "Talking swaps";
/// After the last stroke.
pub const TAKES_BACK: &str = "Ctrl+Z takes it back";
/// Over words that were caught, on a large screen.
pub const WORDS_CAUGHT: &str = "Words you caught";
/// Over the summary.
pub const MINUTES: &str = "Minute by minute";
/// Nothing was counted or heard.
pub const NOTHING_COUNTED: &str = "Nothing was counted or heard yet.";
/// The same, of one observer among several.
const NOTHING_COUNTED_SHORT: &str = "nothing counted";
/// Under the summary.
pub const NOT_A_SCORE: &str =
    "This says what was heard. It is not a score. A closed question is sometimes right.";

/// `/tally enter`
pub const WITH_ENTER: &str = "A number and Enter counts. /tally key counts at the number alone.";
/// `/tally key`
pub const AT_ONCE: &str = "A number counts at once. /tally enter waits for Enter.";

/// Nobody plays on this computer.
pub const NOTHING_PLAYED: &str =
    "Nothing is being played on this computer. Choose a scenario, then /observe.";
/// A command that is the observer's.
pub const NOT_OBSERVING: &str = "This is for whoever observes. /observe begins it.";
/// A file was to be brought where nothing it could belong to is open.
pub const OPEN_IT_FIRST: &str = "Open what was played first: /so-far.";
/// A file that holds no observer's part.
pub const NOT_OBSERVED: &str =
    "That file does not hold what an observer counted. Nothing has changed.";
/// A journal whose first line was lost.
pub const CANNOT_CARRY: &str =
    "The beginning of this could not be read, so it was not written to a file.";

/// `Observing Mrs Kaur and the shopping, as it is played in another window.`
pub fn observing(title: &str, elsewhere: bool) -> String {
    let title = text::shown(title);
    if elsewhere {
        format!("Observing {title}, which another window plays now.")
    } else {
        format!("Observing {title}, which was played here last.")
    }
}

/// `5 min 40`
pub fn moment(seconds: i64) -> String {
    format!("{} min {:02}", seconds / 60, seconds % 60)
}

/// `5 min`
pub fn minutes(seconds: i64) -> String {
    format!("{} min", seconds / 60)
}

/// `So far: caller 64%   listener 36%`
pub fn so_far((caller, listener): (u8, u8)) -> String {
    format!("So far: caller {caller}%   listener {listener}%")
}

/// `Talking: caller 64%   listener 36%`
pub fn shares((caller, listener): (u8, u8)) -> String {
    format!("Talking: caller {caller}%   listener {listener}%")
}

/// `caller 64%  listener 36%`
pub fn so_far_short((caller, listener): (u8, u8)) -> String {
    format!("caller {caller}%  listener {listener}%")
}

/// `1 Open question at 5 min 40`: the last stroke, swap or words.
pub fn last(talk: &Conversation, watched: &Watched) -> Option<String> {
    let note = talk.notes.last()?;
    let what = match (Tally::of_note(note), Talker::of_note(note)) {
        (Some(tally), _) => format!("{} {}", tally.key(), tally.title()),
        (None, Some(talker)) => format!("0 {}", talker.title()),
        (None, None) => format!("\"{}\"", super::one_line(&note.text)),
    };
    Some(format!("{what} at {}", moment(watched.seconds(note.at))))
}

/// `Open question 2, Left a pause`
pub fn counted(minute: &Minute) -> String {
    counted_of(&minute.tallies)
}

fn counted_of(tallies: &[Tally]) -> String {
    let said = Tally::ALL.into_iter().filter_map(|tally| {
        match tallies.iter().filter(|one| **one == tally).count() {
            0 => None,
            1 => Some(tally.title().to_owned()),
            count => Some(format!("{} {count}", tally.title())),
        }
    });
    said.collect::<Vec<String>>().join(", ")
}

/// `Open question 6, Closed question 4`, one observer after another.
pub fn summary(watched: &[&Watched]) -> String {
    let each = watched.iter().map(|one| {
        let tallies: Vec<Tally> = one.tallies.iter().map(|(_, tally)| *tally).collect();
        let counted = Some(counted_of(&tallies)).filter(|words| !words.is_empty());
        let shares = one.shares(one.until);
        let shares =
            shares.map(|(caller, listener)| format!("caller {caller}%, listener {listener}%"));
        let said: Vec<String> = counted.into_iter().chain(shares).collect();
        if said.is_empty() {
            NOTHING_COUNTED_SHORT.to_owned()
        } else {
            said.join(", ")
        }
    });
    each.collect::<Vec<String>>().join("; and another: ")
}

/// `5:40 "and what would you cook?"`
pub fn heard(watched: &Watched) -> Vec<String> {
    let quotes = watched.quotes.iter().map(|(at, words)| {
        let seconds = watched.seconds(*at);
        let words = super::one_line(words);
        format!("{}:{:02} \"{words}\"", seconds / 60, seconds % 60)
    });
    quotes.collect()
}

/// `5 min  Noted: slid down on Sunday. Open question 2. Heard: "and what would you cook?"`
pub fn beside(row: &Row) -> String {
    let noted = row.notes.iter().map(|note| match &note.speaker {
        Some(who) => format!("{}: {}", text::shown(who), super::one_line(&note.text)),
        None => format!("Noted: {}", super::one_line(&note.text)),
    });
    let mut said: Vec<String> = noted.collect();
    let counted = counted_of(&row.tallies);
    said.extend((!counted.is_empty()).then_some(counted));
    let quotes = row.quotes.iter();
    said.extend(quotes.map(|words| format!("Heard: \"{}\"", super::one_line(words))));
    let said = said
        .iter()
        .map(|words| match words.ends_with(['.', '?', '!', '"']) {
            true => words.clone(),
            false => format!("{words}."),
        });
    let said: Vec<String> = said.collect();
    format!("{}  {}", minutes(row.minute * 60), said.join(" "))
}

/// `Caller 40 s, listener 20 s`, where swaps were counted.
pub fn talked(minute: &Minute) -> Option<String> {
    match (minute.caller, minute.listener) {
        (0, 0) => None,
        (caller, 0) => Some(format!("Caller {caller} s")),
        (0, listener) => Some(format!("Listener {listener} s")),
        (caller, listener) => Some(format!("Caller {caller} s, listener {listener} s")),
    }
}

/// `Open question, 3.`: line by line, what was just counted.
pub fn said_count(watched: &Watched, key: char) -> String {
    let tally = Tally::ALL.into_iter().find(|tally| tally.key() == key);
    match tally {
        Some(tally) => format!("{}, {}.", tally.title(), watched.count(tally)),
        None => format!("{}.", watched.talker().title()),
    }
}

/// How to count, line by line.
pub const HOW_TO_COUNT: &str =
    "A number alone on a line counts. 0 says the talking swapped. Words are kept as heard.";

/// What each number counts, line by line.
pub fn keys() -> String {
    let each = Tally::ALL.map(|tally| format!("{} {}.", tally.key(), tally.title()));
    each.join(" ")
}

/// What was counted and heard, a sentence for each minute.
pub fn read_out(watched: &Watched, until: Moment) -> Vec<String> {
    let mut said: Vec<String> = watched.minutes().iter().map(said_minute).collect();
    if said.is_empty() {
        return vec![NOTHING_COUNTED.to_owned()];
    }
    let shares = watched.shares(until);
    said.extend(shares.map(|(caller, listener)| {
        format!("Talking: caller {caller} percent, listener {listener} percent.")
    }));
    said.push(NOT_A_SCORE.to_owned());
    said
}

fn said_minute(minute: &Minute) -> String {
    let mut said = vec![format!("Minute {}.", minute.number)];
    let counted = counted(minute);
    said.extend((!counted.is_empty()).then(|| format!("{counted}.")));
    let heard = minute.quotes.iter();
    said.extend(
        heard.map(|words| format!("Heard: {}", super::plain::stopped(&super::one_line(words)))),
    );
    said.extend(talked(minute).map(|talked| format!("{talked}.")));
    said.join(" ")
}

/// Who observed on this computer, when somebody asks.
pub fn found(observers: usize) -> String {
    match observers {
        0 => "Nothing was observed of this on this computer. /bring FILE reads a file.".to_owned(),
        1 => "Found what 1 observer counted. It is beside this one.".to_owned(),
        observers => format!("Found what {observers} observers counted. It is beside this one."),
    }
}

/// What an observer counted is beside what was played.
pub fn brought(watched: &Watched) -> String {
    let (counted, heard) = (watched.tallies.len(), watched.quotes.len());
    format!(
        "Brought in: {counted} counted and {heard} heard, from {}.",
        super::clock(watched.began)
    )
}

/// A file of another role-play.
pub fn of_another(title: &str, began: Moment) -> String {
    format!(
        "That was observed of {}, {} at {}. It is not this one.",
        text::shown(title),
        super::day_short(began.date_naive()),
        super::clock(began)
    )
}

/// `2026-03-10-1420-practice-7k3f  It's only about the bath, observed  10 March 14:20  12 notes`
pub fn kept(talk: &Conversation) -> String {
    let part = talk.practice.as_ref().map(super::practice::part_of);
    format!(
        "{}  {}  {} {}  {}",
        talk.id,
        part.unwrap_or_default(),
        super::day_short(talk.started.date_naive()),
        super::clock(talk.started),
        super::notes_here(talk.notes.len())
    )
}

/// It is in a file now.
pub fn carried(path: &str) -> String {
    format!("Written to {path}. There: /bring and its name, in the debrief.")
}

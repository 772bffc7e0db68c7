//! What the line-by-line face says. One thought a line, the important word first; no keys, because there are none.

mod fixed;

pub use fixed::*;

use chrono::NaiveDate;

use super::{ago, clock, done, evidence, kind, mark, one_line, who, whose};
use crate::{
    conversation::{Conversation, Detail, Group, Moment, Note},
    desk::{Draft, Glance},
    guide::{Guide, Topic, TopicId},
    line::{Day, Mark, Step, When, Who},
    record::Tally,
    text,
};

/// Home's second line.
pub fn today(now: Moment, drafts: usize) -> String {
    let drafts = match drafts {
        0 => "Nothing to carry on.".to_owned(),
        1 => "1 draft.".to_owned(),
        _ => format!("{drafts} drafts."),
    };
    format!("{}, {}. {drafts}", long_day(now.date_naive()), clock(now))
}

/// Choices on one line: `1 Listen and connect. 2 Crisis.`
pub fn numbered(choices: &[String]) -> String {
    let numbered: Vec<String> = choices
        .iter()
        .enumerate()
        .map(|(at, words)| format!("{} {}", at + 1, stopped(words)))
        .collect();
    numbered.join(" ")
}

/// The choice of an open conversation: initials, never a name.
pub fn carry_on(draft: &Draft, now: Moment) -> String {
    match &draft.glance {
        None => match draft.id.began(now.offset()).filter(|_| draft.sealed) {
            Some(began) => format!(
                "Carry on {}, sealed, began {}",
                draft.id.kind().map_or("a conversation", kind),
                ago(began, now)
            ),
            None => format!("Carry on {}", draft.id),
        },
        Some(glance) => format!(
            "Carry on {}, {}",
            glance_words(glance),
            ago(glance.last, now)
        ),
    }
}

fn glance_words(glance: &Glance) -> String {
    if glance.initials.is_empty() {
        glance.title.clone()
    } else {
        format!("{}, {}", glance.initials, glance.title)
    }
}

/// More open conversations than are read out.
pub fn more_drafts(count: usize) -> String {
    format!("{count} more: alongside carry-on ID.")
}

/// A conversation begins.
pub fn started(guide: &Guide, at: Moment) -> String {
    format!("{} started, {}.", guide.title, clock(at))
}

/// A conversation is taken up again.
pub fn taken_up(talk: &Conversation) -> String {
    let who = talk.facts.initials();
    let who = if who.is_empty() {
        String::new()
    } else {
        format!("{who}, ")
    };
    format!(
        "Carried on: {who}{}. {}.",
        talk.guide().title,
        count_notes(talk.notes.len())
    )
}

/// Words that were waiting on the line are a note now.
pub fn line_was_kept(words: &str) -> String {
    format!("Your line is kept as a note: {}", one_line(words))
}

/// The conversation moved to another guide.
pub fn moved(guide: &Guide, at: Moment) -> String {
    format!("{}, from {}. {}", guide.title, clock(at), topics(guide))
}

/// The topics that can be chosen, in order: all but the one for just listening.
pub fn choosable(guide: &Guide) -> impl Iterator<Item = &Topic> {
    guide
        .topics
        .iter()
        .filter(|topic| topic.id.as_str() != TopicId::JUST_LISTENING)
}

/// `Topics: 1 Right now. 2 What happened.`
pub fn topics(guide: &Guide) -> String {
    let titles: Vec<String> = choosable(guide).map(|topic| topic.title.clone()).collect();
    format!("Topics: {}", numbered(&titles))
}

/// The topic that shows now, with its first question.
pub fn topic(topic: &Topic) -> String {
    let title = &topic.title;
    match (topic.ask.first(), topic.pause.is_empty()) {
        (Some(question), _) => format!("{title}. You could ask: {question}"),
        (None, false) => format!("{title}. {}", topic.pause),
        (None, true) => format!("{title}."),
    }
}

/// One more question.
pub fn or_ask(question: &str) -> String {
    format!("Or: {question}")
}

/// What was understood of a kept note. `None` when it is just what was heard. `elsewhere` is the topic it names.
pub fn kept(
    note: &Note,
    elsewhere: Option<&str>,
    come_back: usize,
    today: NaiveDate,
) -> Option<String> {
    let mut said = vec![];
    if note.apart {
        said.push("Kept apart.".to_owned());
    }
    match note.mark {
        Some(Mark::NextStep) => {}
        Some(Mark::ComeBack) => said.push(format!("To come back to, {come_back}.")),
        Some(kind) => said.push(format!("{}.", mark(kind))),
        None if note.spend().is_some() => said.push(evidence::facts::kept_aloud(note)),
        None => {}
    }
    let counts = evidence::facts::taken_aloud(note);
    let counts = counts.or_else(|| evidence::facts::counts_no_more(note));
    said.extend(counts.map(str::to_owned));
    said.extend(
        note.speaker
            .as_deref()
            .map(|name| format!("{}.", whose(name))),
    );
    said.extend(elsewhere.map(|title| format!("Under {title}.")));
    said.extend(note.step.as_ref().map(|read| step(read, today)));
    (!said.is_empty()).then(|| said.join(" "))
}

/// A note that was marked, or had its mark taken off.
pub fn marked(note: &Note, today: NaiveDate) -> String {
    match (note.mark, &note.step) {
        (_, Some(read)) => format!("{} {}", step(read, today), one_line(&note.text)),
        (Some(kind), None) => format!("{}: {}", mark(kind), one_line(&note.text)),
        (None, None) => format!("Mark taken off: {}", one_line(&note.text)),
    }
}

/// A note that was kept apart, or put back.
pub fn apart(note: &Note) -> String {
    let what = if note.apart {
        "Kept apart"
    } else {
        "Put back with the others"
    };
    let said = format!("{what}: {}", one_line(&note.text));
    match evidence::facts::counts_no_more(note) {
        Some(counts) => format!("{} {counts}", stopped(&said)),
        None => said,
    }
}

/// A note that was put under a topic.
pub fn under(title: &str, note: &Note) -> String {
    format!("Under {title}: {}", one_line(&note.text))
}

/// A note that commands are for until the next one is kept.
pub fn chosen(note: &Note) -> String {
    format!("Chosen: {}", one_line(&note.text))
}

/// Who and when of a next step, and how to take the other reading.
pub fn step(step: &Step, today: NaiveDate) -> String {
    let doer = match &step.who {
        Who::NotSaid => "nobody named".into(),
        doer => who(doer),
    };
    format!("Next step: {doer}. {}", due(&step.when, today))
}

fn due(when: &When, today: NaiveDate) -> String {
    let name = |day| day_name(day, today);
    let time = when
        .time
        .map(|time| time.format(" at %H:%M").to_string())
        .unwrap_or_default();
    let said = text::shown(&when.words);
    let day = match when.day {
        Day::None => return "No date.".to_owned(),
        Day::Unsure(day) => {
            return format!("No date set. \"{said}\" could be {}: /date 1", name(day));
        }
        Day::Passed(day) => {
            return format!(
                "That day has passed ({}). Kept as words, no due date.",
                name(day)
            );
        }
        Day::On(day) if when.week => format!("Week starting {}.", long_day(day)),
        Day::On(day) => format!("{}{time}.", name(day)),
    };
    match when.other {
        Some(other) => format!("{day} Or {}: /date 2", name(other)),
        None => day,
    }
}

fn day_name(day: NaiveDate, today: NaiveDate) -> String {
    if day == today {
        "Today".to_owned()
    } else {
        long_day(day)
    }
}

fn long_day(day: NaiveDate) -> String {
    day.format("%A %-d %B").to_string()
}

/// The last thing was undone.
pub fn taken_back(group: &Group) -> String {
    format!("Taken back: {}", what(group))
}

/// It was done again.
pub fn done_again(group: &Group) -> String {
    format!("Done again: {}", what(group))
}

/// The words of a note that came or went, or what became of one.
fn what(group: &Group) -> String {
    use crate::conversation::Change;
    let words = group.changes.iter().find_map(|change| match change {
        Change::Note {
            from: None,
            to: Some(note),
            ..
        } => Some(one_line(&note.text)),
        _ => None,
    });
    words.unwrap_or_else(|| stopped(&done::step(&group.changes)))
}

/// Everything is hidden.
pub fn locked(at: Moment) -> String {
    format!(
        "Locked, {}. Notes are kept and not said. /unlock opens it.",
        clock(at)
    )
}

/// A conversation another window has, as far as it has come.
pub fn looking_on(talk: &Conversation) -> String {
    format!(
        "Looking on: {}. {} so far.",
        talk.guide().title,
        count_notes(talk.notes.len())
    )
}

/// One note of it.
pub fn looked(note: &Note) -> String {
    let kind = note.mark.map(|kind| format!("{}. ", mark(kind)));
    let speaker = note.speaker.as_deref();
    let speaker = speaker.map(|name| format!("{}. ", whose(name)));
    format!(
        "{}{}{}",
        kind.unwrap_or_default(),
        speaker.unwrap_or_default(),
        stopped(&one_line(&note.text))
    )
}

/// The clock stopped.
pub fn paused(at: Moment) -> String {
    format!("Paused, {}. Type to carry on.", clock(at))
}

/// Read back's first line.
pub fn read_back(tally: Tally, detail: Detail) -> String {
    format!(
        "Read back. {} of {} are in. About {} words. Detail: {}.",
        tally.included,
        count_notes(tally.total),
        tally.words,
        detail.name()
    )
}

/// One note of Read back.
pub fn read_back_note(number: usize, note: &Note, detail: Detail, today: NaiveDate) -> String {
    let place = match (note.apart, note.is_in(detail)) {
        (true, _) => "apart",
        (false, true) => "in",
        (false, false) => "out",
    };
    let kind = note
        .mark
        .map(|kind| format!(" {}.", mark(kind)))
        .unwrap_or_default();
    let speaker = note
        .speaker
        .as_deref()
        .map(|name| format!(" {}.", whose(name)))
        .unwrap_or_default();
    let step = note
        .step
        .as_ref()
        .map(|read| step_agreed(read, today))
        .unwrap_or_default();
    format!(
        "{number} {place}.{kind}{speaker} {}{step}",
        stopped(&one_line(&note.text))
    )
}

/// ` Sam. Wednesday 11 March.`
fn step_agreed(step: &Step, today: NaiveDate) -> String {
    let day = step
        .when
        .due()
        .map(|day| format!(" {}.", day_name(day, today)));
    let doer = match &step.who {
        Who::NotSaid => "Who?".to_owned(),
        doer => format!("{}.", who(doer)),
    };
    format!(" {doer}{}", day.unwrap_or_default())
}

/// A note was put in or left out.
pub fn in_or_out(note: &Note, is_in: bool, tally: Tally) -> String {
    let what = if is_in { "Put in" } else { "Left out" };
    let said = format!(
        "{what}: {} {}",
        stopped(&one_line(&note.text)),
        how_many_in(tally)
    );
    match evidence::facts::still_counts(note).filter(|_| !is_in) {
        Some(counts) => format!("{said} {counts} /undo takes it back."),
        None => said,
    }
}

/// How much goes into the record.
pub fn detail(detail: Detail, tally: Tally) -> String {
    format!("Detail: {}. {}", detail.name(), how_many_in(tally))
}

fn how_many_in(tally: Tally) -> String {
    format!("{} of {} in.", tally.included, tally.total)
}

fn count_notes(count: usize) -> String {
    match count {
        1 => "1 note".to_owned(),
        _ => format!("{count} notes"),
    }
}

/// A number no note of Read back has.
pub fn no_note_numbered(typed: &str) -> String {
    format!(
        "There is no note {}. /read-back numbers them.",
        text::shown(typed)
    )
}

/// A typed command that is not one.
pub fn no_command(typed: &str, nearest: Option<&str>) -> String {
    let typed = text::shown(typed);
    match nearest {
        Some(name) => format!("No command called /{typed}. Did you mean /{name}?"),
        None => format!("No command called /{typed}. // first keeps the line as a note."),
    }
}

/// Words after a command that takes none.
pub fn takes_nothing(name: &str) -> String {
    format!("/{name} takes nothing after it. // first keeps the line as a note.")
}

/// A typed name that no topic has.
pub fn no_topic(name: &str) -> String {
    format!(
        "No topic called \"{}\". /topics lists them.",
        text::shown(name)
    )
}

/// Something that needs a screen to be drawn on.
pub fn only_full_screen(name: &str) -> String {
    format!(
        "/{} is only in the full screen. Nothing has changed.",
        text::shown(name)
    )
}

/// Nothing in the list answers; a number keeps it to be found out.
pub fn add_to_find_out(words: &str) -> String {
    format!("Add this to come back to: {}", one_line(words))
}

/// How many pieces of local help were found.
pub fn found(count: usize) -> String {
    format!("{count} found, from your list.")
}

/// One line of `/commands`.
pub fn command(name: &str, takes: &str, words: &str) -> String {
    let usage = format!("/{name} {takes}");
    format!("{}: {words}", usage.trim_end())
}

/// Bytes that are not text.
pub fn not_text(line: usize) -> String {
    format!("Line {line} has bytes that are not UTF-8 text. Each is kept as \u{FFFD}.")
}

/// The end of input with a conversation in hand.
pub fn left_as_draft(notes: usize) -> String {
    format!(
        "Kept as a draft, {}. alongside carry-on goes on with it.",
        count_notes(notes)
    )
}

/// Notes the record does not hold, once it is saved.
pub fn left_out(tally: Tally, apart: usize) -> Option<String> {
    let out = tally.total.saturating_sub(tally.included + apart);
    match out {
        0 => None,
        1 => Some("1 note is left out of it, by its detail or by you.".to_owned()),
        _ => Some(format!(
            "{out} notes are left out of it, by its detail or by you."
        )),
    }
}

/// The record went to a file that was named.
pub fn written_to(path: &str) -> String {
    format!("Written to {}", text::shown(path))
}

/// Kept-apart notes that no file was named for.
pub fn apart_left_out(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some(
            "1 note kept apart is not in it. --record FILE keeps it in a file of its own."
                .to_owned(),
        ),
        _ => Some(format!(
            "{count} notes kept apart are not in it. --record FILE keeps them in a file of their own."
        )),
    }
}

/// A sentence that ends, whatever it ended with.
pub fn stopped(words: &str) -> String {
    let words = words.trim_end();
    if words.ends_with(['.', '?', '!', ':', '"', '\u{2026}']) || words.is_empty() {
        words.to_owned()
    } else {
        format!("{words}.")
    }
}

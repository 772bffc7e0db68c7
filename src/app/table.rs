//! The one table of what can be asked: keys, typed names, words for help, where it counts.
//!
//! Footers, help, the list of all commands, `alongside keys`, the man page and the README's keys come from here.

use super::key::Key;
use crate::{
    conversation::{self as talk, About, Choice, Detail, PartOfAssessment},
    desk::{Command, Preference, Toward},
    guide::Kind,
    line::Mark,
};

/// Where a command counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On every screen.
    Anywhere,
    /// Where there is a conversation: Conversation and Read back.
    Talk,
    /// In the conversation screen alone.
    Listening,
    /// In Read back alone.
    ReadBack,
}

/// One thing that can be asked.
pub struct Entry {
    /// What it does, in the words of help and lists. At most 34 characters.
    pub words: &'static str,
    /// The keys, the main one first.
    pub keys: &'static [Key],
    /// Typed after a slash, the main one first. Empty only for plain text editing.
    pub typed: &'static [&'static str],
    /// What may follow the typed name, for help: `NAME`.
    pub takes: &'static str,
    /// Where it counts.
    pub place: Place,
    /// The command, from what was typed after the name (empty for a key).
    pub make: fn(&str) -> Command,
}

/// The groups help shows, in order.
pub const GROUPS: [(&str, &[Entry]); 6] = [
    ("While you listen", LISTENING),
    ("Marks", MARKS),
    ("Notes", NOTES),
    ("Who, and what is agreed", ABOUT),
    ("Read back and save", RECORD),
    ("The rest", REST),
];

/// Every entry of every group.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    GROUPS.iter().flat_map(|(_, entries)| entries.iter())
}

const fn entry(
    words: &'static str,
    keys: &'static [Key],
    typed: &'static [&'static str],
    takes: &'static str,
    place: Place,
    make: fn(&str) -> Command,
) -> Entry {
    Entry {
        words,
        keys,
        typed,
        takes,
        place,
        make,
    }
}

use Place::{Anywhere, Listening, ReadBack, Talk};

const LISTENING: &[Entry] = &[
    entry("Next topic", &[Key::Tab], &["next"], "", Talk, |_| {
        say(talk::Command::NextTopic)
    }),
    entry("Topic before", &[Key::BackTab], &["prev"], "", Talk, |_| {
        say(talk::Command::PreviousTopic)
    }),
    entry(
        "Find a topic",
        &[Key::Ctrl('t'), Key::F(3)],
        &["topics", "topic", "t"],
        "NAME",
        Listening,
        |rest| Command::Topics(rest.into()),
    ),
    entry(
        "Another kind of conversation",
        &[Key::F(4), Key::Ctrl('x')],
        &["kind"],
        "",
        Anywhere,
        |_| Command::Kinds,
    ),
    entry(
        "Move to listen and connect",
        &[],
        &["listen"],
        "",
        Anywhere,
        |_| guide(Kind::ListenAndConnect),
    ),
    entry("Move to crisis", &[], &["crisis"], "", Anywhere, |_| {
        guide(Kind::Crisis)
    }),
    entry("Move to good life", &[], &["good"], "", Anywhere, |_| {
        guide(Kind::GoodLife)
    }),
    entry("All guides", &[], &["guides"], "", Anywhere, |_| {
        Command::Guides
    }),
    entry(
        "Find local help, notes, topics",
        &[Key::Ctrl('f')],
        &["find"],
        "WORDS",
        Talk,
        |rest| Command::Find(rest.into()),
    ),
    entry(
        "Show or hide the guide",
        &[Key::Ctrl('g')],
        &["guide"],
        "",
        Listening,
        |_| Command::GuidePane,
    ),
    entry(
        "Say this topic's questions",
        &[],
        &["ask"],
        "",
        Talk,
        |_| Command::Ask,
    ),
    entry("This topic in full", &[], &["about"], "", Talk, |_| {
        Command::WholeTopic
    }),
    entry(
        "Keeping safe: your team's numbers",
        &[],
        &["safe"],
        "",
        Anywhere,
        |_| Command::Safe,
    ),
    entry(
        "Pause and hide the screen",
        &[Key::Ctrl('p')],
        &["pause"],
        "",
        Talk,
        |_| Command::Pause,
    ),
];

const MARKS: &[Entry] = &[
    entry(
        "Own words",
        &[Key::Ctrl('o'), Key::F(5)],
        &["mark own"],
        "",
        Talk,
        |_| Command::Mark(Mark::OwnWords),
    ),
    entry("Worry", &[Key::F(6)], &["mark worry"], "", Talk, |_| {
        Command::Mark(Mark::Worry)
    }),
    entry(
        "Strength",
        &[Key::F(7)],
        &["mark strength"],
        "",
        Talk,
        |_| Command::Mark(Mark::Strength),
    ),
    entry(
        "Connection",
        &[Key::F(8)],
        &["mark connection"],
        "",
        Talk,
        |_| Command::Mark(Mark::Connection),
    ),
    entry("Next step", &[Key::F(9)], &["mark step"], "", Talk, |_| {
        Command::Mark(Mark::NextStep)
    }),
    entry("Matters most", &[], &["mark matters"], "", Talk, |_| {
        Command::Mark(Mark::Matters)
    }),
    entry("I saw or noticed", &[], &["mark saw"], "", Talk, |_| {
        Command::Mark(Mark::Saw)
    }),
    entry("My view", &[], &["mark view"], "", Talk, |_| {
        Command::Mark(Mark::View)
    }),
    entry("Come back to", &[], &["mark back"], "", Talk, |_| {
        Command::Mark(Mark::ComeBack)
    }),
    entry("Choose a mark", &[], &["mark"], "NAME", Talk, mark),
    entry(
        "Keep a note apart, or put it back",
        &[],
        &["apart"],
        "",
        Talk,
        |_| Command::Apart,
    ),
];

const NOTES: &[Entry] = &[
    entry(
        "When is it due",
        &[Key::Ctrl('d')],
        &["date"],
        "DAY or none",
        Talk,
        |rest| Command::When(rest.into()),
    ),
    entry("Who does it", &[], &["owner"], "NAME", Talk, |rest| {
        named(rest, "/owner NAME", Command::Owner)
    }),
    entry("Change the chosen note", &[], &["change"], "", Talk, |_| {
        Command::Change
    }),
    entry("Split a note in two", &[], &["split"], "", Talk, |_| {
        Command::Split
    }),
    entry(
        "Join a note to the one above",
        &[],
        &["join"],
        "",
        Talk,
        |_| Command::Join,
    ),
    entry("Move a note up", &[Key::ShiftUp], &["up"], "", Talk, |_| {
        Command::NoteUp
    }),
    entry(
        "Move a note down",
        &[Key::ShiftDown],
        &["down"],
        "",
        Talk,
        |_| Command::NoteDown,
    ),
    entry(
        "What can be done with a note",
        &[],
        &["note"],
        "",
        Talk,
        |_| Command::NoteMenu,
    ),
    entry(
        "Notes, next steps, things to ask",
        &[],
        &["notes"],
        "",
        Talk,
        |_| Command::Notes,
    ),
    entry(
        "New line inside a note",
        &[Key::NewLine],
        &[],
        "",
        Anywhere,
        |_| Command::NewLine,
    ),
    entry("Undo", &[Key::Ctrl('z')], &["undo"], "", Anywhere, |_| {
        say(talk::Command::Undo)
    }),
    entry("Redo", &[Key::Ctrl('y')], &["redo"], "", Anywhere, |_| {
        say(talk::Command::Redo)
    }),
];

const ABOUT: &[Entry] = &[
    entry("Who this is with", &[], &["who"], "NAME", Talk, |rest| {
        about(About::Person(some(rest)))
    }),
    entry(
        "How they like to be contacted",
        &[],
        &["contact"],
        "WORDS",
        Talk,
        |rest| about(About::Contact(some(rest))),
    ),
    entry(
        "Phone, home, ward, video",
        &[],
        &["how"],
        "WORD",
        Talk,
        |rest| about(About::How(some(rest))),
    ),
    entry(
        "Somebody joins the talk",
        &[],
        &["with"],
        "NAME (ROLE)",
        Talk,
        joined,
    ),
    entry(
        "Somebody leaves the talk",
        &[],
        &["gone"],
        "NAME",
        Talk,
        |rest| named(rest, "/gone NAME", |name| about(About::WentAway(name))),
    ),
    entry(
        "No copy to the home",
        &[],
        &["no-copy-home"],
        "or off",
        Talk,
        |rest| about(About::NoCopyHome(rest != "off")),
    ),
    entry(
        "They had a copy: how and when",
        &[],
        &["copy-given"],
        "WORDS",
        Talk,
        |rest| about(About::Copy(some(rest))),
    ),
    entry(
        "What happened next, from your list",
        &[],
        &["route"],
        "WORDS",
        Talk,
        |rest| about(About::Route(some(rest))),
    ),
    entry(
        "Part of the formal process",
        &[],
        &["formal"],
        "yes, no, unsure",
        Talk,
        formal,
    ),
    entry(
        "Your name, for the record",
        &[],
        &["me"],
        "NAME",
        Anywhere,
        |rest| {
            named(rest, "/me NAME", |name| {
                Command::Prefer(Preference::Name(name))
            })
        },
    ),
];

const RECORD: &[Entry] = &[
    entry(
        "Read back and finish",
        &[Key::Ctrl('r'), Key::F(10)],
        &["read-back"],
        "",
        Listening,
        |_| Command::ReadBack,
    ),
    entry("Put in the record", &[], &["in"], "", Talk, |_| {
        Command::Choose(Choice::In)
    }),
    entry("Leave out of the record", &[], &["out"], "", Talk, |_| {
        Command::Choose(Choice::Out)
    }),
    entry("Short", &[], &["short"], "", Talk, |_| {
        Command::Detail(Detail::Short)
    }),
    entry("Standard", &[], &["standard"], "", Talk, |_| {
        Command::Detail(Detail::Standard)
    }),
    entry("Everything", &[], &["everything"], "", Talk, |_| {
        Command::Detail(Detail::Everything)
    }),
    entry(
        "Move to another heading",
        &[Key::Ctrl('t'), Key::F(3)],
        &["move"],
        "HEADING",
        ReadBack,
        |rest| Command::Heading(rest.into()),
    ),
    entry(
        "Save the record",
        &[Key::Ctrl('s'), Key::F(10)],
        &["save"],
        "",
        ReadBack,
        |_| Command::Save,
    ),
    entry(
        "Copy the record as it stands",
        &[],
        &["copy"],
        "",
        Talk,
        |_| Command::Copy,
    ),
];

const REST: &[Entry] = &[
    entry(
        "All commands",
        &[Key::Ctrl('k'), Key::F(2)],
        &["commands"],
        "",
        Anywhere,
        |_| Command::Commands,
    ),
    entry("Help", &[Key::F(1)], &["help"], "", Anywhere, |_| {
        Command::Help
    }),
    entry(
        "Is it saved?",
        &[Key::Ctrl('s')],
        &["saved"],
        "",
        Listening,
        |_| Command::Saved,
    ),
    entry(
        "Leave for later; on Home, close",
        &[Key::Ctrl('q')],
        &["leave", "close", "quit"],
        "",
        Anywhere,
        |_| Command::Leave,
    ),
    entry("Step back", &[Key::Esc], &["back"], "", Anywhere, |_| {
        Command::Back
    }),
    entry(
        "Draw the screen again",
        &[Key::Ctrl('l')],
        &["redraw"],
        "",
        Anywhere,
        |_| Command::Redraw,
    ),
    entry(
        "The quiet line after a worry",
        &[],
        &["hints"],
        "on or off",
        Anywhere,
        |rest| switch(rest, Preference::Hints),
    ),
    entry(
        "Minutes on the top row",
        &[],
        &["clock"],
        "on or off",
        Anywhere,
        |rest| switch(rest, Preference::Clock),
    ),
    entry(
        "A blank row between notes",
        &[],
        &["spacing"],
        "on or off",
        Anywhere,
        |rest| switch(rest, Preference::Spacing),
    ),
    entry(
        "How wide notes are drawn",
        &[],
        &["width"],
        "COLUMNS",
        Anywhere,
        width,
    ),
    entry(
        "How to add local help",
        &[],
        &["connections"],
        "",
        Anywhere,
        |_| Command::Connections,
    ),
    entry(
        "Where everything is kept",
        &[],
        &["where"],
        "",
        Anywhere,
        |_| Command::Where,
    ),
];

/// Plain text editing and choosing: keys that do the same everywhere and have no typed name.
const EDITING: &[(Key, fn() -> Command)] = &[
    (Key::Enter, || Command::Enter),
    (Key::Backspace, || say(talk::Command::Backspace)),
    (Key::Delete, || Command::Delete),
    (Key::Ctrl('w'), || say(talk::Command::DeleteWord)),
    (Key::CtrlBackspace, || say(talk::Command::DeleteWord)),
    (Key::Ctrl('u'), || say(talk::Command::ClearLine)),
    (Key::Left, || Command::Toward(Toward::Left)),
    (Key::Right, || Command::Toward(Toward::Right)),
    (Key::Up, || Command::Toward(Toward::Up)),
    (Key::Down, || Command::Toward(Toward::Down)),
    (Key::PageUp, || Command::Toward(Toward::PageUp)),
    (Key::PageDown, || Command::Toward(Toward::PageDown)),
    (Key::Home, || Command::Toward(Toward::Start)),
    (Key::End, || Command::Toward(Toward::End)),
    (Key::Ctrl('a'), || Command::Toward(Toward::Start)),
    (Key::Ctrl('e'), || Command::Toward(Toward::End)),
    (Key::CtrlLeft, || {
        say(talk::Command::Cursor(talk::Motion::WordLeft))
    }),
    (Key::CtrlRight, || {
        say(talk::Command::Cursor(talk::Motion::WordRight))
    }),
    (Key::Char(' '), || Command::Space),
];

/// The command a key asks for where `counts` says which entries count; letters are not looked up here.
pub fn command_for(key: Key, counts: impl Fn(Place) -> bool) -> Option<Command> {
    let bound = entries()
        .filter(|entry| counts(entry.place))
        .find(|entry| entry.keys.contains(&key));
    bound.map(|entry| (entry.make)("")).or_else(|| {
        let (_, make) = EDITING.iter().find(|(bound, _)| *bound == key)?;
        Some(make())
    })
}

/// The command a typed line asks for: `name` after the slash, `rest` after that.
pub fn typed(name: &str, rest: &str) -> Command {
    let (name, rest) = (name.to_lowercase(), rest.trim());
    let whole = format!("{name} {}", rest.to_lowercase());
    let is = |entry: &&Entry, wanted: &str| entry.typed.contains(&wanted);
    if let Some(entry) = entries().find(|entry| is(entry, whole.trim_end())) {
        return (entry.make)(if entry.typed.contains(&name.as_str()) {
            rest
        } else {
            ""
        });
    }
    match entries().find(|entry| is(entry, &name)) {
        Some(entry) => (entry.make)(rest),
        None => Command::Unknown {
            nearest: nearest(&name),
            typed: name,
        },
    }
}

/// The main typed name nearest to what was typed: one it begins, or one a slip or two away.
fn nearest(typed: &str) -> Option<&'static str> {
    let names = || entries().filter_map(|entry| entry.typed.first().copied());
    if typed.chars().count() >= 2
        && let Some(begun) = names().find(|name| name.starts_with(typed))
    {
        return Some(begun);
    }
    names()
        .map(|name| (slips(typed, name), name))
        .filter(|(slips, _)| *slips <= 2)
        .min()
        .map(|(_, name)| name)
}

/// How many letters were missed, added, changed or swapped.
fn slips(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![(0..=b.len()).collect::<Vec<usize>>()];
    for (i, from) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, to) in b.iter().enumerate() {
            let mut best = (rows[i][j] + usize::from(from != to))
                .min(rows[i][j + 1] + 1)
                .min(row[j] + 1);
            if i > 0 && j > 0 && *from == b[j - 1] && a[i - 1] == *to {
                best = best.min(rows[i - 1][j - 1] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

fn say(command: talk::Command) -> Command {
    Command::Talk(command)
}

fn about(about: About) -> Command {
    Command::About(about)
}

fn guide(kind: Kind) -> Command {
    Command::Guide(kind.main_guide())
}

fn some(rest: &str) -> Option<String> {
    (!rest.is_empty()).then(|| rest.to_owned())
}

fn named(rest: &str, usage: &'static str, make: impl Fn(String) -> Command) -> Command {
    if rest.is_empty() {
        Command::Needs(usage)
    } else {
        make(rest.to_owned())
    }
}

fn mark(rest: &str) -> Command {
    match rest {
        "" => Command::Marks,
        name => Mark::named(name).map_or(
            Command::Needs("/mark own, worry, strength, view ..."),
            Command::Mark,
        ),
    }
}

/// `Carol (daughter)`: a name, and in brackets who they are.
fn joined(rest: &str) -> Command {
    let (name, role) = match rest.split_once('(') {
        Some((name, role)) => (name.trim(), some(role.trim_end_matches(')').trim())),
        None => (rest, None),
    };
    named(name, "/with NAME (ROLE)", |name| {
        about(About::Joined {
            name,
            role: role.clone(),
        })
    })
}

fn formal(rest: &str) -> Command {
    let word = match rest {
        "yes" => PartOfAssessment::Yes,
        "no" => PartOfAssessment::No,
        "unsure" => PartOfAssessment::Unsure,
        _ => return Command::Needs("/formal yes, no or unsure"),
    };
    about(About::PartOfAssessment(word))
}

fn switch(rest: &str, preference: fn(bool) -> Preference) -> Command {
    match rest {
        "on" | "" => Command::Prefer(preference(true)),
        "off" => Command::Prefer(preference(false)),
        _ => Command::Needs("on or off after it"),
    }
}

fn width(rest: &str) -> Command {
    match rest.parse() {
        Ok(columns @ 20..=200) => Command::Prefer(Preference::Width(columns)),
        _ => Command::Needs("/width and a number from 20 to 200"),
    }
}

//! The one table of what can be asked: keys, typed names, words for help, where it counts.
//!
//! Footers, help, the list of all commands, `alongside keys`, the man page and the README's keys come from here.

mod close;
mod copies;
mod entries;
mod local_help;
mod make;
mod practising;
mod records;
mod together;
mod told;

use close::CLOSE;
use copies::COPIES;
use entries::{ABOUT, LISTENING, MARKS, NOTES, RECORD, REST};
use local_help::LOCAL_HELP;
use practising::PRACTICE;
use records::RECORDS;
use together::TOGETHER;
use told::TOLD;

use super::key::Key;
use crate::{
    conversation as talk,
    desk::{Command, Toward},
    text::slips,
    words,
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
    /// Anywhere in practice.
    Practice,
    /// Among the scenarios alone.
    Cards,
    /// While a scenario is played.
    Play,
    /// In the debrief alone.
    Debrief,
    /// While one is observed.
    Watch,
    /// While it is played on one's own.
    Alone,
    /// Where it can be thrown away or kept: the debrief, and on one's own.
    Ending,
}

impl Place {
    /// Whether it is on the other side of the wall.
    pub fn is_of_practice(self) -> bool {
        !matches!(
            self,
            Self::Anywhere | Self::Talk | Self::Listening | Self::ReadBack
        )
    }

    /// Where that is, for a list of commands.
    pub fn name(self) -> &'static str {
        match self {
            Self::Anywhere => "",
            Self::Talk => words::IN_A_CONVERSATION,
            Self::Listening => words::IN_THE_CONVERSATION,
            Self::ReadBack => words::IN_READ_BACK,
            Self::Practice => words::practice::IN_PRACTICE,
            Self::Cards => words::practice::AMONG_SCENARIOS,
            Self::Play => words::practice::WHILE_PLAYING,
            Self::Debrief => words::debriefing::IN_THE_DEBRIEF,
            Self::Watch => words::watching::WHILE_OBSERVING,
            Self::Alone => words::alone::ON_YOUR_OWN,
            Self::Ending => words::practice::AT_THE_END,
        }
    }
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
pub const GROUPS: [(&str, &[Entry]); 13] = [
    ("While you listen", LISTENING),
    ("Marks", MARKS),
    ("Notes", NOTES),
    ("Who, and what is agreed", ABOUT),
    ("More than one person", TOGETHER),
    ("Sticking close", CLOSE),
    ("Local help", LOCAL_HELP),
    ("Read back and save", RECORD),
    ("Finished records", RECORDS),
    ("Copies, and words in them", COPIES),
    ("Stories and feedback", TOLD),
    ("Practice", PRACTICE),
    ("The rest", REST),
];

/// Every entry of every group.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    GROUPS.iter().flat_map(|(_, entries)| entries.iter())
}

/// Makes a command that takes nothing.
type Make = fn() -> Command;

/// Plain text editing and choosing: keys that do the same everywhere and have no typed name.
const EDITING: &[(Key, Make)] = &[
    (Key::Enter, || Command::Enter),
    (Key::Backspace, || Command::Talk(talk::Command::Backspace)),
    (Key::Delete, || Command::Delete),
    (Key::Ctrl('w'), || Command::Talk(talk::Command::DeleteWord)),
    (Key::CtrlBackspace, || {
        Command::Talk(talk::Command::DeleteWord)
    }),
    (Key::Ctrl('u'), || Command::Talk(talk::Command::ClearLine)),
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
        Command::Talk(talk::Command::Cursor(talk::Motion::WordLeft))
    }),
    (Key::CtrlRight, || {
        Command::Talk(talk::Command::Cursor(talk::Motion::WordRight))
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

/// The entry a typed line asks for: `mark own` before `mark`; or the only one whose name begins as typed (`pau`).
pub fn entry(name: &str, rest: &str) -> Option<&'static Entry> {
    let name = name.to_lowercase();
    let whole = format!("{name} {}", rest.trim().to_lowercase());
    let called = |wanted: &str| entries().find(|entry| entry.typed.contains(&wanted));
    called(whole.trim_end())
        .or_else(|| called(&name))
        .or_else(|| only_one_begun(&name))
}

/// Whether this is the whole name of a command.
pub fn is_name(typed: &str) -> bool {
    let name = typed.to_lowercase();
    entries().any(|entry| entry.typed.contains(&name.as_str()))
}

/// The entry two letters or more begin the name of, when they begin no other's.
fn only_one_begun(typed: &str) -> Option<&'static Entry> {
    if typed.chars().count() < 2 {
        return None;
    }
    let begun = |name: &&str| !name.contains(' ') && name.starts_with(typed);
    let mut found = entries().filter(|entry| entry.typed.iter().any(begun));
    found.next().filter(|_| found.next().is_none())
}

/// The command a typed line asks for: `name` after the slash, `rest` after that.
pub fn typed(name: &str, rest: &str) -> Command {
    match entry(name, rest) {
        Some(entry) if entry.typed[0].contains(' ') => (entry.make)(""),
        Some(entry) => (entry.make)(rest.trim()),
        None => {
            let typed = name.to_lowercase();
            Command::Unknown {
                nearest: nearest(&typed),
                typed,
            }
        }
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
    let letters = |name: &str| name.chars().collect::<Vec<char>>();
    let typed = letters(typed);
    names()
        .map(|name| (slips(&typed, &letters(name)), name))
        .filter(|(slips, _)| *slips <= 2)
        .min()
        .map(|(_, name)| name)
}

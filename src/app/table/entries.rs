//! The entries of the table, group by group, and how each reads what follows its name.

use super::{
    Entry,
    Place::{Anywhere, Listening, ReadBack, Talk},
    make::{
        about, entry, formal, guide, keep_in, lock, mark, named, promised, say, set, switch, who,
        width,
    },
};
use crate::{
    app::key::Key,
    conversation::{self as talk, About, Choice, Detail},
    desk::{Command, Know, Preference},
    guide::Kind,
    line::Mark,
};

pub(super) const LISTENING: &[Entry] = &[
    entry("Next topic", &[Key::Tab], &["next"], "", Talk, |_| {
        say(talk::Command::NextTopic)
    }),
    entry(
        "Topic before",
        &[Key::BackTab],
        &["prev", "previous"],
        "",
        Talk,
        |_| say(talk::Command::PreviousTopic),
    ),
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

pub(super) const MARKS: &[Entry] = &[
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

pub(super) const NOTES: &[Entry] = &[
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

pub(super) const ABOUT: &[Entry] = &[
    entry(
        "Who this is with, met or not",
        &[],
        &["who"],
        "NAME",
        Anywhere,
        who,
    ),
    entry(
        "What to know of them: ten lines",
        &[],
        &["known"],
        "",
        Talk,
        |_| Command::Know(Know::Lines),
    ),
    entry(
        "How they like to be contacted",
        &[],
        &["contact"],
        "WORDS",
        Talk,
        |rest| set(rest, About::Contact),
    ),
    entry(
        "Phone, home, ward, video",
        &[],
        &["how"],
        "WORD",
        Talk,
        |rest| set(rest, About::How),
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
        Anywhere,
        |rest| set(rest, About::Copy),
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

pub(super) const RECORD: &[Entry] = &[
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
];

pub(super) const REST: &[Entry] = &[
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
        "What was promised",
        &[],
        &["due"],
        "or week",
        Anywhere,
        promised,
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
        "or FOLDER",
        Anywhere,
        keep_in,
    ),
    entry(
        "Lock: hide all, forget the key",
        &[],
        &["lock"],
        "MINUTES or never",
        Anywhere,
        lock,
    ),
    entry(
        "Unlock with your passphrase",
        &[],
        &["unlock"],
        "",
        Anywhere,
        |_| Command::Unlock,
    ),
];

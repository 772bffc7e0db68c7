//! A whole call at the line-by-line face, driven with strings.

mod evidence;
mod locked;

use super::{Destination, Outcome, Plain, Session, Typed};
use crate::{
    app::App,
    connection::{Listing, Listings},
    desk::{Desk, Index, Known, Preferences, Team},
    guide::Shelf,
    run::{Clock, World},
    store::{Home, Library},
};
use std::path::Path;

fn listings() -> Listings {
    let club = |id: &str, name: &str| Listing {
        id: id.to_owned(),
        name: name.to_owned(),
        when: "Tue 12-2".to_owned(),
        ..Listing::default()
    };
    let all = vec![
        club("chapel", "Chapel Lane lunch club"),
        club("soup", "Soup and Sit, lunch"),
    ];
    Listings::new(all, None)
}

/// A face with nothing in hand.
fn face() -> (Plain, Clock) {
    let clock = Clock::new(Some("2026-03-10T14:20"));
    let desk = Desk::new(
        Shelf::default(),
        listings(),
        Team::default(),
        Preferences::default(),
    );
    (Plain::new(App::new(desk, (80, 24), clock.now())), clock)
}

/// A line as it is typed: a backslash at its end says that there is more.
fn typed(line: &str) -> Typed {
    Typed {
        text: line.strip_suffix('\\').unwrap_or(line).to_owned(),
        more: line.ends_with('\\'),
        damaged: false,
    }
}

/// What was said after each typed line, with the typed lines set off by `> `.
fn spoken(home: &Path, lines: &str) -> (String, Outcome) {
    let (mut plain, clock) = face();
    plain.app.desk.index = Index::Read(Known::default());
    let home = Home::at(home);
    let library = Library::of(&home, None);
    let mut heard = String::new();
    // One sitting, and the words of each line beside what it brought: the face itself is asked line by line.
    let greeting = plain.greet(clock.now());
    heard.extend(greeting.said.iter().map(|words| format!("{words}\n")));
    for line in lines.lines() {
        heard.push_str(&format!("> {line}\n"));
        let turn = plain.take(&typed(line), clock.tick());
        heard.extend(turn.said.iter().map(|words| format!("{words}\n")));
    }
    let world = World::new(home, library, clock);
    let mut nobody = vec![];
    let session = Session::new(plain, world, &mut nobody, Destination::Home);
    (heard, session.run(&b""[..]).expect("an empty input ends"))
}

fn talk(typed: &str) -> String {
    let home = tempfile::tempdir().expect("a folder");
    spoken(home.path(), typed).0
}

#[test]
fn a_short_conversation() {
    insta::assert_snapshot!(talk(
        "Rang because she cannot get out any more\n/who Joan M\n\" I used to be out every day.\n\
         Frightened of the front step\n!\n+ still cooks\n? who did she go to chapel with\n/ask\n/find lunch\n1\n\
         > Sam rings Joan tomorrow\n> Carol visits next Friday\n/date 2\n/owner Jaz\n/crisis\n1\n\
         > I ring the gas engineer today\nthat was wrong\n/undo\n/redo\n/undo\n/pause\nNeighbour has lent a heater\n\
         /read-back\n/out 5\n/undo\n/everything"
    ));
}

#[test]
fn what_is_not_understood_is_said_and_counted() {
    let home = tempfile::tempdir().expect("a folder");
    let typed = "/undo\na note\n/crsis\n/pause now\n/topics nowhere\n/date soonish\n> ring\n/date soonish\n/in 9\n/formal x";
    let (heard, outcome) = spoken(home.path(), typed);
    insta::assert_snapshot!(heard);
    assert_eq!(outcome.not_understood, 7);
}

#[test]
fn a_number_chooses_only_straight_after_a_list() {
    let heard = talk("2\n/topics\n1\n1\n/read-back");
    assert!(heard.contains("Crisis started"), "{heard}");
    assert!(heard.contains("Right now."), "{heard}");
    assert!(
        heard.contains("1 in. 1."),
        "a lone number is a note: {heard}"
    );
}

#[test]
fn a_note_over_several_lines_is_one_note() {
    let heard = talk("\" first\\\nsecond\\\n/third\n/read-back");
    assert!(heard.contains("first second /third"), "{heard}");
}

#[test]
fn a_line_too_long_for_one_note_is_kept_whole_as_several() {
    let heard = talk(&format!("\" {}\n/read-back", "é".repeat(250_000)));
    assert!(heard.contains("kept whole, as several"));
    assert!(heard.contains("1 of 3 notes are in"));
    let read_back = heard.split_once("/read-back").expect("typed").1;
    assert_eq!(read_back.matches('é').count(), 250_000);
}

#[test]
fn what_is_only_in_the_full_screen_is_said_in_a_sentence() {
    for name in [
        "change", "split", "note", "guide", "redraw", "width 40", "clock", "spacing",
    ] {
        let heard = talk(&format!("a note\n/{name}"));
        assert!(heard.contains("only in the full screen"), "{name}: {heard}");
    }
}

/// Every typed name, with a note and with nothing: no panic, no screen words, no dead end.
#[test]
fn every_command_answers() {
    for entry in crate::app::table::entries() {
        for name in entry.typed {
            for before in ["", "a note\n> Sam rings tomorrow\n"] {
                let heard = talk(&format!("{before}/{name}\nanother note\n/{name} x\nlast"));
                assert!(!heard.contains("Ctrl+"), "/{name}: {heard}");
            }
        }
    }
}

//! While it is locked, no word from before is on any screen, whatever is pressed.

use alongside::app::Msg;
use proptest::prelude::*;

use super::{
    any::{key, size},
    picture::words,
    play::{Play, RIGHT},
};

/// In no guide, no command and no sentence of the program; and typed by no key of [`key`].
const CANARY: &str = "Zqxj";

/// Every place a word can be put.
const PLACES: [&str; 14] = [
    "Zqxj rang<enter>",
    "! Zqxj<enter>",
    "> Zqxj rings tomorrow<enter>",
    "Zqxj: she said<enter>",
    "& Zqxj<enter>",
    "//Zqxj<enter>",
    "/who Zqxj<enter>",
    "/contact Zqxj<enter>",
    "/with Zqxj (Zqxj)<enter>",
    "/me Zqxj<enter>",
    "one<enter>/change<enter> Zqxj<enter>",
    "one<enter><f4>2Zqxj<enter><c-q>",
    "one<enter><c-r>Zqxj<enter><c-s><enter>",
    "one<enter><c-f>Zqxj<enter>",
];

/// What may be half done when it locks: on the line, in a list, in a command, undone.
const HALVES: [&str; 11] = [
    "",
    "half Zqxj",
    "/who Zqxj",
    "Zqxj<home>/",
    "<c-f>Zqxj",
    "<f1>Zqxj",
    "<up>",
    "<c-r>",
    "<c-z>",
    "<up><enter>Zqxj",
    "<c-p>",
];

/// A program with the canary in some places, locked.
fn locked(places: &[&str], half: &str, by_itself: bool) -> Play {
    let mut play = Play::new().sealed();
    for place in places {
        play = play.keys(place);
    }
    if by_itself {
        play = play
            .keys("<esc><esc><c-u>/lock 5<enter>")
            .keys(half)
            .later(6);
    } else {
        play = play.keys(half).keys("<esc><esc><c-u>/lock<enter>");
    }
    // Read back, Home and a pause take a key or two more before they are at a line.
    if play.app.locked.is_none() {
        play = play.keys("<esc><c-u>/lock<enter>");
    }
    play
}

fn shows_it(play: &Play) -> Option<String> {
    [play.frame(), play.ascii_frame()]
        .iter()
        .map(words)
        .find(|words| words.contains(CANARY) || words.contains("zqxj"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_word_from_before_is_on_any_screen(
        places in prop::collection::vec(prop::sample::select(PLACES.to_vec()), 1..6),
        half in prop::sample::select(HALVES.to_vec()),
        by_itself in any::<bool>(),
        turns in prop::collection::vec((key(), size()), 0..24),
        trouble in any::<bool>(),
    ) {
        let mut play = locked(&places, half, by_itself);
        prop_assume!(play.app.locked.is_some());
        if trouble {
            play = play.tell(Msg::Trouble("Your notes are safe in memory.".to_owned()));
        }
        for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
            play = play.sized(columns, rows);
            prop_assert_eq!(shows_it(&play), None);
        }
        for (keys, (columns, rows)) in turns {
            play = play.keys(&keys.replace(RIGHT, "wrong")).sized(columns, rows);
            prop_assert!(play.app.locked.is_some(), "only the passphrase opens it");
            prop_assert_eq!(shows_it(&play), None);
        }
    }
}

/// The property can fail: the canary is on the screen before, and again after.
#[test]
fn the_canary_is_there_to_be_seen() {
    let before = Play::new().sealed().keys("Zqxj rang<enter>");
    assert!(shows_it(&before).is_some());
    let locked = before.keys("/lock<enter>");
    assert_eq!(shows_it(&locked), None);
    let after = locked.keys("<enter>").keys(RIGHT).keys("<enter>");
    assert!(shows_it(&after).is_some());
}

/// Every place locks, so that the property is about something.
#[test]
fn every_place_is_one_it_locks_from() {
    for place in PLACES {
        for half in HALVES {
            for by_itself in [false, true] {
                let play = locked(&[place], half, by_itself);
                assert!(play.app.locked.is_some(), "{place} {half} {by_itself}");
                assert_eq!(shows_it(&play), None, "{place} {half} {by_itself}");
            }
        }
    }
}

/// What is typed while it is locked is not shown either, but for a command.
#[test]
fn what_is_typed_since_shows_as_dots() {
    let play = Play::new().sealed().keys("/lock<enter>Zqxj came by");
    assert_eq!(shows_it(&play), None);
    let text = words(&play.frame());
    assert!(text.contains(&"·".repeat("Zqxj came by".len())), "{text}");
    assert!(words(&play.ascii_frame()).contains("............"));
    assert!(words(&play.keys("<c-u>/unl").frame()).contains("/unl"));
}

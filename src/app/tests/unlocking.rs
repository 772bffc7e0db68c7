//! The passphrase: asked for, typed, given; and kept out of everything else.

use super::{locked::sealed, *};
use crate::desk::Passphrase;

/// Sealed and locked, with one conversation on Home that cannot be read yet.
fn sealed_home() -> Playing {
    let journals = keys("Canary one<enter><c-q>").journals;
    let mut playing = Playing::started(BTreeMap::new());
    playing.app.seal = Seal::Locked;
    playing.app.desk.drafts = journals.keys().cloned().map(Draft::unread).collect();
    playing.journals = journals;
    playing.app.look_at_drafts();
    let effects = playing.app.desk.take_effects();
    playing.perform(effects);
    playing
}

/// Letters that would be found anywhere.
const SECRET: &str = "zqxjzqxj";

#[track_caller]
fn asks(playing: &Playing) {
    assert!(
        playing.app.unlocking.is_some(),
        "the passphrase is asked for"
    );
}

#[test]
fn the_right_one_shows_everything_again() {
    for ask in ["<enter>", "/unlock<enter>"] {
        let mut app = sealed("one<enter>half<enter>/lock<enter>");
        app.keys(ask);
        asks(&app);
        app.keys("right<enter>").says("Unlocked");
        assert_eq!(app.app.locked, None);
        assert_eq!(app.app.seal, Seal::Unlocked);
        app.line("").notes(["one", "half"]).shows(Screen::Talk);
    }
}

#[test]
fn a_wrong_one_is_said_and_asked_again_from_the_start() {
    let mut app = sealed("one<enter>/lock<enter><enter>wrong<enter>");
    asks(&app);
    let asked = app.app.unlocking.as_ref().expect("is asked for");
    assert_eq!(asked.count(), 0);
    assert!(
        asked
            .said
            .as_deref()
            .is_some_and(|said| said.contains("does not open"))
    );
    assert!(app.app.locked.is_some());
    app.keys("right<enter>");
    assert_eq!(app.app.locked, None);
}

#[test]
fn it_can_be_changed_cleared_and_left() {
    let mut app = sealed("one<enter>/lock<enter><enter>wrong<c-u>rigth<bs><bs>ht<enter>");
    assert_eq!(app.app.locked, None);
    app = sealed("one<enter>/lock<enter><enter>wrong<esc>");
    assert!(app.app.unlocking.is_none() && app.app.locked.is_some());
    app = sealed("one<enter>/lock<enter><enter><enter>");
    asks(&app);
    let empty: Vec<_> = app
        .asked
        .iter()
        .filter(|asked| **asked != Effect::Lock)
        .collect();
    assert!(empty.is_empty(), "nothing is sent");
}

#[test]
fn it_can_be_pasted_as_one_line() {
    let mut app = sealed("one<enter>/lock<enter><enter>");
    app.pastes("right\n").keys("<enter>");
    assert_eq!(app.app.locked, None);
    app = sealed("one<enter>/lock<enter><enter>");
    app.pastes("rig\nht");
    let asked = app.app.unlocking.as_ref().expect("is asked for");
    assert_eq!(asked.count(), 0);
    assert!(asked.said.is_some());
}

#[test]
fn it_has_a_longest() {
    let mut app = sealed("one<enter>/lock<enter><enter>");
    app.pastes(&"é".repeat(512));
    app.pastes("more").keys("x");
    let asked = app.app.unlocking.as_ref().expect("is asked for");
    assert_eq!(asked.count(), 512);
    assert!(
        asked
            .said
            .as_deref()
            .is_some_and(|said| said.contains("too long"))
    );
}

#[test]
fn its_letters_are_nowhere_else() {
    let mut app = sealed("one<enter>/lock<enter><enter>");
    let before = app.journals.clone();
    app.keys(SECRET);
    let letters: String = format!("{:?}", app.app);
    assert!(!letters.contains(SECRET) && !letters.contains(&SECRET[..4]));
    app.keys("<f1><c-f><tab><up><c-z><enter><esc>");
    app.line("");
    assert_eq!(app.journals, before, "nothing of it is in a journal");
    assert!(!format!("{:?}", app.app).contains(SECRET));
}

#[test]
fn nothing_typed_while_it_opens_goes_anywhere() {
    let mut app = sealed("one<enter>/lock<enter>");
    let before = app.journals.clone();
    // The key takes its second: the effect is asked for, and no answer has come.
    app.keys("<enter>");
    app.app.give_passphrase(Passphrase::new("right".into()));
    app.app.desk.take_effects();
    app.keys("a note<enter>").pastes("more").line("");
    assert!(app.app.is_opening());
    app.takes(Msg::Unlocked).line("").notes(["one"]);
    assert_eq!(app.journals, before);
}

#[test]
fn an_answer_nobody_waits_for_opens_nothing() {
    let mut app = sealed("one<enter>/lock<enter><enter>");
    app.app.give_passphrase(Passphrase::new("right".into()));
    app.app.desk.take_effects();
    app.keys("<esc>").takes(Msg::Unlocked);
    assert!(app.app.locked.is_some());
    assert_eq!(
        app.asked,
        [Effect::Lock, Effect::Lock],
        "it is forgotten again"
    );
}

#[test]
fn a_sealed_home_lists_what_names_say() {
    let mut app = sealed_home();
    assert!(app.app.desk.drafts.iter().all(|draft| draft.sealed));
    app.keys("/unlock<enter>right<enter>");
    assert!(
        app.app
            .desk
            .drafts
            .iter()
            .all(|draft| draft.glance.is_some())
    );
}

#[test]
fn choosing_a_sealed_one_asks_and_then_opens_it() {
    let mut app = sealed_home();
    app.keys("5<enter>").shows(Screen::Home);
    asks(&app);
    app.keys("wrong<enter>right<enter>").shows(Screen::Talk);
    app.notes(["Canary one"]);
    assert_eq!(app.app.seal, Seal::Unlocked);
}

#[test]
fn a_first_note_needs_no_passphrase() {
    let mut app = sealed_home();
    app.keys("somebody rings<enter>");
    app.shows(Screen::Talk).notes(["somebody rings"]);
    assert!(app.app.unlocking.is_none() && app.app.locked.is_none());
}

#[test]
fn it_is_not_asked_for_where_it_is_open() {
    let app = sealed("one<enter>/unlock<enter>");
    app.says("It is unlocked");
    assert!(app.app.unlocking.is_none());
}

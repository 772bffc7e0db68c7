//! Locked: everything hidden, and typing goes on.

use super::*;

/// A program with sealing on and unlocked, after these keys.
pub(super) fn sealed(pressed: &str) -> Playing {
    let mut playing = keys("");
    playing.app.seal = Seal::Unlocked;
    playing.keys(pressed);
    playing
}

#[track_caller]
fn is_locked(playing: &Playing) {
    assert!(playing.app.locked.is_some());
    assert_eq!(playing.app.seal, Seal::Locked);
}

/// Minutes go by, and nothing else happens until something wakes the program.
fn later(playing: &mut Playing, minutes: i64) {
    playing.now += TimeDelta::minutes(minutes);
}

#[test]
fn where_nothing_is_sealed_it_says_so_and_hides_nothing() {
    for typed in ["/lock", "/lock 10", "/unlock"] {
        let app = keys(&format!("one<enter>{typed}<enter>"));
        app.says("Sealing is off").line("");
        assert_eq!(app.app.locked, None);
        assert_eq!(app.remembered, []);
    }
}

#[test]
fn lock_hides_and_forgets_the_key() {
    let app = sealed("one<enter>/lock<enter>");
    is_locked(&app);
    assert_eq!(app.asked, [Effect::Lock]);
    app.line("").notes(["one"]);
}

#[test]
fn notes_go_on_being_kept_and_are_counted() {
    let mut app = sealed("one<enter>/lock<enter>two<enter>");
    app.says("2 notes").notes(["one", "two"]);
    app.keys("! three<enter>").says("3 notes");
    assert!(app.talk().notes[2].mark.is_some());
    is_locked(&app);
}

#[test]
fn half_a_note_is_finished_while_hidden() {
    let mut app = sealed("half a <c-p>");
    app.app.desk.prefs.lock_after = Some(5);
    later(&mut app, 6);
    app.keys("note<enter>");
    is_locked(&app);
    app.notes(["half a note"]);
    assert!(!app.app.is_paused(), "typing carries on, as ever");
}

#[test]
fn from_home_a_first_note_starts_a_conversation() {
    let app = sealed("/lock<enter>2<enter>");
    app.shows(Screen::Talk).notes(["2"]).says("1 note");
    is_locked(&app);
}

#[test]
fn undo_and_redo_say_no_words() {
    let mut app = sealed("/who Joan Canary<enter>Canary<enter>/lock<enter><c-z>");
    assert_eq!(app.app.said.as_deref(), Some("Undone."));
    app.line("Canary");
    app.keys("<c-y>");
    assert_eq!(app.app.said.as_deref(), Some("Redone."));
    app.notes(["Canary"]);
}

#[test]
fn only_a_command_begun_since_can_be_read() {
    let readable = |keys: &str| {
        let app = sealed(keys);
        app.app.locked.expect("is locked").command
    };
    assert!(readable("/lock<enter>/unl"));
    assert!(readable("/lock<enter>/unx<bs>l<left>"));
    for hidden in [
        "/lock<enter>x/unlock",
        "/lock<enter>Canary<home>/",
        "one<enter>//Canary<enter>/lock<enter><c-z>",
        "one<enter>//Canary<enter>/lock<enter>/undo<enter>",
        "//Canary<enter>/lock<enter>/x<c-z><c-z><c-z>",
    ] {
        assert!(!readable(hidden), "{hidden}");
    }
    let mut app = sealed("/lock<enter>/");
    app.pastes("Canary");
    assert!(!app.app.locked.expect("is locked").command, "a paste");
    let mut app = sealed("/who Canary");
    app.app.desk.prefs.lock_after = Some(1);
    later(&mut app, 2);
    app.keys("x");
    assert!(!app.app.locked.expect("is locked").command, "from before");
}

#[test]
fn a_command_from_before_waits_until_it_can_be_seen() {
    let mut app = sealed("one<enter>/who Joan");
    app.app.desk.prefs.lock_after = Some(1);
    later(&mut app, 2);
    app.keys("<enter>");
    assert!(app.app.unlocking.is_some());
    app.keys("right<enter>").line("/who Joan");
    assert_eq!(app.app.locked, None);
    app.keys("<enter>");
    assert_eq!(app.talk().facts.person.as_deref(), Some("Joan"));
}

#[test]
fn what_would_show_something_is_not_done() {
    for pressed in [
        "<c-r>",
        "<c-t>",
        "<c-f>",
        "<c-k>",
        "<f1>",
        "<f4>",
        "<f6>",
        "<c-d>",
        "<c-x>",
        "<c-p>",
        "<c-g>",
        "/find one<enter>",
        "/notes<enter>",
        "/help<enter>",
        "/copy<enter>",
        "/crisis<enter>",
    ] {
        let mut app = sealed("one<enter>/lock<enter>");
        app.keys(pressed);
        is_locked(&app);
        app.no_sheet()
            .shows(Screen::Talk)
            .says("/unlock shows everything");
        assert_eq!(app.copied, [""; 0]);
        assert_eq!(app.talk().notes[0].mark, None, "{pressed}");
    }
}

#[test]
fn read_back_stays_where_it_was_and_its_keys_type() {
    let mut app = sealed("one<enter><c-r>");
    app.app.desk.prefs.lock_after = Some(1);
    later(&mut app, 2);
    app.keys(" <left><right><delete>more<enter>");
    let notes: Vec<_> = app.talk().notes.iter().collect();
    assert_eq!(notes[0].choice, crate::conversation::Choice::ByDetail);
    assert_eq!(app.talk().detail, None);
    assert_eq!(notes.len(), 2);
    app.shows(Screen::ReadBack);
}

#[test]
fn leaving_and_closing_work_while_locked() {
    let mut app = sealed("one<enter>/lock<enter><c-q>");
    app.shows(Screen::Home);
    is_locked(&app);
    assert!(app.app.desk.drafts.iter().all(|draft| draft.sealed));
    app.keys("<c-q>");
    assert!(app.left);
}

#[test]
fn what_home_had_read_goes_from_memory() {
    let mut app = sealed("one<enter><c-q>two<enter>/lock<enter>");
    assert!(
        app.app
            .desk
            .drafts
            .iter()
            .all(|draft| draft.glance.is_none())
    );
    app.keys("<enter>right<enter>");
    assert!(
        app.app
            .desk
            .drafts
            .iter()
            .all(|draft| draft.glance.is_some())
    );
    app.notes(["two"]);
}

#[test]
fn it_locks_by_itself_only_where_that_was_chosen() {
    let mut app = sealed("one<enter>");
    later(&mut app, 600);
    app.takes(Msg::Wake);
    assert_eq!(app.app.locked, None);
    app.keys("/lock 10<enter>").says("10 minutes");
    assert_eq!(app.remembered, [Preference::LockAfter(Some(10))]);
    let at = app.app.locks_at().expect("a time");
    assert_eq!((at - app.now).num_minutes(), 10);
    later(&mut app, 9);
    app.takes(Msg::Wake);
    assert_eq!(app.app.locked, None);
    app.keys("x");
    later(&mut app, 9);
    app.takes(Msg::Wake);
    assert_eq!(app.app.locked, None, "a key starts the minutes again");
    later(&mut app, 1);
    app.takes(Msg::Wake);
    is_locked(&app);
    assert_eq!(app.app.locks_at(), None);
}

#[test]
fn never_is_never() {
    let mut app = sealed("one<enter>/lock 10<enter>/lock never<enter>");
    assert_eq!(app.app.locks_at(), None);
    later(&mut app, 600);
    app.takes(Msg::Wake);
    assert_eq!(app.app.locked, None);
    app.keys("/lock 0<enter>").says("/lock 10").line("/lock 0");
}

#[test]
fn a_computer_that_slept_locks_before_the_first_key_counts() {
    let mut app = sealed("one<enter>/lock 10<enter>");
    later(&mut app, 60);
    app.keys("<c-r>");
    is_locked(&app);
    app.shows(Screen::Talk);
}

#[test]
fn a_sheet_and_what_was_typed_into_it_go_when_it_locks() {
    let mut app = sealed("one<enter>/lock 10<enter><c-f>Canary");
    later(&mut app, 60);
    app.takes(Msg::Wake).no_sheet();
    is_locked(&app);
}

#[test]
fn one_that_is_moved_here_after_it_locked_says_no_words() {
    let journals = keys("<up>one<enter>half Canary").journals;
    let (id, events) = journals.into_iter().next().expect("there is one");
    let mut app = sealed("/lock<enter>");
    app.journals.insert(id.clone(), events.clone());
    app.open = Some(id.clone());
    let said = Some("Everything readable is here.".into());
    app.takes(Msg::Opened { id, events, said });
    is_locked(&app);
    assert_eq!(app.app.said, None);
    app.line("half Canary");
}

//! A conversation another window has: looked at, moved here, taken away from here.

use super::*;

/// Home, with one conversation that another window has, chosen.
fn other_window() -> Playing {
    let journals = keys("one<enter>half a li").journals;
    let mut playing = Playing::started(journals);
    let id = only(&playing);
    playing.takes(Msg::OpenElsewhere { id, since: None });
    playing
}

fn only(playing: &Playing) -> ConversationId {
    playing
        .journals
        .keys()
        .next()
        .expect("there is one")
        .clone()
}

/// The other window keeps one more note.
fn goes_on(playing: &mut Playing) {
    let id = only(playing);
    let mut other = Playing::started(playing.journals.clone());
    other.keys("<up><down><enter>").keys("<enter>two<enter>");
    assert_eq!(other.talk().id, id);
    playing.journals = other.journals;
}

#[track_caller]
fn looks_on(playing: &Playing) -> &Conversation {
    assert!(playing.app.desk.talk().is_none(), "it is not in hand");
    let looking = playing.app.looking.as_ref();
    &looking.expect("it is looked at").talk
}

#[test]
fn three_choices_are_offered_and_esc_takes_none() {
    let mut app = other_window();
    let picks = app.rows().into_iter().filter(|row| row.pick.is_some());
    assert_eq!(picks.count(), 3);
    app.keys("<esc>").no_sheet().shows(Screen::Home);
    assert!(app.app.looking.is_none());
}

#[test]
fn looking_on_follows_and_writes_nothing() {
    let mut app = other_window();
    let before = app.journals.clone();
    app.keys("1").shows(Screen::Talk);
    assert_eq!(looks_on(&app).notes.len(), 1);
    assert_eq!(looks_on(&app).line.text, "half a li");
    assert_eq!(app.journals, before);
    goes_on(&mut app);
    let before = app.journals.clone();
    app.takes(Msg::Wake);
    assert_eq!(looks_on(&app).notes.len(), 3);
    assert_eq!(app.journals, before);
}

#[test]
fn nothing_types_while_looking_on() {
    let mut app = other_window();
    app.keys("1");
    let before = app.journals.clone();
    for pressed in [
        "x", "/", "1", " ", "<bs>", "<c-z>", "<f6>", "<c-r>", "<c-t>", "<c-p>", "<delete>",
    ] {
        app.keys(pressed);
        app.says("Enter moves it here. Esc goes back.").no_sheet();
        app.shows(Screen::Talk);
    }
    app.pastes("words").says("Enter moves it here");
    assert_eq!(app.journals, before);
    looks_on(&app);
}

#[test]
fn esc_and_leave_go_home_to_its_row() {
    for pressed in ["<esc>", "<c-q>"] {
        let mut app = other_window();
        app.keys("1").keys(pressed).shows(Screen::Home);
        assert!(app.app.looking.is_none());
        assert_eq!(app.app.row, 4);
        assert!(!app.left);
    }
}

#[test]
fn help_can_be_read_while_looking_on() {
    let mut app = other_window();
    app.keys("1<f1>undo");
    assert!(!app.rows().is_empty());
    app.keys("<f10>").no_sheet().shows(Screen::Talk);
    looks_on(&app);
}

#[test]
fn it_moves_here_from_the_list_and_while_looking() {
    for pressed in ["2", "1<enter>"] {
        let mut app = other_window();
        app.keys(pressed).shows(Screen::Talk).notes(["one"]);
        app.line("half a li");
        assert!(app.app.looking.is_none());
        app.keys("ne<enter>").notes(["one", "half a line"]);
    }
}

#[test]
fn what_could_not_be_moved_is_looked_at_as_before() {
    let mut app = other_window();
    app.keys("1");
    let id = only(&app);
    let tick = app.tick();
    app.app.update(Msg::Key(Key::Enter), tick);
    app.takes(Msg::NotOpened(
        id.clone(),
        "The other window did not let it go.".into(),
    ));
    app.says("did not let it go");
    looks_on(&app);
    // And a second of looking later it is still there, or the folder has gone.
    app.takes(Msg::NotOpened(id, "It is not there.".into()));
    app.shows(Screen::Home).says("It is not there.");
}

#[test]
fn another_can_be_started_instead() {
    let mut app = other_window();
    app.keys("3").shows(Screen::Talk).notes([]);
    assert_eq!(app.journals.len(), 2);
}

#[test]
fn one_that_moved_away_is_written_no_more() {
    let mut app = keys("one<enter>half");
    let id = app.talk().id.clone();
    let before = app.journals.clone();
    app.takes(Msg::MovedAway(id.clone()));
    app.shows(Screen::Home)
        .says("moved to another window")
        .line("");
    assert!(app.app.desk.drafts.iter().any(|draft| draft.id == id));
    assert_eq!(app.journals, before);
    app.open = None;
    app.keys(" a line<enter>")
        .shows(Screen::Talk)
        .notes([" a line".trim()]);
    assert_ne!(app.talk().id, id);
    assert_eq!(app.journals[&id], before[&id]);
}

#[test]
fn another_that_moved_is_nothing_to_this_one() {
    let mut app = keys("one<enter>");
    let other = ConversationId::new(app.now, crate::guide::Kind::Crisis, 9);
    app.takes(Msg::MovedAway(other))
        .shows(Screen::Talk)
        .notes(["one"]);
}

#[test]
fn what_was_read_for_somebody_who_looked_away_is_not_shown() {
    let mut app = other_window();
    app.keys("1<esc>");
    let (id, events) = app.journals.first_key_value().expect("there is one");
    let late = Msg::Looked {
        id: id.clone(),
        events: events.clone(),
    };
    app.takes(late).shows(Screen::Home);
    assert!(app.app.looking.is_none());
}

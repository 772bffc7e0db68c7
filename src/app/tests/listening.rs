//! The conversation: the line, the notes above it, the quiet line, pausing.

use super::*;
use crate::{guide::Kind, line::Mark};

#[test]
fn enter_with_nothing_typed_and_nothing_chosen_does_nothing() {
    let mut app = keys("one<enter>");
    let before = happened(&app).len();
    app.keys("<enter><enter><enter>").notes(["one"]);
    assert_eq!(happened(&app).len(), before);
}

#[test]
fn esc_keeps_the_words_on_the_line() {
    let mut app = keys("one<enter>half a no<esc>");
    app.says("still here").line("half a no");
    app.keys("<esc><esc>").shows(Screen::Talk).line("half a no");
}

#[test]
fn marks_by_key_go_on_the_last_note_or_the_chosen_one() {
    let mut app = keys("one<enter>two<enter><c-o>");
    assert_eq!(app.talk().notes[1].mark, Some(Mark::OwnWords));
    app.keys("<up><up><f6>").says("Marked as worry");
    assert_eq!(app.talk().notes[0].mark, Some(Mark::Worry));
    app.keys("<f6>").says("Mark taken off");
    assert_eq!(app.talk().notes[0].mark, None);
}

#[test]
fn a_mark_with_no_note_says_so() {
    keys("1<enter><f6>").says("no note");
}

#[test]
fn the_short_way_is_told_once() {
    let mut app = keys("one<enter>\"<enter>");
    app.says("Ctrl+O does this");
    app.keys("two<enter>\"<enter>").says("Marked as own words");
}

#[test]
fn up_chooses_and_enter_changes_what_is_chosen() {
    let mut app = keys("one<enter>two<enter>three<enter><up><up><enter>");
    app.line("two");
    app.keys(" and more<enter>")
        .notes(["one", "two and more", "three"])
        .line("");
}

#[test]
fn esc_ends_a_change_and_keeps_it() {
    keys("one<enter><up><enter> more<esc>")
        .notes(["one more"])
        .line("");
}

#[test]
fn a_change_with_all_its_words_deleted_is_over_at_enter() {
    let mut app = keys("one<enter><up><enter><c-u><enter>");
    app.keys("<esc>two<enter>").notes(["one", "two"]);
}

#[test]
fn the_quiet_line_comes_after_the_first_worry_and_once() {
    let mut app = keys("one<enter>");
    assert!(app.app.quiet.is_none());
    app.keys("! frightened of the step<enter>");
    assert_eq!(app.app.quiet, Some(Quiet::Worry));
    app.keys("two<enter>");
    assert!(app.app.quiet.is_none());
    app.keys("! and the ice<enter>");
    assert!(app.app.quiet.is_none(), "said once in a conversation");
    assert_eq!(app.talk().kind(), Kind::ListenAndConnect, "nobody is moved");
}

#[test]
fn the_quiet_line_can_be_hidden_and_switched_off() {
    let app = keys("! frightened<enter><esc>");
    assert!(app.app.quiet.is_none());
    app.shows(Screen::Talk);
    let mut app = keys("/hints off<enter>");
    assert_eq!(app.remembered, [Preference::Hints(false)]);
    app.keys("! frightened<enter>");
    assert!(app.app.quiet.is_none());
}

#[test]
fn letters_while_paused_carry_on_and_type() {
    let mut app = keys("one<enter>hal<c-p>");
    assert!(app.app.is_paused());
    app.keys("f").line("half").says("Carried on");
    assert!(!app.app.is_paused());
}

#[test]
fn enter_while_paused_only_carries_on() {
    let app = keys("one<enter>half<c-p><enter>");
    app.line("half").notes(["one"]);
    assert!(!app.app.is_paused());
}

#[test]
fn keys_that_would_change_hidden_notes_do_nothing() {
    let mut app = keys("one<enter>half<c-p><c-z><esc><up><bs><tab><f6>");
    assert!(app.app.is_paused());
    app.keys("<c-p>").line("half").notes(["one"]);
}

#[test]
fn a_paste_while_paused_carries_on() {
    let mut app = keys("1<enter>a<c-p>");
    app.pastes("nd more").line("and more");
    assert!(!app.app.is_paused());
}

#[test]
fn three_paragraphs_pasted_are_three_notes() {
    let mut app = keys("1<enter>");
    app.pastes("one\n\n! two\n\n\nthree").keys("<enter>");
    app.notes(["one", "! two", "three"]).says("Kept as 3 notes");
    app.keys("<c-z>").notes([]);
    app.keys("<c-z>").line("");
}

#[test]
fn undo_says_what_it_did() {
    let mut app = keys("one<enter><f6><c-z>");
    app.says("Undone: marked as worry").notes(["one"]);
    app.keys("<c-z>").says("back on the line").line("one");
    app.keys("<c-y>").notes(["one"]).line("");
    app.keys("<c-y><c-y>").says("Nothing to redo");
}

#[test]
fn tab_moves_through_the_guide_and_notes_go_where_it_stands() {
    let mut app = keys("1<enter><tab>about now<enter>");
    let topic = app.talk().topic.clone();
    assert_ne!(topic.topic.as_str(), "just-listening");
    assert_eq!(app.talk().notes[0].topic, topic);
    app.keys("half<tab>").line("half");
}

#[test]
fn a_suggestion_is_taken_with_right_at_the_end_of_the_line() {
    let mut app = keys("1<enter>@ lunch");
    assert!(super::super::under::suggestion(&app.app).is_some());
    app.keys("<left><right>").line("@ lunch");
    app.keys("<right>").line("");
    assert_eq!(app.talk().notes[0].listing.as_deref(), Some("chapel-lane"));
}

#[test]
fn ctrl_c_loses_nothing_and_says_how_to_leave() {
    keys("half a no<c-c>")
        .says("Ctrl+Q leaves")
        .line("half a no");
}

#[test]
fn ctrl_s_says_it_is_kept() {
    keys("one<enter><c-s>")
        .says("Everything is kept")
        .shows(Screen::Talk);
}

#[test]
fn moving_to_another_kind_keeps_the_notes_and_the_line() {
    let mut app = keys("one<enter>half<f4>2");
    app.no_sheet().notes(["one"]).line("half").says("crisis");
    assert_eq!(app.talk().kind(), Kind::Crisis);
    app.keys("<c-z>");
    assert_eq!(app.talk().kind(), Kind::ListenAndConnect);
}

#[test]
fn trouble_with_the_disk_is_shown_until_it_is_over() {
    let mut app = keys("one<enter>");
    app.takes(Msg::Trouble("The disk is full.".into()));
    app.keys("two<enter><c-s>").says("The disk is full.");
    assert!(app.app.trouble.is_some());
    app.takes(Msg::Mended).says("Saving again");
    assert!(app.app.trouble.is_none());
    app.notes(["one", "two"]);
}

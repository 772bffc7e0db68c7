//! Ctrl+Z and Ctrl+Y: everything can be taken back, and nothing is lost by it.

use super::*;

#[test]
fn undo_after_enter_puts_the_note_back_on_the_line() {
    let mut talk = given("one<enter>! two more<enter><c-z>");
    talk.line("! two more|").holds(["one"]);
    talk.keys(" things<enter>")
        .holds(["one", "! two more things"]);
}

#[test]
fn a_note_number_is_never_used_twice() {
    let mut talk = given("one<enter><c-z><c-u>two<enter>");
    assert_eq!(talk.last().id, NoteId(2));
    talk.keys("three<enter>");
    assert_eq!(talk.last().id, NoteId(3));
}

#[test]
fn a_typed_command_leaves_history_as_if_never_typed() {
    let mut talk = given("one<enter>two<enter><c-z><c-u>");
    let (done, undone) = (talk.talk.done.clone(), talk.talk.undone.clone());
    talk.waits(5_000).keys("/find lunch club").asked();
    talk.line("|").holds(["one"]);
    assert_eq!((&talk.talk.done, &talk.talk.undone), (&done, &undone));
}

#[test]
fn a_command_is_out_of_history_also_when_the_topic_was_changed_over_it() {
    let mut talk = given("<tab>/find lunch<tab> club");
    talk.asked().line("|");
    talk.keys("<c-z><c-z>").line("|");
    assert_eq!(talk.does(Command::Undo), Err(Refusal::NothingToUndo));
    talk.keys("<c-y><c-y>").line("|");
}

#[test]
fn undo_and_redo_can_be_typed() {
    let mut talk = given("one<enter>");
    talk.does(mark(Mark::Worry)).expect("there is a note");
    talk.keys("/undo").asked().keys("<c-z>").holds(["one"]);
    talk.keys("/redo").asked().keys("<c-y>").holds(["! one"]);
}

#[test]
fn a_command_begun_and_deleted_again_leaves_redo() {
    let mut talk = given("one<enter>");
    talk.does(mark(Mark::Worry)).expect("there is a note");
    talk.keys("<c-z>/re<bs><bs><bs>").holds(["one"]);
    talk.keys("<c-y>").holds(["! one"]);
}

#[test]
fn a_choice_typed_as_a_number_leaves_history_too() {
    let mut talk = given("2");
    talk.asked().line("|");
    assert_eq!(talk.does(Command::Undo), Err(Refusal::NothingToUndo));
}

#[test]
fn topics_passed_one_after_another_are_one_step_of_undo() {
    let mut talk = given("<tab><tab><tab>");
    assert_ne!(talk.topic(), "just-listening");
    talk.keys("<c-z>");
    assert_eq!(talk.topic(), "just-listening");
    talk.keys("<s-tab><tab><c-z>");
    assert_eq!(talk.topic(), "just-listening");
}

#[test]
fn tab_goes_round() {
    let topics = LISTEN.topics.len();
    let mut talk = given("");
    for _ in 0..topics {
        talk.keys("<tab>");
    }
    assert_eq!(talk.topic(), "just-listening");
    talk.keys("<s-tab>");
    assert_eq!(talk.topic(), LISTEN.topics[topics - 1].id.as_str());
}

#[test]
fn moving_to_another_kind_keeps_every_note_and_comes_back() {
    let mut talk = given("<tab><tab>one<enter>half a no");
    let topic = talk.topic().to_owned();
    talk.does(Command::Switch(Box::new(CRISIS.clone())))
        .expect("is another kind");
    talk.holds(["one"]).line("half a no|");
    assert_eq!(talk.talk.kind(), Kind::Crisis);
    assert_eq!(
        talk.topic(),
        CRISIS.topics[1].id.as_str(),
        "straight to the first prompts"
    );
    assert_eq!(talk.talk.notes[0].topic.guide, LISTEN.id);
    talk.keys("<c-z>").holds(["one"]).line("half a no|");
    assert_eq!(talk.talk.kind(), Kind::ListenAndConnect);
    assert_eq!(talk.topic(), topic, "back at the topic that was showing");
    talk.keys("<c-y>");
    assert_eq!(talk.talk.kind(), Kind::Crisis);
    assert_eq!(talk.topic(), CRISIS.topics[1].id.as_str());
}

#[test]
fn the_kind_in_use_cannot_be_moved_to() {
    let here = Command::Switch(Box::new(LISTEN.clone()));
    assert_eq!(given("").does(here), Err(Refusal::AlreadyHere));
}

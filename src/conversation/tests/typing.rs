//! Letters on the line: one key passes one letter as people count them, in any script.

use super::*;

#[test]
fn letters_go_where_the_cursor_is() {
    given("Jon<left>a<end>!").line("Joan!|");
    given("the step<c-left>front <home>On ").line("On |the front step");
    given("abc<home><del>").line("|bc");
    given("out every day<c-w>").line("out every |");
    given("out every day<c-left><c-right><left>").line("out every da|y");
    given("gone<c-u>").line("|");
}

#[test]
fn keys_that_have_nothing_to_do_leave_no_trace() {
    let mut talk = given("a<home>");
    let before = talk.events.len();
    talk.keys("<bs><left><home><c-w><c-left>");
    talk.does(Command::Type(String::new())).expect("types");
    talk.does(Command::Paste(String::new())).expect("pastes");
    assert_eq!(talk.events.len(), before);
}

#[test]
fn one_backspace_takes_one_letter_of_any_script() {
    for letter in [
        "ŵ",
        "w\u{302}",
        "中",
        "👩‍👩‍👧",
        "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "नि",
        "e\u{301}\u{323}",
        "🇬🇧",
    ] {
        let mut talk = given("Tŷ ");
        talk.does(Command::Type(letter.into())).expect("types");
        talk.keys("<bs>").line("Tŷ |");
        talk.does(Command::Type(letter.into())).expect("types");
        talk.keys("<left><del>").line("Tŷ |");
    }
}

#[test]
fn a_cursor_never_stands_inside_a_letter() {
    // The parts of one letter can arrive on either side of the cursor.
    given("👧<home>👩\u{200d}").line("👩\u{200d}👧|");
    given("\u{302}ŷ<home>w").line("w\u{302}|ŷ");
}

#[test]
fn words_are_kept_in_one_form_and_otherwise_as_typed() {
    given("Tw\u{302}r,  two  spaces…<enter>").holds(["Tŵr,  two  spaces…"]);
    given("中文 👩‍👩‍👧 Tŷ Gŵyr<enter>").holds(["中文 👩‍👩‍👧 Tŷ Gŵyr"]);
    assert_eq!(given("w\u{302}").talk.line.text, "w\u{302}", "while typed");
}

#[test]
fn a_note_bears_the_time_of_its_first_letter() {
    let mut talk = given("");
    talk.waits(60_000)
        .keys("She")
        .waits(30_000)
        .keys(" cooks<enter>");
    assert_eq!(talk.last().at.to_rfc3339(), "2026-03-10T14:21:00.100+00:00");
}

#[test]
fn a_line_cleared_and_begun_again_bears_the_later_time() {
    let mut talk = given("Oh<c-u>");
    talk.waits(60_000).keys("She cooks<enter>");
    assert_eq!(talk.last().at.format("%H:%M").to_string(), "14:21");
}

#[test]
fn undo_goes_back_a_word_at_a_time() {
    let mut talk = given("out every day");
    talk.keys("<c-z>").line("out every |");
    talk.keys("<c-z>").line("out |");
    talk.keys("<c-z>").line("|");
    assert_eq!(talk.does(Command::Undo), Err(Refusal::NothingToUndo));
    talk.keys("<c-y><c-y><c-y>").line("out every day|");
    assert_eq!(talk.does(Command::Redo), Err(Refusal::NothingToRedo));
}

#[test]
fn a_pause_of_a_second_begins_a_new_step_of_undo() {
    let mut talk = given("day");
    talk.waits(1_000).keys("light").keys("<c-z>").line("day|");
    let mut talk = given("day");
    talk.waits(800).keys("light").keys("<c-z>").line("|");
}

#[test]
fn moving_the_cursor_begins_a_new_step_of_undo() {
    given("day<left>x<c-z>").line("da|y");
    given("day<home>x<end>y<c-z>").line("xday|");
}

#[test]
fn deleting_is_undone_a_word_at_a_time() {
    let mut talk = given("out every day<bs><bs><bs><bs>");
    talk.line("out every|");
    talk.keys("<c-z>").line("out every day|");
    given("gone<c-u><c-z>").line("gone|");
    given("out every day<c-w><c-z>").line("out every day|");
}

#[test]
fn typing_after_undo_forgets_what_could_be_redone() {
    let mut talk = given("one two<c-z>x");
    assert_eq!(talk.does(Command::Redo), Err(Refusal::NothingToRedo));
    talk.line("one x|");
}

#[test]
fn a_mark_key_marks_what_is_being_typed_and_the_cursor_stays_by_its_letter() {
    let marked = |keys: &str, mark: Mark, line: &str| {
        let mut talk = given(keys);
        talk.does(Command::MarkLine(mark)).expect("marks");
        talk.line(line);
    };
    marked("half a note<left><left>", Mark::Worry, "! half a no|te");
    marked("! half a note<home>", Mark::Worry, "|half a note");
    marked("!half a note", Mark::OwnWords, "\" half a note|");
    marked(" #1 on the list", Mark::Worry, "! #1 on the list|");
    marked("& not for him", Mark::Saw, "& ~ not for him|");
}

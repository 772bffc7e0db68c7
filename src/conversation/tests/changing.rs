//! Notes that are kept, changed afterwards.

use super::*;
use crate::conversation::Choice;

#[test]
fn a_notes_words_come_back_to_the_line_and_go_home_again() {
    let mut talk = given("! Frightened of the stop<enter>");
    talk.changes(false).line("! Frightened of the stop|");
    talk.keys("<bs><bs>ep<enter>")
        .line("|")
        .holds(["! Frightened of the step"]);
    talk.keys("<c-z>").line("! Frightened of the step|");
    talk.keys("<c-y>").holds(["! Frightened of the step"]);
}

#[test]
fn nothing_changed_is_nothing_changed() {
    for typed in [
        "Rang at nine",
        "! Frightened",
        "& ! he shouts",
        "Carol: she is lonely",
        "\"Carol: she is lonely\"",
        " ! just text",
        " Carol: just text",
        "//find is a command",
        "\" she said \"never\"\"",
        "> Sam rings Joan tomorrow",
        "+1 for the club",
        "#home the step is high",
        "one<nl>! two",
    ] {
        let mut talk = given(&format!("{typed}<enter>"));
        let before = talk.talk.notes.clone();
        talk.changes(false).keys("<enter>");
        assert_eq!(talk.talk.notes, before, "{typed}");
    }
}

#[test]
fn own_words_that_end_in_a_quote_keep_it() {
    let mut talk = given("she said \"never\"<enter>");
    talk.does(mark(Mark::OwnWords)).expect("there is a note");
    talk.changes(false)
        .keys("<home><right><right>then <enter>")
        .holds(["\" then she said \"never\""]);
}

#[test]
fn a_changed_step_is_read_again() {
    let mut talk = given("> Sam rings Friday<enter>");
    talk.changes(false)
        .keys("<c-w>Monday<enter>")
        .holds(["> Sam rings Monday [Sam, 2026-03-16]"]);
}

#[test]
fn a_mark_typed_or_deleted_while_changing_counts() {
    let mut talk = given("cooks a roast<enter>");
    talk.changes(false)
        .keys("<home>+ <enter>")
        .holds(["+ cooks a roast"]);
    talk.changes(false)
        .keys("<home><del><del><enter>")
        .holds(["cooks a roast"]);
}

#[test]
fn all_words_deleted_leaves_the_note_as_it_was() {
    let mut talk = given("cooks<enter>");
    talk.changes(false)
        .keys("<c-u><enter>")
        .holds(["cooks"])
        .line("|");
    talk.keys("next<enter>").holds(["cooks", "next"]);
}

#[test]
fn a_line_in_use_is_not_taken() {
    let mut talk = given("one<enter>two");
    let change = Command::Change {
        note: None,
        split: false,
    };
    assert_eq!(talk.does(change), Err(Refusal::LineInUse));
    talk.line("two|");
}

#[test]
fn a_changed_note_keeps_its_place_its_time_and_its_topic() {
    let mut talk = given("<tab>one<enter><tab>two<enter>");
    let before = talk.talk.notes[0].clone();
    talk.waits(60_000)
        .does(Command::Change {
            note: id(1),
            split: false,
        })
        .expect("the line is free");
    talk.keys(" more<enter>").holds(["one more", "two"]);
    let after = &talk.talk.notes[0];
    assert_eq!((after.at, &after.topic), (before.at, &before.topic));
}

#[test]
fn a_note_is_split_where_a_line_begins() {
    let mut talk = given("cooks and sews<enter>last<enter>");
    talk.does(Command::Change {
        note: id(1),
        split: true,
    })
    .expect("the line is free");
    talk.keys("<c-left><c-left><bs><nl><enter>")
        .holds(["cooks", "and sews", "last"]);
    talk.keys("<c-z>").holds(["cooks and sews", "last"]);
    talk.keys("<c-y>").holds(["cooks", "and sews", "last"]);
}

#[test]
fn what_is_split_stays_apart_and_stays_whose_it_was() {
    let mut talk = given("&! Carol: he shouts and throws things<enter>");
    talk.changes(true)
        .keys("<c-left><c-left><c-left><nl><enter>");
    talk.holds(["& ! Carol: he shouts", "& ! Carol: and throws things"]);
}

#[test]
fn a_part_that_says_otherwise_is_otherwise() {
    let mut talk = given("! the step> Sam fits a rail Friday<enter>");
    talk.changes(true);
    for _ in 0.."> Sam fits a rail Friday".len() {
        talk.keys("<left>");
    }
    talk.keys("<nl><enter>")
        .holds(["! the step", "> Sam fits a rail Friday [Sam, 2026-03-13]"]);
}

#[test]
fn joined_notes_keep_every_word_and_stay_apart() {
    let mut talk = given("! the step<enter>& and the ice<enter>");
    talk.does(Command::Join(None)).expect("one is above");
    talk.holds(["& ! the step\nand the ice"]);
    talk.keys("<c-z>").holds(["! the step", "& and the ice"]);
    assert_eq!(talk.does(Command::Join(id(1))), Err(Refusal::NothingAbove));
}

#[test]
fn a_worry_joined_to_a_plain_note_is_still_a_worry() {
    let mut talk = given("rang at nine<enter>! the step frightens her<enter>");
    talk.does(Command::Join(None)).expect("one is above");
    talk.holds(["! rang at nine\nthe step frightens her"]);
    let mut talk = given("the step<enter>> Sam fits a rail Friday<enter>");
    talk.does(Command::Join(None)).expect("one is above");
    talk.holds(["> the step\nSam fits a rail Friday [Sam, 2026-03-13]"]);
}

#[test]
fn a_paste_kept_as_several_notes_joins_into_one() {
    let mut talk = given("before<enter>");
    talk.pastes("one\n\ntwo\n\nthree").keys("<enter>");
    talk.does(Command::Join(None)).expect("was just kept");
    talk.holds(["before", "one\ntwo\nthree"]);
    talk.keys("<c-z>").holds(["before", "one", "two", "three"]);
    talk.keys("after<enter>");
    talk.does(Command::Join(None)).expect("one is above");
    talk.holds(["before", "one", "two", "three\nafter"]);
}

#[test]
fn what_is_too_long_for_one_note_is_refused_whole() {
    let mut talk = given("half");
    let long = "a".repeat(1 << 20);
    assert_eq!(talk.does(Command::Paste(long)), Err(Refusal::TooLong));
    talk.line("half|");
}

#[test]
fn notes_move_up_and_down_and_back() {
    let mut talk = given("a<enter>b<enter>c<enter>");
    talk.does(Command::Up(None)).expect("not the first");
    talk.holds(["a", "c", "b"]);
    talk.does(Command::Down(id(1))).expect("not the last");
    talk.holds(["c", "a", "b"]);
    talk.keys("<c-z><c-z>").holds(["a", "b", "c"]);
    assert_eq!(talk.does(Command::Up(id(1))), Err(Refusal::NothingAbove));
    assert_eq!(talk.does(Command::Down(id(3))), Err(Refusal::NothingBelow));
}

#[test]
fn a_note_is_put_under_a_heading_or_another_topic() {
    let mut talk = given("the step<enter>");
    let heading = LISTEN.sections[1].id.clone();
    talk.does(Command::Section(None, heading.clone()))
        .expect("the guide has it");
    assert_eq!(talk.last().section, Some(heading));
    let nowhere = crate::guide::SectionId::new("nowhere");
    assert_eq!(
        talk.does(Command::Section(None, nowhere)),
        Err(Refusal::NoSection)
    );
}

#[test]
fn leaving_out_deletes_nothing() {
    let mut talk = given("the step<enter>");
    talk.does(Command::Choose(None, Choice::Out))
        .expect("there is a note");
    talk.holds(["the step"]);
    assert_eq!(talk.last().choice, Choice::Out);
    talk.keys("<c-z>");
    assert_eq!(talk.last().choice, Choice::ByDetail);
}

#[test]
fn there_must_be_a_note() {
    for command in [
        mark(Mark::Worry),
        Command::Apart(None),
        Command::Join(None),
        Command::Up(None),
        Command::Choose(None, Choice::In),
        Command::Apart(id(9)),
    ] {
        assert_eq!(given("").does(command), Err(Refusal::NoNote));
    }
}

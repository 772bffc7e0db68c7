//! Enter: what a line becomes.

use super::*;
use crate::conversation::{About, Choice, Due};

#[test]
fn a_line_is_a_note_and_the_line_is_free() {
    given("Rang because she cannot get out any more.<enter>")
        .line("|")
        .holds(["Rang because she cannot get out any more."]);
}

#[test]
fn an_empty_line_keeps_nothing() {
    assert_eq!(given("<enter>   <enter>").talk.notes, []);
}

#[test]
fn every_mark_makes_its_kind() {
    for mark in Mark::ALL {
        let talk = given(&format!("{} said so<enter>", mark.char()));
        assert_eq!(talk.last().mark, Some(mark));
        assert_eq!(talk.last().text, "said so");
    }
}

#[test]
fn a_mark_alone_marks_the_last_note_and_again_takes_it_off() {
    let mut talk = given("I used to be out every day<enter>\"<enter>");
    talk.holds(["\" I used to be out every day"]).line("|");
    talk.keys("\"<enter>").holds(["I used to be out every day"]);
    talk.keys("!<enter>+<enter>")
        .holds(["+ I used to be out every day"]);
}

#[test]
fn a_mark_alone_goes_on_the_chosen_note() {
    let mut talk = given("first<enter>second<enter>!");
    talk.does(Command::Keep {
        late: false,
        chosen: id(1),
    })
    .expect("there is such a note");
    talk.holds(["! first", "second"]);
}

#[test]
fn a_mark_alone_with_no_note_stays_on_the_line() {
    let mut talk = given("!");
    assert_eq!(talk.does(keep()), Err(Refusal::NoNote));
    talk.line("!|").holds([]);
}

#[test]
fn kept_apart_is_a_sign_of_its_own() {
    given("& he shouts at night<enter>").holds(["& he shouts at night"]);
    given("&! he shouts<enter>").holds(["& ! he shouts"]);
    let mut talk = given("he shouts<enter>&<enter>");
    talk.holds(["& he shouts"]);
    talk.keys("&<enter>").holds(["he shouts"]);
}

#[test]
fn a_topic_files_the_note_or_the_last_one() {
    let mut talk = given("#home the step is high<enter>");
    let home = talk.last().topic.topic.clone();
    assert!(home.as_str().contains("home"), "{home}");
    assert_eq!(talk.topic(), "just-listening", "the pointer stays");
    talk.keys("cannot get out<enter>#home<enter>");
    talk.holds(["the step is high", "cannot get out"]);
    assert_eq!(talk.last().topic.topic, home);
}

#[test]
fn somebody_elses_words_are_named() {
    given("Carol: She will not say so<enter>").holds(["Carol: She will not say so"]);
    given("\"Carol: she is lonely\"<enter>").holds(["\" Carol: she is lonely"]);
}

#[test]
fn the_person_named_as_speaker_is_own_words() {
    let mut talk = given("");
    talk.does(Command::About(About::Person(Some("Joan M".into()))))
        .expect("can be said");
    talk.keys("Joan: it is just me and the telly<enter>")
        .holds(["\" it is just me and the telly"]);
    talk.keys("! Joan M: the step frightens me<enter>");
    assert_eq!(told(talk.last()), "! the step frightens me");
}

#[test]
fn a_space_first_means_just_text() {
    given(" ! not a mark<enter> Carol: nor this<enter>").holds(["! not a mark", "Carol: nor this"]);
}

#[test]
fn a_step_says_who_and_when_and_keeps_the_sentence() {
    given("> Sam rings Joan tomorrow<enter>")
        .holds(["> Sam rings Joan tomorrow [Sam, 2026-03-11]"]);
    given("> I ring the GP Friday<enter>").holds(["> I ring the GP Friday [you, 2026-03-13]"]);
    given("> rail by the bath<enter>").holds(["> rail by the bath [who?]"]);
}

#[test]
fn names_heard_before_are_known_in_steps() {
    given("Carol: I can drive her<enter>> Carol drives her on Friday<enter>").holds([
        "Carol: I can drive her",
        "> Carol drives her on Friday [Carol, 2026-03-13]",
    ]);
}

#[test]
fn in_a_crisis_a_step_that_names_nobody_is_yours() {
    let mut talk = Talking::begun(CRISIS.clone());
    talk.keys("> ring the out of hours team tonight<enter>")
        .holds(["> ring the out of hours team tonight [you, 2026-03-10]"]);
}

#[test]
fn a_day_chosen_while_typing_beats_the_words() {
    let mut talk = given("> Carol visits next Friday");
    let chosen = chrono::NaiveDate::from_ymd_opt(2026, 3, 13).expect("a day");
    talk.does(Command::Due(None, Due::On(chosen)))
        .expect("a step is being typed");
    talk.keys(" with the form<enter>")
        .holds(["> Carol visits next Friday with the form [Carol, 2026-03-13]"]);
    talk.keys("> Sam rings Monday");
    talk.does(Command::Due(None, Due::NoDate))
        .expect("a step is being typed");
    talk.keys("<enter>");
    assert_eq!(told(talk.last()), "> Sam rings Monday [Sam]");
}

#[test]
fn who_and_when_of_a_kept_step_can_be_put_right() {
    let mut talk = given("> rail by the bath Friday<enter>just a note<enter>");
    let chosen = chrono::NaiveDate::from_ymd_opt(2026, 3, 17).expect("a day");
    talk.does(Command::Due(None, Due::On(chosen)))
        .expect("the last step");
    talk.does(Command::Owner(None, Who::Named("OT".into())))
        .expect("the last step");
    talk.holds(["> rail by the bath Friday [OT, 2026-03-17]", "just a note"]);
    assert_eq!(
        talk.does(Command::Due(id(2), Due::NoDate)),
        Err(Refusal::NotAStep)
    );
}

#[test]
fn three_pasted_paragraphs_are_three_notes_and_one_step_of_undo() {
    let mut talk = given("");
    talk.pastes("Rang at nine.\r\n\r\n! Frightened of the step\r\nand the ice.\r\n\r\n> Sam rings");
    assert_eq!(talk.talk.paragraphs().map(|parts| parts.len()), Some(3));
    talk.keys("<enter>").holds([
        "Rang at nine.",
        "! Frightened of the step\nand the ice.",
        "> Sam rings",
    ]);
    assert!(
        talk.talk.notes.iter().all(|note| note.mark.is_none()),
        "marks inside pasted text are text"
    );
    talk.keys("<c-z>").holds([]);
    assert!(talk.talk.line.text.starts_with("Rang at nine."));
    talk.keys("<c-z>").line("|");
}

#[test]
fn lines_pasted_without_a_blank_one_are_a_note_each() {
    let mut talk = given("");
    talk.pastes("one\ntwo\n\t\nthree\n").keys("<enter>");
    talk.holds(["one\ntwo", "three"]);
    let mut talk = given("");
    talk.pastes("one\ntwo\nthree\n")
        .keys("<enter>")
        .holds(["one", "two", "three"]);
}

#[test]
fn a_paste_of_more_paragraphs_than_anybody_reads_is_one_note() {
    let mut talk = given("");
    let paste = vec!["a"; 60_000].join("\n\n");
    talk.pastes(&paste).keys("<enter>").holds([paste.as_str()]);
}

#[test]
fn blank_lines_part_paragraphs_however_many() {
    let mut talk = given("");
    talk.pastes("\n\none\n\n\n \ntwo\n\n").keys("<enter>");
    talk.holds(["one", "two"]);
}

#[test]
fn a_mark_typed_before_a_paste_counts() {
    let mut talk = given("\" ");
    talk.pastes("just me and the telly")
        .keys("<enter>")
        .holds(["\" just me and the telly"]);
}

#[test]
fn a_paste_taken_back_leaves_no_trace_on_what_is_typed_next() {
    let mut talk = given("");
    talk.pastes("one\n\ntwo").keys("<c-z>! worry<enter>");
    talk.holds(["! worry"]);
    let mut talk = given("");
    talk.pastes("x")
        .keys("<bs>! worry<enter>")
        .holds(["! worry"]);
}

#[test]
fn a_note_typed_in_read_back_is_late_and_in() {
    let talk = given("afterthought<late>");
    assert!(talk.last().late);
    assert_eq!(talk.last().choice, Choice::In);
}

#[test]
fn a_connection_from_the_list_takes_the_place_of_its_search() {
    let connect = Command::Connect {
        listing: "chapel-lane".into(),
        kind: Some("friendship".into()),
        text: "Chapel Lane lunch club, Tue 12-2".into(),
    };
    let mut talk = given("@ lunch");
    talk.does(connect.clone()).expect("can be kept");
    talk.line("|").holds(["@ Chapel Lane lunch club, Tue 12-2"]);
    assert_eq!(talk.last().listing.as_deref(), Some("chapel-lane"));
    assert_eq!(
        talk.last().fact,
        Some(crate::conversation::Fact::Kind("friendship".into()))
    );
    talk.keys("<c-z>").line("@ lunch|").holds([]);
    let mut talk = given("she likes");
    talk.does(connect).expect("can be kept");
    talk.line("she likes|");
    assert_eq!(talk.talk.notes.len(), 1);
}

#[test]
fn something_to_find_out_leaves_the_line_alone() {
    let mut talk = given("she likes");
    talk.does(Command::FindOut("Find out about: bowls".into()))
        .expect("can be kept");
    talk.line("she likes|").holds(["? Find out about: bowls"]);
}

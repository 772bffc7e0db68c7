//! The right copy for each reader: pastes, letters, and words that make people go hmm.

use super::*;
use crate::{
    desk::{CopyGiven, LetterAsked},
    record::Form,
};

/// A talk with a heading or two, and something kept apart.
fn call() -> Playing {
    keys(
        "/who Joan M<enter>+ cooks a roast<enter>! the step<enter>& he hits her<enter>> I ring Sam tomorrow<enter>",
    )
}

fn letters(app: &Playing) -> Vec<&LetterAsked> {
    app.asked
        .iter()
        .filter_map(|effect| match effect {
            Effect::WriteLetter(asked) => Some(&**asked),
            _ => None,
        })
        .collect()
}

fn given(app: &Playing) -> Vec<&CopyGiven> {
    app.asked
        .iter()
        .filter_map(|effect| match effect {
            Effect::NoteCopyGiven(given) => Some(&**given),
            _ => None,
        })
        .collect()
}

#[test]
fn the_whole_record_is_copied_as_plain_text_and_it_says_where_the_notes_are() {
    let mut app = call();
    app.app.home_path = "/home/priya/alongside".to_owned();
    app.keys("/copy<enter>");
    let copy = &app.copied[0];
    assert!(
        copy.contains("cooks a roast") && !copy.contains("hits her"),
        "{copy}"
    );
    for sign in ["---", "##", "[ ]", "**", "no_copy_home"] {
        assert!(!copy.contains(sign), "{sign}: {copy}");
    }
    let said = app.app.said.clone().expect("said");
    let id = app.talk().id.clone();
    let path = std::path::Path::new("/home/priya/alongside")
        .join("conversations")
        .join(id.as_str());
    assert!(said.ends_with(&path.display().to_string()), "{said}");
}

#[test]
fn one_heading_is_copied_by_its_name_or_chosen_from_a_list() {
    let mut app = call();
    app.keys("/copy worries<enter>");
    assert!(
        app.copied[0].contains("the step") && !app.copied[0].contains("roast"),
        "{:?}",
        app.copied
    );
    app.says("Copied \"What worries");
    app.keys("/copy zzzz<enter>");
    assert_eq!(
        app.app.sheet.as_ref().map(|sheet| sheet.kind.clone()),
        Some(SheetKind::CopyPart)
    );
    assert_eq!(app.rows()[0].text, "The whole record");
    app.keys("<down><enter>").no_sheet();
    assert_eq!(app.copied.len(), 2);
}

#[test]
fn a_note_kept_apart_is_not_copied_and_the_mark_is_said_with_every_copy() {
    let mut app = keys("one<enter>& he hits her<enter><up>/note<enter>8");
    assert_eq!(app.copied, [""; 0]);
    app.says("kept apart, so it is not copied");
    app.keys("<esc>/no-copy-home<enter>/copy<enter>")
        .says("Marked: no copy to the home. Copied");
}

#[test]
fn a_letter_is_made_of_what_is_read_back_in_the_form_that_is_chosen() {
    let mut app = call();
    app.keys("<c-r>/letter<enter>");
    assert_eq!(app.rows().len(), 2);
    app.keys("2").no_sheet();
    let asked = letters(&app);
    assert_eq!((asked.len(), asked[0].form), (1, Form::Page));
    let letter = asked[0].so_far.as_ref().expect("it is still open").words();
    assert!(
        letter.contains("<h1>") && letter.contains("cooks a roast") && !letter.contains("hits her")
    );
    app.keys("/letter text<enter>");
    let letter = letters(&app)[1]
        .so_far
        .as_ref()
        .expect("still open")
        .words()
        .to_owned();
    assert!(
        letter.starts_with("To Joan M\n") && letter.contains("  I will:\n"),
        "{letter}"
    );
}

#[test]
fn no_letter_goes_to_the_home_of_somebody_who_must_have_none() {
    let mut app = call();
    app.keys("/no-copy-home<enter><c-r>/letter text<enter>");
    assert!(letters(&app).is_empty());
    app.says("Marked in their records: no copy to the home.")
        .says("/letter to the library");
    app.keys("/letter text to the library<enter>");
    assert!(
        letters(&app)[0]
            .so_far
            .as_ref()
            .expect("a letter")
            .is_marked()
    );
    app.keys("/letter her sister<enter>")
        .says("/letter, /letter text, /letter page");
}

#[test]
fn after_a_save_the_letter_is_of_that_record_and_how_it_was_given_goes_into_it() {
    let app = keys("/letter<enter>");
    app.says("Save a record or read one first").no_sheet();
    let mut app = call();
    let id = app.talk().id.clone();
    app.keys("<c-r><c-s>1").shows(Screen::Home);
    app.keys("/letter page<enter>/copy-given large print, by post<enter>")
        .shows(Screen::Home);
    assert_eq!(
        (
            letters(&app)[0].id.clone(),
            letters(&app)[0].so_far.is_none()
        ),
        (id.clone(), true)
    );
    let given = given(&app);
    assert_eq!(
        (&given[0].id, given[0].how.as_str()),
        (&id, "large print, by post")
    );
}

#[test]
fn how_a_copy_was_given_is_still_said_in_the_conversation_while_that_is_open() {
    let mut app = call();
    app.keys("/copy-given by hand<enter>");
    assert_eq!(app.talk().facts.copy.as_deref(), Some("by hand"));
    assert!(given(&app).is_empty());
}

#[test]
fn words_that_make_people_go_hmm_are_found_in_the_workers_own_lines() {
    let mut app = keys(
        "= she needs an assessment<enter>\" I am not a case<enter>Carol: a client, they said<enter><c-r>",
    );
    assert_eq!(app.app.hmm().len(), 1);
    app.keys("/words<enter>");
    let rows = app.rows();
    assert_eq!(rows[0].text, "In this conversation:");
    assert_eq!(rows[1].text, "she needs an assessment");
    assert!(
        rows[2]
            .text
            .contains("\"assessment\": perhaps conversation"),
        "{:?}",
        rows[2]
    );
    app.keys("<esc>/words off<enter>").says("hmm are off");
    assert!(app.app.hmm().is_empty());
    assert_eq!(app.remembered, [Preference::Words(false)]);
    app.keys("<c-s>1");
    let record = &app.saved[0].record;
    assert!(
        record.contains("she needs an assessment"),
        "nothing is replaced: {record}"
    );
    assert!(
        !record.contains("perhaps"),
        "nothing of it is in the record: {record}"
    );
}

#[test]
fn a_role_play_has_no_copy_and_no_letter() {
    let mut app = keys("/practice<enter>");
    app.keys("/letter text<enter>/copy<enter>");
    assert!(letters(&app).is_empty() && app.copied.is_empty());
}

//! Keys in a story and in feedback: Enter gives no answer that nobody gave, Ctrl+Z takes back what was typed, Esc goes
//! where it says, and nothing is offered that cannot be done.

use super::{
    told::{begun, rows},
    *,
};
use crate::evidence::story::Told;

fn typed(app: &Playing) -> String {
    app.app.sheet.as_ref().expect("a list").filter.clone()
}

#[test]
fn enter_alone_answers_no_question_for_anybody() {
    let mut app = keys("/feedback people<enter><enter><enter>");
    for _ in 0..6 {
        app.keys("<enter>");
    }
    assert!(
        rows(&app)[0].starts_with("Keep what they said"),
        "{:?}",
        rows(&app)
    );
    app.keys("1").says("Every question was skipped");
    assert!(app.feedback.is_empty());
    let mut app = keys("/feedback people<enter><enter><enter>2<enter><esc>");
    app.keys("<enter><enter><enter>");
    let given = &app.unfinished.asking.as_ref().expect("kept").given;
    assert_eq!(
        given[0].answer,
        Some(crate::evidence::feedback::Answer::Partly),
        "what was given stays"
    );
    assert_eq!(given[1].answer, None);
}

#[test]
fn how_it_went_is_said_by_nobody_but_the_worker() {
    let mut app = begun();
    app.keys(" <tab>9<enter><enter>").says("Press a number");
    let telling = |app: &Playing| app.unfinished.telling.as_ref().expect("a story").went;
    assert_eq!(telling(&app), None);
    app.keys("<down><down><enter><esc>");
    assert_eq!(telling(&app), Some(Told::Badly));
    app.keys("<enter>");
    assert_eq!(telling(&app), Some(Told::Badly), "as it was said before");
}

#[test]
fn what_is_typed_in_an_answer_is_undone_and_done_again() {
    let mut app = begun();
    app.keys("<tab>1cooks on Sundays<c-w><c-u>");
    assert_eq!(typed(&app), "");
    app.keys("<c-z>");
    assert_eq!(typed(&app), "cooks on ");
    app.keys("<c-z>");
    assert_eq!(typed(&app), "cooks on Sundays");
    app.keys("<c-z>");
    assert_eq!(typed(&app), "cooks on ");
    app.keys("<c-y><c-y>");
    assert_eq!(typed(&app), "cooks on ");
    app.keys("<c-y>");
    assert_eq!(typed(&app), "");
    app.keys("<c-y>").says("nothing to do again");
    app.keys("<c-z>!").pastes("so");
    assert_eq!(typed(&app), "cooks on !so");
    app.keys("<c-z><c-z><c-z><c-z><c-z><c-z><c-z>")
        .says("nothing to undo");
    assert_eq!(typed(&app), "");
    app.keys("<c-y>");
    app.pastes("One\nTwo");
    app.keys("<c-z>").says("nothing to undo");
    assert_eq!(typed(&app), "Two");
    let mut app = keys("/feedback people<enter><enter><enter>1Nearly all<c-u><c-z>");
    assert_eq!(typed(&app), "Nearly all");
    let given = &app.unfinished.asking.as_ref().expect("kept").given[0];
    assert_eq!(given.words, "Nearly all");
    app.keys("<enter>");
}

#[test]
fn esc_leaves_the_first_lines_and_nothing_is_kept_of_a_story_nothing_was_told_of() {
    let mut app = begun();
    app.keys("<esc>").no_sheet();
    assert!(app.unfinished.is_empty());
    let mut app = begun();
    app.keys(" <esc>").says("Your story is kept").no_sheet();
    app.keys("/story<enter>");
    assert!(rows(&app)[0].starts_with("Who"), "{:?}", rows(&app));
    let again = rows(&app)
        .iter()
        .position(|row| row.contains("other lines"));
    for _ in 0..again.expect("a way back to the lines") {
        app.keys("<down>");
    }
    app.keys("<enter>");
    assert!(rows(&app)[0].starts_with("[ in]"), "{:?}", rows(&app));
    app.keys("<esc>");
    assert!(rows(&app)[0].starts_with("Who"), "{:?}", rows(&app));
}

#[test]
fn a_story_whose_record_is_void_is_read_or_thrown_away_and_no_more() {
    let mut app = begun();
    app.keys(" <tab>1She coo<esc><esc>");
    for record in app.records.values_mut() {
        *record = record.replace("kind:", "voided: \"2026-03-07\"\nkind:");
    }
    app.takes(Msg::Indexed(Index::Read(app.known())));
    app.keys("/story<enter>").says("can only be thrown away");
    let offered = ["Read it  ", "Throw it away  asks once more"];
    assert_eq!(rows(&app), offered);
    app.keys("1");
    assert!(
        rows(&app).join("\n").contains("She coo"),
        "{:?}",
        rows(&app)
    );
    app.keys("<enter>");
    assert_eq!(rows(&app), offered);
    app.keys("2");
    assert!(rows(&app)[1].starts_with("Leave it"), "{:?}", rows(&app));
    app.keys("2");
    assert_eq!(rows(&app), offered);
    app.keys("2").keys("1").says("Thrown away");
    assert!(app.unfinished.is_empty());
}

#[test]
fn a_half_told_story_says_that_its_record_was_put_right_and_takes_what_was() {
    let mut app = begun();
    app.keys(" <down> <tab><esc>/story<enter>")
        .says("Going on with the story");
    app.keys("<esc>");
    for record in app.records.values_mut() {
        *record += "\n## Added since\n\n- Corrected: \"cooks on Sundays\" should be \"cooks on Mondays\". Why: I misheard it. *(Priya N, Sat 7 March 2026, 09:10)*\n";
    }
    app.keys("/story<enter>")
        .says("Its record was put right since. Look at the lines again.");
    assert!(
        app.unfinished
            .telling
            .as_ref()
            .expect("a story")
            .story()
            .parts[1]
            .contains("Mondays")
    );
    app.keys("<esc>/story<enter>")
        .says("Going on with the story");
}

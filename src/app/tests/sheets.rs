//! Lists over the line: digits, letters, Esc, and what happens to letters that match nothing.

use super::*;
use crate::app::{
    SheetKind,
    sheet::{Stage, When},
};

#[test]
fn esc_closes_a_sheet_and_changes_nothing() {
    for open in [
        "<c-t>",
        "<f4>",
        "<c-f>",
        "<c-k>",
        "<f1>",
        "/notes<enter>",
        "/safe<enter>",
    ] {
        let mut app = keys("one<enter>");
        let before = app.talk().clone();
        app.keys(open);
        assert!(app.app.sheet.is_some(), "{open}");
        app.keys("<esc>").no_sheet().shows(Screen::Talk);
        assert_eq!(app.talk().notes, before.notes, "{open}");
        assert_eq!(app.talk().topic, before.topic, "{open}");
    }
}

#[test]
fn the_line_keeps_its_words_under_a_sheet() {
    let app = keys("1<enter>half a no<c-t>people<esc>");
    app.line("half a no").no_sheet();
    assert_eq!(app.talk().sought(), "people", "typed, so kept");
}

#[test]
fn digits_choose_in_numbered_sheets() {
    let mut app = keys("one<enter><f4>");
    assert_eq!(app.rows()[0].text, "Listen and connect");
    app.keys("9");
    assert!(app.app.sheet.is_some(), "there is no ninth row");
    app.keys("3").no_sheet();
    assert_eq!(app.talk().guide().id.as_str(), "good-life");
}

#[test]
fn letters_close_a_numbered_sheet_and_type() {
    let app = keys("one<enter><f4>she fell");
    app.no_sheet();
    app.line("she fell");
    assert_eq!(app.talk().guide().id.as_str(), "listen-and-connect");
}

#[test]
fn letters_narrow_a_list_and_enter_takes_the_first() {
    let mut app = keys("1<enter><c-t>");
    let all = app.rows().len();
    app.keys("wh");
    assert!(app.rows().len() < all);
    let wanted = app.chosen();
    app.keys("<enter>").no_sheet();
    let topic = app.talk().current_topic().expect("one is showing");
    assert_eq!(topic.title, wanted);
    app.line("");
}

#[test]
fn letters_that_match_nothing_go_to_the_line() {
    let app = keys("1<enter><c-t>zzz<enter>");
    app.no_sheet()
        .line("zzz")
        .says("Your words are on the line");
}

#[test]
fn letters_that_match_nothing_never_push_words_off_the_line() {
    let mut app = keys("1<enter>half<c-t>zzz<enter>");
    app.line("half");
    assert!(app.app.sheet.is_some());
    app.keys("<bs><bs><bs><esc>").line("half").no_sheet();
}

#[test]
fn backspace_and_ctrl_u_widen_a_list_again() {
    let mut app = keys("1<enter><c-t>");
    let all = app.rows().len();
    app.keys("wh<bs><bs>");
    assert_eq!(app.rows().len(), all);
    app.keys("wh<c-u>");
    assert_eq!(app.rows().len(), all);
}

#[test]
fn arrows_pass_over_rows_that_do_nothing() {
    let mut app = keys("one<enter><f4>");
    for _ in 0..20 {
        app.keys("<down>");
    }
    assert_eq!(app.chosen(), "The carer's own");
    for _ in 0..20 {
        app.keys("<up>");
    }
    assert_eq!(app.chosen(), "Listen and connect");
}

#[test]
fn local_help_is_found_and_kept_as_a_connection() {
    let mut app = keys("1<enter><c-f>lunch");
    assert!(
        app.rows()
            .iter()
            .any(|row| row.text == "Chapel Lane lunch club")
    );
    app.keys("<enter>").no_sheet();
    assert_eq!(app.talk().notes[0].listing.as_deref(), Some("chapel-lane"));
}

#[test]
fn what_is_not_found_can_be_found_out_later() {
    let app = keys("1<enter><c-f>zzzz<enter>");
    app.notes(["Find out about: zzzz"]).no_sheet().line("");
}

#[test]
fn notes_can_be_found_and_chosen() {
    let mut app = keys("the step<enter>the telly<enter>/find telly<enter>");
    app.keys("<enter>");
    assert_eq!(app.app.note, Some(app.talk().notes[1].id));
    app.keys("<enter>").line("the telly");
}

#[test]
fn when_is_it_due_offers_what_the_words_could_mean() {
    let mut app = keys("1<enter>> Carol visits next Friday<enter><c-d>");
    let rows = app.rows();
    assert!(rows[0].text.contains("20 March"), "{}", rows[0].text);
    assert!(rows[1].text.contains("13 March"), "{}", rows[1].text);
    app.keys("2").no_sheet();
    let due = |app: &Playing| {
        app.talk().notes[0]
            .step
            .as_ref()
            .and_then(|step| step.when.due())
    };
    assert_eq!(
        due(&app).map(|day| day.to_string()).as_deref(),
        Some("2026-03-13")
    );
    app.keys("/date none<enter>");
    assert_eq!(due(&app), None);
    app.keys("/date 18 march<enter>");
    assert_eq!(
        due(&app).map(|day| day.to_string()).as_deref(),
        Some("2026-03-18")
    );
}

#[test]
fn another_day_is_turned_with_arrows_or_typed() {
    let mut app = keys("1<enter>> Sam rings<enter><c-d>");
    let another = app.rows().iter().position(|row| row.text == "Another day");
    let number = another.map_or(0, |at| at + 1).to_string();
    app.keys(&number);
    let day = |app: &Playing| match app.app.sheet.as_ref().map(|sheet| &sheet.kind) {
        Some(SheetKind::When(When {
            stage: Stage::Day(day),
            ..
        })) => day.to_string(),
        other => panic!("{other:?}"),
    };
    app.keys("<right><right><down><left>");
    assert_eq!(day(&app), "2026-03-18");
    app.keys("2 april");
    assert_eq!(day(&app), "2026-04-02");
    app.keys("<enter>").no_sheet();
    let step = app.talk().notes[0].step.as_ref().expect("is a step");
    assert_eq!(
        step.when.due().map(|day| day.to_string()).as_deref(),
        Some("2026-04-02")
    );
}

#[test]
fn when_is_nothing_to_ask_without_a_step() {
    keys("one<enter><c-d>").says("no next step").no_sheet();
}

#[test]
fn the_line_stays_live_under_the_teams_numbers() {
    let mut app = keys("1<enter>/safe<enter>he is at the door<enter>");
    app.notes(["he is at the door"]);
    assert!(app.app.sheet.is_some(), "the numbers stay");
    app.keys("<esc>").no_sheet();
}

#[test]
fn help_narrows_and_closes_without_touching_the_line() {
    let mut app = keys("half<f1>undo");
    assert!(app.rows().iter().any(|row| row.text.contains("Ctrl+Z")));
    app.keys("<esc>").line("half").no_sheet();
}

#[test]
fn every_sheet_row_can_be_taken_without_harm() {
    for open in [
        "<c-t>",
        "<c-k>",
        "<f4>",
        "/note<enter>",
        "/marks<esc>",
        "/notes<enter>",
    ] {
        for nth in 0..80 {
            let mut app = keys("one<enter>two<enter>");
            app.keys(open);
            if app
                .app
                .sheet
                .as_ref()
                .is_none_or(|sheet| nth >= sheet.rows(&app.app).len())
            {
                break;
            }
            for _ in 0..nth {
                app.keys("<down>");
            }
            app.keys("<enter>");
        }
    }
}

#[test]
fn help_opened_while_paused_closes_and_the_notes_stay_hidden() {
    let mut app = keys("one<enter><c-p><f1>");
    assert!(app.app.sheet.is_some());
    app.keys("<esc>").no_sheet();
    assert!(app.app.is_paused());
}

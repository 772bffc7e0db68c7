//! Evidence: opened, turned, left, and a note typed while it shows.

use chrono::NaiveDate;

use super::*;
use crate::evidence::{kept::Kept, period::Period, report::Report, tally::Tally};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A report of these days with nothing in it.
fn of(period: Period) -> Box<Report> {
    Box::new(Tally::new(period, day("2026-03-10")).report(&Kept::default()))
}

fn quarter(in_it: &str) -> Period {
    Period::quarter_of(day(in_it))
}

impl Playing {
    /// The days that were asked for, in order.
    fn days_asked(&self) -> Vec<Period> {
        let asked = self.asked.iter().filter_map(|effect| match effect {
            Effect::ReadEvidence(period) => Some(*period),
            _ => None,
        });
        asked.collect()
    }

    fn charts(&self) -> &Charts {
        self.app.charts().expect("they were asked for")
    }
}

#[test]
fn it_opens_on_the_quarter_today_is_in_and_esc_goes_back() {
    let mut app = keys("/evidence<enter>");
    app.shows(Screen::Evidence);
    assert_eq!(app.days_asked(), [quarter("2026-03-10")]);
    app.keys("<esc>").shows(Screen::Home);
}

#[test]
fn left_and_right_go_to_the_days_before_and_after_and_tab_through_the_charts() {
    let mut app = keys("/evidence<enter><left><left><right>");
    let last = quarter("2025-12-31");
    assert_eq!(
        app.days_asked(),
        [quarter("2026-03-10"), last, last.before(), last]
    );
    app.keys("<tab><tab>");
    assert_eq!(app.charts().at, 2);
    app.keys("<s-tab><s-tab><s-tab>");
    assert_eq!(app.charts().at, 15, "the last one comes before the first");
    app.keys("3<enter>").line("");
    assert_eq!(app.charts().at, 2);
    app.keys("/next<enter>");
    assert_eq!(app.charts().at, 3);
    app.keys("99<enter>").says("no such chart");
    app.keys("<esc>/evidence 99<enter>").says("no such chart");
    app.shows(Screen::Home);
}

#[test]
fn days_are_typed_as_anywhere_else() {
    let mut app = keys("/evidence from 1 oct to 31 dec<enter>");
    assert_eq!(app.days_asked(), [quarter("2025-12-31")]);
    app.keys("/evidence 2025<enter>/evidence last month<enter>");
    let months = ["January to December 2025", "February 2026"];
    let asked = app.days_asked().into_iter().skip(1).map(Period::name);
    assert_eq!(asked.collect::<Vec<_>>(), months);
    app.keys("/evidence from 2026-03-05 to 2026-03-01<enter>")
        .says("The last day is before the first");
    app.keys("/evidence from teatime<enter>")
        .says("teatime is not a day");
    assert_eq!(app.days_asked().len(), 3, "what is no day is not read");
    app.keys("/evidence nonsense<enter>").says("/evidence 3");
    app.keys("<c-u>/chart people<enter>").says(
        "Which chart? 4 People who came back; 15 What people and families said. Such as /chart 4",
    );
}

#[test]
fn the_newest_question_is_the_one_that_is_answered() {
    let mut app = keys("/evidence<enter><left>");
    let (asked, before) = (quarter("2026-03-10"), quarter("2025-12-31"));
    app.takes(Msg::Evidence(of(asked)));
    assert_eq!(app.charts().report, None);
    app.takes(Msg::Evidence(of(before)));
    assert_eq!(app.charts().period(), before);
    // Until others have come, what is there stays there, and says of which days it is.
    app.keys("<right>");
    assert_eq!(app.charts().period(), before);
    app.takes(Msg::ReadingEvidence(40_000, 100_000));
    assert_eq!(app.charts().shown(), None);
    assert_eq!(app.charts().progress(), "Reading 40,000 of 100,000 records");
    app.takes(Msg::Evidence(of(asked)));
    assert_eq!(app.charts().period(), asked);
}

#[test]
fn space_turns_bars_into_numbers_only_while_nothing_is_typed() {
    let mut app = keys("/evidence<enter> ");
    assert!(app.charts().numbers);
    app.keys("she rang").line("she rang");
    app.shows(Screen::Evidence);
    assert!(app.charts().numbers);
    app.keys("<esc>").says("Your words are still here");
    app.keys("<enter>").shows(Screen::Talk).notes(["she rang"]);
}

#[test]
fn a_conversation_waits_behind_it_and_a_note_typed_over_it_is_kept_there() {
    let mut app = keys("Rang at nine<enter>/evidence<enter>");
    app.shows(Screen::Evidence).notes(["Rang at nine"]);
    app.keys("<esc>").shows(Screen::Talk);
    app.keys("/evidence<enter>and again at ten<enter>");
    app.shows(Screen::Talk)
        .notes(["Rang at nine", "and again at ten"]);
    app.keys("/evidence<enter><c-q>").shows(Screen::Home);
    assert_eq!(app.app.desk.drafts.len(), 1);
}

#[test]
fn what_belongs_to_a_conversation_or_to_home_is_done_there() {
    let app = keys("Rang at nine<enter>/evidence<enter>/read-back<enter>");
    app.shows(Screen::ReadBack);
    let mut app = keys("/evidence<enter>/read-back<enter>");
    app.shows(Screen::Evidence)
        .says("works in the conversation");
    app.keys("<c-u>/crisis<enter>").shows(Screen::Talk);
    let app = keys("/evidence<enter>/who Joan M<enter>");
    app.shows(Screen::Talk);
    assert_eq!(app.talk().facts.person.as_deref(), Some("Joan M"));
    let mut app = keys("");
    app.keys("/export-evidence<enter>")
        .says("works in Evidence");
}

#[test]
fn a_chart_that_is_named_opens_from_home_as_line_by_line() {
    let app = keys("/chart 9<enter>");
    app.shows(Screen::Evidence);
    assert_eq!(app.app.charts().map(|charts| charts.at), Some(8));
    let app = keys("/chart budget<enter>");
    app.shows(Screen::Evidence);
}

#[test]
fn an_export_waits_for_the_records_and_takes_what_is_on_the_screen() {
    let mut app = keys("/evidence<enter><c-s>");
    app.says("once the records are read");
    let exports = |app: &Playing| {
        let written = app.asked.iter().filter_map(|effect| match effect {
            Effect::ExportEvidence(export) => Some((export.report.period, export.into.clone())),
            _ => None,
        });
        written.collect::<Vec<_>>()
    };
    assert_eq!(exports(&app), []);
    let here = quarter("2026-03-10");
    app.takes(Msg::Evidence(of(here)))
        .says("These days are not over");
    assert_eq!(exports(&app), []);
    app.keys("<c-s>");
    assert_eq!(exports(&app), [(here, None)]);
    app.keys("/export-evidence /media/my stick<enter>");
    assert_eq!(
        exports(&app).last(),
        Some(&(here, Some("/media/my stick".to_owned())))
    );
}

#[test]
fn a_sealed_home_asks_for_the_passphrase_and_what_is_locked_is_forgotten() {
    let mut app = keys("");
    app.app.seal = Seal::Locked;
    app.keys("/evidence<enter>").shows(Screen::Evidence);
    assert_eq!(app.days_asked(), []);
    app.keys("right<enter>");
    let here = quarter("2026-03-10");
    assert_eq!(app.days_asked(), [here]);
    app.takes(Msg::Evidence(of(here)));
    app.keys("/lock<enter>");
    assert_eq!(app.app.charts(), None);
    app.keys("/unlock<enter>right<enter>")
        .shows(Screen::Evidence);
    assert_eq!(app.charts().report, None);
    assert_eq!(app.days_asked(), [here, here]);
}

#[test]
fn nothing_of_practice_is_counted() {
    let app = keys("4<enter>/evidence<enter>");
    app.shows(Screen::Cards).says("nothing of it is counted");
    assert_eq!(app.days_asked(), []);
}

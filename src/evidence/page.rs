//! A report as one page for a browser, to be opened, printed and sent: one file, nothing fetched, nothing run.
//!
//! Each chart is a picture with a name and words that say what it shows, and beside it stand the same numbers as a
//! table. Nothing is said by colour alone.

mod chart;
mod markup;
mod table;

use chrono::NaiveDate;

use super::{
    cleared::Cleared,
    headings,
    laid_out::{BeforeAndNow, Chart, LaidOut, Part, permitted, written},
    period::day_name,
    said::CAVEATS,
    story::{Story, Told, WENT_BADLY},
};
use markup::Markup;

const STYLE: &str = include_str!("page/style.css");

/// Where the stories are.
const STORIES: &str = "stories";

/// The report as a page, as it was made on this day.
pub fn page(cleared: &Cleared, made: NaiveDate) -> String {
    let report = LaidOut::of(cleared);
    let mut page = Markup::default();
    page.ours("<!DOCTYPE html>\n");
    page.within("html", &[("lang", "en-GB")], |page| {
        page.within("head", &[], |page| head(page, &report.title));
        page.within("body", &[], |page| {
            page.within("header", &[], |page| {
                opening(page, &report, &made_on(cleared, made))
            });
            page.within("main", &[], |page| {
                report.parts.iter().for_each(|one| part(page, one));
                stories(page, report.stories);
            });
        });
    });
    page.finish()
}

fn head(page: &mut Markup, title: &str) {
    page.alone("meta", &[("charset", "utf-8")]);
    let viewport = "width=device-width, initial-scale=1";
    page.alone("meta", &[("name", "viewport"), ("content", viewport)]);
    let nothing = "default-src 'none'; style-src 'unsafe-inline'";
    page.alone(
        "meta",
        &[
            ("http-equiv", "Content-Security-Policy"),
            ("content", nothing),
        ],
    );
    page.words("title", &[], title);
    page.within("style", &[], |page| page.ours(STYLE));
}

/// When it was made, and what is not in it.
fn made_on(cleared: &Cleared, made: NaiveDate) -> String {
    format!(
        "Made on {}. {} {} {}",
        day_name(made),
        headings::LEFT_OUT,
        headings::not_shown(cleared.held_against()),
        headings::ROUNDED
    )
}

fn opening(page: &mut Markup, report: &LaidOut<'_>, made: &str) {
    page.words("h1", &[], &report.title);
    page.words("p", &[], made);
    let not_over = report.not_over.iter();
    not_over.for_each(|said| page.words("p", &[], said));
    table::counted(page, &report.counted);
    page.within("nav", &[("aria-label", headings::CONTENTS)], |page| {
        page.within("ul", &[], |page| {
            let parts = report.parts.iter();
            let parts = parts.map(|part| (part.id.name(), part.title));
            for (id, title) in parts.chain([(STORIES, headings::STORIES)]) {
                page.within("li", &[], |page| {
                    page.words("a", &[("href", &format!("#{id}"))], title);
                });
            }
        });
    });
}

fn part(page: &mut Markup, part: &Part<'_>) {
    let id = part.id.name();
    page.within("section", &[("aria-labelledby", id)], |page| {
        page.words("h2", &[("id", id)], part.title);
        page.words("p", &[("class", "answer")], &part.answer);
        for (nth, chart) in part.charts.iter().enumerate() {
            let answer = (nth == 0).then_some(part.answer.as_str());
            numbers(page, id, chart, answer);
        }
        list(page, &part.figures);
        if !part.comparisons.is_empty() {
            page.words("h3", &[], headings::BEFORE_AND_NOW);
        }
        for (nth, comparison) in part.comparisons.iter().enumerate() {
            before_and_now(page, &format!("{id}-before-{}", nth + 1), comparison);
        }
        if !part.beside.is_empty() {
            page.words("h3", &[], headings::BESIDE);
            list(page, &part.beside);
        }
        page.words("h3", &[], headings::HOW_COUNTED);
        page.words("p", &[("class", "small")], part.definition);
        if !part.read_with.is_empty() || part.has_numbers() {
            page.words("h3", &[], headings::READ_WITH_CARE);
            list(page, &part.read_with);
        }
        if part.has_numbers() {
            page.words("p", &[("class", "small")], &CAVEATS.join(" "));
        }
    });
}

/// A chart, and the same numbers as a table beside it.
fn numbers(page: &mut Markup, part: &str, chart: &Chart<'_>, answer: Option<&str>) {
    let id = format!("{part}-{}", chart.name);
    page.within("div", &[("class", "pair")], |page| {
        chart::bars(page, &id, chart, answer);
        table::numbers(page, chart);
    });
}

fn before_and_now(page: &mut Markup, id: &str, one: &BeforeAndNow) {
    page.within("div", &[("class", "keep")], |page| {
        page.within("div", &[("class", "pair")], |page| {
            chart::before_and_now(page, id, one);
            table::before_and_now(page, one);
        });
        list(page, &one.said.read_with);
    });
}

fn list(page: &mut Markup, lines: &[impl AsRef<str>]) {
    if !lines.is_empty() {
        page.within("ul", &[("class", "small")], |page| {
            let lines = lines.iter();
            lines.for_each(|line| page.words("li", &[], line.as_ref()));
        });
    }
}

fn stories(page: &mut Markup, stories: &[Story]) {
    page.within("section", &[("aria-labelledby", STORIES)], |page| {
        page.words("h2", &[("id", STORIES)], headings::STORIES);
        if stories.is_empty() {
            page.words("p", &[], headings::NO_STORIES);
        }
        for (nth, story) in stories.iter().enumerate() {
            page.words("h3", &[], &format!("Story {}", nth + 1));
            for (heading, words) in written(story) {
                page.words("h4", &[], heading);
                let lines = words.lines().filter(|line| !line.trim().is_empty());
                lines.for_each(|line| page.words("p", &[], line));
            }
            if story.went == Told::Badly {
                page.words("p", &[], WENT_BADLY);
            }
            let given = story.permission.as_ref();
            given
                .iter()
                .for_each(|given| page.words("p", &[("class", "small")], &permitted(given)));
        }
    });
}

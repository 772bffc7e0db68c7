//! A report as text: at most 80 columns, and each line makes sense when it is read out. A number comes before its bar.

use chrono::NaiveDate;

use super::{
    cleared::Cleared,
    headings,
    laid_out::{Bar, BeforeAndNow, Chart, LaidOut, Part, permitted, written},
    period::day_name,
    said::CAVEATS,
    story::{Story, Told, WENT_BADLY},
};
use crate::text::{shown, width, wrap};

/// How wide it is.
const WIDE: usize = 78;

/// The longest bar.
const LONGEST: usize = 24;

/// The widest column of names.
const NAMES: usize = 36;

/// The report as text, as it was made on this day.
pub fn text(cleared: &Cleared, made: NaiveDate) -> String {
    let report = LaidOut::of(cleared);
    let mut text = Text::default();
    text.line(&report.title);
    text.line(&format!(
        "Made on {}. {} {} {}",
        day_name(made),
        headings::LEFT_OUT,
        headings::not_shown(cleared.held_against()),
        headings::ROUNDED
    ));
    report.not_over.iter().for_each(|said| text.line(said));
    text.gap();
    text.line(&format!("{}:", headings::COUNTED_FROM));
    for (what, count) in &report.counted {
        text.item(&format!("{what}: {}", super::said::count(*count)));
    }
    for (nth, one) in report.parts.iter().enumerate() {
        text.part(nth + 1, one);
    }
    text.stories(report.parts.len() + 1, report.stories);
    text.lines
}

#[derive(Default)]
struct Text {
    lines: String,
}

impl Text {
    fn gap(&mut self) {
        self.lines.push('\n');
    }

    fn line(&mut self, words: &str) {
        self.wrapped("", "", words);
    }

    /// A line of a list: the rows after the first stand under its words.
    fn item(&mut self, words: &str) {
        self.wrapped("  - ", "    ", words);
    }

    /// What was typed over several lines, inside.
    fn inside(&mut self, words: &str) {
        let lines = words.lines().filter(|line| !line.trim().is_empty());
        lines.for_each(|line| self.wrapped("  ", "  ", line));
    }

    fn wrapped(&mut self, first: &str, next: &str, words: &str) {
        let words = shown(words.trim());
        if words.is_empty() {
            return;
        }
        for (nth, row) in wrap(&words, WIDE.saturating_sub(width(first)))
            .into_iter()
            .enumerate()
        {
            let before = if nth == 0 { first } else { next };
            let line = format!("{before}{}", &words[row]);
            self.lines += line.trim_end();
            self.gap();
        }
    }

    fn part(&mut self, number: usize, part: &Part<'_>) {
        self.lines += "\n\n";
        self.line(&format!("{number}. {}", part.title));
        self.gap();
        self.line(&format!("{}: {}", headings::IN_SHORT, part.answer));
        part.charts.iter().for_each(|chart| self.chart(chart));
        if !part.figures.is_empty() {
            self.gap();
            part.figures.iter().for_each(|figure| self.item(figure));
        }
        let comparisons = part.comparisons.iter();
        comparisons.for_each(|comparison| self.before_and_now(comparison));
        self.list(headings::BESIDE, &part.beside);
        self.gap();
        self.line(&format!("{}: {}", headings::HOW_COUNTED, part.definition));
        if !part.read_with.is_empty() || part.has_numbers() {
            self.line(&format!("{}:", headings::READ_WITH_CARE));
        }
        part.read_with.iter().for_each(|note| self.item(note));
        if part.has_numbers() {
            self.item(&CAVEATS.join(" "));
        }
    }

    fn list(&mut self, over: &str, lines: &[String]) {
        if !lines.is_empty() {
            self.gap();
            self.line(&format!("{over}:"));
            lines.iter().for_each(|line| self.item(line));
        }
    }

    fn chart(&mut self, chart: &Chart<'_>) {
        self.gap();
        self.line(&format!("{} ({})", chart.title, chart.of));
        let columns = Columns::of(chart);
        let mut over = None;
        for bar in &chart.bars {
            if bar.part.is_some() && over.replace(bar.name) != Some(bar.name) {
                self.wrapped("  ", "  ", bar.name);
            }
            self.bar(bar, &columns);
        }
    }

    /// A name, its number, its share and its bar. A long name has rows of its own before the one with the number.
    fn bar(&mut self, bar: &Bar<'_>, columns: &Columns) {
        let name = own_name(bar);
        let mut rows = wrap(&name, columns.name);
        let last = rows.pop().unwrap_or(0..0);
        for row in rows {
            self.lines += &format!("  {}\n", &name[row]);
        }
        let (name, number) = (&name[last], bar.number.as_str());
        let name = format!(
            "{name}{}",
            " ".repeat(columns.name.saturating_sub(width(name)))
        );
        let number = format!(
            "{}{number}",
            " ".repeat(columns.number.saturating_sub(width(number)))
        );
        let share = bar
            .percentage
            .map_or(String::new(), |share| format!("{share}%"));
        let long = (bar.length.unwrap_or(0.0) * columns.bar as f64).round() as usize;
        // What there is one of is not drawn as none.
        let long = long.max(usize::from(bar.length > Some(0.0)));
        let row = format!("  {name}  {number}  {share:>4}  {}", "#".repeat(long));
        self.lines += row.trim_end();
        self.gap();
    }

    fn before_and_now(&mut self, one: &BeforeAndNow) {
        self.gap();
        self.line(one.title);
        let (before, now) = one.lengths.unzip();
        for (said, length) in [(&one.said.before, before), (&one.said.now, now)] {
            self.wrapped("  ", "  ", said);
            if let Some(length) = length {
                let long = (length * LONGEST as f64).round() as usize;
                let rest = ".".repeat(LONGEST.saturating_sub(long));
                self.lines += &format!("  {}{rest}\n", "#".repeat(long));
            }
        }
        self.wrapped("  ", "  ", &one.said.difference);
        let read_with = one.said.read_with.iter();
        read_with.for_each(|said| self.wrapped("  ", "  ", said));
    }

    fn stories(&mut self, number: usize, stories: &[Story]) {
        self.lines += "\n\n";
        self.line(&format!("{number}. {}", headings::STORIES));
        self.gap();
        if stories.is_empty() {
            self.line(headings::NO_STORIES);
        }
        for (nth, story) in stories.iter().enumerate() {
            if nth > 0 {
                self.gap();
            }
            self.line(&format!("Story {}", nth + 1));
            for (heading, words) in written(story) {
                self.line(&format!("{heading}:"));
                self.inside(words);
            }
            if story.went == Told::Badly {
                self.line(WENT_BADLY);
            }
            let given = story.permission.as_ref();
            given.iter().for_each(|given| self.line(&permitted(given)));
        }
    }
}

/// A group's own name as it is drawn, inside the group it is part of.
fn own_name(bar: &Bar<'_>) -> String {
    let inside = if bar.part.is_some() { "  " } else { "" };
    let name = bar.part.unwrap_or(bar.name);
    format!("{inside}{}", shown(name))
}

/// How wide each column of a chart is.
struct Columns {
    name: usize,
    number: usize,
    bar: usize,
}

impl Columns {
    fn of(chart: &Chart<'_>) -> Self {
        let bars = || chart.bars.iter();
        let name = bars().map(|bar| width(&own_name(bar))).max().unwrap_or(0);
        let name = name.clamp(1, NAMES);
        let number = bars().map(|bar| width(&bar.number)).max().unwrap_or(0);
        // Two at the edge, two between each column, four of the share.
        let taken = 2 + name + 2 + number + 2 + 4 + 2;
        Self {
            name,
            number,
            bar: WIDE.saturating_sub(taken).clamp(1, LONGEST),
        }
    }
}

//! A report in the order it is read, for whatever draws it: a text, a page. What it comes to first, then the chart,
//! before and now, what must be read with it.

use std::cmp::Reverse;

use super::{
    cleared::Cleared,
    compare::Share,
    headings,
    measure::{Figure, MeasureId, Shape},
    period::day_name,
    report::{Amount, Comparison, Count, Group, Measure, NowAmount, Report, Table},
    said::{self, Compared},
    story::{PARTS, Permission, Reach, Story},
};

/// A report in the order it is read.
pub(super) struct LaidOut<'a> {
    pub(super) title: String,
    /// That some of its days are to come, where that is so.
    pub(super) not_over: Option<String>,
    /// What it was counted from, and what was left out: a name and a number each.
    pub(super) counted: Vec<(&'static str, Count)>,
    pub(super) parts: Vec<Part<'a>>,
    pub(super) stories: &'a [Story],
}

/// One measure.
pub(super) struct Part<'a> {
    pub(super) id: MeasureId,
    pub(super) title: &'static str,
    /// What it comes to.
    pub(super) answer: String,
    pub(super) charts: Vec<Chart<'a>>,
    /// Shares, spreads and sums: a sentence each.
    pub(super) figures: Vec<String>,
    pub(super) comparisons: Vec<BeforeAndNow>,
    /// The answers that must stand beside this one.
    pub(super) beside: Vec<String>,
    pub(super) read_with: Vec<String>,
    pub(super) definition: &'static str,
}

/// A table, to be drawn as bars and as numbers.
pub(super) struct Chart<'a> {
    pub(super) name: &'static str,
    pub(super) title: &'a str,
    /// `128 next steps`.
    pub(super) of: String,
    pub(super) total: Count,
    pub(super) bars: Vec<Bar<'a>>,
    /// What it says at a glance: which group is the largest share, where one is for certain.
    pub(super) at_a_glance: Option<String>,
}

/// One group.
pub(super) struct Bar<'a> {
    pub(super) name: &'a str,
    /// What it is a part of `name` for, where a table groups in two ways.
    pub(super) part: Option<&'a str>,
    /// `31`, or that it may not be said.
    pub(super) number: String,
    /// Of those; none of fewer than ten.
    pub(super) percentage: Option<u32>,
    /// How long the bar is, of the longest; none where the number may not be said.
    pub(super) length: Option<f64>,
}

/// A figure set against another time.
pub(super) struct BeforeAndNow {
    pub(super) title: &'static str,
    pub(super) said: Compared,
    /// Who and when it was: `north team, April to June 2025`.
    pub(super) then: String,
    pub(super) before: String,
    pub(super) now: String,
    /// How long the two bars are, from 0 to 1; none where a bar would say more than the numbers can.
    pub(super) lengths: Option<(f64, f64)>,
}

impl<'a> LaidOut<'a> {
    pub(super) fn of(cleared: &'a Cleared) -> Self {
        let report = cleared.report();
        let counted = &report.counted;
        let numbers = [
            ("Conversations", counted.conversations),
            ("People whose name is known", counted.people),
            ("Conversations that name nobody", counted.unnamed),
            ("Records that no longer stand, in no figure", counted.voided),
            ("Held the old way, in comparisons alone", counted.old_way),
            (
                "Records that could not be read, in no figure",
                Count::Is(counted.unreadable_count),
            ),
        ];
        // What there is none of is not worth a line, but for the conversations themselves.
        let worth_saying =
            |(nth, (_, count)): &(usize, (&str, Count))| *nth == 0 || *count != Count::Is(0);
        let numbers = numbers.into_iter().enumerate().filter(worth_saying);
        Self {
            title: headings::title(report.period),
            not_over: report.not_over(),
            counted: numbers.map(|(_, number)| number).collect(),
            parts: report
                .measures
                .iter()
                .map(|measure| Part::of(report, measure))
                .collect(),
            stories: &report.stories,
        }
    }
}

impl<'a> Part<'a> {
    fn of(report: &'a Report, measure: &'a Measure) -> Self {
        let tables = measure.tables.iter().filter(|table| !table.screen_only);
        let (drawn, too_small): (Vec<_>, Vec<_>) = tables
            .filter(|table| table.total != Count::Is(0))
            .partition(|table| says_anything(table));
        let too_small = too_small.into_iter();
        let too_small = too_small.map(|table| format!("{}: {}.", table.title, said::NOT_SHOWN));
        let beside = measure.id.beside().iter();
        let beside = beside.filter_map(|id| report.measure(*id));
        Self {
            id: measure.id,
            title: said::title_of(measure),
            answer: said::answer(measure),
            charts: drawn.into_iter().map(Chart::of).collect(),
            figures: too_small.chain(figures(measure)).collect(),
            comparisons: measure.comparisons.iter().map(BeforeAndNow::of).collect(),
            beside: beside
                .map(|other| format!("{}: {}", said::title(other.id), said::answer(other)))
                .collect(),
            read_with: said::read_with(measure),
            definition: said::definition(measure.id),
        }
    }
}

impl Part<'_> {
    /// Whether there is any number in it, which is to be read with care.
    pub(super) fn has_numbers(&self) -> bool {
        !(self.charts.is_empty() && self.figures.is_empty() && self.comparisons.is_empty())
    }
}

fn says_anything(table: &Table) -> bool {
    let mut counts = table.groups.iter().map(|group| group.count);
    table.total != Count::Hidden || counts.any(|count| count != Count::Hidden)
}

/// Shares, spreads and sums that hold anything. A share that is set against another time is said there.
fn figures(measure: &Measure) -> impl Iterator<Item = String> {
    let is_compared = |figure: Figure| {
        let mut all = measure.comparisons.iter();
        all.any(|comparison| comparison.figure == figure)
    };
    let shares = measure.figures.iter().filter_map(move |now| {
        let NowAmount::Share { count, of, .. } = now.amount else {
            return None;
        };
        let is_said = of != Count::Is(0) && !is_compared(now.figure);
        is_said.then(|| format!("{}: {}.", said::figure(now.figure), said::share(count, of)))
    });
    let spreads = measure.spreads.iter();
    let spreads = spreads.filter(|summary| summary.n != Count::Is(0));
    let sums = measure.sums.iter().filter(|sum| sum.n != Count::Is(0));
    shares
        .chain(spreads.map(|summary| format!("{}: {}", summary.title, said::summary(summary))))
        .chain(sums.map(|sum| format!("{}: {}", sum.title, said::sum(sum))))
}

impl<'a> Chart<'a> {
    fn of(table: &'a Table) -> Self {
        let known = table.groups.iter().filter_map(|group| group.count.known());
        let most = known.max().unwrap_or(0).max(1);
        let base = |group: &Group| table.base(group).filter(|base| base.known().is_some());
        let bar = |group: &'a Group| Bar {
            name: &group.name,
            part: group.part.as_deref(),
            number: said::count(group.count),
            percentage: base(group).and_then(|base| percentage(group.count, base)),
            length: group.count.known().map(|count| count as f64 / most as f64),
        };
        Self {
            name: table.name,
            title: &table.title,
            of: match table.total.known() {
                Some(total) => said::of(table.of, total),
                None => said::NOT_SHOWN.to_owned(),
            },
            total: table.total,
            at_a_glance: at_a_glance(table),
            bars: table.groups.iter().map(bar).collect(),
        }
    }
}

/// Which group is the largest share. None where another is as large, or may be and is not shown.
fn at_a_glance(table: &Table) -> Option<String> {
    let shares = table.groups.iter().filter_map(|group| {
        let base = table.base(group)?.known()?;
        Some((group.count.known()?, base, group))
    });
    let mut shares: Vec<(usize, usize, &Group)> = shares.collect();
    shares.sort_by_key(|(held, ..)| Reverse(*held));
    let (most, of, group) = *shares.first()?;
    let next = shares.get(1).map_or(0, |(held, ..)| *held);
    if most <= next.max(table.most_not_shown()) {
        return None;
    }
    let (name, number) = (
        whole_name(&group.name, group.part.as_deref()),
        said::grouped(most),
    );
    Some(format!(
        "The most: {name}, {number} of {}.",
        said::of(table.of, of)
    ))
}

fn whole_name(name: &str, part: Option<&str>) -> String {
    part.map_or_else(|| name.to_owned(), |part| format!("{name}, {part}"))
}

impl Bar<'_> {
    /// Both names of it in one.
    pub(super) fn whole_name(&self) -> String {
        whole_name(self.name, self.part)
    }

    /// `31 (24%)`.
    pub(super) fn number_and_share(&self) -> String {
        match self.percentage {
            Some(percentage) => format!("{} ({percentage}%)", self.number),
            None => self.number.clone(),
        }
    }
}

fn percentage(count: Count, of: Count) -> Option<u32> {
    Share::new(count.known()?, of.known()?)?.percentage()
}

impl BeforeAndNow {
    fn of(comparison: &Comparison) -> Self {
        let unit = match comparison.figure.shape() {
            Shape::Values(unit) => Some(unit),
            Shape::Share => None,
        };
        Self {
            title: said::figure(comparison.figure),
            said: said::comparison(comparison),
            then: format!("{}, {}", comparison.name, comparison.period.name()),
            before: said::side(&comparison.before, unit),
            now: said::side(&comparison.now, unit),
            lengths: lengths(comparison.before, comparison.now),
        }
    }
}

/// Bars of two shares that may be said as percentages are as long as those; of two medians, as long as they are of the
/// larger.
fn lengths(before: Amount, now: Amount) -> Option<(f64, f64)> {
    let part = |amount| match amount {
        Amount::Share { count, of } => percentage(count, of).map(|share| f64::from(share) / 100.0),
        Amount::Median { median, .. } => median,
    };
    let (then, here) = (part(before)?, part(now)?);
    let whole = match before {
        Amount::Share { .. } => 1.0,
        Amount::Median { .. } => then.max(here),
    };
    let of_whole = |value: f64| (value / whole).clamp(0.0, 1.0);
    (whole > 0.0).then(|| (of_whole(then), of_whole(here)))
}

/// The parts of a story that were written, each under its heading.
pub(super) fn written(story: &Story) -> impl Iterator<Item = (&'static str, &str)> {
    let parts = PARTS
        .into_iter()
        .zip(story.parts.iter().map(String::as_str));
    parts.filter(|(_, words)| !words.trim().is_empty())
}

/// Who said that a story may be shown, and until when.
pub(super) fn permitted(given: &Permission) -> String {
    let yes = format!(
        "Shown with permission. {} said yes on {}, to: {}. It may be used until {}.",
        said::capital(&given.given_by),
        day_name(given.on),
        given.to_what(),
        day_name(given.until)
    );
    match given.reach {
        Reach::Team => format!("{yes} It is for the team alone."),
        Reach::Council => format!("{yes} It is not for anybody outside the council."),
        Reach::Anybody => yes,
    }
}

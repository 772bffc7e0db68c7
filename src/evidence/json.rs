//! A report for scripts.
//!
//! ```text
//! { "format": 1, "made": "2026-04-02",
//!   "period": { "from": "2026-01-01", "to": "2026-03-31", "name": "January to March 2026",
//!               "not_over": null },
//!   "counted": { "conversations": COUNT, "people": COUNT, "unnamed": COUNT, "voided": COUNT, "old_way": COUNT,
//!                "unreadable": 1 },
//!   "measures": [ { "measure": "next-steps", "title": "...", "answer": "...", "definition": "...", "read_with": ["..."],
//!     "tables": [ { "table": "days", "title": "...", "of": "next-steps", "total": COUNT,
//!                   "groups": [ { "group": "Same day", "part": null, "count": 31, "hidden": false } ] } ],
//!     "spreads": [ { "title": "...", "figure": "days-to-next-step", "unit": "days", "of": "next-steps", "n": COUNT,
//!                    "lower": 1, "median": 2, "upper": 4 } ],
//!     "sums": [ { "title": "...", "of": "spends", "n": COUNT, "pence": 41250 } ],
//!     "figures": [ { "figure": "done-by-day", "title": "...", "counted": "...", "of": "next-steps", AMOUNT } ],
//!     "comparisons": [ { "figure": "done-by-day", "baseline": "...", "from": "...", "to": "...", "counted_by": "...",
//!                        "definition": "...", "before": { AMOUNT }, "now": { AMOUNT },
//!                        "interval": { "from": 0.18, "to": 0.46 }, "went": "up", "warnings": ["..."] } ] } ],
//!   "not_shown": "...", "rounded": "...", "caveats": ["..."],
//!   "stories": [ { "parts": { "Who": "..." }, "went": "better",
//!                  "permission": { "given_by": "...", "on": "...", "shown": "council", "to_use": "...", "until": "..." } } ] }
//! ```
//!
//! COUNT is `{ "count": 31, "hidden": false }`. One that may not be said is `{ "count": null, "hidden": true }`, and what
//! is worked out from it is null. AMOUNT is `"count": COUNT, "out_of": COUNT` of a share, or `"n": COUNT, "median": 2,
//! "lower": 1, "upper": 4` of values, each rounded to a whole one. An interval is of a share from -1 to 1, of values in
//! their unit and whole; `went` is `up`, `down`, `no-clear-change` or null.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::{
    cleared::Cleared,
    compare::Went,
    headings,
    laid_out::written,
    measure::Figure,
    report::{Amount, Comparison, Count, Group, Measure, Now, NowAmount, Sum, Summary, Table},
    said::{self, CAVEATS},
    spread::Spread,
    story::{Story, Told},
};

/// What is said of the shape of it; a change that breaks a script changes it.
const FORMAT: u32 = 1;

/// The report as data, as it was made on this day.
pub fn json(cleared: &Cleared, made: NaiveDate) -> Value {
    let report = cleared.report();
    let (period, counted) = (report.period, &report.counted);
    json!({
        "format": FORMAT,
        "made": made.to_string(),
        "period": {
            "from": period.from().to_string(),
            "to": period.to().to_string(),
            "name": period.name(),
            "not_over": report.not_over(),
        },
        "counted": {
            "conversations": count(counted.conversations),
            "people": count(counted.people),
            "unnamed": count(counted.unnamed),
            "voided": count(counted.voided),
            "old_way": count(counted.old_way),
            "unreadable": counted.unreadable_count,
        },
        "measures": report.measures.iter().map(measure).collect::<Vec<_>>(),
        "not_shown": headings::not_shown(cleared.held_against()),
        "rounded": headings::ROUNDED,
        "caveats": CAVEATS,
        "stories": report.stories.iter().map(story).collect::<Vec<_>>(),
    })
}

fn measure(measure: &Measure) -> Value {
    let tables = measure.tables.iter().filter(|table| !table.screen_only);
    json!({
        "measure": measure.id.name(),
        "title": said::title_of(measure),
        "answer": said::answer(measure),
        "definition": said::definition(measure.id),
        "read_with": said::read_with(measure),
        "tables": tables.map(table).collect::<Vec<_>>(),
        "spreads": measure.spreads.iter().map(summary).collect::<Vec<_>>(),
        "sums": measure.sums.iter().map(sum).collect::<Vec<_>>(),
        "figures": measure.figures.iter().map(figure).collect::<Vec<_>>(),
        "comparisons": measure.comparisons.iter().map(comparison).collect::<Vec<_>>(),
    })
}

fn count(count: Count) -> Value {
    json!({ "count": count.known(), "hidden": count == Count::Hidden })
}

fn table(table: &Table) -> Value {
    json!({
        "table": table.name,
        "title": table.title,
        "of": table.of.name(),
        "total": count(table.total),
        "groups": table.groups.iter().map(group).collect::<Vec<_>>(),
    })
}

fn group(group: &Group) -> Value {
    json!({
        "group": group.name,
        "part": group.part,
        "count": group.count.known(),
        "hidden": group.count == Count::Hidden,
    })
}

fn summary(summary: &Summary) -> Value {
    let spread = summary.spread;
    let of = |value: fn(&Spread) -> f64| spread.as_ref().map(value);
    json!({
        "title": summary.title,
        "figure": summary.figure.map(Figure::name),
        "unit": summary.unit,
        "of": summary.of.name(),
        "n": count(summary.n),
        "lower": of(|spread| spread.lower),
        "median": of(|spread| spread.median),
        "upper": of(|spread| spread.upper),
    })
}

fn sum(sum: &Sum) -> Value {
    json!({
        "title": sum.title,
        "of": sum.of.name(),
        "n": count(sum.n),
        "pence": sum.pence,
    })
}

/// The values themselves are not given: each of them is somebody's.
fn figure(now: &Now) -> Value {
    let mut value = match &now.amount {
        NowAmount::Share {
            count: some, of, ..
        } => share(*some, *of),
        NowAmount::Values { n, .. } => fields([("n", count(*n))]),
    };
    value.extend(fields([
        ("figure", now.figure.name().into()),
        ("title", said::figure(now.figure).into()),
        ("counted", said::counted(now.figure).into()),
        ("of", now.of.name().into()),
    ]));
    value.into()
}

fn comparison(comparison: &Comparison) -> Value {
    json!({
        "figure": comparison.figure.name(),
        "baseline": comparison.name,
        "from": comparison.period.from().to_string(),
        "to": comparison.period.to().to_string(),
        "counted_by": comparison.counted_by,
        "definition": comparison.definition,
        "before": amount(comparison.before),
        "now": amount(comparison.now),
        "interval": comparison
            .interval
            .map(|interval| json!({ "from": interval.from, "to": interval.to })),
        "went": comparison.went.map(Went::name),
        "warnings": said::warnings(comparison),
    })
}

fn amount(amount: Amount) -> Value {
    match amount {
        Amount::Share { count, of } => share(count, of).into(),
        Amount::Median {
            n,
            median,
            quartiles,
        } => json!({
            "n": count(n),
            "median": median,
            "lower": quartiles.map(|(lower, _)| lower),
            "upper": quartiles.map(|(_, upper)| upper),
        }),
    }
}

fn share(some: Count, of: Count) -> Map<String, Value> {
    fields([("count", count(some)), ("out_of", count(of))])
}

fn fields<const N: usize>(fields: [(&str, Value); N]) -> Map<String, Value> {
    let fields = fields.into_iter();
    fields
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn story(story: &Story) -> Value {
    let parts = written(story).map(|(heading, words)| (heading.to_owned(), words.into()));
    json!({
        "parts": parts.collect::<Map<String, Value>>(),
        "went": match story.went {
            Told::Better => "better",
            Told::Badly => "badly",
            Told::Open => "open",
        },
        "permission": story.permission.as_ref().map(|given| json!({
            "given_by": given.given_by,
            "on": given.on.to_string(),
            "shown": given.reach.name(),
            "to_use": given.to_use,
            "until": given.until.to_string(),
        })),
    })
}

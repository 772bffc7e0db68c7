//! What is brought in beside the year and what it is set against, made up and counted.

use std::collections::BTreeSet;

use alongside::evidence::{
    baseline::{Baseline, Before, BeforeAmount},
    brought::{Brought, BroughtAmount, What},
    compare::Share,
    measure,
    period::Period,
};
use chrono::NaiveDate;

use super::{Amount, Figure, Lines, Year, quarters};
use crate::{
    headers::day,
    told::{against_line, group_line, middle, share, total_line},
};

/// What, from, to, how many or how many pence, and of how many.
type Counted = (What, &'static str, &'static str, u64, Option<usize>);

/// In each quarter, in no whole one, and of two measures only one day of the look after the clocks change.
const BROUGHT: [Counted; 10] = [
    (
        What::LongTermSupportStarted,
        "2025-01-01",
        "2025-03-31",
        31,
        Some(412),
    ),
    (
        What::LongTermSupportStarted,
        "2025-07-01",
        "2025-09-30",
        27,
        Some(399),
    ),
    (
        What::LongTermSupportStarted,
        "2025-10-01",
        "2026-01-01",
        99,
        Some(999),
    ),
    (
        What::SafeguardingConcerns,
        "2025-07-01",
        "2025-07-31",
        8,
        None,
    ),
    (
        What::SafeguardingConcerns,
        "2025-08-01",
        "2025-08-31",
        5,
        None,
    ),
    (What::Complaints, "2025-03-28", "2025-03-28", 2, None),
    (
        What::HospitalToCareHome,
        "2025-01-01",
        "2025-12-31",
        14,
        Some(288),
    ),
    (What::CostUp, "2025-08-01", "2025-09-30", 1_250_050, None),
    (What::CostUp, "2025-10-01", "2025-10-31", 99, None),
    (What::CostDown, "2024-12-31", "2025-12-30", 7, None),
];

/// The table and the name of each.
const TABLES: [(What, &str, &str); 6] = [
    (
        What::LongTermSupportStarted,
        "started",
        "People who started long-term support",
    ),
    (
        What::SafeguardingConcerns,
        "concerns",
        "Safeguarding concerns",
    ),
    (What::Complaints, "complaints", "Complaints"),
    (
        What::HospitalToCareHome,
        "care-home",
        "People who went from hospital straight into a care home for good",
    ),
    (What::CostUp, "cost-up", ""),
    (What::CostDown, "cost-down", ""),
];

const BY: &str = "The performance team";

/// The figures of a baseline: what is counted, and what it was.
fn before() -> Vec<(&'static str, BeforeAmount)> {
    let share = |count, of| BeforeAmount::Share(Share::new(count, of).expect("a share"));
    vec![
        ("crisis", share(31, 112)),
        ("had-copy", share(9, 400)),
        ("done-by-day", share(3, 8)),
        ("long-term-started", share(50, 300)),
        (
            "words",
            BeforeAmount::Values((1..60).map(|nth| f64::from(nth * nth % 97)).collect()),
        ),
        (
            "talk-minutes",
            BeforeAmount::Middle {
                n: 90,
                median: 41.5,
                quartiles: Some((20.0, 66.25)),
            },
        ),
    ]
}

pub fn brought() -> Vec<Brought> {
    let brought = BROUGHT
        .into_iter()
        .map(|(what, from, to, amount, of)| Brought {
            is_returned: false,
            what,
            period: period(day(from), day(to)),
            amount: match what {
                What::CostUp | What::CostDown => BroughtAmount::Pence(amount),
                _ => BroughtAmount::Count {
                    count: amount as usize,
                    of,
                },
            },
            counted_by: BY.to_owned(),
            definition: None,
        });
    brought.collect()
}

pub fn baselines() -> Vec<Baseline> {
    let figure = |name: &str| {
        let mut all = measure::Figure::ALL.into_iter();
        all.find(|figure| figure.name() == name).expect("a figure")
    };
    let figures = before().into_iter().map(|(name, amount)| Before {
        who: None,
        figure: figure(name),
        definition: String::new(),
        amount,
    });
    vec![Baseline {
        name: "The year before".to_owned(),
        period: period(day("2024-01-01"), day("2024-12-31")),
        counted_by: BY.to_owned(),
        is_returned: false,
        read_with_care: None,
        figures: figures.collect(),
    }]
}

fn period(from: NaiveDate, to: NaiveDate) -> Period {
    Period::new(from, to).expect("in order")
}

impl Year<'_> {
    pub(super) fn elsewhere(&self, lines: &mut Lines) {
        const ID: &str = "elsewhere";
        for (what, table, title) in TABLES {
            let (mut any, mut all, mut of_all) = (false, 0, Some(0));
            for (one, from, to, amount, of) in BROUGHT {
                if one == what && self.is_in(day(from)) && self.is_in(day(to)) {
                    any = true;
                    all += amount;
                    of_all = of_all.zip(of).map(|(all, of)| all + of);
                }
            }
            if !any {
                continue;
            }
            if title.is_empty() {
                lines.0.push(format!("{ID}: sum {all} of 0"));
                continue;
            }
            lines
                .0
                .push(group_line(ID, table, 0, title, "", all as usize));
            lines.0.push(total_line(ID, table, all as usize));
            if what == What::LongTermSupportStarted {
                let of = of_all.expect("each says of how many");
                lines.share(ID, "long-term-started", all as usize, of);
            }
            if what == What::HospitalToCareHome {
                let of = of_all.expect("each says of how many");
                lines.share(ID, "hospital-to-care-home", all as usize, of);
            }
        }
    }

    /// Every figure of the report against each baseline that has it.
    pub(super) fn comparisons(&self, lines: &mut Lines) {
        let now = lines.1.clone();
        for (figure, amount) in before() {
            let before = match amount {
                BeforeAmount::Share(share) => Amount::Share(share.count(), share.of()),
                BeforeAmount::Values(values) => Amount::Values(values),
                BeforeAmount::Middle {
                    n,
                    median,
                    quartiles,
                } => {
                    let (lower, upper) = quartiles.expect("both");
                    Amount::Middle(n, (lower, median, upper))
                }
            };
            let of_when = format!("The year before, 2024-01-01 to 2024-12-31, {BY}");
            against(lines, &now, &of_when, figure, &before);
        }
        let names = self.talks.iter().filter_map(|talk| talk.old_way.as_ref());
        let names: BTreeSet<&String> = names.collect();
        for name in names {
            let (of_when, before) = self.the_old_way(name);
            for Figure(_, figure, amount) in &before {
                let is_any = match amount {
                    Amount::Share(_, all) => *all > 0,
                    Amount::Values(values) => !values.is_empty(),
                    Amount::Middle(n, _) => *n > 0,
                };
                if is_any {
                    against(lines, &now, &of_when, figure, amount);
                }
            }
        }
    }

    /// Conversations held the old way are counted like any others, as though there were none but those of one name.
    fn the_old_way(&self, name: &str) -> (String, Vec<Figure>) {
        let mut talks = vec![];
        for talk in self.talks {
            if !talk.void && talk.old_way.as_deref() == Some(name) {
                let mut talk = talk.clone();
                talk.old_way = None;
                talks.push(talk);
            }
        }
        let days = || talks.iter().map(|talk| talk.day);
        let (from, to) = (days().min().expect("a day"), days().max().expect("a day"));
        let year = Year {
            talks: &talks,
            beside: self.beside,
            unreadable: &[],
            from,
            to,
            today: self.today,
            routes: &[],
        };
        let of_when =
            format!("{name}, {from} to {to}, Counted from conversations held the old way");
        (of_when, year.figures().1)
    }
}

fn against(lines: &mut Lines, now: &[Figure], of_when: &str, figure: &str, before: &Amount) {
    for Figure(id, name, now) in now {
        if name == figure {
            let went = match (before, now) {
                (Amount::Share(x, n), Amount::Share(y, m)) => went((*x, *n), (*y, *m)),
                _ => None,
            };
            let sides = (&*said(before), &*said(now));
            let line = against_line(id, figure, of_when, sides, went);
            lines.0.push(line);
        }
    }
}

fn said(amount: &Amount) -> String {
    match amount {
        Amount::Share(count, all) => share(*count, *all),
        Amount::Values(values) => middle(values.len(), quarters(values)),
        Amount::Middle(n, spread) => middle(*n, Some(*spread)),
    }
}

/// Up or down, where the roots of what Newcombe solves for either share leave no room for nought between them.
fn went(before: (usize, usize), now: (usize, usize)) -> Option<&'static str> {
    if before.1 == 0 || now.1 == 0 {
        return None;
    }
    let part = |(count, all): (usize, usize)| count as f64 / all as f64;
    let (was, is) = (part(before), part(now));
    let (least_was, most_was) = roots(before);
    let (least_is, most_is) = roots(now);
    let down = ((is - least_is).powi(2) + (most_was - was).powi(2)).sqrt();
    let up = ((most_is - is).powi(2) + (was - least_was).powi(2)).sqrt();
    Some(match is - was {
        moved if moved - down > 0.0 => "up",
        moved if moved + up < 0.0 => "down",
        _ => "no clear change",
    })
}

/// Between which p the share is as far from p as 1.96 standard errors at most: halved until it is found.
fn roots(share: (usize, usize)) -> (f64, f64) {
    let (count, all) = (share.0 as f64, share.1 as f64);
    let is_near =
        |p: f64| (count / all - p).abs() <= 1.959_963_984_540_054 * (p * (1.0 - p) / all).sqrt();
    let halved = |mut near: f64, mut far: f64| {
        if is_near(far) {
            return far;
        }
        for _ in 0..60 {
            let between = (near + far) / 2.0;
            if is_near(between) {
                near = between;
            } else {
                far = between;
            }
        }
        near
    };
    (halved(count / all, 0.0), halved(count / all, 1.0))
}

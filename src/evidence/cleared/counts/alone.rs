//! Numbers that are not the size of a set of this home's own: a middle, a sum of money, what somebody else counted, a
//! baseline. Nothing can be said of how two counts of somebody else's go together, so beside what was given before each is
//! said only just as it was said then. Whose a middle or a sum is can be told, and that is held against it.

mod again;

use std::collections::{BTreeMap, BTreeSet};

use super::hide_middles_of;
use crate::evidence::{
    cleared::given::{self, Given, Whose},
    measure::Figure,
    report::{
        Amount, Comparison, Count, KnownBy, Measure, Members, NowAmount, Population, Report, Sum,
    },
};
use again::Said;

/// A number, where it stands, and what it is.
struct Alone {
    /// What the line begins with: the days, or the baseline, whose days are always the same.
    of: Of,
    line: String,
}

enum Of {
    Days,
    Baseline(String),
    /// A middle or a sum of these, whatever the days.
    Set(Said, Whose),
}

/// Hides those that were not given so. `beside` shares days with the report; a baseline may be in any of `before`.
pub(super) fn hide(report: &mut Report, before: &[Given], beside: &[&Given]) {
    each(report, &mut |alone| match alone.of {
        Of::Days => beside.is_empty() || beside.iter().any(|one| one.said(&alone.line)),
        Of::Baseline(begins) => {
            let mut its = before.iter().filter(|one| one.said_any(&begins)).peekable();
            its.peek().is_none() || its.any(|one| one.said(&alone.line))
        }
        Of::Set(..) => true,
    });
}

/// Hides the middles and sums that may not be said beside those of some of the same days. How many each is of is held
/// against the other sets by then, and goes with it.
pub(super) fn hide_of_sets(report: &mut Report, known: &KnownBy, beside: &[&Given]) {
    let days = report.period;
    each(report, &mut |alone| match alone.of {
        Of::Set(said, whose) => {
            again::may_be_said(&said, &again::known(&whose, known), days, beside)
        }
        Of::Days | Of::Baseline(_) => true,
    });
    for measure in &mut report.measures {
        let hidden = measure.spreads.iter().filter(|one| one.spread.is_none());
        let hidden: Vec<Figure> = hidden.filter_map(|one| one.figure).collect();
        hide_middles_of(measure, &hidden);
    }
}

/// Whose the middles and sums are, by the line that says each.
pub(super) fn whose(report: &mut Report) -> BTreeMap<String, Whose> {
    let mut all = BTreeMap::new();
    each(report, &mut |alone| {
        if let Of::Set(_, whose) = alone.of {
            all.insert(alone.line, whose);
        }
        true
    });
    all
}

/// Those that are said.
pub(super) fn said(report: &mut Report) -> BTreeSet<String> {
    let mut said = BTreeSet::new();
    each(report, &mut |alone| {
        said.insert(alone.line);
        true
    });
    said
}

/// Asks of every such number whether it may be said, and hides it where it may not.
fn each(report: &mut Report, may: &mut dyn FnMut(Alone) -> bool) {
    let period = report.period;
    let mut of_days = |label: String, value: String| {
        may(Alone {
            of: Of::Days,
            line: given::line(period, &label, &value),
        })
    };
    count("voided", &mut report.counted.voided, &mut of_days);
    count("old way", &mut report.counted.old_way, &mut of_days);
    for measure in &mut report.measures {
        of_measure(measure, &mut of_days);
    }
    for measure in &mut report.measures {
        of_sets(measure, &mut |said, whose| {
            may(Alone {
                line: given::line(period, &said.label, &said.value),
                of: Of::Set(said, whose),
            })
        });
    }
    let measures = report.measures.iter_mut();
    for compared in measures.flat_map(|measure| &mut measure.comparisons) {
        let begins = format!("before {:?} ", compared.name);
        before(compared, &mut |label, value| {
            may(Alone {
                line: format!("{begins}{label}: {value}"),
                of: Of::Baseline(begins.clone()),
            })
        });
    }
}

/// Whether what stands here may be said.
type May<'a> = dyn FnMut(String, String) -> bool + 'a;

fn count(label: &str, count: &mut Count, may: &mut May<'_>) {
    if let Some(known) = count.known()
        && !may(label.to_owned(), known.to_string())
    {
        *count = Count::Hidden;
    }
}

fn of_measure(measure: &mut Measure, may: &mut May<'_>) {
    let id = measure.id.name();
    let tables = measure.tables.iter_mut();
    for table in tables.filter(|table| table.of == Population::Elsewhere) {
        let name = table.name;
        for group in &mut table.groups {
            count(
                &format!("{id} {name} {}", group.name),
                &mut group.count,
                may,
            );
        }
        count(&format!("{id} {name}"), &mut table.total, may);
    }
    for sum in measure.sums.iter_mut().filter(|sum| is_elsewhere(sum)) {
        let label = format!("{id} {}", sum.title);
        sum.pence = sum.pence.filter(|pence| may(label, pence.to_string()));
    }
    for now in &mut measure.figures {
        if let NowAmount::Share { count: c, of, .. } = &mut now.amount
            && now.of == Population::Elsewhere
        {
            count(&format!("{} count", now.figure.name()), c, may);
            count(&format!("{} of", now.figure.name()), of, may);
        }
    }
    for note in &mut measure.noted {
        if note.of == Population::Elsewhere {
            count(&format!("{id} {:?}", note.about), &mut note.count, may);
        }
    }
}

fn is_elsewhere(sum: &Sum) -> bool {
    sum.of == Population::Elsewhere
}

/// Middles and sums of sets of this home's own.
fn of_sets(measure: &mut Measure, may: &mut dyn FnMut(Said, Whose) -> bool) {
    let id = measure.id.name();
    for summary in &mut measure.spreads {
        let whose = (summary.of, summary.members.clone());
        summary.spread = summary.spread.filter(|spread| {
            let label = format!("{id} {}", summary.title);
            may(Said::middle(label, format!("{spread:?}")), whose)
        });
    }
    for sum in measure.sums.iter_mut().filter(|sum| !is_elsewhere(sum)) {
        let whose = (sum.of, sum.members.clone());
        sum.pence = sum.pence.filter(|pence| {
            let label = format!("{id} {}", sum.title);
            may(Said::sum(label, *pence), whose)
        });
    }
    for compared in &mut measure.comparisons {
        let figure = compared.figure;
        let now = measure.figures.iter().find(|now| now.figure == figure);
        let whose = now.and_then(|now| match &now.amount {
            NowAmount::Values { members, .. } => Some((now.of, members.clone())),
            NowAmount::Share { .. } => None,
        });
        let whose = whose.unwrap_or((Population::Elsewhere, Members::new()));
        let is_said = middle(&mut compared.now, figure, &mut |label, value| {
            may(Said::middle(label, value), whose.clone())
        });
        if !is_said {
            compared.hide_difference();
        }
    }
}

/// The middle and the quarters go together. Whether they may be said.
fn middle(amount: &mut Amount, figure: Figure, may: &mut May<'_>) -> bool {
    let Amount::Median {
        median, quartiles, ..
    } = &*amount
    else {
        return true;
    };
    let said = format!("{median:?} {quartiles:?}");
    let is_said = median.is_none() || may(format!("{} middle", figure.name()), said);
    if !is_said {
        amount.hide_middle();
    }
    is_said
}

/// A baseline that was given otherwise is another baseline.
fn before(compared: &mut Comparison, may: &mut May<'_>) {
    let figure = compared.figure;
    let mut is_said = middle(&mut compared.before, figure, may);
    let counts = match &mut compared.before {
        Amount::Share { count, of } => vec![("count", count), ("of", of)],
        Amount::Median { n, .. } => vec![("n", n)],
    };
    for (label, one) in counts {
        count(&format!("{} {label}", figure.name()), one, may);
        is_said &= one.known().is_some();
    }
    if !is_said {
        compared.hide_difference();
    }
}

//! Numbers that are not the size of a set of this home's own: a middle, a sum of money, what somebody else counted, a
//! baseline. Nothing can be said of how two of them go together, so beside what was given before each is said only just
//! as it was said then.

use std::collections::BTreeSet;

use crate::evidence::{
    cleared::given::Given,
    measure::Figure,
    report::{Amount, Comparison, Count, Measure, NowAmount, Population, Report},
};

/// A number, where it stands, and what it is.
struct Alone {
    /// What the line begins with: the days, or the baseline, whose days are always the same.
    of: Of,
    line: String,
}

enum Of {
    Days,
    Baseline(String),
}

/// Hides those that were not given so. `beside` shares days with the report; a baseline may be in any of `before`.
pub(super) fn hide(report: &mut Report, before: &[Given], beside: &[&Given]) {
    each(report, &mut |alone| match alone.of {
        Of::Days => beside.is_empty() || beside.iter().any(|one| one.said(&alone.line)),
        Of::Baseline(begins) => {
            let mut its = before.iter().filter(|one| one.said_any(&begins)).peekable();
            its.peek().is_none() || its.any(|one| one.said(&alone.line))
        }
    });
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
    let days = format!("{} {}", report.period.from(), report.period.to());
    let mut of_days = |label: String, value: String| {
        may(Alone {
            of: Of::Days,
            line: format!("{days} {label}: {value}"),
        })
    };
    count("voided", &mut report.counted.voided, &mut of_days);
    count("old way", &mut report.counted.old_way, &mut of_days);
    for measure in &mut report.measures {
        of_measure(measure, &mut of_days);
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
    for summary in &mut measure.spreads {
        let label = format!("{id} {}", summary.title);
        summary.spread = summary
            .spread
            .filter(|spread| may(label, format!("{spread:?}")));
    }
    for sum in &mut measure.sums {
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
    for compared in &mut measure.comparisons {
        let figure = compared.figure;
        if !middle(&mut compared.now, figure, may) {
            (compared.interval, compared.went) = (None, None);
        }
    }
}

/// The middle and the quarters go together. Whether they may be said.
fn middle(amount: &mut Amount, figure: Figure, may: &mut May<'_>) -> bool {
    let Amount::Median {
        median, quartiles, ..
    } = amount
    else {
        return true;
    };
    let said = format!("{median:?} {quartiles:?}");
    let is_said = median.is_none() || may(format!("{} middle", figure.name()), said);
    if !is_said {
        (*median, *quartiles) = (None, None);
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
        (compared.interval, compared.went) = (None, None);
    }
}

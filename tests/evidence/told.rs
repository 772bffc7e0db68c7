//! A report as lines, each with a number: what two ways of counting are compared by.

use alongside::evidence::{
    compare::Went,
    measure::MeasureId,
    report::{Amount, Comparison, Count, Measure, NowAmount, Report},
};

/// Every number of a report.
pub fn lines(report: &Report) -> Vec<String> {
    let counted = &report.counted;
    let mut lines = vec![
        format!("conversations = {}", of(counted.conversations)),
        format!("people = {}", of(counted.people)),
        format!("unnamed = {}", of(counted.unnamed)),
        format!("voided = {}", of(counted.voided)),
        format!("old way = {}", of(counted.old_way)),
        format!("unreadable = {:?}", counted.unreadable),
    ];
    assert_eq!(counted.unreadable.len(), counted.unreadable_count);
    for measure in &report.measures {
        add(measure, &mut lines);
    }
    lines
}

fn add(measure: &Measure, lines: &mut Vec<String>) {
    let id = measure.id.name();
    // What somebody else counted has no members that we know of.
    let is_elsewhere = measure.id == MeasureId::Elsewhere;
    for table in &measure.tables {
        for (nth, group) in table.groups.iter().enumerate() {
            let part = group.part.as_deref().unwrap_or("");
            let count = of(group.count);
            if !is_elsewhere {
                assert_eq!(group.members.len(), count as u64, "{id}/{}", table.name);
            }
            lines.push(group_line(id, table.name, nth, &group.name, part, count));
        }
        lines.push(total_line(id, table.name, of(table.total)));
    }
    for summary in &measure.spreads {
        let title = summary
            .figure
            .map_or(summary.title.as_str(), |figure| figure.name());
        let spread = summary
            .spread
            .map(|spread| (spread.lower, spread.median, spread.upper));
        assert_eq!(summary.members.len(), of(summary.n) as u64, "{id}/{title}");
        lines.push(spread_line(id, title, of(summary.n), spread));
    }
    for sum in &measure.sums {
        let pence = sum.pence.expect("not hidden");
        lines.push(format!("{id}: sum {pence} of {}", of(sum.n)));
    }
    for now in &measure.figures {
        let figure = now.figure.name();
        match &now.amount {
            NowAmount::Share {
                count,
                of: all,
                members,
                others,
            } => {
                if !is_elsewhere {
                    assert_eq!(members.len(), of(*count) as u64, "{figure}");
                    assert_eq!(members.len() + others.len(), of(*all) as u64, "{figure}");
                }
                assert!(members.is_disjoint(others), "{figure}");
                lines.push(share_line(id, figure, of(*count), of(*all)));
            }
            NowAmount::Values { n, values, .. } => {
                assert_eq!(values.len(), of(*n), "{figure}");
                lines.push(values_line(id, figure, values.clone()));
            }
        }
    }
    let comparisons = measure.comparisons.iter();
    lines.extend(comparisons.map(|comparison| compared(id, comparison)));
}

fn compared(id: &str, comparison: &Comparison) -> String {
    let of_amount = |amount: &Amount| match *amount {
        Amount::Share { count, of: all } => share(of(count), of(all)),
        Amount::Median {
            n,
            median,
            quartiles,
        } => {
            let quarters = median.zip(quartiles);
            middle(
                of(n),
                quarters.map(|(median, (lower, upper))| (lower, median, upper)),
            )
        }
    };
    let is_share = matches!(comparison.before, Amount::Share { .. });
    let went = comparison.went.filter(|_| is_share).map(|went| match went {
        Went::Up => "up",
        Went::Down => "down",
        Went::NoClearChange => "no clear change",
    });
    let of_when = format!(
        "{}, {} to {}, {}",
        comparison.name,
        comparison.period.from(),
        comparison.period.to(),
        comparison.counted_by
    );
    let (before, now) = (of_amount(&comparison.before), of_amount(&comparison.now));
    let figure = comparison.figure.name();
    against_line(id, figure, &of_when, (&before, &now), went)
}

pub fn against_line(
    id: &str,
    figure: &str,
    baseline: &str,
    (before, now): (&str, &str),
    went: Option<&str>,
) -> String {
    let went = went.unwrap_or("not said");
    format!("{id}: {figure} against {baseline}: {before}, now {now}: {went}")
}

pub fn share(count: usize, all: usize) -> String {
    format!("{count} of {all}")
}

pub fn middle(n: usize, spread: Option<(f64, f64, f64)>) -> String {
    let spread = spread.map(|(lower, median, upper)| format!("{lower:.6} {median:.6} {upper:.6}"));
    format!("{} of {n}", spread.unwrap_or_default())
}

pub fn group_line(
    id: &str,
    table: &str,
    nth: usize,
    name: &str,
    part: &str,
    count: usize,
) -> String {
    let part = if part.is_empty() {
        String::new()
    } else {
        format!(", {part}")
    };
    format!("{id}/{table} {nth}: {name}{part} = {count}")
}

pub fn total_line(id: &str, table: &str, total: usize) -> String {
    format!("{id}/{table}: all = {total}")
}

pub fn spread_line(id: &str, title: &str, n: usize, spread: Option<(f64, f64, f64)>) -> String {
    let spread = spread.map(|(lower, median, upper)| format!("{lower:.6} {median:.6} {upper:.6}"));
    format!("{id}: {title} spreads {n}: {}", spread.unwrap_or_default())
}

pub fn share_line(id: &str, figure: &str, count: usize, all: usize) -> String {
    format!("{id}: {figure} = {count} of {all}")
}

pub fn values_line(id: &str, figure: &str, mut values: Vec<f64>) -> String {
    values.sort_by(f64::total_cmp);
    format!("{id}: {figure} = {values:?}")
}

fn of(count: Count) -> usize {
    count.known().expect("nothing is hidden at home")
}

//! Counts, amounts, shares, spreads and sums as they read. What may not be said is not shown.

use crate::evidence::{
    compare::{FEW, Share},
    measure::Unit,
    report::{Count, Group, Population, Sum, Summary, Table},
    spread::Spread,
};

/// What stands where a number may not be said: it is small, or would give away one that is.
pub const NOT_SHOWN: &str = "Not shown";

/// What stands where nothing has a value.
pub(super) const NOTHING: &str = "Nothing to say yet";

/// `31`, `1,204`, or that it is not shown.
pub fn count(count: Count) -> String {
    count.known().map_or_else(|| NOT_SHOWN.to_owned(), grouped)
}

/// `2 days`, `1 contact`, `£4.50`.
pub fn amount(value: f64, unit: Unit) -> String {
    let (one, more) = match unit {
        Unit::Days => ("day", "days"),
        Unit::Minutes => ("minute", "minutes"),
        Unit::Words => ("word", "words"),
        Unit::Contacts => ("contact", "contacts"),
        Unit::Pounds => return bare(value, unit),
    };
    let is_one = bare(value, unit) == "1";
    format!("{} {}", bare(value, unit), if is_one { one } else { more })
}

/// What so many of a population are called: `1 person`, `12 people`.
pub fn of(population: Population, held: usize) -> String {
    let (one, more) = match population {
        Population::People => ("person", "people"),
        Population::Conversations => ("conversation", "conversations"),
        Population::NextSteps => ("next step", "next steps"),
        Population::Crises => ("crisis", "crises"),
        Population::HandOffs => ("hand-off", "hand-offs"),
        Population::Spends => ("spend", "spends"),
        Population::Connections => ("connection", "connections"),
        Population::Mattered => ("note", "notes"),
        Population::Answers => ("person who answered", "people who answered"),
        Population::StaffAnswers => ("member of staff who answered", "staff who answered"),
        Population::Elsewhere => ("counted elsewhere", "counted elsewhere"),
    };
    many(held, one, more)
}

/// `39 of 64 (61%)`; of fewer than ten no percentage, and none where there is none to count.
pub fn share(count: Count, of: Count) -> String {
    share_of(count, of, "")
}

/// A group of a table: `39 of 64 (61%)`, of those of whom it is known; `39` alone where it is no share of them.
pub fn group(group: &Group, table: &Table) -> String {
    let base = table.base(group).filter(|base| base.known().is_some());
    base.map_or_else(|| count(group.count), |base| share(group.count, base))
}

/// `39 of 64 people (61%)`: what is counted is said where it is not plain.
pub(super) fn share_of(count: Count, of: Count, what: &str) -> String {
    let (Some(count), Some(of)) = (count.known(), of.known()) else {
        return NOT_SHOWN.to_owned();
    };
    let said = format!("{} of {} {what}", grouped(count), grouped(of));
    let said = said.trim_end();
    match Share::new(count, of).and_then(Share::percentage) {
        Some(percentage) => format!("{said} ({percentage}%)"),
        None => said.to_owned(),
    }
}

/// `median 2 days, half of them between 1 and 4`.
pub fn spread(spread: &Spread, unit: Unit) -> String {
    let median = amount(spread.median, unit);
    let (lower, upper) = (bare(spread.lower, unit), bare(spread.upper, unit));
    match spread.n {
        1 => median,
        _ if lower == upper => format!("median {median}, half of them {lower}"),
        _ => format!("median {median}, half of them between {lower} and {upper}"),
    }
}

/// `Median 2 days, half of them between 1 and 4 (119 next steps).`
pub fn summary(summary: &Summary) -> String {
    match (summary.n.known(), &summary.spread) {
        (None, _) => format!("{NOT_SHOWN}."),
        (Some(0), _) => format!("{NOTHING}."),
        (Some(held), None) => format!("{NOT_SHOWN} ({}).", of(summary.of, held)),
        (Some(held), Some(values)) => {
            let spread = capital(&spread(values, summary.unit));
            format!("{spread} ({}).", of(summary.of, held))
        }
    }
}

/// `£412.50 in 31 spends.`
pub fn sum(sum: &Sum) -> String {
    let Some(pence) = sum.pence else {
        return format!("{NOT_SHOWN}.");
    };
    match (sum.of, sum.n.known()) {
        (Population::Elsewhere, _) => format!("{}.", money(pence)),
        (_, None) => format!("{NOT_SHOWN}."),
        (population, Some(held)) => format!("{} in {}.", money(pence), of(population, held)),
    }
}

/// `7 in 10`, `None`, `All`; of fewer than ten `4 of 9`. None where it may not be said, or there is none to count.
pub(super) fn in_ten(count: Count, of: Count) -> Option<String> {
    let (count, of) = (count.known()?, of.known()?);
    let tenths = |share: f64| match (share * 10.0).round() as usize {
        0 => "Fewer than 1 in 10".to_owned(),
        10 => "More than 9 in 10".to_owned(),
        tenths => format!("{tenths} in 10"),
    };
    match (count, of) {
        (_, 0) => None,
        (_, 1..FEW) => Some(format!("{count} of {of}")),
        (0, _) => Some("None".to_owned()),
        _ if count == of => Some("All".to_owned()),
        _ => Some(tenths(count as f64 / of as f64)),
    }
}

/// `1 day`, `31 days`.
pub(super) fn many(held: usize, one: &str, more: &str) -> String {
    format!("{} {}", grouped(held), if held == 1 { one } else { more })
}

/// An amount without its unit, but for money: `2`, `1.25`, `£22`, `£4.50`.
pub(super) fn bare(value: f64, unit: Unit) -> String {
    let hundredths = (value * 100.0).round();
    let whole = hundredths % 100.0 == 0.0;
    match unit {
        Unit::Pounds => money(hundredths.max(0.0) as u64),
        _ if whole => grouped((hundredths / 100.0).max(0.0) as usize),
        _ => {
            let two = format!("{:.2}", hundredths / 100.0);
            two.trim_end_matches('0').to_owned()
        }
    }
}

/// `£22`, `£4.50`, `£1,204`.
fn money(pence: u64) -> String {
    let pounds = grouped(usize::try_from(pence / 100).unwrap_or(usize::MAX));
    match pence % 100 {
        0 => format!("£{pounds}"),
        pence => format!("£{pounds}.{pence:02}"),
    }
}

/// `1,204`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A sentence begins with a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

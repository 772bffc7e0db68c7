//! A baseline as TOML that a person can read and mend.

use super::{Baseline, Before, BeforeAmount};
use crate::guide::written::quoted;

/// The text of a baseline's file. What it says reads back as the same baseline.
pub fn text_of(baseline: &Baseline) -> String {
    let mut text = format!(
        "format = 1\nname = {}\nfrom = {}\nto = {}\ncounted_by = {}\n",
        quoted(&baseline.name),
        baseline.period.from(),
        baseline.period.to(),
        quoted(&baseline.counted_by),
    );
    if baseline.is_returned {
        text.push_str("returned = true\n");
    }
    if let Some(care) = &baseline.read_with_care {
        text.push_str(&format!("read_with_care = {}\n", quoted(care)));
    }
    baseline
        .figures
        .iter()
        .for_each(|before| text.push_str(&figure(before)));
    text
}

fn figure(before: &Before) -> String {
    let amount = match &before.amount {
        BeforeAmount::Share(share) => format!("count = {}\nof = {}\n", share.count(), share.of()),
        BeforeAmount::Values(values) => {
            let values: Vec<String> = values.iter().map(f64::to_string).collect();
            format!("values = [{}]\n", values.join(", "))
        }
        BeforeAmount::Middle {
            n,
            median,
            quartiles,
        } => {
            let quartiles =
                quartiles.map(|(lower, upper)| format!("lower = {lower}\nupper = {upper}\n"));
            format!(
                "n = {n}\nmedian = {median}\n{}",
                quartiles.unwrap_or_default()
            )
        }
    };
    format!(
        "\n[[figures]]\nfigure = {}\n{amount}definition = {}\n",
        quoted(before.figure.name()),
        quoted(&before.definition),
    )
}

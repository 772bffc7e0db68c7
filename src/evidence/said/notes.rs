//! What was left out of a measure, and why; and what is not there that it cannot be read without.

use super::numbers::grouped;
use crate::{
    evidence::{
        baseline::reaches_over_the_change,
        brought::{Brought, BroughtAmount, What},
        period::Period,
    },
    text,
};

/// People coming back stand beside what people said.
pub const NOBODY_ASKED: &str = "Nobody asked people and families what they think, on these days. What they say belongs beside this.";

/// Why returned figures from either side of 1 April 2023 are not set side by side.
pub const RETURNS_CHANGED: &str =
    "The national return changed then, and figures from before and after are not counted alike.";

/// Next steps that say they are done and not when.
pub fn done_on_no_day(held: u64) -> Option<String> {
    let (steps, are) = match held {
        0 => return None,
        1 => ("1 next step".to_owned(), "is"),
        _ => (format!("{} next steps", number(held)), "are"),
    };
    Some(format!(
        "{steps} {are} done and nobody noted the day: left out of how long it took."
    ))
}

/// Conversations that say the person got in touch after they began.
pub fn contacted_after(held: u64) -> Option<String> {
    let (conversations, says, counts) = match held {
        0 => return None,
        1 => ("1 conversation".to_owned(), "says", "It counts"),
        _ => (
            format!("{} conversations", number(held)),
            "say",
            "They count",
        ),
    };
    Some(format!(
        "{conversations} {says} that the person first got in touch after it began. {counts} as not said."
    ))
}

/// Conversations that name nobody, where it matters who came back.
pub fn nobody_named(held: u64) -> Option<String> {
    let conversations = match held {
        0 => return None,
        1 => "1 conversation names".to_owned(),
        _ => format!("{} conversations name", number(held)),
    };
    Some(format!(
        "{conversations} nobody. Nobody can be seen to come back in those."
    ))
}

/// What must stand beside people coming back, and was not brought in.
pub fn not_brought_in(missing: &[What]) -> Option<String> {
    let words = missing.iter().map(|what| match what {
        What::LongTermSupportStarted => "long-term support",
        What::HospitalToCareHome => "people who left hospital",
        What::Complaints => "complaints",
        What::SafeguardingConcerns => "safeguarding concerns",
        What::CostUp | What::CostDown => "cost",
    });
    let words: Vec<&str> = words.collect();
    let (last, others) = words.split_last()?;
    let listed = match others {
        [] => (*last).to_owned(),
        others => format!("{} or {last}", others.join(", ")),
    };
    Some(format!(
        "Nobody has brought in {listed} for these days, so fewer people back cannot be told from people who gave up asking."
    ))
}

/// Who counted something elsewhere, and how.
pub fn brought_in(brought: &Brought) -> String {
    let of = match brought.amount {
        BroughtAmount::Count { of: Some(of), .. } => format!(" Of {}.", grouped(of)),
        BroughtAmount::Count { of: None, .. } | BroughtAmount::Pence(_) => String::new(),
    };
    let how = brought.definition.as_deref().map(whole_sentence);
    let how = how.map_or_else(String::new, |how| format!(" {how}"));
    format!(
        "{}: {}. {}{of}{how}",
        super::brought(brought.what),
        brought.period.name(),
        whole_sentence(&format!("Counted by {}", brought.counted_by)),
    )
}

/// What was counted elsewhere of days that reach outside.
pub fn other_days(brought: &Brought) -> String {
    format!(
        "{}: what {} counted is of {}. Those days are not all within these, so it is left out.",
        super::brought(brought.what),
        text::shown(&brought.counted_by),
        brought.period.name(),
    )
}

/// Returned counts of one thing that are of days on either side of 1 April 2023.
pub fn returns_changed(returned: &[&Brought]) -> Option<String> {
    let periods = || returned.iter().map(|one| one.period);
    let from = periods().map(Period::from).min()?;
    let to = periods().map(Period::to).max()?;
    let over = Period::new(from, to).filter(|days| reaches_over_the_change(*days));
    let what = super::brought(returned.first()?.what);
    over.map(|_| format!("{what}: these days reach over 1 April 2023. {RETURNS_CHANGED}"))
}

/// What somebody wrote, with a full stop.
fn whole_sentence(text: &str) -> String {
    let text = text::shown(text.trim().trim_end_matches('.'));
    format!("{text}.")
}

fn number(held: u64) -> String {
    grouped(usize::try_from(held).unwrap_or(usize::MAX))
}

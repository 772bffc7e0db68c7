//! What was left out of a measure, and why; and what is not there that it cannot be read without.

use super::numbers::grouped;
use crate::{
    evidence::{
        baseline::reaches_over_the_change,
        brought::{Brought, What},
        period::Period,
        report::{Count, CountNote, NoteAbout},
    },
    text,
};

/// People coming back stand beside what people said.
pub const NOBODY_ASKED: &str = "Nobody asked people and families what they think, on these days. What they say belongs beside this.";

/// What stands where conversations held the old way are too few to be a time before.
pub const FEW_OLD_WAY: &str = "Fewer than 5 conversations of one time before were held the old way, so nothing of that time is shown.";

/// Why returned figures from either side of 1 April 2023 are not set side by side.
pub const RETURNS_CHANGED: &str =
    "The national return changed then, and figures from before and after are not counted alike.";

/// A note that says how many; none of nobody. Where that may not be said, it says that there are some.
pub fn counted(note: &CountNote) -> Option<String> {
    let count = note.count;
    if count == Count::Is(0) {
        return None;
    }
    Some(match &note.about {
        NoteAbout::DoneOnNoDay => done_on_no_day(count),
        NoteAbout::ContactedAfter => contacted_after(count),
        NoteAbout::NobodyNamed => nobody_named(count),
        NoteAbout::BroughtIn { who, how, .. } => brought_in_of(who, count, how.as_deref()),
    })
}

fn done_on_no_day(held: Count) -> String {
    let steps = number(held, "next step is", "next steps are");
    format!("{steps} done and nobody noted the day: left out of how long it took.")
}

fn contacted_after(held: Count) -> String {
    let says = number(held, "conversation says", "conversations say");
    let counts = if held == Count::Is(1) {
        "It counts"
    } else {
        "They count"
    };
    format!("{says} that the person first got in touch after it began. {counts} as not said.")
}

fn nobody_named(held: Count) -> String {
    let names = number(held, "conversation names", "conversations name");
    format!("{names} nobody. Nobody can be seen to come back in those.")
}

fn brought_in_of(who: &str, of: Count, how: Option<&str>) -> String {
    let of = of.known().map(|of| format!("Of {}.", grouped(of)));
    let said = [Some(who), of.as_deref(), how];
    said.into_iter().flatten().collect::<Vec<_>>().join(" ")
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

/// Who counted something elsewhere.
pub fn brought_in(brought: &Brought) -> String {
    format!(
        "{}: {}. {}",
        super::brought(brought.what),
        brought.period.name(),
        whole_sentence(&format!("Counted by {}", brought.counted_by)),
    )
}

/// How it was counted, where that was said.
pub fn how_brought(brought: &Brought) -> Option<String> {
    brought.definition.as_deref().map(whole_sentence)
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

/// `1 next step is`, `12 next steps are`, `Some next steps are`.
fn number(held: Count, one: &str, more: &str) -> String {
    match held {
        Count::Is(1) => format!("1 {one}"),
        Count::Is(held) => format!("{} {more}", grouped(held)),
        Count::Hidden => format!("Some {more}"),
    }
}

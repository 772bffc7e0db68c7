//! What a measure is called, how it is counted, and what it comes to in a sentence. One place, for the screen, for plain
//! mode, for text and for a page alike.
//!
//! | file | what it holds |
//! |---|---|
//! | [`groups`] | what groups are called, in their order |
//! | [`definitions`] | how each measure and each figure is counted, and what must be read with every table |
//! | [`kinds`] | kinds of local help that are called the same everywhere |
//! | [`numbers`] | counts, amounts, shares, spreads and sums as they read |
//! | [`answers`](mod@answers) | what a measure comes to |
//! | [`compared`] | before, now and the difference |
//! | [`notes`] | what was left out, and why |

mod answers;
mod compared;
mod definitions;
pub mod groups;
pub mod kinds;
pub mod notes;
mod numbers;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

pub use answers::answer;
pub(super) use compared::side;
pub use compared::{Compared, comparison, warnings};
pub use definitions::{CAVEATS, counted, definition};
pub use numbers::{
    NOT_SHOWN, amount, capital, count, group, grouped, of, share, spread, sum, summary,
};

use super::{
    brought::What,
    measure::{Figure, MeasureId},
    period::{Period, day_name},
    report::Measure,
};
use crate::guide::{Kind, built_in};

/// The sum of what was spent.
pub const ALL_SPENDS: &str = "All spends";

/// How spends spread.
pub const POUNDS: &str = "Pounds in a spend";

/// What a measure is called on a screen and in a report.
pub fn title(id: MeasureId) -> &'static str {
    match id {
        MeasureId::Kinds => "Conversations each week, by kind",
        MeasureId::NextSteps => "How long until the next step happened",
        MeasureId::FirstTalk => "From first contact to the conversation",
        MeasureId::Back => "People who came back",
        MeasureId::Elsewhere => "Counted elsewhere",
        MeasureId::Routes => "What happened next",
        MeasureId::HandOffs => "Hand-offs",
        MeasureId::Crises => "Until it was steady",
        MeasureId::Spends => "The small budget",
        MeasureId::Connections => "Connections made",
        MeasureId::Mattered => "What mattered most",
        MeasureId::Copies => "Who had a copy",
        MeasureId::Length => "Length of record and of talk",
        MeasureId::TalkedOver => "Talked over with colleagues",
        MeasureId::Said => "What people and families said",
        MeasureId::Staff => "What staff said",
    }
}

/// What this one is called: over many weeks it is drawn by months, and what leaves a team has neither.
pub fn title_of(measure: &Measure) -> &'static str {
    let has_weeks = || measure.tables.iter().any(|table| table.screen_only);
    match measure.id {
        MeasureId::Kinds if measure.table("months").is_some() => table(measure.id, "months"),
        MeasureId::Kinds if !has_weeks() => "Conversations and people by kind",
        id => title(id),
    }
}

/// What a table of a measure is called, by its name in files.
pub(super) fn table(id: MeasureId, name: &str) -> &'static str {
    match (id, name) {
        (MeasureId::Kinds, "months") => "Conversations each month, by kind",
        (MeasureId::Kinds, "conversations") => "Conversations by kind",
        (MeasureId::Kinds, "people") => "People by kind of conversation",
        (MeasureId::Kinds, "moves") => "Conversations that moved to another kind",
        (MeasureId::Kinds, "people-moves") => "People whose next conversation was of another kind",
        (MeasureId::NextSteps, "kept") => "Next steps and the day first agreed",
        (MeasureId::Back, "within-3") => "People who came back within 3 months",
        (MeasureId::Back, "within-9") => "People who came back within 9 months",
        (MeasureId::Back, "within-12") => "People who came back within 12 months",
        (MeasureId::HandOffs, "why") => "Why somebody else took it on",
        (MeasureId::HandOffs, _) => "How often somebody else took it on",
        (MeasureId::Crises, "steady") => "Whether it is steady",
        (MeasureId::Crises, _) => "Days until it was steady",
        (MeasureId::Spends, "amounts") => "Spends by how much",
        (MeasureId::Spends, _) => "Spends by what they were for",
        (MeasureId::Connections, _) => "Connections made, by kind",
        (MeasureId::Mattered, _) => "What mattered most, by topic",
        (MeasureId::Length, "words") => "Words in a record",
        (MeasureId::Length, "minutes") => "Minutes of talk",
        (MeasureId::Length, _) => "Minutes of talk, and words in its record",
        (MeasureId::TalkedOver, _) => "How often it was talked over with a colleague",
        _ => title(id),
    }
}

/// What a figure is called: `People back within 3 months`.
pub fn figure(figure: Figure) -> &'static str {
    match figure {
        Figure::Crisis => "Conversations that were a crisis",
        Figure::Moved => "Conversations that moved to another kind",
        Figure::DoneByDay => "Next steps done by the day agreed",
        Figure::DaysToNextStep => "Days until the next step happened",
        Figure::TalkWithin3Days => "Conversations within 3 days of first contact",
        Figure::DaysToFirstTalk => "Days from first contact to the conversation",
        Figure::BackWithin3Months => "People back within 3 months",
        Figure::BackWithin9Months => "People back within 9 months",
        Figure::BackWithin12Months => "People back within 12 months",
        Figure::LongTermStarted => "People who started long-term support",
        Figure::HospitalToCareHome => {
            "People who went from hospital straight into a care home for good"
        }
        Figure::HandedOver => "Conversations somebody else took on",
        Figure::Steady => "Crises that became steady",
        Figure::DaysToSteady => "Days until a crisis was steady",
        Figure::ContactsToSteady => "Contacts until a crisis was steady",
        Figure::Spent => "Conversations with a spend from the small budget",
        Figure::Connected => "Conversations in which a connection was made",
        Figure::HadCopy => "Conversations of which the person had a copy",
        Figure::Words => "Words in a record",
        Figure::TalkMinutes => "Minutes of talk",
        Figure::TalkedOver => "Conversations talked over with a colleague",
    }
}

/// What was counted elsewhere.
pub fn brought(what: What) -> &'static str {
    match what {
        What::LongTermSupportStarted => figure(Figure::LongTermStarted),
        What::HospitalToCareHome => figure(Figure::HospitalToCareHome),
        What::Complaints => "Complaints",
        What::SafeguardingConcerns => "Safeguarding concerns",
        What::CostUp => "Support that costs more than before, over a full year",
        What::CostDown => "Support that costs less than before, over a full year",
    }
}

/// The name of a kind, as its guide has it.
pub(super) fn kind(kind: Kind) -> &'static str {
    built_in(&kind.main_guide()).map_or(kind.name(), |guide| guide.title)
}

/// `Listen and connect to crisis`.
pub(super) fn moved(from: Kind, to: Kind) -> String {
    format!("{} to {}", kind(from), kind(to).to_lowercase())
}

/// The week that begins on this Monday: `5 Jan`, and its year where there is more than one.
pub(super) fn week(monday: NaiveDate, has_year: bool) -> String {
    let format = if has_year { "%-d %b %Y" } else { "%-d %b" };
    monday.format(format).to_string()
}

/// The month that begins on this day: `Jan 2026`.
pub(super) fn month(first: NaiveDate) -> String {
    first.format("%b %Y").to_string()
}

/// That some of the days a report is about are to come: it is of those up to today.
pub(super) fn not_over(period: Period, today: NaiveDate) -> String {
    let today = match period.holds_a_new_year() {
        true => day_name(today),
        false => today.format("%-d %B").to_string(),
    };
    format!("These days are not over: up to {today}.")
}

/// What a baseline of conversations held the old way is called. One that was given no name has that for its name.
pub(super) fn old_way(name: &str) -> String {
    let name = name.trim();
    if name.is_empty() { "The old way" } else { name }.to_owned()
}

/// What such a baseline is called in what leaves, where nothing that was typed is: `The old way 2`.
pub(super) fn nth_old_way(nth: usize) -> String {
    match nth {
        1 => old_way(""),
        nth => format!("{} {nth}", old_way("")),
    }
}

/// Who counted a baseline of conversations held the old way.
pub(super) const COUNTED_FROM: &str = "Counted from conversations held the old way";

/// What must be read with a measure, a sentence each.
pub fn read_with(measure: &Measure) -> Vec<String> {
    let noted = measure.noted.iter().filter_map(notes::counted);
    measure.read_with.iter().cloned().chain(noted).collect()
}

//! The words around the figures of a report: what stands over a part of it, beside a bar, at the head of a column.

use super::period::Period;

/// Before the sentence that says what it comes to.
pub(super) const IN_SHORT: &str = "In short";
/// Over what the whole report was counted from.
pub(super) const COUNTED_FROM: &str = "What was counted";
/// Over how one figure is counted.
pub(super) const HOW_COUNTED: &str = "How it is counted";
/// Over what must be read with the figures.
pub(super) const READ_WITH_CARE: &str = "Read with care";
/// Over figures set against another time.
pub(super) const BEFORE_AND_NOW: &str = "Before and now";
/// The figure as it was.
pub(super) const BEFORE: &str = "Before";
/// The figure as it is.
pub(super) const NOW: &str = "Now";
/// Between the two.
pub(super) const DIFFERENCE: &str = "Difference";
/// Over what must stand beside a figure.
pub(super) const BESIDE: &str = "Read beside it";
/// Over the stories.
pub(super) const STORIES: &str = "Stories of difference";
/// Over the list of what is in the page.
pub(super) const CONTENTS: &str = "In this report";
/// At the head of the names of groups.
pub(super) const GROUP: &str = "Group";
/// At the head of the numbers.
pub(super) const NUMBER: &str = "Number";
/// At the head of the percentages.
pub(super) const SHARE: &str = "Share";
/// At the head of the days a figure is about.
pub(super) const DAYS: &str = "Days";
/// At the head of a figure.
pub(super) const FIGURE: &str = "Figure";
/// All the groups of a table.
pub(super) const ALL: &str = "All";
/// Where nobody permitted a story.
pub(super) const NO_STORIES: &str =
    "No story may leave the team at present. Whoever it is about has to say yes to that.";
/// What a report that leaves a team leaves out.
pub(super) const LEFT_OUT: &str = "Nobody it is about is named.";
/// What a number is not shown for.
const NOT_SHOWN: &str = "Not shown: a group under 5, or one that would give such a group away. Of fewer than 10 values the middle is not shown, nor one that would say what fewer than 5 had.";
/// What a number is not shown for, beside what was given of these days before.
pub(super) fn not_shown(beside: &[Period]) -> String {
    match beside {
        [] => NOT_SHOWN.to_owned(),
        _ => format!(
            "{NOT_SHOWN} Not shown beside what was given of {}: what the two together would give away.",
            names(beside)
        ),
    }
}

/// How many are named.
const NAMED: usize = 6;

/// Several reports by their days, the first of them by name.
pub fn names(periods: &[Period]) -> String {
    let named: Vec<String> = periods.iter().take(NAMED).map(|one| one.name()).collect();
    let others = match periods.len().saturating_sub(NAMED) {
        0 => String::new(),
        1 => " and 1 other".to_owned(),
        more => format!(" and {more} others"),
    };
    named.join(", ") + &others
}

/// How exact a middle is.
pub(super) const ROUNDED: &str = "Medians and what half of the values lie between are rounded: to whole days, minutes, words, contacts or pounds.";
/// The name of the report.
pub(super) fn title(period: Period) -> String {
    format!("Evidence, {}", period.name())
}

//! What is said on the Evidence screen, and of it line by line.

use crate::{
    evidence::{
        asked::NotAPeriod, measure::MeasureId, period::Period, report::Count, said, story::Told,
    },
    text,
};

/// Under so many records a chart says little (ux.md 7.1).
pub const FEW: usize = 20;

/// Row 1.
pub const EVIDENCE: &str = "Evidence";

/// Where a command counts.
pub const IN_EVIDENCE: &str = "in Evidence";

/// Before the answer.
pub const IN_SHORT: &str = "In short:";

/// In the place of a chart that has nothing in it.
pub const NOTHING_IN_IT: &str = "Nothing of this is in the records of these days.";

/// What an export leaves out.
pub const EXPORT_HIDES: &str = "Export leaves out names, and hides any group smaller than 5.";

/// After it, where there is room.
pub const ALSO_A_TABLE: &str = "Every chart is also a table: press Space.";

/// Over the definition of a measure.
pub const HOW_IT_IS_COUNTED: &str = "How it is counted";

/// Over the spreads and the sums of a measure.
pub const MIDDLES_AND_SUMS: &str = "Middles and sums";

/// Over what was left out of a measure.
pub const LEFT_OUT: &str = "Not in these numbers, and why";

/// Over what must be read with any figure.
pub const READ_WITH_IT: &str = "Read with every chart";

/// Over the other tables of a measure.
pub const ALSO_COUNTED: &str = "Also counted";

/// Over what could not be read or used.
pub const NOT_IN_IT: &str = "What is not in it";

/// Over the last column of a table that has parts.
pub const TOTAL: &str = "total";

/// Under the last rows, when all of it does not fit and nothing more is below.
pub const THE_END: &str = "That is all of it. PgUp goes up.";

/// While the first records are read.
pub const READING: &str = "Reading the records.";

/// Some of it is sealed, and the key is not open.
pub const SEALED: &str = "The records are sealed. /unlock reads them.";

/// The same of a part of them.
pub const SOME_SEALED: &str = "Some records are sealed, and are in no figure.";

/// There is no such chart.
pub const NO_CHART: &str = "There is no such chart. /evidence all shows them all.";

/// Before days that are not over are given. The same again gives them.
pub const NOT_OVER_YET: &str = "These days are not over. What is given of them now is remembered, and some \
                                of what is given later is hidden beside it. Ctrl+S again gives it.";
/// Nothing was read yet that could be exported.
pub const EXPORTS_ONCE_READ: &str = "It is written once the records are read.";

/// A sealed home holds nothing that can be read without its key.
pub const SEALED_HOME: &str = "Your home is sealed. To write it elsewhere: /export-evidence FOLDER";

/// On the other side of the wall.
pub const NOT_IN_PRACTICE: &str = "Practice is not real, so nothing of it is counted.";

/// What `/evidence` takes.
pub const HOW: &str = "/evidence 3, /evidence budget, /evidence 2025, or /evidence 1 jan to 31 mar";

/// After a chart, line by line.
pub const NEXT: &str =
    "/evidence more for before and now, and what to read with it. /next or /prev";

/// The same after all of them.
pub const MORE: &str = "/evidence 3 for one chart. /evidence more for what to read with them.";

/// Where the days have no record and others have.
pub const OTHER_DAYS: &str = "Left and Right go to other days.";

/// The same line by line.
pub const OTHER_DAYS_ALOUD: &str = "/evidence before and /evidence after go to other days.";

/// What stands before a story, by how it went.
pub fn story(went: Told) -> &'static str {
    match went {
        Told::Better => "A story of difference, told with permission",
        Told::Badly => "A story of what did not go well, told with permission",
        Told::Open => "A story that goes on, told with permission",
    }
}

/// Several charts are called so: each with the number that chooses it.
pub fn which(charts: &[MeasureId]) -> String {
    let number = |id: &MeasureId| MeasureId::ALL.iter().position(|one| one == id);
    let numbered = charts.iter().filter_map(|id| Some((number(id)? + 1, id)));
    let listed: Vec<String> = numbered
        .clone()
        .map(|(number, id)| format!("{number} {}", said::title(*id)))
        .collect();
    let first = numbered.map(|(number, _)| number).next().unwrap_or(1);
    format!("Which chart? {}. Such as /chart {first}", listed.join("; "))
}

/// `From 148 records on this computer`, or `0 of 6 records on this computer`: these days have none, and others have.
pub fn from_records(count: usize, of_any_day: usize) -> String {
    match (count, of_any_day) {
        (0, 1..) => format!("{} on this computer", records(count, of_any_day)),
        _ => format!("From {} on this computer", how_many(count)),
    }
}

/// The same in little room.
pub fn records(count: usize, of_any_day: usize) -> String {
    match (count, of_any_day) {
        (0, 1..) => format!("0 of {}", how_many(of_any_day)),
        _ => how_many(count),
    }
}

fn how_many(count: usize) -> String {
    match count {
        1 => "1 record".to_owned(),
        count => format!("{} records", said::count(Count::Is(count))),
    }
}

/// Charts of few records say little. Where these days have none and others have, `other_days` says how to get there.
pub fn few(count: usize, of_any_day: usize, other_days: &str) -> String {
    let how_many = match (count, of_any_day) {
        (0, 0) => "No records so far.".to_owned(),
        (0, all) => {
            let all = how_many(all);
            return format!("None in these days. {all} in all. {other_days}");
        }
        (count, all) if all > count => format!("{} in these days.", how_many(count)),
        (count, _) => format!("{} so far.", how_many(count)),
    };
    format!("{how_many} Charts start to mean something at about 20.")
}

/// `Chart 2 of 16`
pub fn place(at: usize, of: usize) -> String {
    format!("Chart {} of {of}", at + 1)
}

/// The same in little room.
pub fn place_short(at: usize, of: usize) -> String {
    format!("{}/{of}", at + 1)
}

/// How many rows are below what is shown.
pub fn more_below(rows: usize) -> String {
    format!("{rows} more. PgDn")
}

/// Records that no longer stand, and conversations held the old way.
pub fn left_out(voided: usize, old_way: usize) -> Vec<String> {
    let said = |count: usize, one: &str, more: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {more}")),
    };
    [
        said(
            voided,
            "record no longer stands. It is in no figure.",
            "records no longer stand. They are in no figure.",
        ),
        said(
            old_way,
            "conversation was held the old way. It counts in the baseline alone.",
            "conversations were held the old way. They count in baselines alone.",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The same in short, beside an answer.
pub fn unreadable_short(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 record could not be read. Its name is below.".to_owned()),
        count => Some(format!(
            "{count} records could not be read. Their names are below."
        )),
    }
}

/// Records that could not be read: how many, and the first of them by name.
pub fn unreadable(names: &[String], most: usize) -> Option<String> {
    let named: Vec<_> = names
        .iter()
        .take(most)
        .map(|name| text::shown(name))
        .collect();
    let over = match names.len() {
        0 => return None,
        1 => "1 record could not be read. It is in no figure:".to_owned(),
        count => format!("{count} records could not be read. They are in no figure:"),
    };
    let rest = match names.len() - named.len() {
        0 => ".".to_owned(),
        rest => format!(" and {rest} more."),
    };
    Some(format!("{over} {}{rest}", named.join(", ")))
}

/// Line by line, before a chart: `Evidence, January to March 2026. From 148 records on this computer.`
pub fn of_days(period: Period, count: usize, of_any_day: usize) -> String {
    let from = from_records(count, of_any_day);
    format!("{EVIDENCE}, {}. {from}.", period.name())
}

/// Line by line: `Chart 2 of 16. How long until the next step happened.`
pub fn chart(at: usize, of: usize, title: &str) -> String {
    format!("{}. {title}.", place(at, of))
}

/// Line by line, the title of a table: `Back within 3 months.`
pub fn table(title: &str) -> String {
    format!("{}.", text::shown(title))
}

/// Line by line, what another measure comes to that must be read with this one.
pub fn beside(title: &str, answer: &str) -> String {
    format!("{title}: {answer}")
}

/// Line by line, a group: `Same day: 31.`
pub fn group(name: &str, said: &str) -> String {
    format!("{}: {said}.", text::shown(name))
}

/// Line by line, a bar that has parts: `5 Jan: 7 listen and connect, 2 crisis, 1 good life. 10 in all.`
pub fn parted(name: &str, parts: &[&str], counts: &[usize]) -> String {
    let each = counts.iter().zip(parts);
    let each: Vec<String> = each
        .map(|(count, part)| format!("{count} {}", text::shown(part).to_lowercase()))
        .collect();
    let all: usize = counts.iter().sum();
    format!("{}: {}. {all} in all.", text::shown(name), each.join(", "))
}

/// What was typed is no days.
pub fn not_days(why: &NotAPeriod) -> String {
    match why {
        NotAPeriod::NotADay(typed) => format!(
            "{} is not a day. Try /evidence from 1 jan to 31 mar",
            text::shown(typed)
        ),
        NotAPeriod::EndsBeforeItBegins => {
            "The last day is before the first. Try /evidence from 1 jan to 31 mar".to_owned()
        }
    }
}

/// It was written here.
pub fn exported(path: &str) -> String {
    format!("Written: a page and its tables, which name nobody, in {path}")
}

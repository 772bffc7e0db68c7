//! What is said of tables that leave a team, of the key several teams share, and of putting them together.

use std::{collections::BTreeSet, path::Path};

use chrono::NaiveDate;

use crate::{
    evidence::{
        combine::{Combined, NotAPackage, Said, Together, Total},
        headings,
        package::LeftOut,
        period::Period,
        report::Count,
    },
    text,
};

/// How wide a line is.
const WIDE: usize = 75;

/// A form that is not one.
pub const NO_FORM: &str = "--as takes text, json or csv.";
/// Text and data are printed.
pub const INTO_IS_FOR_CSV: &str = "--into is for tables: add --as csv";
/// None of the folders could be read.
pub const NOTHING_TO_COMBINE: &str = "There is nothing to put together.";

/// A key was made.
pub fn key_made(file: &Path, check: &str) -> String {
    format!(
        "Key made: {}. Its check is {check}.\n\
         Give it to each team by hand, and keep it as safe as records:\n\
         whoever has it can try names against the tables made with it.",
        shown(file)
    )
}

/// There is no key to read, and why.
pub fn no_key(why: &str) -> String {
    format!(
        "{}\n`alongside evidence key FILE` makes one.",
        text::shown(why)
    )
}

/// A file holds no key.
pub fn not_a_key(file: &Path) -> String {
    format!(
        "{} is not a team key, or not all of one.\n\
         `alongside evidence key FILE` makes one.",
        shown(file)
    )
}

/// The operating system gave no chance.
pub fn no_chance(why: &str) -> String {
    format!("This computer gave no random bytes: {}.", text::shown(why))
}

/// A package holds rows.
pub fn with_rows(check: &str) -> String {
    format!(
        "People and conversations are in it under other names (key {check}).\n\
         Do not send the key with it."
    )
}

/// A package was made with a key, and has no rows.
pub const NO_ROWS: &str = "Nobody is in it under another name: there are too few to be.";

/// Rows that could be in a package are not, and why.
pub fn rows_left_out(why: LeftOut, quarters: &BTreeSet<Period>) -> String {
    let quarters: Vec<Period> = quarters.iter().copied().collect();
    let said = match why {
        LeftOut::Changed => format!(
            "Rows of {} were given before and have changed, so the new ones are not in it.",
            headings::names(&quarters)
        ),
        LeftOut::ShowFew => format!(
            "Rows of {} would show fewer than five beside what you gave before, so they are not in it.",
            headings::names(&quarters)
        ),
    };
    in_lines(&said)
}

fn in_lines(said: &str) -> String {
    let rows = text::wrap(said, WIDE).into_iter();
    rows.map(|row| said[row].trim_end())
        .collect::<Vec<_>>()
        .join("\n")
}

/// What is kept of what was given cannot be understood.
pub const NOT_WHAT_WAS_GIVEN: &str = "it should say what was given before, and until it does nothing is given. A copy of it from a backup does. Without it nothing is held against what was given of its days";

/// What was given before hides more of what is given now; and what is given now will of what is given later, where its
/// days are not over.
pub fn beside_earlier(period: Period, today: NaiveDate, before: &[Period]) -> Option<String> {
    if !before.is_empty() {
        let said = format!(
            "It shares days with what you gave of {}.\n\
             What would show fewer than five beside that is hidden in it.",
            headings::names(before)
        );
        return Some(in_lines(&said));
    }
    (period.to() >= today).then(|| {
        "These days are not over. Given again later, what has changed\n\
         by fewer than five since is hidden."
            .to_owned()
    })
}

/// A folder that cannot be read.
pub fn cannot_read(folder: &Path, why: &str) -> String {
    format!("{} is left out: {}", shown(folder), text::shown(why))
}

/// A folder that is no package, and why.
pub fn not_a_package(folder: &Path, why: &NotAPackage) -> String {
    let why = match why {
        NotAPackage::Descriptor(why) => format!("datapackage.json cannot be read: {why}"),
        NotAPackage::NotOurs => "Alongside did not write it for one team".to_owned(),
        NotAPackage::Version(version) => {
            format!("it is of version {version}, and this program reads version 1")
        }
        NotAPackage::Outside(path) => format!("it names a file outside its folder: {path}"),
        NotAPackage::Missing(path, why) => format!("{path} cannot be read: {why}"),
        NotAPackage::Changed(path) => {
            format!("{path} is not as it was exported. Export it again")
        }
        NotAPackage::Lacks(path) => format!("{path} is not in it"),
        NotAPackage::Row(path, why) => format!("{path}: {why}"),
    };
    format!("{} is left out: {}.", shown(folder), text::shown(&why))
}

/// What must be known of a combination.
pub fn said(said: &Said) -> String {
    match said {
        Said::Again {
            folder,
            stands,
            missing,
        } => {
            let (folder, stands) = (text::shown(folder), text::shown(stands));
            if folder == stands {
                return format!("{folder} is given twice. It counts once.");
            }
            let out = format!(
                "{folder} is left out: {stands} is of the same team, has some or all of\n\
                 its days and was exported later, or has more days."
            );
            if missing.is_empty() {
                return out;
            }
            let days: Vec<String> = missing.iter().map(|days| days.name()).collect();
            format!(
                "{out}\nOf this team nothing is counted of {}.\n\
                 To count {folder} in its place, leave {stands} out.",
                days.join(", nor of ")
            )
        }
        Said::DifferentDays => {
            "These packages are of different days. They are added all the same.".to_owned()
        }
        Said::DifferentKeys => "These packages were made with different keys.\n\
             People cannot be counted once each, so they are not counted."
            .to_owned(),
        Said::NoRows(1) => {
            "1 package was made without a key. Its people are not counted.".to_owned()
        }
        Said::NoRows(count) => {
            format!("{count} packages were made without a key. Their people are not counted.")
        }
        Said::PeopleNotAdded => {
            "Tables of people are not added: somebody two teams met would count twice.\n\
             With a key, people are counted once each, a quarter at a time."
                .to_owned()
        }
    }
}

/// The whole combination, to read line by line.
pub fn combined(combined: &Combined) -> String {
    let mut lines = vec![
        format!("Evidence of {}", packages(combined.packages.len())),
        String::new(),
    ];
    for whose in &combined.packages {
        let days = whose.period.name();
        lines.push(format!("  {}: {days}", text::shown(&whose.folder)));
    }
    if !combined.said.is_empty() {
        lines.push(String::new());
        lines.extend(combined.said.iter().map(said));
    }
    together(&mut lines, "People, once each", &combined.people);
    together(
        &mut lines,
        "Conversations, once each",
        &combined.conversations,
    );
    let counted = &combined.added.counted;
    heading(&mut lines, "What was counted");
    lines.extend(
        counted
            .iter()
            .map(|(what, count)| row(&what.replace('-', " "), *count)),
    );
    for table in &combined.added.tables {
        heading(&mut lines, &table.title);
        for (group, part, count) in &table.groups {
            let name = match part {
                Some(part) => format!("{group}, {part}"),
                None => group.clone(),
            };
            lines.push(row(&name, *count));
        }
        lines.push(row("In all", table.total));
        if table.packages < combined.packages.len() {
            lines.push(format!("  From {}.", packages(table.packages)));
        }
    }
    if !combined.added.shares.is_empty() {
        heading(&mut lines, "Shares that every team says");
    }
    for share in &combined.added.shares {
        lines.push(format!(
            "  {}: {} of {}",
            text::shown(&share.title),
            share.count,
            share.of
        ));
    }
    for (title, n, pence) in &combined.added.sums {
        heading(&mut lines, title);
        let pounds = match pence {
            Total::Exactly(pence) => format!("£{}.{:02}", pence / 100, pence % 100),
            Total::AtLeast(pence) => format!("at least £{}.{:02}", pence / 100, pence % 100),
            Total::Hidden => HIDDEN.to_owned(),
        };
        lines.push(format!("  {pounds}, {} added up", total(*n)));
    }
    lines.push(String::new());
    lines.push("Hidden: a group under 5, or what would give one away.".to_owned());
    lines.push("Medians cannot be added up. They are in each team's own tables.".to_owned());
    lines.join("\n") + "\n"
}

const HIDDEN: &str = "hidden";

fn together(lines: &mut Vec<String>, title: &str, rows: &[Together]) {
    if rows.is_empty() {
        return;
    }
    heading(lines, title);
    for one in rows {
        let name = match &one.kind {
            Some(kind) => format!("{}, {}", one.quarter, kind.replace('-', " ")),
            None => one.quarter.clone(),
        };
        lines.push(match one.several {
            Count::Is(0) => row(&name, one.count),
            Count::Is(count) => {
                format!("{}, {count} with more than one team", row(&name, one.count))
            }
            Count::Hidden => format!(
                "{}, with more than one team: {HIDDEN}",
                row(&name, one.count)
            ),
        });
    }
}

fn heading(lines: &mut Vec<String>, title: &str) {
    lines.push(String::new());
    lines.push(text::shown(title).into_owned());
}

fn row(name: &str, count: Total) -> String {
    format!("  {}: {}", text::shown(name), total(count))
}

fn total(total: Total) -> String {
    match total {
        Total::Exactly(count) => count.to_string(),
        Total::AtLeast(count) => format!("at least {count}"),
        Total::Hidden => HIDDEN.to_owned(),
    }
}

fn packages(count: usize) -> String {
    match count {
        1 => "1 package".to_owned(),
        count => format!("{count} packages"),
    }
}

fn shown(path: &Path) -> String {
    text::shown(&path.display().to_string()).into_owned()
}

//! `alongside evidence import`: files that are to stand beside the records, checked and kept in the home.

use std::{
    borrow::Cow,
    collections::HashSet,
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::{
    super::{
        DONE, PROBLEMS, Trouble,
        check::Reading,
        open::{clock, say},
        passphrase, print,
    },
    check,
};
use crate::{
    evidence::{
        baseline::Baseline,
        brought,
        feedback::{self, Feedback},
        file::{self, Checked, Sort},
        kept::Kept,
    },
    guide::Marked,
    store::{
        Home,
        evidence_kept::{self, Keeping},
    },
    words::evidence::before as words,
};

/// Checks all of them first, and keeps none where one is not as it should be.
pub(super) fn run(paths: &[PathBuf], home: &Home, out: &mut dyn Write) -> Result<u8, Trouble> {
    let readings = match check::read(paths)? {
        Ok(readings) => readings,
        Err(code) => return Ok(code),
    };
    // A story is held against the names known here, which may be sealed.
    if check::has_stories(&readings) && home.vault().is_on() {
        passphrase::unlock(home)?;
    }
    let names = check::names_for(&readings, home);
    if check::say(&readings, &names, false, &mut io::stderr())? != DONE {
        return Err(Trouble::found(words::NOTHING_KEPT));
    }
    let today = clock().now().date_naive();
    let mut kept = beside(home)?;
    let mut said: HashSet<Feedback> = kept.feedback.drain(..).collect();
    let mut keeping = vec![];
    let mut code = DONE;
    for reading in &readings {
        let mut checked = file::check(&reading.text, &reading.name());
        if is_there(&checked, &kept, &said) {
            say(&words::kept_before(&reading.name()));
            continue;
        }
        say_if_called_so(&reading.name(), &checked, &kept)?;
        let rows = new_rows(reading, &checked, &kept, &said);
        if rows.would_count_twice {
            code = PROBLEMS;
        }
        if rows.new == 0 && checked.baseline.is_none() && !rows.left_out.is_empty() {
            continue;
        }
        if let Some(sort) = checked.sort {
            checked
                .brought
                .retain(|row| !rows.left_out.contains(&row.span.start));
            let name = checked.name(&file_name(reading), today);
            keeping.push((sort, name, rows.text, reading));
        }
        take(checked, &mut kept, &mut said);
    }
    for (sort, name, text, reading) in keeping {
        match evidence_kept::keep(home, sort, &name, &text)? {
            Keeping::New(path) => {
                let said = match sort {
                    Sort::Story => words::kept_story(&path),
                    _ => words::kept(&path),
                };
                print(out, format!("{said}\n").as_bytes())?;
            }
            Keeping::WasThere(_) => say(&words::kept_before(&reading.name())),
        }
    }
    Ok(code)
}

/// What is kept already. Asks for the passphrase where that is sealed.
pub(super) fn beside(home: &Home) -> Result<Kept, Trouble> {
    if home.vault().is_on() {
        passphrase::unlock(home)?;
    }
    Ok(evidence_kept::kept(home, clock().now().date_naive()))
}

/// Whether all that a file says is kept already.
fn is_there(checked: &Checked, kept: &Kept, said: &HashSet<Feedback>) -> bool {
    let is_baseline = |one: &Baseline| kept.baselines.contains(one);
    let holds_rows = checked.brought.len() + checked.feedback.len() > 0;
    let are_rows = checked
        .brought
        .iter()
        .all(|row| kept.brought.contains(&row.value))
        && checked.feedback.iter().all(|row| said.contains(&row.value));
    checked.baseline.as_ref().is_some_and(is_baseline) || (holds_rows && are_rows)
}

/// What of a file is to be kept.
struct NewRows<'r> {
    /// The file, without the rows that are left out.
    text: Cow<'r, str>,
    /// How many rows of it are new.
    new: usize,
    /// Where the rows begin that are left out.
    left_out: Vec<usize>,
    /// Some of those are not kept already, and would count days twice.
    would_count_twice: bool,
}

/// The rows of a file that are neither kept already nor would count days twice. Which are left out is said, with their
/// lines.
fn new_rows<'r>(
    reading: &'r Reading,
    checked: &Checked,
    kept: &Kept,
    said: &HashSet<Feedback>,
) -> NewRows<'r> {
    let line = |at: usize| 1 + reading.text[..at].matches('\n').count();
    let counted_elsewhere = |row: &Marked<brought::Brought>| {
        let mut others = kept.brought.iter();
        !kept.brought.contains(&row.value)
            && others.any(|other| other.counts_twice_with(&row.value))
    };
    let twice: Vec<_> = checked
        .brought
        .iter()
        .filter(|row| counted_elsewhere(row))
        .collect();
    let are_kept = checked
        .brought
        .iter()
        .filter(|row| kept.brought.contains(&row.value));
    let are_kept = are_kept.map(|row| row.span.start);
    let are_said = checked
        .feedback
        .iter()
        .filter(|row| said.contains(&row.value));
    let there: Vec<usize> = are_kept.chain(are_said.map(|row| row.span.start)).collect();
    let left_out: Vec<usize> = twice
        .iter()
        .map(|row| row.span.start)
        .chain(there.clone())
        .collect();
    let new = checked.brought.len() + checked.feedback.len() - left_out.len();
    for row in &twice {
        let at = line(row.span.start);
        say(&words::would_count_twice(
            &reading.name(),
            at,
            row.value.what,
        ));
    }
    if !there.is_empty() {
        let lines: Vec<usize> = there.into_iter().map(line).collect();
        say(&words::rows_kept_before(&reading.name(), &lines, new));
    }
    let is_new = |row: &&Marked<Feedback>| !left_out.contains(&row.span.start);
    NewRows {
        text: match (left_out.is_empty(), checked.feedback.is_empty()) {
            (true, _) => Cow::Borrowed(&reading.text),
            (false, true) => Cow::Owned(brought::without(&reading.text, &left_out)),
            (false, false) => {
                let new = checked.feedback.iter().filter(is_new);
                Cow::Owned(feedback::write(new.map(|row| &row.value)))
            }
        },
        new,
        would_count_twice: !twice.is_empty(),
        left_out,
    }
}

fn file_name(reading: &Reading) -> String {
    let name = reading.name();
    let name = Path::new(&name).file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// Says no to a second baseline of one name.
fn say_if_called_so(name: &str, checked: &Checked, kept: &Kept) -> Result<(), Trouble> {
    let is_called_so = |one: &&Baseline| kept.baselines.iter().any(|other| other.name == one.name);
    match checked.baseline.as_ref().filter(is_called_so) {
        Some(baseline) => Err(Trouble::found(words::is_called_so(name, &baseline.name))),
        None => Ok(()),
    }
}

/// What the next file is held against as well.
fn take(checked: Checked, kept: &mut Kept, said: &mut HashSet<Feedback>) {
    kept.baselines.extend(checked.baseline);
    kept.brought
        .extend(checked.brought.into_iter().map(|row| row.value));
    said.extend(checked.feedback.into_iter().map(|row| row.value));
}

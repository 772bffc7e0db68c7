//! `alongside evidence import`: files that are to stand beside the records, checked and kept in the home.

use std::{
    borrow::Cow,
    collections::HashSet,
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::{
    super::{
        DONE, Trouble,
        check::Reading,
        open::{clock, say},
        passphrase, print,
    },
    check,
};
use crate::{
    evidence::{
        baseline::Baseline,
        feedback::{self, Feedback},
        file::{self, Checked},
        kept::Kept,
    },
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
    if check::say(&readings, false, &mut io::stderr())? != DONE {
        return Err(Trouble::found(words::NOTHING_KEPT));
    }
    let today = clock().now().date_naive();
    let mut kept = beside(home)?;
    let mut said: HashSet<Feedback> = kept.feedback.drain(..).collect();
    let mut keeping = vec![];
    for reading in &readings {
        let checked = file::check(&reading.text, &reading.name());
        if is_there(&checked, &kept, &said) {
            say(&words::kept_before(&reading.name()));
            continue;
        }
        say_if_twice(&reading.name(), &checked, &kept)?;
        if let Some(sort) = checked.sort {
            let name = checked.name(&file_name(reading), today);
            keeping.push((sort, name, what_is_new(reading, &checked, &said), reading));
        }
        take(checked, &mut kept, &mut said);
    }
    for (sort, name, text, reading) in keeping {
        match evidence_kept::keep(home, sort, &name, &text)? {
            Keeping::New(path) => print(out, format!("{}\n", words::kept(&path)).as_bytes())?,
            Keeping::WasThere(_) => say(&words::kept_before(&reading.name())),
        }
    }
    Ok(DONE)
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
    let are_rows = checked.brought.iter().all(|row| kept.brought.contains(row))
        && checked.feedback.iter().all(|row| said.contains(&row.value));
    checked.baseline.as_ref().is_some_and(is_baseline) || (holds_rows && are_rows)
}

/// The file, without the rows of what was said that are kept already: which those are is said.
fn what_is_new<'r>(
    reading: &'r Reading,
    checked: &Checked,
    said: &HashSet<Feedback>,
) -> Cow<'r, str> {
    let rows = checked.feedback.iter();
    let (there, new): (Vec<_>, Vec<_>) = rows.partition(|row| said.contains(&row.value));
    if there.is_empty() {
        return Cow::Borrowed(&reading.text);
    }
    let line = |at: usize| 1 + reading.text[..at].matches('\n').count();
    let lines: Vec<usize> = there.iter().map(|row| line(row.span.start)).collect();
    say(&words::rows_kept_before(&reading.name(), &lines, new.len()));
    Cow::Owned(feedback::write(new.into_iter().map(|row| &row.value)))
}

fn file_name(reading: &Reading) -> String {
    let name = reading.name();
    let name = Path::new(&name).file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// Says no to what would be counted twice.
fn say_if_twice(name: &str, checked: &Checked, kept: &Kept) -> Result<(), Trouble> {
    if let Some(baseline) = &checked.baseline
        && kept
            .baselines
            .iter()
            .any(|other| other.name == baseline.name)
    {
        return Err(Trouble::found(words::is_called_so(name, &baseline.name)));
    }
    for row in &checked.brought {
        if kept
            .brought
            .iter()
            .any(|other| other.counts_twice_with(row))
        {
            return Err(Trouble::found(words::would_count_twice(name, row.what)));
        }
    }
    Ok(())
}

/// What the next file is held against as well.
fn take(checked: Checked, kept: &mut Kept, said: &mut HashSet<Feedback>) {
    kept.baselines.extend(checked.baseline);
    kept.brought.extend(checked.brought);
    said.extend(checked.feedback.into_iter().map(|row| row.value));
}

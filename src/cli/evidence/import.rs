//! `alongside evidence import`: files that are to stand beside the records, checked and kept in the home.

use std::{
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
    let mut keeping = vec![];
    for reading in &readings {
        let checked = file::check(&reading.text, &reading.name());
        if is_there(&checked, &kept) {
            say(&words::kept_before(&reading.name()));
            continue;
        }
        say_if_twice(&reading.name(), &checked, &kept)?;
        if let Some(sort) = checked.sort {
            keeping.push((sort, checked.name(&file_name(reading), today), reading));
        }
        take(checked, &mut kept);
    }
    for (sort, name, reading) in keeping {
        match evidence_kept::keep(home, sort, &name, &reading.text)? {
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
fn is_there(checked: &Checked, kept: &Kept) -> bool {
    let is_baseline = |one: &Baseline| kept.baselines.contains(one);
    let holds_rows = checked.brought.len() + checked.feedback.len() > 0;
    let are_rows = checked.brought.iter().all(|row| kept.brought.contains(row))
        && checked
            .feedback
            .iter()
            .all(|row| kept.feedback.contains(row));
    checked.baseline.as_ref().is_some_and(is_baseline) || (holds_rows && are_rows)
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
fn take(checked: Checked, kept: &mut Kept) {
    kept.baselines.extend(checked.baseline);
    kept.brought.extend(checked.brought);
    kept.feedback.extend(checked.feedback);
}

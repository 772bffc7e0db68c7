//! What was found in the records of one folder, kept.
//!
//! The first line says the form and the folder. Then there is a line for each file: its name, what the disk said of it,
//! and what it is counted by as JSON, with tabs between; none of the three holds one. A line that is not whole, as after a
//! power cut, costs itself.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use crate::{
    evidence::row::Row,
    store::{Home, cache, library::Folder, stamp::Stamp},
};

/// The form of the file, which changes whenever a row says something else than it did. Any other is as good as none.
const FORM: u32 = 1;

/// How many files of a folder must have been read before it is worth keeping what was found in them.
const WORTH_KEEPING: usize = 16;

/// What was found in the files of a folder when they were last read.
pub(super) struct Kept {
    /// `None` where nothing may be kept, because what is there cannot be read.
    text: Option<String>,
    /// The first line.
    form: String,
    /// Where in the text each line is, by the name of the file.
    lines: HashMap<Box<str>, (usize, usize)>,
}

/// A line to be kept.
#[derive(Debug)]
pub(super) enum Line<'k> {
    /// As it is kept.
    Kept(&'k str),
    /// Of a file that was read.
    New(String),
}

/// The file for a folder, by its plain name.
pub(super) fn path(home: &Home, folder: &Folder) -> PathBuf {
    let (year, month) = &folder.month;
    let chosen = if folder.is_chosen { "chosen-" } else { "" };
    cache::months(home).join(format!("{chosen}{year}-{month}.jsonl"))
}

/// The line of a file. `None` of a name that is no text.
pub(super) fn line(file: &Path, stamp: Stamp, row: Option<&Row>) -> Option<String> {
    let name = file.file_name()?.to_str()?;
    let row = serde_json::to_string(&row).ok()?;
    Some(format!("{name}\t{stamp}\t{row}\n"))
}

impl Kept {
    /// What is kept of this folder. What cannot be read is no loss.
    pub(super) fn load(home: &Home, path: &Path, folder: &Path) -> Self {
        let form = format!("{FORM}\t{}\n", folder.display());
        let text = home.vault().is_unlocked().then(|| {
            let bytes = cache::read(home, path).unwrap_or_default();
            String::from_utf8(bytes).unwrap_or_default()
        });
        let mut lines = HashMap::new();
        if let Some(rest) = text.as_deref().and_then(|text| text.strip_prefix(&form)) {
            let mut start = form.len();
            for line in rest.split_inclusive('\n') {
                let end = start + line.len();
                if let Some((name, _)) = line.split_once('\t') {
                    lines.insert(name.into(), (start, end));
                }
                start = end;
            }
        }
        Self { text, form, lines }
    }

    /// What was found in this file, if it is as it was then, and the line that says so.
    pub(super) fn find(&self, file: &Path, stamp: Stamp) -> Option<(Option<Row>, &str)> {
        let (start, end) = *self.lines.get(file.file_name()?.to_str()?)?;
        let line = self.text.as_ref()?.get(start..end)?;
        let (_, rest) = line.split_once('\t')?;
        let (then, row) = rest.split_once('\t')?;
        if then != stamp.to_string() {
            return None;
        }
        Some((serde_json::from_str(row.strip_suffix('\n')?).ok()?, line))
    }

    /// Keeps these lines and no others: at once where what is kept holds something that is no longer so, else when it is
    /// worth it. Where that cannot be done, it is found again the next time.
    pub(super) fn settle(&self, home: &Home, path: &Path, lines: &[Line<'_>]) {
        let Some(text) = &self.text else { return };
        let new = lines
            .iter()
            .filter(|line| matches!(line, Line::New(_)))
            .count();
        let still = lines.len() - new;
        let is_stale =
            still < self.lines.len() || !(text.is_empty() || text.starts_with(&self.form));
        if !is_stale && new < WORTH_KEEPING {
            return;
        }
        // Another window may have turned sealing on since it was read.
        let _ = home.vault().refresh();
        if lines.is_empty() {
            let _ = cache::remove(home, path);
            return;
        }
        let texts = lines.iter().map(|line| match line {
            Line::Kept(line) => line,
            Line::New(line) => line.as_str(),
        });
        let text: String = std::iter::once(self.form.as_str()).chain(texts).collect();
        let _ = cache::write_unsettled(home, path, &text);
    }
}

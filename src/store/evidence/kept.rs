//! What was found in the records of one folder, kept.
//!
//! The first line says the form and the folder. Then there is a line for each file: its name, what the disk said of it,
//! and what it is counted by as JSON, with tabs between; none of the three holds one. A line that is not whole, as after a
//! power cut, costs itself.

use std::{
    collections::HashMap,
    io::Write,
    path::{Path, PathBuf},
};

use crate::{
    evidence::row::Row,
    store::{Home, cache, library::Folder, stamp::Stamp},
};

/// The form of the file, which changes whenever a row says something else than it did. Any other is as good as none.
const FORM: u32 = 2;

/// How many files of a folder must have been read before it is worth keeping what was found in them.
pub(super) const WORTH_KEEPING: usize = 16;

/// What was found in the files of a folder when they were last read.
pub(super) struct Kept {
    /// `None` where nothing may be kept, because what is there cannot be read.
    text: Option<String>,
    /// The first line.
    form: String,
    /// Where in the text each line is, by the name of the file.
    lines: HashMap<Box<str>, (usize, usize)>,
}

/// What is to be kept of some of the files.
#[derive(Debug, Default)]
pub(super) struct Lines<'k> {
    /// Lines that stay as they are.
    still: Vec<&'k str>,
    /// Those of files that were read.
    new: Vec<u8>,
    read: usize,
}

/// The file for a folder, by its plain name.
pub(super) fn path(home: &Home, folder: &Folder) -> PathBuf {
    let (year, month) = &folder.month;
    let chosen = if folder.is_chosen { "chosen-" } else { "" };
    cache::months(home).join(format!("{chosen}{year}-{month}.jsonl"))
}

impl<'k> Lines<'k> {
    /// A line stays as it is.
    pub(super) fn stay(&mut self, line: &'k str) {
        self.still.push(line);
    }

    /// A file was read. One whose name is no text is read each time.
    pub(super) fn add(&mut self, file: &Path, stamp: Stamp, row: Option<&Row>) {
        let name = file.file_name().and_then(|name| name.to_str());
        let Some(name) = name else { return };
        let begun = self.new.len();
        // Writing to memory cannot fail.
        let _ = write!(self.new, "{name}\t{stamp}\t");
        match serde_json::to_writer(&mut self.new, &row) {
            Ok(()) => self.new.push(b'\n'),
            Err(_) => self.new.truncate(begun),
        }
        self.read += 1;
    }

    /// With those of other files of the same folder.
    pub(super) fn extend(&mut self, other: Self) {
        self.still.extend(other.still);
        self.new.extend(other.new);
        self.read += other.read;
    }
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

    /// What was found in this file, if it is as it was then, and the line that says so. The disk is asked only where
    /// something was found.
    pub(super) fn find(&self, file: &Path) -> Option<(Option<Row>, &str)> {
        let (start, end) = *self.lines.get(file.file_name()?.to_str()?)?;
        let line = self.text.as_ref()?.get(start..end)?;
        let (_, rest) = line.split_once('\t')?;
        let (then, row) = rest.split_once('\t')?;
        if then != Stamp::of_file(file)?.to_string() {
            return None;
        }
        Some((serde_json::from_str(row.strip_suffix('\n')?).ok()?, line))
    }

    /// Keeps these lines and no others: at once where what is kept holds something that is no longer so, else when it is
    /// worth it. Where that cannot be done, it is found again the next time.
    pub(super) fn settle(&self, home: &Home, path: &Path, lines: Lines<'_>) {
        let Some(text) = &self.text else { return };
        let is_ours = text.is_empty() || text.starts_with(&self.form);
        let is_stale = lines.still.len() < self.lines.len() || !is_ours;
        if !is_stale && lines.read < WORTH_KEEPING {
            return;
        }
        // Another window may have turned sealing on since it was read.
        let _ = home.vault().refresh();
        if lines.still.is_empty() && lines.new.is_empty() {
            let _ = cache::remove(home, path);
            return;
        }
        let mut text = self.form.clone();
        text.push_str(&String::from_utf8_lossy(&lines.new));
        lines.still.iter().for_each(|line| text.push_str(line));
        let _ = cache::write_unsettled(home, path, &text);
    }
}

//! Beginning a file a team writes, a guide or a scenario, from a small one that works.

use std::io::{self, Write};
use std::path::Path;

use super::{COULD_NOT_WRITE, DONE, NOT_UNDERSTOOD};
use crate::store::{Errand, OnErrand, RealDisk, StoreError};
use crate::text::shown;

/// What is begun.
pub(super) struct Beginning {
    /// As sentences name it: `guide`.
    pub one: &'static str,
    /// What checks it: `alongside guide check`.
    pub check: &'static str,
    /// The text to begin from, with this id and title.
    pub starter: fn(&str, &str) -> String,
}

impl Beginning {
    /// Writes it to `path`, which must be free. Its name becomes the id, and the title where there is none.
    pub fn write(
        &self,
        path: &Path,
        title: Option<&str>,
        out: &mut dyn Write,
        err: &mut dyn Write,
    ) -> io::Result<u8> {
        let (id, name) = (id_for(path), named(path));
        if id.is_empty() {
            let one = self.one;
            writeln!(
                err,
                "{name} needs a name with letters in it: it becomes the {one}'s id."
            )?;
            return Ok(NOT_UNDERSTOOD);
        }
        let title = title.map_or_else(|| title_for(&id), str::to_owned);
        let text = (self.starter)(&id, &title);
        match OnErrand::new(&RealDisk, Errand::NewFile).write_new(path, text.as_bytes()) {
            Ok(()) => {
                writeln!(out, "{name}")?;
                writeln!(err, "Edit it, then: {} {name}", self.check)?;
                Ok(DONE)
            }
            Err(StoreError::AlreadyThere { .. }) => {
                writeln!(err, "{name} is there already. Nothing was changed.")?;
                Ok(COULD_NOT_WRITE)
            }
            Err(error) => {
                writeln!(err, "{error}")?;
                Ok(COULD_NOT_WRITE)
            }
        }
    }
}

/// The name of a file as an id: `Moving House.toml` is `moving-house`.
fn id_for(path: &Path) -> String {
    let stem = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    let parts = stem.split(|letter: char| !letter.is_ascii_alphanumeric());
    parts
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

fn title_for(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_ascii_uppercase().to_string() + letters.as_str()
    })
}

/// A path as people are told it.
pub(super) fn named(path: &Path) -> String {
    shown(&path.to_string_lossy()).into_owned()
}

//! What people, families and staff said: a row each in the home's `evidence/feedback`, sealed where sealing is on.

use std::path::PathBuf;

use super::{Home, disk::Errand, error::Result, evidence_kept, texts, turn::Turn, within::within};
use crate::evidence::{
    feedback::{Asked, Feedback, rows},
    file::Sort,
};

/// The file, by its plain name.
pub fn file(home: &Home, asked: Asked) -> PathBuf {
    let folder = evidence_kept::folder(home, Sort::Feedback);
    folder.join(format!("{}.csv", asked.name()))
}

/// Adds a row. What the file holds already stays as it is, whoever wrote it, one window at a time.
///
/// # Errors
///
/// [`StoreError::Sealed`](super::StoreError::Sealed) where it is sealed and the key is not open; else as the disk says.
/// Then the file is as it was.
pub fn keep(home: &Home, said: &Feedback) -> Result<()> {
    home.check_place()?;
    let path = file(home, said.asked);
    within(home.root(), &path)?;
    let _turn = Turn::wait(&**home.disk(), Errand::Feedback, &path);
    let before = match texts::standing(&path) {
        Some(_) => texts::read(home, &path)?,
        None => String::new(),
    };
    let after = rows::with_row(&before, said);
    texts::replace(home, Errand::Feedback, &path, &after).map(drop)
}

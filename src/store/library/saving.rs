//! Saving a record and what was kept apart from it: both or neither, and never under a name that was used before.

use std::path::{Path, PathBuf};

use super::{Library, Saved, apart_from, record_path, removal::removed_from};
use crate::{
    conversation::ConversationId,
    store::{
        Home,
        atomic::{OnErrand, numbered},
        disk::{Errand, RealDisk},
        error::{Result, StoreError},
        texts,
        within::within,
    },
};

/// Saves a record under a name somebody chose, and what was kept apart beside it, in plain text.
///
/// # Errors
///
/// [`StoreError::AlreadyThere`] when either name is taken; else as the disk says. Then neither file is there.
pub fn save_to(path: &Path, record: &str, apart: Option<&str>) -> Result<()> {
    let on = OnErrand::new(&RealDisk, Errand::Record);
    let apart_path = apart_from(path);
    if let Some(apart) = apart {
        on.write_new(&apart_path, apart.as_bytes())?;
    }
    on.write_new(path, record.as_bytes()).inspect_err(|_| {
        if apart.is_some() {
            let _ = on.remove(&apart_path);
        }
    })
}

/// A record and what was kept apart from it, which share a name.
pub(super) struct Pair<'a> {
    pub(super) library: &'a Library,
    pub(super) id: &'a ConversationId,
    pub(super) record: &'a str,
    pub(super) apart: Option<&'a str>,
}

impl Pair<'_> {
    /// Saves under the first name that is free below this root.
    pub(super) fn save_in(&self, base: &Path, root: &Path) -> Result<Saved> {
        let first = record_path(root, self.id);
        within(base, &first)?;
        let mut number = 1;
        loop {
            let path = numbered(&first, number);
            match self.save_as(&path) {
                Err(StoreError::AlreadyThere { .. }) => number += 1,
                outcome => {
                    return outcome.map(|path| Saved {
                        apart: self.apart.and_then(|_| texts::standing(&apart_from(&path))),
                        path,
                        elsewhere: None,
                    });
                }
            }
        }
    }

    /// Saves under this name, and says where it is; or says it is taken.
    fn save_as(&self, path: &Path) -> Result<PathBuf> {
        let taken = || StoreError::AlreadyThere {
            path: path.to_owned(),
        };
        if self.was_removed(path) {
            return Err(taken());
        }
        if let Some(there) = texts::standing(path) {
            return self.is_at(path).then_some(there).ok_or_else(taken);
        }
        let apart_path = apart_from(path);
        let home = self.home();
        match self.apart {
            // What a crash left of this very pair is not in the way.
            Some(apart) if texts::holds(home, &apart_path, apart) => {}
            Some(apart) => {
                texts::write_new(home, Errand::Record, &apart_path, apart)?;
            }
            None if texts::standing(&apart_path).is_some() => return Err(taken()),
            None => {}
        }
        texts::write_new(home, Errand::Record, path, self.record).inspect_err(|_| {
            if self.apart.is_some() && !texts::holds(home, path, self.record) {
                let apart = texts::standing(&apart_path).unwrap_or(apart_path);
                let _ = home.on(Errand::Record).remove(&apart);
            }
        })
    }

    /// Whether this very pair has been saved under this name already.
    fn is_at(&self, path: &Path) -> bool {
        let apart_path = apart_from(path);
        texts::holds(self.home(), path, self.record)
            && self.apart.map_or_else(
                || texts::standing(&apart_path).is_none(),
                |apart| texts::holds(self.home(), &apart_path, apart),
            )
    }

    /// Whether a record of this name was removed, from whichever folder.
    fn was_removed(&self, path: &Path) -> bool {
        let name = removed_from(path).file_name().map(ToOwned::to_owned);
        let (year, month) = self.id.year_and_month();
        let mut folders = self.library.roots().map(|root| root.join(year).join(month));
        name.is_some_and(|name| folders.any(|folder| folder.join(&name).is_file()))
    }

    fn home(&self) -> &Home {
        &self.library.home
    }
}

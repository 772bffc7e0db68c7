//! What stands in the place of `seal` in a build without sealing: nobody has a key, and nothing is sealed or opened.

use std::{convert::Infallible, io, path::Path};

use super::error::StoreError;
use crate::desk::Passphrase;

/// A key nobody has.
pub(super) struct Key(Infallible);

impl Key {
    pub(super) fn from_file(_sealed: &[u8], _passphrase: &Passphrase) -> Option<Self> {
        None
    }

    pub(super) fn open(&self, _sealed: &[u8]) -> Option<Vec<u8>> {
        match self.0 {}
    }

    pub(super) fn is_for(&self, _envelopes: &Envelopes) -> bool {
        match self.0 {}
    }
}

/// Nothing can be sealed with these.
pub(super) struct Envelopes(Infallible);

impl Envelopes {
    /// # Errors
    ///
    /// Always [`StoreError::NoSealing`]: a home that is sealed gets no plain text from here.
    pub(super) fn for_file(path: &Path, _text: &[u8]) -> Result<Self, StoreError> {
        Err(StoreError::NoSealing {
            path: path.to_owned(),
        })
    }

    pub(super) fn seal(&self, _plain: &[u8]) -> io::Result<Vec<u8>> {
        match self.0 {}
    }
}

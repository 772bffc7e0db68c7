//! Sealing as the rest of this room sees it: on or off, and with the key or without.
//!
//! Sealing is on exactly when the recipients file is there. Writing needs that file alone; reading needs the key, which
//! is in the identity file, and which the passphrase opens once per start.

use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard},
    time::SystemTime,
};

#[cfg(not(feature = "seal"))]
use super::no_seal as seal;
#[cfg(feature = "seal")]
use super::seal;
use super::{
    Home,
    disk::Errand,
    error::{At, Result, StoreError},
    files::{read_limited, refuse_link},
};
use crate::desk::Passphrase;

#[cfg(all(test, feature = "seal"))]
mod tests;

/// More than an identity file or a recipients file ever holds, in bytes.
const LIMIT: u64 = 64 << 10;

/// The name of the identity file.
pub(super) const IDENTITY: &str = "identity.age";

/// The name of the recipients file.
pub(super) const RECIPIENTS: &str = "recipients.txt";

/// Seals what is written in a home and opens what is read, when sealing is on. Cheap to copy; copies share the key.
#[derive(Clone)]
pub struct Vault(Arc<Shared>);

struct Shared {
    /// Where the two files are; nowhere for a vault that is always off.
    folder: Option<PathBuf>,
    now: RwLock<Now>,
}

/// What is so at the moment.
#[derive(Default)]
struct Now {
    /// There when sealing is on.
    envelopes: Option<Arc<seal::Envelopes>>,
    /// The recipients file as it was when it was read.
    seen: Option<Stamp>,
    key: Option<Arc<seal::Key>>,
    /// The two files as they were read, for another folder while this one cannot be reached.
    files: Option<Files>,
}

/// The recipients file and the identity file.
struct Files {
    recipients: Vec<u8>,
    identity: Vec<u8>,
}

/// Tells one state of a file from the next without reading it.
type Stamp = (u64, Option<SystemTime>);

impl Vault {
    /// One that is always off.
    pub fn off() -> Self {
        Self(Arc::new(Shared {
            folder: None,
            now: RwLock::default(),
        }))
    }

    /// The vault whose files are in this folder, locked. Off when there is no recipients file.
    ///
    /// # Errors
    ///
    /// When there is such a file and it cannot be read: then it is not known for whom to seal, and nothing may be
    /// written plain. [`StoreError::NoSealing`] when this build cannot seal.
    pub fn load(seal_folder: &Path) -> Result<Self> {
        let vault = Self(Arc::new(Shared {
            folder: Some(seal_folder.to_owned()),
            now: RwLock::default(),
        }));
        vault.refresh()?;
        Ok(vault)
    }

    /// Whether what is written is sealed.
    pub fn is_on(&self) -> bool {
        self.now().envelopes.is_some()
    }

    /// Whether everything can be read: the key is here, or none is needed.
    pub fn is_unlocked(&self) -> bool {
        let now = self.now();
        now.key.is_some() || now.envelopes.is_none()
    }

    /// Whether the key is at hand.
    pub fn has_key(&self) -> bool {
        self.now().key.is_some()
    }

    /// Who can open what is sealed. Nobody when sealing is off.
    #[cfg(feature = "seal")]
    pub fn recipients(&self) -> Vec<seal::Recipient> {
        let now = self.now();
        now.envelopes
            .as_ref()
            .map_or_else(Vec::new, |envelopes| envelopes.recipients().to_vec())
    }

    /// The half of the key at hand that anybody may know.
    #[cfg(feature = "seal")]
    pub(super) fn public_key(&self) -> Option<seal::PublicKey> {
        Some(self.now().key.as_ref()?.public())
    }

    /// The sealed form, for everybody in the recipients file.
    ///
    /// # Errors
    ///
    /// When sealing is off: nothing plain is ever given back in the place of something sealed.
    pub fn seal(&self, plain: &[u8]) -> Result<Vec<u8>> {
        let envelopes = self.now().envelopes.clone();
        let path = self.recipients_file().unwrap_or_default();
        match envelopes {
            Some(envelopes) => envelopes.seal(plain).at(&path),
            None => Err(StoreError::NotThere { path }),
        }
    }

    /// What was sealed. The path is for the sentence.
    ///
    /// # Errors
    ///
    /// [`StoreError::Sealed`] without the key, [`StoreError::Damaged`] when the key does not open it.
    pub fn open(&self, path: &Path, sealed: &[u8]) -> Result<Vec<u8>> {
        let key = self.now().key.clone();
        let path = path.to_owned();
        match key {
            Some(key) => key.open(sealed).ok_or_else(|| StoreError::Damaged {
                path,
                why: "it was changed since it was sealed, or sealed with another key".to_owned(),
            }),
            None if cfg!(feature = "seal") => Err(StoreError::Sealed { path }),
            None => Err(StoreError::NoSealing { path }),
        }
    }

    /// Takes the key out of the identity file. Takes about a second, on purpose: not for the drawing thread.
    ///
    /// # Errors
    ///
    /// [`StoreError::NotOpened`], whether it is the passphrase that is wrong or the file. Others as the disk says.
    pub fn unlock(&self, passphrase: Passphrase) -> Result<()> {
        let path = self.identity_file().unwrap_or_default();
        if !cfg!(feature = "seal") {
            return Err(StoreError::NoSealing { path });
        }
        refuse_link(&path)?;
        let sealed = read_limited(&path, LIMIT)?;
        let key = seal::Key::from_file(&sealed, &passphrase).ok_or(StoreError::NotOpened)?;
        let mut now = self.change();
        if now
            .envelopes
            .as_ref()
            .is_some_and(|seals| !key.is_for(seals))
        {
            return Err(StoreError::Damaged {
                path: self.recipients_file().unwrap_or_default(),
                why: "your own key is not in it".to_owned(),
            });
        }
        now.key = Some(Arc::new(key));
        Ok(())
    }

    /// Forgets the key. It is wiped as soon as nothing is being opened with it.
    pub fn lock(&self) {
        self.change().key = None;
    }

    /// Looks whether another window has turned sealing on or off, or has added a recipient, since the last look. Costs
    /// one question to the disk when nothing has changed.
    ///
    /// # Errors
    ///
    /// As for [`load`](Self::load); then everything stays as it was.
    pub fn refresh(&self) -> Result<()> {
        let Some(path) = self.recipients_file() else {
            return Ok(());
        };
        let stamp = stamp(&path)?;
        if stamp == self.now().seen || stamp.is_none() && !self.may_turn_off() {
            return Ok(());
        }
        let files = match stamp {
            Some(_) => Some(Files {
                recipients: read_limited(&path, LIMIT)?,
                // Without it nothing can be read, but everything can be written.
                identity: self
                    .identity_file()
                    .and_then(|path| read_limited(&path, LIMIT).ok())
                    .unwrap_or_default(),
            }),
            None => None,
        };
        let envelopes = match &files {
            Some(files) => Some(Arc::new(seal::Envelopes::for_file(
                &path,
                &files.recipients,
            )?)),
            None => None,
        };
        let mut now = self.change();
        now.envelopes = envelopes;
        now.files = files;
        now.seen = stamp;
        Ok(())
    }

    /// Puts the seal on another home as well, so that what is written there can be opened there.
    ///
    /// # Errors
    ///
    /// As the disk says.
    pub fn copy_to(&self, home: &Home) -> Result<()> {
        let now = self.now();
        let Some(files) = &now.files else {
            return Ok(());
        };
        let on = home.on(Errand::SpareSeal);
        on.replace(&home.identity(), &files.identity)?;
        on.replace(&home.recipients(), &files.recipients)
    }

    /// A drive that went away takes its recipients file along. That is not somebody turning sealing off.
    fn may_turn_off(&self) -> bool {
        self.0.folder.as_ref().is_some_and(|folder| folder.is_dir())
    }

    /// The key, sealed with the passphrase.
    fn identity_file(&self) -> Option<PathBuf> {
        Some(self.0.folder.as_ref()?.join(IDENTITY))
    }

    /// Who can read what is sealed.
    fn recipients_file(&self) -> Option<PathBuf> {
        Some(self.0.folder.as_ref()?.join(RECIPIENTS))
    }

    fn now(&self) -> RwLockReadGuard<'_, Now> {
        self.0.now.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self) -> RwLockWriteGuard<'_, Now> {
        self.0.now.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vault")
            .field("on", &self.is_on())
            .field("unlocked", &self.is_unlocked())
            .finish_non_exhaustive()
    }
}

/// The state of the file, or none when it is not there.
fn stamp(path: &Path) -> Result<Option<Stamp>> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => Err(StoreError::Link {
            path: path.to_owned(),
        }),
        Ok(found) => Ok(Some((found.len(), found.modified().ok()))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StoreError::at(path, error)),
    }
}

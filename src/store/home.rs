//! Where everything is.

use std::{
    env,
    ffi::OsString,
    path::{self, Path, PathBuf},
    sync::Arc,
};

use etcetera::{BaseStrategy, base_strategy::choose_native_strategy, home_dir};

use super::{
    atomic::OnErrand,
    disk::{self, Disk, Errand},
    error::{At, Result, StoreError},
    place::Place,
    vault::{self, Vault},
};
use crate::conversation::{ConversationId, Side};

/// The folder that holds everything, the names of what is in it, the disk it is on and the seal on it.
///
/// Looking changes nothing: folders are made when something is first kept in them. Cheap to copy.
#[derive(Debug, Clone)]
pub struct Home {
    root: PathBuf,
    disk: Arc<dyn Disk>,
    vault: Vault,
    place: Arc<Place>,
    side: Side,
}

impl Home {
    /// The home in this folder, whether or not it is there yet, without a seal.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        let root = root.into();
        Self {
            place: Arc::new(Place::of(&root)),
            root,
            disk: disk::real(),
            vault: Vault::off(),
            side: Side::Life,
        }
    }

    /// The same home on another disk.
    #[must_use]
    pub fn on_disk(self, disk: Arc<dyn Disk>) -> Self {
        Self { disk, ..self }
    }

    /// The same home with this seal.
    #[must_use]
    pub fn with_vault(self, vault: Vault) -> Self {
        Self { vault, ..self }
    }

    /// The home asked for with `--home`, else `$ALONGSIDE_HOME`, else the platform's folder for data.
    ///
    /// # Errors
    ///
    /// [`StoreError::NoHome`] when none of the three is known.
    pub fn find(asked: Option<&Path>) -> Result<Self> {
        let data = || {
            choose_native_strategy()
                .ok()
                .map(|native| native.data_dir())
        };
        let root = choose(asked, env::var_os("ALONGSIDE_HOME"), data)?;
        // The folder must stay the same one if the program is ever elsewhere.
        Self::open(path::absolute(&root).at(&root)?)
    }

    /// The home in this folder, with its seal if there is one.
    ///
    /// # Errors
    ///
    /// When there is a seal and it cannot be read: then nothing may be written in plain text.
    pub fn open(root: PathBuf) -> Result<Self> {
        let home = Self::at(root);
        let vault = Vault::load(&home.seal())?;
        Ok(home.with_vault(vault))
    }

    /// Says no to a home that was there and is not: what is made in its place would be hidden once it is back.
    ///
    /// # Errors
    ///
    /// [`StoreError::NotThere`].
    pub(super) fn check_place(&self) -> Result<()> {
        // The folder for role-play is made when the first one is kept: the drive is known by the home around it.
        let around = match self.side {
            Side::Life => None,
            Side::Practice => self.root.parent(),
        };
        if self.place.is_there(around.unwrap_or(&self.root)) {
            return Ok(());
        }
        Err(StoreError::NotThere {
            path: self.root.clone(),
        })
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The home in a folder somebody typed: in full, or from their own folder with `~/`. Nothing is written yet.
    ///
    /// # Errors
    ///
    /// When the folder cannot be told.
    pub fn in_folder_named(typed: &str) -> Result<Self> {
        Ok(Self::at(Self::path_named(typed)?))
    }

    /// The whole path of what somebody typed: in full, or from their own folder with `~/`.
    ///
    /// # Errors
    ///
    /// When it cannot be told.
    pub fn path_named(typed: &str) -> Result<PathBuf> {
        let own = |rest| home_dir().ok().map(|own| own.join(rest));
        let named = typed.strip_prefix("~/").and_then(own);
        let named = named.unwrap_or_else(|| PathBuf::from(typed));
        path::absolute(&named).at(&named)
    }

    /// The disk it is on.
    pub fn disk(&self) -> &Arc<dyn Disk> {
        &self.disk
    }

    /// Its disk, for doing this.
    pub fn on(&self, errand: Errand) -> OnErrand<'_> {
        OnErrand::new(&*self.disk, errand)
    }

    /// What seals and opens.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// The worker's key, and who can open what is sealed.
    pub fn seal(&self) -> PathBuf {
        self.root.join("seal")
    }

    /// The worker's key, sealed with the passphrase.
    pub fn identity(&self) -> PathBuf {
        self.seal().join(vault::IDENTITY)
    }

    /// Who can open what is sealed.
    pub fn recipients(&self) -> PathBuf {
        self.seal().join(vault::RECIPIENTS)
    }

    /// Letters: people's copies of their records, to print or send.
    pub fn copies(&self) -> PathBuf {
        self.root.join("copies")
    }

    /// Preferences.
    pub fn config(&self) -> PathBuf {
        self.root.join("config.toml")
    }

    /// The team's numbers, safe-steps text and outcome routes.
    pub fn local(&self) -> PathBuf {
        self.root.join("local.toml")
    }

    /// The team's own scenarios, in the folder of what is not real.
    pub fn scenarios(&self) -> PathBuf {
        self.root.join("practice").join("scenarios")
    }

    /// The team's own guides.
    pub fn guides(&self) -> PathBuf {
        self.root.join("guides")
    }

    /// Local help.
    pub fn connections(&self) -> PathBuf {
        self.root.join("connections")
    }

    /// What was imported of local help.
    pub fn imported(&self) -> PathBuf {
        self.connections().join("imported.csv")
    }

    /// What the team remembers of local help.
    pub fn remembered(&self) -> PathBuf {
        self.root.join("local-help.csv")
    }

    /// Baselines, feedback and stories.
    pub fn evidence(&self) -> PathBuf {
        self.root.join("evidence")
    }

    /// Open conversations, one folder each.
    pub fn conversations(&self) -> PathBuf {
        self.root.join("conversations")
    }

    /// The folder of one open conversation.
    pub fn conversation(&self, id: &ConversationId) -> PathBuf {
        self.conversations().join(id.as_str())
    }

    /// Finished records, by year and month.
    pub fn records(&self) -> PathBuf {
        self.root.join("records")
    }

    /// A home of its own for role-play, so that nothing in it can be taken for life.
    pub fn practice(&self) -> Self {
        Self {
            root: self.root.join("practice"),
            side: Side::Practice,
            ..self.clone()
        }
    }

    /// This home, or its home for role-play: whichever a conversation of this name belongs in.
    #[must_use]
    pub fn on_the_side_of(&self, id: &ConversationId) -> Self {
        match id.side() {
            Side::Practice if self.side == Side::Life => self.practice(),
            _ => self.clone(),
        }
    }

    /// Which side of the wall this is.
    pub fn side(&self) -> Side {
        self.side
    }

    /// Says no to what belongs on the other side of the wall. Asked before anything is read, written or taken away
    /// under this name.
    ///
    /// # Errors
    ///
    /// [`StoreError::OtherSide`].
    pub(super) fn check_side(&self, id: &ConversationId) -> Result<()> {
        if id.side() == self.side {
            return Ok(());
        }
        Err(StoreError::OtherSide { id: id.clone() })
    }
}

fn choose(
    asked: Option<&Path>,
    variable: Option<OsString>,
    data: impl FnOnce() -> Option<PathBuf>,
) -> Result<PathBuf> {
    let given = |path: &PathBuf| !path.as_os_str().is_empty();
    asked
        .map(Path::to_owned)
        .filter(given)
        .or_else(|| variable.map(PathBuf::from).filter(given))
        .or_else(|| data().map(|folder| folder.join("alongside")))
        .ok_or(StoreError::NoHome)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_comes_before_the_variable_and_that_before_the_platform() {
        let data = || Some(PathBuf::from("/data"));
        let variable = || Some(OsString::from("/variable"));
        let chosen = |asked: Option<&str>, variable| {
            choose(asked.map(Path::new), variable, data).expect("a folder")
        };
        assert_eq!(chosen(Some("/asked"), variable()), Path::new("/asked"));
        assert_eq!(chosen(None, variable()), Path::new("/variable"));
        assert_eq!(chosen(Some(""), variable()), Path::new("/variable"));
        assert_eq!(
            chosen(None, Some(OsString::new())),
            Path::new("/data/alongside")
        );
        assert!(matches!(
            choose(None, None, || None),
            Err(StoreError::NoHome)
        ));
    }

    #[test]
    fn a_relative_home_stays_where_it_was() {
        let home = Home::find(Some(Path::new("here"))).expect("a folder");
        assert!(home.root().is_absolute());
        assert!(home.root().ends_with("here"));
    }

    #[test]
    fn looking_writes_nothing() {
        let temp = tempfile::tempdir().expect("a folder");
        let home = Home::at(temp.path().join("home"));
        let _ = (home.config(), home.practice().records());
        assert!(!home.root().exists());
    }
}

//! Packages of figures on the disk: reading those of other teams, and the name by which this home's are known.

use std::path::Path;

use zeroize::Zeroizing;

use super::{
    Home,
    error::{Result, StoreError},
    evidence_kept,
    files::read_limited,
    texts,
    within::within,
};
use crate::evidence::{
    combine::{NotAPackage, Package},
    package::DESCRIPTOR,
};

/// The longest file of a package, in bytes: rows of half a million people.
const LIMIT: u64 = 64 << 20;

/// Where a home keeps the name of its team's packages.
const TEAM: &str = "team.txt";

/// Reads the package in a folder, and checks it whole.
///
/// # Errors
///
/// As the disk says of the descriptor. Inside: [`NotAPackage`], when it cannot be put together.
pub fn read(folder: &Path) -> Result<std::result::Result<Package, NotAPackage>> {
    let descriptor = folder.join(DESCRIPTOR);
    let bytes = read_limited(&descriptor, LIMIT)?;
    let name = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let name = name
        .file_name()
        .unwrap_or(name.as_os_str())
        .to_string_lossy();
    let mut file = |path: &str| {
        let path = folder.join(path);
        within(folder, &path)
            .and_then(|()| read_limited(&path, LIMIT))
            .map_err(|error| error.to_string())
    };
    Ok(Package::read(&name, &bytes, &mut file))
}

/// The text of a file that should hold a team key. It leaves memory when it is dropped.
///
/// # Errors
///
/// As the disk says; [`StoreError::TooLarge`] when it is no such file.
pub fn key(file: &Path) -> Result<Zeroizing<String>> {
    const LIMIT: u64 = 4096;
    let bytes = read_limited(file, LIMIT)?;
    Ok(Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned()))
}

/// The name that all packages of this home carry. `chance` becomes it the first time.
///
/// # Errors
///
/// As the disk says; [`StoreError::Sealed`] in a sealed home whose key is not open.
pub fn team(home: &Home, chance: &str) -> Result<String> {
    let path = home.evidence().join(TEAM);
    within(home.root(), &path)?;
    if texts::standing(&path).is_none() {
        match evidence_kept::write_new(home, &path, chance) {
            // Another window was first.
            Err(StoreError::AlreadyThere { .. }) => {}
            outcome => drop(outcome?),
        }
    }
    let kept = texts::read(home, &path)?;
    Ok(kept.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_home_keeps_the_name_its_packages_had_first() {
        let temp = tempfile::tempdir().expect("a folder");
        let home = Home::open(temp.path().join("home")).expect("a home");
        assert_eq!(team(&home, "1f").expect("a name"), "1f");
        assert_eq!(team(&home, "2f").expect("a name"), "1f");
    }
}

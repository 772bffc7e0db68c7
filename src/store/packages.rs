//! Packages of figures on the disk: reading those of other teams, writing this home's, the name by which those are known,
//! and what was given of this home before.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use zeroize::Zeroizing;

use super::{
    Home,
    atomic::OnErrand,
    disk::{Errand, RealDisk},
    error::{Result, StoreError},
    evidence_kept,
    files::{entries, read_limited},
    given,
    texts::{self, TEXT_LIMIT},
    within::within,
};
use crate::{
    evidence::{
        cleared::{Cleared, Given},
        combine::{NotAPackage, Package},
        package::{DESCRIPTOR, PackageFile, Rows, listed},
        period::Period,
        report::{Known, Report},
    },
    words::evidence::package as words,
};

/// The longest file of a package, in bytes: rows of half a million people.
const LIMIT: u64 = 64 << 20;

/// Where a home keeps the name of its team's packages.
const TEAM: &str = "team.txt";

/// Where a home remembers what it gave, a file each.
const GIVEN: &str = "given";

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

/// Writes a package into a folder. To `replace` one that is there, tables that it has and this one has not are taken away
/// first: whoever reads all tables of a folder would find days there that the package is not about.
///
/// # Errors
///
/// As [`given::folder`].
pub fn write(folder: &Path, files: &[PackageFile], replace: bool) -> Result<()> {
    if replace {
        let old = read_limited(&folder.join(DESCRIPTOR), LIMIT).unwrap_or_default();
        let stays = |path: &String| files.iter().any(|(name, _)| name == path);
        for path in listed(&old).into_iter().filter(|path| !stays(path)) {
            let path = folder.join(path);
            within(folder, &path)?;
            OnErrand::new(&RealDisk, Errand::NewFile).remove(&path)?;
        }
    }
    given::folder(folder, files, replace)
}

/// Clears a report beside all that was given of this home before, remembers what it gives, and only then gives it. Also
/// says which days that were given before it is held against.
///
/// # Errors
///
/// As [`clear`], and as the disk says of what is to be remembered: then nothing is given. As `give` says; what was not
/// given after all stays remembered, which hides too much and never too little.
pub fn give<T, E: From<StoreError>>(
    home: &Home,
    report: Report,
    rows: Option<Rows>,
    give: impl FnOnce(&Cleared) -> std::result::Result<T, E>,
) -> std::result::Result<(T, Vec<Period>), E> {
    let cleared = clear(home, report, rows)?;
    remember(home, cleared.given())?;
    Ok((give(&cleared)?, cleared.held_against().to_vec()))
}

/// Clears a report beside all that was given before, to be shown on this computer alone.
///
/// # Errors
///
/// As the disk says; [`StoreError::Sealed`] in a sealed home whose key is not open; [`StoreError::Damaged`] where it cannot
/// be told what was given.
pub fn clear(home: &Home, report: Report, rows: Option<Rows>) -> Result<Cleared> {
    let before = given_before(home)?;
    Ok(Cleared::beside(report, rows, &before))
}

/// What was given of this home before.
fn given_before(home: &Home) -> Result<Vec<Given>> {
    let folder = home.evidence().join(GIVEN);
    within(home.root(), &folder)?;
    let names = entries(&folder)?.into_iter();
    let names: BTreeSet<PathBuf> = names
        .map(|entry| texts::plain_name(&entry.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    let read = |path: PathBuf| {
        let text = texts::read(home, &path)?;
        Given::read(&text).ok_or_else(|| StoreError::Damaged {
            path,
            why: words::NOT_WHAT_WAS_GIVEN.to_owned(),
        })
    };
    names.into_iter().map(read).collect()
}

/// Remembers it. Its name says its days and what it is: the same is remembered once.
fn remember(home: &Home, given: &Given) -> Result<()> {
    let (period, text) = (given.period(), given.text());
    let what = Known::by(&text).whole;
    let name = format!("{}-to-{}-{what:016x}.json", period.from(), period.to());
    let path = home.evidence().join(GIVEN).join(name);
    if text.len() as u64 > TEXT_LIMIT {
        // It could not be read again.
        let limit = TEXT_LIMIT;
        return Err(StoreError::TooLarge { path, limit });
    }
    match evidence_kept::write_new(home, &path, &text) {
        Err(StoreError::AlreadyThere { .. }) => Ok(()),
        outcome => outcome.map(drop),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_in_the_place_of_another_takes_away_the_others_tables_and_nothing_else() {
        let temp = tempfile::tempdir().expect("a folder");
        let at = |path: &str| temp.path().join("spring").join(path);
        let files = |tables: &[&str]| {
            let listed: Vec<_> = tables
                .iter()
                .map(|path| serde_json::json!({ "path": path }))
                .collect();
            let descriptor = serde_json::json!({ "alongside": {}, "resources": listed });
            let mut files: Vec<PackageFile> = tables
                .iter()
                .map(|path| ((*path).to_owned(), b"x".to_vec()))
                .collect();
            files.push((DESCRIPTOR.to_owned(), descriptor.to_string().into_bytes()));
            files
        };
        let old = ["figures.csv", "people/2026-Q1.csv"];
        write(&at(""), &files(&old), false).expect("written");
        std::fs::write(at("notes.txt"), "ours").expect("written");
        std::fs::write(at("people/other.csv"), "ours").expect("written");
        write(
            &at(""),
            &files(&["figures.csv", "people/2026-Q2.csv"]),
            true,
        )
        .expect("replaced");
        assert!(!at("people/2026-Q1.csv").exists());
        for path in [
            "figures.csv",
            "people/2026-Q2.csv",
            "notes.txt",
            "people/other.csv",
        ] {
            assert!(at(path).exists(), "{path}");
        }
        // A descriptor that leads elsewhere, or is no descriptor of ours, takes nothing away.
        std::fs::write(temp.path().join("mine.csv"), "ours").expect("written");
        for descriptor in [
            r#"{"alongside": {}, "resources": [{"path": "../mine.csv"}, {"path": "notes.txt"}]}"#,
            r#"{"resources": [{"path": "people/other.csv"}]}"#,
            "not one",
        ] {
            std::fs::write(at(DESCRIPTOR), descriptor).expect("written");
            write(&at(""), &files(&["figures.csv"]), true).expect("replaced");
        }
        assert!(temp.path().join("mine.csv").exists());
        assert!(at("notes.txt").exists() && at("people/other.csv").exists());
    }

    #[test]
    fn a_home_keeps_the_name_its_packages_had_first() {
        let temp = tempfile::tempdir().expect("a folder");
        let home = Home::open(temp.path().join("home")).expect("a home");
        assert_eq!(team(&home, "1f").expect("a name"), "1f");
        assert_eq!(team(&home, "2f").expect("a name"), "1f");
    }
}

//! Packages of figures on the disk: reading those of other teams, writing this home's, the name by which those are known,
//! and which days they were about.

use std::path::Path;

use zeroize::Zeroizing;

use super::{
    Home,
    atomic::OnErrand,
    disk::{Errand, RealDisk},
    error::{Result, StoreError},
    evidence_kept,
    files::read_limited,
    given, texts,
    within::within,
};
use crate::evidence::{
    combine::{NotAPackage, Package},
    package::{DESCRIPTOR, PackageFile, listed},
    period::Period,
};

/// The longest file of a package, in bytes: rows of half a million people.
const LIMIT: u64 = 64 << 20;

/// Where a home keeps the name of its team's packages.
const TEAM: &str = "team.txt";

/// Where a home remembers the days of the packages it wrote: the first and the last, a line each.
const WRITTEN: &str = "packages.txt";

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

/// The days that packages of this home are about, as far as it remembers.
///
/// # Errors
///
/// As the disk says; [`StoreError::Sealed`] in a sealed home whose key is not open.
pub fn written(home: &Home) -> Result<Vec<Period>> {
    let path = home.evidence().join(WRITTEN);
    within(home.root(), &path)?;
    if texts::standing(&path).is_none() {
        return Ok(vec![]);
    }
    let text = texts::read(home, &path)?;
    let period = |line: &str| {
        let (from, to) = line.trim().split_once(' ')?;
        Period::new(from.parse().ok()?, to.parse().ok()?)
    };
    Ok(text.lines().filter_map(period).collect())
}

/// Remembers that a package of these days was written.
///
/// # Errors
///
/// As the disk says; [`StoreError::Sealed`] in a sealed home whose key is not open.
pub fn remember(home: &Home, period: Period) -> Result<()> {
    let mut all = written(home)?;
    if all.contains(&period) {
        return Ok(());
    }
    all.push(period);
    let line = |period: &Period| format!("{} {}\n", period.from(), period.to());
    let text: String = all.iter().map(line).collect();
    let path = home.evidence().join(WRITTEN);
    texts::replace(home, Errand::Evidence, &path, &text).map(drop)
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
    fn a_home_remembers_which_days_it_gave_away() {
        let temp = tempfile::tempdir().expect("a folder");
        let home = Home::open(temp.path().join("home")).expect("a home");
        assert_eq!(written(&home).expect("none"), []);
        let day = |text: &str| text.parse().expect("a day");
        let (spring, summer) = (
            Period::quarter_of(day("2026-02-01")),
            Period::quarter_of(day("2026-05-01")),
        );
        for period in [spring, summer, spring] {
            remember(&home, period).expect("remembered");
        }
        assert_eq!(written(&home).expect("both"), [spring, summer]);
    }

    #[test]
    fn a_home_keeps_the_name_its_packages_had_first() {
        let temp = tempfile::tempdir().expect("a folder");
        let home = Home::open(temp.path().join("home")).expect("a home");
        assert_eq!(team(&home, "1f").expect("a name"), "1f");
        assert_eq!(team(&home, "2f").expect("a name"), "1f");
    }
}

//! What was imported of local help, and what the team remembers of it.
//!
//! Each is one small or large file that is put back whole, one window at a time. Neither is sealed: the one is published
//! by others, and the other has nothing in it but ids from there, a word from a fixed few, and days.

use std::path::{Path, PathBuf};

use super::{
    disk::Errand,
    error::{Result, StoreError},
    files::{entries, read_limited},
    home::Home,
    turn::Turn,
    within::within,
};
use crate::connection::{
    self, LARGEST_ROWS, Listing, Memory, Remembering,
    import::{self, Brought, DESCRIPTOR, LARGEST_IMPORT, Merged},
    package, rows,
};

/// A file's name and what is in it.
type NamedText = (String, String);

/// The most files of one folder that are imported.
const MOST: usize = 2000;

/// What the team remembers.
///
/// # Errors
///
/// As the disk says. A file that is not there has nothing in it.
pub fn memory(home: &Home) -> Result<Memory> {
    Ok(Memory::read(&text(&home.remembered())?))
}

/// Remembers something of the listing with this id.
///
/// # Errors
///
/// As the disk says; then what was remembered is as it was.
pub fn remember(home: &Home, id: &str, what: Remembering) -> Result<()> {
    home.check_place()?;
    let path = home.remembered();
    let _turn = Turn::wait(&**home.disk(), Errand::Remembered, &path);
    let mut memory = memory(home)?;
    memory.remember(id, what);
    home.on(Errand::Remembered)
        .replace(&path, memory.text().as_bytes())
}

/// Puts what was brought from `source` in the place of what was imported from there before.
///
/// # Errors
///
/// As the disk says; then what was imported is as it was.
pub fn keep(home: &Home, brought: Brought, source: &str) -> Result<Merged> {
    home.check_place()?;
    let path = home.imported();
    within(home.root(), &path)?;
    let _turn = Turn::wait(&**home.disk(), Errand::Imported, &path);
    let (listings, merged) = import::merge(imported(&path)?, brought, source);
    let text = rows::text_of(&listings);
    if text.len() > LARGEST_ROWS {
        return Err(StoreError::TooLarge {
            path,
            limit: LARGEST_ROWS as u64,
        });
    }
    home.on(Errand::Imported).replace(&path, text.as_bytes())?;
    Ok(merged)
}

fn imported(path: &Path) -> Result<Vec<Listing>> {
    let file = ("imported.csv".to_owned(), text(path)?);
    Ok(connection::read(&[file]).0.all().to_vec())
}

fn text(path: &Path) -> Result<String> {
    match read_limited(path, LARGEST_ROWS as u64) {
        Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
        Err(StoreError::NotThere { .. }) => Ok(String::new()),
        Err(error) => Err(error),
    }
}

/// The files somebody brings, by name: one file, those of a folder, or a package with the files its descriptor names.
///
/// # Errors
///
/// When the path cannot be read. Of a folder, files that cannot be read are left out and said.
pub fn bring(path: &Path) -> Result<(Vec<NamedText>, Vec<StoreError>)> {
    let (mut files, mut troubles) = (vec![], vec![]);
    if !path.is_dir() {
        files.push((named(path), read(path)?));
        if named(path) == DESCRIPTOR {
            bring_tables(path, &mut files, &mut troubles);
        }
        return Ok((files, troubles));
    }
    let descriptor = path.join(DESCRIPTOR);
    if descriptor.is_file() {
        return bring(&descriptor);
    }
    let mut paths: Vec<PathBuf> = entries(path)?.iter().map(|entry| entry.path()).collect();
    paths.retain(|path| is_for_us(path));
    paths.sort();
    if paths.len() > MOST {
        troubles.push(StoreError::TooMany {
            path: path.to_owned(),
            limit: MOST,
        });
        paths.truncate(MOST);
    }
    for path in paths {
        match read(&path) {
            Ok(text) => files.push((named(&path), text)),
            Err(trouble) => troubles.push(trouble),
        }
    }
    Ok((files, troubles))
}

fn bring_tables(descriptor: &Path, files: &mut Vec<NamedText>, troubles: &mut Vec<StoreError>) {
    let Some(folder) = descriptor.parent() else {
        return;
    };
    let (tables, _) = package::tables(&files[0].1);
    for table in tables {
        let path = folder.join(&table.path);
        // The descriptor was read before; a link is the one way left to lead out.
        match within(folder, &path).and_then(|()| read(&path)) {
            Ok(text) => files.push((table.path, text)),
            Err(StoreError::NotThere { .. }) => {}
            Err(trouble) => troubles.push(trouble),
        }
    }
}

fn is_for_us(path: &Path) -> bool {
    let end = path.extension().unwrap_or_default().to_string_lossy();
    let end = end.to_ascii_lowercase();
    path.is_file() && ["json", "csv", "tsv", "toml"].contains(&end.as_str())
}

fn named(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

fn read(path: &Path) -> Result<String> {
    let bytes = read_limited(path, LARGEST_IMPORT)?;
    Ok(String::from_utf8(bytes)
        .unwrap_or_else(|not_text| String::from_utf8_lossy(not_text.as_bytes()).into_owned()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::connection::Standing;

    fn brought(names: &[&str]) -> Brought {
        let rows: String = names.iter().map(|name| format!("{name}\n")).collect();
        import::read(&[("a.csv".to_owned(), format!("name\n{rows}"))])
    }

    #[test]
    fn what_is_brought_again_takes_its_own_place_and_what_is_remembered_stays() {
        let temp = tempfile::tempdir().expect("a folder");
        let home = Home::at(temp.path().join("home"));
        keep(&home, brought(&["Club", "Shed"]), "county").expect("kept");
        keep(&home, brought(&["Choir"]), "village").expect("kept");
        let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 10).expect("a day");
        remember(&home, "club", Remembering::Is(Standing::Lovely, day)).expect("kept");
        let merged = keep(&home, brought(&["Club", "Bus"]), "county").expect("kept");
        assert_eq!((merged.new, merged.same, merged.gone), (1, 1, 1));
        let ids: Vec<String> = imported(&home.imported())
            .expect("read")
            .into_iter()
            .map(|listing| listing.id)
            .collect();
        assert_eq!(ids, ["choir", "club", "bus"]);
        let remembered = memory(&home).expect("read");
        assert!(
            remembered
                .of("club")
                .is_some_and(|it| it.is(Standing::Lovely))
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_package_cannot_reach_outside_its_folder() {
        let temp = tempfile::tempdir().expect("a folder");
        let folder = temp.path().join("package");
        fs::create_dir(&folder).expect("made");
        fs::write(temp.path().join("secret.csv"), "name\nSecret\n").expect("written");
        std::os::unix::fs::symlink(temp.path().join("secret.csv"), folder.join("services.csv"))
            .expect("linked");
        let text = r#"{"resources": [{"name": "services", "path": "services.csv"},
            {"name": "phones", "path": "../secret.csv"}]}"#;
        fs::write(folder.join(DESCRIPTOR), text).expect("written");
        let (files, troubles) = bring(&folder).expect("read");
        assert_eq!(files.len(), 1);
        assert!(
            matches!(troubles[..], [StoreError::Link { .. }]),
            "{troubles:?}"
        );
    }
}

//! One package as it was written, checked before anything of it is believed.

use chrono::NaiveDate;
use serde::{Deserialize, de::DeserializeOwned};

use super::Whose;
use crate::evidence::{
    package::{FORMAT, hash},
    period::Period,
};

/// A package in what of it is put together.
#[derive(Debug, Clone, PartialEq)]
pub struct Package {
    /// Whose.
    pub whose: Whose,
    pub(super) tables: Vec<TableRow>,
    pub(super) figures: Vec<FigureRow>,
    pub(super) shares: Vec<ShareRow>,
    pub(super) sums: Vec<SumRow>,
    pub(super) counted: Vec<CountedRow>,
    pub(super) people: Vec<PersonRow>,
    pub(super) conversations: Vec<ConversationRow>,
}

/// Why a folder is no package that can be put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAPackage {
    /// Its descriptor cannot be read, and why.
    Descriptor(String),
    /// It is a package of something else.
    NotOurs,
    /// It is of another version of this program.
    Version(u64),
    /// It names a file that is not in its own folder.
    Outside(String),
    /// It names a file that cannot be read, and why.
    Missing(String, String),
    /// A file is not what it was when it was exported.
    Changed(String),
    /// It has not this file.
    Lacks(&'static str),
    /// A row of a file cannot be read, and why.
    Row(String, String),
}

#[derive(Debug, Deserialize)]
struct Descriptor {
    alongside: Option<Ours>,
    #[serde(default)]
    resources: Vec<Resource>,
}

#[derive(Debug, Deserialize)]
struct Ours {
    package: u64,
    team: String,
    exported_on: NaiveDate,
    from: NaiveDate,
    to: NaiveDate,
    key_check: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Resource {
    path: String,
    hash: String,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct TableRow {
    pub measure: String,
    pub table: String,
    pub title: String,
    pub of: String,
    pub total: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct FigureRow {
    pub measure: String,
    pub table: String,
    pub group: String,
    pub part: Option<String>,
    pub count: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct ShareRow {
    pub figure: String,
    pub title: String,
    pub what: String,
    pub count: Option<usize>,
    pub of: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct SumRow {
    pub title: String,
    pub n: Option<usize>,
    pub pounds: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct CountedRow {
    pub what: String,
    pub count: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct PersonRow {
    pub person: String,
    pub quarter: String,
    pub kind: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct ConversationRow {
    pub conversation: String,
    pub quarter: String,
    pub kind: Option<String>,
}

/// The files of a package, checked.
struct Files(Vec<(String, Vec<u8>)>);

impl Package {
    /// The package in a folder of this name. `file` reads one by its path there.
    ///
    /// # Errors
    ///
    /// [`NotAPackage`], and then nothing of it counts.
    pub fn read(
        folder: &str,
        descriptor: &[u8],
        file: &mut dyn FnMut(&str) -> Result<Vec<u8>, String>,
    ) -> Result<Self, NotAPackage> {
        let descriptor: Descriptor = serde_json::from_slice(descriptor)
            .map_err(|error| NotAPackage::Descriptor(error.to_string()))?;
        let ours = descriptor.alongside.ok_or(NotAPackage::NotOurs)?;
        if ours.package != FORMAT {
            return Err(NotAPackage::Version(ours.package));
        }
        let period = Period::new(ours.from, ours.to).ok_or(NotAPackage::NotOurs)?;
        let files = Files::checked(&descriptor.resources, file)?;
        Ok(Self {
            whose: Whose {
                folder: folder.to_owned(),
                team: ours.team,
                period,
                exported_on: ours.exported_on,
                key_check: ours.key_check,
            },
            tables: files.one("tables.csv")?,
            figures: files.one("figures.csv")?,
            shares: files.one("shares.csv")?,
            sums: files.one("sums.csv")?,
            counted: files.one("counted.csv")?,
            people: files.all_in("people/")?,
            conversations: files.all_in("conversations/")?,
        })
    }
}

impl Files {
    fn checked(
        resources: &[Resource],
        file: &mut dyn FnMut(&str) -> Result<Vec<u8>, String>,
    ) -> Result<Self, NotAPackage> {
        let mut files = vec![];
        for Resource { path, hash: said } in resources {
            if !is_inside(path) {
                return Err(NotAPackage::Outside(path.clone()));
            }
            let bytes = file(path).map_err(|why| NotAPackage::Missing(path.clone(), why))?;
            if hash(&bytes) != *said {
                return Err(NotAPackage::Changed(path.clone()));
            }
            files.push((path.clone(), bytes));
        }
        Ok(Self(files))
    }

    fn one<R: DeserializeOwned>(&self, path: &'static str) -> Result<Vec<R>, NotAPackage> {
        let file = self.0.iter().find(|(name, _)| name == path);
        let (path, bytes) = file.ok_or(NotAPackage::Lacks(path))?;
        rows(path, bytes)
    }

    fn all_in<R: DeserializeOwned>(&self, folder: &str) -> Result<Vec<R>, NotAPackage> {
        let files = self.0.iter().filter(|(name, _)| name.starts_with(folder));
        let files: Result<Vec<Vec<R>>, _> = files.map(|(path, bytes)| rows(path, bytes)).collect();
        Ok(files?.into_iter().flatten().collect())
    }
}

fn rows<R: DeserializeOwned>(path: &str, bytes: &[u8]) -> Result<Vec<R>, NotAPackage> {
    let rows = csv::Reader::from_reader(bytes).into_deserialize();
    rows.map(|row| row.map_err(|error| NotAPackage::Row(path.to_owned(), error.to_string())))
        .collect()
}

/// Whether a path of a descriptor leads to a file in the package's own folder, on any system.
pub fn is_inside(path: &str) -> bool {
    let is_name = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':']);
    path.split('/').all(is_name)
}

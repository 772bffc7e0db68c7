//! Stories of difference: a Markdown file each in the home's `evidence/stories`, sealed where sealing is on.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::{
    Home, Library,
    disk::Errand,
    error::{Result, StoreError},
    evidence_kept,
    index::{self, Memory},
    settings::{FromFile, Settings},
    texts,
    within::within,
};
use crate::{
    evidence::{
        file::Sort,
        story::{self, Story, names::Names},
    },
    guide::Problem,
};

/// The stories there are.
#[derive(Debug, Default)]
pub struct Stories {
    /// Each with what in its file was not understood, and the file's text. The order is that of their names.
    pub stories: Vec<Read>,
    /// What could not be read.
    pub troubles: Vec<StoreError>,
}

/// A story that was read.
#[derive(Debug)]
pub struct Read {
    /// The story.
    pub story: Story,
    /// What in its file was not understood.
    pub problems: Vec<Problem>,
    /// The file's text, which the problems point into.
    pub text: String,
}

/// Where they are.
pub fn folder(home: &Home) -> PathBuf {
    evidence_kept::folder(home, Sort::Story)
}

/// The file of one, by its plain name. `None` of a name that could lead anywhere else.
fn file(home: &Home, id: &str) -> Option<PathBuf> {
    story::is_id(id).then(|| folder(home).join(format!("{id}.md")))
}

fn no_name(path: PathBuf) -> StoreError {
    StoreError::Damaged {
        path,
        why: "that is no name for a story: use small letters, digits and hyphens".to_owned(),
    }
}

/// Puts a story in its file, in the place of what was there.
///
/// # Errors
///
/// As the disk says; then what was there is as it was.
pub fn keep(home: &Home, story: &Story) -> Result<PathBuf> {
    home.check_place()?;
    within(home.root(), &folder(home))?;
    let path = file(home, &story.id).ok_or_else(|| no_name(folder(home)))?;
    texts::replace(home, Errand::Story, &path, &story::write(story))
}

/// One of them as it stands on the disk; `None` where there is none of that name.
///
/// # Errors
///
/// As [`all`], and of a file that cannot be read.
pub fn one(home: &Home, id: &str) -> Result<Option<Story>> {
    let path = file(home, id).filter(|path| texts::standing(path).is_some());
    let text = path.map(|path| texts::read(home, &path)).transpose()?;
    Ok(text.map(|text| story::read(id, &text).0))
}

/// Takes one away, in either form.
///
/// # Errors
///
/// As the disk says; then it can be done again.
pub fn remove(home: &Home, id: &str) -> Result<()> {
    home.check_place()?;
    within(home.root(), &folder(home))?;
    let Some(path) = file(home, id) else {
        return Ok(());
    };
    let on = home.on(Errand::Story);
    on.remove(&path)?;
    on.remove(&texts::sealed_name(&path))?;
    on.sync_folder(&folder(home))
}

/// Everybody the records and the open conversations of this home name: nobody of what is sealed without the key.
pub fn known_names(home: &Home, today: NaiveDate) -> Names {
    let settings = FromFile::<Settings>::settings(home).ok();
    let folder = settings.and_then(|read| read.value.records);
    let library = Library::of(home, folder.as_deref());
    let mut memory = Memory::default();
    let names = index::read(home, &library, &mut memory, today)
        .known
        .names();
    index::settle(home, &mut memory);
    names
}

/// Reads all of them.
///
/// # Errors
///
/// [`StoreError::Sealed`] without the key. What else is the matter is among the troubles.
pub fn all(home: &Home) -> Result<Stories> {
    let mut found = Stories::default();
    let (paths, troubles) = evidence_kept::files(home, Sort::Story);
    found.troubles = troubles;
    for path in paths {
        let id = path.file_stem().unwrap_or_default().to_string_lossy();
        if !story::is_id(&id) {
            found.troubles.push(no_name(path));
            continue;
        }
        match texts::read(home, &path) {
            Ok(text) => {
                let (story, problems) = story::read(&id, &text);
                found.stories.push(Read {
                    story,
                    problems,
                    text,
                });
            }
            Err(sealed @ StoreError::Sealed { .. }) => return Err(sealed),
            Err(trouble) => found.troubles.push(trouble),
        }
    }
    Ok(found)
}

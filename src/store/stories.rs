//! Stories of difference: a Markdown file each in the home's `evidence/stories`, sealed where sealing is on.

use std::path::PathBuf;

use super::{
    Home,
    disk::Errand,
    error::{Result, StoreError},
    files::entries,
    texts,
    within::within,
};
use crate::{
    evidence::story::{self, Story},
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
    home.evidence().join("stories")
}

/// The file of one, by its plain name. `None` of a name that could lead anywhere else.
fn file(home: &Home, id: &str) -> Option<PathBuf> {
    story::is_id(id).then(|| folder(home).join(format!("{id}.md")))
}

/// Puts a story in its file, in the place of what was there.
///
/// # Errors
///
/// As the disk says; then what was there is as it was.
pub fn keep(home: &Home, story: &Story) -> Result<PathBuf> {
    home.check_place()?;
    within(home.root(), &folder(home))?;
    let path = file(home, &story.id).ok_or_else(|| StoreError::Damaged {
        path: folder(home),
        why: "that is no name for a story".to_owned(),
    })?;
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

/// The files there are, each by its plain name and once, in the order of their names.
pub fn files(home: &Home) -> Result<Vec<PathBuf>> {
    within(home.root(), &folder(home))?;
    let found = entries(&folder(home))?.into_iter();
    let found = found.map(|entry| texts::plain_name(&entry.path()));
    let is_story = |path: &PathBuf| {
        let id = path.file_stem().and_then(|stem| stem.to_str());
        path.extension().is_some_and(|end| end == "md") && id.is_some_and(story::is_id)
    };
    let mut paths: Vec<PathBuf> = found.filter(is_story).collect();
    paths.sort();
    paths.dedup();
    Ok(paths)
}

/// Reads all of them.
///
/// # Errors
///
/// [`StoreError::Sealed`] without the key; as the disk says of the folder. What is the matter with one is among the
/// troubles.
pub fn all(home: &Home) -> Result<Stories> {
    let mut found = Stories::default();
    for path in files(home)? {
        let id = path.file_stem().unwrap_or_default().to_string_lossy();
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

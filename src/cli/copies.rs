//! The person's copy from the command line: `alongside show ID --copy`, as Markdown, a letter or a page.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use clap::Args;

use super::{Trouble, open, print};
use crate::{
    conversation::ConversationId,
    guide::GuideId,
    record::{self, Around, Cleared, Form, NotHome, Record},
    store::{Home, StoreError, letters},
    text,
    words::copies as words,
};

/// How a record is to be shown.
#[derive(Debug, Args)]
pub struct Show {
    /// Its id, or the start of it
    pub id: String,
    /// short, standard or everything
    #[arg(long, value_name = "HOW MUCH")]
    pub detail: Option<String>,
    /// As the person's copy
    #[arg(long)]
    pub copy: bool,
    /// Without what was put right or added since
    #[arg(long)]
    pub as_finished: bool,
    /// The copy as a letter in plain text, or html that prints large; else markdown
    #[arg(long = "as", value_name = "FORM", requires = "copy")]
    pub form: Option<String>,
    /// Into this file, which must not be there yet
    #[arg(long, value_name = "FILE", requires = "copy")]
    pub to: Option<PathBuf>,
    /// With --to: in the place of a file that is there
    #[arg(long, requires = "to")]
    pub replace: bool,
    /// Where this copy goes, for a record marked no copy to the home
    #[arg(long, value_name = "WHERE", requires = "copy")]
    pub not_home: Option<String>,
    /// Note in the record how the person had it, such as "large print, by post"
    #[arg(long, value_name = "HOW", requires = "copy")]
    pub given: Option<String>,
}

impl Show {
    /// Where the copy goes, when that is not the home.
    fn not_home(&self) -> Option<NotHome> {
        NotHome::said(self.not_home.as_deref()?)
    }

    /// How the person had it, and where when that is not the home.
    pub(super) fn how_given(&self) -> Option<String> {
        let how = record::inert::on_one_line(self.given.as_deref()?);
        let place = self.not_home();
        let parts = [Some(how.as_str()), place.as_ref().map(NotHome::words)];
        let parts: Vec<&str> = parts.into_iter().flatten().collect();
        Some(parts.join(", ")).filter(|given| !given.is_empty())
    }

    /// The person's copy, if they may have one.
    pub(super) fn copy_of(&self, home: &Home, record: &Record) -> Result<Cleared, Trouble> {
        let not_home = self.not_home();
        let copy = match self.form()? {
            None => record::person_copy(record, not_home.as_ref()),
            Some(form) => record::letter(record, form, &around(home, record), not_home.as_ref()),
        };
        copy.map_err(|why| Trouble::found(words::refused(why, words::SHOW_NOT_HOME)))
    }

    fn form(&self) -> Result<Option<Form>, Trouble> {
        match self.form.as_deref() {
            None | Some("markdown" | "md") => Ok(None),
            Some(name) => match Form::named(name) {
                None => Err(Trouble::not_understood(words::NO_FORM)),
                form => Ok(form),
            },
        }
    }

    /// Prints the words, or writes them where they were asked to go.
    pub(super) fn give(&self, words: &Cleared, out: &mut dyn Write) -> Result<(), Trouble> {
        match self.to.as_deref() {
            Some(path) if path != Path::new("-") => {
                write_to(path, words, self.replace, words::TO_HOW)?;
                open::say(&words::given_to(&path.display().to_string()));
            }
            _ => show(out, words)?,
        }
        if words.is_marked() {
            open::say(words::MARKED);
        }
        Ok(())
    }
}

/// Prints words with nothing in them that acts.
pub(super) fn show(out: &mut dyn Write, words: &Cleared) -> io::Result<()> {
    print(out, text::shown_lines(words.words()).as_bytes())
}

/// Writes words where somebody says. `how` is what to do where the name is taken.
pub(super) fn write_to(
    path: &Path,
    words: &Cleared,
    replace: bool,
    how: &str,
) -> Result<(), Trouble> {
    letters::give(path, words, replace).map_err(|error| {
        let is_there = matches!(error, StoreError::AlreadyThere { .. });
        let mut trouble = Trouble::from(error);
        if is_there {
            trouble.sentence = format!("{}\n{how}", trouble.sentence);
        }
        trouble
    })
}

/// What a letter says besides its record.
fn around(home: &Home, record: &Record) -> Around {
    let (desk, _) = open::desk(home, &open::settings(home).0);
    let guide = record.front.guide.split(' ').next().unwrap_or_default();
    let guide = desk.shelf.guide(&GuideId::new(guide));
    Around {
        today: open::clock().now().date_naive(),
        ring: desk.team.numbers,
        language: guide.map_or_else(
            || record::letter::ENGLISH.to_owned(),
            |guide| guide.language,
        ),
    }
}

/// Says that how a copy was given is for the conversation to note while that is open.
pub(super) fn still_open(id: &ConversationId) {
    open::say(&format!("{id}: {}", words::GIVEN_OPEN));
}

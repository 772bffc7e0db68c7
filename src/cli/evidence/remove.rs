//! `alongside evidence remove`: a baseline, or a file that was brought in, goes from the home after one question.

use std::{
    io::{self, Write},
    path::Path,
};

use super::{
    super::{DONE, Trouble, keeping::answer_to, open::say, print},
    import,
};
use crate::{
    evidence::file::KeptFile,
    store::{Home, evidence_kept},
    text,
    words::evidence::removing as words,
};

/// Lists what can go, or removes one.
pub(super) fn run(name: Option<&str>, home: &Home, out: &mut dyn Write) -> Result<u8, Trouble> {
    // Asks for the passphrase where it is sealed.
    import::beside(home)?;
    let (all, troubles) = evidence_kept::listed(home);
    troubles
        .iter()
        .for_each(|trouble| say(&trouble.to_string()));
    match name {
        None => list(&all, out),
        Some(name) => remove(the_one(&all, name)?, home),
    }
}

fn list(all: &[KeptFile], out: &mut dyn Write) -> Result<u8, Trouble> {
    if all.is_empty() {
        say(words::NONE);
        return Ok(DONE);
    }
    let lines: String = all
        .iter()
        .map(|file| format!("{}\n", words::row(file)))
        .collect();
    print(out, text::shown_lines(&lines).as_bytes())?;
    say(words::HOW);
    Ok(DONE)
}

/// The file of this name, or with a baseline called so. Where it stands may be typed before it.
fn the_one<'a>(all: &'a [KeptFile], typed: &str) -> Result<&'a KeptFile, Trouble> {
    let typed = typed.trim();
    let is_file = |file: &&KeptFile| file.path.ends_with(Path::new(typed)) && !typed.is_empty();
    let is_called = |file: &&KeptFile| file.called.as_deref().is_some_and(|name| name == typed);
    let mut found = all.iter().filter(|file| is_file(file) || is_called(file));
    match (found.next(), found.next()) {
        (Some(file), None) => Ok(file),
        (None, _) => Err(Trouble::found(words::none_called(typed))),
        (Some(_), Some(_)) => Err(Trouble::not_understood(words::MORE_THAN_ONE)),
    }
}

fn remove(file: &KeptFile, home: &Home) -> Result<u8, Trouble> {
    say(&words::would_go(file));
    if !says_yes()? {
        return Err(Trouble::found(words::NOT_REMOVED));
    }
    evidence_kept::remove(home, file)?;
    say(&words::removed(file));
    Ok(DONE)
}

/// Asks once. Anything but yes is no, and so is the end of what is typed.
fn says_yes() -> io::Result<bool> {
    let typed = answer_to(words::ASK)?;
    let typed = String::from_utf8_lossy(&typed).trim().to_lowercase();
    Ok(matches!(typed.as_str(), "y" | "yes"))
}

//! What is said of what cannot be written, read or found: a disk, a file of the team's, a name nobody has.

use crate::{guide::Place, text};

/// The journal cannot be written, and why in a few words.
pub fn safe_in_memory(why: &str) -> String {
    format!(
        "Your notes are safe in memory. {why} Trying again every 5 seconds. /where to choose another folder."
    )
}

/// The journal cannot be written where it belongs, and is kept in the folder chosen meanwhile.
pub fn safe_in_spare(why: &str) -> String {
    format!(
        "Your notes are safe in the folder you chose. {why} Trying the usual one every 5 seconds."
    )
}

/// Why a journal cannot be written.
pub const DISK_FULL: &str = "The disk is full.";
/// Why a journal cannot be written.
pub const FOLDER_NOT_THERE: &str = "Their folder is not there.";
/// Why a journal cannot be written.
pub const FOLDER_NOT_ALLOWED: &str = "Their folder cannot be written.";
/// Why a journal cannot be written.
pub const FOLDER_NOT_USABLE: &str = "Their folder cannot be used.";

/// Part of a journal could not be read.
pub fn set_aside(lines: usize, first: usize) -> String {
    match lines {
        1 => format!("Everything readable is here. Line {first} of its file was set aside."),
        _ => format!(
            "Everything readable is here. {lines} lines of its file were set aside, from line {first}."
        ),
    }
}

/// Standard output, or a file somebody named, would not take it.
pub fn could_not_write(why: &str) -> String {
    format!(
        "That could not be written ({}). Nothing saved before has changed.",
        text::shown(why)
    )
}

/// A guide nobody has.
pub fn no_guide(name: &str) -> String {
    format!(
        "There is no guide called {}. alongside guide list shows them all.",
        text::shown(name)
    )
}

/// A theme nobody has.
pub fn no_theme(name: &str) -> String {
    format!(
        "There is no theme called {}. Try dark, light, contrast or safe.",
        text::shown(name)
    )
}

/// Something in a settings file was not understood.
pub fn file_problem(file: &str, at: Place, message: &str) -> String {
    format!("{file}, line {}: {}", at.line, text::shown(message))
}

/// A file of the team's has bytes that are no letters.
pub fn not_all_text(file: &str) -> String {
    format!(
        "{} is not all UTF-8 text: some letters show as \u{FFFD}. Save it as UTF-8 in an editor.",
        text::shown(file)
    )
}

/// A listing could not be read.
pub fn listing_problem(file: &str, line: usize, message: &str, working: usize) -> String {
    let (file, message) = (text::shown(file), text::shown(message));
    format!("Line {line} of {file} could not be read: {message} {working} others are working.")
}

/// No open conversation has this id.
pub fn no_conversation(id: Option<&str>) -> String {
    match id {
        Some(id) => format!(
            "There is no one open conversation that begins {}.",
            text::shown(id)
        ),
        None => "There is nothing to carry on. alongside opens Home.".to_owned(),
    }
}

/// A team guide that is not used.
pub fn guide_setback(file: &str, line: usize, fallback: bool) -> String {
    let instead = if fallback {
        "Using the built-in guide."
    } else {
        "It is left out."
    };
    format!(
        "The guide file {}: line {line} is not understood. {instead}",
        text::shown(file)
    )
}

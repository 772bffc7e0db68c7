//! Copies for each reader, and the words in them, as every face says it.
//!
//! The words that make people go hmm stand on a screen only in their own list and in the line that names one: both
//! quote them, and neither uses them.

use std::path::{Path, PathBuf};

use crate::{
    conversation::{Conversation, ConversationId, Note},
    record::{Cleared, Form, Kinder, Refused, Word},
    text,
};

/// Over the two forms of a letter.
pub const LETTER_TITLE: &str = "The person's copy, as a letter";
/// The letter as text.
pub const AS_TEXT: &str = "Plain text";
/// What that is for.
pub const AS_TEXT_IS: &str = "to read out, send or print";
/// The letter as a page.
pub const AS_PAGE: &str = "A page in large print";
/// What that is for.
pub const AS_PAGE_IS: &str = "opens in a browser, prints at 18 point";
/// Over the headings that can be copied.
pub const COPY_TITLE: &str = "Copy which part?";
/// All of it.
pub const COPY_WHOLE: &str = "The whole record";
/// No conversation in hand, and nothing saved or read.
pub const NO_RECORD_AT_HAND: &str =
    "Save a record or read one first, then /letter makes their copy.";
/// How to go on where no copy may go to the home.
pub const LETTER_NOT_HOME: &str = "Then say where it goes: /letter to the library";
/// The same on the command line.
pub const SHOW_NOT_HOME: &str = "Then say where it goes: --not-home \"at the library\"";
/// What to type after `/letter`.
pub const LETTER_USAGE: &str = "/letter, /letter text, /letter page; to WHERE after it";
/// What to type after `/words`.
pub const WORDS_USAGE: &str = "/words, /words off or /words on";
/// Said as words leave that must not go to the home.
pub const MARKED: &str = "Marked: no copy to the home.";
/// A form that is not one.
pub const NO_FORM: &str = "--as takes text, html or markdown.";
/// A file that is there already.
pub const TO_HOW: &str = "To write in its place, add --replace";
/// How a copy was given is said in the conversation while that is open.
pub const GIVEN_OPEN: &str =
    "It is still open: /copy-given there says how they had their copy. Nothing is noted.";
/// Over the list of words.
pub const WORDS_TITLE: &str = "Words that make you go hmm";
/// Under its title.
pub const WORDS_ARE: &str = "Looked for in your own lines, never in what anyone said.";
/// The same, with how to change it.
pub const WORDS_HOW: &str = "Nothing is changed for you. Your team's own go in local.toml.";
/// They are not looked for.
pub const WORDS_OFF: &str = "Off now. /words on shows them in Read back again.";
/// Over the notes that hold some.
pub const WORDS_HERE: &str = "In this conversation:";

/// After the record, or what is under one heading of it, went to the clipboard while its conversation is open. Where the
/// notes are comes early: two rows are all there may be.
pub fn copied(what: Option<&str>, copied: &Cleared, where_it_is: &Path) -> String {
    let what = match what {
        Some(heading) => format!("Copied \"{}\".", text::shown(heading)),
        None => "Copied, not saved as a record yet.".to_owned(),
    };
    with_mark(format!("{what} Notes: {}", where_it_is.display()), copied)
}

/// After one note went to the clipboard.
pub fn copied_note(copied: &Cleared, where_it_is: &Path) -> String {
    let said = format!("Copied that note. Notes: {}", where_it_is.display());
    with_mark(said, copied)
}

fn with_mark(said: String, copied: &Cleared) -> String {
    match copied.is_marked() {
        true => format!("{MARKED} {said}"),
        false => said,
    }
}

/// There is no clipboard here, and where the words are instead.
pub fn not_copied(id: &ConversationId, where_it_is: &Path) -> String {
    format!(
        "Nothing here can copy. alongside show {id} prints the record. Its notes are in {}",
        where_it_is.display()
    )
}

/// Why there is no letter or no copy, and what to do.
pub fn refused(why: Refused, how: &str) -> String {
    match why {
        Refused::NoCopyHome => format!("{why} {how}"),
        Refused::KeptApart => why.to_string(),
    }
}

/// A letter is on the disk.
pub fn letter_written(form: Form, letter: &Cleared, path: &str) -> String {
    let what = match form {
        Form::Text => "The letter",
        Form::Page => "The page",
    };
    let said = format!("{what}: {path} When they have it: /copy-given and how.");
    with_mark(said, letter)
}

/// A letter is where it was asked to go.
pub fn given_to(path: &str) -> String {
    format!("Written to {path}, for your eyes alone until you share it.")
}

/// It is in the record how the person had their copy.
pub fn copy_noted(how: &str) -> String {
    format!(
        "Noted in the record: their copy, {}.",
        text::shown(how).trim_end_matches('.')
    )
}

/// What could be said instead of one word, beside a line of the worker's.
pub fn perhaps(word: &Word) -> String {
    format!(
        "\"{}\": perhaps {}",
        text::shown(word.name()),
        text::shown(&word.instead)
    )
}

/// How many notes hold such words, when the chosen one does not.
pub fn hmm(notes: usize) -> String {
    match notes {
        1 => "1 note has a word to look at again. /words shows it.".to_owned(),
        _ => format!("{notes} notes have words to look at again. /words shows them."),
    }
}

/// Letters of a record that is being removed, which are not.
pub fn letters_stay(letters: &[PathBuf]) -> Option<String> {
    let paths: Vec<String> = letters
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    let over = "Letters of it, which stay until you delete them:";
    (!paths.is_empty()).then(|| format!("{over}\n{}\n", paths.join("\n")))
}

/// Said of a record that goes or no longer stands, where stories are kept: a story does not say from which it was told.
pub const STORIES_STAY: &str = "If a story was told from it, that stays. See: alongside evidence story\n\
                                Take one back with: alongside evidence story withdraw NAME";

/// Letters, and exports of evidence, in a home that is sealed.
pub fn letters_are_plain(letters: usize, exports: usize, folder: &Path) -> Option<String> {
    let of = |count: usize, one: &str, more: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {more}")),
    };
    let there = [
        of(letters, "letter", "letters"),
        of(exports, "export of evidence", "exports of evidence"),
    ];
    let there: Vec<String> = there.into_iter().flatten().collect();
    let (are, they) = match letters + exports {
        0 => return None,
        1 => ("is", "it"),
        _ => ("are", "they"),
    };
    Some(format!(
        "{} {are} not sealed, so that {they} can be printed or sent. Delete what was given: {}",
        there.join(" and "),
        folder.display()
    ))
}

/// What could be said instead, line by line, with the number Read back gave the note.
pub fn in_numbered(number: usize, words: &[&Word]) -> String {
    let perhaps: Vec<String> = words.iter().map(|word| perhaps(word)).collect();
    format!("{number}, {}.", perhaps.join("; "))
}

/// The list, a line each; first what is in the conversation at hand.
pub fn list(kinder: &Kinder, talk: Option<&Conversation>, on: bool) -> Vec<String> {
    let found = talk.map_or(vec![], |talk| {
        let found = kinder.in_talk(talk).into_iter();
        found
            .filter_map(|(id, words)| Some((talk.note(id)?, words)))
            .collect()
    });
    let line = |(note, words): (&Note, Vec<&Word>)| {
        let words = words.into_iter().map(|word| format!("  {}", perhaps(word)));
        std::iter::once(super::one_line(&note.text))
            .chain(words)
            .collect::<Vec<_>>()
    };
    let here: Vec<String> = found.into_iter().flat_map(line).collect();
    let over = (!here.is_empty()).then(|| WORDS_HERE.to_owned());
    let off = (!on).then(|| WORDS_OFF.to_owned());
    let intro = [WORDS_ARE, WORDS_HOW].map(str::to_owned);
    let all = kinder.words().iter().map(perhaps);
    let here = over.into_iter().chain(here);
    here.chain(intro).chain(off).chain(all).collect()
}

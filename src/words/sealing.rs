//! What `alongside seal` says: what sealing covers and what it does not, and what became of it.

use std::fmt;

use crate::text;

/// How the worker's own key is named in the list of those who can open what is sealed.
pub const OWN_KEY: &str = "Your own key";
/// How another key is named when nobody says.
pub const OTHER_KEY: &str = "Another key";

/// What sealing is, before it is turned on.
pub const BEFORE: [&str; 15] = [
    "Sealing turns what you write into files that only a passphrase opens.",
    "",
    "Sealed: conversations, records, what is kept apart from them, and",
    "baselines, feedback and stories.",
    "Not sealed: settings, guides and local help, and the names of files,",
    "which hold a date and a kind of conversation and nobody's name.",
    "Not sealed: copies made elsewhere, such as OneDrive, backups made before",
    "now, and what you print or copy. Files that were deleted may stay on a",
    "disk for some time.",
    "",
    "If you forget the passphrase, nobody can open what is sealed, unless your",
    "team has a recovery key (alongside seal add-recipient).",
    "",
    "Use at least 12 characters. Four words in a row are good.",
    "Nothing shows while you type.",
];

/// Asks for the passphrase.
pub const PASSPHRASE: &str = "Passphrase: ";
/// Asks for a new one.
pub const NEW_PASSPHRASE: &str = "New passphrase: ";
/// Asks for it again.
pub const AGAIN: &str = "The same again: ";
/// A key was made before.
pub const KEY_IS_THERE: &str =
    "There is a key in this home already. Sealing will go on with that key.";
/// It takes a moment.
pub const MAKING: &str = "Making the key. This takes a few seconds.";
/// Too short.
pub const TOO_SHORT: &str = "That is under 12 characters. Nothing has changed. Use a longer one.";
/// Not the same.
pub const NOT_THE_SAME: &str = "Those two were not the same. Nothing has changed. Type both again.";
/// Three times.
pub const THREE_TRIES: &str =
    "That was the third try. Nothing has changed. Run it again when you have the passphrase.";
/// Nobody to ask.
pub const NO_TERMINAL: &str = "A passphrase is needed, and there is no terminal to ask for it in. Nothing has changed. Run it in a terminal.";
/// Whoever was asked left.
pub const LEFT: &str = "No passphrase was given. Nothing has changed.";
/// It is on already.
pub const ON_ALREADY: &str =
    "Sealing is on already, and everything is sealed. Nothing has changed.";
/// It is off already.
pub const OFF_ALREADY: &str = "Sealing is off already, and nothing is sealed. Nothing has changed.";
/// It is on.
pub const ON: &str = "Sealing is on.";
/// It is off.
pub const OFF: &str = "Sealing is off. To turn it on: alongside seal init";
/// It was not turned off.
pub const STILL_ON: &str = "Sealing is still on. Run alongside seal off again to go on.";
/// Heads the recipients.
pub const WHO: &str = "Who can open what is sealed:";
/// What to do when something is not sealed.
pub const GO_ON: &str = "To seal the rest: alongside seal init";
/// What to do when something is still sealed.
pub const GO_ON_OFF: &str = "To unseal the rest: alongside seal off";
/// Now it is off.
pub const NOW_OFF: [&str; 3] = [
    "Sealing is off. What you write from now on is plain text.",
    "Your key stays in seal/identity.age, for copies that were made while",
    "sealing was on. Remove it yourself when there are none.",
];
/// Nothing was kept apart.
pub const NOTHING_APART: &str = "Nothing was kept apart from this. Nothing has changed.";
/// Not a key.
pub const NOT_A_KEY: &str = "That is not a public key for age. Nothing has changed. One begins age1 and has 62 letters and digits.";
/// Somebody who is in the list.
pub const IN_THE_LIST: &str = "That key can open what is sealed already. Nothing has changed.";
/// There is nothing to add to.
pub const NOT_ON: &str = "Sealing is off. Nothing has changed. To turn it on: alongside seal init";

/// After sealing everything.
pub fn sealed(texts: usize) -> String {
    format!("Sealed: {}.", files(texts))
}

/// After unsealing everything.
pub fn unsealed(texts: usize) -> String {
    format!("Unsealed: {}.", files(texts))
}

/// After adding somebody.
pub fn added(label: &str, texts: usize) -> String {
    format!(
        "{} can open what is sealed now. Sealed again: {}.",
        text::shown(label),
        files(texts)
    )
}

fn files(count: usize) -> String {
    match count {
        1 => "1 file".to_owned(),
        count => format!("{count} files"),
    }
}

/// A conversation that another window has.
pub fn open_elsewhere(id: &impl fmt::Display) -> String {
    format!(
        "{id} is open in another window and was left as it is. Close it there, then run this again."
    )
}

/// One who can open what is sealed.
pub fn recipient(label: &str, key: &impl fmt::Display) -> String {
    let label = if label.is_empty() { OTHER_KEY } else { label };
    format!("  {}\n    {key}", text::shown(label))
}

/// How much there is of each: `Records: 12 sealed, 1 not sealed`.
pub fn tally(what: &str, sealed: usize, behind: usize, plain: usize) -> String {
    let mut line = format!("{what}: {sealed} sealed");
    if behind > 0 {
        line += &format!(", {behind} not sealed to everybody");
    }
    line += &format!(", {plain} not sealed");
    line
}

/// Heads the tally of what is kept beside the records.
pub const BESIDE: &str = "Baselines, feedback and stories";
/// Heads the tally of open conversations.
pub const CONVERSATIONS: &str = "Open conversations";

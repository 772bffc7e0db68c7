//! What is said of sealing, locking, two windows on one conversation, and where everything is kept.

use super::{ago, clock};
use crate::{conversation::Moment, text};

// Locked.
/// Row 1.
pub const LOCKED: &str = "Locked";
/// The body, after when.
pub const LOCKED_BODY: [&str; 3] = [
    "Typing goes on: words are kept and show as dots.",
    "Enter with nothing typed asks for the passphrase.",
    "Nothing is sent anywhere. Nothing is lost.",
];
/// Something that cannot be done while locked.
pub const LOCKED_HOW: &str = "Not while it is locked. /unlock shows everything again.";
/// Undone, and not said what.
pub const UNDONE: &str = "Undone.";
/// Redone, and not said what.
pub const REDONE: &str = "Redone.";
/// `/lock`, where nothing is sealed.
pub const SEALING_IS_OFF: &str = "Sealing is off. Ctrl+P hides. alongside seal init turns it on.";
/// `/lock` and `/unlock`, in a list of commands, where nothing is sealed.
pub const SEALING_IS_OFF_SHORT: &str = "sealing is off";
/// `/unlock`, where nothing is locked.
pub const ALREADY_UNLOCKED: &str = "It is unlocked. /lock hides everything and locks it.";
/// The same, in a list of commands.
pub const ALREADY_UNLOCKED_SHORT: &str = "it is unlocked";
/// After the right passphrase.
pub const UNLOCKED: &str = "Unlocked.";

// The passphrase.
/// Its sheet.
pub const UNLOCK_TITLE: &str = "Unlock";
/// Before its dots.
pub const PASSPHRASE_LABEL: &str = "Passphrase:";
/// Under them.
pub const UNLOCK_HOW: &str = "Type your passphrase, then Enter. It is not shown and not kept.";
/// While the key is being opened.
pub const OPENING: &str = "Opening. It takes about a second.";
/// Enter with no letters.
pub const PASSPHRASE_EMPTY: &str = "Type the passphrase first. Esc goes back.";
/// More letters than a passphrase can have.
pub const PASSPHRASE_TOO_LONG: &str = "That is too long for a passphrase, so it was not added.";
/// A paste of several lines.
pub const PASSPHRASE_LINES: &str = "That was more than one line, so none of it was taken.";

// Home, sealed.
/// Beside an open conversation that cannot be read yet.
pub const SEALED: &str = "Sealed";
/// Above them.
pub const SEALED_HOW: &str = "Sealed. /unlock shows them.";

// Two windows.
/// The sheet.
pub const ELSEWHERE_TITLE: &str = "Open in another window";
/// Row 1, where there is less room.
pub const ELSEWHERE_SHORT: &str = "Other window";
/// The first choice.
pub const LOOK_HERE: &str = "Look at it here";
/// What that does.
pub const LOOK_HERE_IS: &str = "follows it and changes nothing";
/// The second choice.
pub const MOVE_HERE: &str = "Move it here";
/// What that does.
pub const MOVE_HERE_IS: &str = "the other window lets it go";
/// The third choice.
pub const START_ANOTHER: &str = "Start another";
/// The line's label while looking on.
pub const LOOKING_ON: &str = "Looking on";
/// While looking on, and for any key that would type.
pub const LOOKING_HOW: &str = "Looking on. Enter moves it here. Esc goes back.";
/// While the other window is asked.
pub const MOVING: &str = "Asking the other window to let it go.";
/// Another window took it.
pub const MOVED_AWAY: &str = "This conversation moved to another window.";

// Where everything is kept.
/// The sheet.
pub const WHERE_TITLE: &str = "Where everything is kept";
/// Nothing is sealed.
pub const NOT_SEALED: &str = "Not sealed. alongside seal init does it.";
/// Sealed, and the key is not open.
pub const SEALED_AND_LOCKED: &str = "Sealed and locked. /unlock opens it.";
/// Sealed, and the key is open.
pub const SEALED_AND_UNLOCKED: &str = "Sealed, and unlocked until /lock.";
/// While something cannot be written.
pub const TRY_NOW: &str = "Try again now";
/// Beside it.
pub const TRIES_ITSELF: &str = "every 5 seconds by itself";
/// Before closing while the last words are in memory only.
pub const LEAVING_LOSES: &str =
    "Your last words are only in memory. /where keeps them. Ctrl+Q again closes.";
/// How to name another folder.
pub const ANOTHER_FOLDER: &str = "Another folder: /where and its name.";

/// When it was locked.
pub fn locked_at(at: Moment) -> String {
    format!("Locked at {}. Everything is hidden.", clock(at))
}

/// A note was kept while its words cannot be shown.
pub fn kept_while_locked(notes: usize) -> String {
    match notes {
        1 => "Kept. 1 note so far.".to_owned(),
        _ => format!("Kept. {notes} notes so far."),
    }
}

/// When it locks by itself.
pub(super) fn locks_after(minutes: Option<u16>) -> String {
    match minutes {
        None => "It locks only when you type /lock.".to_owned(),
        Some(1) => "It locks after 1 minute with no key pressed.".to_owned(),
        Some(minutes) => format!("It locks after {minutes} minutes with no key pressed."),
    }
}

/// When a conversation began that cannot be read yet.
pub fn began(at: Moment, now: Moment) -> String {
    format!("began {}", ago(at, now))
}

/// The same where there is less room: `listen, began 14:20`.
pub fn began_in_short(kind: &str, at: Moment, now: Moment) -> String {
    let first = kind.split(' ').next().unwrap_or_default().to_lowercase();
    let when = ago(at, now);
    let when = when.strip_prefix("today at ").unwrap_or(&when);
    format!("{first}, began {when}")
}

/// Another window has the conversation.
pub fn open_elsewhere(since: Option<Moment>, now: Moment) -> String {
    let since = since.map(|since| {
        if since.date_naive() == now.date_naive() {
            format!(" (since {})", clock(since))
        } else {
            format!(" (since {})", ago(since, now))
        }
    });
    format!(
        "This conversation is open in another window{}.",
        since.unwrap_or_default()
    )
}

/// Another folder was named while nothing stands in the way of the usual one.
pub fn where_not_needed(home: &str) -> String {
    format!(
        "Everything is kept in {}. Another folder can be named when that cannot be written.",
        text::shown(home)
    )
}

/// Everything is kept in another folder until the usual one can be written again.
pub fn kept_meanwhile(folder: &str) -> String {
    format!(
        "Kept in {} until the usual folder is back. It then goes there by itself.",
        text::shown(folder)
    )
}

/// On leaving, while that is so.
pub fn kept_meanwhile_in(folder: &str) -> String {
    let folder = text::shown(folder);
    format!(
        "What you wrote is in {folder}, because the usual folder cannot be written. To go on: alongside --home {folder}"
    )
}

/// On leaving, when words could not be written anywhere.
pub const STILL_IN_MEMORY: &str =
    "Your last words could not be written anywhere. What came before is kept.";

/// Sealed pieces of a journal could not be opened.
pub fn unopened(pieces: usize) -> String {
    match pieces {
        1 => "One sealed piece of this conversation could not be opened. The rest is here."
            .to_owned(),
        _ => format!(
            "{pieces} sealed pieces of this conversation could not be opened. The rest is here."
        ),
    }
}

/// The computer would not start a thread.
pub fn no_thread(why: &str) -> String {
    format!(
        "This computer would not start that ({}). Nothing has changed. Try again.",
        text::shown(why)
    )
}

/// Where finished records go.
pub fn records_in(folder: &str) -> String {
    format!("Finished records are in {}", text::shown(folder))
}

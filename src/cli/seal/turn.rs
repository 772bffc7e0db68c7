//! Turning sealing on and off, adding somebody who can open what is sealed, and saying how things are.

use std::io::Write;

use super::{
    super::{
        DONE, PROBLEMS, Trouble,
        open::{clock, say},
        passphrase::{Asking, ask, unlock},
        print,
    },
    SealCommand,
};
use crate::{
    desk::Passphrase,
    store::{
        Home, Library, letters,
        sealing::{self, Form, Outcome, PublicKey, Status, Tally},
    },
    words::{cli::RECORDS, copies, sealing as words},
};

/// The fewest characters a passphrase has.
const SHORTEST: usize = 12;

/// How often a new passphrase may be typed differently the second time.
const TRIES: usize = 3;

pub(super) fn run(
    command: &SealCommand,
    home: &Home,
    library: &Library,
    out: &mut dyn Write,
) -> Result<u8, Trouble> {
    match command {
        SealCommand::Init => init(home, library),
        SealCommand::AddRecipient { key, label } => add_recipient(home, library, key, label),
        SealCommand::Off => off(home, library),
        _ => status(home, library, out),
    }
}

/// Turns sealing on and seals everything. When it is on already, goes on with what is not sealed yet.
fn init(home: &Home, library: &Library) -> Result<u8, Trouble> {
    if !home.vault().is_on() {
        let passphrase = if home.identity().exists() {
            say(words::KEY_IS_THERE);
            ask(words::PASSPHRASE)?
        } else {
            words::BEFORE.into_iter().for_each(say);
            new_passphrase()?
        };
        say(words::MAKING);
        sealing::turn_on(home, passphrase)?;
        return seal_the_rest(home, library);
    }
    let status = sealing::status(home, library);
    if is_all_sealed(&status) {
        return Err(Trouble::found(words::ON_ALREADY));
    }
    // What was sealed to fewer has to be opened first.
    let tallies = [status.records, status.conversations, status.evidence];
    if tallies.iter().any(|tally| tally.behind > 0) {
        unlock(home)?;
    }
    seal_the_rest(home, library)
}

/// Asks twice, because nobody sees what is typed.
fn new_passphrase() -> Result<Passphrase, Trouble> {
    let asking = Asking::begin()?;
    for _ in 0..TRIES {
        let first = asking.ask(words::NEW_PASSPHRASE)?;
        if first.expose().chars().count() < SHORTEST {
            asking.say(words::TOO_SHORT);
        } else if asking.ask(words::AGAIN)? == first {
            return Ok(first);
        } else {
            asking.say(words::NOT_THE_SAME);
        }
    }
    Err(Trouble::found(words::THREE_TRIES))
}

fn seal_the_rest(home: &Home, library: &Library) -> Result<u8, Trouble> {
    let outcome = sealing::turn_all(home, library, Form::Sealed, clock().now())?;
    say(&words::sealed(outcome.turned));
    say_of_letters(home);
    Ok(said(&outcome))
}

/// Letters are to be printed and exports to be sent, so they are plain: whoever seals a home hears of them.
fn say_of_letters(home: &Home) {
    let there = letters::there(home, None).into_iter();
    let (exports, letters): (Vec<_>, Vec<_>) = there.partition(|path| path.is_dir());
    let said = copies::letters_are_plain(letters.len(), exports.len(), &home.copies());
    said.iter().for_each(|said| say(said));
}

/// Says what was left out, and the exit code for it.
fn said(outcome: &Outcome) -> u8 {
    for id in &outcome.elsewhere {
        say(&words::open_elsewhere(id));
    }
    for trouble in &outcome.troubles {
        say(&trouble.to_string());
    }
    if outcome.is_whole() { DONE } else { PROBLEMS }
}

fn add_recipient(home: &Home, library: &Library, key: &str, label: &str) -> Result<u8, Trouble> {
    let key: PublicKey = key
        .parse()
        .map_err(|_| Trouble::not_understood(words::NOT_A_KEY))?;
    if !home.vault().is_on() {
        return Err(Trouble::found(words::NOT_ON));
    }
    if home.vault().recipients().iter().any(|one| one.key == key) {
        return Err(Trouble::found(words::IN_THE_LIST));
    }
    unlock(home)?;
    sealing::add_recipient(home, label, key)?;
    let outcome = sealing::turn_all(home, library, Form::Sealed, clock().now())?;
    say(&words::added(label, outcome.turned));
    Ok(said(&outcome))
}

fn off(home: &Home, library: &Library) -> Result<u8, Trouble> {
    let status = sealing::status(home, library);
    if !home.vault().is_on() && is_all_plain(&status) {
        return Err(Trouble::found(words::OFF_ALREADY));
    }
    unlock(home)?;
    let outcome = sealing::turn_off(home, library, clock().now())?;
    say(&words::unsealed(outcome.turned));
    let code = said(&outcome);
    if outcome.is_whole() {
        words::NOW_OFF.into_iter().for_each(say);
    } else {
        say(words::STILL_ON);
    }
    Ok(code)
}

/// How things are. The exit code says whether something is not as it should be.
fn status(home: &Home, library: &Library, out: &mut dyn Write) -> Result<u8, Trouble> {
    let is_on = home.vault().is_on();
    let status = sealing::status(home, library);
    let mut lines = vec![if is_on { words::ON } else { words::OFF }.to_owned()];
    if is_on {
        lines.extend([String::new(), words::WHO.to_owned()]);
        let who = status.recipients.iter();
        lines.extend(who.map(|one| words::recipient(&one.label, &one.key)));
    }
    lines.push(String::new());
    for (
        what,
        Tally {
            sealed,
            behind,
            plain,
        },
    ) in [
        (RECORDS, status.records),
        (words::CONVERSATIONS, status.conversations),
        (words::BESIDE, status.evidence),
    ] {
        lines.push(words::tally(what, sealed, behind, plain));
    }
    print(out, (lines.join("\n") + "\n").as_bytes())?;
    status
        .troubles
        .iter()
        .for_each(|trouble| say(&trouble.to_string()));
    if is_on {
        say_of_letters(home);
    }
    let is_well = if is_on {
        is_all_sealed(&status)
    } else {
        is_all_plain(&status)
    };
    if !is_well {
        say(if is_on {
            words::GO_ON
        } else {
            words::GO_ON_OFF
        });
    }
    Ok(if is_well && status.troubles.is_empty() {
        DONE
    } else {
        PROBLEMS
    })
}

fn is_all_sealed(status: &Status) -> bool {
    [status.records, status.conversations, status.evidence]
        .iter()
        .all(|tally| tally.behind + tally.plain == 0)
}

fn is_all_plain(status: &Status) -> bool {
    [status.records, status.conversations, status.evidence]
        .iter()
        .all(|tally| tally.behind + tally.sealed == 0)
}

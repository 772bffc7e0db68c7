//! The passphrase, asked for and typed. Its letters go nowhere but to the key: not to the line, not to the journal,
//! not to the screen.

use std::fmt;

use zeroize::{Zeroize, Zeroizing};

use super::{App, Key, Seal, table};
use crate::{
    conversation::ConversationId,
    desk::{Effect, Passphrase, Tick},
    words,
};

/// The longest passphrase, in bytes. The room is taken at once, so that no letter is left behind by growing.
pub const LONGEST_PASSPHRASE: usize = 1024;

/// A passphrase being asked for.
#[derive(Debug)]
pub struct Unlocking {
    letters: Letters,
    opens: Option<ConversationId>,
    /// It was given, and what comes of it is not known yet.
    pub waiting: bool,
    /// What was the matter, as a sentence.
    pub said: Option<String>,
}

/// Letters that are wiped when they go, and never print themselves.
struct Letters(Zeroizing<String>);

impl fmt::Debug for Letters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Letters")
    }
}

impl Letters {
    fn none() -> Self {
        Self(Zeroizing::new(String::with_capacity(LONGEST_PASSPHRASE)))
    }
}

impl Unlocking {
    /// Asks, and once the key is open opens this conversation.
    fn new(opens: Option<ConversationId>) -> Self {
        Self {
            letters: Letters::none(),
            opens,
            waiting: false,
            said: None,
        }
    }

    /// How many letters were typed, for as many dots.
    pub fn count(&self) -> usize {
        self.letters.0.chars().count()
    }

    /// Adds letters; none of them, and a sentence, when there is no room for all.
    fn add(&mut self, letters: &str) {
        if self.letters.0.len() + letters.len() > LONGEST_PASSPHRASE {
            self.said = Some(words::PASSPHRASE_TOO_LONG.to_owned());
        } else {
            self.letters.0.push_str(letters);
        }
    }

    fn take(&mut self) -> Passphrase {
        let letters = std::mem::replace(&mut self.letters, Letters::none());
        let Letters(mut letters) = letters;
        Passphrase::new(std::mem::take(&mut *letters))
    }
}

impl App {
    /// Whether an answer to a passphrase is awaited.
    pub fn is_opening(&self) -> bool {
        self.unlocking.as_ref().is_some_and(|asked| asked.waiting)
    }

    /// Asks for the passphrase, where there is one to ask for.
    pub(super) fn unlock(&mut self) {
        match self.seal {
            Seal::Off => self.said = Some(words::SEALING_IS_OFF.to_owned()),
            Seal::Unlocked => self.said = Some(words::ALREADY_UNLOCKED.to_owned()),
            Seal::Locked => self.ask_passphrase(None),
        }
    }

    /// A conversation that was to be opened is sealed.
    pub(super) fn needs_key(&mut self, id: ConversationId) {
        self.seal = Seal::Locked;
        self.ask_passphrase(Some(id));
    }

    fn ask_passphrase(&mut self, opens: Option<ConversationId>) {
        self.sheet = None;
        self.unlocking = Some(Unlocking::new(opens));
    }

    /// A key while the passphrase is asked for. False for the few that are not for it.
    pub(super) fn key_while_unlocking(&mut self, key: Key, tick: Tick) -> bool {
        let Some(asked) = &mut self.unlocking else {
            return false;
        };
        match key {
            Key::Esc => self.unlocking = None,
            Key::Ctrl('l') => self.desk.ask(Effect::Redraw),
            Key::Ctrl('q') => {
                self.unlocking = None;
                if let Some(command) = table::command_for(key, |place| self.counts(place)) {
                    self.obey(command, tick);
                }
            }
            // What is typed now is for neither the passphrase nor a note, so it is for nothing.
            _ if asked.waiting => {}
            Key::Enter => self.send_passphrase(),
            _ => {
                asked.said = None;
                match key {
                    Key::Char(c) => asked.add(c.encode_utf8(&mut [0; 4])),
                    Key::Backspace => _ = asked.letters.0.pop(),
                    Key::Ctrl('u' | 'w') | Key::CtrlBackspace => asked.letters = Letters::none(),
                    _ => {}
                }
            }
        }
        true
    }

    /// A paste while the passphrase is asked for. More than one line is hardly a passphrase, and may be a note.
    pub(super) fn paste_passphrase(&mut self, mut text: String) {
        if let Some(asked) = self.unlocking.as_mut().filter(|asked| !asked.waiting) {
            let line = text.trim_end_matches(['\r', '\n']);
            asked.said = None;
            if line.contains(char::is_control) {
                asked.said = Some(words::PASSPHRASE_LINES.to_owned());
            } else {
                asked.add(line);
            }
        }
        text.zeroize();
    }

    fn send_passphrase(&mut self) {
        let Some(asked) = &mut self.unlocking else {
            return;
        };
        if asked.letters.0.is_empty() {
            asked.said = Some(words::PASSPHRASE_EMPTY.to_owned());
            return;
        }
        let passphrase = asked.take();
        self.give_passphrase(passphrase);
    }

    /// Sends a passphrase that was asked for to the key.
    pub fn give_passphrase(&mut self, passphrase: Passphrase) {
        if let Some(asked) = &mut self.unlocking {
            asked.waiting = true;
            asked.said = None;
            self.desk.ask(Effect::Unlock(passphrase));
        }
    }

    /// The key is open. If nobody waits for that any more, it is forgotten again.
    pub(super) fn unlocked(&mut self, tick: Tick) {
        if !self.is_opening() {
            return self.desk.ask(Effect::Lock);
        }
        let opens = self.unlocking.take().and_then(|asked| asked.opens);
        self.seal = Seal::Unlocked;
        self.locked = None;
        self.said = Some(words::UNLOCKED.to_owned());
        self.desk.unseal_drafts();
        self.look_at_drafts();
        self.ask_for_index();
        self.desk.ask(Effect::ReadAnswers);
        self.ask_for_unfinished();
        self.look_beside_debrief();
        if let Some(id) = opens {
            self.desk.put_down(tick);
            self.desk.ask(Effect::Open(id));
        }
    }

    /// The key stays closed: the passphrase is asked for again.
    pub(super) fn not_unlocked(&mut self, why: String) {
        if let Some(asked) = self.unlocking.as_mut().filter(|asked| asked.waiting) {
            asked.waiting = false;
            asked.said = Some(why);
        }
    }
}

//! What takes too long for the typing thread: opening the key, another window letting go, reading every promise. Each is asked for on a
//! thread of its own, and typing goes on until it answers.

use std::{
    sync::mpsc::{self, Receiver, Sender},
    thread,
    time::Duration,
};

use super::World;
use crate::{
    app::Msg,
    connection::Listings,
    conversation::ConversationId,
    desk::{Effect, Index, Passphrase},
    evidence::report::Report,
    people::Told,
    record::Cleared,
    store::{CutOff, Lock, StoreError},
    words,
};

/// How long another window has to let a conversation go.
const PATIENCE: Duration = Duration::from_secs(4);

/// Between two looks at whether it has answered.
const A_MOMENT: Duration = Duration::from_millis(20);

/// What came of something that was asked.
#[derive(Debug)]
pub(super) enum Answer {
    /// The key is open, or is not.
    Key(Result<(), StoreError>),
    /// The other window has let go, or has not.
    Moved(ConversationId, CutOff, Result<Lock, StoreError>),
    /// Every record and every open conversation was read.
    Indexed(Index),
    /// Words are on the clipboard; or those that are not.
    Copied(Option<Cleared>),
    /// What records tell of somebody was read.
    Known(Vec<Told>),
    /// Every record was read for what they add up to.
    Evidence(Box<Report>),
    /// So many of them were, of so many, and the rest is still being read.
    Reading(usize, usize),
    /// What may leave of a report is written, or is not: a sentence.
    Exported(String),
    /// What came of something about stories or feedback.
    Told(Vec<Msg>),
    /// The local help was read, and what is to be said of its files.
    LocalHelp(Box<Listings>, Vec<String>),
}

/// Where answers come in.
#[derive(Debug)]
pub(super) struct Answers {
    tell: Sender<Answer>,
    told: Receiver<Answer>,
    awaited: usize,
}

impl Default for Answers {
    fn default() -> Self {
        let (tell, told) = mpsc::channel();
        Self {
            tell,
            told,
            awaited: 0,
        }
    }
}

impl Answers {
    /// Where a thread of its own tells how far it has come.
    pub(super) fn teller(&self) -> Sender<Answer> {
        self.tell.clone()
    }

    /// Asks on a thread of its own.
    pub(super) fn ask(
        &mut self,
        work: impl FnOnce() -> Answer + Send + 'static,
    ) -> std::io::Result<()> {
        let tell = self.tell.clone();
        let ask = move || {
            // Nobody waits any more when this cannot be sent.
            let _ = tell.send(work());
        };
        thread::Builder::new()
            .name("answer".to_owned())
            .spawn(ask)?;
        self.awaited += 1;
        Ok(())
    }
}

impl World {
    /// Whether something was asked that has not been answered.
    pub fn awaits_answers(&self) -> bool {
        self.answers.awaited > 0
    }

    /// What was answered since this was last asked.
    pub fn answers(&mut self) -> Vec<Msg> {
        let answers: Vec<Answer> = self.answers.told.try_iter().collect();
        let goes_on = |answer: &&Answer| matches!(answer, Answer::Reading(..));
        let ended = answers.len() - answers.iter().filter(goes_on).count();
        self.answers.awaited -= ended.min(self.answers.awaited);
        let mut messages = vec![];
        for answer in answers {
            messages.extend(self.answered(answer));
        }
        messages
    }

    fn answered(&mut self, answer: Answer) -> Vec<Msg> {
        vec![match answer {
            Answer::Key(Ok(())) => Msg::Unlocked,
            Answer::Key(Err(why)) => Msg::NotUnlocked(why.to_string()),
            Answer::Known(told) => Msg::KnownRead(told),
            Answer::Indexed(index) => Msg::Indexed(index),
            Answer::LocalHelp(listings, said) => Msg::LocalHelp(listings, said),
            Answer::Copied(None) => Msg::Copied,
            Answer::Copied(Some(words)) => Msg::NotCopied(words),
            Answer::Told(messages) => return messages,
            Answer::Evidence(report) => return self.evidence_was_read(report),
            Answer::Reading(read, of) => Msg::ReadingEvidence(read, of),
            Answer::Exported(said) => Msg::Say(said),
            Answer::Moved(id, cut_off, lock) => self.moved_here(id, cut_off, lock),
        }]
    }

    /// Does one effect and waits for what comes of it, where there is no screen to go on with meanwhile. `tell` hears
    /// how many records were read of how many, where that takes long.
    pub fn perform_telling(
        &mut self,
        effect: Effect,
        mut tell: impl FnMut(usize, usize),
    ) -> Vec<Msg> {
        let mut messages = self.perform(effect);
        while self.awaits_answers() {
            thread::sleep(A_MOMENT);
            for message in self.answers() {
                match message {
                    Msg::ReadingEvidence(read, of) => tell(read, of),
                    message => messages.push(message),
                }
            }
        }
        messages
    }

    pub(super) fn unlock(&mut self, passphrase: Passphrase) -> Vec<Msg> {
        let vault = self.home.vault().clone();
        let asked = self
            .answers
            .ask(move || Answer::Key(vault.unlock(passphrase)));
        match asked {
            Ok(()) => vec![],
            Err(error) => vec![Msg::NotUnlocked(words::no_thread(&error.to_string()))],
        }
    }

    pub(super) fn move_here(&mut self, id: ConversationId) -> Vec<Msg> {
        let conversations = self.conversations.clone();
        let (asked_for, now) = (id.clone(), self.clock.now());
        let asked = self.answers.ask(move || {
            let cut_off = conversations.cut_off(&asked_for);
            let lock = conversations.ask_to_move(&asked_for, now, PATIENCE);
            Answer::Moved(asked_for, cut_off, lock)
        });
        match asked {
            Ok(()) => vec![],
            Err(error) => vec![Msg::NotOpened(id, words::no_thread(&error.to_string()))],
        }
    }

    fn moved_here(
        &mut self,
        id: ConversationId,
        cut_off: CutOff,
        lock: Result<Lock, StoreError>,
    ) -> Msg {
        let opened =
            lock.and_then(|lock| self.conversations.open_with(&id, lock, self.clock.now()));
        self.opened(id, cut_off, opened)
    }
}

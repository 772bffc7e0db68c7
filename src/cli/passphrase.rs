//! Asking for a passphrase in the terminal, showing nothing of it.
//!
//! The terminal gives keys one by one meanwhile, and is given back at every ending: an answer, a key that leaves, a
//! signal. Standard output may be a pipe; the question goes to standard error.

use std::io;

use super::Trouble;
use crate::{
    desk::Passphrase,
    plain::HiddenTerminal,
    store::{Home, StoreError},
    text,
    words::sealing as words,
};

/// How often somebody may mistype it.
const TRIES: usize = 3;

/// Does it and, if that meets something sealed, asks for the passphrase and does it again.
pub(super) fn reading<T>(
    home: &Home,
    read: impl Fn() -> Result<T, StoreError>,
) -> Result<T, Trouble> {
    match read() {
        Err(StoreError::Sealed { .. }) => {
            unlock(home)?;
            Ok(read()?)
        }
        read => Ok(read?),
    }
}

/// Asks for the passphrase until it opens the key, three times at most. Does nothing when the key is at hand.
pub(super) fn unlock(home: &Home) -> Result<(), Trouble> {
    if home.vault().has_key() {
        return Ok(());
    }
    let asking = Asking::begin()?;
    for _ in 0..TRIES {
        let passphrase = asking.ask(words::PASSPHRASE)?;
        asking.say(crate::words::OPENING);
        let unlocked = home.vault().unlock(passphrase);
        asking.go_on()?;
        match unlocked {
            Err(error @ StoreError::NotOpened) => asking.say(&error.to_string()),
            unlocked => return Ok(unlocked?),
        }
    }
    Err(Trouble::found(words::THREE_TRIES))
}

/// Asks for one line that nobody else may see.
///
/// # Errors
///
/// When there is nobody to ask, or whoever is there leaves.
#[cfg(feature = "seal")]
pub(super) fn ask(question: &str) -> Result<Passphrase, Trouble> {
    Asking::begin()?.ask(question)
}

/// An exchange in which nothing typed is shown, from the first question to the last answer.
pub(super) struct Asking {
    terminal: HiddenTerminal,
    #[cfg(unix)]
    signals: signals::Held,
}

impl Asking {
    /// Begins one.
    ///
    /// # Errors
    ///
    /// When there is nobody to ask.
    pub(super) fn begin() -> Result<Self, Trouble> {
        // The signals come first: one that ends the program must find a terminal that shows what is typed.
        #[cfg(unix)]
        let signals = signals::Held::begin()?;
        Ok(Self {
            terminal: HiddenTerminal::begin().map_err(|error| trouble(&error))?,
            #[cfg(unix)]
            signals,
        })
    }

    /// Asks for one line.
    ///
    /// # Errors
    ///
    /// When whoever is there leaves, or a signal ends it.
    pub(super) fn ask(&self, question: &str) -> Result<Passphrase, Trouble> {
        let asked = self.terminal.ask(question, || self.has_ended());
        asked.map_err(|error| trouble(&error))
    }

    /// Says a line between two questions.
    pub(super) fn say(&self, words: &str) {
        self.terminal.say(&text::shown_lines(words));
    }

    /// What a signal that came while nothing was asked means.
    ///
    /// # Errors
    ///
    /// When one came.
    fn go_on(&self) -> Result<(), Trouble> {
        if self.has_ended() {
            return Err(Trouble::found(words::LEFT));
        }
        Ok(())
    }

    fn has_ended(&self) -> bool {
        #[cfg(unix)]
        return self.signals.have_come();
        #[cfg(not(unix))]
        false
    }
}

fn trouble(error: &io::Error) -> Trouble {
    match error.kind() {
        io::ErrorKind::Unsupported => Trouble::found(words::NO_TERMINAL),
        io::ErrorKind::Interrupted => Trouble::found(words::LEFT),
        _ => Trouble::found(error.to_string()),
    }
}

/// Gives the signals up to whoever watches them next: the full screen does it its own way.
pub(super) fn hand_over() {
    #[cfg(unix)]
    signals::hand_over();
}

/// Signals end the program as ever, but not while the terminal is asked: then they end the asking first.
#[cfg(unix)]
mod signals {
    use std::{
        io,
        sync::{
            Arc, Mutex, MutexGuard, PoisonError,
            atomic::{AtomicBool, Ordering},
        },
    };

    use signal_hook::{
        SigId,
        consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM},
        flag, low_level,
    };

    /// Kept between two questions, because a signal nobody watches any more is not given back to the system.
    static WATCH: Mutex<Option<Watch>> = Mutex::new(None);

    #[derive(Clone)]
    struct Watch {
        /// While nothing is asked a signal does what it does to any program.
        is_idle: Arc<AtomicBool>,
        has_come: Arc<AtomicBool>,
        ids: Vec<SigId>,
    }

    impl Watch {
        fn begin() -> io::Result<Self> {
            let mut watch = Self {
                is_idle: Arc::new(AtomicBool::new(true)),
                has_come: Arc::default(),
                ids: vec![],
            };
            for signal in [SIGHUP, SIGINT, SIGQUIT, SIGTERM] {
                let idle = Arc::clone(&watch.is_idle);
                watch
                    .ids
                    .push(flag::register_conditional_default(signal, idle)?);
                let come = Arc::clone(&watch.has_come);
                watch.ids.push(flag::register(signal, come)?);
            }
            Ok(watch)
        }
    }

    fn watched() -> MutexGuard<'static, Option<Watch>> {
        WATCH.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn hand_over() {
        for id in watched().take().into_iter().flat_map(|watch| watch.ids) {
            low_level::unregister(id);
        }
    }

    /// While this is there, a signal waits to be asked about.
    pub(super) struct Held(Watch);

    impl Held {
        pub(super) fn begin() -> io::Result<Self> {
            let mut watched = watched();
            let watch = match &*watched {
                Some(watch) => watch.clone(),
                None => watched.insert(Watch::begin()?).clone(),
            };
            watch.is_idle.store(false, Ordering::SeqCst);
            Ok(Self(watch))
        }

        pub(super) fn have_come(&self) -> bool {
            self.0.has_come.load(Ordering::SeqCst)
        }
    }

    impl Drop for Held {
        fn drop(&mut self) {
            self.0.is_idle.store(true, Ordering::SeqCst);
        }
    }
}

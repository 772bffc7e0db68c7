//! Asking for a passphrase in the terminal, showing nothing of it.
//!
//! The terminal gives keys one by one meanwhile, and is given back at every ending: an answer, a key that leaves, a
//! signal. Standard output may be a pipe; the question goes to standard error.

use std::{
    io::{self, IsTerminal, Write},
    time::Duration,
};

use crossterm::{
    event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers},
    terminal,
};
use zeroize::Zeroizing;

use super::{Trouble, open::say};
use crate::{
    desk::Passphrase,
    store::{Home, StoreError},
    words::sealing as words,
};

/// The longest passphrase, in bytes. The room for it is made at once, so that no copy of it stays behind.
const LONGEST: usize = 1024;

/// How often somebody may mistype it.
const TRIES: usize = 3;

/// How soon a signal is noticed.
const LOOK: Duration = Duration::from_millis(100);

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
    for _ in 0..TRIES {
        let passphrase = ask(words::PASSPHRASE)?;
        say(crate::words::OPENING);
        match home.vault().unlock(passphrase) {
            Err(error @ StoreError::NotOpened) => say(&error.to_string()),
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
pub(super) fn ask(question: &str) -> Result<Passphrase, Trouble> {
    if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
        return Err(Trouble::found(words::NO_TERMINAL));
    }
    // The question comes second: who answers it at once must not see the answer.
    let asking = Asking::begin()?;
    let _ = write!(io::stderr(), "{question}");
    let answer = asking.answer();
    drop(asking);
    let _ = writeln!(io::stderr());
    answer?.ok_or_else(|| Trouble::found(words::LEFT))
}

/// The terminal while it is asked.
struct Asking {
    #[cfg(unix)]
    signals: signals::Held,
}

impl Asking {
    fn begin() -> io::Result<Self> {
        let asking = Self {
            #[cfg(unix)]
            signals: signals::Held::begin()?,
        };
        terminal::enable_raw_mode()?;
        Ok(asking)
    }

    /// The line, or nothing when somebody leaves.
    fn answer(&self) -> io::Result<Option<Passphrase>> {
        let mut typed = Zeroizing::new(String::with_capacity(LONGEST));
        loop {
            #[cfg(unix)]
            if self.signals.have_come() {
                return Ok(None);
            }
            if !event::poll(LOOK)? {
                continue;
            }
            let Event::Key(key) = event::read()? else {
                continue;
            };
            match meant(key) {
                Meant::Letter(letter) if typed.len() + letter.len_utf8() <= LONGEST => {
                    typed.push(letter);
                }
                Meant::Back => drop(typed.pop()),
                Meant::Clear => typed.clear(),
                Meant::Done => return Ok(Some(Passphrase::new(std::mem::take(&mut typed)))),
                Meant::Leave => return Ok(None),
                Meant::Letter(_) | Meant::Nothing => {}
            }
        }
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        let _ = terminal::disable_raw_mode();
    }
}

/// What a key is for in a line that does not show.
#[derive(Debug, PartialEq, Eq)]
enum Meant {
    Letter(char),
    Back,
    Clear,
    Done,
    Leave,
    Nothing,
}

fn meant(key: KeyEvent) -> Meant {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    match key.code {
        _ if key.kind == KeyEventKind::Release => Meant::Nothing,
        KeyCode::Char('c' | 'd') if control => Meant::Leave,
        KeyCode::Char('u') if control => Meant::Clear,
        KeyCode::Char('h') if control => Meant::Back,
        KeyCode::Char('j' | 'm') if control => Meant::Done,
        // Ctrl and Alt together type letters on some keyboards.
        KeyCode::Char(letter) if !control || key.modifiers.contains(KeyModifiers::ALT) => {
            Meant::Letter(letter)
        }
        KeyCode::Backspace => Meant::Back,
        KeyCode::Enter => Meant::Done,
        KeyCode::Esc => Meant::Leave,
        _ => Meant::Nothing,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> KeyEvent {
        KeyEvent::new(code, modifiers)
    }

    #[test]
    fn letters_are_taken_and_the_usual_keys_do_what_they_do() {
        let none = KeyModifiers::NONE;
        let control = KeyModifiers::CONTROL;
        for (pressed, expected) in [
            (key(KeyCode::Char('ŵ'), none), Meant::Letter('ŵ')),
            (
                key(KeyCode::Char('A'), KeyModifiers::SHIFT),
                Meant::Letter('A'),
            ),
            (
                key(KeyCode::Char('@'), control | KeyModifiers::ALT),
                Meant::Letter('@'),
            ),
            (key(KeyCode::Backspace, none), Meant::Back),
            (key(KeyCode::Char('u'), control), Meant::Clear),
            (key(KeyCode::Enter, none), Meant::Done),
            (key(KeyCode::Char('c'), control), Meant::Leave),
            (key(KeyCode::Esc, none), Meant::Leave),
            (key(KeyCode::Char('x'), control), Meant::Nothing),
            (key(KeyCode::Up, none), Meant::Nothing),
        ] {
            assert_eq!(meant(pressed), expected, "{pressed:?}");
        }
    }
}

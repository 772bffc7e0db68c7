//! Reading a passphrase that does not show.
//!
//! The terminal's own keys are read, not standard input: lines that were piped in are notes, and never a passphrase.

use std::io::{self, IsTerminal, Write};

use crossterm::{
    event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers},
    terminal,
};
use zeroize::Zeroizing;

use crate::{app::unlock::LONGEST_PASSPHRASE, desk::Passphrase};

/// Asks, and reads letters without showing them until Enter.
///
/// # Errors
///
/// [`io::ErrorKind::Unsupported`] where nobody is at a terminal; [`io::ErrorKind::Interrupted`] when it is left with
/// Esc, Ctrl+C or Ctrl+D, or with nothing typed; [`io::ErrorKind::InvalidInput`] when it is longer than any
/// passphrase; else as the terminal says.
pub fn ask_hidden(prompt: &str) -> io::Result<Passphrase> {
    if !io::stdin().is_terminal() {
        return Err(io::ErrorKind::Unsupported.into());
    }
    writeln!(io::stderr(), "{prompt}")?;
    let raw = Raw::enter()?;
    let typed = read(event::read);
    drop(raw);
    typed
}

/// Reads letters from keys, wherever those come from.
fn read(mut next: impl FnMut() -> io::Result<Event>) -> io::Result<Passphrase> {
    let mut letters = Zeroizing::new(room());
    loop {
        let Event::Key(KeyEvent {
            code,
            modifiers,
            kind: KeyEventKind::Press | KeyEventKind::Repeat,
            ..
        }) = next()?
        else {
            continue;
        };
        let control = modifiers.contains(KeyModifiers::CONTROL);
        // AltGr arrives as both, and types.
        let control = control && !modifiers.contains(KeyModifiers::ALT);
        match code {
            KeyCode::Enter if letters.is_empty() => return Err(io::ErrorKind::Interrupted.into()),
            KeyCode::Enter => return Ok(Passphrase::new(std::mem::take(&mut *letters))),
            KeyCode::Esc => return Err(io::ErrorKind::Interrupted.into()),
            KeyCode::Char('c' | 'd') if control => return Err(io::ErrorKind::Interrupted.into()),
            // A line feed is how some terminals send Enter.
            KeyCode::Char('j' | 'm') if control && !letters.is_empty() => {
                return Ok(Passphrase::new(std::mem::take(&mut *letters)));
            }
            KeyCode::Char('u' | 'w') if control => letters = Zeroizing::new(room()),
            KeyCode::Backspace => _ = letters.pop(),
            KeyCode::Char('h') if control => _ = letters.pop(),
            KeyCode::Char(c) if !control => {
                if letters.len() + c.len_utf8() > LONGEST_PASSPHRASE {
                    return Err(io::ErrorKind::InvalidInput.into());
                }
                letters.push(c);
            }
            _ => {}
        }
    }
}

/// Room for the longest passphrase, taken at once so that no letter is left behind by growing.
fn room() -> String {
    String::with_capacity(LONGEST_PASSPHRASE)
}

/// A terminal that shows nothing of what is typed and gives each key at once, until this is dropped.
struct Raw;

impl Raw {
    fn enter() -> io::Result<Self> {
        terminal::enable_raw_mode().map(|()| Self)
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        // A terminal that is gone cannot be given back.
        let _ = terminal::disable_raw_mode();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(code, modifiers))
    }

    /// What comes of these keys; a letter after `^` is one with Control.
    fn typed(keys: &str) -> Result<String, io::ErrorKind> {
        let mut events = vec![];
        let mut control = false;
        for c in keys.chars() {
            match c {
                '^' => control = true,
                '\r' => events.push(key(KeyCode::Enter, KeyModifiers::NONE)),
                '\u{1b}' => events.push(key(KeyCode::Esc, KeyModifiers::NONE)),
                '\u{7f}' => events.push(key(KeyCode::Backspace, KeyModifiers::NONE)),
                c if std::mem::take(&mut control) => {
                    events.push(key(KeyCode::Char(c), KeyModifiers::CONTROL));
                }
                c => events.push(key(KeyCode::Char(c), KeyModifiers::NONE)),
            }
        }
        let mut events = events.into_iter();
        let next = || {
            events
                .next()
                .ok_or_else(|| io::Error::other("no more keys"))
        };
        read(next)
            .map(|passphrase| passphrase.expose().to_owned())
            .map_err(|error| error.kind())
    }

    #[test]
    fn letters_until_enter_are_the_passphrase() {
        assert_eq!(typed("tŷ gwyn\r").as_deref(), Ok("tŷ gwyn"));
        assert_eq!(typed("wrong^uright\r").as_deref(), Ok("right"));
        assert_eq!(typed("rigth\u{7f}\u{7f}ht\r").as_deref(), Ok("right"));
        assert_eq!(typed("right^j").as_deref(), Ok("right"));
    }

    #[test]
    fn it_can_be_left() {
        for keys in ["ri\u{1b}", "ri^c", "ri^d", "\r"] {
            assert_eq!(typed(keys), Err(io::ErrorKind::Interrupted), "{keys:?}");
        }
    }

    #[test]
    fn none_is_longer_than_the_longest() {
        let longest = "a".repeat(LONGEST_PASSPHRASE);
        assert_eq!(typed(&format!("{longest}\r")), Ok(longest.clone()));
        assert_eq!(
            typed(&format!("{longest}a\r")),
            Err(io::ErrorKind::InvalidInput)
        );
    }
}

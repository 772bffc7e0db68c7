//! Asking for a passphrase in the terminal, showing nothing of it.
//!
//! The terminal's own keys are read, not standard input: lines that were piped in are notes, and never a passphrase.
//! Standard output may be a pipe; the question goes to standard error.

use std::{
    io::{self, IsTerminal, Write},
    time::Duration,
};

use crossterm::{
    event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers},
    terminal,
};
use zeroize::Zeroizing;

use crate::{app::unlock::LONGEST_PASSPHRASE, desk::Passphrase};

/// How soon an ending is noticed.
const LOOK: Duration = Duration::from_millis(100);

/// A terminal that shows nothing of what is typed and gives each key at once, until this is dropped.
///
/// One is kept over a whole exchange: between two questions somebody may be typing the next answer already.
pub struct HiddenTerminal(());

impl HiddenTerminal {
    /// Hides what is typed from now on.
    ///
    /// # Errors
    ///
    /// [`io::ErrorKind::Unsupported`] where nobody is at a terminal; else as the terminal says.
    pub fn begin() -> io::Result<Self> {
        if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
            return Err(io::ErrorKind::Unsupported.into());
        }
        terminal::enable_raw_mode().map(|()| Self(()))
    }

    /// Asks for one line that nobody else may see. `has_ended` says when nobody should wait for it any more.
    ///
    /// # Errors
    ///
    /// [`io::ErrorKind::Interrupted`] when it is left with Esc, Ctrl+C or Ctrl+D, or has ended; else as the terminal
    /// says.
    pub fn ask(&self, question: &str, has_ended: impl Fn() -> bool) -> io::Result<Passphrase> {
        let _ = write!(io::stderr(), "{question}");
        let typed = read(|| next(&has_ended));
        self.say("");
        typed
    }

    /// Says lines. A terminal that hides what is typed does not go back to the left by itself.
    pub fn say(&self, lines: &str) {
        for line in lines.split('\n') {
            let _ = write!(io::stderr(), "{line}\r\n");
        }
    }
}

impl Drop for HiddenTerminal {
    fn drop(&mut self) {
        // A terminal that is gone cannot be given back.
        let _ = terminal::disable_raw_mode();
    }
}

/// The next key, or nothing once it has ended.
fn next(has_ended: impl Fn() -> bool) -> io::Result<KeyEvent> {
    loop {
        if has_ended() {
            return Err(io::ErrorKind::Interrupted.into());
        }
        if event::poll(LOOK)?
            && let Event::Key(key) = event::read()?
        {
            return Ok(key);
        }
    }
}

/// Reads letters from keys until one says it is done. The room for them is taken at once, so that no letter is left
/// behind by growing; what there is no room for is not taken.
fn read(mut next: impl FnMut() -> io::Result<KeyEvent>) -> io::Result<Passphrase> {
    let mut typed = Zeroizing::new(String::with_capacity(LONGEST_PASSPHRASE));
    loop {
        match meant(next()?) {
            Meant::Letter(letter) if typed.len() + letter.len_utf8() <= LONGEST_PASSPHRASE => {
                typed.push(letter);
            }
            Meant::Back => drop(typed.pop()),
            Meant::Clear => typed.clear(),
            Meant::Done => return Ok(Passphrase::new(std::mem::take(&mut *typed))),
            Meant::Leave => return Err(io::ErrorKind::Interrupted.into()),
            Meant::Letter(_) | Meant::Nothing => {}
        }
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
            (key(KeyCode::Char('j'), control), Meant::Done),
            (key(KeyCode::Char('c'), control), Meant::Leave),
            (key(KeyCode::Esc, none), Meant::Leave),
            (key(KeyCode::Char('x'), control), Meant::Nothing),
            (key(KeyCode::Up, none), Meant::Nothing),
        ] {
            assert_eq!(meant(pressed), expected, "{pressed:?}");
        }
    }

    /// What comes of these keys; `<` takes a letter back, `|` clears, and a line break is Enter.
    fn typed(keys: &str) -> Result<String, io::ErrorKind> {
        let mut events = keys.chars().map(|letter| match letter {
            '\n' => key(KeyCode::Enter, KeyModifiers::NONE),
            '\u{1b}' => key(KeyCode::Esc, KeyModifiers::NONE),
            '<' => key(KeyCode::Backspace, KeyModifiers::NONE),
            '|' => key(KeyCode::Char('u'), KeyModifiers::CONTROL),
            letter => key(KeyCode::Char(letter), KeyModifiers::NONE),
        });
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
        assert_eq!(typed("tŷ gwyn\n").as_deref(), Ok("tŷ gwyn"));
        assert_eq!(typed("wrong|rigth<<ht\n").as_deref(), Ok("right"));
        assert_eq!(typed("ri\u{1b}"), Err(io::ErrorKind::Interrupted));
    }

    #[test]
    fn none_is_longer_than_the_longest() {
        let longest = "a".repeat(LONGEST_PASSPHRASE);
        assert_eq!(typed(&format!("{longest}bc\n")), Ok(longest));
    }
}

//! The terminal, taken over and given back.
//!
//! Whatever happens, the terminal is left as it was found: at the end, in a panic of any thread, on a signal, and while
//! the program is stopped.
//! Nothing is ever asked of it, because a terminal that does not answer would hold up the start.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::crossterm::terminal;

/// Whether the terminal is ours. Read and changed under the lock of standard output, so that no frame can follow the
/// bytes that give it back.
static OURS: AtomicBool = AtomicBool::new(false);

/// Title kept; alternate screen; no wrapping at the edge (a letter wider than we think must not run into the next row);
/// bracketed paste; focus; a steady block cursor, shown.
const TAKE: &[u8] =
    b"\x1b[22;2t\x1b[?1049h\x1b[?7l\x1b[?2004h\x1b[?1004h\x1b[2 q\x1b[?25h\x1b]2;Alongside\x1b\\";

/// Asks that Esc be sent as itself and not as the start of something. Terminals that do not know it ignore it. It has to
/// follow the alternate screen, because each screen has its own.
const TELL_ESC_APART: &[u8] = b"\x1b[>1u";

const KEYS_AS_BEFORE: &[u8] = b"\x1b[<1u";

/// The undoing of [`TAKE`], and of anything that could have been switched on since.
const GIVE_BACK: &[u8] =
    b"\x1b[?1006l\x1b[?1000l\x1b[?1004l\x1b[?2004l\x1b[0m\x1b[0 q\x1b[?25h\x1b[?7h\
    \x1b[?2026l\x1b[?1049l\x1b[23;2t";

const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";

/// The terminal while it is ours. Dropping it gives it back.
#[derive(Debug)]
pub struct Terminal {
    /// Only [`Terminal::enter`] makes one.
    _taken: (),
}

impl Terminal {
    /// Takes the terminal over.
    ///
    /// # Errors
    ///
    /// If there is no terminal, or it understands no escape codes. It is as it was then.
    pub fn enter() -> io::Result<Self> {
        understands_codes()?;
        // From here on, dropping this undoes what was done.
        let terminal = Self { _taken: () };
        take()?;
        Ok(terminal)
    }

    /// Sends a frame's bytes, in one write. Sends nothing once the terminal has been given back.
    ///
    /// # Errors
    ///
    /// If the terminal cannot be written to.
    pub fn show(&mut self, bytes: &[u8]) -> io::Result<()> {
        send(bytes)
    }

    /// Columns and rows.
    ///
    /// # Errors
    ///
    /// If the terminal does not say.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        terminal::size()
    }

    /// Names the window. The words must hold nobody's name: titles are seen by people passing and kept by other programs.
    ///
    /// # Errors
    ///
    /// As [`Terminal::show`].
    pub fn title(&mut self, text: &str) -> io::Result<()> {
        self.show(&title_bytes(text))
    }

    /// Takes the mouse, or leaves it to the terminal for selecting text.
    ///
    /// # Errors
    ///
    /// As [`Terminal::show`].
    pub fn mouse(&mut self, wanted: bool) -> io::Result<()> {
        self.show(if wanted { MOUSE_ON } else { MOUSE_OFF })
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        leave();
    }
}

/// Takes the terminal, for the first time or again.
///
/// # Errors
///
/// If there is none, or it cannot be written to.
pub(super) fn take() -> io::Result<()> {
    terminal::enable_raw_mode()?;
    OURS.store(true, Ordering::SeqCst);
    send(TAKE)?;
    if cfg!(unix) {
        send(TELL_ESC_APART)?;
    }
    Ok(())
}

/// Gives the terminal back, if it is ours; gives whether it was. May be called from anywhere and more than once.
pub fn leave() -> bool {
    if !OURS.swap(false, Ordering::SeqCst) {
        // A passphrase may be being asked for, line by line, with nothing showing.
        let _ = terminal::disable_raw_mode();
        return false;
    }
    // A frame being sent is finished first; no other follows it.
    let mut out = io::stdout().lock();
    // A terminal that is gone cannot be left any tidier.
    if cfg!(unix) {
        let _ = out.write_all(KEYS_AS_BEFORE);
    }
    let _ = out.write_all(GIVE_BACK);
    let _ = out.flush();
    let _ = terminal::disable_raw_mode();
    true
}

fn send(bytes: &[u8]) -> io::Result<()> {
    if bytes.is_empty() {
        return Ok(());
    }
    let mut out = io::stdout().lock();
    if !OURS.load(Ordering::SeqCst) {
        return Ok(());
    }
    out.write_all(bytes)?;
    out.flush()
}

fn title_bytes(text: &str) -> Vec<u8> {
    let clean: String = text.chars().filter(|c| !c.is_control()).collect();
    // Ended by ST: BEL, the other way, makes a sound where titles are not understood.
    format!("\x1b]2;{clean}\x1b\\").into_bytes()
}

#[cfg(not(windows))]
fn understands_codes() -> io::Result<()> {
    Ok(())
}

/// Asking switches the console's escape codes on.
#[cfg(windows)]
fn understands_codes() -> io::Result<()> {
    if ratatui::crossterm::ansi_support::supports_ansi() {
        return Ok(());
    }
    let words = "this console understands no escape codes";
    Err(io::Error::new(io::ErrorKind::Unsupported, words))
}

#[cfg(test)]
mod tests;

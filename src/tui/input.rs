//! From what a terminal sends to what a person did.
//!
//! Every disagreement between terminals about keys ends here: key releases, Shift reported or not, Alt that is really
//! Esc and a quick next key, AltGr that looks like Ctrl+Alt, keys with two names. See [`translate`].

use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use crate::app::key::Key;

/// What a person did, or what happened to the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Key),
    /// Pasted text, exactly as it came but for line ends, which are `\n`.
    Paste(String),
    /// The screen has this many columns and rows now.
    Resize(u16, u16),
    /// The window has the keyboard, or lost it.
    Focus(bool),
    /// The mouse, where it was asked for.
    Mouse(Mouse),
}

/// What was done with the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// The first button went down at this column and row.
    Click(u16, u16),
    /// The wheel was turned up, over this column and row.
    WheelUp(u16, u16),
    /// The wheel was turned down, over this column and row.
    WheelDown(u16, u16),
}

/// How a platform reports Alt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Alt {
    /// As an Esc before the key: nobody can tell it from Esc and a quick next key, so that is what it is.
    IsEsc,
    /// As itself: such keys belong to the window's menus.
    IsReal,
}

const ALT: Alt = if cfg!(windows) {
    Alt::IsReal
} else {
    Alt::IsEsc
};

/// What an event means: nothing, one thing, or two (Esc and a quick next key).
pub fn translate(event: Event) -> impl Iterator<Item = Input> {
    translate_with(ALT, event).into_iter().flatten()
}

fn translate_with(alt: Alt, event: Event) -> [Option<Input>; 2] {
    let one = match event {
        Event::Key(event) => return keys(alt, event).map(|key| key.map(Input::Key)),
        Event::Paste(text) => Input::Paste(with_plain_line_ends(text)),
        Event::Resize(columns, rows) => Input::Resize(columns, rows),
        Event::FocusGained => Input::Focus(true),
        Event::FocusLost => Input::Focus(false),
        Event::Mouse(event) => return [mouse(event).map(Input::Mouse), None],
    };
    [Some(one), None]
}

fn keys(alt: Alt, event: KeyEvent) -> [Option<Key>; 2] {
    const NOTHING: [Option<Key>; 2] = [None, None];
    const NOT_OURS: KeyModifiers = KeyModifiers::SUPER
        .union(KeyModifiers::HYPER)
        .union(KeyModifiers::META);
    // Windows reports releases too; reading them as presses doubles every letter.
    if event.kind == KeyEventKind::Release || event.modifiers.intersects(NOT_OURS) {
        return NOTHING;
    }
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    if !event.modifiers.contains(KeyModifiers::ALT) {
        return [key(event.code, event.modifiers), None];
    }
    match (event.code, alt) {
        // AltGr: on many keyboards the only way to type this character.
        (KeyCode::Char(c), _) if control => [typed(c), None],
        (KeyCode::Backspace, _) => [Some(Key::CtrlBackspace), None],
        (_, Alt::IsReal) => NOTHING,
        (code, Alt::IsEsc) => {
            let rest = event.modifiers.difference(KeyModifiers::ALT);
            [Some(Key::Esc), key(code, rest)]
        }
    }
}

/// The key of a press without Alt.
fn key(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
    let control = modifiers.contains(KeyModifiers::CONTROL);
    let shift = modifiers.contains(KeyModifiers::SHIFT);
    Some(match code {
        // Terminals differ on whether ">" comes with Shift; the character says all there is to say.
        KeyCode::Char(c) if control => return Key::ctrl(c),
        KeyCode::Char(c) => return typed(c),
        KeyCode::F(number @ 1..=12) => Key::F(number),
        KeyCode::Enter if control || shift => Key::NewLine,
        KeyCode::Enter => Key::Enter,
        KeyCode::Tab if control => return None,
        KeyCode::Tab if shift => Key::BackTab,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Esc => Key::Esc,
        KeyCode::Backspace if control => Key::CtrlBackspace,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Up if shift => Key::ShiftUp,
        KeyCode::Down if shift => Key::ShiftDown,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left if control => Key::CtrlLeft,
        KeyCode::Right if control => Key::CtrlRight,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        _ => return None,
    })
}

fn typed(c: char) -> Option<Key> {
    match c {
        // The byte some terminals send for Backspace.
        '\u{8}' | '\u{7f}' => Some(Key::Backspace),
        c if c.is_control() => None,
        c => Some(Key::Char(c)),
    }
}

fn mouse(event: MouseEvent) -> Option<Mouse> {
    let (x, y) = (event.column, event.row);
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Mouse::Click(x, y)),
        MouseEventKind::ScrollUp => Some(Mouse::WheelUp(x, y)),
        MouseEventKind::ScrollDown => Some(Mouse::WheelDown(x, y)),
        _ => None,
    }
}

/// Terminals send a pasted line end as a carriage return, Windows ones as both.
fn with_plain_line_ends(text: String) -> String {
    if !text.contains('\r') {
        return text;
    }
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NONE: KeyModifiers = KeyModifiers::NONE;
    const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
    const CTRL: KeyModifiers = KeyModifiers::CONTROL;
    const ALT: KeyModifiers = KeyModifiers::ALT;
    const ALTGR: KeyModifiers = KeyModifiers::CONTROL.union(KeyModifiers::ALT);

    fn pressed(alt: Alt, code: KeyCode, modifiers: KeyModifiers) -> Vec<Key> {
        let found = keys(alt, KeyEvent::new(code, modifiers));
        found.into_iter().flatten().collect()
    }

    #[test]
    fn one_press_is_one_key() {
        use KeyCode::*;
        let table = [
            (Char('a'), NONE, Key::Char('a')),
            (Char('A'), SHIFT, Key::Char('A')),
            (Char('>'), SHIFT, Key::Char('>')),
            (Char('>'), NONE, Key::Char('>')),
            (Char('ŵ'), NONE, Key::Char('ŵ')),
            (Char('o'), CTRL, Key::Ctrl('o')),
            (Char('O'), CTRL | SHIFT, Key::Ctrl('o')),
            (Char('h'), CTRL, Key::Backspace),
            (Char('\u{8}'), NONE, Key::Backspace),
            (Char('i'), CTRL, Key::Tab),
            (Char('m'), CTRL, Key::Enter),
            (Char('['), CTRL, Key::Esc),
            (Char('j'), CTRL, Key::NewLine),
            (Enter, NONE, Key::Enter),
            (Enter, SHIFT, Key::NewLine),
            (Enter, CTRL, Key::NewLine),
            (Tab, NONE, Key::Tab),
            (Tab, SHIFT, Key::BackTab),
            (BackTab, SHIFT, Key::BackTab),
            (Backspace, NONE, Key::Backspace),
            (Backspace, CTRL, Key::CtrlBackspace),
            (Backspace, ALT, Key::CtrlBackspace),
            (Left, CTRL, Key::CtrlLeft),
            (Right, CTRL, Key::CtrlRight),
            (Up, SHIFT, Key::ShiftUp),
            (Down, SHIFT, Key::ShiftDown),
            (F(10), NONE, Key::F(10)),
            (PageUp, NONE, Key::PageUp),
            (Delete, NONE, Key::Delete),
        ];
        for alt in [Alt::IsEsc, Alt::IsReal] {
            for (code, modifiers, key) in table {
                assert_eq!(pressed(alt, code, modifiers), [key], "{code} {modifiers}");
            }
        }
    }

    #[test]
    fn esc_and_a_quick_next_key_are_both_kept() {
        let table = [
            (KeyCode::Char('h'), ALT, Key::Char('h')),
            (KeyCode::Char('H'), ALT | SHIFT, Key::Char('H')),
            (KeyCode::Enter, ALT, Key::Enter),
            (KeyCode::Tab, ALT, Key::Tab),
            (KeyCode::Left, ALT, Key::Left),
        ];
        for (code, modifiers, key) in table {
            assert_eq!(pressed(Alt::IsEsc, code, modifiers), [Key::Esc, key]);
            assert_eq!(pressed(Alt::IsReal, code, modifiers), []);
        }
    }

    #[test]
    fn altgr_types_its_character() {
        for alt in [Alt::IsEsc, Alt::IsReal] {
            assert_eq!(pressed(alt, KeyCode::Char('ŵ'), ALTGR), [Key::Char('ŵ')]);
            let shifted = ALTGR | SHIFT;
            assert_eq!(pressed(alt, KeyCode::Char('Ŵ'), shifted), [Key::Char('Ŵ')]);
            assert_eq!(pressed(alt, KeyCode::Char('@'), ALTGR), [Key::Char('@')]);
        }
    }

    #[test]
    fn releases_and_other_peoples_keys_do_nothing() {
        let mut release = KeyEvent::new(KeyCode::Char('a'), NONE);
        release.kind = KeyEventKind::Release;
        assert_eq!(keys(Alt::IsEsc, release), [None, None]);
        let table = [
            (KeyCode::Char('c'), KeyModifiers::SUPER),
            (KeyCode::Char(' '), CTRL),
            (KeyCode::Char('1'), CTRL),
            (KeyCode::Tab, CTRL),
            (KeyCode::F(13), NONE),
            (KeyCode::CapsLock, NONE),
            (KeyCode::Char('\u{9b}'), NONE),
        ];
        for (code, modifiers) in table {
            assert_eq!(pressed(Alt::IsEsc, code, modifiers), [], "{code}");
        }
    }

    #[test]
    fn a_held_key_repeats() {
        let mut held = KeyEvent::new(KeyCode::Backspace, NONE);
        held.kind = KeyEventKind::Repeat;
        assert_eq!(keys(Alt::IsEsc, held), [Some(Key::Backspace), None]);
    }

    #[test]
    fn pastes_keep_their_lines() {
        let pasted = |text: &str| translate(Event::Paste(text.to_owned())).collect::<Vec<_>>();
        assert_eq!(
            pasted("a\r\nb\rc\n"),
            [Input::Paste("a\nb\nc\n".to_owned())]
        );
        assert_eq!(pasted("ŵ\t!"), [Input::Paste("ŵ\t!".to_owned())]);
    }

    proptest! {
        #[test]
        fn no_key_carries_a_control_character(c in any::<char>(), bits in 0u8..16) {
            let modifiers = KeyModifiers::from_bits_truncate(bits);
            for key in pressed(Alt::IsEsc, KeyCode::Char(c), modifiers) {
                if let Key::Char(c) = key {
                    prop_assert!(!c.is_control());
                }
            }
        }

        #[test]
        fn letters_always_type(c in any::<char>().prop_filter("prints", |c| !c.is_control())) {
            for modifiers in [NONE, SHIFT, ALTGR] {
                prop_assert_eq!(pressed(Alt::IsReal, KeyCode::Char(c), modifiers), [Key::Char(c)]);
            }
        }
    }
}

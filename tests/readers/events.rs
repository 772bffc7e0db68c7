//! What a terminal sends, from the event to the frame drawn for it: every key with every modifier, pastes of any bytes,
//! any size. What was kept is what is on the screen.
//!
//! An input is text: a character is that key, and what stands in angle brackets is another event. `<c-s-Enter>` is Enter
//! with Ctrl and Shift, `<r-x>` an x let go, `<paste:...>` a paste, `<size:9x2>` another size.

use alongside::tui::input::translate;
use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyEventState, KeyModifiers, MediaKeyCode,
    ModifierKeyCode, MouseButton, MouseEvent, MouseEventKind,
};

use super::{stage::Stage, trial::Trial};

const WORDS: [&str; 76] = [
    "<Enter>",
    "<Esc>",
    "<Tab>",
    "<BackTab>",
    "<s-Tab>",
    "<Up>",
    "<Down>",
    "<Left>",
    "<Right>",
    "<PageUp>",
    "<PageDown>",
    "<Home>",
    "<End>",
    "<Backspace>",
    "<Delete>",
    "<Insert>",
    "<s-Up>",
    "<s-Down>",
    "<c-Left>",
    "<c-Right>",
    "<c-Backspace>",
    "<a-Backspace>",
    "<s-Enter>",
    "<c-Enter>",
    "<a-Enter>",
    "<a-x>",
    "<c-a-ŵ>",
    "<m-x>",
    "<h-x>",
    "<super-x>",
    "<r-x>",
    "<p-Backspace>",
    "<c-a>",
    "<c-d>",
    "<c-e>",
    "<c-f>",
    "<c-g>",
    "<c-k>",
    "<c-o>",
    "<c-p>",
    "<c-q>",
    "<c-r>",
    "<c-s>",
    "<c-t>",
    "<c-u>",
    "<c-w>",
    "<c-x>",
    "<c-y>",
    "<c-z>",
    "<F1>",
    "<F2>",
    "<F4>",
    "<F6>",
    "<F9>",
    "<F10>",
    "<F255>",
    "<focus:0>",
    "<focus:1>",
    "<size:1x1>",
    "<size:0x0>",
    "<size:9x2>",
    "<size:300x100>",
    "<size:40x12>",
    "<paste:one\n\ntwo\u{1b}[31m\u{202e}\0>",
    "<mouse:3>",
    "<k:7>",
    "/crisis<Enter>",
    "/who Joan M<Enter>",
    "/everything<Enter>",
    "> Sam rings tomorrow<Enter>",
    "Carol: she said<Enter>",
    "£22 taxi<Enter>",
    "& apart<Enter>",
    "#money ",
    "/date fri<Enter>",
    "/width 20<Enter>",
];

#[test]
fn events() {
    Trial {
        name: "events",
        share: 2,
        also: &[],
        words: &WORDS,
        law,
    }
    .run();
}

/// The most events of one input: each is drawn.
const MOST: usize = 60;

fn law(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let mut stage = Stage::new();
    stage.draw();
    for event in Events(&text).take(MOST) {
        for input in translate(event) {
            stage.input(input);
        }
        stage.draw();
        if stage.has_left {
            break;
        }
    }
    what_was_kept_is_what_is_there(&stage);
}

fn what_was_kept_is_what_is_there(stage: &Stage) {
    let Some(talk) = stage.app.desk.talk() else {
        return;
    };
    let events = stage.journals.get(&talk.id).map(Vec::as_slice);
    let replayed = stage.app.desk.replay(&talk.id, events.unwrap_or_default());
    assert_eq!(
        replayed.as_ref(),
        Some(talk),
        "the journal tells another story"
    );
}

/// The events of a text.
struct Events<'a>(&'a str);

impl Iterator for Events<'_> {
    type Item = Event;

    fn next(&mut self) -> Option<Event> {
        let named = self.0.strip_prefix('<').and_then(|after| {
            let (name, after) = after.split_once('>')?;
            Some((event(name)?, after))
        });
        if let Some((event, after)) = named {
            self.0 = after;
            return Some(event);
        }
        let letter = self.0.chars().next()?;
        self.0 = &self.0[letter.len_utf8()..];
        Some(pressed(KeyCode::Char(letter)))
    }
}

fn pressed(code: KeyCode) -> Event {
    Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

fn event(name: &str) -> Option<Event> {
    match name.split_once(':') {
        Some(("paste", text)) => Some(Event::Paste(text.to_owned())),
        Some(("focus", "0")) => Some(Event::FocusLost),
        Some(("focus", _)) => Some(Event::FocusGained),
        Some(("size", size)) => {
            let (columns, rows) = size.split_once('x')?;
            Some(Event::Resize(up_to(columns, 300)?, up_to(rows, 100)?))
        }
        Some(("mouse", kind)) => Some(Event::Mouse(mouse(kind.parse().ok()?))),
        Some(("k", number)) => Some(pressed(odd_key(number.parse().ok()?))),
        _ => key(name),
    }
}

/// Larger than this only makes drawing slow.
fn up_to(text: &str, most: u16) -> Option<u16> {
    text.parse().ok().map(|number: u16| number % (most + 1))
}

/// Modifiers with a dash each, and a key.
fn key(name: &str) -> Option<Event> {
    let (mut modifiers, mut kind) = (KeyModifiers::NONE, KeyEventKind::Press);
    let mut rest = name;
    while let Some((first, after)) = rest.split_once('-') {
        match first {
            "c" => modifiers |= KeyModifiers::CONTROL,
            "a" => modifiers |= KeyModifiers::ALT,
            "s" => modifiers |= KeyModifiers::SHIFT,
            "m" => modifiers |= KeyModifiers::META,
            "h" => modifiers |= KeyModifiers::HYPER,
            "super" => modifiers |= KeyModifiers::SUPER,
            "r" => kind = KeyEventKind::Release,
            "p" => kind = KeyEventKind::Repeat,
            _ => return None,
        }
        rest = after;
    }
    let code = NAMED.iter().find(|(known, _)| *known == rest);
    let code = code
        .map(|(_, code)| *code)
        .or_else(|| match rest.strip_prefix('F') {
            Some(number) if !number.is_empty() => number.parse().ok().map(KeyCode::F),
            _ => {
                let mut letters = rest.chars();
                let letter = letters.next()?;
                letters.next().is_none().then_some(KeyCode::Char(letter))
            }
        })?;
    let state = KeyEventState::NONE;
    let event = KeyEvent::new_with_kind_and_state(code, modifiers, kind, state);
    Some(Event::Key(event))
}

const NAMED: [(&str, KeyCode); 16] = [
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("BackTab", KeyCode::BackTab),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("PageUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("Null", KeyCode::Null),
];

/// Keys that are on few keyboards.
fn odd_key(number: usize) -> KeyCode {
    const ODD: [KeyCode; 12] = [
        KeyCode::Null,
        KeyCode::CapsLock,
        KeyCode::ScrollLock,
        KeyCode::NumLock,
        KeyCode::PrintScreen,
        KeyCode::Pause,
        KeyCode::Menu,
        KeyCode::KeypadBegin,
        KeyCode::Media(MediaKeyCode::PlayPause),
        KeyCode::Modifier(ModifierKeyCode::LeftSuper),
        KeyCode::Char('\0'),
        KeyCode::F(0),
    ];
    ODD[number % ODD.len()]
}

fn mouse(number: u16) -> MouseEvent {
    let kinds = [
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::ScrollUp,
        MouseEventKind::ScrollDown,
        MouseEventKind::Moved,
        MouseEventKind::Drag(MouseButton::Right),
    ];
    MouseEvent {
        kind: kinds[usize::from(number) % kinds.len()],
        column: number,
        row: number.wrapping_mul(7),
        modifiers: KeyModifiers::NONE,
    }
}

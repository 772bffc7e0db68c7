//! Laws of the keyboard, held over any keys: words are conserved, Esc costs nothing, undo goes all the way back, the
//! cursor can always be seen.

use alongside::{
    app::{Key, Msg, Pick, Screen, lists},
    conversation::{Conversation, Line, Note},
    desk::Command,
    tui::view::View,
};
use proptest::prelude::*;

use super::{desk::Pretend, words::word};

/// Something a person does.
#[derive(Debug, Clone)]
enum Act {
    Press(Key),
    /// A word of its own, with a space after it.
    Word,
    Typed(&'static str),
    Paste(&'static str),
    Resize(u16, u16),
}

/// Lines that are more than words.
const TYPED: [&str; 16] = [
    "/mark own",
    "/crisis",
    "/listen",
    "/up",
    "/down",
    "/join",
    "/apart",
    "/out",
    "/short",
    "/who Joan M",
    "/date fri",
    "/owner Sam",
    "> Sam rings tomorrow",
    "#money",
    "!",
    "/ghost",
];

const PASTES: [&str; 3] = ["one two", "one\n\ntwo\n\nthree", "! \u{1b}[31mred\n\n\n"];

fn key() -> impl Strategy<Value = Key> {
    prop_oneof![
        6 => prop::sample::select(vec![
            Key::Enter, Key::NewLine, Key::Tab, Key::BackTab, Key::Esc, Key::Backspace, Key::Delete, Key::Up,
            Key::Down, Key::Left, Key::Right, Key::Home, Key::End, Key::PageUp, Key::PageDown, Key::CtrlLeft,
            Key::CtrlRight, Key::CtrlBackspace, Key::ShiftUp, Key::ShiftDown,
        ]),
        3 => proptest::char::range('a', 'z').prop_filter_map("a key of its own", Key::ctrl),
        2 => (1..=12u8).prop_map(Key::F),
        2 => prop::sample::select(" 123/\"!>#?&".chars().collect::<Vec<_>>()).prop_map(Key::Char),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => key().prop_map(Act::Press),
        3 => Just(Act::Word),
        1 => prop::sample::select(TYPED.as_slice()).prop_map(Act::Typed),
        1 => prop::sample::select(PASTES.as_slice()).prop_map(Act::Paste),
        1 => (1..=300u16, 1..=100u16).prop_map(|(columns, rows)| Act::Resize(columns, rows)),
        1 => (1..=50u16, 1..=16u16).prop_map(|(columns, rows)| Act::Resize(columns, rows)),
    ]
}

/// Does an act. Gives the word it typed, if it typed one.
fn act_out(pretend: &mut Pretend, act: &Act, number: usize) -> Option<String> {
    match act {
        Act::Press(key) => pretend.press(*key),
        Act::Word => {
            let word = word(number);
            pretend.write(&word);
            pretend.press(Key::Char(' '));
            return Some(word);
        }
        // A typed name needs an empty line.
        Act::Typed(line) if pretend.app.line_is_empty() => {
            pretend.write(line);
            pretend.press(Key::Enter);
        }
        Act::Typed(_) => {}
        Act::Paste(text) => pretend.take(Msg::Paste((*text).to_owned())),
        Act::Resize(columns, rows) => pretend.take(Msg::Resize(*columns, *rows)),
    }
    None
}

/// Whether what is typed now must be written down: only letters that narrow a list with no conversation open are not.
fn is_for_keeps(pretend: &Pretend) -> bool {
    let narrows = pretend
        .app
        .sheet
        .as_ref()
        .is_some_and(|sheet| sheet.narrows());
    !narrows || pretend.app.desk.talk().is_some()
}

/// Whether the row chosen in an open list of commands is the one that leaves.
fn is_leave_chosen(pretend: &Pretend) -> bool {
    let app = &pretend.app;
    let rows = match (&app.sheet, app.slash_row) {
        (Some(sheet), _) => sheet.rows(app),
        (None, Some(_)) => lists::commands(app, app.slash_filter()),
        (None, None) => return false,
    };
    let at = match &app.sheet {
        Some(sheet) => sheet.choice(&rows),
        None => app.slash_row,
    };
    let chosen = at
        .and_then(|at| rows.get(at))
        .and_then(|row| row.pick.as_ref());
    matches!(chosen, Some(Pick::Do(Command::Leave)))
}

/// The words of a conversation: its notes and its line.
fn words_of(pretend: &Pretend) -> Option<(Vec<Note>, Line)> {
    let talk = pretend.app.desk.talk()?;
    Some((talk.notes.clone(), talk.line.clone()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    /// E1, and E3 for any keys: a word typed is in the line, a note or the journal; and only Ctrl+Q on Home ends the
    /// program, or the same chosen in the list of commands.
    #[test]
    fn every_word_typed_is_written_down(acts in prop::collection::vec(act(), 1..60)) {
        let mut pretend = Pretend::new();
        let mut typed = vec![];
        for (number, act) in acts.iter().enumerate() {
            let was_home = pretend.app.screen == Screen::Home;
            let would_leave = is_leave_chosen(&pretend);
            let is_note = is_for_keeps(&pretend);
            typed.extend(act_out(&mut pretend, act, number).filter(|_| is_note));
            if pretend.has_left {
                let left = would_leave || matches!(act, Act::Press(Key::Ctrl('q')));
                prop_assert!(was_home && left, "{act:?} ended the program");
                break;
            }
        }
        let written = pretend.everything_written();
        for word in typed {
            prop_assert!(written.contains(&word), "{word} was typed and is nowhere");
        }
    }

    /// E2: Esc changes no words and never leaves the program.
    #[test]
    fn esc_fifty_times_costs_nothing(acts in prop::collection::vec(act(), 1..30)) {
        let mut pretend = Pretend::new();
        for (number, act) in acts.iter().enumerate() {
            act_out(&mut pretend, act, number);
        }
        prop_assume!(!pretend.has_left);
        // A note being changed goes back to its place: the same words, there and not here.
        let is_changing = words_of(&pretend).is_some_and(|(_, line)| line.writing.editing.is_some());
        let before = words_of(&pretend);
        for _ in 0..50 {
            pretend.press(Key::Esc);
        }
        prop_assert!(!pretend.has_left);
        prop_assert!(pretend.app.sheet.is_none());
        if !is_changing {
            prop_assert_eq!(words_of(&pretend), before);
        }
    }

    /// E4: whatever was done in a conversation, undo goes back to its beginning, and redo to where it was.
    #[test]
    fn undo_goes_all_the_way_back(acts in prop::collection::vec(act(), 20)) {
        let mut pretend = Pretend::listening();
        let first = pretend.talk().clone();
        for (number, act) in acts.iter().enumerate() {
            let leaves = [Key::Ctrl('q'), Key::Ctrl('s'), Key::F(10), Key::Ctrl('p')];
            if !matches!(act, Act::Press(key) if leaves.contains(key)) {
                act_out(&mut pretend, act, number);
            }
        }
        for _ in 0..3 {
            pretend.press(Key::Esc);
        }
        prop_assume!(pretend.talk().id == first.id);
        let last = pretend.talk().clone();
        let mut undone = 0;
        while pretend.talk().last_done().is_some() {
            pretend.press(Key::Ctrl('z'));
            undone += 1;
            prop_assert!(undone < 500, "undo has no end");
        }
        same(pretend.talk(), &first)?;
        for _ in 0..undone {
            pretend.press(Key::Ctrl('y'));
        }
        same(pretend.talk(), &last)?;
    }

    /// What is kept from one frame to the next never shows anything old.
    #[test]
    fn a_frame_after_others_is_the_frame_drawn_alone(acts in prop::collection::vec(act(), 1..60)) {
        let mut pretend = Pretend::new();
        let mut view = View::default();
        for (number, act) in acts.iter().enumerate() {
            act_out(&mut pretend, act, number);
            let after_others = view.frame(&pretend.app, pretend.glyphs());
            prop_assert_eq!(after_others, pretend.frame(), "after {:?}", act);
        }
    }

    /// E5: at any size the cursor is on the screen, and no row is cut by the edge unless nothing else could be done.
    #[test]
    fn the_cursor_is_always_on_the_screen(acts in prop::collection::vec(act(), 1..40)) {
        let mut pretend = Pretend::new();
        for (number, act) in acts.iter().enumerate() {
            act_out(&mut pretend, act, number);
            for size in [pretend.app.size, (1, 1), (2, 3), (40, 12), (80, 24)] {
                let before = pretend.app.size;
                pretend.app.size = size;
                let frame = pretend.frame();
                pretend.app.size = before;
                let (columns, rows) = size;
                prop_assert!(frame.rows.len() <= usize::from(rows), "{size:?} after {act:?}");
                prop_assert!(frame.cursor.0 < columns && frame.cursor.1 < rows, "{size:?} after {act:?}");
                prop_assert!(usize::from(frame.cursor.1) < frame.rows.len(), "{size:?} after {act:?}");
            }
        }
    }
}

fn same(one: &Conversation, other: &Conversation) -> Result<(), TestCaseError> {
    prop_assert_eq!(&one.notes, &other.notes);
    prop_assert_eq!(&one.line.text, &other.line.text);
    prop_assert_eq!(&one.facts, &other.facts);
    prop_assert_eq!(&one.topic, &other.topic);
    prop_assert_eq!(one.talks.len(), other.talks.len());
    prop_assert_eq!(one.detail, other.detail);
    Ok(())
}

/// E3, key by key: none of them costs a word or ends the program in mid-sentence.
#[test]
fn no_key_costs_a_word() {
    let letters = ('a'..='z').filter_map(Key::ctrl);
    let named = [
        Key::Tab,
        Key::BackTab,
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::Delete,
        Key::PageUp,
        Key::PageDown,
    ];
    for key in letters.chain((1..=12).map(Key::F)).chain(named) {
        let mut pretend = Pretend::listening();
        pretend.write("! She sleeps well");
        pretend.press(Key::Enter);
        pretend.write("half a note");
        pretend.press(key);
        assert!(!pretend.has_left, "{key}");
        let written = pretend.everything_written();
        assert!(written.contains("half a note"), "{key}");
        let clears = matches!(
            key,
            Key::Ctrl('u' | 'w' | 'z') | Key::CtrlBackspace | Key::Backspace
        );
        let held = |pretend: &Pretend| match pretend.app.desk.talk() {
            Some(talk) => {
                talk.line.text.contains("half a note")
                    || talk.notes.iter().any(|note| note.text == "half a note")
            }
            None => pretend.app.desk.drafts[0]
                .glance
                .as_ref()
                .is_some_and(|glance| !glance.line.is_empty()),
        };
        // Enter and Ctrl+J put something beside them; nothing but the keys for it takes them away.
        assert!(
            clears || held(&pretend),
            "{key}: the words are gone from sight"
        );
    }
}

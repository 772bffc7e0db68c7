//! What the terminal shows after any frames is exactly the last frame.

use std::num::NonZeroU16;
use std::rc::Rc;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::tui::depth::Depth;
use crate::tui::row::Span;
use crate::tui::theme::ThemeName;

const DARK: fn(Depth) -> Theme = |depth| Theme::new(Some(ThemeName::Dark), depth, false);

/// A frame with these rows and the cursor at the start of the last.
fn frame(rows: &[&str]) -> Frame {
    Frame {
        rows: rows
            .iter()
            .map(|text| Rc::new(Row::plain((*text).to_owned())))
            .collect(),
        cursor: (0, rows.len().saturating_sub(1) as u16),
    }
}

/// A real terminal's screen and the painter feeding it.
struct Shown {
    painter: Painter,
    screen: vt100::Parser,
    theme: Theme,
}

impl Shown {
    fn new(depth: Depth) -> Self {
        Self {
            painter: Painter::new(),
            screen: vt100::Parser::default(),
            theme: DARK(depth),
        }
    }

    fn show(&mut self, frame: &Frame, (width, height): (u16, u16)) -> Vec<u8> {
        let side = |cells| NonZeroU16::new(cells).expect("a screen has cells");
        self.screen.screen_mut().set_size(side(height), side(width));
        let bytes = self
            .painter
            .paint(frame.clone(), &self.theme, (width, height))
            .to_vec();
        self.screen.process(&bytes);
        bytes
    }

    fn cell_text(&self, x: u16, y: u16) -> String {
        let cell = self
            .screen
            .screen()
            .cell(y, x)
            .expect("a cell of the screen");
        cell.contents().to_owned()
    }

    fn row(&self, y: u16) -> String {
        let (_, width) = self.screen.screen().size();
        self.screen.screen().contents_between(y, 0, y, width.get())
    }
}

/// The row as it should read: cut to the width, without what is not drawn, and without blanks at the end.
fn expected(frame: &Frame, y: u16, width: u16) -> String {
    let row = frame.rows.get(usize::from(y)).cloned().unwrap_or_default();
    let text = Row::clone(&row).cut(usize::from(width)).text();
    let drawn = text
        .graphemes(true)
        .filter(|letter| letter_width(letter) > 0);
    drawn.collect::<String>().trim_end().to_owned()
}

fn agrees(shown: &Shown, frame: &Frame, size: (u16, u16)) {
    for y in 0..size.1 {
        assert_eq!(
            shown.row(y).trim_end(),
            expected(frame, y, size.0),
            "row {y}"
        );
    }
    let (x, y) = frame.cursor;
    let cursor = (y.min(size.1 - 1), x.min(size.0 - 1));
    assert_eq!(shown.screen.screen().cursor_position(), cursor);
    assert!(!shown.screen.screen().hide_cursor());
}

#[test]
fn one_letter_costs_one_letter() {
    let mut shown = Shown::new(Depth::True);
    let line = |text: &str| {
        let mut frame = frame(&["notes", "more", ""]);
        let row = Row::new().with(Role::Label, "Own words  ");
        frame.rows[2] = Rc::new(row.with(Role::OwnWords, text.to_owned()));
        frame.cursor = (11 + text.len() as u16, 2);
        frame
    };
    shown.show(&line("I used to be ou"), (80, 24));
    shown.show(&line("I used to be out"), (80, 24));
    assert_eq!(
        shown.show(&line("I used to be out "), (80, 24)),
        b"\x1b[3;28H "
    );
    assert_eq!(
        shown.show(&line("I used to be out e"), (80, 24)),
        b"\x1b[3;29He"
    );
}

#[test]
fn an_unchanged_frame_sends_nothing() {
    let mut shown = Shown::new(Depth::Indexed);
    assert!(!shown.show(&frame(&["a", "b"]), (20, 4)).is_empty());
    assert!(shown.show(&frame(&["a", "b"]), (20, 4)).is_empty());
    let mut moved = frame(&["a", "b"]);
    moved.cursor = (1, 1);
    assert_eq!(shown.show(&moved, (20, 4)), b"\x1b[2;2H");
    shown.painter.forget();
    assert!(shown.show(&moved, (20, 4)).len() > 80);
}

#[test]
fn several_rows_are_shown_together() {
    let mut shown = Shown::new(Depth::Indexed);
    shown.show(&frame(&["a", "b"]), (20, 4));
    let one = shown.show(&frame(&["a", "c"]), (20, 4));
    let two = shown.show(&frame(&["d", "e"]), (20, 4));
    assert!(!one.starts_with(b"\x1b[?2026h"));
    assert!(two.starts_with(b"\x1b[?2026h") && two.ends_with(b"\x1b[?2026l"));
}

#[test]
fn the_chosen_row_is_painted_to_its_end_and_back() {
    let mut shown = Shown::new(Depth::True);
    let mut list = frame(&["one", "two"]);
    list.rows[1] = Rc::new(Row::plain("two").on(Ground::Chosen));
    shown.show(&list, (10, 2));
    let ground = |shown: &Shown, x, y| shown.screen.screen().cell(y, x).map(vt100::Cell::bgcolor);
    assert_eq!(
        ground(&shown, 9, 1),
        Some(vt100::Color::Rgb(0x2F, 0x4A, 0x6B))
    );
    assert_eq!(
        ground(&shown, 9, 0),
        Some(vt100::Color::Rgb(0x16, 0x18, 0x1D))
    );
    list.rows[1] = Rc::new(Row::plain("two"));
    shown.show(&list, (10, 2));
    assert_eq!(
        ground(&shown, 9, 1),
        Some(vt100::Color::Rgb(0x16, 0x18, 0x1D))
    );
}

#[test]
fn a_letter_of_disputed_width_keeps_to_its_cells() {
    let mut shown = Shown::new(Depth::Indexed);
    // This screen takes a family for three letters of two columns; the painter for one.
    shown.show(&frame(&["👨‍👩‍👧 Carol and Sam"]), (20, 1));
    assert_eq!(shown.cell_text(3, 0), "C");
    shown.show(&frame(&["👨‍👩‍👧 Karol and Sam"]), (20, 1));
    assert_eq!(shown.cell_text(3, 0), "K");
    shown.show(&frame(&["ab Karol and Sam"]), (20, 1));
    assert_eq!(shown.row(0).trim_end(), "ab Karol and Sam");
}

#[test]
fn a_wide_letter_written_over_from_its_left_leaves_nothing() {
    let mut shown = Shown::new(Depth::None);
    for words in ["a中", "中"] {
        let mut chosen = frame(&[words]);
        chosen.rows[0] = Rc::new(Row::plain(words).on(Ground::Chosen));
        shown.show(&chosen, (4, 1));
    }
    let end = shown.screen.screen().cell(0, 2);
    assert!(end.is_some_and(vt100::Cell::inverse));
}

#[test]
fn the_smallest_screens_do_no_harm() {
    let frame = frame(&["中文", "b", "c"]);
    let mut shown = Shown::new(Depth::True);
    for size in [(0, 0), (0, 5), (5, 0)] {
        let bytes = shown.painter.paint(frame.clone(), &shown.theme, size);
        assert!(bytes.is_empty());
    }
    for size in [(1, 1), (2, 1), (1, 9), (300, 100)] {
        shown.show(&frame, size);
        agrees(&shown, &frame, size);
    }
}

/// Letters every terminal agrees about, and some that must never reach one.
fn text() -> impl Strategy<Value = String> {
    const OTHERS: [&str; 9] = [
        "ŵ", "w\u{302}", "中", "─", "🙂", "\u{200b}", "\u{1b}", "\t", "\u{9b}",
    ];
    let ascii = proptest::char::range(' ', '~').prop_map(String::from);
    let other = proptest::sample::select(OTHERS.as_slice()).prop_map(str::to_owned);
    let letter = prop_oneof![2 => ascii, 1 => other];
    proptest::collection::vec(letter, 0..30).prop_map(|letters| letters.concat())
}

fn any_row() -> impl Strategy<Value = Row> {
    let role = proptest::sample::select(Role::ALL.as_slice());
    let ground =
        || proptest::sample::select([Ground::Page, Ground::Bar, Ground::Chosen].as_slice());
    let span = (text(), role, ground()).prop_map(|(text, role, ground)| Span {
        text: text.into(),
        role,
        ground,
    });
    (proptest::collection::vec(span, 0..4), ground())
        .prop_map(|(spans, ground)| Row { spans, ground })
}

fn any_frame() -> impl Strategy<Value = Frame> {
    let rows = proptest::collection::vec(any_row(), 0..8);
    (rows, (0..40u16, 0..10u16)).prop_map(|(rows, cursor)| Frame {
        rows: rows.into_iter().map(Rc::new).collect(),
        cursor,
    })
}

fn any_depth() -> impl Strategy<Value = Depth> {
    let depths = [Depth::None, Depth::Sixteen, Depth::Indexed, Depth::True];
    proptest::sample::select(depths.to_vec())
}

/// A run of frames; each next one keeps some rows of the one before it, as screens do.
fn any_show() -> impl Strategy<Value = Vec<(Frame, (u16, u16))>> {
    let sizes = prop_oneof![3 => Just((30, 8)), 1 => (1..40u16, 1..10u16)];
    proptest::collection::vec((any_frame(), sizes, any::<u8>()), 1..6).prop_map(|steps| {
        let mut before = Frame::default();
        let follow = |(mut frame, size, keep): (Frame, _, u8)| {
            for (y, row) in frame.rows.iter_mut().enumerate() {
                if let (Some(old), true) = (before.rows.get(y), keep >> (y % 8) & 1 == 1) {
                    row.clone_from(old);
                }
            }
            before.clone_from(&frame);
            (frame, size)
        };
        steps.into_iter().map(follow).collect()
    })
}

/// Every `SGR` code in these bytes, with the numbers that belong to a colour left out.
fn style_codes(bytes: &[u8]) -> Vec<u16> {
    let text = String::from_utf8_lossy(bytes);
    let mut codes = vec![];
    for sequence in text.split("\x1b[").skip(1) {
        let Some((numbers, _)) = sequence.split_once('m') else {
            continue;
        };
        let Ok(numbers) = numbers
            .split(';')
            .map(str::parse)
            .collect::<Result<Vec<u16>, _>>()
        else {
            continue;
        };
        let mut numbers = numbers.into_iter();
        while let Some(code) = numbers.next() {
            codes.push(code);
            if code == 38 || code == 48 {
                let parts = if numbers.next() == Some(2) { 3 } else { 1 };
                numbers.by_ref().take(parts).for_each(drop);
            }
        }
    }
    codes
}

proptest! {
    #[test]
    fn the_screen_is_the_last_frame(show in any_show(), depth in any_depth()) {
        let mut shown = Shown::new(depth);
        for (frame, size) in &show {
            shown.show(frame, *size);
            agrees(&shown, frame, *size);
        }
    }

    #[test]
    fn a_change_leaves_the_same_screen_as_painting_anew(show in any_show(), depth in any_depth()) {
        let mut shown = Shown::new(depth);
        for (frame, size) in &show {
            shown.show(frame, *size);
            let mut anew = Shown::new(depth);
            anew.show(frame, *size);
            for (y, x) in (0..size.1).flat_map(|y| (0..size.0).map(move |x| (y, x))) {
                let (one, other) = (shown.screen.screen().cell(y, x), anew.screen.screen().cell(y, x));
                prop_assert_eq!(one, other, "{} {}", x, y);
            }
        }
    }

    #[test]
    fn only_codes_people_can_read(show in any_show(), depth in any_depth()) {
        let mut shown = Shown::new(depth);
        for (frame, size) in &show {
            let bytes = shown.show(frame, *size);
            prop_assert!(!bytes.contains(&0x07) && !bytes.contains(&b'\n'));
            for code in style_codes(&bytes) {
                prop_assert!(![2, 3, 4, 5, 9, 58, 59].contains(&code), "{}", code);
                if depth == Depth::None {
                    prop_assert!([0, 1, 7, 22, 27].contains(&code), "{}", code);
                }
                if depth == Depth::Sixteen {
                    prop_assert!(![31, 34, 35, 90, 91, 94, 95].contains(&code), "{}", code);
                    prop_assert!(!(40..49).contains(&code), "{}", code);
                }
            }
        }
    }
}

/// Run by hand: `cargo test --release --lib tui -- --ignored --nocapture cost`.
#[test]
#[ignore = "a measurement"]
fn cost_of_one_letter() {
    let wide = "Rang because she cannot get out any more, and the step is slippery. ";
    let base: Vec<Row> = (0..40)
        .map(|n| Row::plain(format!("{n} {wide}")).beside(80, "│", Row::plain("People around you")))
        .collect();
    let at = |n: usize| {
        let mut rows = base.clone();
        rows[38] = Row::new().with(Role::Label, "Own words  ").with(
            Role::OwnWords,
            "abcdefghijklmnopqrstuvwxyz".repeat(4)[..n].to_owned(),
        );
        Frame {
            rows: rows.into_iter().map(Rc::new).collect(),
            cursor: (11 + n as u16, 38),
        }
    };
    let theme = DARK(Depth::True);
    let mut painter = Painter::new();
    let (mut bytes, mut spent) = (0, Duration::ZERO);
    painter.paint(at(99), &theme, (120, 40));
    for frame in (0..20_000).map(|n| at(n % 100)) {
        let begun = Instant::now();
        bytes += painter.paint(frame, &theme, (120, 40)).len();
        spent += begun.elapsed();
    }
    println!("{:?} a letter, {} bytes", spent / 20_000, bytes / 20_000);
}

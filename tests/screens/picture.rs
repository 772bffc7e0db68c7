//! Frames as text.

use std::fmt::Write;

use alongside::tui::row::{Frame, Ground};

use super::play::Play;

/// The sizes every screen is drawn at.
pub const SIZES: [(u16, u16); 4] = [(120, 40), (80, 24), (60, 20), (40, 12)];

/// Those, and some that are hardly a window.
pub const SIZES_AND_SMALL: [(u16, u16); 8] = [
    (120, 40),
    (80, 24),
    (60, 20),
    (40, 12),
    (30, 8),
    (20, 5),
    (10, 3),
    (1, 1),
];

/// A state at these sizes.
pub fn pictures(mut play: Play, sizes: &[(u16, u16)]) -> String {
    let mut text = String::new();
    for (columns, rows) in sizes {
        play = play.resized_in_place(*columns, *rows);
        let _ = writeln!(text, "==== {columns}x{rows}");
        text += &words(&play.frame());
        let _ = writeln!(text, "---- {}\n", cursor_and_choice(&play.frame()));
    }
    text
}

/// The rows, without the spaces at their ends.
pub fn words(frame: &Frame) -> String {
    let rows = frame.rows.iter().map(|row| row.text());
    rows.map(|row| format!("{}\n", row.trim_end())).collect()
}

/// `cursor 12,21; chosen 3, 10`, counted from 0. A row counts as chosen if any of it stands on the chosen ground.
fn cursor_and_choice(frame: &Frame) -> String {
    let (column, row) = frame.cursor;
    let chosen: Vec<String> = frame
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.spans.iter().any(|span| span.ground == Ground::Chosen))
        .map(|(at, _)| at.to_string())
        .collect();
    match chosen.is_empty() {
        true => format!("cursor {column},{row}"),
        false => format!("cursor {column},{row}; chosen {}", chosen.join(", ")),
    }
}

/// A test for each state, drawn at these sizes.
macro_rules! screens {
    ($sizes:expr; $($name:ident: $state:expr;)+) => {
        $(
            #[test]
            fn $name() {
                let mut settings = insta::Settings::clone_current();
                settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/screens/snapshots"));
                settings.set_prepend_module_to_snapshot(false);
                settings.set_omit_expression(true);
                settings.bind(|| {
                    let name = concat!(module_path!(), "__", stringify!($name));
                    let name = name.trim_start_matches("screens::").replace("::", "__");
                    insta::assert_snapshot!(name, $crate::picture::pictures($state, &$sizes));
                });
            }
        )+
    };
}

pub(crate) use screens;

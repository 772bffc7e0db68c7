//! Any keys at any size: every row fits, there are never too many, and the cursor is on the screen.

use alongside::app::Msg;
use proptest::prelude::*;

use super::play::Play;

/// Keys in the language of [`Play::keys`], the telling ones more often than chance would bring them.
pub fn key() -> impl Strategy<Value = String> {
    let named = prop::sample::select(vec![
        "<enter>",
        "<esc>",
        "<tab>",
        "<shift+tab>",
        "<up>",
        "<down>",
        "<left>",
        "<right>",
        "<pgup>",
        "<pgdn>",
        "<home>",
        "<end>",
        "<backspace>",
        "<delete>",
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
        "<f1>",
        "<f4>",
        "<f6>",
        "<f9>",
        "<ctrl+j>",
        "<shift+up>",
        "<shift+down>",
    ]);
    let said = prop::sample::select(vec![
        "1<enter>",
        "2<enter>",
        "4<enter>",
        "! worried<enter>",
        "> Sam rings tomorrow<enter>",
        "& apart<enter>",
        "Carol: she said<enter>",
        "/",
        "/who 王小明 Featherstonehaugh-Llewellyn<enter>",
        "/notes<enter>",
        "/about<enter>",
        "/safe<enter>",
        "/note<enter>",
        "/contact ring the landline and let it ring<enter>",
        "/spacing on<enter>",
        "/width 20<enter>",
        "/clock on<enter>",
        "/where<enter>",
        "/where /media/stick<enter>",
        "/lock<enter>",
        "/lock 10<enter>",
        "/unlock<enter>",
        "correct horse<enter>",
        "中文 👨‍👩‍👧 w\u{302} Tŷ<enter>",
        "? what of it<enter>",
        "/practice<enter>",
        "/debrief<enter>",
        "/threads<enter>",
        "/order learner<enter>",
        "/all<enter>",
        "/evidence<enter>",
        "/evidence all<enter>",
        "/evidence from 1 jan to 31 mar<enter>",
        "/numbers<enter>",
    ]);
    prop_oneof![
        4 => named.prop_map(str::to_owned),
        3 => said.prop_map(str::to_owned),
        2 => "[a-zŵ中 !>@0-9\"'/#&]{1,12}",
        1 => "\\PC{1,6}",
    ]
}

pub fn size() -> impl Strategy<Value = (u16, u16)> {
    let usual = vec![
        (120, 40),
        (80, 24),
        (60, 20),
        (40, 12),
        (30, 8),
        (20, 5),
        (10, 3),
        (1, 1),
    ];
    prop_oneof![
        (1..=300u16, 1..=100u16),
        (1..=60u16, 1..=20u16),
        prop::sample::select(usual)
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn every_frame_fits(
        turns in prop::collection::vec((key(), size()), 1..24),
        pasted in prop::option::of("\\PC{0,40}(\n\\PC{0,20}){0,4}"),
        trouble in any::<bool>(),
        sealed in any::<bool>(),
    ) {
        let mut play = Play::new();
        if sealed {
            play = play.sealed();
        }
        for (keys, (columns, rows)) in turns {
            play = play.keys(&keys).sized(columns, rows);
            fits(&play, columns, rows)?;
        }
        if let Some(pasted) = pasted {
            play = play.paste(&pasted);
        }
        if trouble {
            let words = "Your notes are safe in memory. Trying again every 5 seconds. No room is left on the disk.";
            play = play.tell(Msg::Trouble(words.to_owned()));
        }
        for (columns, rows) in [(120, 40), (80, 24), (60, 20), (40, 12), (9, 2), (1, 1)] {
            play = play.sized(columns, rows);
            fits(&play, columns, rows)?;
        }
    }
}

fn fits(play: &Play, columns: u16, rows: u16) -> Result<(), TestCaseError> {
    for frame in [play.frame(), play.ascii_frame()] {
        prop_assert_eq!(frame.rows.len(), usize::from(rows));
        for row in &frame.rows {
            prop_assert!(
                row.width() <= usize::from(columns),
                "{}x{}: {:?}",
                columns,
                rows,
                row.text()
            );
        }
        let (column, row) = frame.cursor;
        prop_assert!(
            column < columns && row < rows,
            "{:?} of {}x{}",
            frame.cursor,
            columns,
            rows
        );
    }
    Ok(())
}

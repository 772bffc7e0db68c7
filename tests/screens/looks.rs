//! How parts look: the part each piece of text plays, the chosen rows, and screens without special characters.

use super::{picture::words, play::Play, read_back::read_back, talk::call};
use alongside::tui::row::{Frame, Ground};

/// Each row as its pieces: `[bar title]Listen and connect`. Pieces of plain text on the page stand bare.
fn roles(frame: &Frame) -> String {
    let mut text = String::new();
    for row in &frame.rows {
        for span in &row.spans {
            if span.text.trim().is_empty() && span.ground == Ground::Page {
                text.push_str(&span.text);
                continue;
            }
            let role = format!("{:?}", span.role).to_lowercase();
            let ground = match span.ground {
                Ground::Page => String::new(),
                Ground::Bar => "bar ".to_owned(),
                Ground::Chosen => "chosen ".to_owned(),
            };
            text.push_str(&match (ground.as_str(), role.as_str()) {
                ("", "text") => span.text.to_string(),
                _ => format!("[{ground}{role}]{}", span.text),
            });
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    text
}

fn keep(name: &str, picture: String) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/screens/snapshots"
    ));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("looks__{name}"), picture));
}

#[test]
fn roles_of_every_part() {
    keep("home", roles(&Play::new().frame()));
    keep("talk", roles(&call().keys("<up><up>").frame()));
    keep("read_back", roles(&read_back().keys("<down> ").frame()));
    keep("find", roles(&call().keys("<c-f>lunch").frame()));
}

#[test]
fn without_special_characters() {
    keep("ascii_talk", words(&call().keys("<up><up>").ascii_frame()));
    keep("ascii_when", words(&call().keys("<c-d>").ascii_frame()));
    keep("ascii_read_back", words(&read_back().ascii_frame()));
    keep("ascii_home", words(&Play::new().ascii_frame()));
}

/// In plain ASCII nothing of ours is outside it: only what people typed could be.
#[test]
fn ascii_is_ascii() {
    let states = [
        Play::new(),
        call(),
        call().keys("<c-k>"),
        call().keys("<c-d>3"),
        call().keys("<f1>"),
        call().keys("@ lunch"),
        read_back(),
        read_back().keys("<c-s>"),
        call().keys("<c-p>"),
    ];
    for mut play in states {
        for (columns, rows) in super::picture::SIZES_AND_SMALL {
            play = play.resized_in_place(columns, rows);
            let picture = words(&play.ascii_frame());
            let ours = picture.replace('£', ""); // A note can begin with it.
            assert!(ours.is_ascii(), "{columns}x{rows}\n{picture}");
        }
    }
}

/// The pointer stands on every chosen thing, so that it can be seen with no colour at all.
#[test]
fn what_is_chosen_has_a_pointer() {
    let states = [
        Play::new(),
        call().keys("<up>"),
        call().keys("<c-t>"),
        call().keys("/<down>"),
        read_back(),
        read_back().keys("<c-s>"),
    ];
    for mut play in states {
        for (columns, rows) in [(120, 40), (80, 24), (60, 20), (40, 12), (30, 8), (20, 5)] {
            play = play.resized_in_place(columns, rows);
            let frame = play.frame();
            let begins = |row: &std::rc::Rc<alongside::tui::row::Row>| {
                row.spans
                    .iter()
                    .find(|span| span.ground == Ground::Chosen && span.text.contains('›'))
                    .is_some()
            };
            assert!(frame.rows.iter().any(begins), "{}", words(&frame));
        }
    }
}

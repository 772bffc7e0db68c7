//! What a terminal says of itself, late or broken, in the middle of a word: it types nothing and breaks nothing.

use super::{home::Home, program::Start};

/// Answers and reports, whole.
const REPLIES: [(&str, &[u8]); 21] = [
    ("what it is", b"\x1b[?62;1;4c"),
    ("which one it is", b"\x1b[>41;354;0c"),
    ("its own number", b"\x1bP!|00000000\x1b\\"),
    ("its version", b"\x1bP>|XTerm(354)\x1b\\"),
    ("its ground", b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\"),
    (
        "its ground, ended by a bell",
        b"\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
    ),
    ("the clipboard", b"\x1b]52;c;Sm9hbg==\x1b\\"),
    ("a picture's answer", b"\x1b_Gi=31;OK\x1b\\"),
    ("the keyboard came", b"\x1b[I"),
    ("the keyboard went", b"\x1b[O"),
    ("the mouse, moved", b"\x1b[<35;10;10M"),
    ("the mouse, let go", b"\x1b[<0;10;10m"),
    ("the mouse, the old way", b"\x1b[M !!"),
    ("its keyboard's ways", b"\x1b[?1u"),
    ("where the cursor is", b"\x1b[24;80R"),
    ("its size in cells", b"\x1b[8;24;80t"),
    ("a key far too large", b"\x1b[99999999999999999999;1u"),
    ("a key that is no letter", b"\x1b[1114112;1u"),
    ("a key let go", b"\x1b[97;1:3u"),
    ("nothing, three times", b"\0\0\0"),
    ("a byte that is no letter", b"\xff"),
];

#[test]
fn no_reply_types_a_letter_or_costs_one() {
    let home = Home::new();
    let mut program = Start::in_home(&home).args(&["new", "listen"]).open();
    for (nth, (what, reply)) in REPLIES.into_iter().enumerate() {
        let (first, second) = (format!("be{nth}"), format!("fore{nth}"));
        program.write(&first);
        program.wait(what, |screen| screen.line_ends(&first));
        program.send(reply);
        program.write(&second);
        let whole = first + &second;
        let screen = program.wait(what, |screen| screen.line().contains(&second));
        assert!(screen.line_ends(&whole), "{what}\n{screen}");
        program.press("Enter");
        program.wait(what, |screen| screen.line_is_empty() && screen.has(&whole));
    }
    let kept = home.conversation();
    assert_eq!(kept.notes.len(), REPLIES.len());
    program.close();
}

#[test]
fn a_report_without_an_end_is_over_when_it_is_quiet() {
    let home = Home::new();
    let mut program = Start::in_home(&home).args(&["new", "listen"]).open();
    let long = [b"\x1b[".as_slice(), &b"1;".repeat(5000), b"m"].concat();
    for (nth, half) in [
        b"\x1b]11;rgb:".as_slice(),
        b"\x1b[",
        b"\xc3",
        b"\xf0\x9f",
        &long,
    ]
    .into_iter()
    .enumerate()
    {
        program.send(half);
        std::thread::sleep(std::time::Duration::from_millis(300));
        // The first letter may still be taken for the end of it: nobody can tell.
        let word = format!("xword{nth}");
        program.write(&word);
        program.wait(&word, |screen| screen.line().contains(&word[1..]));
        program.press("Ctrl+U");
        program.press("Enter");
    }
    program.close();
}

//! Words that look like something else stay words: on the screen, in the title, in the record. The journal has them
//! exactly.

use pulldown_cmark::{Event, Parser, Tag};

use super::{
    bytes::{self, Sent},
    home::Home,
    program::{Start, paste},
};

const TYPED: [&str; 7] = [
    "# not a heading",
    "## What worries you",
    "---",
    "[x](javascript:1)",
    "<script>alert(1)</script>",
    "![gone](http://example.com/x.png)",
    "*and* `so` &lt;on&gt; _and_ so",
];

const PASTED: &str =
    "\x1b]2;Joan Marbury\x07\x1b[2J\x1b[31mred\x1b[?1049l \u{202e}backwards\u{9b}5m";

#[test]
fn what_is_typed_cannot_act() {
    let home = Home::new();
    let mut program = Start::in_home(&home).args(&["new", "listen"]).open();
    for words in TYPED {
        // A space first: no mark, just text. `#` alone would be a topic.
        program.enter(&format!(" {words}"));
        program.wait(words, |screen| {
            screen.has(&format!("  {words}")) && screen.line_is_empty()
        });
    }
    program.send(&paste(PASTED));
    program.press("Enter");
    program.wait("the paste, kept", |screen| {
        screen.has("red") && screen.line_is_empty()
    });

    let kept = home.conversation();
    let texts: Vec<&str> = kept.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(texts[..TYPED.len()], TYPED, "exactly as typed");
    assert_eq!(texts[TYPED.len()], PASTED, "exactly as pasted");

    program.enter("/everything");
    program.press("Ctrl+R");
    program.see("Read back");
    program.press("Ctrl+S");
    program.see("Save and finish");
    program.press("Enter");
    program.see("Saved.");
    let record = home.record();
    let (_, bytes) = program.close();

    assert_eq!(
        bytes::titles(&bytes)
            .iter()
            .find(|title| *title != "Alongside"),
        None
    );
    assert!(!bytes::sent(&bytes).contains(&Sent::Bell));
    assert_eq!(bytes::left_untidy(&bytes), [""; 0]);
    let clears = Sent::Control("2".into(), 'J');
    assert!(
        !bytes::sent(&bytes).contains(&clears),
        "a pasted code acted"
    );
    assert!(
        !String::from_utf8_lossy(&bytes).contains('\u{202e}'),
        "a pasted direction acted"
    );
    assert_inert(&record);
}

/// The record, read by a Markdown parser that is not ours: every odd word is in it, and none of them does anything.
fn assert_inert(record: &str) {
    let (_, body) = record.split_once("\n---\n").expect("a header and a body");
    assert!(
        !record.contains(['\x1b', '\x07', '\u{9b}', '\u{202e}']),
        "{record}"
    );
    let mut words = String::new();
    let mut headings = 0;
    for event in Parser::new(body) {
        match event {
            Event::Start(Tag::Heading { .. }) => headings += 1,
            Event::Start(
                Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock | Tag::CodeBlock(_),
            )
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::Code(_)
            | Event::Rule => panic!("{event:?} in\n{record}"),
            Event::Text(text) => words.push_str(&text),
            Event::SoftBreak | Event::End(_) => words.push('\n'),
            _ => {}
        }
    }
    assert_eq!(headings, 2, "a title and one section\n{record}");
    for typed in TYPED {
        assert!(words.contains(typed), "{typed} in\n{words}\n{record}");
    }
}

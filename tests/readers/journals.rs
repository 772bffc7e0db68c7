//! Journals: whatever the bytes are, they open, a good line is never lost to a bad one, and what comes of them can be
//! gone on with, drawn and saved.

use alongside::{
    app::{Key, Msg},
    conversation::ConversationId,
    record::{self, Record},
    store::lines,
};

use super::{stage::Stage, trial::Trial};

const GOOD: &[u8] =
    br#"{"v":1,"at":"2026-03-10T14:20:00Z","did":{"changes":[{"line":{"at":0,"inserted":"h"}}]}}"#;

const WORDS: [&str; 52] = [
    "{\"v\":1,\"at\":\"2026-03-10T14:20:07Z\",",
    "{\"v\":2,",
    "\"v\":1,",
    "\"v\":-1,",
    "\"v\":4294967296,",
    "\"at\":\"+262142-12-31T23:59:59Z\",",
    "\"at\":\"-262143-01-01T00:00:00+23:59\",",
    "\"at\":\"9999-12-31T23:59:60Z\",",
    "\"did\":{\"changes\":[",
    "\"did\":{\"join\":true,\"changes\":[",
    "]}}\n",
    "}\n",
    "{\"line\":{\"at\":0,\"inserted\":\"",
    "{\"line\":{\"at\":18446744073709551615,\"removed\":\"a\"}}",
    "{\"line\":{\"at\":1,\"removed\":\"ŵ\",\"inserted\":\"\"}}",
    "{\"order\":{\"from\":0,\"to\":18446744073709551615}}",
    "{\"note\":{\"index\":99,\"from\":null,\"to\":",
    "{\"note\":{\"index\":0,\"from\":",
    "\"undone\":null}\n",
    "\"redone\":null}\n",
    "\"paused\":null}\n",
    "\"carried-on\":null}\n",
    "\"left\":null}\n",
    "\"taken-up\":null}\n",
    "\"finished\":null}\n",
    "\"stopped\":\"window-closed\"}\n",
    "\"cursor-at\":18446744073709551615}\n",
    "\"cursor-at\":1}\n",
    "\"sought\":\"lunch\"}\n",
    "\"asked\":\"find\"}\n",
    "\"began\":{\"guide\":{",
    "\"mark\":\"next-step\"",
    "\"mark\":\"own-words\"",
    "\"apart\":true",
    "\"id\":0",
    "\"id\":4294967295",
    "\"topics\":[]",
    "\"sections\":[]",
    "\"text\":\"",
    "\"from\":null",
    "\"to\":null",
    "[[[[",
    "{\"a\":",
    "\\u0000",
    "\\ud800",
    "\u{18}\n",
    "\u{18}",
    ",",
    "null",
    "true",
    "1e999",
    "\"when\":{\"day\":{\"on\":\"9999-12-31\"}}",
];

#[test]
fn journals() {
    Trial {
        name: "journals",
        share: 12,
        also: &[],
        words: &WORDS,
        law,
    }
    .run();
}

fn law(input: &[u8]) {
    let read = lines::read(input);
    let newlines = input.iter().filter(|&&byte| byte == b'\n').count();
    assert!(read.events.len() + read.set_aside.len() <= newlines + 1);

    let after = lines::read(&[GOOD, b"\n", input].concat());
    assert_eq!(
        after.events[1..],
        read.events,
        "a good line above changed others"
    );
    let before = lines::read(&[input, b"\n", GOOD, b"\n"].concat());
    let good = before.events.split_last().expect("the good line");
    assert_eq!(
        good,
        (&after.events[0], &read.events[..]),
        "a good line was lost"
    );
    assert!(!before.torn);

    let mut stage = Stage::new();
    let id = ConversationId::read("2026-03-10-1420-listen-7k3f").expect("an id");
    if let Some(talk) = stage.app.desk.replay(&id, &read.events) {
        assert!(talk.line.text.is_char_boundary(talk.line.cursor));
        let written = record::markdown(&Record::from_conversation(
            &talk,
            talk.last.max(talk.started),
        ));
        assert!(record::read(&written).is_ok(), "{written}");
        let _ = record::apart_markdown(&talk, talk.last);
    }
    if input.len() % 4 == 1 {
        goes_on(&mut stage, id, read.events);
    }
}

fn goes_on(stage: &mut Stage, id: ConversationId, events: Vec<alongside::conversation::Stamped>) {
    stage.journals.insert(id.clone(), events.clone());
    stage.take(Msg::Opened {
        id,
        events,
        said: None,
    });
    stage.draw();
    let keys = [
        Key::Char('a'),
        Key::Enter,
        Key::Up,
        Key::Ctrl('z'),
        Key::Ctrl('y'),
        Key::Tab,
        Key::Ctrl('r'),
    ];
    for key in keys {
        stage.take(Msg::Key(key));
        stage.draw();
    }
}

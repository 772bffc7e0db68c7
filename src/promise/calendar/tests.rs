//! The calendar file, read by a parser that is not ours.

use chrono::DateTime;
use proptest::prelude::*;

use super::*;
use crate::{
    conversation::ConversationId,
    promise::{Happened, happen, of_record},
};

const RECORD: &str = concat!(
    "---\nid: \"2026-03-06-1420-crisis-7k3f\"\nkind: \"crisis\"\nperson: \"Siân Ŵyn\"\n",
    "started: \"2026-03-06T14:20:00+00:00\"\nby: \"Priya N\"\nnext_steps:\n",
    "  - id: \"s1\"\n    what: \"Ring Siân, about; the key\"\n    who: \"Priya N\"\n    due: \"2026-03-09\"\n",
    "  - id: \"s2\"\n    what: \"Sam visits\"\n    who: \"Sam\"\n    due: \"2026-03-11\"\n    time: \"14:00\"\n",
    "  - id: \"s3\"\n    what: \"Some day\"\n---\n",
);

fn id() -> ConversationId {
    ConversationId::read("2026-03-06-1420-crisis-7k3f").expect("an id")
}

fn now() -> Moment {
    DateTime::parse_from_rfc3339("2026-03-10T15:02:00+01:00").expect("a time")
}

fn events(file: &str) -> Vec<ical::parser::ical::component::IcalEvent> {
    let mut calendars = ical::IcalParser::new(file.as_bytes());
    let calendar = calendars.next().expect("one").expect("it parses");
    assert!(calendars.next().is_none());
    calendar.events
}

fn value(event: &ical::parser::ical::component::IcalEvent, name: &str) -> String {
    let found = event.properties.iter().find(|one| one.name == name);
    found.and_then(|one| one.value.clone()).unwrap_or_default()
}

#[test]
fn another_parser_reads_what_is_due_and_learns_nobodys_name() {
    let promises = of_record(&id(), RECORD);
    let file = calendar(&promises, now());
    let events = events(&file);
    assert_eq!(events.len(), 2, "one has no day");
    assert_eq!(value(&events[0], "DTSTART"), "20260309");
    assert_eq!(value(&events[0], "DTEND"), "20260310");
    assert_eq!(value(&events[1], "DTSTART"), "20260311T140000");
    assert_eq!(value(&events[0], "DTSTAMP"), "20260310T140200Z");
    let title = format!("Next step {}", promises[0].reference());
    assert_eq!(value(&events[0], "SUMMARY"), title);
    assert_eq!(events[0].alarms.len(), 1);
    for name in ["Siân", "Sam", "Priya", "key", "crisis"] {
        assert!(!file.contains(name), "{name}");
    }
    for event in file.split("BEGIN:VEVENT").skip(1) {
        let (_, after) = event.split_once("END:VALARM\r\n").expect("an alarm");
        assert!(after.starts_with("END:VEVENT\r\n"), "the alarm is last");
    }
}

#[test]
fn the_identity_stays_and_the_number_rises() {
    let promises = of_record(&id(), RECORD);
    let before = events(&calendar(&promises, now()));
    let tried = happen(RECORD, &promises[0], &Happened::Tried, None, now()).expect("added");
    let after = events(&calendar(&of_record(&id(), &tried), now()));
    assert_eq!(value(&before[0], "UID"), value(&after[0], "UID"));
    assert_ne!(value(&before[0], "UID"), value(&before[1], "UID"));
    let number = |event| value(event, "SEQUENCE").parse::<u32>().expect("a number");
    assert!(number(&after[0]) > number(&before[0]));
    assert_eq!(number(&after[1]), number(&before[1]));
    assert_eq!(value(&after[0], "DTSTART"), "20260311");
}

proptest! {
    #[test]
    fn no_line_is_too_long_and_no_character_is_parted(words in "[a-zŵ€🙂 ,;\\\\]{0,200}") {
        let file = folded(&format!("SUMMARY:{}", escaped(&words)));
        let lines: Vec<&str> = file.split_terminator("\r\n").collect();
        prop_assert!(lines.iter().all(|line| line.len() <= FOLD_AT));
        // Each line is whole text of itself, or this would not be a str; a full one could take no more.
        for pair in lines.windows(2) {
            let next = pair[1][1..].chars().next().map_or(0, char::len_utf8);
            prop_assert!(pair[1].starts_with(' ') && pair[0].len() + next > FOLD_AT);
        }
        let unfolded = file.replace("\r\n ", "").replace("\r\n", "");
        prop_assert_eq!(unfolded, format!("SUMMARY:{}", escaped(&words)));
    }

    #[test]
    fn another_parser_puts_folded_words_together_again(words in "[a-zŵ€🙂]{0,200}") {
        let folded = folded(&format!("SUMMARY:{words}"));
        let file = format!("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{folded}END:VEVENT\r\nEND:VCALENDAR\r\n");
        prop_assert_eq!(value(&events(&file)[0], "SUMMARY"), words);
    }
}

//! A record that somebody looked at and kept.

use alongside::record::{self, Keeping, LookedAt, Record};

use crate::support::{at, day, joan};

fn kept() -> Record {
    let mut record = Record::from_conversation(&joan(), at("14:58"));
    record.front.looked_at = vec![
        LookedAt::new(
            day(11),
            Some("Priya N"),
            day(12),
            Some("a complaint: \"open\""),
        ),
        LookedAt::new(day(12), None, day(30), Some("---\n# \u{1b}[31m")),
    ];
    record
}

#[test]
fn a_look_read_back_is_the_look_that_was_taken() {
    let record = kept();
    let reading = record::read(&record::markdown(&record)).expect("a record");
    assert_eq!(reading.record, record);
    assert_eq!(reading.not_understood, []);
    let look_at = Keeping::default().look_at(&reading.record.front);
    assert_eq!(look_at, Some(day(30)));
}

#[test]
fn keeping_a_record_changes_its_header_and_nothing_under_it() {
    let was = record::markdown(&Record::from_conversation(&joan(), at("14:58")));
    let becomes = record::replace_front(&was, &kept().front).expect("has a header");
    let body = |text: &str| text.split_once("\n---\n").expect("a header").1.to_owned();
    assert_eq!(body(&becomes), body(&was));
    assert_ne!(becomes, was);
}

#[test]
fn why_it_was_kept_is_not_in_the_persons_copy() {
    let copy = record::person_copy(&kept(), None)
        .expect("a copy")
        .words()
        .to_owned();
    assert!(!copy.contains("complaint"), "{copy}");
}

#[test]
fn a_day_that_cannot_be_read_is_said_and_the_rest_is_kept() {
    let text = record::markdown(&kept()).replace("2026-03-30", "some day");
    let reading = record::read(&text).expect("a record");
    assert_eq!(reading.record.front.looked_at.len(), 1);
    assert_eq!(reading.not_understood.len(), 1);
}

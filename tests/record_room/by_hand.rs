//! Records a person changed by hand, or a later version wrote.

use alongside::{
    conversation::Detail,
    record::{self, NotARecord, Record, StepState, Voice},
};

use crate::support::{at, joan};

fn written() -> String {
    record::markdown(&Record::from_conversation(&joan(), at("14:58")))
}

fn changed(from: &str, to: &str) -> record::Reading {
    let text = written();
    assert!(text.contains(from), "{text}");
    record::read(&text.replace(from, to)).expect("still a record")
}

#[test]
fn words_without_quotation_marks_in_the_header_stay_words() {
    let reading = changed("person: \"Joan M\"", "person: no");
    assert_eq!(reading.record.front.person.as_deref(), Some("no"));
    let reading = changed("route: \"connected locally\"", "route: 2026");
    assert_eq!(reading.record.front.route.as_deref(), Some("2026"));
}

#[test]
fn a_field_of_a_later_version_goes_out_as_it_came_in() {
    let text = written().replace(
        "kept_apart: 1\n",
        "kept_apart: 1\nmood: {weather: [fair, \"no\"], n: 3}\n",
    );
    let first = record::read(&text).expect("still a record");
    assert_eq!(first.not_understood, []);
    let again = record::read(&record::markdown(&first.record)).expect("still a record");
    assert_eq!(again.record, first.record);
    assert_eq!(again.record.front.extra["mood"]["weather"][1], "no");
}

#[test]
fn a_slip_in_the_header_never_sends_a_letter() {
    for word in ["ture", "\"true\"", "yes", "1", "[]"] {
        let reading = changed("no_copy_home: false", &format!("no_copy_home: {word}"));
        assert!(
            record::person_copy(&reading.record, None).is_err(),
            "{word}"
        );
    }
}

#[test]
fn a_field_that_makes_no_sense_is_said_and_the_rest_is_read() {
    let reading = changed("ended: \"2026-03-10T14:58:00+00:00\"", "ended: late");
    assert_eq!(reading.record.front.ended, reading.record.front.started);
    assert_eq!(reading.not_understood.len(), 1);
    assert_eq!(reading.record.sections.len(), 7);
}

#[test]
fn a_box_ticked_by_hand_is_a_promise_kept() {
    let reading = changed("- [ ] Sam", "- [x] Sam");
    assert_eq!(reading.record.front.next_steps[0].state, StepState::Done);
}

#[test]
fn a_promise_written_in_by_hand_is_one() {
    let line = "- [ ] Sam rings Joan tomorrow. **Sam, Wed 11 March 2026**\n";
    let reading = changed(
        line,
        &format!("{line}- [ ] Bring the form. **Priya N, Fri 13 March 2026**\n"),
    );
    let step = &reading.record.front.next_steps[1];
    assert_eq!(
        (step.id.as_str(), step.who.as_deref()),
        ("s2", Some("Priya N"))
    );
    assert_eq!(step.due, Some(crate::support::day(13)));
    assert_eq!(reading.not_understood.len(), 1);
}

#[test]
fn words_under_a_heading_are_kept_and_said() {
    let text = written().replace("- Frightened of", "Frightened\nof");
    let reading = record::read(&text).expect("still a record");
    let entry = &reading.record.sections[2].entries[0];
    assert_eq!(entry.voice, Voice::Told);
    assert_eq!(
        entry.text,
        "Frightened of the front step since the fall in January."
    );
    let place = reading.not_understood[0].place(&text);
    assert_eq!(&text.lines().nth(place.line - 1), &Some("Frightened"));
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_change_nothing() {
    let text = format!("\u{FEFF}{}", written().replace('\n', "\r\n"));
    let reading = record::read(&text).expect("still a record");
    assert_eq!(
        reading.record,
        record::read(&written()).expect("a record").record
    );
}

#[test]
fn what_was_added_under_the_foot_stays_as_it_is() {
    let text = written() + "\n## You say\n\n> \"I am *not* lonely.\"\n\n---\n";
    let reading = record::read(&text).expect("still a record");
    assert_eq!(
        reading.record.added,
        "## You say\n\n> \"I am *not* lonely.\"\n\n---"
    );
    assert_eq!(record::markdown(&reading.record), text);
}

#[test]
fn a_new_state_changes_the_header_and_not_a_byte_of_the_letter() {
    let text = written();
    let mut front = record::read_front(&text).expect("a header");
    front.next_steps[0].state = StepState::Moved;
    let after = record::replace_front(&text, &front).expect("a header");
    assert_eq!(after, text.replace("state: \"open\"", "state: \"moved\""));
}

#[test]
fn what_is_no_record_says_why() {
    assert_eq!(record::read("# Shopping"), Err(NotARecord::NoHeader));
    assert!(matches!(
        record::read("---\n[\n---\n"),
        Err(NotARecord::Unreadable(_))
    ));
    assert!(matches!(
        record::read("---\nid: x\n---\n"),
        Err(NotARecord::Missing(_))
    ));
    let apart = record::apart_markdown(&joan(), at("14:58")).expect("one note");
    assert_eq!(record::read(&apart), Err(NotARecord::KeptApart));
}

#[test]
fn a_cut_never_has_more_than_the_record() {
    let record = record::read(&written()).expect("a record").record;
    assert_eq!(
        record::detail_cut(&record, Detail::Everything).front.detail,
        Detail::Standard
    );
}

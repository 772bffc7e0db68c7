//! Whatever happens to promises, in whatever order: every earlier word stays, and header and text agree.

use chrono::DateTime;
use proptest::{collection::vec, prelude::*};

use super::*;
use crate::{
    conversation::ConversationId,
    promise::{Standing, of_record},
};

const RECORD: &str = concat!(
    "---\nalongside: 1\nid: \"2026-03-06-1420-crisis-7k3f\"\nkind: \"crisis\"\nguide: \"crisis 2026.1\"\n",
    "person: \"Joan M\"\nstarted: \"2026-03-06T14:20:00+00:00\"\nended: \"2026-03-06T14:58:00+00:00\"\n",
    "by: \"Priya N\"\nstatus: \"final\"\nlater: [1, \"two\"]\n",
    "next_steps:\n  - id: \"s1\"\n    what: \"Ring Mr T about the key safe\"\n    who: \"Priya N\"\n",
    "    due: \"2026-03-09\"\n    state: \"open\"\n    colour: \"blue\"\n",
    "  - id: \"s2\"\n    what: \"Sam rings Joan\"\n    who: \"Sam\"\n    state: \"open\"\n---\n\n",
    "# Talking with you, Joan\n\nFriday 6 March 2026.\n\n## What matters to you\n\n> \"I can't have strangers.\"\n\n",
    "## What happens next\n\n- [ ] Ring Mr T about the key safe. **Priya N, Mon 9 March 2026**\n",
    "- [ ] Sam rings Joan. **Sam**\n\n",
    "Nothing under a heading means we did not talk about it. It does not mean all was well.\n",
);

fn id() -> ConversationId {
    ConversationId::read("2026-03-06-1420-crisis-7k3f").expect("an id")
}

fn at() -> Moment {
    DateTime::parse_from_rfc3339("2026-03-10T15:02:00+00:00").expect("a time")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn after(markdown: &str, nth: usize, happened: &Happened) -> String {
    let seen = &of_record(&id(), markdown)[nth];
    happen(markdown, seen, happened, Some("Priya N"), at()).expect("added")
}

#[test]
fn what_happened_stands_in_the_header_and_under_the_foot() {
    let tried = after(RECORD, 0, &Happened::Tried);
    let twice = after(&tried, 0, &Happened::Tried);
    let done = after(&twice, 0, &Happened::Done);
    let said = after(&done, 0, &Happened::Said("# \"At last\"".to_owned()));
    let (_, added) = said.split_once("all was well.\n").expect("a foot");
    assert_eq!(
        added,
        "\n## What happened next\n\n\
         - Tried, no answer: Ring Mr T about the key safe. Now Wed 11 March 2026. *(Priya N, Tue 10 March 2026, 15:02)*\n\
         - Tried, no answer, 2 times now: Ring Mr T about the key safe. Now Wed 11 March 2026. *(Priya N, Tue 10 March 2026, 15:02)*\n\
         - Done: Ring Mr T about the key safe. *(Priya N, Tue 10 March 2026, 15:02)*\n\
         - What they said: \"# \"At last\"\" About: Ring Mr T about the key safe. *(Priya N, Tue 10 March 2026, 15:02)*\n"
    );
    let front = record::read_front(&said).expect("a header");
    let step = &front.next_steps[0];
    assert_eq!(
        (step.state, step.tries, step.changes),
        (StepState::Done, 2, 4)
    );
    assert_eq!(front.status, Status::Amended);
    assert_eq!(step.extra["colour"], "blue", "what a later version wrote");
    assert!(front.extra.contains_key("later"));
    assert_eq!(front.next_steps[1].changes, 0, "the other is as it was");
}

#[test]
fn the_day_first_agreed_and_the_day_it_was_kept_stay_known() {
    let step = |markdown: &str, nth: usize| {
        let front = record::read_front(markdown).expect("a header");
        let step = &front.next_steps[nth];
        (step.agreed, step.settled)
    };
    let moved = after(RECORD, 0, &Happened::Day(day("2026-03-13")));
    let again = after(&moved, 0, &Happened::Tried);
    let named = after(&again, 0, &Happened::Who("Sam".to_owned()));
    assert_eq!(step(&named, 0), (Some(day("2026-03-09")), None));
    let done = after(&named, 0, &Happened::Done);
    let (agreed, today) = (day("2026-03-09"), day("2026-03-10"));
    assert_eq!(step(&done, 0), (Some(agreed), Some(today)));
    let dropped = after(&done, 1, &Happened::Dropped);
    assert_eq!(step(&dropped, 1), (None, Some(today)));
    assert_eq!(
        step(&dropped, 0),
        (Some(agreed), Some(today)),
        "the other stays"
    );
}

#[test]
fn a_promise_for_a_week_that_moves_was_agreed_for_its_sunday() {
    let week = RECORD.replace(
        "    due: \"2026-03-09\"\n",
        "    due: \"2026-03-09\"\n    week: true\n",
    );
    let moved = after(&week, 0, &Happened::Day(day("2026-03-20")));
    let front = record::read_front(&moved).expect("a header");
    assert_eq!(front.next_steps[0].agreed, Some(day("2026-03-15")));
}

#[test]
fn words_typed_in_quotation_marks_are_in_one_pair() {
    let said = after(RECORD, 0, &Happened::Said("\"That was kind\"".to_owned()));
    assert!(
        said.contains("What they said: \"That was kind\" About:"),
        "{said}"
    );
}

#[test]
fn another_day_and_another_person() {
    let moved = after(RECORD, 0, &Happened::Day(day("2026-03-13")));
    let handed = after(&moved, 0, &Happened::Who("Sam".to_owned()));
    assert!(handed.contains("From Mon 9 March 2026 to Fri 13 March 2026."));
    assert!(handed.contains("From Priya N to Sam."));
    let promise = &of_record(&id(), &handed)[0];
    assert_eq!(promise.due, Some(day("2026-03-13")));
    assert_eq!(promise.who.as_deref(), Some("Sam"));
    assert!(promise.is_open() && !promise.is_mine(Some("Priya N")));
    assert_eq!(promise.standing(day("2026-03-14")), Standing::Overdue);
    assert_eq!(
        promise.own_words.as_deref(),
        Some("I can't have strangers.")
    );
}

#[test]
fn what_somebody_else_changed_is_never_written_over() {
    let seen = of_record(&id(), RECORD).remove(0);
    let theirs = after(RECORD, 0, &Happened::Who("Sam".to_owned()));
    let mine = happen(&theirs, &seen, &Happened::Done, None, at());
    assert_eq!(mine, Err(NotAdded::Changed));
    let by_hand = RECORD.replace("what: \"Ring Mr T about the key safe\"", "what: \"Ring\"");
    let mine = happen(&by_hand, &seen, &Happened::Done, None, at());
    assert_eq!(mine, Err(NotAdded::Changed));
}

#[test]
fn a_record_that_is_void_promises_nothing() {
    let void = RECORD.replace(
        "status: \"final\"\n",
        "status: \"final\"\nvoided: \"The wrong person\"\n",
    );
    assert!(of_record(&id(), &void).is_empty());
    assert_eq!(of_record(&id(), RECORD).len(), 2);
}

fn anything() -> impl Strategy<Value = Happened> {
    prop_oneof![
        Just(Happened::Done),
        Just(Happened::Tried),
        Just(Happened::Dropped),
        (1_u32..28).prop_map(|n| Happened::Day(day(&format!("2026-04-{n:02}")))),
        "\\PC{1,20}".prop_map(Happened::Who),
        "[ -~\n#*é🙂-]{1,30}".prop_map(Happened::Said),
    ]
}

proptest! {
    #[test]
    fn every_earlier_word_stays_and_header_and_text_agree(
        happenings in vec((0..2_usize, anything()), 1..12),
    ) {
        let mut markdown = RECORD.to_owned();
        for (nth, happened) in &happenings {
            let before = markdown.clone();
            markdown = after(&before, *nth, happened);
            let body = |text: &str| text.split_once("---\n\n").expect("a body").1.to_owned();
            // The line stands after all that was there.
            prop_assert!(body(&markdown).starts_with(&body(&before)));
            prop_assert_eq!(body(&markdown).lines().count() > body(&before).lines().count(), true);
            let (was, is) = (&of_record(&id(), &before)[*nth], &of_record(&id(), &markdown)[*nth]);
            prop_assert_eq!(is.changes, was.changes + 1);
            prop_assert_eq!(is.reference(), was.reference());
            let line = markdown.lines().last().expect("a line");
            let says = match happened {
                Happened::Done => ("Done: ", is.state == StepState::Done),
                Happened::Tried => ("Tried, no answer", is.tries == was.tries + 1),
                Happened::Day(day) => ("Another day: ", is.due == Some(*day)),
                Happened::Who(_) => ("Another person: ", is.state == was.state),
                Happened::Dropped => ("No longer needed: ", is.state == StepState::Dropped),
                Happened::Said(_) => ("What they said: ", is.state == was.state),
            };
            prop_assert!(line.starts_with(&format!("- {}", says.0)) && says.1, "{line}");
        }
        let read = record::read(&markdown).expect("a record");
        let headings: Vec<_> = read.record.sections.iter().map(|one| one.heading.as_str()).collect();
        prop_assert_eq!(headings, ["What matters to you", "What happens next"]);
        let items = read.record.added.lines().filter(|line| line.starts_with("- ")).count();
        prop_assert_eq!(items, happenings.len());
    }
}

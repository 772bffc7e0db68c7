//! What is added, and that nothing else changes.

use super::*;
use crate::record::{FOOT, view};

fn record(added: &str) -> String {
    format!("---\nalongside: 1\n---\n\n# Talking\n\n{FOOT}\n{added}")
}

#[test]
fn the_heading_comes_with_the_first_and_the_next_go_under_it() {
    let first = add_under(&record(""), WHAT_HAPPENED_NEXT, "- one\n").expect("added");
    assert_eq!(first, record("\n## What happened next\n\n- one\n"));
    let second = add_under(&first, WHAT_HAPPENED_NEXT, "- two\n").expect("added");
    assert_eq!(second, record("\n## What happened next\n\n- one\n- two\n"));
}

#[test]
fn an_entry_goes_under_its_own_heading_whatever_follows() {
    let was = record("\n## What happened next\n\n- one\n\n## You say\n\n> Mine.\n");
    let now = add_under(&was, WHAT_HAPPENED_NEXT, "- two\n").expect("added");
    assert_eq!(
        now,
        record("\n## What happened next\n\n- one\n- two\n\n## You say\n\n> Mine.\n")
    );
}

#[test]
fn a_heading_of_the_letter_that_reads_the_same_is_left_alone() {
    let was = format!("---\nalongside: 1\n---\n\n## What happened next\n\n- talked\n\n{FOOT}\n");
    let now = add_under(&was, WHAT_HAPPENED_NEXT, "- one\n").expect("added");
    assert_eq!(now, format!("{was}\n## What happened next\n\n- one\n"));
}

const LETTER: &str = "---\nalongside: 1\nid: \"2026-03-10-1420-listen-7k3f\"\nkind: \"listen-and-connect\"\n\
    started: \"2026-03-10T14:20:00+00:00\"\n---\n\n# Talking with you, Joan\n\n## What worries you\n\n\
    > \"I fell on the front step.\"\n\n- Frightened of the front step.\n\n";

fn whole() -> String {
    format!("{LETTER}{FOOT}\n")
}

fn spends() -> String {
    let spent = "spent:\n  - what: \"electric key\"\n    pence: 2200\n  - what: \"milk\"\n    pence: 600\n---\n\n#";
    let used = "## What I used\n\n- Cold house\n- £22 electric key\n- £6 milk\n\n";
    format!("{}{used}{FOOT}\n", LETTER.replacen("---\n\n#", spent, 1))
}

fn at() -> Moment {
    "2026-03-11T09:10:00+00:00".parse().expect("a time")
}

fn with(markdown: &str, addition: &Addition) -> String {
    add(markdown, addition, Some("Priya N"), at()).expect("added")
}

fn correction(old: &str, new: &str) -> Addition {
    Addition::Correction {
        old: old.to_owned(),
        new: new.to_owned(),
        why: "I misheard".to_owned(),
    }
}

#[test]
fn a_correction_says_who_when_why_old_and_new_and_is_read_in_its_place() {
    let now = with(&whole(), &correction("the front  step", "the back step"));
    let line = "## Added since\n\n- Corrected: \"the front step\" should be \"the back step\". Why: I misheard \
                *(Priya N, Wed 11 March 2026, 09:10)*\n";
    assert!(now.ends_with(line), "{now}");
    assert!(now.contains("status: \"amended\""));
    let read = view::corrected(&now).expect("a record");
    assert!(
        read.contains("> \"I fell on the back step [corrected].\"\n"),
        "{read}"
    );
    assert!(read.contains("- Frightened of the back step [corrected].\n"));
    let finished = view::as_finished(&now).expect("a record");
    assert!(finished.ends_with(whole().split_once("---\n\n").expect("a letter").1));
}

#[test]
fn an_amount_that_is_put_right_counts_as_it_was_put_right() {
    let spent = |markdown: &str| {
        let record = read::read(markdown).expect("a record").record;
        let spent = record.front.counted.spent.into_iter();
        spent
            .map(|spent| (spent.pence, spent.what))
            .collect::<Vec<_>>()
    };
    let key = |pence| vec![(pence, "electric key".to_owned()), (600, "milk".to_owned())];
    let was = spends();
    assert_eq!(spent(&was), key(2_200));
    let now = with(&was, &correction("£22 electric key", "£32 electric key"));
    assert_eq!(spent(&now), key(3_200));
    let now = with(&now, &correction("£32", "£42.50"));
    assert_eq!(spent(&now), key(4_250), "and again");
    let now = with(&now, &correction("Cold house", "Warm house"));
    assert_eq!(spent(&now), key(4_250), "other words");
    let now = with(
        &now,
        &correction("£42.50 electric key", "Nothing was bought"),
    );
    assert_eq!(spent(&now), key(4_250), "no amount to count instead");
}

#[test]
fn what_was_corrected_can_be_corrected_again() {
    let now = with(&whole(), &correction("front step", "back step"));
    let now = with(&now, &correction("the back", "the garden"));
    let now = with(&now, &correction("garden step", "garden path"));
    let read = view::corrected(&now).expect("a record");
    assert!(
        read.contains("on the garden path [corrected].\"\n"),
        "{read}"
    );
    assert_eq!(read.matches("[corrected]").count(), 2, "{read}");
    let olds = back::additions(&now)
        .into_iter()
        .map(|added| added.addition);
    let olds: Vec<String> = olds
        .filter_map(|addition| match addition {
            Addition::Correction { old, .. } => Some(old),
            _ => None,
        })
        .collect();
    assert_eq!(olds, ["front step", "the back", "garden step"]);
}

#[test]
fn words_that_are_not_there_are_not_corrected() {
    let refused = |addition: &Addition| add(&whole(), addition, None, at()).expect_err("refused");
    assert_eq!(
        refused(&correction("the  side step", "x")),
        AddRefusal::NotThere("the  side step".to_owned())
    );
    assert_eq!(refused(&correction(" ", "x")), AddRefusal::Nothing);
    assert_eq!(refused(&correction("front", "")), AddRefusal::Nothing);
    let same = correction("\"front\"", "front");
    assert_eq!(refused(&same), AddRefusal::SameWords);
    let no_reason = Addition::Void {
        why: " ".to_owned(),
    };
    assert_eq!(refused(&no_reason), AddRefusal::NoReason);
    assert_eq!(model::times(&whole(), "“front step”"), 2);
    assert_eq!(model::times(&whole(), "step on"), 0);
}

#[test]
fn their_own_statement_is_kept_line_for_line() {
    let words = "# I did not say that.\n- I said *later*\\\n\n> and nobody asked ## Added since";
    let statement = Addition::Statement(words.to_owned());
    let now = with(&with(&whole(), &statement), &statement);
    let one = "> \\# I did not say that.\\\n> \\- I said \\*later\\*\\\\\n>\n> \\> and nobody asked ## Added since\n\
               \n*(Priya N, Wed 11 March 2026, 09:10)*\n";
    assert_eq!(
        now.split_once("## You say\n\n").expect("theirs").1,
        format!("{one}\n{one}")
    );
    let read = back::additions(&now);
    assert_eq!(read.len(), 2);
    assert!(read.iter().all(|added| added.addition == statement));
}

#[test]
fn a_void_record_says_why_and_can_stand_again() {
    let why = || "The wrong \"Joan\"".to_owned();
    let void = with(&whole(), &Addition::Void { why: why() });
    let front = front::read_front(&void).expect("a header");
    assert!(front.is_void() && front.status == Status::Amended);
    assert!(void.contains(
        "voided: \"2026-03-11\"\nvoided_by: \"Priya N\"\nvoided_because: \"The wrong \\\"Joan\\\"\"\n"
    ));
    assert!(void.contains("- This record no longer stands. Why: The wrong \"Joan\" *(Priya N,"));
    let again = Addition::Void { why: why() };
    assert_eq!(add(&void, &again, None, at()), Err(AddRefusal::AlreadyVoid));
    let back = Addition::StandsAgain { why: why() };
    assert_eq!(add(&whole(), &back, None, at()), Err(AddRefusal::NotVoid));
    let stands = with(&void, &back);
    assert!(!stands.contains("voided"), "{stands}");
    assert_eq!(back::additions(&stands).len(), 2, "both are kept");
}

#[test]
fn a_header_that_says_void_by_hand_is_void() {
    let said = |field: &str| {
        let text = whole().replacen("alongside: 1\n", &format!("alongside: 1\n{field}\n"), 1);
        front::read_front(&text).expect("a header").voided
    };
    for field in ["voided: false", "voided: no", "voided: \"\"", "voided:", ""] {
        assert_eq!(said(field), None, "{field}");
    }
    assert_eq!(said("voided: true"), Some(Voided::default()));
    let because = said("voided: The wrong person").and_then(|voided| voided.because);
    assert_eq!(because.as_deref(), Some("The wrong person"));
    let on = said("voided: 2026-03-12\nvoided_by: Sam").expect("void");
    assert_eq!(
        on.on.map(|day| day.to_string()).as_deref(),
        Some("2026-03-12")
    );
    assert_eq!(on.by.as_deref(), Some("Sam"));
}

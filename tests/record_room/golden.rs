//! Records as they are printed and read: three conversations, the file kept apart, and a copy.

use alongside::{
    conversation::{Choice, Detail},
    line::{Day, Mark, Outcome, Step, When, Who},
    record::{self, Record},
};

use crate::support::{at, begin, crisis, day, joan, listen, moves, note, presence, step};

#[test]
fn joan_rang_and_was_listened_to() {
    let record = Record::from_conversation(&joan(), at("14:58"));
    insta::assert_snapshot!(record::markdown(&record));
}

#[test]
fn joan_has_a_copy() {
    let mut talk = joan();
    talk.detail = Some(Detail::Everything);
    let record = Record::from_conversation(&talk, at("14:58"));
    insta::assert_snapshot!(
        record::person_copy(&record, None)
            .expect("nothing forbids it")
            .words()
    );
}

#[test]
fn what_carol_said_is_kept_apart() {
    insta::assert_snapshot!(record::apart_markdown(&joan(), at("14:58")).expect("one note"));
}

#[test]
fn a_call_that_became_a_crisis() {
    let mut talk = begin(listen());
    talk.facts.person = Some("Rahim".to_owned());
    talk.facts.how = Some("home".to_owned());
    talk.facts.by = Some("Dawn".to_owned());
    talk.facts.no_copy_home = true;
    talk.facts.present = vec![
        presence("Yusuf", "brother", None),
        presence("PC Lane", "", Some(at("15:05"))),
    ];
    talk.facts.present[0].to = Some(at("15:00"));
    talk.detail = Some(Detail::Everything);
    note(
        &mut talk,
        None,
        "Your wife went to her mother's on the 7th.\nYou stopped eating properly on the 8th.",
    );
    note(&mut talk, Mark::Connection, "Yusuf, two streets away");
    moves(&mut talk, crisis(), at("14:41"));
    note(
        &mut talk,
        Mark::Matters,
        "Not be alone at night till Friday",
    );
    note(
        &mut talk,
        Mark::OwnWords,
        "Stop the landlord before I open another one.",
    );
    note(
        &mut talk,
        Mark::OwnWords,
        "I am not a child.\n\nI can still count.",
    );
    note(&mut talk, Mark::Saw, "Insulin in the fridge, 2 pens");
    note(&mut talk, None, "He has not been this low since 2019.").speaker =
        Some("Yusuf".to_owned());
    note(
        &mut talk,
        None,
        "£22 electric key and shopping, from the small pot",
    );
    step(
        &mut talk,
        "Yusuf sleeps here tonight. If he can't, he rings me before 20:00.",
        Who::Named("Yusuf".to_owned()),
        Some(day(10)),
    );
    step(&mut talk, "Take the letter to Tanya", Who::Person, None);
    step(&mut talk, "Ask about the rent", Who::NotSaid, Some(day(13)));
    note(&mut talk, Mark::NextStep, "Ring you").step = Some(Step {
        who: Who::You,
        when: When {
            day: Day::On(day(16)),
            week: true,
            ..When::default()
        },
        outcome: Outcome::Open,
        agreed: None,
        settled: None,
        again: false,
    });
    note(
        &mut talk,
        Mark::ComeBack,
        "Where you live. You said, \"Not this week.\"",
    );
    let view = note(
        &mut talk,
        Mark::View,
        "Nights are the risk, which is why tonight comes first.",
    );
    view.late = true;
    insta::assert_snapshot!(record::markdown(&Record::from_conversation(
        &talk,
        at("15:35")
    )));
}

#[test]
fn a_call_with_nothing_noted() {
    let talk = begin(listen());
    insta::assert_snapshot!(record::markdown(&Record::from_conversation(
        &talk,
        at("14:21")
    )));
}

#[test]
fn words_that_look_like_markup() {
    let mut talk = begin(listen());
    talk.facts.person = Some("Mrs [Khan](x)".to_owned());
    talk.detail = Some(Detail::Everything);
    for text in [
        "# not a heading",
        "1. tablets at 8\n2. tablets at 12\n- and 1.5 mg of <something>\n---\n> A&E said &amp; 2 * 3",
        "Email joan_m_1@example.org or see https://example.org/a_b, costs ~£5",
        "Carol: \"she is lonely\"",
        "-5 degrees in the kitchen; 50% off; cost #3",
    ] {
        note(&mut talk, None, text).choice = Choice::In;
    }
    insta::assert_snapshot!(record::markdown(&Record::from_conversation(
        &talk,
        at("14:58")
    )));
}

#[test]
fn our_full_stop_after_a_number_begins_no_list() {
    let mut talk = begin(listen());
    step(&mut talk, "Bring the form\n2", Who::You, None);
    let record = Record::from_conversation(&talk, at("14:58"));
    let text = record::markdown(&record);
    assert!(
        text.contains("- [ ] Bring the form\\\n  2\\. **Me**"),
        "{text}"
    );
    assert_eq!(record::read(&text).expect("a record").record, record);
}

#[test]
fn no_copy_goes_where_none_may() {
    let mut talk = joan();
    talk.facts.no_copy_home = true;
    let record = Record::from_conversation(&talk, at("14:58"));
    let refusal = record::person_copy(&record, None).expect_err("it is marked");
    assert!(
        refusal
            .to_string()
            .starts_with("Marked in their records: no copy to the home.")
    );
}

#[test]
fn what_is_kept_apart_is_nowhere_else() {
    let mut talk = joan();
    talk.detail = Some(Detail::Everything);
    let record = Record::from_conversation(&talk, at("14:58"));
    assert_eq!(record.front.kept_apart, 1);
    for text in [
        record::markdown(&record),
        record::person_copy(&record, None)
            .expect("allowed")
            .words()
            .to_owned(),
    ] {
        assert!(!text.contains("bills"), "{text}");
    }
}

#[test]
fn the_copy_has_nothing_to_come_back_to() {
    let mut talk = joan();
    talk.detail = Some(Detail::Everything);
    let record = Record::from_conversation(&talk, at("14:58"));
    assert!(record::markdown(&record).contains("grass"));
    assert!(
        !record::person_copy(&record, None)
            .expect("allowed")
            .words()
            .contains("grass")
    );
}

#[test]
fn a_talk_over_midnight_says_both_days() {
    let mut talk = begin(listen());
    talk.facts.person = Some("Mrs Khan".to_owned());
    let record = Record::from_conversation(&talk, at("14:20") + chrono::Duration::hours(18));
    assert_eq!(record.title, "Talking with you, Mrs Khan");
    assert_eq!(
        record.intro[0],
        "Tuesday 10 March 2026, 14:20, to Wednesday 11 March 2026, 08:20. Mrs Khan and me."
    );
}

#[test]
fn a_shorter_look_keeps_what_it_cannot_tell() {
    let record = Record::from_conversation(&joan(), at("14:58"));
    let short = record::markdown(&record::detail_cut(&record, Detail::Short));
    assert!(short.contains("just me and the telly") && short.contains("front step"));
    assert!(short.contains("Sam rings Joan tomorrow. **"));
    assert!(!short.contains("lonely") && !short.contains("not your health"));
    assert_eq!(record::detail_cut(&record, Detail::Everything), record);
}

#[test]
fn the_tally_counts_what_would_be_in() {
    let talk = joan();
    let tally = record::tally(&talk);
    let record = Record::from_conversation(&talk, at("14:58"));
    let entries: usize = record
        .sections
        .iter()
        .map(|section| section.entries.len())
        .sum();
    // What was agreed comes next is a line of the record and no note.
    assert_eq!((tally.included + 1, tally.total), (entries, 11));
    assert_eq!(tally.words, 76);
}

#[test]
fn read_back_and_the_header_count_the_same_words_of_the_same_letter() {
    for detail in [Detail::Short, Detail::Standard, Detail::Everything] {
        let mut talk = joan();
        talk.detail = Some(detail);
        let header = Record::from_conversation(&talk, at("14:58")).front.counted;
        assert_eq!(Some(record::tally(&talk).words), header.words, "{detail:?}");
    }
}

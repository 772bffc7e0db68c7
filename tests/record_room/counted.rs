//! What is noted for the figures: a line the person can read, and a field that says the same.

use alongside::{
    conversation::{Caller, Choice, Conversation, Detail, Fact, Note},
    line::Mark,
    record::{
        self, Counted, Record,
        counted::{Connected, HandedOver, Spent, TalkedOver},
    },
};
use chrono::NaiveDate;

use crate::support::{at, begin, day, listen, note};

fn told<'a>(talk: &'a mut Conversation, fact: Fact, text: &str) -> &'a mut Note {
    let kept = note(talk, None, text);
    kept.fact = Some(fact);
    kept
}

/// Derek's talk, in which everything that counts was noted once.
fn derek() -> Conversation {
    let mut talk = begin(listen());
    talk.facts.person = Some("Derek P".to_owned());
    talk.facts.by = Some("Priya N".to_owned());
    talk.facts.contacted = NaiveDate::from_ymd_opt(2026, 3, 3);
    talk.facts.old_way = Some("last winter".to_owned());
    talk.facts.route = Some("connected locally".to_owned());
    note(
        &mut talk,
        Mark::OwnWords,
        "I don't like to ask. I never have.",
    );
    note(
        &mut talk,
        Mark::Matters,
        "His budgie, and the radio on by six",
    );
    note(&mut talk, None, "£22.50 electric key");
    told(
        &mut talk,
        Fact::HandedOver("Sam Okoro".to_owned()),
        "I handed this to Sam Okoro: she knows the housing team.",
    );
    told(
        &mut talk,
        Fact::TalkedOver("Ana Silva".to_owned()),
        "I talked this over with Ana Silva: we go back on Friday.",
    );
    let club = "Chapel Lane lunch club, Tue 12-2, 01632 960123";
    note(&mut talk, Mark::Connection, club).fact = Some(Fact::Kind("friendship".to_owned()));
    note(&mut talk, Mark::Connection, "Sam next door");
    talk
}

fn written(talk: &Conversation) -> Record {
    let record = Record::from_conversation(talk, at("14:58"));
    let read = record::read(&record::markdown(&record))
        .expect("a record")
        .record;
    assert_eq!(read, record, "it is read back as it was written");
    record
}

fn counted(talk: &Conversation) -> Counted {
    written(talk).front.counted
}

#[test]
fn derek_reads_who_has_it_now_and_the_header_counts_it() {
    insta::assert_snapshot!(record::markdown(&written(&derek())));
}

#[test]
fn every_field_says_what_its_line_says() {
    let some = |text: &str| Some(text.to_owned());
    let record = written(&derek());
    let expected = Counted {
        contacted: Some(day(3)),
        handed_over: vec![HandedOver {
            to: "Sam Okoro".to_owned(),
            why: some("she knows the housing team"),
        }],
        talked_over: vec![TalkedOver {
            with: "Ana Silva".to_owned(),
            decision: some("we go back on Friday"),
        }],
        spent: vec![Spent {
            pence: 2250,
            what: "electric key".to_owned(),
        }],
        connected: vec![
            Connected {
                with: "Chapel Lane lunch club".to_owned(),
                kind: some("friendship"),
            },
            Connected {
                with: "Sam next door".to_owned(),
                kind: None,
            },
        ],
        talk_minutes: Some(38),
        words: Some(record.words()),
        mattered: vec!["just-listening".to_owned(); 2],
        old_way: some("last winter"),
    };
    assert_eq!(record.front.counted, expected);
}

#[test]
fn of_what_is_kept_apart_nothing_is_counted_not_even_the_money() {
    let mut apart = derek();
    apart.notes.iter_mut().for_each(|note| note.apart = true);
    let expected = Counted {
        contacted: Some(day(3)),
        talk_minutes: Some(38),
        words: Some(7),
        old_way: Some("last winter".to_owned()),
        ..Counted::default()
    };
    assert_eq!(counted(&apart), expected);
    assert!(!record::markdown(&written(&apart)).contains("pence"));
}

#[test]
fn what_is_left_out_by_hand_is_left_out_of_the_letter_and_was_done_all_the_same() {
    let mut out = derek();
    let all = counted(&out);
    out.notes
        .iter_mut()
        .for_each(|note| note.choice = Choice::Out);
    let expected = Counted {
        words: Some(7),
        connected: vec![],
        mattered: vec![],
        ..all
    };
    assert_eq!(counted(&out), expected);
}

#[test]
fn money_in_a_note_of_its_own_kind_stays_under_its_own_heading() {
    let mut talk = derek();
    note(&mut talk, Mark::Worry, "£900 behind with the rent");
    let said = note(&mut talk, None, "£500 a month is what she owes");
    said.fact = Some(Fact::JustWords);
    talk.detail = Some(Detail::Everything);
    let record = written(&talk);
    assert_eq!(record.front.counted.spent.len(), 1);
    let used = record
        .sections
        .iter()
        .find(|one| one.heading == "What I used");
    assert_eq!(used.map(|section| section.entries.len()), Some(1));
    assert!(record::markdown(&record).contains("- £900 behind with the rent"));
}

#[test]
fn what_was_agreed_comes_next_is_read_under_what_happens_next() {
    let mut talk = begin(listen());
    talk.facts.route = Some("connected locally".to_owned());
    let record = written(&talk);
    let said: Vec<_> = record
        .sections
        .iter()
        .map(|section| (&*section.heading, &*section.entries[0].text))
        .collect();
    let next = "What we agreed comes next: connected locally.";
    assert_eq!(said, [("What happens next", next)]);
}

#[test]
fn a_contact_that_is_half_a_sentence_is_made_a_whole_one() {
    let mut talk = derek();
    talk.facts.contact = Some("by text".to_owned());
    let intro = written(&talk).intro;
    assert_eq!(
        intro.last().map(String::as_str),
        Some("How you like to be contacted: by text.")
    );
}

#[test]
fn a_shorter_letter_counts_no_less() {
    let mut talk = derek();
    let standard = counted(&talk);
    talk.detail = Some(Detail::Short);
    let short = written(&talk);
    assert!(!record::markdown(&short).contains("- £22.50"));
    let expected = Counted {
        words: Some(short.words()),
        ..standard
    };
    assert_eq!(short.front.counted, expected);
}

#[test]
fn what_is_quoted_promised_thought_or_said_by_somebody_else_is_none_of_it() {
    for mark in [
        Mark::NextStep,
        Mark::View,
        Mark::ComeBack,
        Mark::OwnWords,
        Mark::Saw,
    ] {
        let mut talk = derek();
        let notes = talk.notes.iter_mut().filter(|note| note.mark.is_none());
        notes.for_each(|note| note.mark = Some(mark));
        let counted = counted(&talk);
        assert_eq!(counted.spent, [], "{mark:?}");
        assert_eq!(
            (counted.handed_over.len(), counted.talked_over.len()),
            (0, 0),
            "{mark:?}"
        );
    }
    let mut talk = derek();
    let notes = talk.notes.iter_mut();
    notes.for_each(|note| note.speaker = Some("Carol".to_owned()));
    let counted = counted(&talk);
    assert_eq!((counted.spent.len(), counted.mattered.len()), (0, 0));
    assert_eq!(
        counted.connected.len(),
        2,
        "a connection is one whoever knew of it"
    );
}

#[test]
fn whoever_rang_for_them_got_in_touch() {
    let mut talk = derek();
    talk.facts.caller = Some(Caller {
        name: "Carol".to_owned(),
        role: None,
    });
    let intro = written(&talk).intro;
    let said = "Carol first got in touch for you on Tuesday 3 March 2026.";
    assert!(intro.iter().any(|line| line == said), "{intro:?}");
}

//! Notes that count: they stay true to their words, stay by themselves, and promises keep the day they were agreed for.

use chrono::NaiveDate;

use super::*;
use crate::{
    conversation::{About, Caller, Due, Fact},
    line::Outcome,
};

fn handed_over() -> Command {
    Command::Count {
        fact: Some(Fact::HandedOver("Sam Okoro".into())),
        text: "I handed this to Sam Okoro: she knows.".into(),
        late: false,
    }
}

fn given_over(keys: &str) -> Talking {
    let mut talk = given(keys);
    talk.does(handed_over()).expect("can be kept");
    talk
}

fn sam() -> Option<Fact> {
    Some(Fact::HandedOver("Sam Okoro".into()))
}

fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().expect("a day"))
}

#[test]
fn the_line_stays_and_undo_takes_the_note_back() {
    let mut talk = given_over("she likes");
    talk.line("she likes|")
        .holds(["I handed this to Sam Okoro: she knows."]);
    assert_eq!(talk.last().fact, sam());
    talk.does(Command::Undo).expect("can be undone");
    talk.line("she likes|").holds([]);
    talk.does(Command::Redo).expect("can be done again");
    assert_eq!(talk.last().fact, sam());
}

#[test]
fn changed_words_say_another_name_or_nobody_and_undo_says_the_first_again() {
    let mut talk = given_over("");
    talk.changes(false)
        .does(Command::ClearLine)
        .expect("clears");
    talk.keys("I handed this to Bo: he knows.<enter>");
    assert_eq!(talk.last().fact, Some(Fact::HandedOver("Bo".into())));
    talk.changes(false)
        .does(Command::ClearLine)
        .expect("clears");
    talk.keys("It stays with me.<enter>");
    assert_eq!(talk.last().fact, None);
    let note = talk.last().id;
    while talk.talk.note(note).is_some_and(|note| note.fact != sam()) {
        talk.does(Command::Undo).expect("there is more");
    }
    assert_eq!(talk.last().text, "I handed this to Sam Okoro: she knows.");
}

#[test]
fn what_is_split_off_is_not_counted_twice() {
    let mut talk = given_over("");
    talk.changes(true).keys("<nl>She rings you.<enter>");
    let facts: Vec<_> = talk
        .talk
        .notes
        .iter()
        .map(|note| note.fact.clone())
        .collect();
    assert_eq!(facts, [sam(), None]);
}

#[test]
fn it_is_not_joined_to_another() {
    let mut talk = given_over("one<enter>");
    assert_eq!(talk.does(Command::Join(None)), Err(Refusal::CountedAlone));
    talk.keys("two<enter>");
    assert_eq!(talk.does(Command::Join(None)), Err(Refusal::CountedAlone));
    assert_eq!(talk.talk.notes.len(), 3);
}

#[test]
fn it_is_never_what_a_caller_told() {
    let mut talk = given_over("");
    let caller = Caller {
        name: "Carol".into(),
        role: None,
    };
    talk.does(Command::About(About::Caller(Some(caller))))
        .expect("can be said");
    assert_eq!(talk.last().speaker, None);
    let whose = Command::Whose(None, Some("Carol".into()));
    assert_eq!(talk.does(whose), Err(Refusal::WorkersOwn));
}

#[test]
fn what_is_noted_after_the_talk_is_late_and_in() {
    let mut talk = given("");
    let late = Command::Count {
        fact: None,
        text: "£22 electric key".into(),
        late: true,
    };
    talk.does(late).expect("can be kept");
    assert!(talk.last().late);
    assert_eq!(talk.last().spend(), Some(2200));
}

#[test]
fn only_an_unmarked_line_with_an_amount_and_what_for_is_a_spend() {
    for (typed, pence) in [
        ("£22 electric key", Some(2200)),
        ("£7.5 milk", Some(750)),
        ("£1,250.50 bed", None),
        ("& £70 for the vet", Some(7000)),
        ("! £900 behind with the rent", None),
        ("* £5 a week for the bingo", None),
        ("+£5 change", None),
        ("@ £30 to the lunch club", None),
        ("Carol: £80 a night", None),
        (" £500 a month is what she owes", None),
        ("£3k x", None),
        ("£0 nothing", None),
        ("£22.50", None),
        ("£22: electric key", Some(2200)),
        ("£50,000 stolen by her nephew", None),
        ("£600 bed", None),
    ] {
        let talk = given(&format!("{typed}<enter>"));
        assert_eq!(talk.last().spend(), pence, "{typed}");
    }
}

#[test]
fn just_text_stays_just_text_until_its_space_is_taken_out() {
    let mut talk = given(" £60 dentist<enter>");
    assert_eq!(talk.last().text, "£60 dentist");
    talk.changes(false).line(" £60 dentist|");
    talk.keys(" bill<enter>");
    assert_eq!(talk.last().spend(), None);
    talk.changes(false);
    talk.does(Command::ClearLine).expect("clears");
    talk.keys("£60 dentist<enter>");
    assert_eq!(talk.last().spend(), Some(6_000));
    talk.does(Command::Undo).expect("can be undone");
    assert_eq!(talk.last().spend(), None);
}

#[test]
fn what_was_said_to_be_a_spend_is_one_until_its_words_or_a_space_say_otherwise() {
    let spent = |text: &str| {
        let mut talk = given("");
        let count = Command::Count {
            fact: Some(Fact::Spent),
            text: text.into(),
            late: false,
        };
        talk.does(count).expect("can be kept");
        talk
    };
    for text in ["£600 bed", "£30 per visit", "£22 electric key"] {
        assert!(spent(text).last().spend().is_some(), "{text}");
    }
    for (becomes, pence) in [
        ("£620 bed", Some(62_000)),
        ("A bed", None),
        (" £620 bed", None),
        ("! £620 bed", None),
    ] {
        let mut talk = spent("£600 bed");
        talk.changes(false).line("£600 bed|");
        talk.does(Command::ClearLine).expect("clears");
        talk.keys(&format!("{becomes}<enter>"));
        assert_eq!(talk.last().spend(), pence, "{becomes}");
    }
    let mut talk = spent("£600 bed");
    talk.keys("milk<enter>");
    talk.does(Command::Join(None)).expect("joins");
    assert_eq!(talk.last().spend(), Some(60_000), "still a spend");
}

#[test]
fn a_day_put_right_at_once_is_the_day_agreed_and_one_moved_later_is_not() {
    const A_DAY: i64 = 24 * 60 * 60 * 1000;
    let mut talk = given("> Sam rings on Thursday<enter>");
    let moved = |to: &str| Command::Due(None, Due::On(to.parse().expect("a day")));
    let step = |talk: &Talking| talk.last().step.clone().expect("a step");
    talk.does(moved("2026-03-13")).expect("can be set");
    assert_eq!(step(&talk).agreed, None, "it was read wrongly");
    talk.waits(3 * A_DAY);
    talk.does(moved("2026-03-16")).expect("can be set");
    talk.does(moved("2026-03-18")).expect("can be set");
    assert_eq!(step(&talk).agreed, day("2026-03-13"));
    talk.waits(A_DAY);
    talk.does(Command::Outcome(None, Outcome::Done))
        .expect("can be said");
    talk.waits(A_DAY);
    talk.does(Command::Owner(None, Who::You))
        .expect("can be said");
    assert_eq!(
        step(&talk).settled,
        day("2026-03-14"),
        "the day it was done"
    );
    talk.does(Command::Outcome(None, Outcome::Open))
        .expect("can be said");
    assert_eq!(step(&talk).settled, None);
}

#[test]
fn a_promise_for_a_week_was_agreed_for_all_of_it() {
    let mut talk = given("> Sam rings next week<enter>");
    talk.waits(48 * 60 * 60 * 1000);
    let due = Due::On("2026-03-25".parse().expect("a day"));
    talk.does(Command::Due(None, due)).expect("can be set");
    let step = talk.last().step.clone().expect("a step");
    assert_eq!(step.agreed, day("2026-03-22"), "the Sunday");
}

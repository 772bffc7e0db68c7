use proptest::prelude::*;

use super::*;
use crate::{
    conversation::{ConversationId, Moment, NoteId},
    guide::Kind,
    people::Stands,
    promise::{self, Place},
    record::StepState,
};

fn id(day: u32) -> ConversationId {
    ConversationId::read(&format!("2026-03-{day:02}-0900-crisis-aaaa")).expect("an id")
}

fn met(day: u32, stands: Stands) -> Met {
    let at: Moment = format!("2026-03-{day:02}T09:00:00+00:00")
        .parse()
        .expect("a time");
    Met {
        id: id(day),
        stands,
        kind: Kind::Crisis,
        guide: "crisis".to_owned(),
        person: Some("Joan M".to_owned()),
        contact: None,
        by: Some("Priya N".to_owned()),
        started: at,
        ended: at,
        links: vec![],
        no_copy_home: false,
        steady: None,
        again: false,
        words: 0,
    }
}

fn promise(day: u32, what: &str, doer: Doer, state: StepState) -> Promise {
    let made = "2026-03-06".parse().expect("a day");
    Promise {
        place: Place::Record(id(day), what.to_owned()),
        what: what.to_owned(),
        who: Some("Somebody".to_owned()),
        doer,
        by: Some("Priya N".to_owned()),
        due: Some(made),
        week: false,
        again: false,
        time: None,
        state,
        tries: 0,
        changes: 0,
        kind: Kind::Crisis,
        made,
        last: i64::from(day),
        nth: 0,
        own_words: None,
    }
}

fn told(day: u32, said: &[(bool, &str)]) -> Told {
    let said = said.iter().map(|(own, text)| Said {
        heading: "What matters to you".to_owned(),
        own: *own,
        text: (*text).to_owned(),
        matters: !text.starts_with("Besides"),
    });
    Told {
        id: id(day),
        day: "2026-03-06".parse().expect("a day"),
        guides: vec!["crisis".to_owned()],
        said: said.collect(),
    }
}

fn lines<'a>(talks: &'a [Met], promises: &'a [Promise], told: &'a [Told]) -> Vec<Line<'a>> {
    let (talks, promises): (Vec<_>, Vec<_>) = (talks.iter().collect(), promises.iter().collect());
    ten_lines(&talks, &promises, told, |one| one.doer == Doer::Worker)
}

#[test]
fn what_the_worker_promised_is_asked_first_and_the_last_record_is_last() {
    let mut newest = met(9, Stands::Finished);
    newest.contact = Some("Ring the landline".to_owned());
    newest.no_copy_home = true;
    let talks = [met(10, Stands::Open), newest, met(6, Stands::Amended)];
    let promises = [
        promise(9, "Ring about the key safe", Doer::Worker, StepState::Tried),
        promise(9, "Find the card", Doer::Person, StepState::Open),
        promise(6, "Sam rings", Doer::Other, StepState::Open),
        promise(6, "Who asks about the rail", Doer::NotSaid, StepState::Open),
        promise(6, "Post the form", Doer::Worker, StepState::Done),
        promise(1, "Somebody else's", Doer::Worker, StepState::Open),
    ];
    let told = [
        told(9, &[(false, "Still cooks")]),
        told(6, &[(true, "The telly"), (true, "The bus")]),
    ];
    assert_eq!(
        lines(&talks, &promises, &told),
        [
            Line::StillOpen(&talks[0]),
            Line::Asked(&promises[0], 0),
            Line::NothingHome(&talks[1], false),
            Line::Contact(&talks[1], "Ring the landline"),
            Line::Matters(&told[1], &told[1].said[0]),
            Line::Matters(&told[0], &told[0].said[0]),
            Line::Promised(&promises[1], 0),
            Line::Promised(&promises[2], 1),
            Line::Over(&promises[4]),
            Line::Last(&talks[1]),
        ]
    );
}

#[test]
fn where_there_is_room_more_of_what_matters_is_there_the_newest_first_and_what_else_they_told_last()
{
    let talks = [met(9, Stands::Finished), met(6, Stands::Finished)];
    let told = [
        told(
            9,
            &[
                (false, "Besides, the bus"),
                (false, "Still cooks"),
                (false, "The chapel"),
            ],
        ),
        told(
            6,
            &[
                (true, "The telly"),
                (false, "Sam"),
                (false, "Besides, the cold"),
            ],
        ),
    ];
    let promises = [promise(6, "Post the form", Doer::Worker, StepState::Done)];
    let lines = lines(&talks, &promises, &told);
    let said: Vec<&str> = lines
        .iter()
        .filter_map(|line| match line {
            Line::Matters(_, said) => Some(said.text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(
        said,
        [
            "The telly",
            "Still cooks",
            "The chapel",
            "Sam",
            "Besides, the bus",
            "Besides, the cold"
        ]
    );
    assert_eq!(
        lines.len(),
        8,
        "what is over and the last record are there too"
    );
}

#[test]
fn three_promises_are_asked_about_and_the_rest_are_counted() {
    let talks = [met(9, Stands::Finished)];
    let promises: Vec<Promise> = ["a", "b", "c", "d", "e"]
        .map(|what| promise(9, what, Doer::Worker, StepState::Open))
        .into();
    let asked: Vec<usize> = lines(&talks, &promises, &[])
        .iter()
        .filter_map(|line| match line {
            Line::Asked(_, more) => Some(*more),
            _ => None,
        })
        .collect();
    assert_eq!(asked, [0, 0, 2]);
}

#[test]
fn the_last_word_on_letters_home_is_told_from_an_earlier_one() {
    let mut talks = [met(9, Stands::Finished), met(6, Stands::Finished)];
    talks[1].no_copy_home = true;
    assert_eq!(
        lines(&talks, &[], &[])[0],
        Line::NothingHome(&talks[1], false)
    );
    talks[0].no_copy_home = true;
    assert_eq!(
        lines(&talks, &[], &[])[0],
        Line::NothingHome(&talks[0], true)
    );
}

proptest! {
    #[test]
    fn there_are_never_more_than_ten_and_what_keeps_them_safe_is_always_there(
        talks in prop::collection::vec((any::<bool>(), any::<bool>(), any::<bool>()), 1..6),
        promises in prop::collection::vec((0u32..6, 0usize..4, 0usize..5), 0..20),
        said in prop::collection::vec(prop::collection::vec(any::<bool>(), 0..5), 0..4),
    ) {
        let talks: Vec<Met> = talks.iter().enumerate().map(|(at, (open, home, contact))| {
            let stands = if *open { Stands::Open } else { Stands::Finished };
            let mut met = met(28 - at as u32, stands);
            met.no_copy_home = *home;
            met.contact = contact.then(|| "Ring first".to_owned());
            met
        }).collect();
        let doers = [Doer::Worker, Doer::Person, Doer::Other, Doer::NotSaid];
        let promises: Vec<Promise> = promises.iter().map(|(at, doer, state)| {
            promise(28 - at, "What", doers[*doer], StepState::ALL[*state])
        }).collect();
        let told: Vec<Told> = said.iter().enumerate().map(|(at, said)| {
            let said: Vec<(bool, &str)> = said.iter().map(|own| (*own, "words")).collect();
            told(28 - at as u32, &said)
        }).collect();
        let lines = lines(&talks, &promises, &told);
        prop_assert!(lines.len() <= MOST, "{}", lines.len());
        let has = |is: fn(&Line<'_>) -> bool| lines.iter().any(is);
        prop_assert_eq!(has(|line| matches!(line, Line::NothingHome(..))), talks.iter().any(|met| met.no_copy_home));
        prop_assert_eq!(has(|line| matches!(line, Line::Contact(..))), talks.iter().any(|met| met.contact.is_some()));
        prop_assert_eq!(matches!(lines.last(), Some(Line::Last(_))), talks.iter().any(|met| !met.is_open()));
        let theirs = promises.iter().any(|one| {
            one.is_open() && one.doer == Doer::Worker && talks.iter().any(|met| met.id == *one.place.id())
        });
        let first = lines.iter().find(|line| !matches!(line, Line::StillOpen(_)));
        prop_assert_eq!(matches!(first, Some(Line::Asked(..))), theirs);
    }
}

#[test]
fn promises_of_an_open_conversation_are_among_them() {
    let talks = [met(10, Stands::Open)];
    let mut made = promise(10, "Ring back", Doer::Worker, StepState::Open);
    made.place = Place::Open(id(10), NoteId(1));
    let promises = [made];
    let listed = promise::due(&promises, "2026-03-10".parse().expect("a day"));
    let talks: Vec<&Met> = talks.iter().collect();
    let lines = ten_lines(&talks, &listed, &[], |_| true);
    assert_eq!(
        lines,
        [Line::StillOpen(talks[0]), Line::Asked(&promises[0], 0)]
    );
}

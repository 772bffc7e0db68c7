use proptest::prelude::*;

use super::*;

fn met(name: &str, day: u32, kind: Kind, stands: Stands) -> Met {
    let at: Moment = format!("2026-03-{day:02}T09:00:00+00:00")
        .parse()
        .expect("a time");
    let id = format!("2026-03-{day:02}-0900-{}-{:04}", kind.name(), name.len());
    Met {
        id: ConversationId::read(&id.replace("listen-and-connect", "listen")).expect("an id"),
        stands,
        kind,
        guide: "listen-and-connect".to_owned(),
        person: Some(name.to_owned()),
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

fn listen(name: &str, day: u32) -> Met {
    met(name, day, Kind::ListenAndConnect, Stands::Finished)
}

fn names(found: Vec<&Person>) -> Vec<&str> {
    found
        .into_iter()
        .map(|person| person.name.as_str())
        .collect()
}

#[test]
fn one_name_is_one_person_whatever_its_case_and_spaces_and_two_spellings_are_two() {
    let all = [
        listen("Joan M", 1),
        met("joan  m", 3, Kind::Crisis, Stands::Amended),
        listen("Jo-an M", 2),
    ];
    let people = People::of(&all, None);
    assert_eq!(names(people.found("")), ["joan m", "Jo-an M"]);
    let joan = people.called(" JOAN M ").expect("known");
    assert_eq!(joan.kinds, [Kind::Crisis, Kind::ListenAndConnect]);
    assert_eq!(joan.talks(&all), [&all[1], &all[0]]);
    assert_eq!(joan.last, all[1].ended);
    assert_eq!(people.called("Joan"), None);
}

#[test]
fn a_void_record_one_without_a_name_and_the_one_in_hand_are_nobody() {
    let mut nameless = listen("", 4);
    nameless.person = None;
    let all = [
        met("Joan M", 1, Kind::Crisis, Stands::Void),
        nameless,
        listen("  ", 5),
        met("Derek H", 6, Kind::Crisis, Stands::Open),
    ];
    assert_eq!(names(People::of(&all, None).found("")), ["Derek H"]);
    assert!(
        People::of(&all, None)
            .called("derek h")
            .expect("known")
            .is_open
    );
    assert!(People::of(&all, Some(&all[3].id)).is_empty());
}

#[test]
fn a_few_letters_find_first_letters_of_words_first_and_then_whoever_was_met_last() {
    let all = [
        listen("Joan M", 1),
        listen("Jo Baker", 2),
        listen("Mary Jones", 3),
        listen("Major Tom", 4),
        listen("Jack Oliver", 5),
        listen("Derek H", 6),
    ];
    let people = People::of(&all, None);
    assert_eq!(
        names(people.found("jo")),
        [
            "Jo Baker",
            "Joan M",
            "Jack Oliver",
            "Mary Jones",
            "Major Tom"
        ]
    );
    assert_eq!(names(people.found("jo b")), ["Jo Baker"]);
    assert_eq!(names(people.found("jm"))[0], "Joan M");
    assert_eq!(names(people.found("drk")), ["Derek H"]);
    assert_eq!(names(people.found("zz")), [""; 0]);
    assert_eq!(
        names(people.begun("jo")),
        ["Jack Oliver", "Mary Jones", "Jo Baker", "Joan M"]
    );
    assert_eq!(names(people.begun("")), [""; 0]);
}

#[test]
fn letters_that_mean_something_to_a_search_are_letters() {
    let all = [listen("Siân O'Neil", 1), listen("Ann ^ !Smith $", 2)];
    let people = People::of(&all, None);
    for typed in ["'", "sian", "o'n", "SIÂN"] {
        assert_eq!(names(people.found(typed)), ["Siân O'Neil"], "{typed}");
    }
    for typed in ["^", "!s", "$"] {
        assert_eq!(names(people.found(typed)), ["Ann ^ !Smith $"], "{typed}");
    }
}

proptest! {
    #[test]
    fn everybody_is_found_by_their_own_name_and_by_its_first_letter(names in prop::collection::vec("\\PC{1,12}", 1..20), typed in "\\PC{0,4}") {
        let all: Vec<Met> = names.iter().enumerate().map(|(at, name)| listen(name, 1 + at as u32)).collect();
        let people = People::of(&all, None);
        for name in names.iter().filter(|name| !name.trim().is_empty()) {
            let person = people.called(name).expect("known");
            prop_assert_eq!(people.found(name)[0], person);
            let first: String = key(name).chars().take(1).collect();
            prop_assert!(people.found(&first).contains(&person));
        }
        let found = people.found(&typed);
        prop_assert!(found.len() <= people.len());
        // Each conversation belongs to one person at most.
        let mut places: Vec<usize> = people.people.iter().flat_map(|person| person.met.clone()).collect();
        places.sort_unstable();
        let count = places.len();
        places.dedup();
        prop_assert_eq!(places.len(), count);
    }
}

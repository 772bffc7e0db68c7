//! The board and what sticking close adds, as laws and as what a worker would notice.

use chrono::{DateTime, NaiveDate, TimeDelta};
use proptest::prelude::*;

use super::{InCrisis, Met, Stands, Stick, Sticking, board, stick, threads};
use crate::{
    conversation::{ConversationId, Link, Moment, Reason, Tie, Whose},
    guide::Kind,
    people::board::{as_looked_at, steadied, to_mend},
    promise::{Doer, Place, Promise, of_record},
    record::{StepState, read_front},
};

fn at(hours: i64) -> Moment {
    let start = DateTime::parse_from_rfc3339("2026-03-02T09:00:00+00:00").expect("a time");
    start + TimeDelta::hours(hours)
}

fn today() -> NaiveDate {
    at(8 * 24).date_naive()
}

fn met(nth: u64, hours: i64) -> Met {
    Met {
        id: ConversationId::new(at(hours), Kind::Crisis, nth),
        stands: Stands::Finished,
        kind: Kind::Crisis,
        guide: "crisis".to_owned(),
        person: None,
        contact: None,
        by: Some("Priya N".to_owned()),
        started: at(hours),
        ended: at(hours),
        links: vec![],
        no_copy_home: false,
        words: 0,
        steady: None,
        again: false,
    }
}

fn check_in(nth: u64, hours: i64, on: &Met) -> Met {
    Met {
        guide: "check-in".to_owned(),
        links: vec![Link {
            to: on.id.clone(),
            tie: Tie::CheckInOn,
        }],
        ..met(nth, hours)
    }
}

fn again(of: &Met, days: i64) -> Promise {
    Promise {
        place: Place::Record(of.id.clone(), "s1".to_owned()),
        what: "Look again".to_owned(),
        who: Some("Priya N".to_owned()),
        doer: Doer::Worker,
        by: of.by.clone(),
        due: Some(at(days * 24).date_naive()),
        week: false,
        time: None,
        state: StepState::Open,
        tries: 0,
        changes: 0,
        kind: Kind::Crisis,
        made: of.started.date_naive(),
        last: of.ended.timestamp(),
        nth: 0,
        own_words: None,
        again: true,
    }
}

fn roots(board: &[InCrisis]) -> Vec<&ConversationId> {
    board.iter().map(InCrisis::root).collect()
}

#[test]
fn the_most_pressing_comes_first_and_who_has_no_day_before_who_is_seen_later() {
    let all: Vec<Met> = (0..5).map(|nth| met(nth, nth as i64)).collect();
    let promises = [
        again(&all[0], 9),
        again(&all[1], 8),
        again(&all[2], 6),
        again(&all[3], 7),
    ];
    let board = board(&all, &promises, today());
    let expected: Vec<_> = [2, 3, 1, 4, 0].map(|nth| &all[nth].id).into();
    assert_eq!(roots(&board), expected);
}

#[test]
fn check_ins_belong_to_the_talk_it_began_with_whichever_they_are_on() {
    let crisis = met(0, 0);
    let first = check_in(1, 24, &crisis);
    let second = check_in(2, 48, &first);
    let third = check_in(3, 72, &second);
    let all = [third.clone(), first, crisis.clone(), second];
    let board = board(&all, &[again(&crisis, 1), again(&third, 9)], today());
    assert_eq!(roots(&board), [&crisis.id]);
    assert_eq!(board[0].last.id, third.id);
    let next = board[0].next.as_ref().expect("one");
    assert_eq!(
        next.place.id(),
        &third.id,
        "somebody has looked since the first"
    );
}

#[test]
fn one_side_of_a_link_is_enough() {
    let mut crisis = met(0, 0);
    let mut check = check_in(1, 24, &crisis);
    crisis.links = check
        .links
        .iter()
        .map(|link| link.turned(&check.id))
        .collect();
    crisis.links[0].to = check.id.clone();
    check.links.clear();
    assert_eq!(threads(&[crisis, check]).len(), 1);
}

#[test]
fn links_that_lead_round_in_a_circle_are_one_crisis() {
    let mut a = met(0, 0);
    let b = check_in(1, 24, &a);
    a.links = check_in(0, 0, &b).links;
    let board = board(&[a, b], &[], today());
    assert_eq!(board.len(), 1);
}

#[test]
fn two_crises_are_one_row_only_where_it_is_one_person_without_doubt() {
    let named = |nth: u64, name: &str, contact: Option<&str>| Met {
        person: Some(name.to_owned()),
        contact: contact.map(str::to_owned),
        ..met(nth, nth as i64)
    };
    let count = |a: Met, b: Met| board(&[a, b], &[], today()).len();
    assert_eq!(
        count(named(0, "Joan M", None), named(1, "joan  m", None)),
        1
    );
    assert_eq!(count(named(0, "Joan", None), named(1, "Joan", None)), 2);
    assert_eq!(count(named(0, "Joan M", None), named(1, "Joan N", None)), 2);
    let two = count(
        named(0, "Joan M", Some("Landline")),
        named(1, "Joan M", Some("Text only")),
    );
    assert_eq!(two, 2, "how to be in touch is not the same");
    assert_eq!(count(met(0, 0), met(1, 1)), 2, "nobody is named");
}

#[test]
fn whoever_spoke_last_of_whether_it_is_steady_is_believed() {
    let mut crisis = met(0, 0);
    let mut check = check_in(1, 24, &crisis);
    crisis.steady = Some((at(30), true));
    assert!(board(&[crisis.clone(), check.clone()], &[], today()).is_empty());
    check.steady = Some((at(31), false));
    assert_eq!(
        board(&[crisis.clone(), check.clone()], &[], today()).len(),
        1
    );
    check.steady = Some((at(30), false));
    assert_eq!(
        board(&[crisis, check], &[], today()).len(),
        1,
        "at once: nobody is let go of"
    );
}

const RECORD: &str = concat!(
    "---\nalongside: 1\nid: \"2026-03-06-1420-crisis-7k3f\"\nkind: \"crisis\"\n",
    "started: \"2026-03-06T14:20:00+00:00\"\nended: \"2026-03-06T14:58:00+00:00\"\nnext_steps:\n",
    "  - id: \"s1\"\n    what: \"Look again\"\n    who: \"Me\"\n    due: \"2026-03-09\"\n    again: true\n",
    "---\n\n# Getting through this\n",
);

fn sticking(what: Stick) -> Sticking {
    Sticking {
        record: ConversationId::read("2026-03-06-1420-crisis-7k3f").expect("an id"),
        what,
        by: Some("Priya N".to_owned()),
        at: at(200),
    }
}

#[test]
fn being_told_of_a_check_in_twice_changes_nothing_more() {
    let told = sticking(Stick::Checked {
        by: met(1, 150).id,
        began: at(150),
        on_this: true,
    });
    let once = stick::add(RECORD, &told)
        .expect("a record")
        .expect("changed");
    assert!(
        once.contains("    state: \"done\"") && once.contains("as: \"has check-in\""),
        "{once}"
    );
    assert_eq!(stick::add(&once, &told), Ok(None));
}

#[test]
fn a_check_in_keeps_the_promise_on_its_own_day_however_late_its_record_is_told() {
    let by = met(1, 150).id;
    let told = sticking(Stick::Checked {
        by: by.clone(),
        began: at(150),
        on_this: true,
    });
    let late = Sticking {
        at: at(2000),
        ..told
    };
    let text = stick::add(RECORD, &late)
        .expect("a record")
        .expect("changed");
    let step = &read_front(&text).expect("a header").next_steps[0];
    assert_eq!(step.settled, Some(at(150).date_naive()));
    assert_eq!(step.check_in, Some(by));
    let words = format!(
        "Done: Look again. *(Priya N, {}",
        at(150).format("%a %-d %B %Y")
    );
    assert!(text.contains(&words), "{text}");
}

#[test]
fn a_promise_a_check_in_kept_reads_as_kept_before_its_record_says_so() {
    let crisis = met(0, 0);
    let to_look = again(&crisis, 1);
    let check = check_in(1, 24, &crisis);
    let is_open = |met: &[Met]| {
        let read = as_looked_at(met, vec![to_look.clone()]);
        read[0].is_open()
    };
    assert!(is_open(std::slice::from_ref(&crisis)));
    assert!(!is_open(&[crisis.clone(), check.clone()]));
    let void = Met {
        stands: Stands::Void,
        ..check
    };
    assert!(is_open(&[crisis, void]));
}

#[test]
fn a_day_to_look_again_that_came_after_the_check_in_is_still_to_come() {
    let told = sticking(Stick::Checked {
        by: met(1, 10).id,
        began: at(10),
        on_this: false,
    });
    assert_eq!(stick::add(RECORD, &told), Ok(None));
}

#[test]
fn there_is_never_a_second_day_to_look_again() {
    let look = |day: &str| {
        sticking(Stick::LookAgain {
            on: day.parse().expect("a day"),
            words: "Look again".to_owned(),
        })
    };
    let moved = stick::add(RECORD, &look("2026-03-12"))
        .expect("a record")
        .expect("changed");
    let id = sticking(Stick::Steady(None)).record;
    let open = |text: &str| {
        let promises = of_record(&id, text).into_iter();
        promises.filter(|one| one.again && one.is_open()).count()
    };
    assert_eq!(open(&moved), 1);
    assert_eq!(stick::add(&moved, &look("2026-03-12")), Ok(None));
    let none = RECORD.replace("again: true", "again: true\n    state: \"dropped\"");
    let added = stick::add(&none, &look("2026-03-12"))
        .expect("a record")
        .expect("changed");
    assert_eq!(open(&added), 1);
}

#[test]
fn what_is_typed_as_a_reason_stays_words() {
    let reason = Reason::read("\"# Steady\n---\nid: x\"").expect("words");
    assert_eq!(reason.whose, Whose::Person);
    let text = stick::add(RECORD, &sticking(Stick::Steady(Some(reason))));
    let text = text.expect("a record").expect("changed");
    let front = read_front(&text).expect("a header");
    let because = front.steady.and_then(|said| said.because);
    assert_eq!(because.as_deref(), Some("# Steady --- id: x"));
    assert!(!text.contains("\n# Steady"), "{text}");
    assert_eq!(Reason::read("  \"  "), None);
}

/// Crises and check-ins on any that came before, some void, some steady, some open.
fn home() -> impl Strategy<Value = Vec<Met>> {
    let one = (
        any::<[bool; 4]>(),
        0usize..8,
        0i64..100,
        prop::option::of(0i64..120),
    );
    prop::collection::vec(one, 0..12).prop_map(|ones| {
        let mut all: Vec<Met> = vec![];
        for (nth, ([is_void, is_open, is_check_in, again], on, hours, steady)) in
            ones.into_iter().enumerate()
        {
            let mut one = match all.get(on).filter(|_| is_check_in) {
                Some(on) => check_in(nth as u64, hours, on),
                None => met(nth as u64, hours),
            };
            one.stands = match (is_void, is_open) {
                (true, _) => Stands::Void,
                (_, true) => Stands::Open,
                _ => Stands::Finished,
            };
            one.steady = steady
                .filter(|hours| hours % 3 == 0)
                .map(|hours| (at(hours), hours % 2 == 0));
            one.again = again;
            all.push(one);
        }
        all
    })
}

proptest! {
    #[test]
    fn whoever_is_in_crisis_and_not_steady_is_on_it_exactly_once(all in home()) {
        let board = board(&all, &[], today());
        for thread in threads(&all) {
            let rows = board.iter().filter(|row| row.holds(&thread.met[0].id)).count();
            prop_assert_eq!(rows, usize::from(thread.is_live()));
        }
        for one in &all {
            let is_void = one.stands == Stands::Void;
            prop_assert!(!is_void || board.iter().all(|row| !row.holds(&one.id)));
            if !is_void && one.steady.is_none() && one.links.is_empty() {
                let others = all.iter().any(|other| !other.links.is_empty());
                prop_assert!(others || board.iter().any(|row| row.holds(&one.id)));
            }
        }
    }

    #[test]
    fn saying_that_it_is_steady_or_void_takes_it_off(all in home()) {
        for row in board(&all, &[], today()) {
            let mut steady = all.clone();
            let mut void = all.clone();
            for one in &mut steady {
                if row.holds(&one.id) {
                    one.steady = Some((at(500), true));
                }
            }
            for one in &mut void {
                if row.holds(&one.id) {
                    one.stands = Stands::Void;
                }
            }
            for less in [steady, void] {
                let rest = board(&less, &[], today());
                prop_assert!(rest.iter().all(|other| other.last.id != row.last.id));
            }
        }
    }

    #[test]
    fn whoever_is_to_be_looked_at_again_after_that_is_on_it_until_it_is_steady_again(all in home(), after in 1i64..50) {
        for row in board(&all, &[], today()) {
            let mut said = all.clone();
            for one in said.iter_mut().filter(|one| row.holds(&one.id)) {
                one.steady = Some((at(500), true));
            }
            let on = said.iter().find(|one| one.id == row.last.id).expect("there").clone();
            let is_on_it = |said: &[Met]| board(said, &[], today()).iter().any(|other| other.holds(&on.id));
            let steadied_now = |said: &[Met]| steadied(said, &[]).iter().any(|other| other.holds(&on.id));
            prop_assert!(!is_on_it(&said) && steadied_now(&said));
            let mut later = check_in(99, 500 + after, &on);
            said.push(later.clone());
            prop_assert!(!is_on_it(&said), "a contact that says nothing of it leaves it as it is");
            later.again = true;
            *said.last_mut().expect("one") = later.clone();
            prop_assert!(is_on_it(&said) && !steadied_now(&said));
            later.steady = Some((at(500 + after), true));
            *said.last_mut().expect("one") = later;
            prop_assert!(!is_on_it(&said));
        }
    }

    #[test]
    fn the_order_of_files_and_of_days_makes_no_other_board(all in home(), days in prop::collection::vec(0i64..12, 12)) {
        let promises: Vec<Promise> = all.iter().zip(&days).map(|(one, days)| again(one, *days)).collect();
        let one = board(&all, &promises, today());
        let turned: Vec<Met> = all.iter().rev().cloned().collect();
        let other = board(&turned, &promises, today());
        prop_assert_eq!(roots(&one), roots(&other));
        let standing = |row: &InCrisis| row.next.as_ref().map(|next| next.due);
        let overdue = one.iter().take_while(|row| standing(row).flatten().is_some_and(|due| due < today()));
        let late = one.iter().filter(|row| standing(row).flatten().is_some_and(|due| due < today()));
        prop_assert_eq!(overdue.count(), late.count());
    }

    #[test]
    fn nothing_is_left_to_mend_once_it_is_mended(all in home()) {
        let mends = to_mend(&all, &[], at(300));
        let mut mended = all.clone();
        for mend in &mends {
            let Stick::Checked { by, on_this: true, .. } = &mend.what else { continue };
            let record = mended.iter_mut().find(|one| one.id == mend.record).expect("there");
            prop_assert!(!record.is_open() && record.stands != Stands::Void);
            record.links.push(Link { to: by.clone(), tie: Tie::CheckedBy });
        }
        prop_assert_eq!(to_mend(&mended, &[], at(300)), vec![]);
    }
}

//! What is added to a finished record, whatever is typed: the letter stays as it was, the headings are exactly ours,
//! and every addition reads back.

use alongside::record::{
    self, AddRefusal, Addition, FOOT, Record,
    addition::{HEADINGS, back::additions, by_and_when},
    inert, view,
};
use proptest::prelude::*;

use crate::{
    laws::{cases, conversation, typed},
    referee::{github, see},
    support::at,
};

/// One thing somebody adds. What is corrected is a word of the letter, the one with this number.
fn addition() -> impl Strategy<Value = (Addition, usize)> {
    let what = (0..5, typed(), typed(), typed()).prop_map(|(which, old, new, why)| match which {
        0 => Addition::Correction { old, new, why },
        1 => Addition::Statement(new),
        2 => Addition::HeardLater(new),
        3 => Addition::Void { why },
        _ => Addition::StandsAgain { why },
    });
    (what, 0..40_usize)
}

/// A correction of words that are there.
fn of_this(record: &str, addition: Addition, nth: usize) -> Addition {
    let finished = view::as_finished(record).expect("a record");
    let words: Vec<&str> = view::body(finished)
        .lines()
        .filter(|line| *line != FOOT)
        .flat_map(|line| line.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    match addition {
        Addition::Correction { new, why, .. } if !words.is_empty() => Addition::Correction {
            old: words[nth % words.len()].to_owned(),
            new,
            why,
        },
        other => other,
    }
}

/// As a record holds it: what was typed is on one line where there is room for one.
fn as_kept(addition: &Addition) -> Addition {
    let line = |words: &str| inert::on_one_line(words);
    match addition {
        Addition::Correction { old, new, why } => Addition::Correction {
            old: old.clone(),
            new: line(new),
            why: line(why),
        },
        Addition::Statement(words) => Addition::Statement(inert::as_written(words)),
        Addition::HeardLater(words) => Addition::HeardLater(line(words)),
        Addition::Void { why } => Addition::Void { why: line(why) },
        Addition::StandsAgain { why } => Addition::StandsAgain { why: line(why) },
    }
}

/// What is under the header.
fn body(record: &str) -> &str {
    record.splitn(3, "---\n").nth(2).expect("a header")
}

/// Whether all of one text is there in another, in one piece or with something put in at one place.
fn is_only_added_to(was: &str, now: &str) -> bool {
    let same = was.bytes().zip(now.bytes()).take_while(|(a, b)| a == b);
    let before = same.count();
    let after = was.bytes().rev().zip(now.bytes().rev());
    let after = after.take_while(|(a, b)| a == b).count();
    now.len() >= was.len() && before + after >= was.len()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_was_there_changes_and_every_addition_reads_back(
        talk in conversation(), wanted in prop::collection::vec(addition(), 1..5), by in prop::option::of(typed()),
    ) {
        let finished = record::markdown(&Record::from_conversation(&talk, at("14:58")));
        let letter = body(&finished).to_owned();
        let (mut now, mut kept) = (finished, vec![]);
        for (addition, nth) in wanted {
            let addition = of_this(&now, addition, nth);
            let was = now.clone();
            match record::add(&was, &addition, by.as_deref(), at("15:10")) {
                Err(AddRefusal::NotARecord(why)) => prop_assert!(false, "{why}"),
                Err(_) => continue,
                Ok(becomes) => now = becomes,
            }
            kept.push(as_kept(&addition));
            prop_assert!(is_only_added_to(body(&was), body(&now)), "{was}\n\n{now}");
        }
        // Exactly the record as it was finished, and the additions as they were made.
        let as_finished = view::as_finished(&now).expect("a record");
        prop_assert_eq!(body(as_finished), &letter);
        let read = additions(&now);
        prop_assert!(read.iter().all(|one| one.by_and_when == by_and_when(by.as_deref(), at("15:10"))), "{}", now);
        let read: Vec<Addition> = read.into_iter().map(|one| one.addition).collect();
        // Under the heading that came first they come first.
        let mut by_heading = kept.clone();
        by_heading.sort_by_key(|one| one.heading() != kept[0].heading());
        prop_assert_eq!(&read, &by_heading, "{}", now);
        // No words of anybody's became a heading, or markup of any kind.
        let seen = see(&now, github());
        prop_assert_eq!(seen.foreign, Vec::<String>::new(), "{}", now);
        let ours = seen.headings.len() - see(as_finished, github()).headings.len();
        let headings = HEADINGS.iter().filter(|heading| kept.iter().any(|one| one.heading() == **heading));
        prop_assert_eq!(ours, headings.count(), "{}", now);
        let front = record::read_front(&now).expect("a header");
        let void = kept.iter().rev().find_map(|one| match one {
            Addition::Void { .. } => Some(true),
            Addition::StandsAgain { .. } => Some(false),
            _ => None,
        });
        prop_assert_eq!(front.is_void(), void.unwrap_or(false));
    }

    #[test]
    fn what_was_put_right_is_read_in_its_place_with_a_sign(
        talk in conversation(), wanted in prop::collection::vec(addition(), 1..4),
    ) {
        let mut now = record::markdown(&Record::from_conversation(&talk, at("14:58")));
        let mut signs = 0;
        for (addition, nth) in wanted {
            let addition = of_this(&now, addition, nth);
            let Ok(becomes) = record::add(&now, &addition, None, at("15:10")) else { continue };
            signs += usize::from(matches!(addition, Addition::Correction { .. }));
            now = becomes;
        }
        let read = view::corrected(&now).expect("a record");
        prop_assert_eq!(read == now, signs == 0, "{}", read);
        prop_assert_eq!(read.contains(view::SIGN), signs > 0, "{}", read);
        let headings = |text: &str| see(text, github()).headings.len();
        prop_assert_eq!(headings(&read), headings(&now), "{}", read);
        prop_assert_eq!(see(&read, github()).foreign, Vec::<String>::new(), "{}", read);
        prop_assert!(record::read(&read).is_ok());
    }
}

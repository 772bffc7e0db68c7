//! What holds of a debrief whatever is said in it, with a CommonMark parser that is not ours as the referee.

use chrono::{DateTime, TimeDelta};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{
    Met, asked, guide, guide_without, is_on, order_of, page,
    questions::{AFTERWARDS, COUNTED, THREADS, questions},
    threads, told,
};
use crate::{
    conversation::{Added, Command, Conversation, ConversationId, Moment, Part, Stamped},
    guide::{Shelf, TopicId},
    practice::{BUILT_IN, Debrief, NOT_REAL, Scenario, check},
    record::inert,
};

fn scenario() -> Scenario {
    let checked = check(BUILT_IN[0], &Shelf::default());
    checked.scenario.expect("ours is sound")
}

fn now() -> Moment {
    DateTime::parse_from_rfc3339("2026-03-10T14:20:00+00:00").expect("a time")
}

fn does(talk: &mut Conversation, command: &Command) {
    let at = talk.last + TimeDelta::minutes(1);
    for event in talk.decide(command, at).expect("it can be done") {
        talk.apply(&Stamped { at, event });
    }
}

/// A role-play that was listened to and is being talked over.
fn debriefed(scenario: &Scenario) -> Conversation {
    let shelf = Shelf::default();
    let beside = shelf.guide(&scenario.guide).expect("its guide");
    let id = ConversationId::practice(now(), 7);
    let mut talk = Conversation::begin(id, beside, None, now());
    talk.practice = Some(scenario.practised(Part::Listener));
    says(&mut talk, "just-listening", "Slid down, Sunday");
    let switch = Command::Switch(Box::new(guide(scenario, scenario.debrief)));
    does(&mut talk, &switch);
    talk
}

fn says(talk: &mut Conversation, topic: &str, text: &str) {
    let added = Added {
        text: text.to_owned(),
        topic: TopicId::new(topic),
        mark: None,
        speaker: None,
    };
    does(talk, &Command::Add(vec![added]));
}

#[test]
fn it_begins_out_of_role_asks_the_listener_first_and_ends_with_monday() {
    let scenario = scenario();
    for order in Debrief::ALL {
        let guide = guide(&scenario, order);
        let ids: Vec<&str> = guide.topics.iter().map(|topic| topic.id.as_str()).collect();
        assert_eq!(ids[0], "out-of-role");
        assert_eq!(guide.topics[1].why, "To the listener, first");
        assert_eq!(ids.last(), Some(&"monday"));
        let at = |id| ids.iter().position(|one| *one == id).expect("is asked");
        assert!(at("question-3") < at(COUNTED) && at(COUNTED) < at(THREADS));
        assert!(at(THREADS) < at("from-memory") && at("from-memory") < at("is-this-me"));
        let distinct: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(distinct.len(), ids.len(), "{ids:?}");
        let without = guide_without(scenario.kind, order);
        assert_eq!(without.topics.len() + 3, guide.topics.len());
    }
}

#[test]
fn paper_asks_what_the_screen_asks() {
    let scenario = scenario();
    let paper = crate::practice::as_text(&crate::practice::trainer::trainer(&scenario), 2_000);
    for question in questions(scenario.debrief).chain(&AFTERWARDS) {
        assert!(paper.contains(question.ask), "{}", question.ask);
    }
}

#[test]
fn an_answer_is_found_under_its_question_whatever_the_order() {
    let scenario = scenario();
    let mut talk = debriefed(&scenario);
    assert!(is_on(&talk) && order_of(&talk) == Some(Debrief::Pendleton));
    says(&mut talk, "monday", "Wait longer");
    says(&mut talk, "feeling", "A bit rushed");
    let other = guide(&scenario, Debrief::LearnerLed);
    does(&mut talk, &Command::Switch(Box::new(other)));
    assert_eq!(order_of(&talk), Some(Debrief::LearnerLed));
    assert_eq!(asked(&talk).map(|(at, _)| at), Some(1));
    let told = told(&talk, Some(&scenario), false);
    let lines: Vec<&str> = told
        .iter()
        .flat_map(|told| &told.lines)
        .map(String::as_str)
        .collect();
    assert_eq!(
        lines,
        ["Wait longer", "A bit rushed", "14:21 Slid down, Sunday"]
    );
}

#[test]
fn no_thread_is_named_until_it_was_shown_and_the_last_word_on_it_counts() {
    let scenario = scenario();
    let mut talk = debriefed(&scenario);
    let thread = &scenario.threads[1];
    let hidden = page(&talk, Some(&scenario), false);
    for thread in &scenario.threads {
        assert!(!hidden.contains(&thread.title), "{hidden}");
    }
    for met in [Met::NotMet, Met::Heard] {
        says(&mut talk, threads::topic(&thread.id).as_str(), met.name());
        assert_eq!(threads::met(&talk, thread), Some(met));
    }
    assert!(page(&talk, Some(&scenario), true).contains("- Choir, and Beryl: heard\n"));
    does(&mut talk, &Command::Undo);
    assert_eq!(threads::met(&talk, thread), Some(Met::NotMet));
    let gone = page(&talk, None, true);
    assert!(gone.contains("- choir: not met\n"), "{gone}");
}

#[test]
fn a_page_as_it_is_kept() {
    let scenario = scenario();
    let mut talk = debriefed(&scenario);
    says(
        &mut talk,
        "feeling",
        "A bit rushed at the start.\nBetter after the pause.",
    );
    says(&mut talk, COUNTED, "Open 6, closed 4, said back 3");
    says(&mut talk, "heard", "5:40 \"and what would you cook?\"");
    says(&mut talk, "thread-choir", "heard");
    says(
        &mut talk,
        "from-memory",
        "She wants to be clean without a fuss.",
    );
    says(&mut talk, "is-this-me", "Partly");
    says(&mut talk, "monday", "Leave one pause that feels too long.");
    if let Some(practised) = &mut talk.practice {
        practised.again = Some(crate::conversation::Again {
            of: ConversationId::practice(now(), 5),
            nth: 3,
            notes: 2,
        });
    }
    insta::assert_snapshot!(page(&talk, Some(&scenario), true));
}

/// The headings a reader of Markdown sees, and every word.
fn seen(markdown: &str, options: Options) -> (Vec<String>, String) {
    let (mut headings, mut all, mut heading) = (vec![], String::new(), String::new());
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading.clear(),
            Event::End(TagEnd::Heading(_)) => headings.push(heading.clone()),
            Event::Text(words) => {
                heading.push_str(&words);
                all.push_str(&words);
            }
            Event::Code(_) | Event::Html(_) | Event::InlineHtml(_) | Event::Rule => {
                all.push_str("something that was not typed as words");
            }
            _ => all.push(' '),
        }
    }
    (headings, all)
}

fn without_spaces(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #[test]
    fn whatever_is_typed_the_headings_are_ours_line_one_says_not_real_and_no_word_is_lost(
        typed in prop::collection::vec(
            (0_usize..16, prop_oneof!["[-#>*_`~=+1.)(\\[\\]<&;! a-c\n|\\\\]{1,24}", "\\PC{1,24}", "(# |## |- |> |---|===|1\\. |\t){1,2}[a-z\n]{1,9}"]),
            1..8
        ),
        title in "\\PC{1,20}",
    ) {
        let scenario = Scenario { title, ..scenario() };
        let mut talk = debriefed(&scenario);
        let ids: Vec<TopicId> = talk.guide().topics.iter().map(|topic| topic.id.clone()).collect();
        for (at, words) in &typed {
            says(&mut talk, ids[at % ids.len()].as_str(), words);
        }
        let page = page(&talk, Some(&scenario), true);
        prop_assert_eq!(page.lines().next(), Some(NOT_REAL));
        let title = inert::on_one_line(&scenario.title);
        let ours = [if title.is_empty() { "Debrief".to_owned() } else { title }];
        let told = told(&talk, Some(&scenario), true);
        let ours: Vec<String> = ours.into_iter().chain(told.into_iter().map(|told| told.heading)).collect();
        let ours: Vec<String> = ours.iter().map(|heading| without_spaces(heading)).collect();
        for options in [Options::empty(), Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS] {
            let (headings, all) = seen(&page, options);
            let headings: Vec<String> = headings.iter().map(|heading| without_spaces(heading)).collect();
            prop_assert_eq!(&headings, &ours);
            let all = without_spaces(&all);
            for note in &talk.notes {
                let words = without_spaces(&inert::as_written(&note.text));
                prop_assert!(all.contains(&words), "{:?} in\n{}", words, page);
            }
        }
    }
}

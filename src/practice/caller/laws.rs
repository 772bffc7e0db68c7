//! What holds for every scenario we ship, whoever talks with the person on its card.

use std::{collections::HashSet, sync::LazyLock};

use proptest::prelude::*;

use super::{
    Caller, PATIENCE,
    mood::{Mood, OVER},
    path::Met,
    small::{FILLERS, SHORT_ANSWERS, TO_AN_OFFER},
    turn::{Did, Turn},
};
use crate::{
    guide::{Shelf, TopicId},
    practice::{Actor, BUILT_IN, Move, Scenario, Speech, check, starter},
};

/// Read once: some of the laws walk through all of them hundreds of times.
static SHIPPED: LazyLock<Vec<Scenario>> = LazyLock::new(|| {
    let shelf = Shelf::default();
    let scenarios = BUILT_IN.iter().map(|text| check(text, &shelf));
    scenarios.filter_map(|checked| checked.scenario).collect()
});

fn turn(did: Did, about: Option<&TopicId>) -> Turn {
    let about = about.filter(|_| did.asks_about()).cloned();
    Turn { did, about }
}

fn opened(moved: Move) -> Turn {
    turn(Did::Opened(moved), None)
}

/// The turns of a walk of choices: each a thing to do and, when it asks, one of the topics there is speech on or none.
fn walk(scenario: &Scenario, does: &[Did], choices: &[(usize, usize)]) -> Vec<Turn> {
    let topics = Caller::new(scenario).topics();
    let chosen = |(did, topic): &(usize, usize)| {
        let topic = topics.get(topic % (topics.len() + 1));
        turn(does[did % does.len()], topic)
    };
    choices.iter().map(chosen).collect()
}

/// Waits, says back and asks openly on each topic, over and over.
fn round_robin(scenario: &Scenario) -> Vec<Turn> {
    let topics = Caller::new(scenario).topics();
    let rounds = std::iter::repeat_n(&topics, 4).flatten();
    let turns = rounds.flat_map(|topic| {
        let asks = turn(Did::Opened(Move::OpenQuestion), Some(topic));
        [opened(Move::Wait), opened(Move::SayItBack), asks]
    });
    turns.collect()
}

fn not_met(scenario: &Scenario, turns: &[Turn]) -> Vec<String> {
    let (caller, _) = Caller::replay(scenario, turns);
    let threads = caller.threads().into_iter();
    let missed = threads.filter(|thread| thread.met == Met::NotMet);
    missed.map(|thread| thread.title).collect()
}

/// Everything anybody may say: what is in the file, and the small things of those who have none of their own.
fn sayable(scenario: &Scenario) -> HashSet<&str> {
    let anybodys = FILLERS.iter().chain(&SHORT_ANSWERS).chain(&TO_AN_OFFER);
    let own = scenario.actors.iter().flat_map(|actor: &Actor| {
        let lists = [&actor.fillers, &actor.short_answers, &actor.to_an_offer];
        let lines = lists.into_iter().flatten();
        lines.chain([&actor.opening, &actor.goodbye])
    });
    let speech = scenario.speech.iter().map(|piece| &piece.says);
    let own = own.chain(speech).map(String::as_str);
    own.chain(anybodys.copied()).collect()
}

#[test]
fn somebody_who_waits_says_back_and_asks_openly_meets_every_thread() {
    for scenario in &*SHIPPED {
        let missed = not_met(scenario, &round_robin(scenario));
        assert!(missed.is_empty(), "{}: {missed:?}", scenario.id);
    }
}

#[test]
fn somebody_who_listens_and_asks_plainly_hears_everything_there_is() {
    for scenario in &*SHIPPED {
        let mut turns = round_robin(scenario);
        for topic in Caller::new(scenario).topics() {
            let asks = turn(Did::Opened(Move::PlainKindQuestion), Some(&topic));
            turns.extend([
                asks.clone(),
                asks.clone(),
                asks,
                opened(Move::NoticeStrength),
            ]);
        }
        turns.extend(round_robin(scenario));
        let (caller, answers) = Caller::replay(scenario, &turns);
        let lines = answers.iter().flat_map(|answer| &answer.says);
        let heard: HashSet<&str> = lines.map(|spoken| &*spoken.words).collect();
        for piece in &scenario.speech {
            assert!(
                heard.contains(&*piece.says),
                "{}: {}",
                scenario.id,
                piece.says
            );
        }
        assert!(
            caller
                .threads()
                .iter()
                .all(|thread| thread.met == Met::Whole)
        );
        assert_eq!(caller.mood(), Mood::Heard);
    }
}

#[test]
fn a_random_walk_of_ten_thousand_moves_never_sticks_and_never_repeats_a_line() {
    for scenario in &*SHIPPED {
        let sayable = sayable(scenario);
        let unsaid: Vec<&String> = scenario
            .actors
            .iter()
            .flat_map(|actor| &actor.not_said)
            .collect();
        let topics = Caller::new(scenario).topics();
        let mut caller = Caller::new(scenario);
        let mut last = String::new();
        let mut quiet = 0;
        // A walk anybody can take again: a generator as small as they come, with the constants of Knuth's MMIX.
        let mut state: u64 = 7;
        let mut chance = |of: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).expect("31 bits") % of
        };
        for _ in 0..10_000 {
            let did = Did::ALL[chance(Did::ALL.len())];
            let asked = turn(did, topics.get(chance(topics.len() + 1)));
            let answer = caller.answer(&asked);
            for spoken in &answer.says {
                assert_ne!(spoken.words, last, "{}: twice running", scenario.id);
                assert!(sayable.contains(&*spoken.words), "{}", spoken.words);
                let says = |unsaid: &&String| spoken.words.contains(unsaid.as_str());
                assert!(!unsaid.iter().any(says), "{}", spoken.words);
                assert!(scenario.actors.iter().any(|actor| actor.id == spoken.by));
                last.clone_from(&spoken.words);
            }
            let closes = !matches!(did, Did::Opened(_));
            assert!(
                !answer.says.is_empty() || closes,
                "{}: {asked:?}",
                scenario.id
            );
            assert!(!answer.says.is_empty() || answer.sounds.is_some());
            quiet += usize::from(answer.says.is_empty());
            if answer.ended {
                assert!(
                    caller
                        .answer(&asked)
                        .sounds
                        .is_some_and(|said| said == OVER)
                );
                caller = Caller::new(scenario);
                last = caller
                    .opening()
                    .says
                    .pop()
                    .map(|said| said.words)
                    .unwrap_or_default();
            }
        }
        assert!(quiet < 1_000, "{} is quiet {quiet} times", scenario.id);
    }
}

/// Whoever the card says rings off does so, and nobody else.
#[test]
fn rushed_on_and_on_somebody_rings_off_if_the_card_says_so_and_otherwise_goes_quiet() {
    let rushing = vec![turn(Did::ClosedQuestion, None); PATIENCE];
    let mut ring_off = 0;
    for scenario in &*SHIPPED {
        for actor in &scenario.actors {
            let rings_off = actor.if_rushed.to_lowercase().contains("ring off");
            assert_eq!(!actor.goodbye.is_empty(), rings_off, "{}", actor.name);
        }
        let (mut caller, answers) = Caller::replay(scenario, &rushing);
        let (last, before) = answers.split_last().expect("answers");
        assert!(
            before
                .iter()
                .all(|answer| !answer.ended && !answer.says.is_empty())
        );
        let rings_off = scenario.actors[0].goodbye.as_str();
        if last.ended {
            assert_eq!(last.says[0].words, rings_off);
            ring_off += 1;
        } else {
            assert!(last.says.is_empty() && last.sounds.is_some());
            assert!(!caller.answer(&opened(Move::Wait)).says.is_empty());
        }
        assert_eq!(last.ended, !rings_off.is_empty(), "{}", scenario.id);

        let (caller, _) =
            Caller::replay(scenario, &[&rushing[1..], &[opened(Move::Wait)]].concat());
        assert!(!caller.ended());
        assert_eq!(caller.mood(), Mood::AsTheyAre, "a pause is a way back");
    }
    assert!(ring_off > 0);
}

#[test]
fn rushing_shuts_a_thread_until_somebody_listens() {
    let scenario = &SHIPPED[0];
    let [wait, closed] = [opened(Move::Wait), turn(Did::ClosedQuestion, None)];
    let mut caller = Caller::new(scenario);
    let mut heard = |turn: &Turn| {
        let answer = caller.answer(turn);
        (
            answer.says[0].words.clone(),
            caller.threads()[0].heard,
            answer.sounds,
        )
    };
    let (first, begun, _) = heard(&wait);
    assert!(first.starts_with("Well. I slid down, Sunday."));
    let (_, same, sounds) = heard(&closed);
    assert!(sounds.is_some_and(|sounds| sounds.contains(&scenario.actors[0].if_rushed)));
    let (small, still, _) = heard(&opened(Move::SayItBack));
    assert!(scenario.actors[0].fillers.contains(&small), "{small}");
    let (_, more, _) = heard(&opened(Move::SayItBack));
    assert_eq!([begun, same, still, more], [1, 1, 1, 2]);
}

#[test]
fn a_question_that_is_not_answered_turns_to_its_thread_and_a_pause_opens_it() {
    let scenario = &SHIPPED[0];
    let small = &scenario.actors[0].fillers;
    let asked = |key: &str| {
        let turns: Vec<Turn> = [key, "wait"].into_iter().filter_map(Turn::of_key).collect();
        let mut said = Caller::replay(scenario, &turns).1.into_iter();
        [said.next(), said.next()].map(|said| said.expect("said").says.remove(0).words)
    };
    let [first, then] = asked("plain-kind-question/tonight");
    assert!(small.contains(&first), "{first}");
    assert!(then.starts_with("I'm careful, you see."), "{then}");
    // The thread of the fall opens to a pause as well, and stands above it in the file.
    let [_, unasked] = asked("plain-kind-question");
    assert!(unasked.starts_with("Well. I slid down"), "{unasked}");
}

#[test]
fn nobody_feels_heard_for_what_somebody_else_said() {
    let family = SHIPPED.last().expect("several");
    let mut caller = Caller::new(family);
    let says = |caller: &mut Caller<'_>, key: &str| {
        let answer = caller.answer(&Turn::of_key(key).expect("a turn"));
        (answer.says[0].by.to_string(), caller.mood())
    };
    says(&mut caller, "wait");
    let eileen = says(&mut caller, "wait");
    assert_eq!(eileen, ("eileen".to_owned(), Mood::Heard));
    let josh = says(&mut caller, "open-question/everyone-has-a-turn");
    assert_eq!(josh, ("josh".to_owned(), Mood::AsTheyAre));
}

#[test]
fn what_is_asked_plainly_is_answered_once_the_thread_has_begun() {
    let scenario = &SHIPPED[0];
    let asks = Turn::of_key("plain-kind-question/tonight").expect("a turn");
    let begins = Turn::of_key("open-question/what-works").expect("a turn");
    let (_, too_soon) = Caller::replay(scenario, std::slice::from_ref(&asks));
    assert!(
        scenario.actors[0]
            .fillers
            .contains(&too_soon[0].says[0].words)
    );
    // The open question meets what is said freely first, and then the thread about money.
    let turns = [begins.clone(), begins, asks];
    let (_, answers) = Caller::replay(scenario, &turns);
    assert!(
        answers[2].says[0]
            .words
            .starts_with("All right. The heating's been off")
    );
}

#[test]
fn the_one_thing_to_try_comes_from_the_path() {
    let scenario = &SHIPPED[0];
    let tried = |keys: &str| {
        let turns: Vec<Turn> = keys.split_whitespace().filter_map(Turn::of_key).collect();
        let (caller, _) = Caller::replay(scenario, &turns);
        caller.one_thing_to_try(&turns)
    };
    assert_eq!(tried(""), "Begin with one open question, and then wait.");
    assert_eq!(
        tried("closed-question closed-question closed-question wait"),
        "3 closed questions came in a row: after the first, leave one pause."
    );
    assert_eq!(
        tried("early-offer wait"),
        "An offer came before Winifred Okafor was listened to: ask one open question first."
    );
    assert_eq!(
        tried("open-question/what-works"),
        "Leave one pause after \"I want one of those seats for the bath...\" and see what comes."
    );
    assert_eq!(
        tried("wait open-question/you-for-a-second open-question/what-works"),
        "Leave one pause after \"Mrs Doyle next door has a key, so nobody...\" and see what comes."
    );
    let listened = round_robin(scenario);
    assert_eq!(
        Caller::replay(scenario, &listened)
            .0
            .one_thing_to_try(&listened),
        "After \"I'm careful, you see.\" ask, plainly and kindly, what you are wondering."
    );
    let (caller, _) = Caller::replay(scenario, &[]);
    let would = caller.threads().remove(0).what_would_open.expect("a piece");
    assert_eq!(
        would.in_words(None),
        "It opens if you wait, or say it back."
    );
}

#[test]
fn a_card_with_nothing_of_its_own_leaves_nobody_stuck() {
    let text = starter("a", "A");
    let mut scenario = check(&text, &Shelf::default()).scenario.expect("sound");
    scenario.speech.clear();
    for actor in &mut scenario.actors {
        actor.fillers = vec!["Hm.".to_owned()];
        actor.goodbye.clear();
    }
    let (_, answers) = Caller::replay(&scenario, &vec![opened(Move::Wait); 50]);
    let said: Vec<&str> = answers
        .iter()
        .map(|answer| &*answer.says[0].words)
        .collect();
    assert!(said.windows(2).all(|two| two[0] != two[1]), "{said:?}");
}

/// Part of a scenario's file: the words, what opens them, and what leads to them.
fn any_piece() -> impl Strategy<Value = String> {
    let moves = prop::sample::subsequence(Move::ALL.to_vec(), 0..3);
    let named = |key, ids: [&'static str; 3]| {
        prop::option::of(prop::sample::select(ids.to_vec()))
            .prop_map(move |id| id.map_or(String::new(), |id| format!("{key} = \"{id}\"\n")))
    };
    let thread = named("thread", ["the-market", "the-market", "other"]);
    let topic = named("topic", ["what-matters", "an-ordinary-day", "what-matters"]);
    (0..6, moves, thread, topic).prop_map(|(words, moves, thread, topic)| {
        let moves: Vec<String> = moves
            .iter()
            .map(|one| format!("\"{}\"", one.name()))
            .collect();
        let opened_by = match moves.len() {
            0 => String::new(),
            _ => format!("opened_by = [{}]\n", moves.join(", ")),
        };
        format!("[[speech]]\nsays = \"Words {words}.\"\n{opened_by}{thread}{topic}\n")
    })
}

proptest! {
    /// What the check says nothing leads to, and nothing else, is what nobody can hear.
    #[test]
    fn whatever_can_never_be_heard_is_a_warning(pieces in prop::collection::vec(any_piece(), 1..9)) {
        let other = "[[threads]]\nid = \"other\"\ntitle = \"Other\"\n\n[[speech]]\nsays = \"Other.\"\nthread = \"other\"\nopened_by = [\"wait\"]\n\n";
        let starter = starter("a", "A");
        let text = format!("{starter}\n{other}{}", pieces.concat());
        let checked = check(&text, &Shelf::default());
        let unheard = |problem: &&crate::guide::Problem| problem.message.contains("Nothing leads to");
        let warned = checked.problems.iter().filter(unheard).count();
        let scenario = checked.scenario.expect("warnings alone");
        let mut caller = Caller::new(&scenario);
        let mut heard = HashSet::new();
        let topics = caller.topics();
        for _ in 0..scenario.speech.len() * 3 {
            for moved in Move::ALL {
                for topic in topics.iter().map(Some).chain([None]) {
                    let answer = caller.answer(&turn(Did::Opened(moved), topic));
                    heard.extend(answer.says.into_iter().map(|spoken| spoken.words));
                }
            }
        }
        let led = |piece: &&Speech| {
            piece.opened_by.is_empty() || piece.thread.is_some() || piece.topic.is_some()
        };
        let speech = &scenario.speech;
        prop_assert_eq!(warned, speech.len() - speech.iter().filter(led).count());
        let can_be: HashSet<&str> = speech.iter().filter(led).map(|piece| &*piece.says).collect();
        for piece in speech {
            prop_assert_eq!(heard.contains(&piece.says), can_be.contains(&*piece.says), "{}", text);
        }
    }

    #[test]
    fn any_long_enough_mix_of_listening_meets_every_thread(
        choices in prop::collection::vec((0_usize..3, 0_usize..64), 400),
    ) {
        let listening = [Move::Wait, Move::SayItBack, Move::OpenQuestion].map(Did::Opened);
        for scenario in &*SHIPPED {
            let missed = not_met(scenario, &walk(scenario, &listening, &choices));
            prop_assert!(missed.is_empty(), "{}: {missed:?}", scenario.id);
        }
    }

    #[test]
    fn closed_questions_and_early_offers_meet_at_most_one_thread(
        choices in prop::collection::vec((0_usize..2, 0_usize..1), 0..60),
    ) {
        for scenario in &*SHIPPED {
            let turns = walk(scenario, &[Did::ClosedQuestion, Did::EarlyOffer], &choices);
            let missed = not_met(scenario, &turns);
            prop_assert!(missed.len() + 1 >= scenario.threads.len(), "{}", scenario.id);
        }
    }

    #[test]
    fn the_same_turns_bring_the_same_answers(
        which in 0..BUILT_IN.len(),
        choices in prop::collection::vec((0_usize..7, 0_usize..64), 0..60),
        cut in any::<prop::sample::Index>(),
    ) {
        let scenario = &SHIPPED[which];
        let turns = walk(scenario, &Did::ALL, &choices);
        let (caller, answers) = Caller::replay(scenario, &turns);
        let (again, same) = Caller::replay(scenario, &turns);
        prop_assert_eq!(&answers, &same);
        prop_assert_eq!(caller.threads(), again.threads());
        let tried = caller.one_thing_to_try(&turns);
        prop_assert_eq!(&tried, &again.one_thing_to_try(&turns));
        prop_assert!(tried.ends_with(['.', '"']) && !tried.contains('\n'));
        // What came before a moment is the same, whatever comes after it.
        let cut = cut.index(turns.len() + 1);
        let (_, before) = Caller::replay(scenario, &turns[..cut]);
        prop_assert_eq!(&before[..], &answers[..cut]);
    }
}

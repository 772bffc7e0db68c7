//! Locked, the passphrase, a sealed Home and another window's conversation, line by line.

use proptest::prelude::*;

use super::*;
use crate::{
    app::{Glanced, Msg, Seal},
    conversation::{ConversationId, Stamped},
    desk::{Draft, Effect, Passphrase},
    plain::Turn,
};

/// A face with sealing on, and an outside that remembers.
struct Talking {
    plain: Plain,
    clock: Clock,
    heard: String,
    journal: Vec<Stamped>,
    id: Option<ConversationId>,
    asked: Vec<Effect>,
}

impl Talking {
    fn new(seal: Seal) -> Self {
        let (mut plain, clock) = face();
        plain.app.seal = seal;
        // What was promised is read at the start, whether or not it is sealed.
        plain.app.desk.take_effects();
        plain.by_hand = true;
        Self {
            plain,
            clock,
            heard: String::new(),
            journal: vec![],
            id: None,
            asked: vec![],
        }
    }

    fn types(&mut self, line: &str) -> &mut Self {
        let turn = self.plain.take(&typed(line), self.clock.tick());
        self.turn(turn)
    }

    fn hears(&mut self, msg: Msg) -> &mut Self {
        let turn = self.plain.hear(msg, self.clock.tick());
        self.turn(turn)
    }

    fn turn(&mut self, turn: Turn) -> &mut Self {
        self.heard
            .extend(turn.said.iter().map(|words| format!("{words}\n")));
        for effect in turn.effects {
            match effect {
                Effect::Begin(id, event) => (self.id, self.journal) = (Some(id), vec![*event]),
                Effect::Append(_, event) => self.journal.push(*event),
                other => self.asked.push(other),
            }
        }
        self
    }

    fn gives(&mut self, passphrase: &str) -> &mut Self {
        assert!(self.plain.wants_passphrase());
        let turn = self
            .plain
            .give_passphrase(Passphrase::new(passphrase.to_owned()));
        self.turn(turn)
    }

    /// What was heard since it was last asked.
    fn heard(&mut self) -> String {
        std::mem::take(&mut self.heard)
    }
}

#[test]
fn a_call_that_is_locked_and_unlocked() {
    let mut talking = Talking::new(Seal::Unlocked);
    talking.types("Rang about the step").types("/lock");
    talking
        .types("! frightened of it")
        .types("> Sam rings")
        .types("tomorrow\\");
    talking
        .types("or Friday")
        .types("/undo")
        .types("/read-back")
        .types("/crsis");
    talking.types("/who Joan").types("/where").types("/unlock");
    talking.gives("wrong");
    talking.hears(Msg::NotUnlocked("That does not open it.".to_owned()));
    talking.types("").gives("right").hears(Msg::Unlocked);
    talking.types("/read-back");
    insta::assert_snapshot!(talking.heard());
}

#[test]
fn the_passphrase_goes_to_the_key_alone() {
    let mut talking = Talking::new(Seal::Unlocked);
    talking.types("one").types("/lock").types("/unlock");
    let events = talking.journal.len();
    talking.gives("zqxjzqxj");
    assert!(
        talking
            .asked
            .contains(&Effect::Unlock(Passphrase::new("zqxjzqxj".into())))
    );
    assert_eq!(talking.journal.len(), events);
    assert!(!talking.heard().contains("zqxj"));
    assert!(!format!("{:?}", talking.plain).contains("zqxj"));
}

#[test]
fn a_sealed_home_is_read_out_by_what_names_say() {
    let mut talking = Talking::new(Seal::Locked);
    let ids = ["2026-03-09-1640-crisis-ab2k", "2026-03-10-1105-listen-7k3f"];
    let ids = ids.map(|id| ConversationId::read(id).expect("a name"));
    talking.plain.app.desk.drafts = ids.iter().cloned().map(Draft::unread).collect();
    talking.hears(Msg::Glances(
        ids.iter().map(|id| (id.clone(), Glanced::Sealed)).collect(),
    ));
    let greeting = talking.plain.greet(talking.clock.now());
    talking.turn(greeting).types("5");
    assert_eq!(talking.asked.last(), Some(&Effect::Open(ids[0].clone())));
    talking.hears(Msg::NeedsKey(ids[0].clone()));
    talking.gives("right").hears(Msg::Unlocked);
    assert_eq!(talking.asked.last(), Some(&Effect::Open(ids[0].clone())));
    insta::assert_snapshot!(talking.heard());
}

#[test]
fn a_passphrase_nobody_gave_changes_nothing() {
    let mut talking = Talking::new(Seal::Locked);
    talking.types("/unlock");
    assert!(talking.plain.wants_passphrase());
    let turn = talking
        .plain
        .no_passphrase(&std::io::ErrorKind::Interrupted.into());
    talking.turn(turn);
    assert!(!talking.plain.wants_passphrase());
    assert!(talking.heard().contains("No passphrase was given"));
    talking.types("/unlock").gives("");
    assert!(talking.heard().contains("No passphrase was given"));
    assert_eq!(talking.asked, [], "nothing is sent");
}

#[test]
fn what_another_window_has_is_offered_and_looked_at_and_moved() {
    let mut other = Talking::new(Seal::Off);
    other
        .types("Rang about the step")
        .types("! frightened")
        .types("Carol: she will not say so");
    let (id, events) = (other.id.clone().expect("has begun"), other.journal.clone());
    let mut talking = Talking::new(Seal::Off);
    talking.plain.app.desk.drafts = vec![Draft::unread(id.clone())];
    let since = Some(talking.clock.now());
    talking
        .hears(Msg::OpenElsewhere {
            id: id.clone(),
            since,
        })
        .types("1");
    assert_eq!(talking.asked.last(), Some(&Effect::LookOn(id.clone())));
    talking
        .hears(Msg::Looked {
            id: id.clone(),
            events: events.clone(),
        })
        .types("1");
    assert_eq!(talking.asked.last(), Some(&Effect::MoveHere(id.clone())));
    talking.hears(Msg::Opened {
        id: id.clone(),
        events,
        said: None,
    });
    talking
        .types("and now here")
        .hears(Msg::MovedAway(id))
        .types("a first note");
    insta::assert_snapshot!(talking.heard());
}

#[test]
fn it_locks_by_itself_before_the_next_line_counts() {
    let mut talking = Talking::new(Seal::Unlocked);
    talking.types("one").types("/lock 5").heard();
    talking.plain.app.now += chrono::TimeDelta::minutes(6);
    talking.plain.lock_if_idle();
    talking.types("/read-back");
    let heard = talking.heard();
    assert!(heard.contains("Locked, "), "{heard}");
    assert!(!heard.contains("one."), "{heard}");
}

fn line() -> impl Strategy<Value = String> {
    let names = crate::app::table::entries().flat_map(|entry| entry.typed.iter().copied());
    let names: Vec<&str> = names.filter(|name| *name != "unlock").collect();
    prop_oneof![
        3 => prop::sample::select(names.clone()).prop_map(|name| format!("/{name}")),
        1 => prop::sample::select(names).prop_map(|name| format!("/{name} x")),
        2 => prop::sample::select(vec!["", "1", "2", "!", ">", "&", "#w", "?", "a note", "> Sam rings", "half\\"]).prop_map(str::to_owned),
        1 => "[a-z!>@/#&: ]{1,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_word_from_before_is_said_while_it_is_locked(
        before in prop::collection::vec(prop::sample::select(vec![
            "Zqxj rang", "! Zqxj", "> Zqxj rings tomorrow", "Zqxj: she said", "& Zqxj", "/who Zqxj",
            "/contact Zqxj", "/with Zqxj (Zqxj)", "//Zqxj", "/crisis",
        ]), 1..6),
        half in any::<bool>(),
        lines in prop::collection::vec(line(), 0..16),
    ) {
        let mut talking = Talking::new(Seal::Unlocked);
        for line in before {
            talking.types(line);
        }
        talking.types("/lock").heard();
        if half {
            talking.types("Zqxj half\\");
        }
        for line in lines {
            talking.types(&line);
            talking.plain.app.unlocking = None;
            prop_assert!(talking.plain.app.locked.is_some());
        }
        let turn = talking.plain.end(talking.clock.tick());
        talking.turn(turn);
        let heard = talking.heard();
        prop_assert!(!heard.contains("Zqxj"), "{}", heard);
    }
}

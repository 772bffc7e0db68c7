//! Which words are marked, and in whose lines.

use proptest::prelude::*;

use super::*;
use crate::{
    conversation::{Choice, TopicRef, samples},
    guide::{GuideId, TopicId},
};

fn note(mark: Option<Mark>, text: &str) -> Note {
    Note {
        id: NoteId(1),
        text: text.to_owned(),
        mark,
        topic: TopicRef {
            guide: GuideId::new("listen-and-connect"),
            topic: TopicId::new("just-listening"),
        },
        at: samples::moment(0),
        speaker: None,
        told: false,
        apart: false,
        step: None,
        choice: Choice::ByDetail,
        section: None,
        late: false,
        listing: None,
        fact: None,
    }
}

fn marked(text: &str) -> Vec<String> {
    let kinder = Kinder::default();
    let found = kinder.in_note(&note(None, text));
    found.iter().map(|word| word.name().to_owned()).collect()
}

#[test]
fn a_word_is_marked_in_the_workers_own_line_whatever_its_letters() {
    assert_eq!(
        marked("Needs a full ASSESSMENT, then a review"),
        ["assessment", "review"]
    );
    assert_eq!(
        marked("Service users' forum; two Cases closed"),
        ["service user", "case"]
    );
    assert_eq!(marked("Case transfer on Monday"), ["case transfer"]);
}

#[test]
fn a_word_within_another_or_in_another_sense_is_left_alone() {
    for text in [
        "Packed her suitcase, just in case, and in any case early",
        "The staircase, the bookcases, a preview of the clientele",
        "The bus journey wears her out",
        "Went for breast screening",
        "",
    ] {
        assert_eq!(marked(text), [""; 0], "{text}");
    }
    assert_eq!(marked("In case the case closes"), ["case"]);
}

#[test]
fn what_anybody_said_is_never_marked() {
    let kinder = Kinder::default();
    let text = "They say I am a case with an assessment";
    let others = Note {
        speaker: Some("Carol".to_owned()),
        ..note(None, text)
    };
    let listing = Note {
        listing: Some("club".to_owned()),
        ..note(Some(Mark::Connection), "Client forum, Tuesdays")
    };
    for theirs in [note(Some(Mark::OwnWords), text), others, listing] {
        assert_eq!(kinder.in_note(&theirs), Vec::<&Word>::new(), "{theirs:?}");
    }
    for quoted in [
        "She said \"I'm just a case to them\" and laughed",
        "She said “I'm just a case” and laughed",
        "She said \"I'm just a case",
    ] {
        assert_eq!(marked(quoted), [""; 0], "{quoted}");
    }
    assert_eq!(marked("\"No\", to the assessment"), ["assessment"]);
}

#[test]
fn every_other_mark_is_the_workers_own_line() {
    let kinder = Kinder::default();
    for mark in Mark::ALL.into_iter().filter(|mark| *mark != Mark::OwnWords) {
        let found = kinder.in_note(&note(Some(mark), "A referral"));
        assert_eq!(found.len(), 1, "{mark:?}");
    }
}

#[test]
fn a_team_adds_changes_and_takes_off() {
    let team = |forms: &[&str], instead: Option<&str>| TeamWord {
        forms: forms.iter().map(|form| (*form).to_owned()).collect(),
        instead: instead.map(str::to_owned),
    };
    let kinder = Kinder::default().with(vec![
        team(
            &["Bed Blocker", "bed blockers"],
            Some("somebody waiting to go home"),
        ),
        team(&["case"], Some("person")),
        team(&["journey"], None),
    ]);
    let found = |text: &str| {
        let note = note(None, text);
        let found = kinder.in_note(&note);
        found.first().map(|word| word.instead.clone())
    };
    assert_eq!(
        found("Two BED BLOCKERS").as_deref(),
        Some("somebody waiting to go home")
    );
    assert_eq!(found("The case").as_deref(), Some("person"));
    assert_eq!(
        found("Just in case"),
        None,
        "what it means elsewhere is still known"
    );
    assert_eq!(found("Their journey"), None);
    assert_eq!(
        found("An assessment").as_deref(),
        Some("conversation, or say what it was")
    );
}

proptest! {
    #[test]
    fn whatever_is_typed_is_looked_through_and_left_as_it_is(text in any::<String>()) {
        let kinder = Kinder::default();
        let before = note(None, &text);
        let found = kinder.in_note(&before);
        prop_assert_eq!(&before, &note(None, &text));
        for word in found {
            let small = text.to_lowercase();
            prop_assert!(word.forms.iter().any(|form| small.contains(form)), "{}", word.name());
        }
    }

    #[test]
    fn every_listed_form_is_found_between_other_words(at in 0..LISTED.len(), before in "[a-z]{0,8}", after in "[a-z]{0,8}") {
        for form in LISTED[at].0 {
            let text = format!("{before}, {form}. {after}");
            prop_assert!(!marked(&text).is_empty(), "{}", text);
        }
    }
}

//! What is kept beside the records, sealed with them: figures, stories, what people said, and what is not finished.

use super::*;

#[test]
fn what_is_kept_beside_the_records_is_sealed_with_them_and_read_as_before() {
    use crate::{evidence::file::Sort, store::evidence_kept};
    let house = House::plain();
    let rows = "what,from,to,count,counted_by\ncomplaints,2026-01-01,2026-03-31,3,Ann\n";
    evidence_kept::keep(&house.home, Sort::Brought, "a.csv", rows).expect("kept");
    let plain = house.home.evidence().join("brought/a.csv");
    let day = moment(60).date_naive();
    house.turn_on();
    assert_eq!(status(&house.home, &house.library()).evidence.plain, 1);
    house.turn_all(Form::Sealed);
    assert!(!plain.exists() && texts::standing(&plain).is_some());
    assert_eq!(status(&house.home, &house.library()).evidence.sealed, 1);
    let locked = evidence_kept::kept(
        &Home::open(house.home.root().to_owned()).expect("a home"),
        day,
    );
    assert_eq!((locked.brought.len(), locked.troubles.len()), (0, 1));
    assert_eq!(evidence_kept::kept(&house.again(), day).brought.len(), 1);
    let off = turn_off(&house.again(), &house.library(), moment(60)).expect("turned off");
    assert!(off.is_whole() && plain.exists());
}

#[test]
fn stories_and_what_people_said_are_sealed_with_no_plain_word_left() {
    use crate::{
        desk::Unfinished,
        evidence::{
            feedback::{Answer, Answered, Asked, Asking, Feedback},
            story::Story,
        },
        store::{answers, evidence_kept, feedback, stories},
    };
    let house = House::plain();
    let mut story = Story {
        id: "7k3f-q2m9".to_owned(),
        parts: Default::default(),
        went: Default::default(),
        permission: None,
    };
    story.parts[0] = "She paints boats".to_owned();
    stories::keep(&house.home, &story).expect("kept");
    let said = Feedback {
        on: moment(60).date_naive(),
        asked: Asked::People,
        asked_by: Some("A volunteer".to_owned()),
        answers: vec![Answered {
            question: 0,
            answer: Answer::Yes,
            words: Some("They let me finish".to_owned()),
        }],
    };
    feedback::keep(&house.home, &said).expect("kept");
    let mut asking = Asking::begin(Asked::Staff);
    asking.answer(0, Some(Answer::No));
    let mut unfinished = Unfinished {
        asking: Some(asking.clone()),
        ..Unfinished::default()
    };
    answers::keep_unfinished(&house.home, &unfinished).expect("kept");
    asking.words(0, "Too many forms");
    unfinished.asking = Some(asking);
    answers::keep_letters(&house.home, &unfinished.letters()).expect("kept");
    house.turn_on();
    house.turn_all(Form::Sealed);
    let mut files = vec![];
    gather(house.home.root(), &mut files);
    for path in files {
        let bytes = fs::read(&path).expect("is read");
        for words in [
            "paints boats",
            "let me finish",
            "Too many forms",
            "A volunteer",
        ] {
            let found = bytes
                .windows(words.len())
                .any(|some| some == words.as_bytes());
            assert!(!found, "{words:?} is in {}", path.display());
        }
    }
    let kept = evidence_kept::kept(&house.again(), moment(60).date_naive());
    assert_eq!((kept.stories, kept.feedback), (vec![story], vec![said]));
    let again = answers::read_unfinished(&house.again()).expect("read");
    assert_eq!(again, unfinished);
}

//! Which heading a note goes under.

use alongside::{
    conversation::{Conversation, TopicRef},
    guide::{GuideId, SectionId, TopicId},
    line::Mark,
    record::{headings, section_for},
};

use crate::support::{at, begin, crisis, listen, moves, note};

fn placed(conversation: &Conversation) -> Vec<&str> {
    conversation
        .notes
        .iter()
        .map(|note| {
            section_for(conversation, note)
                .expect("a section")
                .id
                .as_str()
        })
        .collect()
}

#[test]
fn a_mark_goes_to_the_heading_that_takes_it() {
    let mut talk = begin(listen());
    note(&mut talk, Mark::Worry, "the step");
    note(&mut talk, Mark::OwnWords, "just me");
    note(&mut talk, None, "plain");
    assert_eq!(
        placed(&talk),
        ["what-worries", "what-matters", "what-you-told-me"]
    );
}

#[test]
fn an_unmarked_note_goes_to_its_topics_heading() {
    let mut talk = begin(listen());
    talk.topic.topic = TopicId::new("home");
    note(&mut talk, None, "washes at the sink");
    assert_eq!(placed(&talk), ["whats-working"]);
}

#[test]
fn the_hand_beats_the_mark_when_the_heading_is_there() {
    let mut talk = begin(listen());
    note(&mut talk, Mark::Worry, "a").section = Some(SectionId::new("links"));
    note(&mut talk, Mark::Worry, "b").section = Some(SectionId::new("gone"));
    assert_eq!(placed(&talk), ["links", "what-worries"]);
}

#[test]
fn somebody_elses_words_stay_theirs_unless_they_became_something() {
    let mut talk = begin(listen());
    for mark in [
        None,
        Some(Mark::Worry),
        Some(Mark::OwnWords),
        Some(Mark::NextStep),
        Some(Mark::Connection),
    ] {
        note(&mut talk, mark, "she is lonely").speaker = Some("Carol".to_owned());
    }
    assert_eq!(
        placed(&talk),
        ["others", "others", "others", "what-next", "links"]
    );
}

#[test]
fn money_is_money_and_a_note_of_its_own_kind_stays_that() {
    let mut talk = begin(listen());
    for mark in [
        None,
        Some(Mark::Matters),
        Some(Mark::OwnWords),
        Some(Mark::NextStep),
    ] {
        note(&mut talk, mark, "£22 electric key");
    }
    assert_eq!(
        placed(&talk),
        ["what-i-used", "what-matters", "what-matters", "what-next"]
    );
}

#[test]
fn after_a_move_the_last_guide_leads_and_the_first_keeps_what_only_it_takes() {
    let mut talk = begin(listen());
    note(&mut talk, None, "rang about a bath thing");
    note(&mut talk, Mark::Connection, "lunch club");
    note(&mut talk, Mark::Worry, "the step");
    moves(&mut talk, crisis(), at("14:41"));
    note(&mut talk, None, "the heating is off");
    note(&mut talk, Mark::NextStep, "ring the gas");
    let headings = headings(&talk);
    let ids: Vec<_> = headings.iter().map(|heading| heading.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "what-happened",
            "what-worries",
            "plan",
            "what-you-told-me",
            "links"
        ]
    );
    assert_eq!(headings[1].notes, [2]);
}

#[test]
fn a_topic_nobody_knows_is_no_trouble() {
    let mut talk = begin(listen());
    note(&mut talk, None, "a").topic = TopicRef {
        guide: GuideId::new("gone"),
        topic: TopicId::new("gone"),
    };
    assert_eq!(placed(&talk), ["what-you-told-me"]);
}

#[test]
fn read_back_sees_notes_left_out_and_kept_apart() {
    let mut talk = begin(listen());
    note(&mut talk, None, "left out at standard");
    note(&mut talk, None, "kept apart").apart = true;
    assert_eq!(headings(&talk)[0].notes, [0, 1]);
}

//! Small guides and conversations to make records of.

use alongside::{
    conversation::{Conversation, ConversationId, Moment, Note, NoteId, Presence, Talk, TopicRef},
    guide::{Guide, GuideId, Kind, Section, SectionId, Take, Topic, TopicId},
    line::{Day, Mark, Outcome, Step, When, Who},
};
use chrono::{DateTime, NaiveDate};

pub fn at(time: &str) -> Moment {
    DateTime::parse_from_rfc3339(&format!("2026-03-10T{time}:00+00:00")).expect("a time of day")
}

pub fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).expect("a day of March")
}

pub fn listen() -> Guide {
    use Take::{
        ComeBack, Connection, Matters, NextStep, Others, OwnWords, Saw, Spend, Strength, View,
        Worry,
    };
    guide(
        Kind::ListenAndConnect,
        "Listen and connect",
        "Talking with you, {person}",
        &[("just-listening", ""), ("home", "whats-working")],
        &[
            ("what-you-told-me", "What you told me", &[]),
            (
                "what-matters",
                "What matters to you",
                &[OwnWords, Matters, Strength],
            ),
            ("whats-working", "What's working", &[]),
            ("what-worries", "What worries you", &[Worry]),
            ("others", "What others told me", &[Others]),
            ("what-i-saw", "What I saw", &[Saw]),
            ("what-i-think", "What I think", &[View]),
            ("what-i-used", "What I used", &[Spend]),
            ("links", "Links made", &[Connection]),
            ("what-next", "What happens next", &[NextStep]),
            ("come-back", "To come back to", &[ComeBack]),
        ],
    )
}

pub fn crisis() -> Guide {
    use Take::{ComeBack, Matters, NextStep, Others, OwnWords, Saw, Spend, View, Worry};
    guide(
        Kind::Crisis,
        "Crisis",
        "Getting through this, {person}",
        &[("just-listening", ""), ("safe", "safe-now")],
        &[
            ("what-happened", "What's happened", &[]),
            ("in-your-words", "In your words", &[OwnWords]),
            ("safe-now", "Safe right now?", &[]),
            ("what-worries", "What worries you", &[Worry]),
            ("what-you-want", "What you want", &[Matters]),
            ("plan", "Plan", &[NextStep]),
            ("what-i-used", "What I used", &[Spend]),
            ("others", "What others told me", &[Others]),
            ("what-i-saw", "What I saw", &[Saw]),
            ("what-i-think", "What I think, and why", &[View]),
            ("left-for-later", "Left for later", &[ComeBack]),
        ],
    )
}

fn guide(
    kind: Kind,
    title: &str,
    record_title: &str,
    topics: &[(&str, &str)],
    sections: &[(&str, &str, &[Take])],
) -> Guide {
    Guide {
        id: GuideId::new(kind.name()),
        kind,
        title: title.to_owned(),
        version: "2026.1".to_owned(),
        language: "en-GB".to_owned(),
        purpose: String::new(),
        record_title: record_title.to_owned(),
        a_line_each: false,
        topics: topics
            .iter()
            .map(|(id, section)| topic(id, section))
            .collect(),
        sections: sections
            .iter()
            .map(|(id, heading, takes)| Section {
                id: SectionId::new(*id),
                heading: (*heading).to_owned(),
                takes: takes.to_vec(),
            })
            .collect(),
    }
}

fn topic(id: &str, section: &str) -> Topic {
    Topic {
        id: TopicId::new(id),
        title: id.to_owned(),
        why: String::new(),
        ask: Vec::new(),
        gentler: Vec::new(),
        listen_for: Vec::new(),
        follow: Vec::new(),
        pause: String::new(),
        write: String::new(),
        section: (!section.is_empty()).then(|| SectionId::new(section)),
        names_person: false,
    }
}

pub fn begin(guide: Guide) -> Conversation {
    let id = ConversationId::new(at("14:20"), guide.kind, 7);
    Conversation::begin(id, guide, None, at("14:20"))
}

/// The talk moves to another guide.
pub fn moves(conversation: &mut Conversation, guide: Guide, from: Moment) {
    conversation.topic = TopicRef {
        guide: guide.id.clone(),
        topic: TopicId::new(TopicId::JUST_LISTENING),
    };
    conversation.talks.push(Talk {
        guide,
        from,
        notes_before: conversation.notes.len(),
    });
}

/// Keeps a note under the topic that is showing, and gives it back to be changed.
pub fn note<'a>(
    conversation: &'a mut Conversation,
    mark: impl Into<Option<Mark>>,
    text: &str,
) -> &'a mut Note {
    let number = u32::try_from(conversation.notes.len()).expect("few notes") + 1;
    conversation.notes.push(Note {
        id: NoteId(number),
        text: text.to_owned(),
        mark: mark.into(),
        topic: conversation.topic.clone(),
        at: at("14:30"),
        speaker: None,
        told: false,
        apart: false,
        step: None,
        choice: alongside::conversation::Choice::ByDetail,
        section: None,
        late: false,
        listing: None,
        fact: None,
    });
    conversation.notes.last_mut().expect("just kept")
}

pub fn step(conversation: &mut Conversation, text: &str, who: Who, due: Option<NaiveDate>) {
    note(conversation, Mark::NextStep, text).step = Some(Step {
        who,
        when: When {
            day: due.map_or(Day::None, Day::On),
            ..When::default()
        },
        outcome: Outcome::Open,
        agreed: None,
        settled: None,
        again: false,
    });
}

pub fn presence(name: &str, role: &str, from: Option<Moment>) -> Presence {
    Presence {
        name: name.to_owned(),
        role: (!role.is_empty()).then(|| role.to_owned()),
        from,
        to: None,
    }
}

pub fn joan() -> Conversation {
    let mut talk = begin(listen());
    talk.id = ConversationId::read("2026-03-10-1420-listen-7k3f").expect("an id");
    talk.facts.person = Some("Joan M".to_owned());
    talk.facts.by = Some("Priya N".to_owned());
    talk.facts.how = Some("phone".to_owned());
    talk.facts.contact = Some("Please ring the landline. You hear better on the left.".to_owned());
    talk.facts.copy = Some("large print, by post, 2026-03-11".to_owned());
    talk.facts.route = Some("connected locally".to_owned());
    talk.facts.present = vec![presence("Carol", "daughter", Some(at("14:31")))];
    note(&mut talk, None, "Rang because she cannot get out any more.").choice =
        alongside::conversation::Choice::In;
    note(&mut talk, None, "Likes quiz shows");
    note(
        &mut talk,
        Mark::OwnWords,
        "I used to be out every day. Now it's just me and the telly.\"",
    );
    note(
        &mut talk,
        Mark::Strength,
        "Still cooks. Sunday roast for the neighbour.",
    );
    note(
        &mut talk,
        Mark::Worry,
        "Frightened of the front step since the fall in January.",
    );
    note(&mut talk, None, "She will not say so, but she is lonely.").speaker =
        Some("Carol".to_owned());
    note(
        &mut talk,
        Mark::View,
        "The step is what stops you, not your health.",
    );
    note(
        &mut talk,
        Mark::Connection,
        "Chapel Lane lunch club, Tue 12-2, 01632 960123",
    );
    step(
        &mut talk,
        "Sam rings Joan tomorrow",
        Who::Named("Sam".to_owned()),
        Some(day(11)),
    );
    note(&mut talk, Mark::ComeBack, "Who cuts the grass now?");
    note(
        &mut talk,
        None,
        "Carol pays the bills and has not told her.",
    )
    .apart = true;
    talk
}

//! The record of a talk with more than one person in it: who rang, whose words, where we disagree, time alone.

use alongside::{
    conversation::{Alone, Caller, Conversation, Detail, Presence},
    guide::SectionId,
    line::Mark,
    record::{self, Record, Voice},
};

use crate::support::{at, begin, listen, note, presence};

/// Carol rang about Joan, who came on the line at 14:31.
fn carol_rang() -> Conversation {
    let mut talk = begin(listen());
    talk.facts.person = Some("Joan M".to_owned());
    talk.facts.by = Some("Priya N".to_owned());
    talk.facts.caller = Some(Caller {
        name: "Carol".to_owned(),
        role: Some("daughter".to_owned()),
    });
    talk.facts.present = vec![presence("Carol", "daughter", None)];
    note(&mut talk, None, "She will not eat").speaker = Some("Carol".to_owned());
    talk
}

fn written(talk: &Conversation) -> String {
    let record = Record::from_conversation(talk, at("14:58"));
    let text = record::markdown(&record);
    let reading = record::read(&text).expect("a record");
    assert_eq!(reading.not_understood, []);
    assert_eq!(reading.record, record, "read back as it was written");
    text
}

#[test]
fn the_header_and_the_first_line_say_who_rang_and_the_person_only_once_they_are_there() {
    let mut talk = carol_rang();
    let text = written(&talk);
    for part in [
        "\ncaller: \"Carol (daughter)\"\n",
        "\npresent: [\"Carol (daughter)\"]\n",
        " Carol (your daughter) rang about you, and spoke with Priya N.\n",
        "## What others told me\n\n- Carol, your daughter: \"She will not eat\"\n",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("What you told me"), "{text}");
    talk.facts.how = Some("video".to_owned());
    talk.facts
        .present
        .push(presence("Joan", "", Some(at("14:31"))));
    talk.facts.present[0].to = Some(at("14:40"));
    talk.facts
        .present
        .push(presence("Dave", "son", Some(at("14:41"))));
    note(&mut talk, Mark::OwnWords, "I had toast");
    let text = written(&talk);
    for part in [
        "\npresent: [\"Joan, from 14:31\", \"Carol (daughter), till 14:40\", \"Dave (son), from 14:41\"]\n",
        ", by video. Carol (your daughter) got in touch about you, and spoke with Priya N till 14:40; \
         Joan from 14:31; Dave (your son) from 14:41.\n",
        "> \"I had toast\"\n",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn somebody_who_left_and_came_back_is_there_twice_and_so_is_the_person() {
    let mut talk = begin(listen());
    talk.facts.person = Some("Joan M".to_owned());
    talk.facts.present = vec![
        Presence {
            to: Some(at("14:25")),
            ..presence("Carol", "daughter", None)
        },
        presence("Carol", "daughter", Some(at("14:31"))),
        Presence {
            to: Some(at("14:40")),
            ..presence("Joan", "", None)
        },
    ];
    note(&mut talk, Mark::OwnWords, "I am tired");
    let text = written(&talk);
    for part in [
        "present: [\"Joan, till 14:40\", \"Carol (daughter), till 14:25\", \"Carol (daughter), from 14:31\"]",
        " Joan till 14:40 and me; Carol (your daughter) till 14:25; Carol (your daughter) from 14:31.\n",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn a_disagreement_is_kept_as_each_said_it_before_what_the_worker_thinks() {
    let mut talk = carol_rang();
    talk.detail = Some(Detail::Short);
    note(&mut talk, None, "I am");
    note(&mut talk, Mark::View, "They see the risk differently");
    for side in &mut talk.notes[..2] {
        side.section = Some(SectionId::new(SectionId::WHERE_WE_DISAGREE));
    }
    talk.notes[0].text = "He's not ready\n# and never will be".to_owned();
    let text = written(&talk);
    assert!(
        text.contains("## Where we disagree\n\n- Carol, your daughter: \"He's not ready\\\n  \\# and never will be\"\n- I am\n"),
        "{text}"
    );
    talk.detail = Some(Detail::Standard);
    let text = written(&talk);
    let place = |heading: &str| {
        text.find(heading)
            .unwrap_or_else(|| panic!("{heading}: {text}"))
    };
    assert!(place("## Where we disagree") < place("## What I think"));
}

#[test]
fn the_record_says_from_when_to_when_the_room_was_theirs() {
    let mut talk = carol_rang();
    talk.alone = vec![
        Alone {
            from: at("14:30"),
            to: Some(at("14:40")),
        },
        Alone {
            from: at("14:50"),
            to: None,
        },
    ];
    assert!(written(&talk).contains(
        "\nYou had the room to yourselves from 14:30 to 14:40, and from 14:50 to 14:58, and nothing was noted.\n"
    ));
}

#[test]
fn words_taken_for_somebody_elses_before_the_person_was_named_are_theirs() {
    let mut talk = begin(listen());
    note(&mut talk, Mark::OwnWords, "I had toast").speaker = Some("Joan".to_owned());
    talk.facts.person = Some("Joan M".to_owned());
    let record = Record::from_conversation(&talk, at("14:58"));
    assert_eq!(record.sections[0].entries[0].voice, Voice::OwnWords);
    assert_eq!(record.sections[0].heading, "What matters to you");
}

#[test]
fn a_header_with_a_caller_written_by_hand_is_read() {
    let text = "---\nid: 2026-03-10-1420-listen-7k3f\nstarted: 2026-03-10T14:20:00+00:00\ncaller: Carol (daughter)\n---\n";
    let front = record::read_front(text).expect("a header");
    assert_eq!(front.caller.as_deref(), Some("Carol (daughter)"));
}

//! Events for tests, here and in the store: a plain one, and any one.

use chrono::{DateTime, NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::{
    Again, Caller, Change, Choice, ConversationId, Detail, Due, Edit, Editing, Event, Fact, Facts,
    Link, Moment, Note, NoteId, Part, PartOfAssessment, Pasted, Practised, Presence, Stamped,
    Steady, Stop, Talk, Tie, TopicRef, Writing, practised::NotReal,
};
use crate::{
    guide::{Guide, GuideId, Kind, Section, SectionId, Take, Topic, TopicId},
    line::{Day, Mark, Outcome, Step, When, Who},
};

/// So many seconds after twenty past two on 10 March 2026.
pub(crate) fn moment(seconds: i64) -> Moment {
    let start = DateTime::parse_from_rfc3339("2026-03-10T14:20:00+00:00").expect("a time");
    start + chrono::TimeDelta::seconds(seconds)
}

/// Words typed at the start of the line, so many seconds in.
pub(crate) fn typed(seconds: i64, words: &str) -> Stamped {
    let edit = Edit {
        at: 0,
        removed: String::new(),
        inserted: words.to_owned(),
    };
    Stamped {
        at: moment(seconds),
        event: Event::Did {
            join: false,
            changes: vec![Change::Line(edit)],
        },
    }
}

/// Any event at any time.
pub(crate) fn event() -> impl Strategy<Value = Stamped> {
    (any_moment(), any_event()).prop_map(|(at, event)| Stamped { at, event })
}

fn practised() -> impl Strategy<Value = Practised> {
    let part = prop::sample::select(vec![Part::Listener, Part::Observer, Part::Alone]);
    let again = (any_moment(), any::<u64>(), any::<u32>(), any::<usize>()).prop_map(
        |(at, dice, nth, notes)| Again {
            of: ConversationId::practice(at, dice),
            nth,
            notes,
        },
    );
    (words(), words(), part, maybe(again)).prop_map(|(scenario, title, part, again)| Practised {
        not_real: NotReal,
        scenario,
        title,
        part,
        again,
    })
}

fn any_event() -> impl Strategy<Value = Event> {
    let stop = prop::sample::select(vec![Stop::WindowClosed, Stop::AskedToEnd, Stop::Trouble]);
    let changes = prop::collection::vec(change(), 0..4);
    prop_oneof![
        (guide(), maybe(words()), maybe(practised())).prop_map(|(guide, by, practice)| {
            Event::Began {
                practice: practice.map(Box::new),
                guide: Box::new(guide),
                by,
            }
        }),
        (any::<bool>(), changes).prop_map(|(join, changes)| Event::Did { join, changes }),
        Just(Event::Undone),
        Just(Event::Redone),
        any::<usize>().prop_map(Event::CursorAt),
        words().prop_map(Event::Sought),
        words().prop_map(Event::Asked),
        Just(Event::Paused),
        Just(Event::FamilyTime),
        Just(Event::CarriedOn),
        Just(Event::Left),
        Just(Event::TakenUp),
        (-90_000_i64..90_000).prop_map(Event::Away),
        stop.prop_map(Event::Stopped),
        Just(Event::Finished),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    let edit = (any::<usize>(), words(), words()).prop_map(|(at, removed, inserted)| Edit {
        at,
        removed,
        inserted,
    });
    let kept = || maybe(note().prop_map(Box::new));
    let talks = || maybe(talk().prop_map(Box::new));
    let known = || facts().prop_map(Box::new);
    prop_oneof![
        edit.prop_map(Change::Line),
        (writing(), writing()).prop_map(|(from, to)| Change::Writing { from, to }),
        (any::<usize>(), kept(), kept()).prop_map(|(index, from, to)| Change::Note {
            index,
            from,
            to
        }),
        (any::<usize>(), any::<usize>()).prop_map(|(from, to)| Change::Order { from, to }),
        (topic_ref(), topic_ref()).prop_map(|(from, to)| Change::Topic { from, to }),
        (talks(), talks()).prop_map(|(from, to)| Change::Talk { from, to }),
        (known(), known()).prop_map(|(from, to)| Change::Facts { from, to }),
        (maybe(detail()), maybe(detail())).prop_map(|(from, to)| Change::Detail { from, to }),
    ]
}

fn writing() -> impl Strategy<Value = Writing> {
    let editing = (any::<u32>(), any::<bool>()).prop_map(|(note, split)| Editing {
        note: NoteId(note),
        split,
    });
    let pasted = prop::sample::select(vec![Pasted::Within, Pasted::First]);
    let due = prop_oneof![date().prop_map(Due::On), Just(Due::NoDate)];
    (
        maybe(any_moment()),
        maybe(editing),
        maybe(pasted),
        maybe(due),
    )
        .prop_map(|(since, editing, pasted, due)| Writing {
            since,
            editing,
            pasted,
            due,
        })
}

fn note() -> impl Strategy<Value = Note> {
    let choice = prop::sample::select(vec![Choice::ByDetail, Choice::In, Choice::Out]);
    let said = (words(), maybe(words()), maybe(mark()), maybe(step()));
    let kept = (choice, maybe(words()), maybe(words()), maybe(fact()));
    let flags = (any::<bool>(), any::<bool>(), any::<bool>());
    (any::<u32>(), any_moment(), topic_ref(), said, kept, flags).prop_map(
        |(id, at, topic, said, kept, flags)| Note {
            id: NoteId(id),
            text: said.0,
            mark: said.2,
            topic,
            at,
            speaker: said.1,
            told: flags.2,
            apart: flags.0,
            step: said.3,
            choice: kept.0,
            section: kept.1.map(SectionId::new),
            late: flags.1,
            listing: kept.2,
            fact: kept.3,
        },
    )
}

fn fact() -> impl Strategy<Value = Fact> {
    prop_oneof![
        words().prop_map(Fact::HandedOver),
        words().prop_map(Fact::TalkedOver),
        words().prop_map(Fact::Kind),
        Just(Fact::JustWords),
        Just(Fact::Spent),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let who = prop_oneof![
        Just(Who::You),
        Just(Who::Person),
        words().prop_map(Who::Named),
        Just(Who::NotSaid)
    ];
    let day = prop_oneof![
        Just(Day::None),
        date().prop_map(Day::On),
        date().prop_map(Day::Unsure),
        date().prop_map(Day::Passed)
    ];
    let time = (0_u32..86_400).prop_map(|seconds| {
        NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).expect("within a day")
    });
    let flags = any::<[bool; 2]>();
    let days = prop::array::uniform3(maybe(date()));
    (who, day, days, words(), flags, maybe(time)).prop_map(
        |(who, day, [other, agreed, settled], words, [week, again], time)| Step {
            who,
            when: When {
                day,
                other,
                words,
                week,
                time,
            },
            outcome: Outcome::Open,
            agreed,
            settled,
            again,
        },
    )
}

fn facts() -> impl Strategy<Value = Facts> {
    let presence = (
        words(),
        maybe(words()),
        maybe(any_moment()),
        maybe(any_moment()),
    )
        .prop_map(|(name, role, from, to)| Presence {
            name,
            role,
            from,
            to,
        });
    let part = prop::sample::select(vec![
        PartOfAssessment::Yes,
        PartOfAssessment::No,
        PartOfAssessment::Unsure,
    ]);
    let texts = prop::array::uniform7(maybe(words()));
    let contacted = maybe(date());
    let present = prop::collection::vec(presence, 0..3);
    let links = prop::collection::vec(link(), 0..3);
    let caller = (words(), maybe(words())).prop_map(|(name, role)| Caller { name, role });
    let agreed = (any::<bool>(), part, links, maybe(caller), maybe(steady()));
    (texts, contacted, present, agreed).prop_map(
        |(texts, contacted, present, (no_copy_home, part, links, caller, steady))| {
            let [person, contact, how, by, copy, route, old_way] = texts;
            Facts {
                person,
                caller,
                contact,
                contacted,
                how,
                by,
                present,
                no_copy_home,
                part_of_assessment: part,
                copy,
                route,
                old_way,
                links,
                steady,
            }
        },
    )
}

fn steady() -> impl Strategy<Value = Steady> {
    (any_moment(), any::<bool>(), maybe(any::<u32>())).prop_map(|(on, not, because)| Steady {
        on,
        not,
        because: because.map(NoteId),
    })
}

fn link() -> impl Strategy<Value = Link> {
    let tie = prop::sample::select(Tie::ALL.to_vec());
    (any_moment(), tie, any::<u64>()).prop_map(|(at, tie, dice)| Link {
        to: ConversationId::new(at, Kind::Crisis, dice),
        tie,
    })
}

fn talk() -> impl Strategy<Value = Talk> {
    (guide(), any_moment(), any::<usize>()).prop_map(|(guide, from, notes_before)| Talk {
        guide,
        from,
        notes_before,
    })
}

fn guide() -> impl Strategy<Value = Guide> {
    let kind = prop::sample::select(Kind::ALL.to_vec());
    let topics = prop::collection::vec(topic(), 0..3);
    let sections = prop::collection::vec(section(), 0..3);
    let texts = prop::array::uniform6(words());
    (texts, kind, topics, sections, any::<bool>()).prop_map(
        |(texts, kind, topics, sections, a_line_each)| {
            let [id, title, version, language, purpose, record_title] = texts;
            Guide {
                id: GuideId::new(id),
                kind,
                title,
                version,
                language,
                purpose,
                record_title,
                a_line_each,
                topics,
                sections,
            }
        },
    )
}

fn topic() -> impl Strategy<Value = Topic> {
    let list = || prop::collection::vec(words(), 0..3);
    let lists = (list(), list(), list(), list());
    let section = maybe(words());
    let parts = (
        prop::array::uniform5(words()),
        lists,
        section,
        any::<bool>(),
    );
    parts.prop_map(|(texts, lists, section, names_person)| {
        let [id, title, why, pause, write] = texts;
        Topic {
            id: TopicId::new(id),
            title,
            why,
            ask: lists.0,
            gentler: lists.1,
            listen_for: lists.2,
            follow: lists.3,
            pause,
            write,
            section: section.map(SectionId::new),
            names_person,
        }
    })
}

fn section() -> impl Strategy<Value = Section> {
    let takes = prop::collection::vec(prop::sample::select(Take::ALL.to_vec()), 0..3);
    (words(), words(), takes).prop_map(|(id, heading, takes)| Section {
        id: SectionId::new(id),
        heading,
        takes,
    })
}

fn topic_ref() -> impl Strategy<Value = TopicRef> {
    (words(), words()).prop_map(|(guide, topic)| TopicRef {
        guide: GuideId::new(guide),
        topic: TopicId::new(topic),
    })
}

fn mark() -> impl Strategy<Value = Mark> {
    prop::sample::select(Mark::ALL.to_vec())
}

fn detail() -> impl Strategy<Value = Detail> {
    prop::sample::select(vec![Detail::Short, Detail::Standard, Detail::Everything])
}

/// Any words at all: line breaks, control characters, every script.
fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(any::<char>(), 0..12).prop_map(String::from_iter)
}

fn date() -> impl Strategy<Value = NaiveDate> {
    let days = 0_i32..20_000;
    days.prop_map(|days| NaiveDate::from_epoch_days(days).expect("within range"))
}

/// Any time in a hundred years, to the nanosecond, in any offset a clock shows.
fn any_moment() -> impl Strategy<Value = Moment> {
    (
        0_i64..3_200_000_000,
        0_u32..1_000_000_000,
        -14 * 60..=14 * 60,
    )
        .prop_map(|(seconds, nanos, minutes)| {
            let offset = chrono::FixedOffset::east_opt(minutes * 60).expect("within a day");
            DateTime::from_timestamp(seconds, nanos)
                .expect("within range")
                .with_timezone(&offset)
        })
}

fn maybe<S: Strategy>(strategy: S) -> impl Strategy<Value = Option<S::Value>> {
    prop::option::of(strategy)
}

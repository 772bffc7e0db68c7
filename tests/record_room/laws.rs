//! What holds whatever is typed.

use alongside::{
    conversation::{Alone, Caller, Choice, Conversation, Detail, Fact, Facts, Presence},
    line::{Day, Mark, Outcome, Step, When, Who},
    record::{self, Entry, FOOT, Front, NextStep, Record, StepState, Voice, inert},
};
use chrono::NaiveTime;
use proptest::{prelude::*, sample::select};

use crate::{
    referee::{commonmark, github, see},
    support::{at, begin, crisis, day, listen, moves, note, presence},
};

/// Words, and pieces of every markup there is.
pub fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => select(PIECES.to_vec()).prop_map(str::to_owned),
        2 => "[a-z]{1,6}",
        1 => any::<char>().prop_map(String::from),
        1 => select(vec!["\n", "\n\n", " ", "\"", "\\", "*", "_", "\r\n"]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 1..9).prop_map(|pieces| pieces.concat())
}

const PIECES: &[&str] = &[
    "# ",
    "## What you told me",
    "###### ",
    "- ",
    "+ ",
    "* ",
    "1. ",
    "12) ",
    "> ",
    "    ",
    "\t",
    "\n    code",
    "```",
    "~~~",
    "`",
    "``",
    "---",
    "\n---\n",
    "***",
    "___",
    "\n===\n",
    "\n=",
    "\n-",
    "[a](http://b)",
    "![a](b)",
    "[a]: /b",
    "[a]",
    "[^1]",
    "[^1]: note",
    "](",
    "<http://a.b>",
    "<a@b.c>",
    "<b>",
    "</b>",
    "<!-- ",
    "<?",
    "<",
    ">",
    "&amp;",
    "&#42;",
    "&",
    "*a*",
    "**a**",
    "_a_",
    "__",
    "~~a~~",
    "~a~",
    "a_b_c",
    "| a | b |\n|---|---|\n",
    "\n:-:\n",
    "\n|-\n",
    "[ ] ",
    "[x] ",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{0}",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "\u{a0}",
    ": \"",
    "Carol: \"",
    "£22 ",
    "£5.50 ",
    " *(I noticed this)*",
    " *(added after the call)*",
    " *(Priya, 10 March)*",
    ". **Sam, Wed 11 March 2026**",
    "## Added since",
    "\n## You say\n",
    "\\\n",
    ". ",
    ", ",
    "no",
    "Nothing under a heading means we did not talk about it. It does not mean all was well.",
    "> [!NOTE]\n",
    "[!NOTE]",
    "http://a.b/c_d_e",
    "é",
    "👩‍🦽",
    "Ⓐ",
    "“",
    "”",
];

fn mark() -> impl Strategy<Value = Option<Mark>> {
    prop::option::weighted(0.8, select(Mark::ALL.to_vec()))
}

fn who() -> impl Strategy<Value = Who> {
    prop_oneof![
        Just(Who::You),
        Just(Who::Person),
        Just(Who::NotSaid),
        typed().prop_map(Who::Named)
    ]
}

prop_compose! {
    fn step()(who in who(), due in prop::option::of(9u32..31), week: bool, again: bool, minute in prop::option::of(0u32..1440), outcome in outcome(), moved in prop::option::of(1u32..9)) -> Step {
        Step {
            who,
            when: When {
                day: due.map_or(Day::None, |due| Day::On(day(due))),
                week,
                time: minute.and_then(|minute| NaiveTime::from_hms_opt(minute / 60, minute % 60, 7)),
                ..When::default()
            },
            outcome,
            agreed: moved.map(day),
            settled: moved.map(|moved| day(moved + 9)),
            again,
        }
    }
}

fn outcome() -> impl Strategy<Value = Outcome> {
    prop_oneof![
        4 => Just(Outcome::Open),
        1 => Just(Outcome::Done),
        1 => (1u32..9).prop_map(Outcome::Tried),
        1 => Just(Outcome::Dropped),
    ]
}

fn fact() -> impl Strategy<Value = Fact> {
    prop_oneof![
        typed().prop_map(Fact::HandedOver),
        typed().prop_map(Fact::TalkedOver),
        typed().prop_map(Fact::Kind),
    ]
}

#[derive(Debug, Clone)]
struct Typed {
    text: String,
    mark: Option<Mark>,
    speaker: Option<String>,
    step: Step,
    late: bool,
    apart: bool,
    fact: Option<Fact>,
}

prop_compose! {
    fn a_note()(
        text in typed(), mark in mark(), speaker in prop::option::weighted(0.3, typed()), step in step(), late: bool,
        apart in prop::bool::weighted(0.1), fact in prop::option::weighted(0.3, fact()),
    ) -> Typed {
        Typed { text, mark, speaker, step, late, apart, fact }
    }
}

prop_compose! {
    fn facts()(
        texts in prop::collection::vec(prop::option::of(typed()), 7),
        contacted in prop::option::of(1u32..28),
        present in prop::collection::vec((typed(), typed()), 0..3),
        caller in prop::option::weighted(0.3, (typed(), typed())), gone: bool,
        no_copy_home: bool,
    ) -> Facts {
        let mut texts = texts.into_iter();
        let mut next = || texts.next().flatten();
        Facts {
            person: next(),
            contact: next(),
            how: next(),
            by: next(),
            copy: next(),
            route: next(),
            old_way: next(),
            contacted: contacted.map(day),
            present: present
                .iter()
                .map(|(name, role)| Presence {
                    to: gone.then(|| at("14:50")),
                    ..presence(name, role, Some(at("14:31")))
                })
                .collect(),
            caller: caller.map(|(name, role)| Caller { name, role: Some(role) }),
            no_copy_home,
            ..Facts::default()
        }
    }
}

prop_compose! {
    pub fn conversation()(facts in facts(), notes in prop::collection::vec(a_note(), 0..5), moved: bool) -> Conversation {
        let mut talk = begin(listen());
        talk.facts = facts;
        talk.detail = Some(Detail::Everything);
        talk.alone.extend(moved.then(|| Alone { from: at("14:36"), to: None }));
        for (n, typed) in notes.into_iter().enumerate() {
            if n == 2 && moved {
                moves(&mut talk, crisis(), at("14:41"));
            }
            let kept = note(&mut talk, typed.mark, &typed.text);
            kept.step = (typed.mark == Some(Mark::NextStep)).then_some(typed.step);
            kept.speaker = typed.speaker;
            // Every other one is as the worker put it.
            kept.told = n % 2 == 1;
            kept.late = typed.late;
            kept.apart = typed.apart;
            kept.fact = typed.fact;
            kept.choice = Choice::In;
        }
        talk
    }
}

/// An entry as anybody reads it, with our italics in « » and our bold in ‹ ›.
fn as_read(entry: &Entry, front: &Front) -> String {
    let text = &entry.text;
    let words = match &entry.voice {
        Voice::Told | Voice::Spend { .. } => text.clone(),
        Voice::OwnWords => format!("\"{text}\""),
        Voice::Others {
            speaker,
            role,
            quoted,
        } => {
            let name = role
                .as_ref()
                .map_or(speaker.clone(), |role| format!("{speaker}, {role}"));
            match quoted {
                true => format!("{name}: \"{text}\""),
                false => format!("{text} «(told by {name})»"),
            }
        }
        Voice::Saw => format!("{text} «(I noticed this)»"),
        Voice::ComeBack => format!("{text} «(to come back to)»"),
        Voice::View { by, .. } => format!(
            "{text} «({}, 10 March)»",
            by.as_deref().unwrap_or("my view")
        ),
        Voice::Step { id } => {
            let stop = if text.ends_with(['.', '!', '?', '…']) {
                ""
            } else {
                "."
            };
            format!(
                "{text}{stop} ‹{}›",
                promised(front.step(id).expect("in the header"))
            )
        }
    };
    let late = if entry.late {
        " «(added after the call)»"
    } else {
        ""
    };
    words + late
}

fn promised(step: &NextStep) -> String {
    let mut words = step
        .who
        .clone()
        .unwrap_or_else(|| "Not yet named".to_owned());
    if let Some(due) = step.due {
        let week = if step.week { "week of " } else { "" };
        words += &format!(", {week}{}", due.format("%a %-d %B %Y"));
    }
    if let Some(time) = step.time {
        words += &format!(", {}", time.format("%H:%M"));
    }
    words
}

fn is_promise(entry: &Entry) -> bool {
    matches!(entry.voice, Voice::Step { .. })
}

fn is_done(entry: &Entry, front: &Front) -> bool {
    let Voice::Step { id } = &entry.voice else {
        return false;
    };
    let step = front.step(id);
    step.is_some_and(|step| step.state == StepState::Done)
}

fn entries(record: &Record) -> impl Iterator<Item = &Entry> {
    record.sections.iter().flat_map(|section| &section.entries)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_headings_are_exactly_ours_and_the_words_exactly_theirs(talk in conversation()) {
        let record = Record::from_conversation(&talk, at("14:58"));
        let text = record::markdown(&record);
        let mut headings = vec![record.title.clone()];
        headings.extend(record.sections.iter().map(|section| section.heading.clone()));
        let promises = entries(&record).filter(|entry| is_promise(entry)).count();
        for (options, makes_boxes) in [(github(), true), (commonmark(), false)] {
            let box_of = |entry: &Entry| if is_done(entry, &record.front) { "[x] " } else { "[ ] " };
            let box_as_words = |entry| if is_promise(entry) && !makes_boxes { box_of(entry) } else { "" };
            let words: Vec<_> = entries(&record)
                .map(|entry| format!("{}{}", box_as_words(entry), as_read(entry, &record.front)))
                .collect();
            let seen = see(&text, options);
            prop_assert_eq!(&seen.foreign, &Vec::<String>::new(), "{}", text);
            prop_assert_eq!(&seen.headings, &headings, "{}", text);
            prop_assert_eq!(&seen.entries, &words, "{}", text);
            prop_assert_eq!(seen.boxes, if makes_boxes { promises } else { 0 });
            prop_assert_eq!(&seen.paragraphs, &[record.intro.join("\n"), FOOT.to_owned()], "{}", text);
        }
    }

    #[test]
    fn what_is_read_back_is_what_was_written(talk in conversation(), state in select(StepState::ALL.to_vec())) {
        let mut record = Record::from_conversation(&talk, at("14:58"));
        for step in &mut record.front.next_steps {
            step.state = state;
        }
        let text = record::markdown(&record);
        let reading = record::read(&text);
        prop_assert!(reading.is_ok(), "{:?}\n{}", reading, text);
        let reading = reading.expect("just seen");
        prop_assert_eq!(&reading.record, &record, "{}", text);
        prop_assert_eq!(reading.not_understood, vec![]);
    }

    #[test]
    fn a_header_is_the_same_to_a_yaml_parser(talk in conversation()) {
        let text = record::markdown(&Record::from_conversation(&talk, at("14:58")));
        let touched = text.replacen("---\n", "---\n# A comment is not in the form we write.\n", 1);
        prop_assert_eq!(record::read_front(&touched), record::read_front(&text), "{}", text);
    }

    #[test]
    fn words_become_markdown_and_come_back(text in typed()) {
        let line = inert::on_one_line(&text);
        prop_assert_eq!(inert::plain(&inert::line_start(&line)), line.clone());
        prop_assert_eq!(inert::plain(&inert::inline(&line)), line.clone());
        prop_assert_eq!(inert::plain(&inert::name(&line)), line.clone());
        prop_assert_eq!(inert::plain(&inert::heading(&line)), line);
    }

    #[test]
    fn what_is_written_down_is_written_down_once(text in typed()) {
        let written = inert::as_written(&text);
        prop_assert_eq!(inert::as_written(&written), written);
    }

    #[test]
    fn the_copy_and_the_file_apart_are_as_inert_as_the_record(talk in conversation()) {
        let record = Record::from_conversation(&talk, at("14:58"));
        if let Ok(copy) = record::person_copy(&record, None) {
            let copy = copy.words();
            let seen = see(&format!("---\na: 1\n---\n\n{copy}"), github());
            prop_assert_eq!(seen.foreign, Vec::<String>::new(), "{}", copy);
            prop_assert_eq!(seen.boxes, 0);
        }
        if let Some(apart) = record::apart_markdown(&talk, at("14:58")) {
            let seen = see(&apart, github());
            prop_assert_eq!(seen.foreign, Vec::<String>::new(), "{}", apart);
            prop_assert_eq!(seen.headings, Vec::<String>::new());
            prop_assert_eq!(seen.entries.len(), record.front.kept_apart);
            prop_assert!(record::read(&apart).is_err());
        }
    }

    #[test]
    fn any_file_at_all_is_read_without_a_fall(text in typed(), body in typed()) {
        let _ = record::read(&text);
        let whole = format!("---\nid: 2026-03-10-1420-listen-7k3f\nstarted: 2026-03-10T14:20:00Z\n---\n{body}\n{text}");
        let reading = record::read(&whole).expect("the header is sound");
        let again = record::markdown(&reading.record);
        prop_assert!(record::read(&again).is_ok());
    }
}

/// Few enough for every run; `PROPTEST_CASES` asks for more.
pub fn cases() -> u32 {
    std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(400)
}

//! What is read of a header for the figures is what is left of the whole of it, as the program wrote it and after anything
//! a hand may do to it.

use std::sync::LazyLock;

use alongside::record::{
    Front, InShort, NextStep, NotARecord, StepInShort, markdown, read_front, read_in_short,
};
use proptest::{prelude::*, sample::Index};

use super::made;

/// The headers of a small year.
static HEADERS: LazyLock<Vec<String>> = LazyLock::new(|| {
    made::records(600, 3)
        .map(|record| {
            let text = markdown(&record);
            let end = text[4..].find("\n---\n").expect("a header ends") + 4;
            text[..end + 5].to_owned()
        })
        .collect()
});

/// What stands where a value stood: by hand, or by another program.
const VALUES: [&str; 24] = [
    "",
    " ",
    " ~",
    " null",
    " yes",
    " no",
    " true",
    " false",
    " 0",
    " -7",
    " 12",
    " 1.5",
    " \"\"",
    " \"12\"",
    " \"true\"",
    " 2025-03-10",
    " \"2025-03-10\"",
    " \"2025-03-10T14:20:00+00:00\"",
    " []",
    " [\"a\", \"b\"]",
    " [\"a\" , \"b\\n\", 3, {}]",
    " {\"a\": \"b\"}",
    " Joan M",
    " \"dropped\" # why",
];

/// Lines that a hand may put in.
const LINES: [&str; 22] = [
    "steady: \"2025-03-10\"",
    "not_steady: 2025-03-10",
    "voided: true",
    "voided: \"no\"",
    "voided: Not hers",
    "kept_apart: true",
    "old_way: \"before\"",
    "old_way: 7",
    "mattered: \"one\"",
    "mattered: [\"one\", 2, null]",
    "moved:\n  - kind: \"crisis\"\n    at: \"2025-03-10T14:20:00+00:00\"",
    "moved: [{kind: crisis}, plan]",
    "handed_over:\n  - why: \"nobody\"\n  - to: \"Sam\"",
    "talked_over:\n  - with: \"Sam\"\n  - decision: \"none\"\n  - with: [\"a\"]",
    "spent: [{pence: 12}, {pence: \"13\", what: \"tea\"}, {what: \"none\"}]",
    "connected:\n  - with: \"a club\"\n    kind: 3",
    "linked:\n  - id: \"nobody\"\n    as: \"check-in-on\"",
    "next_steps:\n  - again: true\n    state: \"dropped\"\n  - again: true",
    "    again: true",
    "id: \"2025-03-10-1420-practice-7k3f\"",
    "# a note",
    "words: many",
];

/// What a hand does to a header.
#[derive(Debug, Clone)]
enum Edit {
    /// A line goes.
    Away(Index),
    /// A line goes elsewhere.
    Moved(Index, Index),
    /// A line is there twice.
    Twice(Index),
    /// Something else is said in a line.
    Says(Index, &'static str),
    /// A line comes in.
    In(Index, &'static str),
    /// A letter comes in.
    Typed(Index, char),
    /// A letter goes.
    Rubbed(Index),
    /// Windows saves it.
    Windows,
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = any::<Index>;
    let letter = prop::sample::select(vec![
        '"', '\\', ':', '-', ' ', '\n', '\t', '[', '#', 'é', '5', 'x',
    ]);
    prop_oneof![
        at().prop_map(Edit::Away),
        (at(), at()).prop_map(|(from, to)| Edit::Moved(from, to)),
        at().prop_map(Edit::Twice),
        (at(), prop::sample::select(&VALUES[..])).prop_map(|(at, value)| Edit::Says(at, value)),
        (at(), prop::sample::select(&LINES[..])).prop_map(|(at, line)| Edit::In(at, line)),
        (at(), letter).prop_map(|(at, letter)| Edit::Typed(at, letter)),
        at().prop_map(Edit::Rubbed),
        Just(Edit::Windows),
    ]
}

impl Edit {
    fn of(&self, text: &str) -> String {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        match self {
            _ if lines.is_empty() => {}
            Self::Away(at) => drop(lines.remove(at.index(lines.len()))),
            Self::Moved(from, to) => {
                let line = lines.remove(from.index(lines.len()));
                lines.insert(to.index(lines.len() + 1), line);
            }
            Self::Twice(at) => {
                let at = at.index(lines.len());
                lines.insert(at, lines[at].clone());
            }
            Self::Says(at, value) => {
                let line = &mut lines[at.index(text.lines().count())];
                let key = line.find(':').unwrap_or(line.len());
                *line = format!("{}:{value}", &line[..key]);
            }
            Self::In(at, line) => lines.insert(at.index(lines.len() + 1), (*line).to_owned()),
            Self::Typed(at, letter) => {
                let place = letters(text)[at.index(letters(text).len())];
                return format!("{}{letter}{}", &text[..place], &text[place..]);
            }
            Self::Rubbed(at) => {
                let place = letters(text)[at.index(letters(text).len())];
                return text[..place]
                    .chars()
                    .chain(text[place..].chars().skip(1))
                    .collect();
            }
            Self::Windows => return text.replace('\n', "\r\n"),
        }
        lines.join("\n") + "\n"
    }
}

fn letters(text: &str) -> Vec<usize> {
    text.char_indices().map(|(place, _)| place).collect()
}

/// What is left of the whole, worked out from it.
fn left_of(front: Front) -> InShort {
    let counted = front.counted;
    InShort {
        side: front.id.side(),
        kind: front.kind,
        moved: front.moved.iter().map(|moved| moved.kind).collect(),
        person: front.person,
        started: front.started,
        ended: front.ended,
        is_void: front.voided.is_some(),
        no_copy_home: front.no_copy_home,
        had_copy: front.copy.is_some(),
        route: front.route,
        contacted: counted.contacted,
        talk_minutes: counted.talk_minutes,
        words: counted.words,
        old_way: counted.old_way,
        mattered: counted.mattered,
        handed_over: counted.handed_over.into_iter().map(|one| one.why).collect(),
        talked_over: counted.talked_over.len(),
        spent: counted.spent,
        connected: counted.connected.into_iter().map(|one| one.kind).collect(),
        linked: front.linked,
        steady: front.steady.map(|said| (said.on, said.is)),
        steps: front.next_steps.into_iter().map(step).collect(),
    }
}

fn step(step: NextStep) -> StepInShort {
    StepInShort {
        due: step.due,
        week: step.week,
        state: step.state,
        agreed: step.agreed,
        settled: step.settled,
        again: step.again,
    }
}

fn whole(text: &str) -> Result<InShort, NotARecord> {
    read_front(text).map(left_of)
}

#[test]
fn what_is_counted_of_any_header_of_a_year_is_what_the_whole_header_says() {
    for header in &*HEADERS {
        let said = read_in_short(header);
        assert!(said.is_ok(), "{header}");
        assert_eq!(said, whole(header), "{header}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn a_header_changed_by_hand_is_counted_as_the_whole_of_it_says(
        which in any::<Index>(),
        edits in prop::collection::vec(edit(), 1..6),
    ) {
        let header = HEADERS[which.index(HEADERS.len())].clone();
        let changed = edits.iter().fold(header, |text, edit| edit.of(&text));
        prop_assert_eq!(read_in_short(&changed), whole(&changed), "{}", changed);
    }
}

//! A row for each person and each conversation, under a pseudonym, so that several teams' can be counted once.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::{
    evidence::{
        hide::{SMALLEST, is_small},
        period::Period,
        pseudonym::TeamKey,
        report::{Known, KnownBy, Members, Population},
        tally::Tally,
    },
    guide::Kind,
};

/// Rows for people and for conversations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    key_check: String,
    people: Vec<Line>,
    conversations: Vec<Line>,
    left_out: BTreeMap<LeftOut, BTreeSet<Period>>,
}

/// Why rows that could be in it are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// Others were given for the quarter before.
    Changed,
    /// Beside what was given before they would show a few.
    ShowFew,
}

/// Somebody, or a conversation, in a quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Another name for it, in this quarter alone.
    pub pseudonym: String,
    /// The quarter.
    pub quarter: Period,
    /// The kind; none where too few had it.
    pub kind: Option<Kind>,
    /// Its number in the report's population.
    pub number: u32,
}

/// Lines a reader can count apart from others, with how many they are.
type Classes = BTreeMap<(Period, Option<Kind>), Members>;

impl Rows {
    /// A row for everybody and everything counted.
    pub fn of(tally: &Tally, key: &TeamKey) -> Self {
        // People are numbered in a report in order of their names, conversations in the order they began.
        let names: BTreeSet<&str> = tally.people().map(|seen| seen.key).collect();
        let numbers: BTreeMap<&str, u32> = names.into_iter().zip(0..).collect();
        let people = tally.people().map(|seen| Line {
            pseudonym: key.person(seen.key, seen.quarter),
            quarter: seen.quarter,
            kind: Some(seen.kind),
            number: numbers.get(seen.key).copied().unwrap_or(u32::MAX),
        });
        let conversations = tally.conversations().zip(0..);
        let conversations = conversations.map(|(seen, number)| Line {
            pseudonym: key.conversation(seen.id, seen.quarter),
            quarter: seen.quarter,
            kind: Some(seen.kind),
            number,
        });
        Self::new(key.check(), people.collect(), conversations.collect())
    }

    /// These rows, of packages whose key has this check.
    pub fn new(key_check: String, people: Vec<Line>, conversations: Vec<Line>) -> Self {
        Self {
            key_check,
            people,
            conversations,
            left_out: BTreeMap::new(),
        }
    }

    /// What is the same for all packages of one key.
    pub fn key_check(&self) -> &str {
        &self.key_check
    }

    /// Whether nobody and nothing is in them.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty() && self.conversations.is_empty()
    }

    /// A row for each person and quarter, in order of pseudonyms within a quarter.
    pub fn people(&self) -> &[Line] {
        &self.people
    }

    /// A row for each conversation.
    pub fn conversations(&self) -> &[Line] {
        &self.conversations
    }

    /// The same in classes that may leave a team: a kind that too few had is not said, nor that of the next fewest while
    /// those are too few together; a quarter of too few is left out.
    pub fn in_classes(self) -> Self {
        Self {
            people: in_classes(self.people),
            conversations: in_classes(self.conversations),
            ..self
        }
    }

    /// What the rows of each quarter are known by, by [`rows_name`].
    pub fn known_by(&self, known: &KnownBy) -> BTreeMap<String, Known> {
        let mut lines: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (of, its) in [
            (Population::People, &self.people),
            (Population::Conversations, &self.conversations),
        ] {
            let known = known.get(&of).map_or(&[] as &[Known], Vec::as_slice);
            for line in its {
                let who = known.get(line.number as usize);
                let who = who.map_or(u64::from(line.number), |known| known.whole);
                let lines = lines.entry(rows_name(of, line.quarter)).or_default();
                lines.push(format!("{who:x} {:?}", line.kind));
            }
        }
        let known = |(quarter, mut lines): (String, Vec<String>)| {
            lines.sort_unstable();
            (quarter, Known::by(&lines.join("\n")))
        };
        lines.into_iter().map(known).collect()
    }

    /// Leaves out those of a population and a quarter that are to be.
    pub fn leave_out(&mut self, why: LeftOut, is_out: impl Fn(Population, Period) -> bool) {
        let mut quarters = BTreeSet::new();
        for (of, lines) in [
            (Population::People, &mut self.people),
            (Population::Conversations, &mut self.conversations),
        ] {
            lines.retain(|line| {
                let is_out = is_out(of, line.quarter);
                if is_out {
                    quarters.insert(line.quarter);
                }
                !is_out
            });
        }
        if !quarters.is_empty() {
            self.left_out.entry(why).or_default().extend(quarters);
        }
    }

    /// The quarters of which rows were left out, by why.
    pub fn left_out(&self) -> &BTreeMap<LeftOut, BTreeSet<Period>> {
        &self.left_out
    }

    /// Who is in each class that a reader can count.
    pub fn classes_of(&self, of: Population) -> Vec<Members> {
        match of {
            Population::People => classes(&self.people).into_values().collect(),
            Population::Conversations => classes(&self.conversations).into_values().collect(),
            _ => vec![],
        }
    }
}

/// `2026-Q1`.
pub fn quarter_name(quarter: Period) -> String {
    let first = quarter.from();
    format!("{}-Q{}", first.year(), first.month0() / 3 + 1)
}

/// `people 2026-Q1`.
pub fn rows_name(of: Population, quarter: Period) -> String {
    format!("{} {}", of.name(), quarter_name(quarter))
}

fn classes(lines: &[Line]) -> Classes {
    let mut classes = Classes::new();
    for line in lines {
        let class = classes.entry((line.quarter, line.kind)).or_default();
        class.insert(line.number);
    }
    classes
}

fn in_classes(mut lines: Vec<Line>) -> Vec<Line> {
    let mut quarters: BTreeMap<Period, BTreeMap<Kind, usize>> = BTreeMap::new();
    for line in &lines {
        if let Some(kind) = line.kind {
            *quarters
                .entry(line.quarter)
                .or_default()
                .entry(kind)
                .or_default() += 1;
        }
    }
    let unsaid: BTreeMap<Period, Unsaid> = quarters
        .into_iter()
        .map(|(quarter, kinds)| (quarter, unsaid(&kinds)))
        .collect();
    lines.retain_mut(|line| match (unsaid.get(&line.quarter), line.kind) {
        (Some(Unsaid::All), _) => false,
        (Some(Unsaid::Kinds(kinds)), Some(kind)) => {
            line.kind = (!kinds.contains(&kind)).then_some(kind);
            true
        }
        _ => true,
    });
    // In the order they came, rows would say more than they hold.
    lines.sort_by(|a, b| (a.quarter, &a.pseudonym).cmp(&(b.quarter, &b.pseudonym)));
    lines
}

/// What may not be said of a quarter.
enum Unsaid {
    /// These kinds.
    Kinds(Vec<Kind>),
    /// Anything.
    All,
}

fn unsaid(kinds: &BTreeMap<Kind, usize>) -> Unsaid {
    if kinds.values().sum::<usize>() < SMALLEST {
        return Unsaid::All;
    }
    let mut fewest: Vec<(usize, Kind)> =
        kinds.iter().map(|(kind, count)| (*count, *kind)).collect();
    fewest.sort_unstable();
    let mut unsaid = vec![];
    let mut together = 0;
    for (count, kind) in fewest {
        if !is_small(count) && !is_small(together) {
            break;
        }
        together += count;
        unsaid.push(kind);
    }
    Unsaid::Kinds(unsaid)
}

//! The same numbers counted naively, from headers: one plain loop for each thing there is to know.

pub mod asked;
pub mod beside;
mod crises;
mod people;
mod steps;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};
use serde_json::Value;

use crate::{
    headers::Talk,
    told::{group_line, share_line, spread_line, total_line, values_line},
};

const KINDS: [(&str, &str); 3] = [
    ("listen-and-connect", "Listen and connect"),
    ("crisis", "Crisis"),
    ("good-life", "Good life"),
];

/// What is counted, and for which days.
pub struct Year<'a> {
    /// Every record that could be read, in the order they began.
    pub talks: &'a [Talk],
    /// The same with those that are counted elsewhere: a check-in keeps a promise whichever way it was held.
    pub beside: &'a [Talk],
    pub unreadable: &'a [String],
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub today: NaiveDate,
    pub routes: &'a [String],
}

/// Lines as they are told.
#[derive(Default)]
struct Lines(Vec<String>, Vec<Figure>);

/// What can be set against another time: the measure, the figure, and what it is.
#[derive(Clone)]
struct Figure(String, String, Amount);

#[derive(Clone)]
enum Amount {
    Share(usize, usize),
    Values(Vec<f64>),
    /// Of so many: the lower quartile, the middle and the upper quartile.
    Middle(usize, (f64, f64, f64)),
}

impl Lines {
    /// A table whose groups are apart from each other.
    fn table(&mut self, id: &str, table: &str, groups: &[(String, usize)]) {
        for (nth, (name, count)) in groups.iter().enumerate() {
            self.0.push(group_line(id, table, nth, name, "", *count));
        }
        let all = groups.iter().map(|(_, count)| count).sum();
        self.0.push(total_line(id, table, all));
    }

    fn bands(&mut self, id: &str, table: &str, names: &[&str], each: &[&str]) {
        let mut groups = vec![];
        for name in names {
            let count = each.iter().filter(|one| one == &name).count();
            groups.push(((*name).to_owned(), count));
        }
        let all: usize = groups.iter().map(|(_, count)| count).sum();
        assert_eq!(all, each.len(), "{id}/{table}: each is in one of {names:?}");
        self.table(id, table, &groups);
    }

    fn values(&mut self, id: &str, figure: &str, values: &[f64]) {
        self.spread(id, figure, values);
        let amount = Amount::Values(values.to_vec());
        self.1
            .push(Figure(id.to_owned(), figure.to_owned(), amount));
        self.0.push(values_line(id, figure, values.to_vec()));
    }

    fn spread(&mut self, id: &str, title: &str, values: &[f64]) {
        let spread = quarters(values);
        self.0.push(spread_line(id, title, values.len(), spread));
    }

    fn share(&mut self, id: &str, figure: &str, count: usize, all: usize) {
        let amount = Amount::Share(count, all);
        self.1
            .push(Figure(id.to_owned(), figure.to_owned(), amount));
        self.0.push(share_line(id, figure, count, all));
    }
}

impl<'a> Year<'a> {
    pub fn lines(&self) -> Vec<String> {
        let mut lines = self.figures();
        self.asked(&mut lines);
        self.elsewhere(&mut lines);
        self.comparisons(&mut lines);
        lines.0
    }

    /// What records alone say.
    fn figures(&self) -> Lines {
        let mut lines = Lines::default();
        self.counted(&mut lines);
        self.kinds(&mut lines);
        self.steps(&mut lines);
        self.first_talk(&mut lines);
        self.back(&mut lines);
        self.routes(&mut lines);
        self.how_often(&mut lines, "hand-offs", "handed_over", "handed-over");
        self.why_handed_over(&mut lines);
        self.crises(&mut lines);
        self.spends(&mut lines);
        self.connections(&mut lines);
        self.mattered(&mut lines);
        self.copies(&mut lines);
        self.length(&mut lines);
        self.how_often(&mut lines, "talked-over", "talked_over", "talked-over");
        lines
    }

    fn is_in(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// Those that count, of any day.
    fn standing(&self) -> Vec<&'a Talk> {
        let talks = self.talks.iter();
        talks
            .filter(|talk| !talk.void && talk.old_way.is_none())
            .collect()
    }

    /// Those that stand, whichever way they were held.
    fn not_void(&self) -> Vec<&'a Talk> {
        self.beside.iter().filter(|talk| !talk.void).collect()
    }

    /// Those of the period.
    fn held(&self) -> Vec<&'a Talk> {
        let mut held = self.standing();
        held.retain(|talk| self.is_in(talk.day));
        held
    }

    fn counted(&self, lines: &mut Lines) {
        let held = self.held();
        let people: BTreeSet<&String> = held
            .iter()
            .filter_map(|talk| talk.person.as_ref())
            .collect();
        let unnamed = held.iter().filter(|talk| talk.person.is_none()).count();
        let mut voided = 0;
        let mut old_way = 0;
        for talk in self.talks {
            voided += usize::from(talk.void && self.is_in(talk.day));
            old_way += usize::from(!talk.void && talk.old_way.is_some() && self.is_in(talk.day));
        }
        lines.0.push(format!("conversations = {}", held.len()));
        lines.0.push(format!("people = {}", people.len()));
        lines.0.push(format!("unnamed = {unnamed}"));
        lines.0.push(format!("voided = {voided}"));
        lines.0.push(format!("old way = {old_way}"));
        lines.0.push(format!("unreadable = {:?}", self.unreadable));
    }

    fn kinds(&self, lines: &mut Lines) {
        let held = self.held();
        let mut week = self.from - Days::new(self.from.weekday().num_days_from_monday().into());
        let mut nth = 0;
        let last = held.iter().map(|talk| talk.day).max();
        let last = last.map_or(self.today, |last| last.max(self.today));
        while week <= self.to.min(last) {
            for (kind, title) in KINDS {
                let in_week = |talk: &&&Talk| week <= talk.day && talk.day < week + Days::new(7);
                let of_kind = held
                    .iter()
                    .filter(in_week)
                    .filter(|talk| talk.kind() == kind);
                let name = week.format("%-d %b").to_string();
                lines.0.push(group_line(
                    "kinds",
                    "weeks",
                    nth,
                    &name,
                    title,
                    of_kind.count(),
                ));
                nth += 1;
            }
            week = week + Days::new(7);
        }
        lines.0.push(total_line("kinds", "weeks", held.len()));
        let mut conversations = vec![];
        for (kind, title) in KINDS {
            let count = held.iter().filter(|talk| talk.kind() == kind).count();
            conversations.push((title.to_owned(), count));
        }
        lines.table("kinds", "conversations", &conversations);
        self.people_by_kind(lines);
        let mut moves: BTreeMap<(usize, usize), BTreeSet<&str>> = BTreeMap::new();
        for talk in &held {
            for two in talk.kinds.windows(2) {
                if two[0] != two[1] {
                    let between = (place(&two[0]), place(&two[1]));
                    moves.entry(between).or_default().insert(&talk.id);
                }
            }
        }
        moved(lines, "moves", &moves);
        self.moves_of_people(lines);
        let crisis = held.iter().filter(|talk| talk.kind() == "crisis").count();
        lines.share("kinds", "crisis", crisis, held.len());
        let any: BTreeSet<&str> = moves.into_values().flatten().collect();
        lines.share("kinds", "moved", any.len(), held.len());
    }

    fn routes(&self, lines: &mut Lines) {
        let held = self.held();
        let said: Vec<Option<String>> = held.iter().map(|talk| talk.text("route")).collect();
        let mut groups = vec![];
        for route in self.routes {
            let is_it =
                |said: &&Option<String>| said.as_deref().is_some_and(|said| same(said, route));
            groups.push((route.clone(), said.iter().filter(is_it).count()));
        }
        let is_listed = |said: &str| self.routes.iter().any(|route| same(said, route));
        let others = said
            .iter()
            .filter(|said| !said.as_deref().is_some_and(is_listed));
        groups.extend(typed(others.cloned().collect()));
        lines.table("routes", "routes", &groups);
    }

    fn how_often(&self, lines: &mut Lines, id: &str, key: &str, figure: &str) {
        let mut bands = vec![];
        for talk in self.held() {
            bands.push(match talk.list(key).len() {
                0 => "None",
                1 => "Once",
                _ => "Twice or more",
            });
        }
        lines.bands(
            id,
            "conversations",
            &["None", "Once", "Twice or more"],
            &bands,
        );
        let any = bands.iter().filter(|band| **band != "None").count();
        lines.share(id, figure, any, bands.len());
    }

    fn why_handed_over(&self, lines: &mut Lines) {
        lines.table("hand-offs", "why", &typed(self.each("handed_over", "why")));
    }

    fn spends(&self, lines: &mut Lines) {
        let spends: Vec<&Value> = self
            .held()
            .iter()
            .flat_map(|talk| talk.list("spent"))
            .collect();
        let (mut bands, mut pounds, mut all) = (vec![], vec![], 0);
        for spend in &spends {
            let pence = spend["pence"].as_u64().expect("pence");
            all += pence;
            pounds.push(pence as f64 / 100.0);
            bands.push(match pence {
                0..=999 => "Under £10",
                1000..=2499 => "£10 to £24.99",
                2500..=4999 => "£25 to £49.99",
                _ => "£50 and over",
            });
        }
        let names = [
            "Under £10",
            "£10 to £24.99",
            "£25 to £49.99",
            "£50 and over",
        ];
        lines.bands("spends", "amounts", &names, &bands);
        let mut what = typed(self.each("spent", "what"));
        assert_eq!(what.pop().expect("the last"), ("Not said".to_owned(), 0));
        lines.table("spends", "what", &what);
        lines.spread("spends", "Pounds in a spend", &pounds);
        lines
            .0
            .push(format!("spends: sum {all} of {}", spends.len()));
        self.any(lines, "spends", "spent", "spent");
    }

    fn connections(&self, lines: &mut Lines) {
        lines.table(
            "connections",
            "kinds",
            &typed(self.each("connected", "kind")),
        );
        self.any(lines, "connections", "connected", "connected");
    }

    fn any(&self, lines: &mut Lines, id: &str, key: &str, figure: &str) {
        let held = self.held();
        let any = held
            .iter()
            .filter(|talk| !talk.list(key).is_empty())
            .count();
        lines.share(id, figure, any, held.len());
    }

    /// One field of every map of a list, of every conversation of the period.
    fn each(&self, list: &str, key: &str) -> Vec<Option<String>> {
        let items = self.held().into_iter().flat_map(|talk| talk.list(list));
        items
            .map(|item| item[key].as_str().map(str::to_owned))
            .collect()
    }

    fn mattered(&self, lines: &mut Lines) {
        let title = |id: &str| match id {
            "what-matters" => "What matters".to_owned(),
            "people-around-you" => "People around you".to_owned(),
            "health-work-money" => titled("carer", id),
            other => other.to_owned(),
        };
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for talk in self.held() {
            for topic in talk.list("mattered") {
                *counts
                    .entry(title(topic.as_str().expect("a topic")))
                    .or_default() += 1;
            }
        }
        lines.table(
            "mattered",
            "topics",
            &most_first(counts.into_iter().collect()),
        );
    }

    fn copies(&self, lines: &mut Lines) {
        let mut bands = vec![];
        for talk in self.held() {
            bands.push(match (talk.text("copy"), talk.flag("no_copy_home")) {
                (Some(_), _) => "Had a copy",
                (None, true) => "Nothing may be sent home",
                (None, false) => "No copy noted",
            });
        }
        let names = ["Had a copy", "Nothing may be sent home", "No copy noted"];
        lines.bands("copies", "copies", &names, &bands);
        let had = bands.iter().filter(|band| **band == names[0]).count();
        lines.share("copies", "had-copy", had, bands.len());
    }

    fn length(&self, lines: &mut Lines) {
        const WORDS: [&str; 4] = ["Under 100", "100 to 249", "250 to 499", "500 and over"];
        const MINUTES: [&str; 5] = [
            "Under 15",
            "15 to 29",
            "30 to 59",
            "60 and over",
            "Not known",
        ];
        let (mut words, mut minutes) = (vec![], vec![]);
        let (mut word_bands, mut minute_bands) = (vec![], vec![]);
        for talk in self.held() {
            words.push(talk.words as f64);
            word_bands.push(match talk.words {
                0..=99 => WORDS[0],
                100..=249 => WORDS[1],
                250..=499 => WORDS[2],
                _ => WORDS[3],
            });
            let talked = talk.header["talk_minutes"].as_u64();
            minutes.extend(talked.map(|talked| talked as f64));
            minute_bands.push(match talked {
                Some(0..=14) => MINUTES[0],
                Some(15..=29) => MINUTES[1],
                Some(30..=59) => MINUTES[2],
                Some(_) => MINUTES[3],
                None => MINUTES[4],
            });
        }
        lines.bands("length", "words", &WORDS, &word_bands);
        lines.bands("length", "minutes", &MINUTES, &minute_bands);
        let mut nth = 0;
        for minutes in MINUTES {
            for words in WORDS {
                let both = minute_bands.iter().zip(&word_bands);
                let count = both.filter(|both| *both == (&minutes, &words)).count();
                lines
                    .0
                    .push(group_line("length", "against", nth, minutes, words, count));
                nth += 1;
            }
        }
        lines
            .0
            .push(total_line("length", "against", word_bands.len()));
        lines.values("length", "words", &words);
        lines.values("length", "talk-minutes", &minutes);
    }
}

/// The lower quartile, the middle and the upper quartile.
fn quarters(values: &[f64]) -> Option<(f64, f64, f64)> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let quarter = |quarters: usize| {
        let place = (sorted.len() - 1) * quarters;
        let (below, part) = (place / 4, place % 4);
        let above = (below + 1).min(sorted.len() - 1);
        (sorted[below] * (4 - part) as f64 + sorted[above] * part as f64) / 4.0
    };
    (!sorted.is_empty()).then(|| (quarter(1), quarter(2), quarter(3)))
}

/// Whatever was typed, most first and then by name, each as it was typed first; and last what says nothing.
fn typed(said: Vec<Option<String>>) -> Vec<(String, usize)> {
    let mut groups: Vec<(String, usize)> = vec![];
    let mut unsaid = 0;
    for said in said {
        let Some(said) = said else {
            unsaid += 1;
            continue;
        };
        match groups.iter_mut().find(|(name, _)| same(name, &said)) {
            Some((_, count)) => *count += 1,
            None => groups.push((said.trim().to_owned(), 1)),
        }
    }
    let mut groups = most_first(groups);
    groups.push(("Not said".to_owned(), unsaid));
    groups
}

fn most_first(mut groups: Vec<(String, usize)>) -> Vec<(String, usize)> {
    groups.sort_by(|(a, x), (b, y)| y.cmp(x).then(a.cmp(b)));
    groups
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

fn moved(lines: &mut Lines, table: &str, moves: &BTreeMap<(usize, usize), BTreeSet<&str>>) {
    let mut all: BTreeSet<&str> = BTreeSet::new();
    for (nth, ((from, to), who)) in moves.iter().enumerate() {
        let name = format!("{} to {}", KINDS[*from].1, KINDS[*to].1.to_lowercase());
        lines
            .0
            .push(group_line("kinds", table, nth, &name, "", who.len()));
        all.extend(who);
    }
    lines.0.push(total_line("kinds", table, all.len()));
}

fn place(kind: &str) -> usize {
    KINDS
        .iter()
        .position(|(name, _)| *name == kind)
        .expect("a kind")
}

/// The title of a topic, from the guide's own file.
fn titled(guide: &str, topic: &str) -> String {
    let path = format!("{}/guides/{guide}.toml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a guide");
    let (_, after) = text
        .split_once(&format!("\nid = \"{topic}\"\ntitle = \""))
        .expect("a topic");
    after.split('"').next().expect("a title").to_owned()
}

//! Conversations of other days, in the little that the figures of a period ask of them: who was met and when, and what
//! ties them to those of the period. There may be many times more of them, so their names are kept in one text.

use std::num::NonZeroU32;

use super::names::{Names, Number};
use crate::{
    conversation::{ConversationId, Link, Moment, Tie},
    evidence::row::Row,
    guide::Kind,
    people::known::key,
};

/// Conversations of other days.
#[derive(Debug, Clone, Default)]
pub struct Others {
    /// The names of conversations, one after the other.
    ids: String,
    met: Vec<Other>,
    /// What some belong to, in their order.
    links: Vec<(u32, Id, Tie)>,
    /// Those that say whether it is steady, in their order.
    steady: Vec<(u32, Steady)>,
    /// Those that say when the worker looks again, in their order.
    again: Vec<u32>,
}

/// Where in the text of names one is. Beyond four thousand million letters, which is more than anybody has, a name is
/// none.
#[derive(Debug, Clone, Copy)]
struct Id {
    at: u32,
    length: u16,
}

#[derive(Debug, Clone)]
struct Other {
    id: Id,
    started: Moment,
    kind: Kind,
    person: Option<NonZeroU32>,
}

#[derive(Debug, Clone)]
struct Steady {
    ended: Moment,
    said: (Moment, bool),
}

/// One of them.
#[derive(Debug, Clone, Copy)]
pub struct OneOther<'a> {
    others: &'a Others,
    place: u32,
}

impl Others {
    /// One more.
    pub fn take(&mut self, row: &Row, names: &mut Names) {
        let place = small(self.met.len());
        let person = row.person.as_deref().map(key);
        let person = person.filter(|key| !key.is_empty());
        let id = self.keep(row.id.as_str());
        for link in &row.links {
            let to = self.keep(link.to.as_str());
            self.links.push((place, to, link.tie));
        }
        let ended = row.ended;
        self.steady
            .extend(row.steady.map(|said| (place, Steady { ended, said })));
        self.again.extend(row.again.then_some(place));
        self.met.push(Other {
            id,
            started: row.started,
            kind: row.kind_now(),
            person: person.and_then(|key| names.number_of_new(&key)),
        });
    }

    /// Those of another reader; `numbers` says which of our names each of its names is.
    pub fn merge(&mut self, other: Self, numbers: &[Option<Number>]) {
        let (places, at) = (small(self.met.len()), small(self.ids.len()));
        let moved = |id: Id| Id {
            at: id.at.saturating_add(at),
            ..id
        };
        let ours = |number: NonZeroU32| *numbers.get(number.get() as usize - 1)?;
        self.ids.push_str(&other.ids);
        self.met.extend(other.met.into_iter().map(|met| Other {
            id: moved(met.id),
            person: met.person.and_then(ours),
            ..met
        }));
        let links = other.links.into_iter();
        self.links
            .extend(links.map(|(place, to, tie)| (place + places, moved(to), tie)));
        let steady = other.steady.into_iter();
        self.steady
            .extend(steady.map(|(place, steady)| (place + places, steady)));
        let again = other.again.into_iter();
        self.again.extend(again.map(|place| place + places));
    }

    /// No room is held for more.
    pub fn fit(&mut self) {
        self.ids.shrink_to_fit();
        self.met.shrink_to_fit();
        self.links.shrink_to_fit();
        self.steady.shrink_to_fit();
        self.again.shrink_to_fit();
    }

    /// All of them, in no order.
    pub fn iter(&self) -> impl Iterator<Item = OneOther<'_>> {
        (0..small(self.met.len())).map(|place| OneOther {
            others: self,
            place,
        })
    }

    /// What any of them says of any other: whose word it is, to which, and how.
    pub fn links(&self) -> impl Iterator<Item = (&str, &str, Tie)> {
        let links = self.links.iter();
        links.map(|&(place, to, tie)| (self.text(self.met[place as usize].id), self.text(to), tie))
    }

    fn keep(&mut self, id: &str) -> Id {
        let at = small(self.ids.len());
        self.ids.push_str(id);
        Id {
            at,
            length: u16::try_from(id.len()).unwrap_or(u16::MAX),
        }
    }

    fn text(&self, id: Id) -> &str {
        let at = id.at as usize;
        self.ids
            .get(at..at + usize::from(id.length))
            .unwrap_or_default()
    }
}

impl<'a> OneOther<'a> {
    /// Its name.
    pub fn id(self) -> &'a str {
        self.others.text(self.met().id)
    }

    /// When it began.
    pub fn started(self) -> Moment {
        self.met().started
    }

    /// When it ended, where it says whether it is steady; else when it began.
    pub fn ended(self) -> Moment {
        self.steadiness()
            .map_or(self.started(), |steady| steady.ended)
    }

    /// The kind it was when it ended.
    pub fn kind(self) -> Kind {
        self.met().kind
    }

    /// The number of the name of who it was with.
    pub fn person(self) -> Option<Number> {
        self.met().person
    }

    /// The names of those it belongs to.
    pub fn linked(self) -> impl Iterator<Item = &'a str> {
        self.own_links().map(|&(_, to, _)| self.others.text(to))
    }

    /// The conversations it belongs to.
    pub fn links(self) -> Vec<Link> {
        let link = |&(_, to, tie): &(u32, Id, Tie)| {
            let to = ConversationId::read(self.others.text(to))?;
            Some(Link { to, tie })
        };
        self.own_links().filter_map(link).collect()
    }

    /// What was last said of whether it is steady.
    pub fn steady(self) -> Option<(Moment, bool)> {
        self.steadiness().map(|steady| steady.said)
    }

    /// It says when the worker looks again.
    pub fn again(self) -> bool {
        self.others.again.binary_search(&self.place).is_ok()
    }

    fn met(self) -> &'a Other {
        &self.others.met[self.place as usize]
    }

    fn own_links(self) -> impl Iterator<Item = &'a (u32, Id, Tie)> {
        let links = &self.others.links;
        let first = links.partition_point(|(place, ..)| *place < self.place);
        let own = links[first..].iter();
        own.take_while(move |(place, ..)| *place == self.place)
    }

    fn steadiness(self) -> Option<&'a Steady> {
        let steady = &self.others.steady;
        let at = steady.binary_search_by_key(&self.place, |(place, _)| *place);
        at.ok().map(|at| &steady[at].1)
    }
}

/// There are fewer than four thousand million of anything here.
fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

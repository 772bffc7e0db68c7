//! What a team remembers of a listing: tried, lovely, full, closed, wrong; and when it was last used.
//!
//! Nothing here is about anybody who was helped: a listing's id, a word from a fixed few, and a day. That is all the
//! file has room for, and so all that can ever be sent to a publisher.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Listing;
use crate::text;

/// What a team may say of a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Somebody went.
    Tried,
    /// It went well.
    Lovely,
    /// There is no room just now.
    Full,
    /// It is not there any more.
    Closed,
    /// Something the list says of it is not right.
    Wrong,
}

impl Standing {
    /// All of them, as they are offered.
    pub const ALL: [Self; 5] = [
        Self::Lovely,
        Self::Tried,
        Self::Full,
        Self::Closed,
        Self::Wrong,
    ];

    /// The word it is typed and kept as.
    pub fn word(self) -> &'static str {
        match self {
            Self::Tried => "tried",
            Self::Lovely => "lovely",
            Self::Full => "full",
            Self::Closed => "closed",
            Self::Wrong => "wrong",
        }
    }

    /// The standing of that word.
    pub fn named(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase();
        Self::ALL
            .into_iter()
            .find(|standing| standing.word() == word)
    }

    /// Whether the publisher would want to know.
    pub fn is_a_correction(self) -> bool {
        matches!(self, Self::Full | Self::Closed | Self::Wrong)
    }
}

/// Something to remember of one listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remembering {
    /// This is so since this day.
    Is(Standing, NaiveDate),
    /// This is not so any more.
    IsNot(Standing),
    /// It was noted for somebody on this day.
    Used(NaiveDate),
}

/// What is remembered of one listing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Remembered {
    /// What is so, and since when.
    pub standings: BTreeMap<Standing, NaiveDate>,
    /// When it was last noted for somebody.
    pub used: Option<NaiveDate>,
}

impl Remembered {
    /// Whether this is so.
    pub fn is(&self, standing: Standing) -> bool {
        self.standings.contains_key(&standing)
    }
}

/// What is remembered of all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Memory {
    of: BTreeMap<String, Remembered>,
    /// Lines of the file that are not understood. They stay in it.
    others: Vec<Vec<String>>,
}

/// The word a file has for the last day of use.
const USED: &str = "used";

impl Memory {
    /// What is remembered of one.
    pub fn of(&self, id: &str) -> Option<&Remembered> {
        self.of.get(id)
    }

    /// How many lines of the file were not understood.
    pub fn not_understood(&self) -> usize {
        self.others.len()
    }

    /// Remembers something. The later of two days of use is the one that counts.
    pub fn remember(&mut self, id: &str, what: Remembering) {
        let remembered = self.of.entry(id.to_owned()).or_default();
        match what {
            Remembering::Is(standing, day) => {
                remembered.standings.insert(standing, day);
            }
            Remembering::IsNot(standing) => {
                remembered.standings.remove(&standing);
            }
            Remembering::Used(day) => remembered.used = remembered.used.max(Some(day)),
        }
        if *remembered == Remembered::default() {
            self.of.remove(id);
        }
    }

    /// Reads the file: a listing's id, a word and a day on each line.
    pub fn read(text: &str) -> Self {
        let mut memory = Self::default();
        for row in super::rows::every(text) {
            let fields: Vec<&str> = row.iter().collect();
            match understood(&fields) {
                Some((id, what)) => memory.remember(id, what),
                None if fields == HEADER || fields.iter().all(|field| field.is_empty()) => {}
                None => memory.others.push(row.iter().map(str::to_owned).collect()),
            }
        }
        memory
    }

    /// The file.
    pub fn text(&self) -> String {
        let mut rows: Vec<Vec<String>> = vec![HEADER.map(str::to_owned).to_vec()];
        for (id, remembered) in &self.of {
            let standings = remembered.standings.iter();
            let standings = standings.map(|(standing, day)| (standing.word(), day));
            let used = remembered.used.iter().map(|day| (USED, day));
            for (word, day) in standings.chain(used) {
                rows.push(vec![id.clone(), word.to_owned(), day.to_string()]);
            }
        }
        rows.extend(self.others.iter().cloned());
        super::rows::written(&rows)
    }

    /// What a publisher would want to know of its listings, as CSV: nothing but their own ids and names, one of three
    /// words, and a day.
    pub fn corrections(&self, listings: &[Listing]) -> (String, usize) {
        let mut rows: Vec<Vec<String>> = vec![
            ["source", "id", "name", "what", "since"]
                .map(str::to_owned)
                .to_vec(),
        ];
        for listing in listings {
            let standings = self
                .of(&listing.id)
                .into_iter()
                .flat_map(|it| &it.standings);
            for (standing, day) in standings.filter(|(standing, _)| standing.is_a_correction()) {
                rows.push(vec![
                    text::cell(&listing.source),
                    text::cell(&listing.id),
                    text::cell(&listing.name),
                    standing.word().to_owned(),
                    day.to_string(),
                ]);
            }
        }
        (super::rows::written(&rows), rows.len() - 1)
    }
}

const HEADER: [&str; 3] = ["listing", "what", "on"];

fn understood<'a>(fields: &[&'a str]) -> Option<(&'a str, Remembering)> {
    let [id, word, day] = fields else { return None };
    let day = NaiveDate::parse_from_str(day.trim(), "%Y-%m-%d").ok()?;
    if id.is_empty() {
        return None;
    }
    let what = match word.trim() {
        USED => Remembering::Used(day),
        word => Remembering::Is(Standing::named(word)?, day),
    };
    Some((id, what))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, day).expect("a day")
    }

    #[test]
    fn said_again_is_taken_back_and_other_peoples_lines_stay() {
        let mut memory =
            Memory::read("listing,what,on\nclub,lovely,2026-03-01\nclub,splendid,today\n");
        assert_eq!(memory.not_understood(), 1);
        memory.remember("club", Remembering::IsNot(Standing::Lovely));
        assert_eq!(memory.of("club"), None);
        memory.remember("club", Remembering::Used(day(9)));
        memory.remember("club", Remembering::Used(day(2)));
        assert_eq!(
            memory.text(),
            "listing,what,on\nclub,used,2026-03-09\nclub,splendid,today\n"
        );
    }

    #[test]
    fn a_publisher_hears_its_own_id_and_nothing_else() {
        let mut memory = Memory::default();
        memory.remember("a,1", Remembering::Is(Standing::Full, day(3)));
        memory.remember("a,1", Remembering::Is(Standing::Lovely, day(3)));
        memory.remember("a,1", Remembering::Used(day(4)));
        memory.remember("gone", Remembering::Is(Standing::Closed, day(4)));
        let club = Listing {
            id: "a,1".into(),
            name: "=HYPERLINK(\"x\")".into(),
            source: "county".into(),
            ..Listing::default()
        };
        let (text, count) = memory.corrections(&[club]);
        assert_eq!(count, 1);
        assert_eq!(
            text,
            "source,id,name,what,since\ncounty,\"a,1\",\"'=HYPERLINK(\"\"x\"\")\",full,2026-03-03\n"
        );
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back_the_same(
            said in prop::collection::vec(("[ -~£\\n]{1,9}", 0..6usize, 1..29u32), 0..12),
            other in "[ -~\\n]{0,30}",
        ) {
            let mut memory = Memory::read(&other);
            for (id, what, on) in said {
                let what = Standing::ALL.get(what).map_or(Remembering::Used(day(on)), |it| Remembering::Is(*it, day(on)));
                memory.remember(&id, what);
            }
            prop_assert_eq!(Memory::read(&memory.text()), memory);
        }
    }
}

//! All of the local help, and finding in it as letters are typed.

use chrono::NaiveDate;

use super::{
    Listing, Running,
    everyday::Everyday,
    index::Index,
    memory::{Memory, Remembered, Remembering, Standing},
};

/// How many listings there are when nothing is typed: as many as anybody would look through.
pub const MOST_UNASKED: usize = 50;

/// How far a listing goes down for what is known of it. Those that cannot be gone to come after all that can.
mod worth {
    pub const LOVELY: u16 = 0;
    pub const AS_IT_IS: u16 = 1;
    pub const DETAILS_WRONG: u16 = 2;
    pub const FULL: u16 = 1_000;
    pub const NOT_RUNNING: u16 = 2_000;
}

/// The team's local help, in the order its files give it.
#[derive(Debug, Clone, Default)]
pub struct Listings {
    /// Out of reach, so that it cannot part from `index` and `worth`.
    all: Vec<Listing>,
    index: Index,
    worth: Vec<u16>,
    everyday: Everyday,
    memory: Memory,
    /// When somebody last rang them all. `None` unless every file with listings in it says.
    pub checked: Option<NaiveDate>,
}

impl Listings {
    /// These listings, in this order.
    pub fn new(all: Vec<Listing>, checked: Option<NaiveDate>) -> Self {
        let worth = |listing: &Listing| worth_of(listing, None);
        Self {
            index: Index::of(&all),
            worth: all.iter().map(worth).collect(),
            all,
            everyday: Everyday::default(),
            memory: Memory::default(),
            checked,
        }
    }

    /// The same with the team's own everyday words as well.
    #[must_use]
    pub fn with_everyday(self, everyday: Everyday) -> Self {
        Self { everyday, ..self }
    }

    /// The same with what the team remembers of them.
    #[must_use]
    pub fn with_memory(mut self, memory: Memory) -> Self {
        self.memory = memory;
        for (listing, worth) in self.all.iter().zip(&mut self.worth) {
            *worth = worth_of(listing, self.memory.of(&listing.id));
        }
        self
    }

    /// Every listing, in order.
    pub fn all(&self) -> &[Listing] {
        &self.all
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The listing of a stable name.
    pub fn get(&self, id: &str) -> Option<&Listing> {
        self.all.iter().find(|listing| listing.id == id)
    }

    /// What the team remembers of its listings.
    pub fn memory(&self) -> &Memory {
        &self.memory
    }

    /// Remembers something of one of them.
    pub fn remember(&mut self, id: &str, what: Remembering) {
        self.memory.remember(id, what);
        let found = self.all.iter().position(|listing| listing.id == id);
        if let Some(at) = found {
            self.worth[at] = worth_of(&self.all[at], self.memory.of(id));
        }
    }

    /// The listings that answer to what is typed, best first.
    ///
    /// Every typed word must begin a word of the listing, or be an everyday word for one. A word of its name counts
    /// before one of its everyday words, that before its place and that before what is said about it; a whole word
    /// before one that is longer. What cannot be gone to comes last. Among equals the list's own order stands, because
    /// a team puts first what it uses most. Nothing typed gives the first [`MOST_UNASKED`].
    pub fn find(&self, typed: &str) -> Vec<&Listing> {
        if typed.trim().is_empty() {
            let running = self.all.iter().zip(&self.worth);
            let running = running.filter(|(_, worth)| **worth < worth::FULL);
            return running
                .map(|(listing, _)| listing)
                .take(MOST_UNASKED)
                .collect();
        }
        let mut found = self.index.find(typed, &self.everyday);
        for hit in &mut found {
            let worth = self.worth[hit.listing as usize];
            hit.distance = hit.distance.saturating_mul(3).saturating_add(worth);
        }
        found.sort_unstable();
        let listings = found.into_iter();
        listings
            .filter_map(|hit| self.all.get(hit.listing as usize))
            .collect()
    }
}

fn worth_of(listing: &Listing, remembered: Option<&Remembered>) -> u16 {
    let is = |standing| remembered.is_some_and(|remembered| remembered.is(standing));
    match listing.running {
        Running::Paused | Running::Ended => worth::NOT_RUNNING,
        Running::Yes if is(Standing::Closed) => worth::NOT_RUNNING,
        Running::Yes if is(Standing::Full) => worth::FULL,
        Running::Yes if is(Standing::Wrong) => worth::DETAILS_WRONG,
        Running::Yes if is(Standing::Lovely) => worth::LOVELY,
        Running::Yes => worth::AS_IT_IS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connection::index::add_words;
    use proptest::prelude::*;

    fn listing(name: &str, words: &[&str], about: &str) -> Listing {
        Listing {
            id: name.to_lowercase(),
            name: name.into(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            about: about.into(),
            ..Listing::default()
        }
    }

    fn near_moss_lane() -> Listings {
        let all = vec![
            listing("Moss Lane shed", &["tools", "company"], "lunch on Fridays"),
            listing("Soup and Sit, St Mary's", &["lunch", "chapel"], "free"),
            listing("Chapel Lane lunch club", &["company"], "lift available"),
            listing("Caf\u{e9} Tŷ Gwyn", &["drop-in"], ""),
        ];
        Listings::new(all, None)
    }

    fn found(listings: &Listings, typed: &str) -> Vec<String> {
        let found = listings.find(typed);
        found.iter().map(|listing| listing.name.clone()).collect()
    }

    #[test]
    fn name_then_words_then_about() {
        let listings = near_moss_lane();
        let lunch = [
            "Chapel Lane lunch club",
            "Soup and Sit, St Mary's",
            "Moss Lane shed",
        ];
        assert_eq!(found(&listings, "lunch"), lunch);
        assert_eq!(found(&listings, " LUN "), lunch);
        // Company is an everyday word for lunch; what says company itself comes first.
        assert_eq!(
            found(&listings, "comp"),
            [lunch[2], lunch[0], "Soup and Sit, St Mary's"]
        );
    }

    #[test]
    fn every_word_must_begin_a_word() {
        let listings = near_moss_lane();
        assert_eq!(found(&listings, "lun chap")[0], "Chapel Lane lunch club");
        assert_eq!(found(&listings, "lunch lift"), ["Chapel Lane lunch club"]);
        assert_eq!(found(&listings, "lunch lunch").len(), 3);
        assert!(found(&listings, "lunch piano").is_empty());
        assert!(found(&listings, "unch").is_empty());
    }

    #[test]
    fn as_people_type_it() {
        let listings = near_moss_lane();
        assert_eq!(found(&listings, "marys"), ["Soup and Sit, St Mary's"]);
        assert_eq!(found(&listings, "mary\u{2019}s"), found(&listings, "marys"));
        assert_eq!(found(&listings, "cafe ty"), ["Caf\u{e9} Tŷ Gwyn"]);
        assert_eq!(found(&listings, "drop-in"), ["Caf\u{e9} Tŷ Gwyn"]);
    }

    #[test]
    fn nothing_typed_is_the_start_of_the_list() {
        let listings = near_moss_lane();
        assert_eq!(found(&listings, " ")[0], "Moss Lane shed");
        assert!(found(&listings, "?!").is_empty());
        let many = Listings::new(vec![listing("Shed", &[], ""); 60], None);
        assert_eq!(many.find("").len(), MOST_UNASKED);
        assert_eq!(many.find("shed").len(), 60);
        assert!(Listings::default().find("").is_empty());
        assert!(Listings::default().is_empty());
    }

    #[test]
    fn what_people_say_finds_what_lists_call_it() {
        let mut everyday = Everyday::default();
        everyday.add("tinkering", ["tools".to_owned()].into_iter());
        let listings = near_moss_lane().with_everyday(everyday);
        assert_eq!(found(&listings, "tink"), ["Moss Lane shed"]);
        assert_eq!(found(&listings, "lonely lane").len(), 2);
        assert!(found(&listings, "lo").is_empty(), "two letters are too few");
    }

    #[test]
    fn what_cannot_be_gone_to_comes_last() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 10).expect("a day");
        let mut listings = near_moss_lane();
        let before = found(&listings, "lunch");
        listings.remember(
            "chapel lane lunch club",
            Remembering::Is(Standing::Full, day),
        );
        assert_eq!(found(&listings, "lunch").last(), before.first());
        assert!(!found(&listings, "").contains(&before[0]));
        listings.remember("chapel lane lunch club", Remembering::IsNot(Standing::Full));
        assert_eq!(found(&listings, "lunch"), before);
    }

    #[test]
    fn by_its_stable_name() {
        let listings = near_moss_lane();
        assert_eq!(
            listings.get("moss lane shed"),
            listings.all().first(),
            "the one that has it"
        );
        assert_eq!(listings.get("moss"), None);
    }

    proptest! {
        #[test]
        fn a_name_finds_its_listing(names in prop::collection::vec(any::<String>(), 1..6), typed: String) {
            let all: Vec<Listing> = names.iter().map(|name| listing(name, &[name], name)).collect();
            let listings = Listings::new(all, None);
            for name in &names {
                let mut words = String::new();
                add_words(&mut words, name);
                if !words.is_empty() {
                    prop_assert!(listings.find(name).iter().any(|found| found.name == *name));
                }
            }
            prop_assert!(listings.find(&typed).len() <= names.len());
        }
    }
}

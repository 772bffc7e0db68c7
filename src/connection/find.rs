//! All of the local help, and finding in it as letters are typed.

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

use super::Listing;

/// How many listings there are when nothing is typed: as many as anybody would look through.
pub const MOST_UNASKED: usize = 50;

/// The team's local help, in the order its files give it.
#[derive(Debug, Clone, Default)]
pub struct Listings {
    /// Out of reach, so that it cannot part from `index`.
    all: Vec<Listing>,
    index: Index,
    /// When somebody last rang them all. `None` unless every file with listings in it says.
    pub checked: Option<NaiveDate>,
}

impl Listings {
    /// These listings, in this order.
    pub fn new(all: Vec<Listing>, checked: Option<NaiveDate>) -> Self {
        Self {
            index: Index::of(&all),
            all,
            checked,
        }
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

    /// The listings that answer to what is typed, best first.
    ///
    /// Every typed word must begin a word of the listing. A word of its name counts before one of its everyday words,
    /// and that before one of what is said about it; among equals the list's own order stands, because a team puts
    /// first what it uses most. Nothing typed gives the first [`MOST_UNASKED`].
    pub fn find(&self, typed: &str) -> Vec<&Listing> {
        if typed.trim().is_empty() {
            return self.all.iter().take(MOST_UNASKED).collect();
        }
        let mut found = self.index.find(typed);
        found.sort_by_key(|hit| hit.distance);
        found
            .into_iter()
            .filter_map(|hit| self.all.get(hit.listing))
            .collect()
    }
}

/// The words of every listing, folded, in one text.
///
/// One long text is searched faster than many short ones, and needs no sorting when the lists are read: with fifty
/// thousand listings both are still felt as instant.
#[derive(Debug, Clone, Default)]
struct Index {
    /// Each word after one space, listing after listing.
    text: String,
    /// Where in the text each listing's parts end.
    ends: Vec<Ends>,
}

#[derive(Debug, Clone, Copy)]
struct Ends {
    name: usize,
    words: usize,
    about: usize,
}

struct Hit {
    listing: usize,
    /// How far from its name the typed words were found, all together.
    distance: usize,
}

impl Index {
    fn of(all: &[Listing]) -> Self {
        let mut text = String::new();
        let mut ends = Vec::with_capacity(all.len());
        for listing in all {
            add_words(&mut text, &listing.name);
            let name = text.len();
            for words in &listing.words {
                add_words(&mut text, words);
            }
            let words = text.len();
            add_words(&mut text, &listing.about);
            ends.push(Ends {
                name,
                words,
                about: text.len(),
            });
        }
        Self { text, ends }
    }

    /// The listings in which every typed word begins a word, in their own order.
    fn find(&self, typed: &str) -> Vec<Hit> {
        let mut folded = String::new();
        add_words(&mut folded, typed);
        let mut words: Vec<&str> = folded.split_whitespace().collect();
        // Said twice is said once. A long paste then soon has no listing left to look in.
        words.sort_unstable();
        words.dedup();
        let Some((first, others)) = words.split_first() else {
            return Vec::new();
        };
        let mut found = self.beginning_with(first);
        for word in others {
            if found.is_empty() {
                break;
            }
            found = in_both(found, self.beginning_with(word));
        }
        found
    }

    /// The listings with a word that begins with `word`, each once, at its best.
    fn beginning_with(&self, word: &str) -> Vec<Hit> {
        let needle = format!(" {word}");
        let mut found: Vec<Hit> = Vec::new();
        let mut ends = self.ends.iter().enumerate().peekable();
        for (at, _) in self.text.match_indices(&needle) {
            while ends.next_if(|(_, ends)| ends.about <= at).is_some() {}
            let Some((listing, ends)) = ends.peek().copied() else {
                break;
            };
            // Parts stand in the order of their worth, so the first place found in a listing is its best.
            if found.last().is_none_or(|last| last.listing != listing) {
                let distance = usize::from(at >= ends.name) + usize::from(at >= ends.words);
                found.push(Hit { listing, distance });
            }
        }
        found
    }
}

/// The hits of listings that are in both, both in the order of the listings.
fn in_both(some: Vec<Hit>, others: Vec<Hit>) -> Vec<Hit> {
    let mut others = others.into_iter().peekable();
    some.into_iter()
        .filter_map(|hit| {
            while others
                .next_if(|other| other.listing < hit.listing)
                .is_some()
            {}
            let other = others.next_if(|other| other.listing == hit.listing)?;
            Some(Hit {
                listing: hit.listing,
                distance: hit.distance + other.distance,
            })
        })
        .collect()
}

/// Adds the words of `text` as they are compared, each after one space.
///
/// Small letters without accents, so that `ty` finds `Tŷ`; apostrophes are nothing, so that `marys` finds `St Mary's`;
/// and everything else that is no letter or digit parts two words, so that `sit` finds `Sew-and-sit`.
fn add_words(out: &mut String, text: &str) {
    let mut inside = false;
    let letters = text
        .nfd()
        .flat_map(char::to_lowercase)
        .filter(|c| !matches!(c, '\u{300}'..='\u{36F}' | '\'' | '\u{2018}' | '\u{2019}'));
    for c in letters {
        if !c.is_alphanumeric() {
            inside = false;
            continue;
        }
        if !inside {
            out.push(' ');
            inside = true;
        }
        out.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
        assert_eq!(found(&listings, "comp"), [lunch[2], lunch[0]]);
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

//! What people say, and the words lists have for it: somebody who is lonely wants a lunch club, and no list says lonely.
//!
//! Letters typed that begin an everyday word find its other words too, after what they find as they are. A team adds
//! its own with `[everyday]` at the top of a list it writes.

/// Letters before an everyday word is thought of: fewer begin too many of them.
const FEWEST: usize = 3;

/// Everyday words, and for each the words lists may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Everyday {
    /// Folded as they are compared.
    entries: Vec<(String, Vec<String>)>,
}

impl Default for Everyday {
    /// The ones that are built in.
    fn default() -> Self {
        let mut everyday = Self { entries: vec![] };
        for (said, listed) in BUILT_IN {
            everyday.add(said, listed.split(' ').map(str::to_owned));
        }
        everyday
    }
}

impl Everyday {
    /// Adds words for one that people say.
    pub fn add(&mut self, said: &str, listed: impl Iterator<Item = String>) {
        let listed = listed
            .map(|words| folded(&words))
            .filter(|words| !words.is_empty());
        let entry = (folded(said), listed.collect::<Vec<_>>());
        if !entry.0.is_empty() && !entry.1.is_empty() {
            self.entries.push(entry);
        }
    }

    /// What else to look for when this folded word is typed, each as its words.
    pub(super) fn of<'a>(&'a self, typed: &'a str) -> impl Iterator<Item = &'a str> {
        let begins = move |said: &str| {
            said == typed || (typed.chars().count() >= FEWEST && said.starts_with(typed))
        };
        self.entries
            .iter()
            .filter(move |(said, _)| begins(said))
            .flat_map(|(_, listed)| listed.iter().map(String::as_str))
    }
}

fn folded(words: &str) -> String {
    let mut folded = String::new();
    super::index::add_words(&mut folded, words);
    folded.trim_start().to_owned()
}

/// Everyday words; after each, words from the names and terms of directories.
const BUILT_IN: [(&str, &str); 40] = [
    ("alone", "befriending social lunch company"),
    ("lonely", "befriending social lunch company isolation"),
    ("friends", "befriending social group company"),
    ("bored", "activities social hobby group club"),
    ("company", "befriending social lunch"),
    ("sad", "wellbeing counselling mental listening"),
    ("down", "wellbeing counselling mental"),
    ("anxious", "wellbeing anxiety counselling mental"),
    ("worried", "advice wellbeing counselling"),
    ("grief", "bereavement loss"),
    ("died", "bereavement loss"),
    ("widow", "bereavement loss"),
    ("forgetting", "dementia memory alzheimer"),
    ("confused", "dementia memory alzheimer"),
    ("falling", "falls balance strength"),
    ("fell", "falls balance strength"),
    ("wobbly", "falls balance strength"),
    ("walk", "walking exercise mobility"),
    ("exercise", "activity fitness movement walking"),
    ("food", "meals lunch pantry foodbank groceries"),
    ("hungry", "food meals pantry foodbank"),
    ("dinner", "meals lunch food"),
    ("cooking", "cookery meals food"),
    ("money", "benefits debt advice welfare financial"),
    ("bills", "debt energy advice fuel"),
    ("cold", "energy heating fuel warm"),
    ("heating", "energy fuel warm boiler"),
    ("rent", "housing tenancy homelessness advice"),
    ("house", "housing home repairs"),
    ("clean", "cleaning domestic housework"),
    ("garden", "gardening allotment outdoors"),
    ("lift", "transport travel bus"),
    ("bus", "transport travel"),
    ("deaf", "hearing signing"),
    ("blind", "sight visual"),
    ("drink", "alcohol addiction recovery"),
    ("drugs", "addiction substance recovery"),
    ("computer", "digital online internet"),
    ("caring", "carers respite"),
    ("looking", "carers respite"),
];

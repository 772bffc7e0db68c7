//! The words of every listing, so that each letter typed is answered at once, however many listings there are.
//!
//! Every different word is kept once, sorted; beside it stand the listings it is in. The words that begin with what is
//! typed are then neighbours, and nothing is read but the places of those.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use super::{Listing, everyday::Everyday};

/// A listing in which every typed word was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    /// How far from its name the typed words were found, all together.
    pub distance: u16,
    /// Which listing.
    pub listing: u32,
}

/// Where in a listing a word stands, best first: its name, its everyday words, its place, what is said about it.
const PARTS: u32 = 4;

/// A word of a list that a typed one stands for is further away than any the typed one begins.
const FOR_EVERYDAY: u8 = 2 * PARTS as u8;

/// Not found.
const NOWHERE: u8 = u8::MAX;

#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    /// Every different word, sorted, one after the other.
    text: String,
    /// Where each begins; and the end.
    begins: Vec<u32>,
    /// Where in `places` those of each word begin; and the end.
    firsts: Vec<u32>,
    /// Listing and part, as one number.
    places: Vec<u32>,
    listings: usize,
}

impl Index {
    pub fn of(all: &[Listing]) -> Self {
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut found: Vec<(u32, u32)> = Vec::with_capacity(all.len() * 16);
        let mut folded = String::new();
        for (nth, listing) in (0u32..).zip(all) {
            let about = [&listing.about, &listing.cost, &listing.alert, &listing.kind];
            let parts: [&mut dyn Iterator<Item = &String>; PARTS as usize] = [
                &mut std::iter::once(&listing.name),
                &mut listing.words.iter(),
                &mut std::iter::once(&listing.place),
                &mut about.into_iter(),
            ];
            for (part, texts) in (0u32..).zip(parts) {
                folded.clear();
                texts.for_each(|text| add_words(&mut folded, text));
                for word in folded.split_ascii_whitespace() {
                    let next = numbers.len() as u32;
                    let number = match numbers.get(word) {
                        Some(number) => *number,
                        None => *numbers.entry(word.to_owned()).or_insert(next),
                    };
                    found.push((number, nth * PARTS + part));
                }
            }
        }
        Self::sorted(numbers, &found, all.len())
    }

    fn sorted(numbers: HashMap<String, u32>, found: &[(u32, u32)], listings: usize) -> Self {
        let mut words: Vec<(String, u32)> = numbers.into_iter().collect();
        words.sort_unstable();
        let mut rank = vec![0u32; words.len()];
        let mut index = Self {
            listings,
            ..Self::default()
        };
        for (at, (word, number)) in words.iter().enumerate() {
            rank[*number as usize] = at as u32;
            index.begins.push(index.text.len() as u32);
            index.text.push_str(word);
        }
        index.begins.push(index.text.len() as u32);
        let mut firsts = vec![0u32; words.len() + 1];
        for (number, _) in found {
            firsts[rank[*number as usize] as usize + 1] += 1;
        }
        for at in 1..firsts.len() {
            firsts[at] += firsts[at - 1];
        }
        index.firsts.clone_from(&firsts);
        index.places = vec![0; found.len()];
        for (number, place) in found {
            let next = &mut firsts[rank[*number as usize] as usize];
            index.places[*next as usize] = *place;
            *next += 1;
        }
        index
    }

    /// The listings in which every typed word begins a word, or stands for one, in their own order.
    pub fn find(&self, typed: &str, everyday: &Everyday) -> Vec<Hit> {
        let mut folded = String::new();
        add_words(&mut folded, typed);
        let mut words: Vec<&str> = folded.split_ascii_whitespace().collect();
        // Said twice is said once. A long paste then soon has no listing left to look in.
        words.sort_unstable();
        words.dedup();
        let Some((first, others)) = words.split_first() else {
            return vec![];
        };
        let mut hits: Vec<Hit> = (0u32..)
            .zip(self.nearest(first, everyday))
            .filter(|(_, distance)| *distance != NOWHERE)
            .map(|(listing, distance)| Hit {
                distance: u16::from(distance),
                listing,
            })
            .collect();
        for word in others {
            if hits.is_empty() {
                break;
            }
            let nearest = self.nearest(word, everyday);
            hits.retain_mut(|hit| {
                let distance = nearest[hit.listing as usize];
                hit.distance = hit.distance.saturating_add(u16::from(distance));
                distance != NOWHERE
            });
        }
        hits
    }

    /// For each listing, how near to its name the word is found.
    fn nearest(&self, word: &str, everyday: &Everyday) -> Vec<u8> {
        let mut nearest = self.beginning_with(word);
        for listed in everyday.of(word) {
            let mut words = listed.split_ascii_whitespace();
            let Some(first) = words.next() else { continue };
            let mut all = self.beginning_with(first);
            for word in words {
                let more = self.beginning_with(word);
                all.iter_mut()
                    .zip(more)
                    .for_each(|(all, more)| *all = more.max(*all));
            }
            for (nearest, found) in nearest.iter_mut().zip(all) {
                if found != NOWHERE {
                    *nearest = (*nearest).min(FOR_EVERYDAY + found);
                }
            }
        }
        nearest
    }

    fn beginning_with(&self, word: &str) -> Vec<u8> {
        let mut nearest = vec![NOWHERE; self.listings];
        let count = self.begins.len().saturating_sub(1);
        let first = partition(count, |at| self.word(at) < word);
        for at in first..count {
            let found = self.word(at);
            if !found.starts_with(word) {
                break;
            }
            let longer = u8::from(found.len() > word.len());
            let places = self.firsts[at] as usize..self.firsts[at + 1] as usize;
            for place in &self.places[places] {
                let part = (place % PARTS) as u8;
                let listing = &mut nearest[(place / PARTS) as usize];
                *listing = (*listing).min(2 * part + longer);
            }
        }
        nearest
    }

    fn word(&self, at: usize) -> &str {
        &self.text[self.begins[at] as usize..self.begins[at + 1] as usize]
    }
}

/// The first of so many numbers for which this is not so; all before it are.
fn partition(count: usize, is_before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        if is_before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// Adds the words of `text` as they are compared, each after one space.
///
/// Small letters without accents, so that `ty` finds `Tŷ`; apostrophes are nothing, so that `marys` finds `St Mary's`;
/// and everything else that is no letter or digit parts two words, so that `sit` finds `Sew-and-sit`.
pub(super) fn add_words(out: &mut String, text: &str) {
    let mut inside = false;
    let mut add = |c: char| {
        if !c.is_alphanumeric() {
            inside = false;
            return;
        }
        if !inside {
            out.push(' ');
            inside = true;
        }
        out.push(c);
    };
    if text.is_ascii() {
        let letters = text.bytes().filter(|byte| *byte != b'\'');
        return letters.for_each(|byte| add(byte.to_ascii_lowercase().into()));
    }
    text.nfd()
        .flat_map(char::to_lowercase)
        .filter(|c| !matches!(c, '\u{300}'..='\u{36F}' | '\'' | '\u{2018}' | '\u{2019}'))
        .for_each(add);
}

//! What was given as a text to keep, and back.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Given, Sets};
use crate::evidence::{
    period::Period,
    report::{Known, Members, Population},
};

/// Which form of the text this program writes and reads.
const FORMAT: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Text {
    alongside_given: u32,
    period: Period,
    sets: BTreeMap<String, TextSets>,
    said: BTreeSet<String>,
    /// By the line: the population, and the place among its sets.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    whose: BTreeMap<String, (String, usize)>,
    rows: BTreeMap<String, String>,
}

/// Who is known, one after the other: `whole:part`, without the part where it is the first, and without the whole where it
/// is that of the one before. Each set as roaring bitmaps are kept, in digits by sixteen.
#[derive(Serialize, Deserialize)]
struct TextSets {
    known: String,
    sets: Vec<String>,
}

impl Given {
    /// The text, which is the same for the same.
    pub fn text(&self) -> String {
        let text = Text {
            alongside_given: FORMAT,
            period: self.period,
            sets: self
                .sets
                .iter()
                .map(|(of, sets)| (of.name().to_owned(), sets.text()))
                .collect(),
            said: self.said.clone(),
            whose: self
                .whose
                .iter()
                .map(|(line, (of, place))| (line.clone(), (of.name().to_owned(), *place)))
                .collect(),
            rows: self
                .rows
                .iter()
                .map(|(quarter, rows)| (quarter.clone(), format!("{:x}", rows.whole)))
                .collect(),
        };
        serde_json::to_string(&text).unwrap_or_default()
    }

    /// What a text says was given; none where it is not whole.
    pub fn read(text: &str) -> Option<Self> {
        let text: Text = serde_json::from_str(text).ok()?;
        let named = |name: &String| Population::ALL.into_iter().find(|of| of.name() == name);
        let sets = text.sets.iter();
        let sets = sets.map(|(name, sets)| Some((named(name)?, Sets::read(sets)?)));
        let sets: BTreeMap<Population, Sets> = sets.collect::<Option<_>>()?;
        let whose = text.whose.into_iter().map(|(line, (name, place))| {
            let of = named(&name)?;
            let is_there = sets.get(&of).is_some_and(|its| place < its.sets.len());
            is_there.then_some((line, (of, place)))
        });
        let rows = text.rows.into_iter();
        let rows = rows.map(|(quarter, rows)| {
            let whole = u64::from_str_radix(&rows, 16).ok()?;
            Some((quarter, Known { whole, part: 0 }))
        });
        Some(Self {
            period: Period::new(text.period.from(), text.period.to())?,
            said: text.said,
            whose: whose.collect::<Option<_>>()?,
            sets,
            rows: rows.collect::<Option<_>>()?,
        })
        .filter(|_| text.alongside_given == FORMAT)
    }
}

impl Sets {
    fn text(&self) -> TextSets {
        TextSets {
            known: all_known_text(&self.known),
            sets: self.sets.iter().map(set_text).collect(),
        }
    }

    fn read(text: &TextSets) -> Option<Self> {
        let known = read_all_known(&text.known)?;
        let sets: Vec<Members> = text
            .sets
            .iter()
            .map(|set| read_set(set))
            .collect::<Option<_>>()?;
        let is_known = |set: &Members| set.max().is_none_or(|last| (last as usize) < known.len());
        sets.iter()
            .all(is_known)
            .then_some(())
            .map(|()| Self { known, sets })
    }
}

fn all_known_text(known: &[Known]) -> String {
    let mut before = None;
    let each = known.iter().map(|one| {
        let whole = (before != Some(one.whole)).then(|| format!("{:x}", one.whole));
        before = Some(one.whole);
        let part = (one.part > 0 || whole.is_none()).then(|| format!(":{:x}", one.part));
        whole.unwrap_or_default() + &part.unwrap_or_default()
    });
    each.collect::<Vec<String>>().join(" ")
}

fn read_all_known(text: &str) -> Option<Vec<Known>> {
    let mut before = None;
    let each = text.split_whitespace().map(|one| {
        let (whole, part) = one.split_once(':').unwrap_or((one, "0"));
        let whole = match whole.is_empty() {
            true => before?,
            false => u64::from_str_radix(whole, 16).ok()?,
        };
        before = Some(whole);
        let part = u32::from_str_radix(part, 16).ok()?;
        Some(Known { whole, part })
    });
    each.collect()
}

fn set_text(set: &Members) -> String {
    let mut bytes = vec![];
    // Memory takes all that is written to it.
    let _ = set.serialize_into(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn read_set(text: &str) -> Option<Members> {
    let pairs = text.as_bytes().chunks(2);
    let bytes = pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
    let bytes: Vec<u8> = bytes.collect::<Option<_>>()?;
    Members::deserialize_from(bytes.as_slice()).ok()
}

//! Words that many conversations share, kept once, with a number for each.

use std::{collections::HashMap, num::NonZeroU32, sync::Arc};

/// Words that many conversations share are kept once.
pub type Name = Arc<str>;

/// The number of a name, from 1 in the order they came.
pub type Number = NonZeroU32;

/// Every name there is, once.
#[derive(Debug, Clone, Default)]
pub struct Names(HashMap<Name, Number>);

impl Names {
    /// What another reader met, and which number each of its names has here, in the order of its own numbers.
    pub fn merge(&mut self, other: Self) -> Vec<Option<Number>> {
        let mut numbers = vec![None; other.0.len()];
        for (name, theirs) in other.0 {
            let ours = self.number(&name).or_else(|| self.add(name));
            if let Some(number) = numbers.get_mut(theirs.get() as usize - 1) {
                *number = ours;
            }
        }
        numbers
    }

    /// The number of a name that is there.
    pub fn number(&self, text: &str) -> Option<Number> {
        self.0.get(text).copied()
    }

    /// The number of a name, whether or not it was there. None where there are more than anybody has.
    pub fn number_of_new(&mut self, text: &str) -> Option<Number> {
        self.number(text).or_else(|| self.add(Name::from(text)))
    }

    /// The name, kept once.
    pub fn keep(&mut self, text: &str) -> Name {
        if let Some((name, _)) = self.0.get_key_value(text) {
            return Arc::clone(name);
        }
        let name = Name::from(text);
        self.add(Arc::clone(&name));
        name
    }

    /// The same of a name there may be.
    pub fn maybe(&mut self, text: Option<&String>) -> Option<Name> {
        text.map(|text| self.keep(text))
    }

    fn add(&mut self, name: Name) -> Option<Number> {
        let number = Number::new(u32::try_from(self.0.len() + 1).ok()?)?;
        self.0.insert(name, number);
        Some(number)
    }
}

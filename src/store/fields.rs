//! A small reader of settings files that goes on after a mistake.
//!
//! Whatever is wrong with one setting is a [`Problem`] that points at it, and costs that setting alone.

use std::{ops::Range, path::PathBuf};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::sift::{QUOTES, Sifted};
use crate::guide::Problem;

/// The settings of one table, taken out one by one. What nobody takes is not ours.
pub(super) struct Fields<'a> {
    table: DeTable<'a>,
    known: Vec<&'static str>,
    problems: Vec<Problem>,
}

impl<'a> Fields<'a> {
    /// The settings in a file's text.
    pub(super) fn of(sifted: &'a Sifted) -> Self {
        // What was not TOML is blanked by now; if it were not, no setting is the answer.
        let table =
            DeTable::parse(&sifted.text).map_or_else(|_| DeTable::new(), Spanned::into_inner);
        Self {
            problems: sifted.problems.clone(),
            ..Self::of_table(table)
        }
    }

    fn of_table(table: DeTable<'a>) -> Self {
        Self {
            table,
            known: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// Words. Blank is the same as not there.
    pub(super) fn text(&mut self, key: &'static str) -> Option<String> {
        let value = self.take(key)?;
        self.as_text(key, value)
    }

    /// Words that say something; `is` says what they should be when they do not.
    pub(super) fn understood<T>(
        &mut self,
        key: &'static str,
        read: impl Fn(&str) -> Option<T>,
        is: &str,
    ) -> Option<T> {
        let value = self.take(key)?;
        let span = value.span();
        let text = self.as_text(key, value)?;
        let understood = read(&text);
        if understood.is_none() {
            self.warn(span, format!("`{key}` is {is}. It is left out until then."));
        }
        understood
    }

    /// A folder's name.
    pub(super) fn folder(&mut self, key: &'static str) -> Option<PathBuf> {
        let value = self.take(key)?;
        let span = value.span();
        let text = self.as_text(key, value)?;
        // "P:\new" is TOML for a P, a colon, a line break and "ew": nobody means that.
        if text.chars().any(char::is_control) {
            let said = format!("`{key}` has a backslash that means something else.");
            self.problems
                .push(Problem::warning(span, said).hint(QUOTES));
            return None;
        }
        Some(PathBuf::from(text))
    }

    /// On or off.
    pub(super) fn switch(&mut self, key: &'static str, default: bool) -> bool {
        match self.take(key) {
            None => default,
            Some(value) => match value.get_ref() {
                DeValue::Boolean(on) => *on,
                _ => {
                    let now = format!("`{key}` is true or false. Until then it is {default}.");
                    self.warn(value.span(), now);
                    default
                }
            },
        }
    }

    /// A whole number that is not negative.
    pub(super) fn number(&mut self, key: &'static str) -> Option<(u64, Range<usize>)> {
        let value = self.take(key)?;
        let span = value.span();
        let number = match value.get_ref() {
            DeValue::Integer(digits) => u64::from_str_radix(digits.as_str(), digits.radix()).ok(),
            _ => None,
        };
        if number.is_none() {
            let said = format!("`{key}` is a whole number. It is left out until then.");
            self.warn(span.clone(), said);
        }
        number.map(|number| (number, span))
    }

    /// One of a few names.
    pub(super) fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        choices: &[(&'static str, T)],
    ) -> Option<T> {
        let value = self.take(key)?;
        let span = value.span();
        let text = self.as_text(key, value)?;
        let chosen = choices.iter().find(|(name, _)| *name == text);
        if chosen.is_none() {
            let names: Vec<_> = choices.iter().map(|(name, _)| *name).collect();
            self.warn(
                span,
                format!(
                    "`{key}` is one of {}. It is left out until then.",
                    names.join(", ")
                ),
            );
        }
        chosen.map(|(_, chosen)| *chosen)
    }

    /// A list of words. What is not words is left out, and said.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<String> {
        let items = self.items(key);
        items
            .into_iter()
            .filter_map(|item| self.as_text(key, item))
            .collect()
    }

    /// Words, or a list of them.
    pub(super) fn text_or_texts(&mut self, key: &'static str) -> Vec<String> {
        let is_list = |value: &Spanned<DeValue>| matches!(value.get_ref(), DeValue::Array(_));
        if self.table.get(key).is_some_and(is_list) {
            self.texts(key)
        } else {
            self.text(key).into_iter().collect()
        }
    }

    /// A table, read with `each`.
    pub(super) fn table<T>(
        &mut self,
        key: &'static str,
        each: impl Fn(&mut Fields<'a>) -> T,
    ) -> Option<T> {
        let value = self.take(key)?;
        let span = value.span();
        let DeValue::Table(table) = value.into_inner() else {
            self.warn(
                span,
                format!("`{key}` begins with a line [{key}]. It is left out until then."),
            );
            return None;
        };
        let mut fields = Fields::of_table(table);
        let read = each(&mut fields);
        self.problems.extend(fields.finish());
        Some(read)
    }

    /// A list of tables, each read with `each`, which may say what is wrong with one. `None` leaves it out.
    pub(super) fn tables<T>(
        &mut self,
        key: &'static str,
        each: impl Fn(&mut Fields<'a>, Range<usize>) -> Option<T>,
    ) -> Vec<T> {
        let mut read = Vec::new();
        for item in self.items(key) {
            let span = item.span();
            let DeValue::Table(table) = item.into_inner() else {
                self.warn(
                    span,
                    format!("Each of `{key}` begins with a line [[{key}]]. This one is left out."),
                );
                continue;
            };
            let mut fields = Fields::of_table(table);
            read.extend(each(&mut fields, span));
            self.problems.extend(fields.finish());
        }
        read
    }

    /// Says something about a place in the file; the rest of it works.
    pub(super) fn warn(&mut self, span: Range<usize>, message: impl Into<String>) {
        self.problems.push(Problem::warning(span, message));
    }

    /// What was wrong, in the order of the file.
    pub(super) fn finish(mut self) -> Vec<Problem> {
        for key in self.table.keys() {
            let name = key.get_ref();
            let problem = Problem::warning(
                key.span(),
                format!("`{name}` is not a setting. It is passed over."),
            );
            self.problems.push(match nearest(name, &self.known) {
                Some(known) => problem.hint(format!("Did you mean `{known}`?")),
                None => problem.hint(format!("There are {}.", self.known.join(", "))),
            });
        }
        self.problems.sort_by_key(|problem| problem.span.start);
        self.problems
    }

    fn take(&mut self, key: &'static str) -> Option<Spanned<DeValue<'a>>> {
        self.known.push(key);
        self.table.remove(key)
    }

    fn items(&mut self, key: &'static str) -> Vec<Spanned<DeValue<'a>>> {
        let Some(value) = self.take(key) else {
            return Vec::new();
        };
        let span = value.span();
        match value.into_inner() {
            DeValue::Array(items) => items.into_iter().collect(),
            _ => {
                self.warn(
                    span,
                    format!("`{key}` is a list, in [ ]. It is left out until then."),
                );
                Vec::new()
            }
        }
    }

    fn as_text(&mut self, key: &str, value: Spanned<DeValue<'a>>) -> Option<String> {
        let span = value.span();
        match value.into_inner() {
            DeValue::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            _ => {
                self.warn(
                    span,
                    format!("`{key}` takes words, in quotes. It is left out until then."),
                );
                None
            }
        }
    }
}

/// The known name a slip of the finger away.
fn nearest<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    let best = known
        .iter()
        .min_by_key(|known| distance(name, known))
        .filter(|known| distance(name, known) <= 2);
    best.copied()
}

/// Letters to add, drop or change to make one word the other.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut corner = i;
        row[0] = i + 1;
        for (j, b) in other.chars().enumerate() {
            let changed = corner + usize::from(a != b);
            corner = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(corner + 1);
        }
    }
    row[row.len() - 1]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_recognised() {
        let known = ["theme", "hints", "width"];
        assert_eq!(nearest("them", &known), Some("theme"));
        assert_eq!(nearest("hitns", &known), Some("hints"));
        assert_eq!(nearest("colour", &known), None);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("abc", ""), 3);
    }
}

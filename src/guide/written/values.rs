//! Fields that are days and numbers, whether a key of TOML or a cell of a row holds them.

use std::ops::Range;

use chrono::NaiveDate;

use super::{
    Marked,
    fields::{Fields, kind_of},
    tree::{Node, Value},
};
use crate::guide::Problem;

/// `2026-02-28`, or as spreadsheets here write it, `28/02/2026`.
pub fn day(words: &str) -> Option<NaiveDate> {
    ["%Y-%m-%d", "%d/%m/%Y"]
        .into_iter()
        .find_map(|form| NaiveDate::parse_from_str(words.trim(), form).ok())
}

/// Whether something is so: `yes`.
pub fn yes_or_no(words: &str) -> Option<bool> {
    match words.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" => Some(true),
        "no" | "n" | "false" => Some(false),
        _ => None,
    }
}

/// A number of things: `1,204`.
pub fn whole(words: &str) -> Option<usize> {
    without_commas(words)?.parse().ok()
}

/// A number, maybe with a point: `2.5`. Not under nought, and not without end.
pub fn number(words: &str) -> Option<f64> {
    let words = without_commas(words)?;
    let is_plain = words
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    words.parse().ok().filter(|_| is_plain)
}

/// Commas between thousands help people read, and mean nothing.
fn without_commas(words: &str) -> Option<String> {
    let words = words.trim();
    let (before, point) = words
        .split_once('.')
        .map_or((words, None), |(a, b)| (a, Some(b)));
    let mut parts = before.split(',');
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let is_grouped =
        rest.iter().all(|part| part.len() == 3) && (rest.is_empty() || !first.is_empty());
    let joined = format!("{first}{}", rest.concat());
    is_grouped.then(|| match point {
        Some(point) => format!("{joined}.{point}"),
        None => joined,
    })
}

/// What a cell holds, as `read` takes it. Anything else is an error, said here.
pub fn cell<T>(
    cell: Option<Marked<String>>,
    column: &str,
    read: impl Fn(&str) -> Option<T>,
    should: &Should,
    problems: &mut Vec<Problem>,
) -> Option<Marked<T>> {
    let cell = cell?;
    match read(&cell.value) {
        Some(value) => Some(Marked {
            value,
            span: cell.span,
        }),
        None => {
            let written = cell.value.escape_debug();
            let message = format!("`{column}` should be {}, not `{written}`.", should.what);
            problems.push(Problem::error(cell.span, message).hint(should.hint));
            None
        }
    }
}

/// What a value should be, and how it is written.
pub struct Should {
    /// `a day`.
    pub what: &'static str,
    /// `Write it like this: 2026-02-28`.
    pub hint: &'static str,
}

/// A day.
pub const A_DAY: Should = Should {
    what: "a day",
    hint: "Write it like this: 2026-02-28",
};
/// Whether something is so.
pub const YES_OR_NO: Should = Should {
    what: "yes or no",
    hint: "Write yes or no, or leave it empty for no.",
};
/// How many.
pub const A_COUNT: Should = Should {
    what: "a whole number, 0 or more",
    hint: "Write it in figures: 31",
};
/// A number that may have a point.
pub const A_NUMBER: Should = Should {
    what: "a number, 0 or more",
    hint: "Write it in figures: 11 or 2.5",
};

impl Fields<'_> {
    /// The day of `key`, with or without quotes.
    pub fn day(&mut self, key: &str) -> Option<Marked<NaiveDate>> {
        self.value(key, &A_DAY, |node| match node {
            Node::Day(day) => Some(*day),
            Node::Text(words) => day(words),
            _ => None,
        })
    }

    /// How many `key` says.
    pub fn whole(&mut self, key: &str) -> Option<Marked<usize>> {
        self.value(key, &A_COUNT, |node| match node {
            Node::Whole(Some(count)) => usize::try_from(*count).ok(),
            _ => None,
        })
    }

    /// The number of `key`.
    pub fn number(&mut self, key: &str) -> Option<Marked<f64>> {
        self.value(key, &A_NUMBER, number_in)
    }

    /// The numbers of `key`, without those that are none.
    pub fn numbers(&mut self, key: &str) -> Option<Marked<Vec<f64>>> {
        let entry = self.entry(key)?;
        let span = entry.value.span.clone();
        let Node::List(items) = &entry.value.node else {
            let message = format!("`{key}` should be a list, not {}.", kind_of(&entry.value));
            self.error(span, message, Some("Put [ before it and ] after it."));
            return None;
        };
        let mut numbers = vec![];
        for item in items {
            match number_in(&item.node) {
                Some(number) => numbers.push(number),
                None => self.not_a(&format!("An item of `{key}`"), item, &A_NUMBER),
            }
        }
        Some(Marked {
            value: numbers,
            span,
        })
    }

    fn value<T>(
        &mut self,
        key: &str,
        should: &Should,
        read: impl Fn(&Node) -> Option<T>,
    ) -> Option<Marked<T>> {
        let value = &self.entry(key)?.value;
        let span: Range<usize> = value.span.clone();
        let read = read(&value.node);
        if read.is_none() {
            self.not_a(&format!("`{key}`"), value, should);
        }
        read.map(|value| Marked { value, span })
    }

    fn not_a(&mut self, name: &str, value: &Value, should: &Should) {
        let what = match &value.node {
            Node::Text(words) => format!("\"{}\"", words.escape_debug()),
            Node::Whole(Some(number)) => number.to_string(),
            Node::Point(number) => number.to_string(),
            Node::Whole(None) => "a number as large as that".to_owned(),
            _ => kind_of(value).to_owned(),
        };
        let message = format!("{name} should be {}, not {what}.", should.what);
        self.error(value.span.clone(), message, Some(should.hint));
    }
}

fn number_in(node: &Node) -> Option<f64> {
    match node {
        Node::Whole(Some(number)) => u32::try_from(*number).ok().map(f64::from),
        Node::Point(number) => Some(*number).filter(|number| number.is_finite() && *number >= 0.0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(whole("1,204"), Some(1204));
        assert_eq!(whole(" 31 "), Some(31));
        assert_eq!(number("2.5"), Some(2.5));
        assert_eq!(number("1,204.50"), Some(1204.5));
        for words in [
            "", "-1", "+1", "1e3", "inf", "nan", "1,20", ",204", "2.5.1", ".",
        ] {
            assert_eq!(number(words), None, "{words}");
        }
        assert_eq!(whole("2.5"), None);
    }

    #[test]
    fn a_day_is_read_in_either_order() {
        assert_eq!(day("2026-02-28"), day("28/02/2026"));
        assert_eq!(day("30/02/2026"), None);
    }
}

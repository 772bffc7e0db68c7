//! Taking the fields of one table, and saying what is wrong with each.

use std::ops::Range;

use super::{
    Marked, Sort,
    near::nearest,
    syntax,
    tree::{Entry, Node, Table, Value},
};
use crate::guide::{Problem, keys::Key};

/// One table being read by its list of known keys.
pub struct Fields<'a> {
    table: &'a Table,
    /// What the table is, as a sentence names it: `this topic`.
    whose: &'static str,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Fields<'a> {
    /// Begins to read `table`: missing and unknown keys are said at once.
    pub fn of<S>(
        table: &'a Table,
        keys: &[Key<S>],
        whose: &'static str,
        problems: &'a mut Vec<Problem>,
    ) -> Self {
        let mut fields = Self {
            table,
            whose,
            problems,
        };
        fields.say_missing(keys);
        fields.say_unknown(keys);
        fields
    }

    /// The same of the top of a file, whose keys people write in the order of `keys`: a missing one is said where it goes,
    /// after the one before it.
    pub fn in_order<S>(
        table: &'a Table,
        keys: &[Key<S>],
        whose: &'static str,
        problems: &'a mut Vec<Problem>,
    ) -> Self {
        let first = problems.len();
        let fields = Self::of(table, keys, whose, problems);
        let missing = keys.iter().enumerate();
        let missing = missing.filter(|(_, key)| key.required && table.get(key.name).is_none());
        // They are said first, in this order.
        for (problem, (at, _)) in fields.problems[first..].iter_mut().zip(missing) {
            let before = keys[..at].iter().rev();
            let before = before.filter_map(|key| table.get(key.name)).next();
            if let Some(end) = before
                .map(|before| before.value.span.end)
                .filter(|_| !table.torn)
            {
                problem.span = end..end;
            }
        }
        fields
    }

    /// The entry of `key`, whatever its value is.
    pub fn entry(&self, key: &str) -> Option<&'a Entry> {
        self.table.get(key)
    }

    /// The words of `key`. Empty words are an error, said here.
    pub fn text(&mut self, key: &str) -> Option<Marked<String>> {
        let entry = self.entry(key)?;
        let text = self.words(&entry.value, &format!("`{}`", entry.key))?;
        if text.trim().is_empty() {
            let message = format!("`{key}` has no words in it.");
            self.error(
                entry.value.span.clone(),
                message,
                Some("Write it, or delete the line."),
            );
            return None;
        }
        Some(Marked {
            value: text,
            span: entry.value.span.clone(),
        })
    }

    /// The lines of words of `key`, each without those that are unsound.
    pub fn texts(&mut self, key: &str) -> Vec<Marked<String>> {
        let Some(entry) = self.entry(key) else {
            return Vec::new();
        };
        let Node::List(items) = &entry.value.node else {
            let message = format!("`{key}` should be a list, not {}.", kind_of(&entry.value));
            self.error(
                entry.value.span.clone(),
                message,
                Some("Put [ before it and ] after it."),
            );
            return Vec::new();
        };
        items
            .iter()
            .filter_map(|item| self.item(item, key))
            .collect()
    }

    /// A name of the right shape.
    pub fn id(&mut self, key: &str) -> Option<Marked<String>> {
        let id = self.text(key)?;
        if is_id(&id.value) {
            return Some(id);
        }
        let message = format!(
            "`{}` is not the right shape for a name.",
            id.value.escape_debug()
        );
        self.error(id.span, message, Some(ID_SHAPE));
        None
    }

    /// Says it unless `format` is the one number this program reads.
    pub fn format(&mut self, format: i64, sort: Sort) {
        let Some(entry) = self.entry("format") else {
            return;
        };
        let (span, one) = (entry.value.span.clone(), sort.one);
        match entry.value.node {
            Node::Whole(Some(written)) if written == format => {}
            Node::Whole(_) => {
                let message = format!("This program reads {one}s of format {format} only.");
                let hint = format!("A newer {one} needs a newer program.");
                self.error(span, message, Some(&hint));
            }
            _ => {
                let message = format!(
                    "`format` should be the number {format}, not {}.",
                    kind_of(&entry.value)
                );
                self.error(span, message, Some(&format!("Write format = {format}")));
            }
        }
    }

    /// One of the names of `all`. Another name is an error, said here; `what` is what it should be: `kind`.
    pub fn one_of<T: Copy>(
        &mut self,
        key: &str,
        what: &str,
        all: &[T],
        name: fn(T) -> &'static str,
    ) -> Option<T> {
        let written = self.text(key)?;
        self.named(written, what, all, name)
    }

    /// The one of `all` that is written. Another name is an error, said here.
    pub fn named<T: Copy>(
        &mut self,
        written: Marked<String>,
        what: &str,
        all: &[T],
        name: fn(T) -> &'static str,
    ) -> Option<T> {
        named(written, what, all, name, self.problems)
    }

    /// Whether a key says `true`. Anything but `true` or `false` is an error, said here.
    pub fn flag(&mut self, key: &str) -> bool {
        let Some(entry) = self.entry(key) else {
            return false;
        };
        if let Node::Flag(flag) = entry.value.node {
            return flag;
        }
        let message = format!(
            "`{key}` should be true or false, not {}.",
            kind_of(&entry.value)
        );
        let hint = "Write true or false, with no quotes.";
        self.error(entry.value.span.clone(), message, Some(hint));
        false
    }

    /// An error at a span of this file.
    pub fn error(&mut self, span: Range<usize>, message: impl Into<String>, hint: Option<&str>) {
        let problem = Problem::error(span, message);
        self.problems.push(match hint {
            Some(hint) => problem.hint(hint),
            None => problem,
        });
    }

    /// A warning at a span of this file.
    pub fn warning(&mut self, span: Range<usize>, message: impl Into<String>, hint: &str) {
        self.problems
            .push(Problem::warning(span, message).hint(hint));
    }

    fn item(&mut self, item: &Value, key: &str) -> Option<Marked<String>> {
        let text = self.words(item, &format!("An item of `{key}`"))?;
        if text.trim().is_empty() {
            self.error(
                item.span.clone(),
                format!("There are no words in this item of `{key}`."),
                Some("Write it, or delete it."),
            );
            return None;
        }
        Some(Marked {
            value: text,
            span: item.span.clone(),
        })
    }

    /// Words on one line, without anything that steers a screen.
    fn words(&mut self, value: &Value, name: &str) -> Option<String> {
        let Node::Text(text) = &value.node else {
            let message = format!("{name} should be words in quotes, not {}.", kind_of(value));
            let bare = matches!(
                value.node,
                Node::Whole(_) | Node::Point(_) | Node::Day(_) | Node::Flag(_) | Node::Other(_)
            );
            self.error(
                value.span.clone(),
                message,
                bare.then_some("Put quotes round it."),
            );
            return None;
        };
        let is_break = |letter: char| matches!(letter, '\n' | '\r' | '\t');
        if let Some(control) = text
            .chars()
            .find(|letter| syntax::is_control(*letter) && !is_break(*letter))
        {
            self.error(
                value.span.clone(),
                syntax::control_message(control),
                Some("Delete it, or type the words again."),
            );
            return None;
        }
        if text.contains(is_break) {
            self.warning(
                value.span.clone(),
                "There is a line break or a tab in these words.",
                "It is shown as one space.",
            );
            return Some(text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        Some(text.clone())
    }

    fn say_missing<S>(&mut self, keys: &[Key<S>]) {
        if self.table.torn {
            return;
        }
        let table = self.table;
        for key in keys
            .iter()
            .filter(|key| key.required && table.get(key.name).is_none())
        {
            let message = format!("`{}` is missing from {}.", key.name, self.whose);
            self.error(table.span.clone(), message, Some(key.about));
        }
    }

    fn say_unknown<S>(&mut self, keys: &[Key<S>]) {
        for entry in &self.table.entries {
            if keys.iter().any(|key| key.name == entry.key) {
                continue;
            }
            let name = entry.key.escape_debug();
            let hint = unknown(&entry.key, "keys", keys);
            self.warning(
                entry.key_span.clone(),
                format!("`{name}` is not a key of {}.", self.whose),
                &hint,
            );
        }
    }
}

/// The one of `all` that is written. Another name is an error, said here.
pub fn named<T: Copy>(
    written: Marked<String>,
    what: &str,
    all: &[T],
    name: fn(T) -> &'static str,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let found = all.iter().copied().find(|one| name(*one) == written.value);
    if found.is_none() {
        let names: Vec<&str> = all.iter().copied().map(name).collect();
        let message = format!("There is no {what} `{}`.", written.value.escape_debug());
        let problem = Problem::error(written.span, message);
        problems.push(problem.hint(one_of(&written.value, &names)));
    }
    found
}

/// A hint for a name that is none of `names`.
pub fn one_of(written: &str, names: &[&str]) -> String {
    match nearest(written, names.iter().copied()) {
        Some(meant) => format!("Did you mean `{meant}`?"),
        None => format!("It is one of {}.", listed(names.iter().copied())),
    }
}

/// A hint for the name of a key that is none of `keys`, which are `called` keys or columns.
pub fn unknown<S>(written: &str, called: &str, keys: &[Key<S>]) -> String {
    let names = || keys.iter().map(|key| key.name);
    match nearest(written, names()) {
        Some(meant) => format!("Did you mean `{meant}`?"),
        None => format!(
            "It is passed over. The {called} here are {}.",
            listed(names())
        ),
    }
}

/// What the shape of a name is, for hints.
const ID_SHAPE: &str = "Use small letters, digits and single hyphens, like what-matters.";

/// Whether a name is kebab-case ASCII.
pub fn is_id(name: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    name.split('-').all(part)
}

/// What a value is, for "should be words in quotes, not …".
pub fn kind_of(value: &Value) -> &'static str {
    match &value.node {
        Node::Text(_) => "words in quotes",
        Node::Whole(_) => "a number",
        Node::List(_) => "a list",
        Node::Table(_) => "a part of its own",
        Node::Flag(_) => "true or false",
        Node::Point(_) => "a number with a point",
        Node::Day(_) => "a date",
        Node::Other(name) => name,
    }
}

/// `a, b and c`.
pub fn listed<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let names: Vec<&str> = names.collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

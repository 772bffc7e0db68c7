//! The header as this program writes it, read without a YAML parser.
//!
//! A list of what was promised reads the header of every record there is. The form we write is lines of `key: JSON`
//! and lists of maps of the same; reading just that is many times faster than reading YAML. Whatever strays from it
//! by one character is left to the YAML parser, which gives the same fields for what both can read.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::model::Extra;

/// How many fields a header has, and a map in one, as a rule: room for them is made once.
const FIELDS: usize = 32;
const FIELDS_OF_A_MAP: usize = 8;

/// What is between two texts of a list.
const BETWEEN: &str = "\", \"";

/// Fields of a header that nobody has taken yet, in the order they were written.
#[derive(Debug, Default)]
pub(super) struct Left<'a> {
    fields: Vec<Option<(Cow<'a, str>, Field<'a>)>>,
    /// Where to look first: fields are asked for in nearly the order they are written in.
    next: usize,
    /// A bit for each name there may be among them. Most of what is asked for is in no header.
    names: u64,
}

/// What a field says.
#[derive(Debug)]
pub(super) enum Field<'a> {
    /// A text that is written as it is read.
    Text(&'a str),
    /// A list of such texts.
    Texts(Vec<&'a str>),
    /// Anything.
    Value(Value),
    /// A list of maps as we write it.
    Maps(Vec<Left<'a>>),
}

/// The fields of a header in our own form; `None` for any other.
pub(super) fn read(yaml: &str) -> Option<Left<'_>> {
    let mut left = Left::with_room_for(FIELDS);
    let mut rest = yaml;
    while let Some(line) = next_line(&mut rest) {
        let (key, value) = key_and_value(line)?;
        let field = if value.is_empty() {
            Field::Maps(maps(&mut rest)?)
        } else {
            json(value)?
        };
        left.put(key, field)?;
    }
    Some(left)
}

/// The indented lines from here on.
fn maps<'a>(rest: &mut &'a str) -> Option<Vec<Left<'a>>> {
    let mut maps: Vec<Left<'_>> = Vec::new();
    while rest.starts_with("  ") {
        let line = next_line(rest)?;
        let field = match line.strip_prefix("  - ") {
            Some(first) => {
                maps.push(Left::with_room_for(FIELDS_OF_A_MAP));
                first
            }
            None => line.strip_prefix("    ")?,
        };
        let (key, value) = key_and_value(field)?;
        maps.last_mut()?.put(key, json(value)?)?;
    }
    (!maps.is_empty()).then_some(maps)
}

/// One of 64 bits, by the length of a name and the letters at its ends.
fn bit(key: &str) -> u64 {
    let ends = [key.bytes().next(), key.bytes().last()];
    let [first, last] = ends.map(|byte| usize::from(byte.unwrap_or_default()));
    1 << ((key.len() * 7 + first * 3 + last) % 64)
}

/// As [`str::lines`] has them. Lines are short: looking at one byte after the other is the fastest way there is.
pub(super) fn next_line<'a>(rest: &mut &'a str) -> Option<&'a str> {
    if rest.is_empty() {
        return None;
    }
    let end = rest.bytes().position(|byte| byte == b'\n');
    let (line, after) = match end {
        Some(end) => (&rest[..end], &rest[end + 1..]),
        None => (*rest, ""),
    };
    *rest = after;
    Some(
        line.strip_suffix('\r')
            .filter(|_| end.is_some())
            .unwrap_or(line),
    )
}

fn key_and_value(line: &str) -> Option<(&str, &str)> {
    let colon = line.bytes().position(|byte| byte == b':')?;
    Some((&line[..colon], &line[colon + 1..]))
}

fn json(value: &str) -> Option<Field<'_>> {
    let value = value.strip_prefix(' ')?;
    plain_text(value)
        .map(Field::Text)
        .or_else(|| plain_texts(value).map(Field::Texts))
        .or_else(|| serde_json::from_str(value).ok().map(Field::Value))
}

/// What is between brackets, where it is such texts alone with a comma and a space between them.
fn plain_texts(value: &str) -> Option<Vec<&str>> {
    let texts = value.strip_prefix('[')?.strip_suffix(']')?;
    let mut rest = texts.strip_prefix('"')?.strip_suffix('"')?;
    let mut all = Vec::new();
    while let Some((text, after)) = rest.split_once(BETWEEN) {
        all.push(text);
        rest = after;
    }
    all.push(rest);
    all.iter().all(|text| is_plain(text)).then_some(all)
}

/// What is in quotes, where nothing in them is written in any other way than it is read.
fn plain_text(value: &str) -> Option<&str> {
    let text = value.strip_prefix('"')?.strip_suffix('"')?;
    is_plain(text).then_some(text)
}

/// Every byte is looked at, because that is faster than to ask after each whether to go on.
fn is_plain(text: &str) -> bool {
    let is_itself = |byte: u8| (byte >= b' ') & (byte != b'"') & (byte != b'\\');
    text.bytes().fold(true, |all, byte| all & is_itself(byte))
}

impl<'a> Left<'a> {
    fn with_room_for(fields: usize) -> Self {
        Self {
            fields: Vec::with_capacity(fields),
            ..Self::default()
        }
    }

    /// What a field says, once.
    pub(super) fn remove(&mut self, key: &str) -> Option<Value> {
        self.take(key).map(Field::into_value)
    }

    /// The same, with a list of maps as we write it as it is.
    pub(super) fn take(&mut self, key: &str) -> Option<Field<'a>> {
        let at = self.find(key)?;
        self.next = at + 1;
        self.fields[at].take().map(|(_, field)| field)
    }

    /// Whether a field says just this, which is no text.
    pub(super) fn says(&self, key: &str, value: &Value) -> bool {
        let field = self.find(key).and_then(|at| self.fields[at].as_ref());
        matches!(field, Some((_, Field::Value(said))) if said == value)
    }

    /// What nobody asked for.
    pub(super) fn rest(&mut self) -> Extra {
        let rest = std::mem::take(&mut self.fields).into_iter().flatten();
        rest.map(|(key, field)| (key.into_owned(), field.into_value()))
            .collect()
    }

    fn find(&self, key: &str) -> Option<usize> {
        if self.names & bit(key) == 0 {
            return None;
        }
        let is_it = |at: &usize| {
            let field = self.fields[*at].as_ref();
            field.is_some_and(|(name, _)| name == key)
        };
        let next = self.next.min(self.fields.len());
        (next..self.fields.len()).chain(0..next).find(is_it)
    }

    /// Nothing where the field is there already, or its name is none of ours.
    fn put(&mut self, key: &'a str, field: Field<'a>) -> Option<()> {
        let is_plain = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        if !is_plain || self.find(key).is_some() {
            return None;
        }
        self.names |= bit(key);
        self.fields.push(Some((Cow::Borrowed(key), field)));
        Some(())
    }
}

impl From<Map<String, Value>> for Left<'_> {
    fn from(fields: Map<String, Value>) -> Self {
        Self {
            names: fields.keys().fold(0, |names, key| names | bit(key)),
            fields: fields
                .into_iter()
                .map(|(key, value)| Some((Cow::Owned(key), Field::Value(value))))
                .collect(),
            next: 0,
        }
    }
}

impl Field<'_> {
    fn into_value(self) -> Value {
        match self {
            Self::Text(text) => text.into(),
            Self::Texts(texts) => texts.into(),
            Self::Value(value) => value,
            Self::Maps(maps) => {
                let maps = maps.into_iter();
                maps.map(|mut map| Value::Object(map.rest().into_iter().collect()))
                    .collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WRITTEN: &str = concat!(
        "alongside: 1\nid: \"x\"\npresent: [\"Joan\", \"no\"]\nno_copy_home: false\n",
        "next_steps:\n  - id: \"s1\"\n    what: \"a: \\\"b\\\" \\u202e\\n\"\n  - id: \"s2\"\nkept_apart: 1\n",
    );

    fn fields(yaml: &str) -> Option<Extra> {
        read(yaml).map(|mut left| left.rest())
    }

    #[test]
    fn our_own_form_reads_as_yaml_reads_it() {
        let yaml = serde_saphyr::from_str(WRITTEN).expect("sound YAML");
        assert_eq!(fields(WRITTEN), Some(yaml));
        let by_windows = WRITTEN.replace('\n', "\r\n");
        assert_eq!(fields(&by_windows), fields(WRITTEN));
    }

    #[test]
    fn any_other_form_is_left_to_the_yaml_parser() {
        for other in [
            "person: no\n",
            "person: \"a\" # b\n",
            "person: \"a\"b\"\n",
            "person: \"a\"\nperson: \"b\"\n",
            "person: >\n  a\n",
            "next_steps:\n- id: \"s1\"\n",
            "next_steps:\n",
            "a: {b: 1}\n",
            "# a\n",
            "\n",
        ] {
            assert_eq!(fields(other), None, "{other}");
        }
    }

    #[test]
    fn a_field_is_taken_once_whatever_the_order() {
        let mut left = read(WRITTEN).expect("ours");
        assert!(left.says("no_copy_home", &Value::Bool(false)));
        assert_eq!(left.remove("kept_apart"), Some(1.into()));
        assert_eq!(left.remove("id"), Some("x".into()));
        assert_eq!(left.remove("id"), None);
        let Some(Field::Maps(steps)) = left.take("next_steps") else {
            panic!("a list of ours");
        };
        assert_eq!(steps.len(), 2);
        let rest: Vec<String> = left.rest().into_keys().collect();
        assert_eq!(rest, ["alongside", "no_copy_home", "present"]);
    }

    proptest! {
        #[test]
        fn a_text_is_what_json_says_it_is(text in any::<String>(), typed in "[\"\\\\a-c\u{7f}\u{1}é ]{0,8}") {
            for value in [serde_json::to_string(&text).expect("JSON"), typed.clone(), format!("\"{typed}\"")] {
                let line = format!("who: {value}");
                let one_line = !value.contains(['\n', '\r']);
                let said = serde_json::from_str::<Value>(&value).ok();
                let found = fields(&line).and_then(|mut fields| fields.remove("who"));
                prop_assert!(!one_line || found == said, "{line:?}: {found:?}, {said:?}");
            }
        }
    }
}

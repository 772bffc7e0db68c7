//! The header as this program writes it, read without a YAML parser.
//!
//! A list of what was promised reads the header of every record there is. The form we write is lines of `key: JSON`
//! and lists of maps of the same; reading just that is many times faster than reading YAML. Whatever strays from it
//! by one character is left to the YAML parser, which gives the same fields for what both can read.

use serde_json::{Map, Value};

type Fields = Map<String, Value>;

/// The fields of a header in our own form; `None` for any other.
pub(super) fn read(yaml: &str) -> Option<Fields> {
    let mut fields = Fields::new();
    let mut lines = yaml.lines().peekable();
    while let Some(line) = lines.next() {
        let (key, value) = line.split_once(':')?;
        let value = if value.is_empty() {
            let items = std::iter::from_fn(|| lines.next_if(|line| line.starts_with("  ")));
            list(items)?
        } else {
            json(value)?
        };
        put(&mut fields, key, value)?;
    }
    Some(fields)
}

fn list<'a>(lines: impl Iterator<Item = &'a str>) -> Option<Value> {
    let mut items: Vec<Fields> = Vec::new();
    for line in lines {
        let field = match line.strip_prefix("  - ") {
            Some(first) => {
                items.push(Fields::new());
                first
            }
            None => line.strip_prefix("    ")?,
        };
        let (key, value) = field.split_once(':')?;
        put(items.last_mut()?, key, json(value)?)?;
    }
    let items: Vec<_> = items.into_iter().map(Value::Object).collect();
    (!items.is_empty()).then_some(Value::Array(items))
}

fn json(value: &str) -> Option<Value> {
    serde_json::from_str(value.strip_prefix(' ')?).ok()
}

fn put(fields: &mut Fields, key: &str, value: Value) -> Option<()> {
    let is_plain = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    let is_new = is_plain && fields.insert(key.to_owned(), value).is_none();
    is_new.then_some(())
}

#[cfg(test)]
mod tests {
    use super::read;

    const WRITTEN: &str = concat!(
        "alongside: 1\nid: \"x\"\npresent: [\"Joan\", \"no\"]\nno_copy_home: false\n",
        "next_steps:\n  - id: \"s1\"\n    what: \"a: \\\"b\\\" \\u202e\\n\"\n  - id: \"s2\"\nkept_apart: 1\n",
    );

    #[test]
    fn our_own_form_reads_as_yaml_reads_it() {
        let yaml = serde_saphyr::from_str(WRITTEN).expect("sound YAML");
        assert_eq!(read(WRITTEN), Some(yaml));
    }

    #[test]
    fn any_other_form_is_left_to_the_yaml_parser() {
        for other in [
            "person: no\n",
            "person: \"a\" # b\n",
            "person: \"a\"\nperson: \"b\"\n",
            "person: >\n  a\n",
            "next_steps:\n- id: \"s1\"\n",
            "next_steps:\n",
            "a: {b: 1}\n",
            "# a\n",
            "\n",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}

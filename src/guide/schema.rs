//! The JSON Schema of guides, so that an editor can complete and explain while a guide is being written.
//!
//! Made from [`keys`], like the parser. It says what a file may hold; [`super::check()`] says more (names that must
//! exist, kinds of note taken twice).

use serde_json::{Map, Value, json};

use super::keys::{self, Key, Shape};

/// The schema, JSON Schema draft 2020-12.
pub fn schema() -> Value {
    let mut schema = object(keys::GUIDE);
    let about = [
        (
            "$schema",
            json!("https://json-schema.org/draft/2020-12/schema"),
        ),
        ("title", json!("Alongside guide")),
        (
            "description",
            json!(
                "Topics to glance at in a conversation, and the headings of its record. Format 1."
            ),
        ),
        ("$defs", definitions()),
    ];
    if let Value::Object(schema) = &mut schema {
        schema.extend(about.map(|(key, value)| (key.to_owned(), value)));
    }
    schema
}

fn definitions() -> Value {
    json!({
        "topic": object(keys::TOPIC),
        "borrowed": object(keys::BORROWED),
        "section": object(keys::SECTION),
    })
}

fn object(keys: &[Key]) -> Value {
    let properties: Map<String, Value> = keys
        .iter()
        .map(|key| (key.name.to_owned(), property(key)))
        .collect();
    let required: Vec<&str> = keys
        .iter()
        .filter(|key| key.required)
        .map(|key| key.name)
        .collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn property(key: &Key) -> Value {
    let mut property = shape(key.shape);
    if let Value::Object(property) = &mut property {
        property.insert("description".to_owned(), json!(key.about));
    }
    // Only questions must be there; a list of clues may be left empty.
    if key.required && key.shape == Shape::Texts {
        property["minItems"] = json!(1);
    }
    property
}

fn shape(shape: Shape) -> Value {
    match shape {
        Shape::Format => json!({ "const": keys::FORMAT }),
        Shape::Id => json!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" }),
        Shape::Borrow => {
            json!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$" })
        }
        Shape::Kind => json!({ "enum": keys::kind_names() }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Text => words(),
        Shape::Texts => json!({ "type": "array", "items": words() }),
        Shape::Takes => {
            json!({ "type": "array", "items": { "enum": keys::take_names() }, "uniqueItems": true })
        }
        Shape::Topics => json!({
            "type": "array",
            "minItems": 1,
            "items": { "if": { "required": ["borrow"] }, "then": to("borrowed"), "else": to("topic") },
        }),
        Shape::Sections => json!({ "type": "array", "minItems": 1, "items": to("section") }),
    }
}

/// At least one letter that is not a space.
fn words() -> Value {
    json!({ "type": "string", "pattern": "\\S" })
}

fn to(definition: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{definition}") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::{Guide, GuideId, Shelf};

    fn names(schema: &Value) -> Vec<String> {
        let properties = schema["properties"].as_object();
        let mut names: Vec<String> = properties
            .into_iter()
            .flatten()
            .map(|(name, _)| name.clone())
            .collect();
        names.sort();
        names
    }

    /// The keys the model itself is written with, from a guide in which every field is filled.
    fn model_names(pointer: &str) -> Vec<String> {
        let value = serde_json::to_value(full_guide()).unwrap_or_default();
        let object = value.pointer(pointer).and_then(Value::as_object);
        let mut names: Vec<String> = object
            .into_iter()
            .flatten()
            .map(|(name, _)| name.clone())
            .collect();
        names.sort();
        names
    }

    fn full_guide() -> Guide {
        let id = GuideId::new("crisis");
        let mut guide = Shelf::default()
            .guide(&id)
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("no {id}"));
        guide.topics.retain(|topic| {
            !topic.gentler.is_empty() && !topic.write.is_empty() && topic.section.is_some()
        });
        guide.sections.retain(|section| !section.takes.is_empty());
        guide.a_line_each = true;
        guide.topics[0].names_person = true;
        guide
    }

    #[test]
    fn it_has_the_keys_of_the_model() {
        let schema = schema();
        let mut guide = model_names("");
        guide.push("format".to_owned());
        guide.sort();
        assert_eq!(names(&schema), guide);
        assert_eq!(names(&schema["$defs"]["topic"]), model_names("/topics/0"));
        assert_eq!(
            names(&schema["$defs"]["section"]),
            model_names("/sections/0")
        );
    }

    #[test]
    fn nothing_else_is_allowed_and_everything_is_described() {
        let schema = schema();
        let definitions = schema["$defs"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(_, value)| value);
        for object in definitions.chain([&schema]) {
            assert_eq!(object["additionalProperties"], json!(false));
            for (name, property) in object["properties"].as_object().into_iter().flatten() {
                assert!(property["description"].is_string(), "{name}");
            }
        }
    }
}

//! `datapackage.json`: what is in each file, how long it is and what it hashes to.

use chrono::NaiveDate;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{Column, PackageFile, Sheet, Type};
use crate::evidence::combine::is_inside;

/// The name of the file that says what is in a package.
pub const DESCRIPTOR: &str = "datapackage.json";

/// The version of what our packages hold. Another one is not put together with this.
pub const FORMAT: u64 = 1;

/// What is said of a whole package.
#[derive(Debug, Clone, PartialEq)]
pub struct Described {
    /// Its name.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// The day it was made.
    pub created: NaiveDate,
    /// What is ours alone, under `alongside`.
    pub ours: Value,
}

/// The files of a package, the descriptor last: where that is, all of it is.
pub fn described(sheets: &[Sheet], package: &Described) -> Vec<PackageFile> {
    let mut files: Vec<PackageFile> = sheets.iter().map(Sheet::file).collect();
    let resources: Vec<Value> = sheets.iter().zip(&files).map(resource).collect();
    let descriptor = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": package.name,
        "title": package.title,
        "created": format!("{}T00:00:00Z", package.created),
        "alongside": package.ours,
        "resources": resources,
    });
    let text = format!("{descriptor:#}\n");
    files.push((DESCRIPTOR.to_owned(), text.into_bytes()));
    files
}

/// What a file's bytes hash to, as a descriptor says it.
pub fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let digits: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{digits}")
}

/// The tables that a descriptor of ours says are beside it; none of what any other program wrote.
pub fn listed(descriptor: &[u8]) -> Vec<String> {
    let descriptor: Value = serde_json::from_slice(descriptor).unwrap_or_default();
    if descriptor["alongside"].is_null() {
        return vec![];
    }
    let resources = descriptor["resources"].as_array().into_iter().flatten();
    let paths = resources.filter_map(|one| one["path"].as_str());
    let is_a_table = |path: &&str| is_inside(path) && path.ends_with(".csv");
    paths.filter(is_a_table).map(str::to_owned).collect()
}

fn resource((sheet, (path, bytes)): (&Sheet, &PackageFile)) -> Value {
    let fields: Vec<Value> = sheet.columns.iter().map(field).collect();
    let belongs_to = sheet.belongs_to.iter().map(|(fields, to)| {
        json!({ "fields": fields, "reference": { "resource": to, "fields": fields } })
    });
    let belongs_to: Vec<Value> = belongs_to.collect();
    let mut schema = json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": fields,
        "missingValues": [""],
    });
    if !sheet.key.is_empty() {
        schema["primaryKey"] = json!(sheet.key);
    }
    if !belongs_to.is_empty() {
        schema["foreignKeys"] = Value::Array(belongs_to);
    }
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
        "name": sheet.name,
        "path": path,
        "description": sheet.about,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": bytes.len(),
        "hash": hash(bytes),
        "schema": schema,
    })
}

fn field(column: &Column) -> Value {
    let (name, mut constraints) = match column.is {
        Type::Text => ("string", json!({})),
        Type::OneOf(words) => ("string", json!({ "enum": words })),
        Type::Quarter => ("string", json!({ "pattern": "[0-9]{4}-Q[1-4]" })),
        Type::Count => ("integer", json!({ "minimum": 0 })),
        Type::Number => ("number", json!({})),
        Type::Day => ("date", json!({})),
        Type::YesNo => ("boolean", json!({})),
    };
    if column.required {
        constraints["required"] = json!(true);
    }
    let mut field = json!({
        "name": column.name,
        "type": name,
        "description": column.about,
    });
    if constraints.as_object().is_some_and(|some| !some.is_empty()) {
        field["constraints"] = constraints;
    }
    field
}

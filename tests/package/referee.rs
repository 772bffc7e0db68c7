//! Whether the rows of a package are what its descriptor says: read as any other program would, by the standard alone.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

/// What a table holds: its columns, and its rows as they are written.
struct Table<'a> {
    name: &'a str,
    schema: &'a Value,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// Every way in which the files are not what the descriptor says. `file` reads one by its path.
pub fn complaints(descriptor: &Value, file: &dyn Fn(&str) -> Vec<u8>) -> Vec<String> {
    let mut complaints = vec![];
    let mut tables = vec![];
    for resource in list(&descriptor["resources"]) {
        let path = resource["path"].as_str().unwrap_or_default();
        let bytes = file(path);
        if resource["bytes"] != bytes.len() {
            complaints.push(format!("{path}: {} bytes", bytes.len()));
        }
        if resource["hash"] != alongside::evidence::package::hash(&bytes) {
            complaints.push(format!("{path}: hash"));
        }
        tables.push(Table::read(resource, &bytes));
    }
    for table in &tables {
        complaints.extend(table.cells());
        complaints.extend(table.key());
        complaints.extend(table.foreign(&tables));
    }
    complaints
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The names of columns: one, or a list of them.
fn names(value: &Value) -> Vec<&str> {
    match value.as_str() {
        Some(name) => vec![name],
        None => list(value).iter().filter_map(Value::as_str).collect(),
    }
}

impl<'a> Table<'a> {
    fn read(resource: &'a Value, bytes: &[u8]) -> Self {
        let mut reader = csv::Reader::from_reader(bytes);
        let columns = reader.headers().expect("a header");
        let columns = columns.iter().map(str::to_owned).collect();
        let rows = reader.records().map(|row| {
            let row = row.expect("as many cells as there are columns");
            row.iter().map(str::to_owned).collect()
        });
        Self {
            name: resource["name"].as_str().expect("a name"),
            schema: &resource["schema"],
            columns,
            rows: rows.collect(),
        }
    }

    /// Types, required, categories, patterns: each row as JSON held against a schema made of its fields.
    fn cells(&self) -> Vec<String> {
        let fields = list(&self.schema["fields"]);
        let named: Vec<&str> = fields
            .iter()
            .filter_map(|one| one["name"].as_str())
            .collect();
        if named != self.columns {
            return vec![format!("{}: columns {:?}", self.name, self.columns)];
        }
        let properties: Map<String, Value> = fields.iter().map(property).collect();
        let is_required = |field: &&Value| field["constraints"]["required"] == true;
        let required: Vec<&Value> = fields
            .iter()
            .filter(is_required)
            .map(|field| &field["name"])
            .collect();
        let schema = json!({ "properties": properties, "required": required });
        let options = jsonschema::options().should_validate_formats(true);
        let schema = options.build(&schema).expect("a schema");
        let complaints = self.rows.iter().flat_map(|row| {
            let cells = fields.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
            let cells = cells.map(|(field, cell)| {
                let name = field["name"].as_str().unwrap_or_default().to_owned();
                (name, value(field["type"].as_str(), cell))
            });
            let row = Value::Object(cells.collect());
            let said = schema
                .iter_errors(&row)
                .map(|one| format!("{}: {one} in {row}", self.name));
            said.collect::<Vec<_>>()
        });
        complaints.collect()
    }

    /// Every row has a key of its own, and all of it.
    fn key(&self) -> Vec<String> {
        let key = names(&self.schema["primaryKey"]);
        if key.is_empty() {
            return vec![format!("{}: no key", self.name)];
        }
        let mut seen = BTreeSet::new();
        let keys = self.rows.iter().map(|row| self.at(row, &key));
        keys.filter(|key| key.contains(&"") || !seen.insert(key.clone()))
            .map(|key| format!("{}: key {key:?}", self.name))
            .collect()
    }

    /// Every row of another table that is named is there.
    fn foreign(&self, tables: &[Table]) -> Vec<String> {
        let mut complaints = vec![];
        for foreign in list(&self.schema["foreignKeys"]) {
            let to = &foreign["reference"];
            let there = tables.iter().find(|table| to["resource"] == *table.name);
            let Some(there) = there else {
                complaints.push(format!("{}: no table {to}", self.name));
                continue;
            };
            let theirs = names(&to["fields"]);
            let known: BTreeSet<Vec<&str>> = there
                .rows
                .iter()
                .map(|row| there.at(row, &theirs))
                .collect();
            let ours = names(&foreign["fields"]);
            let unknown = self.rows.iter().map(|row| self.at(row, &ours));
            let unknown = unknown.filter(|key| !known.contains(key));
            complaints.extend(unknown.map(|key| format!("{}: {key:?} is not in {to}", self.name)));
        }
        complaints
    }

    fn at<'r>(&self, row: &'r [String], names: &[&str]) -> Vec<&'r str> {
        let place = |name: &&str| self.columns.iter().position(|column| column == name);
        let cells = names
            .iter()
            .map(|name| place(name).map_or("", |at| row[at].as_str()));
        cells.collect()
    }
}

/// A field as a JSON Schema has it.
fn property(field: &Value) -> (String, Value) {
    let mut schema = match field["type"].as_str() {
        Some("date") => json!({ "type": "string", "format": "date" }),
        other => json!({ "type": other }),
    };
    let constraints = &field["constraints"];
    for name in ["enum", "minimum", "maximum"] {
        if !constraints[name].is_null() {
            schema[name] = constraints[name].clone();
        }
    }
    if let Some(pattern) = constraints["pattern"].as_str() {
        schema["pattern"] = format!("^(?:{pattern})$").into();
    }
    (
        field["name"].as_str().unwrap_or_default().to_owned(),
        schema,
    )
}

/// A cell as what its field says it is; as words where it cannot be.
fn value(is: Option<&str>, cell: &str) -> Value {
    let read: Option<Value> = match is {
        Some("integer") => cell.parse::<i64>().ok().map(Value::from),
        Some("number") => cell.parse::<f64>().ok().map(Value::from),
        Some("boolean") => cell.parse::<bool>().ok().map(Value::from),
        _ => None,
    };
    read.unwrap_or_else(|| cell.into())
}

//! A tabular data package of Open Referral: `datapackage.json`, and beside it a file of rows for each table.
//!
//! Which file is which table is known from the descriptor alone. Names of files are no guide: one is singular where the
//! rest are plural, and some packages have both. The tables are put together into services, which are then read like
//! any others.

use std::{collections::HashMap, ops::Range};

use csv::{ReaderBuilder, StringRecord};
use serde_json::Value;

use super::{
    import::{Fault, Finding, Part},
    open_referral::{Reader, fields::Object},
};

/// Tables one inside the other that a descriptor may ask for; more would be somebody's joke.
const MOST_TABLES: usize = 200;

/// A file of rows that a descriptor names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What its rows are: `service_at_location`.
    pub of: String,
    /// Where it is, from the folder of the descriptor.
    pub path: String,
}

/// Whether this is the descriptor of a package, by what is in it.
pub(super) fn is_descriptor(text: &str) -> bool {
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    start.starts_with('{')
        && serde_json::from_str::<Value>(start).is_ok_and(|value| {
            value.get("resources").is_some_and(Value::is_array) && value.get("contents").is_none()
        })
}

/// The files a descriptor names, for whoever is to read them, and whether any was left out.
///
/// Only files in the descriptor's own folder and below are named: no address, and no path that leads out.
pub fn tables(descriptor: &str) -> (Vec<Table>, bool) {
    let (tables, findings) = resolved(descriptor);
    (tables, !findings.is_empty())
}

fn resolved(descriptor: &str) -> (Vec<Table>, Vec<Finding>) {
    let (mut tables, mut findings) = (vec![], vec![]);
    let parsed: Option<Value> =
        serde_json::from_str(descriptor.trim_start_matches('\u{FEFF}')).ok();
    let resources = parsed
        .as_ref()
        .and_then(|value| value.get("resources")?.as_array());
    for resource in resources.into_iter().flatten().take(MOST_TABLES) {
        let name = resource
            .get("name")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let paths: Vec<&str> = match resource.get("path") {
            Some(Value::String(path)) => vec![path],
            Some(Value::Array(paths)) => paths.iter().filter_map(Value::as_str).collect(),
            _ => vec![],
        };
        if paths.is_empty() {
            findings.push(found(Fault::NoFile, name, descriptor, name));
        }
        for path in paths {
            match stays_inside(path) {
                true => tables.push(Table {
                    of: singular(name),
                    path: path.trim_start_matches("./").to_owned(),
                }),
                false => findings.push(found(Fault::FileElsewhere, path, descriptor, path)),
            }
        }
    }
    (tables, findings)
}

/// A finding at the first place in the text where these words stand in quotes.
fn found(fault: Fault, of: &str, text: &str, words: &str) -> Finding {
    let quoted = Value::String(words.to_owned()).to_string();
    let at = text.find(&quoted).unwrap_or(0);
    let end = if at == 0 { 0 } else { at + quoted.len() };
    Finding {
        fault,
        of: super::tidy::one_line(of).0,
        span: at..end,
    }
}

/// Relative, with forward slashes, and never up.
fn stays_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.starts_with('/')
        && !path.contains(['\\', ':', '\0'])
        && path.split('/').all(|part| part != "..")
}

/// `services` and `service` are one table, and so are `addresses` and `address`.
fn singular(name: &str) -> String {
    let name = name.trim().to_lowercase().replace('-', "_");
    let kept = [("ies", "y"), ("sses", "ss")];
    for (many, one) in kept {
        if let Some(start) = name.strip_suffix(many) {
            return format!("{start}{one}");
        }
    }
    match name.strip_suffix('s').filter(|start| !start.ends_with('s')) {
        Some(start) => start.to_owned(),
        None => name,
    }
}

/// Reads the tables of a package, which are among `files` under the paths its descriptor gives them. What is said is
/// said of the descriptor or of the table of services.
pub(super) fn read(
    descriptor: &(String, String),
    files: &[(String, String)],
) -> Vec<(String, Part)> {
    let (named, findings) = resolved(&descriptor.1);
    let mut about_itself = Part {
        findings,
        is_whole: true,
        ..Part::default()
    };
    let mut tables = Tables::default();
    let mut services: Option<(&str, &str, Vec<Range<usize>>)> = None;
    for table in &named {
        let file = files.iter().find(|(name, _)| *name == table.path);
        let Some((name, text)) = file else {
            let missing = found(Fault::NoFile, &table.path, &descriptor.1, &table.path);
            about_itself.findings.push(missing);
            about_itself.is_whole = false;
            continue;
        };
        let (rows, spans) = rows(text);
        if table.of == "service" && services.is_none() {
            services = Some((name, text, spans));
        }
        tables.0.entry(table.of.clone()).or_default().extend(rows);
    }
    about_itself.is_whole &= about_itself.findings.is_empty();
    let Some((name, text, spans)) = services else {
        about_itself
            .findings
            .push(found(Fault::NoTable, "", &descriptor.1, ""));
        return vec![(descriptor.0.clone(), about_itself)];
    };
    let mut reader = Reader::new(text);
    let (services, loose) = tables.services();
    for (service, span) in services.iter().zip(spans) {
        reader.take_at(service, span);
    }
    for _ in 0..loose {
        reader.find_at(Fault::Loose, "", 0..0);
    }
    vec![
        (descriptor.0.clone(), about_itself),
        (name.to_owned(), reader.part),
    ]
}

/// The rows of a table as objects, without their empty cells, and where each stands.
fn rows(text: &str) -> (Vec<Object>, Vec<Range<usize>>) {
    let body = text.trim_start_matches('\u{FEFF}');
    let before = text.len() - body.len();
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .from_reader(body.as_bytes());
    let mut record = StringRecord::new();
    let mut columns: Option<Vec<String>> = None;
    let (mut rows, mut spans) = (vec![], vec![]);
    while let Ok(true) = reader.read_record(&mut record) {
        let Some(columns) = &columns else {
            columns = Some(
                record
                    .iter()
                    .map(|cell| cell.trim().to_lowercase())
                    .collect(),
            );
            continue;
        };
        let cells = columns
            .iter()
            .zip(&record)
            .filter(|(_, cell)| !cell.is_empty());
        rows.push(
            cells
                .map(|(column, cell)| (column.clone(), Value::String(cell.to_owned())))
                .collect(),
        );
        let at = record.position().map_or(0, |at| at.byte());
        let at = (before + usize::try_from(at).unwrap_or(0)).min(text.len());
        let line = text.get(at..).unwrap_or_default();
        let past = line.len() - line.trim_start_matches(['\n', '\r']).len();
        let end = line[past..]
            .find('\n')
            .map_or(text.len(), |end| at + past + end);
        spans.push(at + past..end.max(at + past));
    }
    (rows, spans)
}

/// The rows of each table.
#[derive(Default)]
struct Tables(HashMap<String, Vec<Object>>);

impl Tables {
    /// Every service with all that hangs on it, in the order of its table; and how many rows hang on nothing.
    fn services(mut self) -> (Vec<Object>, usize) {
        let mut loose = 0;
        let terms = self.by_id("taxonomy_term");
        let attributes = self.0.entry("attribute".into()).or_default();
        for attribute in attributes {
            if let Some(term) = attribute.get("taxonomy_term_id").and_then(Value::as_str)
                && let Some(term) = terms.get(term)
            {
                attribute.insert("taxonomy_term".into(), Value::Object(term.clone()));
            }
            let link = attribute.get("link_entity").and_then(Value::as_str) == Some("service");
            if let (true, Some(id)) = (link, attribute.get("link_id").cloned()) {
                attribute.insert("service_id".into(), id);
            }
        }
        self.hang("phone", "contact", "contact_id", &mut loose);
        for child in ["address", "phone", "schedule", "contact"] {
            self.hang(child, "location", "location_id", &mut loose);
        }
        for child in ["phone", "contact"] {
            self.hang(child, "organization", "organization_id", &mut loose);
        }
        let locations = self.by_id("location");
        let links = self.0.entry("service_at_location".into()).or_default();
        for link in links {
            let id = link.get("location_id").and_then(Value::as_str);
            if let Some(location) = id.and_then(|id| locations.get(id)) {
                link.insert("location".into(), Value::Object(location.clone()));
            }
        }
        for child in ["phone", "schedule", "contact"] {
            self.hang(
                child,
                "service_at_location",
                "service_at_location_id",
                &mut loose,
            );
        }
        for child in [
            "phone",
            "schedule",
            "contact",
            "cost_option",
            "service_area",
            "attribute",
            "service_at_location",
        ] {
            self.hang(child, "service", "service_id", &mut loose);
        }
        let organisations = self.by_id("organization");
        let mut services = self.0.remove("service").unwrap_or_default();
        for service in &mut services {
            let id = service.get("organization_id").and_then(Value::as_str);
            if let Some(organisation) = id.and_then(|id| organisations.get(id)) {
                service.insert("organization".into(), Value::Object(organisation.clone()));
            }
            // A package has all there is: without a row there is none.
            service
                .entry("phones")
                .or_insert_with(|| Value::Array(vec![]));
        }
        (services, loose)
    }

    fn by_id(&self, table: &str) -> HashMap<String, Object> {
        let rows = self.0.get(table).into_iter().flatten();
        let id = |row: &Object| row.get("id").and_then(Value::as_str).map(str::to_owned);
        rows.filter_map(|row| Some((id(row)?, row.clone())))
            .collect()
    }

    /// Hangs the rows of one table on those of another, as the list HSDS has them in.
    fn hang(&mut self, child: &str, parent: &str, key: &str, loose: &mut usize) {
        let mut of: HashMap<String, Vec<Value>> = HashMap::new();
        for row in self.0.get(child).into_iter().flatten() {
            if let Some(id) = row.get(key).and_then(Value::as_str) {
                of.entry(id.to_owned())
                    .or_default()
                    .push(Value::Object(row.clone()));
            }
        }
        let list = match child {
            "address" => "addresses".to_owned(),
            _ => format!("{child}s"),
        };
        for row in self.0.get_mut(parent).into_iter().flatten() {
            let id = row.get("id").and_then(Value::as_str).unwrap_or_default();
            if let Some(children) = of.remove(id) {
                row.insert(list.clone(), Value::Array(children));
            }
        }
        *loose += of.values().map(Vec::len).sum::<usize>();
    }
}

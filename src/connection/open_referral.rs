//! Open Referral UK, which is HSDS 3: one service, a list of services, or a page with `contents`.
//!
//! Services are taken as they come, one at a time, so that a fault in the spelling costs only what follows it and a
//! large file takes little memory. Nothing in a file is followed: an address in it is words.

use std::{collections::HashSet, fmt, ops::Range};

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::import::{Fault, Finding, Part};

pub(super) mod fields;
mod schedule;
mod service;

use fields::Fields;

/// Which page of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pages {
    number: u64,
    of: u64,
}

/// Whether every page is here, where there are pages.
pub(super) fn are_all(pages: &[Pages]) -> bool {
    let numbers: HashSet<u64> = pages.iter().map(|page| page.number).collect();
    let most = pages.iter().map(|page| page.of).max().unwrap_or(0);
    numbers.len() as u64 >= most
}

/// Reads a file of services.
pub(super) fn read(text: &str) -> Part {
    let body = text.trim_start_matches('\u{FEFF}');
    let mut reader = Reader::new(text);
    reader.at = text.len() - body.len();
    let mut json = serde_json::Deserializer::from_str(body);
    let outcome = Services(&mut reader)
        .deserialize(&mut json)
        .and_then(|()| json.end());
    reader.part.is_whole = outcome.is_ok();
    if let Err(error) = outcome {
        let at = offset(body, error.line(), error.column()) + (text.len() - body.len());
        let fault = match error.classify() {
            serde_json::error::Category::Data => Fault::NoServices,
            _ if error.to_string().starts_with("recursion") => Fault::TooDeep,
            _ => Fault::NotJson,
        };
        reader.find_at(fault, "", at..at);
    } else if reader.part.listings.is_empty() && !reader.has_said() {
        reader.find_at(Fault::NoServices, "", 0..0);
    }
    if reader.part.pages.is_some_and(|pages| pages.of > 1) {
        reader.find_at(Fault::OnePage, "", 0..0);
    }
    reader.part
}

/// Where in the text a line and a column are, both from 1; the column counts bytes.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before = text.split_inclusive('\n').take(line.saturating_sub(1));
    let start: usize = before.map(str::len).sum();
    let mut at = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Takes services and keeps what is said of them.
pub(super) struct Reader<'t> {
    pub part: Part,
    text: &'t str,
    /// Where the last service was found.
    at: usize,
    ids: HashSet<String>,
}

impl<'t> Reader<'t> {
    pub fn new(text: &'t str) -> Self {
        Self {
            part: Part {
                is_whole: true,
                ..Part::default()
            },
            text,
            at: 0,
            ids: HashSet::new(),
        }
    }

    fn has_said(&self) -> bool {
        !self.part.findings.is_empty()
    }

    pub fn find_at(&mut self, fault: Fault, of: &str, span: Range<usize>) {
        self.part.findings.push(Finding {
            fault,
            of: of.to_owned(),
            span,
        });
    }

    /// Takes one service, or whatever stands in the place of one.
    fn take(&mut self, value: &Value) {
        let Value::Object(service) = value else {
            return self.find_at(Fault::NotAService, "", self.at..self.at);
        };
        let span = self.place_of(service);
        self.take_at(service, span);
    }

    /// Takes the service that stands there.
    pub fn take_at(&mut self, service: &Map<String, Value>, span: Range<usize>) {
        let mut fields = Fields::default();
        let listing = service::read(service, &mut fields);
        let name = listing.as_ref().map_or("", |listing| &listing.name);
        for fault in fields.faults {
            self.find_at(fault, name, span.clone());
        }
        let Some(listing) = listing else {
            return;
        };
        if !listing.id.is_empty() && !self.ids.insert(listing.id.clone()) {
            self.find_at(Fault::SameId, &listing.name, span);
        }
        self.part.listings.push(listing);
    }

    /// Where a service is in the text: its id, or else its name, after the one before it.
    fn place_of(&mut self, service: &Map<String, Value>) -> Range<usize> {
        let known = ["id", "name"]
            .into_iter()
            .find_map(|key| service.get(key)?.as_str());
        let found = known.and_then(|known| {
            let quoted = Value::String(known.to_owned()).to_string();
            let at = self.at + self.text.get(self.at..)?.find(&quoted)?;
            Some(at..at + quoted.len())
        });
        let span = found.unwrap_or(self.at..self.at);
        self.at = span.end;
        span
    }
}

/// The keys under which a page has its services.
const LISTS: [&str; 3] = ["contents", "content", "services"];

/// Whatever the file is, down to its services.
struct Services<'r, 't>(&'r mut Reader<'t>);

impl<'de> DeserializeSeed<'de> for Services<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Services<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("services")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<(), A::Error> {
        while let Some(value) = all.next_element::<Value>()? {
            self.0.take(&value);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut own = Map::new();
        let mut is_page = false;
        while let Some(key) = map.next_key::<String>()? {
            if LISTS.contains(&key.as_str()) && !own.contains_key("name") {
                is_page = true;
                map.next_value_seed(Services(&mut *self.0))?;
            } else if is_page && !key.contains("page") {
                map.next_value::<IgnoredAny>()?;
            } else {
                own.insert(key, map.next_value()?);
            }
        }
        let number = |key: &str| own.get(key).and_then(Value::as_u64);
        if is_page {
            self.0.part.pages = number("total_pages").map(|of| Pages {
                number: number("page_number")
                    .or_else(|| number("page"))
                    .unwrap_or(1),
                of,
            });
        } else if own.is_empty() {
            self.0.find_at(Fault::NoServices, "", 0..0);
        } else {
            self.0.take(&Value::Object(own));
        }
        Ok(())
    }
}

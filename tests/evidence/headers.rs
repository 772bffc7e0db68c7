//! Records as a YAML reader sees them: nothing of the program reads them here.

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::{DateTime, NaiveDate};
use serde_json::Value;

/// A record in what its header says.
#[derive(Clone)]
pub struct Talk {
    pub id: String,
    /// The day it began, as it is written there.
    pub day: NaiveDate,
    /// Seconds since 1970.
    pub started: i64,
    pub ended: i64,
    pub ended_day: NaiveDate,
    /// The kind it began as, and each it moved to.
    pub kinds: Vec<String>,
    /// The name in small letters, with one space between its words.
    pub person: Option<String>,
    pub void: bool,
    pub old_way: Option<String>,
    pub words: usize,
    pub header: Value,
}

impl Talk {
    pub fn kind(&self) -> &str {
        self.kinds.last().expect("a kind")
    }

    pub fn text(&self, key: &str) -> Option<String> {
        self.header[key].as_str().map(str::to_owned)
    }

    pub fn flag(&self, key: &str) -> bool {
        self.header[key] == true
    }

    pub fn list(&self, key: &str) -> &[Value] {
        self.header[key].as_array().map_or(&[], Vec::as_slice)
    }

    /// When something was said, in seconds since 1970, and on which day.
    pub fn time(&self, key: &str) -> Option<(i64, NaiveDate)> {
        self.text(key).map(|text| (seconds(&text), day(&text)))
    }
}

/// Every record of a plain home that can be read, in the order they began; and the names of those that cannot be.
pub fn read(home: &Path) -> (Vec<Talk>, Vec<String>) {
    let (mut talks, mut unreadable) = (vec![], vec![]);
    for path in files(&home.join("records")) {
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let Some(id) = name.strip_suffix(".md") else {
            continue;
        };
        if id.contains('.') {
            continue;
        }
        match talk(id, &path) {
            Some(talk) => talks.push(talk),
            None => unreadable.push(id.to_owned()),
        }
    }
    talks.sort_by_key(|talk| (talk.started, talk.id.clone()));
    unreadable.sort();
    (talks, unreadable)
}

fn talk(id: &str, path: &Path) -> Option<Talk> {
    let text = fs::read_to_string(path).expect("text");
    let rest = text.strip_prefix("---\n")?;
    let (yaml, body) = rest.split_once("\n---\n")?;
    let header: Value = serde_saphyr::from_str(yaml).ok()?;
    let text = |key: &str| header[key].as_str().map(str::to_owned);
    let (started, ended) = (text("started")?, text("ended")?);
    let moved = header["moved"].as_array().cloned().unwrap_or_default();
    let moved = moved
        .iter()
        .map(|one| one["kind"].as_str().expect("a kind").to_owned());
    let person = text("person").map(|name| {
        let words: Vec<&str> = name.split_whitespace().collect();
        words.join(" ").to_lowercase()
    });
    Some(Talk {
        id: id.to_owned(),

        day: day(&started),
        started: seconds(&started),
        ended: seconds(&ended),
        ended_day: day(&ended),
        kinds: std::iter::once(text("kind")?).chain(moved).collect(),
        person,
        void: !matches!(header["voided"], Value::Null | Value::Bool(false)),
        old_way: text("old_way"),
        words: match header["words"].as_u64() {
            Some(words) => words as usize,
            None => words(body),
        },
        header,
    })
}

/// Words of the letter: what stands under its headings, without the marks of lists and quotes.
fn words(body: &str) -> usize {
    let mut count = 0;
    let mut is_under_a_heading = false;
    for line in body.lines() {
        if line.starts_with("Nothing under a heading means") {
            break;
        }
        if line.starts_with('#') {
            is_under_a_heading = line.starts_with("## ");
        } else if is_under_a_heading {
            let words = line
                .split_whitespace()
                .filter(|word| !["-", ">"].contains(word));
            count += words.count();
        }
    }
    count
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = vec![];
    for entry in fs::read_dir(folder).expect("listed") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            files.push(path);
        }
    }
    files
}

/// The day as it is written, wherever the clock was.
pub fn day(text: &str) -> NaiveDate {
    text[..10].parse().expect("a day")
}

fn seconds(text: &str) -> i64 {
    DateTime::parse_from_rfc3339(text)
        .expect("a time")
        .timestamp()
}

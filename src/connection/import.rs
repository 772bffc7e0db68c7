//! What is read of files that somebody brings, and what becomes of the listings there were.
//!
//! Nothing is refused whole. What is not as it should be is said, counted by what it is, and costs itself at most.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    ops::Range,
};

use super::{
    Listing,
    open_referral::{self, Pages},
    package,
    read::is_rows,
    tidy::{Ids, id_from},
};
use crate::guide::{Problem, Severity};

mod fault;

pub use fault::Fault;

/// The largest file that is imported, in bytes: some hundred thousand services with all their details.
pub const LARGEST_IMPORT: u64 = 256 * 1024 * 1024;

/// The name of the descriptor of a tabular data package.
pub const DESCRIPTOR: &str = "datapackage.json";

/// Something said of a file that was brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The name of the file.
    pub file: String,
    /// The listing it is about, as its file calls it. May be empty.
    pub of: String,
    /// What is the matter, in words that are the same for all of its sort.
    pub what: String,
    /// The same with its place.
    pub problem: Problem,
}

/// A fault where it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    pub fault: Fault,
    pub of: String,
    pub span: Range<usize>,
}

impl Finding {
    fn said(self, file: &str) -> Said {
        let what = self.fault.message().to_owned();
        let message = match self.of.as_str() {
            "" => what.clone(),
            of => format!("{of}: {what}"),
        };
        let problem = match self.fault.costs_a_listing() {
            true => Problem::error(self.span, message),
            false => Problem::warning(self.span, message),
        };
        Said {
            file: file.to_owned(),
            of: self.of,
            what,
            problem: problem.hint(self.fault.hint()),
        }
    }
}

/// What was read of one file, or of the tables of one package.
#[derive(Debug, Default)]
pub(super) struct Part {
    pub listings: Vec<Listing>,
    pub findings: Vec<Finding>,
    pub pages: Option<Pages>,
    /// Nothing of it was lost to a fault in its spelling.
    pub is_whole: bool,
}

/// All that was read of what somebody brought.
#[derive(Debug, Default)]
pub struct Brought {
    /// The listings, each with an id of its own.
    pub listings: Vec<Listing>,
    /// What there is to say, file by file.
    pub said: Vec<Said>,
    /// All of the source is here, so that what is not in it is gone from it.
    pub is_whole: bool,
}

impl Brought {
    /// How often each thing is said, the most often first, with the listings it is said of.
    pub fn counted(&self) -> Vec<(&str, Vec<&str>)> {
        let mut counted: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for said in &self.said {
            let of = match said.of.as_str() {
                "" => said.file.as_str(),
                of => of,
            };
            counted.entry(&said.what).or_default().push(of);
        }
        let mut counted: Vec<_> = counted.into_iter().collect();
        counted.sort_by_key(|(_, of)| std::cmp::Reverse(of.len()));
        counted
    }
}

/// Reads files, each by what it is: name and text. The tables of a package come after its descriptor, under the paths
/// the descriptor gives them ([`package::tables`]).
pub fn read(files: &[(String, String)]) -> Brought {
    let mut brought = Brought {
        is_whole: true,
        ..Brought::default()
    };
    let mut pages: Vec<Pages> = vec![];
    let mut lists = vec![];
    let descriptor = files
        .iter()
        .position(|(_, text)| package::is_descriptor(text));
    let tables = descriptor
        .map(|at| package::tables(&files[at].1).0)
        .unwrap_or_default();
    if let Some(at) = descriptor {
        for (file, part) in package::read(&files[at], files) {
            brought.take(&file, part, &mut pages);
        }
    }
    for (nth, (name, text)) in files.iter().enumerate() {
        if Some(nth) == descriptor || tables.iter().any(|table| table.path == *name) {
            continue;
        }
        if is_rows(name) || name.to_ascii_lowercase().ends_with(".toml") {
            lists.push((name.clone(), text.clone()));
        } else {
            brought.take(name, open_referral::read(text), &mut pages);
        }
    }
    for (name, text) in files {
        brought.say_what_is_not_text(name, text);
    }
    brought.take_lists(&lists);
    brought.is_whole &= open_referral::are_all(&pages);
    brought.make_ids_differ();
    brought
}

impl Brought {
    fn take(&mut self, file: &str, part: Part, pages: &mut Vec<Pages>) {
        self.listings.extend(part.listings);
        let findings = part.findings.into_iter();
        self.said.extend(findings.map(|finding| finding.said(file)));
        self.is_whole &= part.is_whole;
        pages.extend(part.pages);
    }

    /// Bytes that are no text were read as a letter of their own.
    fn say_what_is_not_text(&mut self, name: &str, text: &str) {
        if let Some(at) = text.find(char::REPLACEMENT_CHARACTER) {
            let finding = Finding {
                fault: Fault::NotText,
                of: String::new(),
                span: at..at + char::REPLACEMENT_CHARACTER.len_utf8(),
            };
            self.said.push(finding.said(name));
        }
    }

    fn take_lists(&mut self, lists: &[(String, String)]) {
        let (listings, problems) = super::read(lists);
        self.listings.extend(listings.all().iter().cloned());
        for (file, problem) in problems {
            self.is_whole &= problem.severity != Severity::Error;
            self.said.push(Said {
                file,
                of: String::new(),
                what: problem.message.clone(),
                problem,
            });
        }
    }

    /// Those that have an id keep it; of two with one id, the first.
    fn make_ids_differ(&mut self) {
        let mut ids = Ids::default();
        for listing in self
            .listings
            .iter_mut()
            .filter(|listing| !listing.id.is_empty())
        {
            listing.id = ids.take(&listing.id);
        }
        for listing in self
            .listings
            .iter_mut()
            .filter(|listing| listing.id.is_empty())
        {
            listing.id = ids.take(&id_from(&listing.name));
        }
    }
}

/// What became of the listings there were.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Merged {
    /// Not there before.
    pub new: usize,
    /// There before, and said something else.
    pub changed: usize,
    /// There before, just so.
    pub same: usize,
    /// No longer in their source, and so taken out.
    pub gone: usize,
}

/// The listings there were, with those brought from `source` in their place. The same id is the same listing, wherever
/// it came from. What the source no longer has goes, if all of the source was read.
pub fn merge(old: Vec<Listing>, brought: Brought, source: &str) -> (Vec<Listing>, Merged) {
    let mut merged = Merged::default();
    let mut new = brought.listings;
    for listing in &mut new {
        source.clone_into(&mut listing.source);
    }
    let before: HashMap<&str, &Listing> = old.iter().map(|it| (it.id.as_str(), it)).collect();
    for listing in &new {
        match before.get(listing.id.as_str()) {
            None => merged.new += 1,
            Some(before) if *before == listing => merged.same += 1,
            Some(_) => merged.changed += 1,
        }
    }
    let ids: HashSet<String> = new.iter().map(|listing| listing.id.clone()).collect();
    let goes = brought.is_whole && !new.is_empty();
    let mut kept = old;
    kept.retain(|listing| {
        let is_replaced = ids.contains(&listing.id);
        let is_gone = !is_replaced && goes && listing.source == source;
        merged.gone += usize::from(is_gone);
        !is_replaced && !is_gone
    });
    kept.extend(new);
    (kept, merged)
}

//! The team's local help: read on a thread of its own, because a list may be long; and what is remembered of it.

use super::{World, answers::Answer, cross::texts};
use crate::{
    app::Msg,
    connection::{self, Listings, Memory, Remembering},
    guide::{Problem, Severity},
    store::{Home, TeamFolder, local_help as store},
    words,
};

/// Lists that are no longer than this together are read in a few milliseconds, in bytes.
const READ_AT_ONCE: u64 = 1 << 18;

impl World {
    /// Read at once when that is as good as nothing, so that the first key finds it.
    pub(super) fn read_local_help(&mut self) -> Vec<Msg> {
        let folder = self.home.connections();
        if TeamFolder::bytes_of_lists(self.home.root(), &folder) <= READ_AT_ONCE {
            let (listings, said) = listings(&self.home);
            return vec![Msg::LocalHelp(Box::new(listings), said)];
        }
        let home = self.home.clone();
        let asked = self.answers.ask(move || {
            let (listings, said) = listings(&home);
            Answer::LocalHelp(Box::new(listings), said)
        });
        match asked {
            Ok(()) => vec![],
            Err(error) => vec![Msg::Say(words::no_thread(&error.to_string()))],
        }
    }

    /// Of a listing, never of anybody: on the other side of the wall nobody asks for it.
    pub(super) fn remember_listing(&self, id: &str, what: Remembering) -> Vec<Msg> {
        match store::remember(&self.home, id, what) {
            Ok(()) => vec![],
            Err(error) => vec![Msg::Say(error.to_string())],
        }
    }
}

/// The team's local help with what is remembered of it, and what is to be said of the files.
pub fn listings(home: &Home) -> (Listings, Vec<String>) {
    let folder = TeamFolder::of_lists(home.root(), &home.connections());
    let (texts, mut said) = texts(folder);
    let (listings, problems) = connection::read(&texts);
    said.extend(problems_of(&texts, &problems, listings.all().len()));
    let memory = store::memory(home).unwrap_or_else(|error| {
        said.push(error.to_string());
        Memory::default()
    });
    if memory.not_understood() > 0 {
        said.push(words::local_help::cli::not_remembered(
            memory.not_understood(),
        ));
    }
    (listings.with_memory(memory), said)
}

/// The first problem of each list of local help, and how many listings work all the same.
fn problems_of(
    texts: &[(String, String)],
    problems: &[(String, Problem)],
    working: usize,
) -> Vec<String> {
    let first = |(name, text): &(String, String)| {
        let (_, problem) = problems
            .iter()
            .find(|(file, problem)| file == name && problem.severity == Severity::Error)?;
        Some(words::listing_problem(
            name,
            problem.place(text).line,
            &problem.message,
            working,
        ))
    };
    texts.iter().filter_map(first).collect()
}

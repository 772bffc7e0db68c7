//! Through the wall between people's lives and role-play, and back.
//!
//! From here on everything is kept in, listed from and read from the home of that side. The store says no to whatever
//! belongs on the other.

use std::path::Path;

use super::World;
use crate::{
    app::Msg,
    conversation::Side,
    guide::TeamFile,
    store::{Conversations, Home, Library, TeamFolder},
    words,
};

impl World {
    /// Goes to this side. Whatever was in hand has been put down.
    pub(super) fn cross(&mut self, side: Side) -> Vec<Msg> {
        let mut hand = self.hand();
        hand.put_down();
        let handle = hand.sync_handle();
        drop(hand);
        self.handle = handle;
        self.looked_at = None;
        let (home, library) = match side {
            Side::Life => (self.home.clone(), self.life.clone()),
            Side::Practice => {
                let practice = self.home.practice();
                let library = Library::of(&practice, None);
                (practice, library)
            }
        };
        self.conversations = Conversations::of(&home);
        self.library = library;
        let (scenarios, mut said) = match side {
            Side::Life => (vec![], vec![]),
            Side::Practice => team_files(&self.home, &self.home.scenarios()),
        };
        let open = self.open_conversations().unwrap_or_else(|error| {
            said.push(error.to_string());
            vec![]
        });
        vec![Msg::Crossed {
            side,
            open,
            scenarios,
            said,
        }]
    }
}

impl World {
    /// What is open on this side by now: other windows come and go.
    pub(super) fn relist(&self) -> Msg {
        match self.open_conversations() {
            Ok(open) => Msg::Relisted(open),
            Err(error) => Msg::Say(error.to_string()),
        }
    }
}

/// The files of a folder the team writes, and what is to be said of those that were left out.
pub fn team_files(home: &Home, folder: &Path) -> (Vec<TeamFile>, Vec<String>) {
    let (texts, said) = texts(TeamFolder::of(home.root(), folder));
    let files = texts
        .into_iter()
        .map(|(name, text)| TeamFile { name, text });
    (files.collect(), said)
}

/// The texts of a folder with their names, and what is to be said of those that were left out.
pub(super) fn texts(folder: TeamFolder) -> (Vec<(String, String)>, Vec<String>) {
    let troubles = folder.troubles.iter().map(ToString::to_string);
    let not_all_text = folder
        .not_all_text
        .iter()
        .map(|name| words::not_all_text(name));
    let said = troubles.chain(not_all_text).collect();
    (folder.files, said)
}

//! A world whose disk goes wrong: what is said, and what is there in the end.

use std::{io, sync::Arc};

use super::*;
use crate::{
    conversation::samples,
    store::faulty::{Fault, FaultyDisk},
};

/// A world on a disk that can be made to fail, with a conversation begun.
struct Place {
    temp: tempfile::TempDir,
    disk: FaultyDisk,
    world: World,
    id: ConversationId,
}

fn place() -> Place {
    let temp = tempfile::tempdir().expect("a folder");
    let disk = FaultyDisk::new();
    let home = Home::at(temp.path().join("home")).on_disk(Arc::new(disk.clone()));
    let library = Library::of(&home, None);
    let world = World::new(home, library, Clock::new(Some("2026-03-10T14:20")));
    let id = ConversationId::read("2026-03-10-1420-listen-7k3f").expect("an id");
    Place {
        temp,
        disk,
        world,
        id,
    }
}

impl Place {
    fn begin(&mut self) -> Vec<Msg> {
        let first = Box::new(samples::typed(0, "a"));
        self.world.perform(Effect::Begin(self.id.clone(), first))
    }

    fn say(&mut self, at: i64) -> Vec<Msg> {
        let event = Box::new(samples::typed(at, "b"));
        self.world.perform(Effect::Append(self.id.clone(), event))
    }

    fn gone(&self) {
        self.disk
            .fail(None, 0, Fault::FromHere(io::ErrorKind::NotFound));
    }

    fn events_in(&self, home: &Home) -> usize {
        let read = Conversations::of(home).load(&self.id);
        read.map_or(0, |read| read.events.len())
    }

    fn spare(&self) -> Home {
        Home::at(self.temp.path().join("spare"))
    }

    fn keep_in_spare(&mut self) -> Vec<Msg> {
        let folder = self.spare().root().display().to_string();
        self.world.perform(Effect::KeepIn(folder))
    }
}

fn is_trouble(messages: &[Msg]) -> bool {
    matches!(messages, [Msg::Trouble(_), ..])
}

fn is_mended(messages: &[Msg]) -> bool {
    matches!(messages, [Msg::Mended])
}

#[test]
fn a_drive_that_vanishes_and_comes_back_has_every_word() {
    let mut place = place();
    assert!(place.begin().is_empty());
    place.gone();
    assert!(is_trouble(&place.say(1)));
    assert!(is_trouble(&place.say(2)));
    assert!(is_trouble(&place.world.retry()));
    assert!(place.world.farewell().expect("said").contains("2 changes"));
    place.disk.mend();
    assert!(is_mended(&place.world.retry()));
    assert!(place.say(3).is_empty());
    assert_eq!(place.events_in(&place.world.home), 4);
    assert_eq!(place.world.farewell(), None);
}

#[test]
fn a_conversation_begun_while_the_drive_is_away_is_there_when_it_is_back() {
    let mut place = place();
    place.gone();
    assert!(is_trouble(&place.begin()));
    assert!(is_trouble(&place.say(1)));
    place.disk.mend();
    assert!(is_mended(&place.world.retry()));
    assert_eq!(place.events_in(&place.world.home), 2);
}

#[test]
fn another_folder_has_all_of_it_until_the_drive_is_back() {
    let mut place = place();
    place.begin();
    place.gone();
    place.say(1);
    let messages = place.keep_in_spare();
    assert!(messages.iter().any(|msg| matches!(msg, Msg::KeptIn(_))));
    place.say(2);
    assert_eq!(place.events_in(&place.spare()), 3);
    assert!(place.world.farewell().expect("said").contains("--home"));
    place.disk.mend();
    assert!(is_mended(&place.world.retry()));
    place.say(3);
    assert_eq!(place.events_in(&place.world.home), 4);
    assert!(!place.spare().conversation(&place.id).exists());
}

#[test]
fn a_conversation_begun_meanwhile_is_kept_in_that_folder_too() {
    let mut place = place();
    place.gone();
    place.begin();
    place.keep_in_spare();
    let first = place.id.clone();
    place.world.perform(Effect::Close(first.clone()));
    place.id = ConversationId::read("2026-03-10-1421-listen-8k3f").expect("an id");
    place.begin();
    place.say(1);
    assert_eq!(place.events_in(&place.spare()), 2);
    place.disk.mend();
    assert!(is_mended(&place.world.retry()));
    let listed = place.world.open_conversations().expect("listed");
    assert_eq!(listed.len(), 2);
    assert_eq!(
        Conversations::of(&place.spare()).list().expect("listed"),
        []
    );
}

#[test]
fn a_record_saved_while_the_drive_is_away_is_in_that_folder() {
    let mut place = place();
    place.begin();
    place.gone();
    place.say(1);
    let saving = Saving {
        id: place.id.clone(),
        record: "record".to_owned(),
        apart: Some("apart".to_owned()),
        copy: None,
        end: Stamped {
            event: Event::Finished,
            ..samples::typed(3, "")
        },
    };
    let messages = place.world.perform(Effect::Save(Box::new(saving.clone())));
    assert!(matches!(messages.as_slice(), [Msg::NotSaved(_)]));
    place.keep_in_spare();
    let messages = place.world.perform(Effect::Save(Box::new(saving)));
    assert!(matches!(
        messages.as_slice(),
        [Msg::Saved { said: Some(_), .. }]
    ));
    let library = Library::of(&place.spare(), None);
    let record = &library.list().records[0];
    assert_eq!(library.read(record).expect("read"), "record");
    assert_eq!(library.read_apart(record).expect("read"), "apart");
}

#[test]
fn another_folder_is_not_taken_for_nothing() {
    let mut place = place();
    place.begin();
    let messages = place.keep_in_spare();
    assert!(matches!(messages.as_slice(), [Msg::Say(_)]));
    assert!(!place.spare().root().exists());
}

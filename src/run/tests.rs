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

/// Tries as the screen does, but sooner. What the settling thread met in the last moment is said first.
fn until_mended(place: &mut Place) {
    let last = std::time::Instant::now() + Duration::from_secs(20);
    while !is_mended(&place.world.retry()) {
        assert!(std::time::Instant::now() < last, "it never mended");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_drive_that_vanishes_and_comes_back_has_every_word() {
    let mut place = place();
    assert!(place.begin().is_empty());
    place.gone();
    assert!(is_trouble(&place.say(1)));
    assert!(is_trouble(&place.say(2)));
    assert!(is_trouble(&place.world.retry()));
    assert!(place.world.farewell().is_some());
    place.disk.mend();
    until_mended(&mut place);
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
    until_mended(&mut place);
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
    until_mended(&mut place);
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
    until_mended(&mut place);
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

/// Waits until the settling thread has said what it met.
fn until_trouble(place: &mut Place) {
    let last = std::time::Instant::now() + Duration::from_secs(20);
    while !is_trouble(&place.say(9)) {
        assert!(std::time::Instant::now() < last, "it was never noticed");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_folder_that_is_taken_away_is_made_again_with_every_word() {
    let mut place = place();
    place.begin();
    place.say(1);
    let folder = place.world.home.conversation(&place.id);
    std::fs::remove_dir_all(&folder).expect("taken away");
    let last = std::time::Instant::now() + Duration::from_secs(20);
    while place.events_in(&place.world.home) == 0 {
        assert!(std::time::Instant::now() < last, "it was never noticed");
        place.say(2);
        std::thread::sleep(Duration::from_millis(20));
    }
    let before = place.events_in(&place.world.home);
    place.world.retry();
    place.say(3);
    assert_eq!(place.events_in(&place.world.home), before + 1);
    let read = Conversations::of(&place.world.home).load(&place.id);
    assert_eq!(read.expect("read").events[0], samples::typed(0, "a"));
}

#[test]
fn a_home_that_is_moved_away_and_back_has_every_word_once() {
    let mut place = place();
    place.begin();
    place.say(1);
    let (home, away) = (
        place.world.home.root().to_owned(),
        place.temp.path().join("away"),
    );
    std::fs::rename(&home, &away).expect("moved");
    until_trouble(&mut place);
    assert!(is_trouble(&place.world.retry()));
    assert!(!home.exists(), "nothing is made where the home was");
    std::fs::rename(&away, &home).expect("moved back");
    until_mended(&mut place);
    place.say(10);
    let read = Conversations::of(&place.world.home)
        .load(&place.id)
        .expect("read");
    let nines = read
        .events
        .iter()
        .filter(|event| **event == samples::typed(9, "b"));
    assert_eq!(read.events.len(), nines.count() + 3);
    assert_eq!(read.events.last(), Some(&samples::typed(10, "b")));
    assert!(read.set_aside.is_empty());
}

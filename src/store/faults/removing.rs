//! A record being removed: it is there whole, or it is in no list, a note stands for it, and going on takes the rest.

use super::*;
use crate::{record::Removed, store::texts};

/// Words that nothing may hold when the record is gone.
const RECORD: &str = "# The record";
const APART: &str = "# What was kept apart";

pub(super) fn scenario() -> Scenario {
    Scenario {
        before: in_both_forms,
        act: |stage| {
            let library = Library::of(&stage.home(), None);
            let record = library.list().records.remove(0);
            library.remove(&record, &note()).map(drop)
        },
        found,
    }
}

/// The record and what was kept apart from it, each in both its forms, as an interrupted sealing leaves them.
fn in_both_forms(stage: &Stage) {
    let plain = Home::at(stage.temp.path().join("home"));
    let library = Library::of(&plain, None);
    let saved = library.save(&id(), RECORD, Some(APART)).expect("saved");
    if stage.sealed {
        let vault = stage.next_start().vault().clone();
        for (path, text) in [(saved.path, RECORD), (saved.apart.expect("there"), APART)] {
            let sealed = vault.seal(text.as_bytes()).expect("sealed");
            fs::write(texts::sealed_name(&path), sealed).expect("written");
        }
    }
}

fn note() -> Removed {
    Removed {
        id: id(),
        kind: id().kind(),
        at: samples::moment(7),
        by: Some("Priya N".to_owned()),
        because: None,
        is_done: true,
    }
}

fn found(stage: &Stage) -> Found {
    let library = Library::of(&stage.next_start(), None);
    let mut removals = library.removals().found;
    let Some(removal) = removals.pop() else {
        let record = library.list().records.remove(0);
        assert_eq!(library.read(&record).expect("whole"), RECORD);
        assert_eq!(library.read_apart(&record).expect("with it"), APART);
        return Found::Old;
    };
    assert!(library.list().records.is_empty() && !library.holds(&id()));
    assert_never_apart_without_its_record(&removal.path);
    let was_finished = removal.is_finished();
    if !was_finished {
        library
            .go_on_removing(&removal, samples::moment(8))
            .expect("it can be gone on with");
    }
    assert_gone(&library, &removal.path);
    match was_finished {
        true => Found::New,
        false => Found::Old,
    }
}

fn assert_never_apart_without_its_record(note: &Path) {
    let record = note.with_file_name(format!("{}.md", id()));
    let apart = super::super::apart_from(&record);
    assert!(texts::standing(&apart).is_none() || texts::standing(&record).is_some());
}

/// Nothing is there but the note, which says when it was.
fn assert_gone(library: &Library, path: &Path) {
    let removal = library.removals().found.remove(0);
    assert!(removal.is_finished(), "{removal:?}");
    let said = removal.note.map(|note| note.at.timestamp());
    assert!(
        [7, 8]
            .map(|second| Some(samples::moment(second).timestamp()))
            .contains(&said)
    );
    let folder = fs::read_dir(path.parent().expect("a folder")).expect("listed");
    let others = folder
        .flatten()
        .filter(|entry| !super::super::atomic::is_leftover(&entry.file_name().to_string_lossy()));
    assert_eq!(others.count(), 1);
    let text = fs::read_to_string(path).expect("text");
    assert!(!text.contains(RECORD) && !text.contains(APART));
}

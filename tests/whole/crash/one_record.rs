//! A home with one finished record, which something is added to while the program is killed.

use alongside::{conversation::ConversationId, store::Library};

use crate::{
    home::{Home, PASSPHRASE},
    program::{Program, Start},
};

const ID: &str = "2026-03-06-1420-listen-7k3f";

/// Puts the record there.
pub fn put(home: &Home, record: &str) {
    let id = ConversationId::read(ID).expect("an id");
    let saved = Library::of(&home.store(), None).save(&id, record, None);
    saved.expect("saved");
}

/// The program on Home, four days later, with what is sealed open.
pub fn opened(home: &Home, sealed: bool) -> Program {
    let start = Start::in_home(home).env("ALONGSIDE_NOW", "2026-03-10T14:20");
    let mut program = start.open();
    if sealed {
        program.enter("/unlock");
        program.see("Passphrase");
        program.enter(PASSPHRASE);
        program.see("Unlocked");
    }
    program
}

/// The header, and what stands under the letter, which is as it was. `None` when nothing of the record changed.
pub fn added(home: &Home, was: &str) -> Option<(String, String)> {
    let texts = home.record_texts();
    let [(record, None)] = texts.as_slice() else {
        panic!("one record with nothing apart: {texts:?}");
    };
    if record == was {
        return None;
    }
    let (_, letter) = was.split_once("---\n\n").expect("a letter");
    let (header, body) = record.split_once("---\n\n").expect("a letter");
    let added = body.strip_prefix(letter).expect("the letter as it was");
    assert!(added.ends_with(")*\n"), "{record}");
    Some((header.to_owned(), added.to_owned()))
}

//! Where everything is kept, and what can be done while it cannot be written.

use super::*;

fn texts(playing: &Playing) -> Vec<String> {
    playing.rows().into_iter().map(|row| row.text).collect()
}

#[test]
fn it_says_where_and_whether_it_is_sealed() {
    let mut app = keys("");
    app.app.home_path = "/home/priya/alongside".into();
    app.app.records_path = Some("P:\\Adults".into());
    app.keys("/where<enter>");
    let said = texts(&app).join("\n");
    for words in ["/home/priya/alongside", "P:\\Adults", "Not sealed"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    app.keys("<enter>").no_sheet();
    app.app.seal = Seal::Locked;
    app.keys("/where<enter>");
    assert!(texts(&app).join("\n").contains("Sealed and locked"));
}

#[test]
fn trouble_can_be_tried_again_at_once() {
    let mut app = keys("one<enter>");
    app.takes(Msg::Trouble("Your notes are safe in memory.".into()));
    app.keys("/where<enter>1").no_sheet();
    assert_eq!(app.asked, [Effect::TryAgain]);
    app.takes(Msg::Mended).says("Saving again");
    app.keys("/where<enter>");
    assert!(app.rows().iter().all(|row| row.pick.is_none()));
}

#[test]
fn another_folder_is_named_with_its_spaces() {
    let mut app = keys("one<enter>/where /media/my stick/notes<enter>");
    assert_eq!(app.asked, [Effect::KeepIn("/media/my stick/notes".into())]);
    app.line("").notes(["one"]);
    app.takes(Msg::KeptIn("/media/my stick/notes".into()));
    app.says("/media/my stick/notes");
    app.takes(Msg::Trouble("Your notes are safe in memory.".into()));
    app.keys("/where<enter>");
    let said = texts(&app).join("\n");
    assert!(said.contains("/media/my stick/notes"), "{said}");
    assert!(said.contains("/where and its name"), "{said}");
}

#[test]
fn it_works_while_locked_because_nothing_must_be_lost() {
    let mut app = super::locked::sealed("one<enter>/lock<enter>/where ~/other<enter>");
    assert_eq!(app.asked, [Effect::Lock, Effect::KeepIn("~/other".into())]);
    app.takes(Msg::Trouble("Your notes are safe in memory.".into()));
    app.keys("/where<enter>");
    assert_eq!(
        app.app.sheet.as_ref().map(|sheet| &sheet.kind),
        Some(&SheetKind::Where)
    );
    app.keys("1");
    assert_eq!(app.asked.last(), Some(&Effect::TryAgain));
    app.keys("two<enter>").notes(["one", "two"]);
}

#[test]
fn letters_under_it_go_to_the_line() {
    let mut app = keys("one<enter>/where<enter>");
    app.keys("two<enter>").notes(["one", "two"]);
}

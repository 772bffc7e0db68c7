//! Files that are broken, folders that are gone, no terminal: the program says so in a sentence and goes on.

use super::{
    home::Home,
    program::{Program, Start},
};

#[test]
fn a_broken_team_guide_falls_back_and_home_says_so() {
    let home = Home::new();
    home.write(
        "guides/listen-and-connect.toml",
        "format = 1\nid = \"listen-and-connect\"\nkind = \"listening\"\ntitle = \"Ours\n",
    );
    let mut program = Start::in_home(&home).open();
    said(&program, "The guide file listen-and-connect.toml: line");
    said(&program, "is not understood. Using the built-in guide.");
    program.enter("Rang because she cannot get out");
    program.wait("the built-in guide", |screen| {
        screen.row(1).contains("Listen and connect") && screen.has("Just listening")
    });
}

#[test]
fn a_broken_list_and_settings_are_said_and_the_rest_works() {
    let home = Home::new();
    home.write(
        "connections/list.toml",
        "format = 1\n\n[[listing]]\nwhen = \"Tue\"\n\n[[listing]]\nname = \"Chapel Lane lunch club\"\n",
    );
    home.write("config.toml", "hints = \"perhaps\"\nclock = true\n");
    let mut program = Start::in_home(&home).open();
    said(&program, "of list.toml could not be read");
    said(&program, "config.toml, line 1");
    program.enter("Rang because she cannot get out");
    program.see("0 min");
    program.press("Ctrl+F");
    program.write("lunch");
    program.see("Chapel Lane lunch club");
}

#[test]
fn a_damaged_journal_opens_with_all_that_can_be_read() {
    let home = Home::new();
    let mut program = Start::in_home(&home).open();
    for note in ["First thing", "Second thing", "Third thing"] {
        program.enter(note);
        program.wait(note, |screen| screen.has(note) && screen.line_is_empty());
    }
    program.write("she says the");
    program.wait("the words", |screen| screen.line_ends("she says the"));
    program.kill();

    let path = &home.journals()[0];
    let journal = std::fs::read_to_string(path).expect("text");
    let mut lines: Vec<&str> = journal.lines().collect();
    let middle = lines
        .iter()
        .position(|line| line.contains("Second thing\",\"topic"))
        .unwrap_or(20);
    lines.insert(middle + 1, "\u{1}\u{2} no event at all {");
    std::fs::write(path, lines.join("\n") + "\n").expect("written");

    let mut program = Start::in_home(&home).open();
    program.press("Enter");
    program.wait("every note, the line, and what was set aside", |screen| {
        ["First thing", "Second thing", "Third thing"]
            .iter()
            .all(|note| screen.has(note))
            && screen.line_ends("she says the")
            && screen.has(&format!("Line {} of its file was set aside", middle + 2))
    });
    program.write(" neighbour");
    program.wait("more words", |screen| {
        screen.line_ends("she says the neighbour")
    });
    assert_eq!(home.conversation().line.text, "she says the neighbour");
}

#[test]
fn a_records_folder_that_is_gone_saves_in_the_home_and_says_so() {
    let home = Home::new();
    home.write("config.toml", "records = \"/nonexistent\"\n");
    let mut program = Start::in_home(&home).open();
    program.enter("! Frightened of the step");
    program.press("Ctrl+R");
    program.see("Read back");
    program.press("Ctrl+S");
    program.see("Save and finish");
    program.press("Enter");
    program.see("Saved.");
    said(&program, "The records folder (/nonexistent) is not there.");
    said(&program, "Saved on this computer instead.");
    assert!(home.record().contains("Frightened of the step"));
}

#[test]
fn a_conversation_open_in_another_window_is_left_to_it() {
    let home = Home::new();
    let mut first = Start::in_home(&home).open();
    first.enter("Rang because she cannot get out");
    first.wait("kept", |screen| {
        screen.has("  Rang because") && screen.line_is_empty()
    });
    let mut second = Start::in_home(&home).open();
    second.see("open in another window");
    second.enter("5");
    said(&second, "This conversation is open in another window");
    first.write("she says the");
    first.wait("the words", |screen| screen.line_ends("she says the"));
    second.enter("Another call altogether");
    second.wait("a conversation of its own", |screen| {
        screen.has("  Another call altogether")
    });
    assert_eq!(home.conversations().len(), 2);
}

#[test]
fn without_a_keyboard_it_speaks_line_by_line_and_changes_nothing() {
    let home = Home::new();
    let program = Start::in_home(&home).without_a_keyboard().run();
    let (status, bytes) = program.finish();
    let said = String::from_utf8_lossy(&bytes);
    assert!(status.success(), "{said}");
    assert!(said.contains("Line by line."), "{said}");
    assert!(!said.contains('\x1b'), "{said:?}");
    assert!(home.file_names().is_empty());
}

/// Waits for a sentence, over as many rows as it takes.
fn said(program: &Program, sentence: &str) {
    program.wait(sentence, |screen| {
        screen
            .words()
            .collect::<Vec<_>>()
            .join(" ")
            .contains(sentence)
    });
}

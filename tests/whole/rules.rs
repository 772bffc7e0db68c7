//! Rules that hold on every screen, held against the very bytes a terminal is sent.

use std::time::Duration;

use super::{
    bytes::{self, Sent},
    home::Home,
    program::{Program, Start, paste},
    words::word,
};

/// What to do, and a word or two that the screen shows once it is done.
const TOUR: &[(&str, &str)] = &[
    ("Rang because she cannot get out\r", "  Rang because"),
    ("/who Joan Marbury\r", "Joan Marbury"),
    (
        "/with Carol Whitcombe (daughter)\r",
        "Carol Whitcombe is here",
    ),
    ("/contact Ring the landline\r", "Ring the landline"),
    ("\" I used to be out every day\r", "\" I used to be out"),
    ("* Her garden\r", "* Her garden"),
    ("! Frightened of the step\r", "Crisis"),
    ("\x1b[27u", "Enter keep"),
    ("+ Still cooks\r", "+ Still cooks"),
    ("@ Sam next door\r", "@ Sam next door"),
    ("~ Post on the mat\r", "~ Post on the mat"),
    ("= The step is what stops her\r", "= The step is what"),
    ("? Who did she go to chapel with\r", "? Who did she go"),
    ("> Sam rings Joan next Friday\r", "[Sam, Fri 20 Mar]"),
    ("& The neighbour drinks\r", "The neighbour drinks"),
    ("Carol: she will not say so\r", "she will not say so"),
    ("£22 taxi to chapel\r", "£22 taxi"),
    ("a word that is\nof two rows, Tŷ Gŵyr 中文\r", "of two rows"),
    ("\x1b[A", "Enter change"),
    ("\r", "Changing a note"),
    ("\r", "Enter change"),
    ("\x1b[27u", "Enter keep"),
    ("\t", "Enter keep"),
    ("\x1bOP", "Five rules"),
    ("\x1b[27u\x1bOQ", "All commands"),
    ("\x1b[27u\x1bOR", "Topics"),
    ("\x1b[27u\x1bOS", "Move to another kind"),
    ("\x1b[27u\x06sam", "In these notes"),
    ("\x1b[27u\x04", "When is this due?"),
    ("\x1b[27u/", "/_"),
    ("\x7f/note\r", "Change the words"),
    ("\x1b[27u/mark\r", "Mark this note as"),
    ("\x1b[27u/notes\r", "things to come back to first"),
    ("\x1b[27u/guides\r", "All guides"),
    ("\x1b[27u/about\r", "Why"),
    ("\x1b[27u/safe\r", "999"),
    ("\x1b[27u/ask\r", "You could ask"),
    ("/nxet\r", "Did you mean /next"),
    ("\x15/where\r", "Everything is in"),
    ("\x1b[27u\x03", "Ctrl+C does nothing"),
    ("\x16", "To paste here"),
    ("\x10", "Paused"),
    ("\r", "Carried on"),
    ("\x1b[O", "Not typing here"),
    ("\x1b[I", "F1 help"),
    ("\x1a", "Undone"),
    ("\x19", "Redone"),
    ("\x0c", "F1 help"),
    ("/crisis\r", "Moved to crisis"),
    ("\x12", "Read back"),
    ("\x1b[B\r", "Change the words"),
    ("\x1b[27u\x14", "Move to another heading"),
    ("\x1b[27u\x1b[C", "[Everything]"),
    ("\x13", "Save and finish"),
    ("2", "Saved."),
];

/// Goes to every screen and every list.
fn tour(program: &mut Program) {
    program.wait("Home", |screen| screen.has("Start"));
    for (keys, shows) in TOUR {
        program.write(keys);
        match *shows {
            "/_" => drop(program.wait("the list under a slash", |screen| screen.line_ends("/"))),
            shows => drop(program.see(shows)),
        }
    }
}

/// Everything that is sent on a tour, from the first byte to the last.
fn bytes_of_a_tour(home: &Home, start: impl Fn(Start<'_>) -> Start<'_>) -> Vec<u8> {
    let mut program = start(Start::in_home(home)).open();
    tour(&mut program);
    let (status, bytes) = program.close();
    assert!(status.success(), "{status:?}");
    bytes
}

#[test]
fn no_look_that_some_cannot_read_and_no_sound() {
    for args in [
        vec![],
        vec!["--theme", "light"],
        vec!["--theme", "contrast"],
        vec!["--theme", "safe"],
    ] {
        let bytes = bytes_of_a_tour(&Home::new(), |start| start.args(&args));
        for look in bytes::looks(&bytes) {
            // Faint, slanted, underlined, blinking, struck through.
            assert!(!matches!(look, 2..=5 | 9), "{args:?}: look {look}");
        }
        assert!(
            !bytes::sent(&bytes).contains(&Sent::Bell),
            "{args:?}: a bell"
        );
        assert_eq!(bytes::left_untidy(&bytes), [""; 0], "{args:?}");
    }
}

#[test]
fn no_colour_where_none_is_wanted() {
    let without = [
        bytes_of_a_tour(&Home::new(), |start| start.env("NO_COLOR", "1")),
        bytes_of_a_tour(&Home::new(), |start| start.args(&["--no-color"])),
    ];
    for bytes in without {
        for look in bytes::looks(&bytes) {
            assert!(!matches!(look, 30..=49 | 90..=107), "look {look}");
        }
    }
}

#[test]
fn no_name_in_the_title_or_in_a_file_name() {
    let home = Home::new();
    let mut program = Start::in_home(&home).open();
    tour(&mut program);
    let names = home.file_names();
    let (_, bytes) = program.close();
    assert_eq!(
        bytes::titles(&bytes)
            .iter()
            .find(|title| *title != "Alongside"),
        None
    );
    assert!(names.iter().any(|name| name.ends_with(".md")), "{names:?}");
    for name in names {
        let holds = |part: &str| name.to_lowercase().contains(part);
        let held = ["joan", "marbury", "carol", "whitcombe"]
            .into_iter()
            .find(|part| holds(part));
        assert_eq!(held, None, "{name}");
    }
}

#[test]
fn idle_in_a_conversation_sends_nothing() {
    let home = Home::new();
    let mut program = Start::in_home(&home).args(&["new", "listen"]).open();
    program.enter("Rang because she cannot get out");
    program.write("she says the");
    program.wait("the words", |screen| screen.line_ends("she says the"));
    assert_eq!(program.bytes_while_idle(Duration::from_secs(3)), 0);
}

#[test]
fn a_message_is_whole_at_forty_columns() {
    let home = Home::new();
    let mut program = Start::in_home(&home)
        .size(40, 12)
        .args(&["new", "listen"])
        .open();
    let said = [
        (
            "Ctrl+C",
            "Ctrl+C does nothing here, so nothing is lost. Ctrl+Q leaves.",
        ),
        (
            "Ctrl+V",
            "To paste here: Ctrl+Shift+V, Shift+Insert, or right-click.",
        ),
        ("Ctrl+S", "Everything is kept as you type. Last at 14:20."),
    ];
    for (key, words) in said {
        program.press(key);
        let first = &words[..14];
        let screen = program.see(first);
        let text: Vec<&str> = screen.words().collect();
        assert!(
            text.join(" ").contains(words),
            "{key} says \"{words}\"\n{screen}"
        );
    }
}

#[test]
fn a_paste_of_three_paragraphs_is_three_notes_and_one_undo() {
    let home = Home::new();
    let mut program = Start::in_home(&home).args(&["new", "listen"]).open();
    program.send(&paste("! first thing\r\r> second thing\r\rthird thing"));
    program.see("Pasted 3 paragraphs. Enter keeps 3 notes.");
    program.press("Enter");
    program.wait("three notes", |screen| {
        screen.has("third thing") && screen.line_is_empty()
    });
    let notes = home.conversation().notes;
    let texts: Vec<&str> = notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(texts, ["! first thing", "> second thing", "third thing"]);
    assert!(
        notes.iter().all(|note| note.mark.is_none()),
        "marks in a paste are just text"
    );
    program.press("Ctrl+Z");
    program.wait("all of it, on the line", |screen| {
        screen.line_ends("third thing")
    });
    assert!(home.conversation().notes.is_empty());
}

#[test]
fn ten_thousand_letters_at_once_all_arrive() {
    let home = Home::new();
    let mut program = Start::in_home(&home).args(&["new", "listen"]).open();
    let burst: String = (0..1429).map(|number| word(number) + " ").collect();
    program.write(&burst);
    let last = word(1428);
    program.wait("the last word", |screen| {
        screen.line_ends(&last) || screen.has(&last)
    });
    assert_eq!(home.conversation().line.text, burst);
}

//! A sealed home in a real terminal: what cannot be read is listed, the passphrase opens it, and `/lock` hides it.

use super::{
    home::PASSPHRASE,
    program::{Program, Start},
    sealing::{IN_THE_CONVERSATION, sealed},
};

/// Waits for something, and holds that nothing of the conversation is on the screen then.
fn sees_no_word(program: &Program, words: &str) {
    let screen = program.see(words);
    assert!(!screen.has(IN_THE_CONVERSATION), "{screen}");
}

#[test]
fn a_sealed_conversation_is_listed_opened_locked_and_opened_again() {
    let (home, _) = sealed();
    let mut program = Start::in_home(&home).open();
    sees_no_word(&program, "Sealed. /unlock shows them.");
    program.enter("5");
    program.see("Passphrase:");
    program.enter("kettle gate number ten");
    sees_no_word(&program, "did not open it");
    program.enter(PASSPHRASE);
    program.see(IN_THE_CONVERSATION);
    program.enter("/lock");
    program.wait("hidden", |screen| {
        screen.has("Everything is hidden") && !screen.has(IN_THE_CONVERSATION)
    });
    program.enter("and of the cellar");
    sees_no_word(&program, "Kept. 2 notes so far.");
    program.press("Enter");
    program.see("Passphrase:");
    program.enter(PASSPHRASE);
    let screen = program.see("and of the cellar");
    assert!(screen.has(IN_THE_CONVERSATION), "{screen}");
    let (status, bytes) = program.close();
    assert!(status.success(), "{status:?}");
    assert!(
        !String::from_utf8_lossy(&bytes).contains("kettle"),
        "it was shown"
    );
}

#[test]
fn carrying_on_with_a_sealed_one_asks_first() {
    let (home, _) = sealed();
    let mut program = Start::in_home(&home).args(&["carry-on"]).run();
    sees_no_word(&program, "Passphrase:");
    program.enter(PASSPHRASE);
    program.see(IN_THE_CONVERSATION);
    program.close();
}

#[test]
fn line_by_line_the_passphrase_does_not_show() {
    let (home, _) = sealed();
    let mut program = Start::in_home(&home).args(&["--plain"]).run();
    sees_no_word(&program, "Sealed. /unlock shows them.");
    program.enter("5");
    program.see("Esc leaves it.");
    program.enter(PASSPHRASE);
    program.see("Carried on");
    program.enter("/lock");
    program.see("Notes are kept and not said");
    program.enter("and of the cellar");
    program.see("Kept. 2 notes so far.");
    program.enter("/unlock");
    program.wait("asked again", |screen| {
        screen.to_string().matches("Esc leaves it.").count() == 2
    });
    program.press("Esc");
    program.see("No passphrase was given");
    program.enter("/leave");
    program.enter("/leave");
    let left = program.left();
    assert_eq!(left.code, 0);
    assert!(left.lines_as_before);
    assert!(
        !String::from_utf8_lossy(&left.bytes).contains("kettle"),
        "it was shown"
    );
}

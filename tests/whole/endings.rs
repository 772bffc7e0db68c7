//! The program ended from outside: the last word is there, the terminal is as it was, the next start says how.

use rustix::process::Signal;

use super::{bytes, home::Home, program::Start};

#[test]
fn whatever_ends_it_the_terminal_is_tidy_and_home_says_how() {
    let endings = [
        (Signal::HUP, 1, "window closed"),
        (Signal::TERM, 15, "asked to stop"),
        (Signal::INT, 2, "asked to stop"),
        (Signal::QUIT, 3, "asked to stop"),
    ];
    for (signal, number, how) in endings {
        let home = Home::new();
        let mut program = Start::in_home(&home).open();
        program.enter("Rang because she cannot get out");
        program.see("Rang because she cannot get out");
        program.write("she said the");
        program.see("she said the");
        program.signal(signal);
        let (status, written) = program.finish();
        assert_eq!(status.exit_code(), 128 + number, "{how}");
        assert_eq!(bytes::left_untidy(&written), [""; 0], "{how}");

        let mut again = Start::in_home(&home).open();
        again.see(how);
        again.press("Enter");
        again.wait("the line as it was left", |screen| {
            screen.has("she said the") && screen.has("Rang because she cannot get out")
        });
    }
}

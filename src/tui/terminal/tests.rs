//! The terminal in a real pseudo-terminal: this test program runs itself there.

use super::*;

#[test]
fn titles_hold_no_codes() {
    assert_eq!(
        title_bytes("Along\x07\x1b]side"),
        b"\x1b]2;Along]side\x1b\\"
    );
}

#[test]
fn no_bell_is_sent() {
    for bytes in [
        TAKE,
        GIVE_BACK,
        TELL_ESC_APART,
        KEYS_AS_BEFORE,
        MOUSE_ON,
        MOUSE_OFF,
    ] {
        assert!(!bytes.contains(&0x07));
    }
}

#[test]
fn every_mode_switched_on_is_switched_off() {
    let given_back = String::from_utf8_lossy(GIVE_BACK);
    for taken in [TAKE, MOUSE_ON, super::super::pen::BEGIN] {
        let taken = String::from_utf8_lossy(taken);
        for mode in taken.split("\x1b[?").skip(1) {
            let number: String = mode.chars().take_while(char::is_ascii_digit).collect();
            // The cursor is shown and wrapping is on outside; the rest is off.
            let outside = if ["25", "7"].contains(&number.as_str()) {
                'h'
            } else {
                'l'
            };
            assert!(
                given_back.contains(&format!("\x1b[?{number}{outside}")),
                "{number}"
            );
        }
    }
}

#[cfg(unix)]
mod in_a_pty {
    use std::io::Read;
    use std::sync::mpsc;
    use std::time::{Duration, Instant};

    use portable_pty::{CommandBuilder, PtySize, native_pty_system};

    use crate::tui::ending;
    use crate::tui::source::Source;
    use crate::tui::terminal::Terminal;

    /// Tells the child what to do; unset in an ordinary test run.
    const PART: &str = "ALONGSIDE_TEST_TERMINAL";

    /// Longer than a pseudo-terminal takes to pass bytes on.
    const A_MOMENT: Duration = Duration::from_millis(50);

    /// What the child plays.
    #[test]
    #[ignore = "run by the tests below, in a terminal of its own"]
    fn child() {
        let Ok(part) = std::env::var(PART) else {
            return;
        };
        ending::on_panic(|_| "It had to stop.".to_owned());
        let last_words = |stop| {
            print!("<{stop:?}>");
            true
        };
        ending::watch(last_words).expect("signals can be watched");
        let mut terminal = Terminal::enter().expect("a terminal");
        terminal.show(b"\x1b[1;1HREADY").expect("a terminal");
        let mut source = Source::new();
        match part.as_str() {
            "leave" => drop(terminal),
            "panic" => panic!("Joan's words"),
            "panic elsewhere" => {
                let other = std::thread::spawn(|| panic!("Joan's words"));
                let _ = other.join();
                std::thread::sleep(Duration::from_secs(20));
            }
            "keys" => {
                for _ in 0..3 {
                    let input = source.next(None).expect("a terminal");
                    let words = format!("{input:?};");
                    terminal.show(words.as_bytes()).expect("a terminal");
                }
            }
            _ => std::thread::sleep(Duration::from_secs(20)),
        }
    }

    struct Outcome {
        all: String,
        screen: vt100::Parser,
        tidy: bool,
        code: u32,
    }

    /// Plays a part in a pseudo-terminal, doing `act` with the child's process once it is ready.
    fn play(part: &str, act: impl FnOnce(u32, &mut dyn std::io::Write)) -> Outcome {
        let size = PtySize {
            rows: 24,
            cols: 200,
            ..PtySize::default()
        };
        let pair = native_pty_system().openpty(size).expect("a pty");
        let modes = |pair: &portable_pty::PtyPair| {
            pair.master
                .get_termios()
                .map(|modes| (modes.local_flags, modes.input_flags))
        };
        let before = modes(&pair);

        let mut command = CommandBuilder::new(std::env::current_exe().expect("this program"));
        let name = "tui::terminal::tests::in_a_pty::child";
        command.args(["--ignored", "--exact", name, "--nocapture"]);
        command.env(PART, part);
        command.env("RUST_BACKTRACE", "0");
        let mut child = pair.slave.spawn_command(command).expect("a child");

        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let mut writer = pair.master.take_writer().expect("a writer");
        let (send, bytes) = mpsc::channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if send.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });

        let mut all = vec![];
        let mut act = Some(act);
        let begun = Instant::now();
        while !matches!(child.try_wait(), Ok(Some(_))) {
            assert!(begun.elapsed() < Duration::from_secs(10), "no end");
            all.extend(bytes.recv_timeout(A_MOMENT).unwrap_or_default());
            if String::from_utf8_lossy(&all).contains("READY")
                && let Some(act) = act.take()
            {
                act(child.process_id().expect("a process"), &mut writer);
            }
        }
        let code = child.wait().expect("an end").exit_code();
        while let Ok(more) = bytes.recv_timeout(A_MOMENT) {
            all.extend(more);
        }
        let mut screen = vt100::Parser::default();
        screen.process(&all);
        Outcome {
            all: String::from_utf8_lossy(&all).into_owned(),
            screen,
            tidy: before.is_some() && before == modes(&pair),
            code,
        }
    }

    fn send(signal: &'static str) -> impl FnOnce(u32, &mut dyn std::io::Write) {
        move |process, _| {
            let status = std::process::Command::new("kill")
                .args([signal, &process.to_string()])
                .status();
            assert!(status.is_ok_and(|status| status.success()));
        }
    }

    fn is_left_tidy(outcome: &Outcome) {
        let screen = outcome.screen.screen();
        assert!(outcome.tidy, "line modes");
        assert!(!screen.alternate_screen() && !screen.bracketed_paste() && !screen.hide_cursor());
        assert!(outcome.all.contains("\x1b[<1u"));
        assert!(outcome.all.contains("\x1b[23;2t"));
        assert_eq!(
            outcome.all.matches("\x1b[?1049l").count(),
            1,
            "given back once"
        );
    }

    #[test]
    fn leaving_undoes_all_of_it() {
        let outcome = play("leave", |_, _| {});
        is_left_tidy(&outcome);
        assert_eq!(outcome.code, 0);
    }

    #[test]
    fn a_panic_gives_the_terminal_back_and_keeps_words_to_itself() {
        for part in ["panic", "panic elsewhere"] {
            let outcome = play(part, |_, _| {});
            is_left_tidy(&outcome);
            assert_eq!(outcome.code, 101);
            assert!(outcome.all.contains("<Trouble>"), "{}", outcome.all);
            assert!(outcome.all.contains("It had to stop. ("), "{}", outcome.all);
            assert!(!outcome.all.contains("Joan"), "{}", outcome.all);
        }
    }

    #[test]
    fn a_signal_gives_the_terminal_back() {
        for (signal, words, code) in [
            ("-HUP", "<WindowClosed>", 129),
            ("-INT", "<AskedToEnd>", 130),
            ("-QUIT", "<AskedToEnd>", 131),
            ("-TERM", "<AskedToEnd>", 143),
        ] {
            let outcome = play("wait", send(signal));
            is_left_tidy(&outcome);
            assert!(outcome.all.contains(words), "{}", outcome.all);
            assert_eq!(outcome.code, code);
        }
    }

    #[test]
    fn bytes_become_keys() {
        // Esc and h in one read, then a new line.
        let outcome = play("keys", |_, writer| {
            writer.write_all(b"\x1bh\n").expect("a terminal");
        });
        let keys = "Some(Key(Esc));Some(Key(Char('h')));Some(Key(NewLine));";
        assert!(outcome.all.contains(keys), "{}", outcome.all);
        is_left_tidy(&outcome);
    }
}

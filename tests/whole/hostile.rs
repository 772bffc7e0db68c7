//! A home full of text that would steer a terminal, turn a line round or lead somewhere else: no command obeys it.

use std::{
    fs,
    os::unix::fs::symlink,
    process::{Command, Output, Stdio},
};

use alongside::text::acts;

use super::{
    bytes::{self, Sent},
    home::Home,
    program::Start,
};

/// A title, a C1 control, a bell, an override, an isolate, a hidden space, a line separator, a tag.
const STEERS: &str = "\u{1b}]2;taken\u{7}\u{9b}5m\u{202e}\u{2066}\u{200b}\u{2028}\u{85}\u{E0041}";

/// The same, as a TOML file or a journal may also say it.
const WRITTEN: &str =
    "\\u001b]2;taken\\u0007\\u009b5m\\u202e\\u2066\\u200b\\u2028\\u0085\\U000E0041";

const FINISHED: &str = "2026-03-09-1000-listen-aaaa";
const OPEN: &str = "2026-03-09-1100-listen-bbbb";

/// Everything in it says something it should not be able to say.
fn hostile_home() -> Home {
    let home = Home::new();
    let guide = format!(
        "format = 1\nid = \"mine\"\nkind = \"crisis\"\ntitle = \"Mine {WRITTEN}\"\nversion = \"1{WRITTEN}\"\n\
         purpose = \"{WRITTEN}\"\nrecord_title = \"{WRITTEN}\"\n\n[[topics]]\nid = \"now\"\ntitle = \"{WRITTEN}\"\n\
         ask = [\"{WRITTEN}?\"]\nsection = \"now\"\n\n[[sections]]\nid = \"now\"\nheading = \"{WRITTEN}\"\n\
         takes = [\"worry\"]\n"
    );
    home.write("guides/mine.toml", guide);
    home.write(
        &format!("guides/bad{STEERS}.toml"),
        format!("id = \"{STEERS}\"\nnoise{STEERS} = \n"),
    );
    home.write(
        &format!("connections/list{STEERS}.toml"),
        format!("{STEERS} = 1\n"),
    );
    home.write(
        "connections/list.toml",
        format!("format = 1\n[[listing]]\nname = \"Lunch {WRITTEN}\"\nphone = \"{WRITTEN}\"\nwords{STEERS} = 1\n"),
    );
    home.write(
        "config.toml",
        format!("name = \"Priya {WRITTEN}\"\n\"x{WRITTEN}\" = 1\nhints = {STEERS}\n"),
    );
    home.write(
        "local.toml",
        format!("safe_steps = [\"{WRITTEN}\"]\n\"y{WRITTEN}\" = 1\n"),
    );
    let header = |id: &str, person: &str| {
        format!(
            "---\nalongside: 1\nid: \"{id}\"\nkind: \"listen-and-connect\"\nstarted: \"2026-03-09T10:00:00+00:00\"\n\
             person: \"{person}\"\nby: \"{person}\"\nkept_apart: 1\n---\n\n# {STEERS}\n\n## {STEERS}\n\n- {STEERS}\n"
        )
    };
    home.write(
        &format!("records/2026/03/{FINISHED}.md"),
        header(FINISHED, WRITTEN),
    );
    home.write(
        &format!("records/2026/03/{FINISHED}-2.md"),
        format!("---\n{STEERS}: [\n---\n"),
    );
    let said = WRITTEN.replace("\\U000E0041", "");
    let note = format!(
        "{{\"id\":1,\"text\":\"{said}\",\"at\":\"2026-03-09T11:00:00Z\",\
         \"topic\":{{\"guide\":\"listen-and-connect\",\"topic\":\"what-matters\"}}}}"
    );
    let line = format!(
        "{{\"v\":1,\"at\":\"2026-03-09T11:00:00Z\",\"did\":{{\"changes\":[\
         {{\"line\":{{\"at\":0,\"inserted\":\"{said}\"}}}},\
         {{\"note\":{{\"index\":0,\"from\":null,\"to\":{note}}}}}]}}}}\n"
    );
    home.write(&format!("conversations/{OPEN}/journal.jsonl"), line);
    home
}

fn run(home: &Home, args: &[&str], typed: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_alongside"))
        .args(args)
        .env("ALONGSIDE_HOME", home.path())
        .env("ALONGSIDE_NOW", "2026-03-10T14:20")
        .env("TERM", STEERS)
        .env("LANG", "en_GB.UTF-8")
        .current_dir(home.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("a pipe");
    // A command that reads nothing may have ended already.
    let _ = std::io::Write::write_all(&mut input, typed.as_bytes());
    drop(input);
    child.wait_with_output().expect("it ends")
}

fn printed(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    text(&output.stdout) + &text(&output.stderr)
}

#[test]
fn no_command_prints_what_a_terminal_would_obey() {
    let home = hostile_home();
    let guides = home.path().join("guides").display().to_string();
    let typed = format!(
        "/safe\n/about\n/find lunch\n/carry-on\n/{STEERS}\n{STEERS}\n/notes\n/who {STEERS}\n/show\n"
    );
    let commands: &[&[&str]] = &[
        &["records"],
        &["records", "--json"],
        &["show", FINISHED],
        &["show", FINISHED, "--detail", "everything"],
        &["show", FINISHED, "--copy"],
        &["show", OPEN],
        &["show", "2026"],
        &["show", STEERS],
        &["show", FINISHED, "--detail", STEERS],
        &["guide", "list"],
        &["guide", "show", "mine"],
        &["guide", "show", STEERS],
        &["guide", "check", &guides],
        &["guide", "check", &guides, "--json"],
        &["guide", "check", STEERS],
        &["guide", "new", STEERS],
        &["practice", "list"],
        &["practice", "show", STEERS],
        &["practice", "check", &guides],
        &["practice", "new", STEERS],
        &["doctor"],
        &["keys"],
        &["new", STEERS],
        &["new", "mine", "--plain"],
        &["new", "listen", "--plain"],
        &["carry-on", OPEN, "--plain"],
        &["carry-on", STEERS],
        &["--theme", STEERS],
        &["--plain"],
        &[STEERS],
        &[&format!("--{STEERS}")],
        &["completions", STEERS],
        &["records", &format!("--json={STEERS}")],
    ];
    let mut reached = 0;
    for args in commands {
        let said = printed(&run(&home, args, &typed));
        let obeyed: String = said.chars().filter(|c| *c != '\n' && acts(*c)).collect();
        assert!(
            obeyed.is_empty(),
            "{args:?} printed {obeyed:?} in\n{said:?}"
        );
        reached += usize::from(said.to_uppercase().contains("U+202E") || said.contains("\\u202e"));
    } // Some have nothing to repeat: a list of keys, a guide that was refused.
    assert!(reached > 20, "only {reached} commands showed any of it");
}

#[test]
fn no_screen_shows_what_a_terminal_would_obey() {
    let home = hostile_home();
    let mut program = Start::in_home(&home).size(120, 40).open();
    program.see("taken");
    program.press("Enter");
    program.wait("the conversation", |screen| screen.has("Listen"));
    for keys in ["/safe", "/find lunch", "/about", "/help"] {
        program.enter(keys);
        std::thread::sleep(std::time::Duration::from_millis(100));
        program.press("Esc");
    }
    program.press("Ctrl+R");
    program.see("Read back");
    program.press("Esc");
    let (_, written) = program.close();
    let text = String::from_utf8_lossy(&written);
    let ours = ['\u{1b}', '\r', '\n', '\u{7}'];
    let obeyed: String = text
        .chars()
        .filter(|c| acts(*c) && !ours.contains(c))
        .collect();
    assert_eq!(obeyed, "");
    assert!(!bytes::sent(&written).contains(&Sent::Bell));
    assert!(
        bytes::titles(&written)
            .iter()
            .all(|title| title == "Alongside")
    );
}

/// Words of a file outside every home. They must be seen nowhere.
const SECRET: &str = "someone-elses-words";

#[test]
fn no_link_and_no_name_leads_outside_the_home() {
    let (home, outside) = (Home::new(), Home::new());
    let record = format!(
        "---\nalongside: 1\nid: \"{FINISHED}\"\nkind: \"crisis\"\nstarted: \"2026-03-09T10:00:00+00:00\"\n---\n\n\
         # {SECRET}\n\n## A\n\n- {SECRET}\n"
    );
    outside.write("x.md", &record);
    outside.write(&format!("2026/03/{FINISHED}.md"), &record);
    outside.write(
        "list.toml",
        format!("format = 1\n[[listing]]\nname = \"{SECRET}\"\n"),
    );
    outside.write("settings.toml", format!("name = \"{SECRET}\"\n"));
    outside.write(
        "guides/mine.toml",
        format!("format = 1\nid = \"{SECRET}\"\n"),
    );
    let out = |name: &str| outside.path().join(name);
    let into = |name: &str| home.path().join(name);
    fs::create_dir_all(into("connections")).expect("made");
    fs::create_dir_all(into("conversations")).expect("made");
    symlink(out("list.toml"), into("connections/list.toml")).expect("linked");
    symlink(out("settings.toml"), into("config.toml")).expect("linked");
    symlink(out("settings.toml"), into("local.toml")).expect("linked");
    symlink(out("guides"), into("guides")).expect("linked");
    symlink(out(""), into(&format!("conversations/{OPEN}"))).expect("linked");
    home.write("borrows.toml", guide_that_borrows("../../outside/mine/now"));
    let before = outside.file_names();
    let up = format!(
        "../{}/x",
        outside
            .path()
            .file_name()
            .expect("a name")
            .to_string_lossy()
    );
    let full = out("x.md").display().to_string();
    let commands: &[&[&str]] = &[
        &["records"],
        &["show", &up],
        &["show", &full],
        &["show", "../../etc/passwd"],
        &["show", OPEN],
        &["carry-on", &up, "--plain"],
        &["carry-on", OPEN, "--plain"],
        &["new", &up],
        &["guide", "list"],
        &["guide", "show", &up],
        &["guide", "check", "borrows.toml"],
        &["doctor"],
        &["new", "listen", "--plain"],
    ];
    for args in commands {
        let said = printed(&run(&home, args, "/find someone\n/name Sam\n"));
        assert!(!said.contains(SECRET), "{args:?}\n{said}");
    }
    let said = printed(&run(&home, &["doctor"], ""));
    for name in [
        "config.toml",
        "local.toml",
        "guides",
        "connections/list.toml",
    ] {
        let sentence = format!("{name} is a link to somewhere else, so it was not opened.");
        assert!(said.contains(&sentence), "{sentence}\n{said}");
    }
    assert_eq!(
        outside.file_names(),
        before,
        "something was written out there"
    );
}

fn guide_that_borrows(topic: &str) -> String {
    format!(
        "format = 1\nid = \"borrows\"\nkind = \"crisis\"\ntitle = \"B\"\nversion = \"1\"\npurpose = \"P.\"\n\
         record_title = \"R\"\n\n[[topics]]\nborrow = \"{topic}\"\n\n[[sections]]\nid = \"now\"\nheading = \"Now\"\n\
         takes = [\"worry\"]\n"
    )
}

#[test]
fn what_is_left_out_of_the_home_is_said_on_its_first_screen() {
    let home = Home::new();
    home.write("guides/large.toml", "#".repeat(3 << 20));
    let made = Command::new("mkfifo")
        .arg(home.path().join("guides/pipe.toml"))
        .status();
    assert!(made.expect("mkfifo").success());
    home.write(
        "connections/cafe.toml",
        b"format = 1\n[[listing]]\nname = \"Caf\xe9\"\n",
    );
    let said = printed(&run(&home, &["doctor"], ""));
    for sentence in [
        "guides/large.toml would be over 1 MiB",
        "guides/pipe.toml is not an ordinary file",
        "cafe.toml is not all UTF-8 text",
    ] {
        assert!(said.contains(sentence), "{sentence}\n{said}");
    }
    let said = printed(&run(&home, &["--plain"], ""));
    assert!(
        said.contains("guides/large.toml would be over 1 MiB"),
        "{said}"
    );
}

/// A gigabyte is enough for whatever stands in a home: nothing in it can grow without end.
#[test]
fn the_worst_files_end_in_little_memory() {
    let home = Home::new();
    home.write("config.toml", "[a.b.c]\n".repeat(8000));
    home.write("local.toml", "[[numbers]]\n".repeat(5000));
    home.write("connections/deep.toml", "\\u202e".repeat(100_000));
    home.write(
        "connections/many.toml",
        "[[listing]]\nname = \"a\"\n".repeat(10_000),
    );
    home.write("guides/deep.toml", format!("x = {}", "[".repeat(250_000)));
    let laughs: String = ('b'..='k')
        .map(|c| {
            format!(
                "{c}: &{c} [{}]\n",
                format!("*{},", (c as u8 - 1) as char).repeat(9)
            )
        })
        .collect();
    home.write(
        &format!("records/2026/03/{FINISHED}.md"),
        format!("---\na: &a [1]\n{laughs}---\n"),
    );
    for args in [["doctor", ""], ["records", ""], ["guide", "list"]] {
        let status = Command::new("sh")
            .args([
                "-c",
                "ulimit -v 1000000; exec \"$0\" \"$@\"",
                env!("CARGO_BIN_EXE_alongside"),
            ])
            .args(args.iter().filter(|arg| !arg.is_empty()))
            .env("ALONGSIDE_HOME", home.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("it ends");
        assert!(matches!(status.code(), Some(0 | 1)), "{args:?}: {status}");
    }
}

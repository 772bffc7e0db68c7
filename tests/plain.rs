//! The real program, line by line and for scripts: what is typed comes back as a record, and nothing is lost.

#[path = "plain/desk.rs"]
mod desk;

use std::{fs, io::Write, path::Path};

use desk::Desk;

/// A record without what changes from run to run: the end of its id, and seconds.
fn settled(record: &str) -> String {
    let lines = record.lines().map(|line| match line.split_once(": ") {
        Some(("id", id)) => format!("id: {}-xxxx\"", &id[..id.len() - 6]),
        Some(("started" | "ended" | "    at", _)) => {
            let at = line.find("14:20:").map_or(line.len(), |at| at + 5);
            format!("{}\"", &line[..at])
        }
        _ => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn call(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("examples/calls")
        .join(name);
    fs::read_to_string(path).expect("an example call")
}

fn golden(guide: &str, name: &str) {
    let desk = Desk::new();
    let ran = desk.run(
        &["new", guide, "--plain", "--record", "-"],
        call(&format!("{name}.txt")),
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    insta::assert_snapshot!(name, settled(&ran.out));
    insta::assert_snapshot!(format!("{name}-talk"), ran.err);
    assert!(
        desk.files("").is_empty(),
        "the record goes there and nowhere else"
    );
}

#[test]
fn listen_and_connect_becomes_a_record() {
    golden("listen", "listen-and-connect");
}

#[test]
fn a_call_that_turns_into_a_crisis_becomes_a_record() {
    golden("listen", "turns-into-a-crisis");
}

#[test]
fn a_good_life_sitting_becomes_a_record() {
    golden("good", "good-life-sitting");
}

#[test]
fn a_call_from_somebody_who_is_not_the_person_becomes_a_record() {
    golden("first-call", "caller-who-is-not-the-person");
}

#[test]
fn a_carers_own_conversation_becomes_a_record() {
    golden("carer", "carer");
}

#[test]
fn what_is_noted_for_the_figures_is_in_the_letter_and_its_header() {
    golden("listen", "small-budget");
}

#[test]
fn what_counts_is_said_line_by_line_and_chosen_by_number() {
    let desk = Desk::new();
    let routes = "routes = ['connected locally', 'equipment']\n";
    fs::create_dir_all(desk.home()).expect("made");
    fs::write(desk.home().join("local.toml"), routes).expect("written");
    let ran = desk.run(
        &["new", "listen", "--plain"],
        "/contacted tomorrow\n/contacted fri\n/old-way\n/route\n2\n/handed-over Sam: she knows\n\
         /undo\n/redo\n/spent key\n/old-way winter\n/leave\n/leave\n",
    );
    for words in [
        "Wed 11 March is still to come. First contact was today or before.",
        "First got in touch: Friday 6 March 2026.",
        "Type it like this: /old-way and the name of the baseline, or none to end it",
        "2 equipment.",
        "What happened next: equipment.",
        "Kept: I handed this to Sam: she knows.",
        "Taken back: I handed this to Sam: she knows.",
        "Done again: I handed this to Sam: she knows.",
        "Type it like this: /spent 22.50 and what it was for",
        "Old way: winter.",
    ] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    assert_eq!(ran.code, 2, "three lines were not understood");
    let again = desk.run(&["carry-on", "--plain"], "");
    let aloud = "Not in the figures: held the old way, counts in \"winter\".";
    assert!(again.out.contains(aloud), "{}", again.out);
}

#[test]
fn first_contact_alone_is_kept_when_the_talk_is_left() {
    let desk = Desk::new();
    desk.run(
        &["new", "listen", "--plain"],
        "/contacted fri\n/leave\n/leave\n",
    );
    assert_eq!(desk.drafts().len(), 1);
}

#[test]
fn a_record_in_a_file_has_what_was_kept_apart_beside_it() {
    let desk = Desk::new();
    let args = ["new", "--plain", "--record", "joan.md"];
    let ran = desk.run(&args, "/who Joan M\n\" The telly\n& Not for Carol\n");
    assert_eq!(ran.code, 0, "{}", ran.out);
    let read = |name: &str| fs::read_to_string(desk.folder.path().join(name)).expect("written");
    assert!(read("joan.md").contains("\"The telly\""));
    assert!(!read("joan.md").contains("Carol"));
    assert!(read("joan.apart.md").contains("Not for Carol"));
    assert!(desk.files("").is_empty());

    let again = desk.run(&args, "words that must not go\n");
    assert_eq!(again.code, 3);
    assert!(again.err.contains("It was left as it is."), "{}", again.err);
    assert!(!read("joan.md").contains("must not go"));
}

#[test]
fn the_end_of_input_leaves_a_draft_that_a_second_run_carries_on() {
    let desk = Desk::new();
    let first = desk.run(
        &["new", "crisis", "--plain"],
        "/who Joan M\n! no heating\nand half a no\\",
    );
    assert_eq!(first.code, 0);
    assert!(
        first.out.contains("Kept as a draft, 2 notes."),
        "{}",
        first.out
    );
    assert!(desk.files("records").is_empty());
    let second = desk.run(
        &["carry-on", "--plain"],
        "> I ring the gas today\n/everything\n/save\n",
    );
    assert_eq!(second.code, 0);
    assert!(
        second.out.contains("Carried on: JM, Crisis. 2 notes."),
        "{}",
        second.out
    );
    let records = desk.files("records");
    let record = fs::read_to_string(&records[0]).expect("a record");
    for words in ["no heating", "and half a no", "I ring the gas today"] {
        assert!(record.contains(words), "{words}: {record}");
    }
    assert!(desk.drafts().is_empty());
}

#[test]
fn home_is_numbers_and_a_first_note_starts() {
    let desk = Desk::new();
    let ran = desk.run(
        &[],
        "Rang about a lift\n/leave\n5\n/short\n/leave\n/leave\nnever read\n",
    );
    assert_eq!(ran.code, 0);
    for words in [
        "1 Listen and connect. 2 Crisis. 3 Good life.",
        "Listen and connect started, 14:20.",
        "5 Carry on Listen and connect, today at 14:20.",
        "Carried on: Listen and connect. 1 note.",
    ] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    assert_eq!(desk.drafts().len(), 1);
}

#[test]
fn a_line_that_is_not_understood_is_exit_2_and_the_record_is_written_all_the_same() {
    let desk = Desk::new();
    let ran = desk.run(
        &["new", "--plain", "--record", "-"],
        "\" The telly\n/crsis\n",
    );
    assert_eq!(ran.code, 2);
    assert!(
        ran.err
            .contains("No command called /crsis. Did you mean /crisis?")
    );
    assert!(ran.out.starts_with("---\n") && ran.out.contains("The telly"));
    assert!(!ran.out.contains("crsis"));
}

#[test]
fn where_a_record_cannot_be_written_the_conversation_stays() {
    let desk = Desk::new();
    fs::write(desk.folder.path().join("a-file"), "").expect("written");
    let args = ["new", "--plain", "--record", "a-file/joan.md"];
    let ran = desk.run(&args, "\" The telly\n/save\n");
    assert_eq!(ran.code, 3, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("Kept as a draft, 1 note."), "{}", ran.out);
    assert_eq!(desk.drafts().len(), 1);
}

#[cfg(unix)]
#[test]
fn killed_at_once_every_line_that_was_taken_is_there() {
    use std::io::{BufRead, BufReader};
    let desk = Desk::new();
    let mut child = desk.start(&["new", "crisis", "--plain"]);
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin
        .write_all(b"! no heating\n\" half a\\\n/who Joan M\n/saved\n")
        .expect("written");
    let said = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let mut said = said.map(|line| line.expect("text"));
    said.find(|line| line.starts_with("Everything is kept"));
    child.kill().expect("killed");
    child.wait().expect("ended");
    let shown = desk.run(&["show", "2026", "--detail", "everything"], "");
    for words in ["no heating", "half a", "Joan M"] {
        assert!(shown.out.contains(words), "{words}: {}", shown.out);
    }
}

#[test]
fn words_after_the_record_are_a_draft_and_not_lost() {
    let desk = Desk::new();
    let ran = desk.run(
        &["new", "--plain", "--record", "-"],
        "one\n/save\ntwo\n/save\n",
    );
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert_eq!(ran.out.matches("alongside: 1").count(), 1);
    let journal = fs::read_to_string(&desk.drafts()[0]).expect("a journal");
    assert!(journal.contains("two"));
}

#[test]
fn nothing_noted_is_no_record() {
    let desk = Desk::new();
    let ran = desk.run(&["new", "--plain", "--record", "-"], "");
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(desk.files("").is_empty());
}

#[test]
fn bytes_of_any_kind_are_lines() {
    let desk = Desk::new();
    let mut typed = b"\xEF\xBB\xBF\" first\r\ncaf\xE9 \x1b[2J\x07\0\r\n\" ".to_vec();
    typed.extend(std::iter::repeat_n(b'x', 150_000));
    let ran = desk.run(
        &["new", "--plain", "--record", "-"],
        [typed.as_slice(), b"\n/everything\n"].concat(),
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err
            .contains("Line 2 has bytes that are not UTF-8 text.")
    );
    assert!(ran.out.contains("\"first\"") && ran.out.contains(&"x".repeat(150_000)));
}

#[test]
fn a_guide_nobody_has_and_a_record_without_plain() {
    let desk = Desk::new();
    let ran = desk.run(&["new", "crysis", "--plain"], "");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("There is no guide called crysis."));
    assert_eq!(desk.run(&["carry-on", "--plain"], "").code, 2);
}

fn with_a_record(typed: &str) -> Desk {
    let desk = Desk::new();
    assert_eq!(desk.run(&["new", "--plain"], typed).code, 0);
    desk
}

#[test]
fn records_are_listed_newest_first() {
    let desk = with_a_record("/who Joan M\n\" The telly\n> Sam rings tomorrow\n/save\n");
    let listed = desk.run(&["records"], "");
    assert_eq!(listed.code, 0);
    let row = "2026-03-10 14:20  Listen and connect  Joan M     5 words   1 open  2026-03-10-1420-listen-";
    assert!(listed.out.starts_with(row), "{}", listed.out);
    let json: serde_json::Value =
        serde_json::from_str(&desk.run(&["records", "--json"], "").out).expect("JSON");
    assert_eq!(json[0]["person"], "Joan M");
    assert_eq!(json[0]["next_steps_open"], 1);

    let broken = desk
        .home()
        .join("records/2026/03/2026-03-11-0900-listen-aaaa.md");
    fs::write(broken, "not a record").expect("written");
    let listed = desk.run(&["records"], "");
    assert_eq!(listed.code, 1, "what cannot be read is said");
    assert_eq!(listed.out.lines().count(), 1);
}

#[test]
fn a_record_is_shown_and_what_was_kept_apart_is_not() {
    let desk = with_a_record("/who Joan M\n\" The telly\n~ Pale\n& Not for Carol\n/save\n");
    let shown = desk.run(&["show", "2026-03-10"], "");
    assert_eq!(shown.code, 0);
    assert!(shown.out.contains("The telly") && !shown.out.contains("Carol"));
    assert!(
        shown.err.starts_with("1 note kept apart, in "),
        "{}",
        shown.err
    );
    let short = desk.run(&["show", "2026", "--detail", "short"], "");
    assert!(short.out.contains("The telly") && !short.out.contains("Pale"));
    let copy = desk.run(&["show", "2026", "--copy"], "");
    assert!(
        copy.out.starts_with("# Talking with you, Joan"),
        "{}",
        copy.out
    );
    assert_eq!(copy.err, "");
    assert_eq!(desk.run(&["show", "2026", "--detail", "most"], "").code, 2);
    assert_eq!(desk.run(&["show", "2031"], "").code, 1);
    assert_eq!(desk.run(&["new", "--plain"], "\" Another\n/save\n").code, 0);
    let several = desk.run(&["show", "2026"], "");
    assert_eq!((several.code, several.err.lines().count()), (2, 3));
}

#[test]
fn no_copy_home_beats_the_copy() {
    let desk = with_a_record("/no-copy-home\n\" The telly\n/save\n");
    let copy = desk.run(&["show", "2026", "--copy"], "");
    assert_eq!((copy.code, copy.out.as_str()), (1, ""));
    assert!(copy.err.contains("no copy to the home"), "{}", copy.err);
}

#[test]
fn an_open_conversation_is_shown_without_touching_it() {
    let desk = with_a_record("\" The telly\n& Not for Carol\n");
    let before = fs::read(&desk.drafts()[0]).expect("a journal");
    let shown = desk.run(&["show", "2026"], "");
    assert_eq!(shown.code, 0);
    assert!(shown.err.starts_with("This is an open conversation."));
    assert!(shown.out.contains("The telly") && shown.out.contains("status: \"draft\""));
    assert!(!shown.out.contains("Carol"));
    assert_eq!(before, fs::read(&desk.drafts()[0]).expect("a journal"));
}

#[test]
fn doctor_counts_and_names_nobody() {
    let desk = with_a_record("/who Joan M\n\" The telly\n/save\n");
    let ran = desk.run(&["doctor"], "");
    assert_eq!(ran.code, 0, "{}", ran.out);
    for words in [
        "It can be written.",
        "Records: 1.",
        "Open conversations: 0.",
        "Colours: none.",
    ] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    assert!(!ran.out.contains("Joan") && !ran.out.contains("telly"));
    let fresh = Desk::new();
    assert!(
        fresh
            .run(&["doctor"], "")
            .out
            .contains("made when something is first kept")
    );
    assert!(!fresh.home().exists(), "looking writes nothing");
    fs::write(desk.home().join("config.toml"), "hints = 3\n").expect("written");
    let ran = desk.run(&["doctor"], "");
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("config.toml, line 1"), "{}", ran.out);
}

#[test]
fn keys_man_and_completions_come_from_the_tables() {
    let desk = Desk::new();
    let keys = desk.run(&["keys"], "");
    assert!(
        keys.out.contains("Ctrl+O  F5        Own words"),
        "{}",
        keys.out
    );
    let man = desk.run(&["man"], "");
    for words in [
        ".SH KEYS",
        ".SH MARKS",
        "Undo",
        "/find WORDS",
        ".TH alongside",
    ] {
        assert!(man.out.contains(words), "{words}: {}", man.out);
    }
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = desk.run(&["completions", shell], "");
        assert!(
            script.code == 0 && script.out.contains("carry-on"),
            "{shell}"
        );
    }
    assert_eq!(desk.run(&["completions", "cmd"], "").code, 2);
    assert!(desk.files("").is_empty());
}

//! The right copy for each reader, in a real terminal and from the command line: pastes, letters, kinder words.

use std::{fs, path::PathBuf};

use super::{
    bytes::{self, Sent},
    home::Home,
    piped::{TWENTY_PAST_TWO, piped},
    program::Start,
};

/// A call with a promise on each side, something kept apart, and a word that makes people go hmm.
const CALL: &str = "/me Priya N\n/who Joan Marbury\n\" I used to be out every day.\n! Frightened of the step\n\
    = She needs an assessment of the step\n> I ring Sam tomorrow\n> Joan finds her library card\n\
    & > Ring Derek on Monday about the bruise\n";

fn saved(more: &str) -> (Home, String) {
    let home = Home::new();
    let typed = format!("{CALL}{more}/save\n");
    let output = piped(
        TWENTY_PAST_TWO,
        &home,
        &["new", "listen", "--plain"],
        &typed,
    );
    assert!(output.status.success(), "{output:?}");
    let names = home.records().into_iter();
    let mut names = names.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
    let id = names
        .find(|name| !name.ends_with(".apart"))
        .expect("a record");
    (home, id)
}

/// The text of the one record.
fn record(home: &Home) -> String {
    home.record_texts().remove(0).0
}

fn show(home: &Home, id: &str, args: &[&str]) -> (Option<i32>, String, String) {
    let args = [&["show", id], args].concat();
    let output = piped("2026-03-11T09:10", home, &args, "");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (
        output.status.code(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

/// What the terminal was asked to put on the clipboard.
fn copied(bytes: &[u8]) -> Vec<String> {
    let codes = bytes::sent(bytes).into_iter();
    let of = |sent: Sent| match sent {
        Sent::System(code) => code
            .strip_prefix("52;c;")
            .map(|letters| from_base64(letters.trim_end_matches('\\'))),
        _ => None,
    };
    codes.filter_map(of).collect()
}

fn from_base64(letters: &str) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let place = |letter: u8| LETTERS.iter().position(|known| *known == letter);
    let bits: Vec<usize> = letters.bytes().filter_map(place).collect();
    let bytes = bits.chunks(4).flat_map(|four| {
        let all = four
            .iter()
            .enumerate()
            .fold(0, |all, (at, six)| all | six << (18 - 6 * at));
        let wanted = four.len().saturating_sub(1);
        [all >> 16, all >> 8, all]
            .map(|byte| (byte & 0xFF) as u8)
            .into_iter()
            .take(wanted)
    });
    String::from_utf8(bytes.collect()).expect("text")
}

fn copies(home: &Home) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(home.path().join("copies")) else {
        return vec![];
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

#[test]
fn a_terminal_is_asked_for_the_clipboard_and_the_path_is_said() {
    let home = Home::new();
    let mut program = Start::in_home(&home).args(&["new", "listen"]).open();
    program.enter("! Frightened of the step");
    program.enter("& He hits her");
    program.enter("/copy");
    program.see("Copied, not saved as a record yet");
    program.see("conversations");
    program.enter("/copy worries");
    program.see("Copied \"What worries");
    program.enter("/no-copy-home");
    program.enter("/copy");
    program.see("Marked: no copy to the home. Copied");
    let (_, bytes) = program.close();
    let copied = copied(&bytes);
    assert_eq!(copied.len(), 3, "{copied:?}");
    assert!(
        copied[0].starts_with("Talking with you\n") && copied[0].contains("Frightened of the step"),
        "{copied:?}"
    );
    assert!(copied[1].starts_with("What worries"), "{copied:?}");
    assert!(
        copied.iter().all(|words| !words.contains("hits her")),
        "{copied:?}"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_program_for_the_clipboard_gets_the_words_on_its_input_and_one_that_hangs_stops_no_key() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    let folder = tempfile::tempdir().expect("a folder");
    let program = |script: &str| {
        let path = folder.path().join("xclip");
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("may run");
    };
    let got = folder.path().join("got");
    program(&format!(
        "/bin/cat > '{0}.part'; /bin/mv '{0}.part' '{0}'",
        got.display()
    ));
    let path = folder.path().to_str().expect("text");
    let mut running = Start::in_home(&home)
        .args(&["new", "listen"])
        .env("DISPLAY", ":0")
        .env("PATH", path)
        .open();
    running.enter("! Frightened of the step");
    running.enter("/copy");
    running.see("Copied, not saved");
    running.wait("the program has the words", |_| got.exists());
    assert!(
        fs::read_to_string(&got)
            .expect("text")
            .contains("Frightened of the step")
    );
    program("exec /bin/sleep 60");
    running.enter("/copy");
    running.enter("and she waved");
    running.see("and she waved");
    let (status, _) = running.close();
    assert!(status.success(), "{status:?}");
}

#[test]
fn a_letter_is_written_for_them_alone_under_a_name_that_is_nobodys() {
    let home = Home::new();
    let mut program = Start::in_home(&home).args(&["new", "listen"]).open();
    program.enter("/who Joan Marbury");
    program.enter("! Frightened of the step");
    program.enter("& He hits her");
    program.press("Ctrl+R");
    program.see("Read back");
    program.enter("/letter");
    program.see("prints at 18 point");
    program.write("1");
    program.see("The letter: ");
    program.enter("/letter page");
    program.see("The page: ");
    program.press("Ctrl+S");
    program.see("Save and finish");
    program.write("1");
    program.see("Saved.");
    program.enter("/letter text");
    program.see("The letter: ");
    program.enter("/copy-given by hand");
    program.see("Noted in the record: their copy, by hand.");
    program.kill();
    let copies = copies(&home);
    let ends: Vec<String> = copies
        .iter()
        .map(|path| {
            path.to_string_lossy()
                .rsplit('-')
                .next()
                .unwrap_or_default()
                .to_owned()
        })
        .collect();
    assert_eq!(copies.len(), 3, "{copies:?}");
    assert!(
        ends.iter().any(|end| end == "2.txt"),
        "none is written over: {ends:?}"
    );
    for path in &copies {
        assert!(!path.to_string_lossy().contains("Joan"), "{path:?}");
        let text = fs::read_to_string(path).expect("text");
        assert!(
            text.contains("Joan Marbury") && text.contains("Frightened"),
            "{text}"
        );
        assert!(!text.contains("hits her"), "{text}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = path.metadata().expect("is there").permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{path:?}");
        }
    }
    let record = record(&home);
    assert!(record.contains("copy: \"by hand, 2026-03-10\""), "{record}");
    assert!(
        record.contains("## Added since\n\n- Your copy: by hand."),
        "{record}"
    );
}

#[test]
fn from_the_command_line_it_is_printed_or_written_and_never_over_another_unasked() {
    let (home, id) = saved("");
    let (code, letter, _) = show(&home, &id, &["--copy", "--as", "text"]);
    assert_eq!(code, Some(0));
    assert!(
        letter.starts_with("To Joan Marbury\nWednesday 11 March 2026\n"),
        "{letter}"
    );
    assert!(
        letter.contains("  I will:\n") && letter.contains("  You will:\n"),
        "{letter}"
    );
    assert!(!letter.contains("Derek"), "{letter}");
    let (_, markdown, _) = show(&home, &id, &["--copy"]);
    assert!(
        markdown.starts_with("# Talking with you, Joan"),
        "{markdown}"
    );
    let file = home.path().join("joan.html");
    let path = file.to_str().expect("text");
    let to = ["--copy", "--as", "html", "--to", path];
    assert_eq!(show(&home, &id, &to).0, Some(0));
    let page = fs::read_to_string(&file).expect("written");
    assert!(
        page.starts_with("<!doctype html>") && !page.contains("Derek"),
        "{page}"
    );
    fs::write(&file, "theirs").expect("written");
    let (code, _, said) = show(&home, &id, &to);
    assert_eq!(code, Some(3));
    assert!(said.contains("--replace"), "{said}");
    assert_eq!(fs::read_to_string(&file).expect("text"), "theirs");
    let replace = [&to[..], &["--replace"]].concat();
    assert_eq!(show(&home, &id, &replace).0, Some(0));
    assert_eq!(fs::read_to_string(&file).expect("text"), page);
    let (code, _, said) = show(&home, &id, &["--copy", "--as", "pdf"]);
    assert_eq!(
        (code, said.contains("text, html or markdown")),
        (Some(2), true),
        "{said}"
    );
}

#[test]
fn how_it_was_given_is_logged_in_the_record_with_who_and_when() {
    let (home, id) = saved("");
    let given = ["--copy", "--as", "text", "--given", "large print, by post"];
    let (code, _, said) = show(&home, &id, &given);
    assert_eq!(code, Some(0), "{said}");
    let record = record(&home);
    assert!(record.contains("status: \"amended\""), "{record}");
    assert!(
        record.contains("copy: \"large print, by post, 2026-03-11\""),
        "{record}"
    );
    assert!(
        record.contains("- Your copy: large print, by post. *(Priya N, Wed 11 March 2026, 09:10)*"),
        "{record}"
    );
    let (_, letter, _) = show(&home, &id, &["--copy", "--as", "text"]);
    assert!(
        letter.contains("Your copy: large print, by post."),
        "{letter}"
    );
}

#[test]
fn a_marked_record_makes_no_copy_in_any_form_until_it_is_said_where_else() {
    let (home, id) = saved("/no-copy-home\n");
    let file = home.path().join("letter.txt");
    let path = file.to_str().expect("text");
    for form in ["markdown", "text", "html"] {
        for more in [
            &[][..],
            &["--to", path][..],
            &["--given", "by post"][..],
            &["--not-home", " "][..],
        ] {
            let args = [&["--copy", "--as", form], more].concat();
            let (code, out, said) = show(&home, &id, &args);
            assert_eq!((code, out.as_str()), (Some(1), ""), "{args:?}: {said}");
            assert!(
                said.contains("no copy to the home") && said.contains("--not-home"),
                "{said}"
            );
        }
    }
    assert!(!file.exists());
    assert!(!record(&home).contains("Your copy"), "nothing was given");
    let away = [
        "--copy",
        "--as",
        "text",
        "--not-home",
        "at the library",
        "--given",
        "by hand",
    ];
    let (code, letter, said) = show(&home, &id, &away);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        letter.starts_with("To Joan Marbury") && !letter.contains("Derek"),
        "{letter}"
    );
    assert!(said.contains("Marked: no copy to the home."), "{said}");
    assert!(record(&home).contains("Your copy: by hand, at the library."));
}

#[test]
fn what_is_said_of_the_home_in_one_talk_holds_for_every_record_of_theirs() {
    let (home, id) = saved("");
    assert_eq!(show(&home, &id, &["--copy"]).0, Some(0));
    let later = "/who joan  MARBURY\n\" He reads my post\n/no-copy-home\n/save\n";
    let new = ["new", "listen", "--plain"];
    assert!(
        piped("2026-03-12T10:00", &home, &new, later)
            .status
            .success()
    );
    for form in ["markdown", "text", "html"] {
        let (code, out, said) = show(&home, &id, &["--copy", "--as", form]);
        assert_eq!((code, out.as_str()), (Some(1), ""), "{said}");
        assert!(
            said.contains("Marked in their records: no copy to the home."),
            "{said}"
        );
    }
    let away = ["--copy", "--as", "text", "--not-home", "at the library"];
    assert_eq!(show(&home, &id, &away).0, Some(0));
    assert_eq!(
        show(&home, &id, &[]).0,
        Some(0),
        "the worker reads it as ever"
    );
    let mut program = Start::in_home(&home).args(&[]).open();
    program.enter("/records joan");
    program.see("Finished records");
    program.press("Down");
    program.press("Enter");
    program.see("Read it");
    program.press("1");
    program.see("Frightened of the step");
    program.press("Esc");
    program.enter("/letter text");
    program.see("no copy to the home");
    assert!(!home.path().join("copies").exists());
}

#[test]
fn line_by_line_it_is_the_same() {
    let home = Home::new();
    let typed = format!(
        "{CALL}/copy\n/read-back\n/words\n/letter text\n/words off\n/read-back\n/save\n/letter page\n"
    );
    let output = piped(
        TWENTY_PAST_TWO,
        &home,
        &["new", "listen", "--plain"],
        &typed,
    );
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    for words in [
        "Nothing here can copy. alongside show 2026-03-10-1420-listen-",
        "\"assessment\": perhaps conversation, or say what it was.",
        "Words that make you go hmm are off.",
        "The letter: ",
        "The page: ",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert_eq!(
        said.matches(", \"assessment\": perhaps").count(),
        1,
        "off is off: {said}"
    );
    assert!(!said.contains('\x1b'), "no code is sent");
    assert_eq!(copies(&home).len(), 2);
    assert!(
        record(&home).contains("She needs an assessment"),
        "nothing is replaced"
    );
    assert!(
        fs::read_to_string(home.path().join("config.toml"))
            .expect("kept")
            .contains("words = false")
    );
}

#[test]
fn a_teams_own_words_are_looked_for_and_a_slip_in_them_is_said() {
    let home = Home::new();
    let local = "[[words]]\nword = 'bed blocker'\ninstead = 'somebody waiting to go home'\n[[words]]\nword = 'assessment'\n[[words]]\nwrod = 'x'\n";
    fs::write(home.path().join("local.toml"), local).expect("written");
    let typed =
        "A bed blocker, the ward said of him\n= Needs an assessment\n/everything\n/read-back\n";
    let output = piped(TWENTY_PAST_TWO, &home, &["new", "listen", "--plain"], typed);
    let said = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("1, \"bed blocker\": perhaps somebody waiting to go home."),
        "{said}"
    );
    assert!(!said.contains("\"assessment\": perhaps"), "{said}");
    assert!(
        said.contains("local.toml") && said.contains("`word`"),
        "{said}"
    );
}

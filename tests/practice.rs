//! `alongside practice`, as a trainer meets it: what is listed, what each pair of eyes may see, what is checked, and
//! where a scenario of one's own goes.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use tempfile::TempDir;

const NOT_REAL: &str = "Practice   Not real";

/// A folder to work in, with a home inside it.
fn room() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn ran(room: &TempDir, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_alongside"))
        .arg("practice")
        .args(args)
        .current_dir(room.path())
        .env_clear()
        .env("ALONGSIDE_HOME", room.path().join("home"))
        .output()
        .expect("it runs")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("text")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("text")
}

/// What it prints when all is well.
fn printed(room: &TempDir, args: &[&str]) -> String {
    let output = ran(room, args);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", err(&output));
    out(&output)
}

fn team_scenario(room: &TempDir, name: &str, text: &str) {
    let folder = room.path().join("home/practice/scenarios");
    fs::create_dir_all(&folder).expect("made");
    fs::write(folder.join(name), text).expect("written");
}

#[test]
fn the_list_says_not_real_first_and_has_twelve() {
    let room = room();
    let list = printed(&room, &["list"]);
    let mut lines = list.lines();
    assert_eq!(lines.next(), Some(NOT_REAL));
    assert_eq!(lines.clone().count(), 12, "{list}");
    let first = lines.next().unwrap_or_default();
    for part in [
        "only-about-the-bath",
        "Listen and connect",
        "10 min",
        "gentle",
    ] {
        assert!(first.contains(part), "{first}");
    }
    assert!(
        !room.path().join("home").exists(),
        "looking wrote something"
    );
}

#[test]
fn the_listeners_page_gives_nothing_away() {
    let page = printed(&room(), &["show", "only-about-the-bath"]);
    assert!(page.starts_with(NOT_REAL) && page.contains("asks for a bath seat"));
    for secret in ["lino", "choir", "conductor", "tins", "Traps", "TRAPS"] {
        assert!(!page.contains(secret), "{secret} in\n{page}");
    }
}

#[test]
fn a_card_as_it_reads_on_a_phone() {
    let card = printed(&room(), &["show", "only-about-the-bath", "--actor"]);
    insta::assert_snapshot!("card", card);
}

#[test]
fn a_card_as_it_is_printed() {
    let args = ["show", "only-about-the-bath", "--actor", "--as", "html"];
    insta::assert_snapshot!("card-html", printed(&room(), &args));
}

#[test]
fn everything_as_the_trainer_reads_it() {
    let all = printed(&room(), &["show", "my-own-front-door", "--trainer"]);
    insta::assert_snapshot!("trainer", all);
}

#[test]
fn with_several_actors_each_has_a_card_alone() {
    let room = room();
    let asked = ran(&room, &["show", "my-own-front-door", "--actor"]);
    assert_eq!((asked.status.code(), out(&asked)), (Some(2), String::new()));
    assert!(
        err(&asked).contains("--actor 3   Bilal Sheikh"),
        "{}",
        err(&asked)
    );
    let card = printed(&room, &["show", "my-own-front-door", "--actor", "3"]);
    assert!(
        card.contains("Leeds") && !card.contains("Charity shop"),
        "{card}"
    );
    for none in ["0", "4", "18446744073709551615"] {
        let output = ran(&room, &["show", "my-own-front-door", "--actor", none]);
        assert_eq!(output.status.code(), Some(2), "{none}");
    }
}

#[test]
fn an_id_nobody_has_is_said() {
    let output = ran(&room(), &["show", "the-bath"]);
    assert_eq!(
        (output.status.code(), out(&output)),
        (Some(2), String::new())
    );
    assert!(err(&output).contains("alongside practice list"));
}

#[test]
fn a_scenario_of_ones_own_is_begun_checked_listed_and_shown() {
    let room = room();
    let begun = printed(&room, &["new", "Spare Key.toml"]);
    assert_eq!(begun, format!("{NOT_REAL}\nSpare Key.toml\n"));
    let text = fs::read_to_string(room.path().join("Spare Key.toml")).expect("there");
    assert_eq!(text.lines().next(), Some("# Practice   Not real"));
    let checked = printed(&room, &["check", "Spare Key.toml"]);
    assert_eq!(checked, format!("{NOT_REAL}\nNo problems in 1 scenario.\n"));
    assert_eq!(
        ran(&room, &["new", "Spare Key.toml"]).status.code(),
        Some(3)
    );

    team_scenario(&room, "key.toml", &text);
    let list = printed(&room, &["list"]);
    let last = list.lines().last().unwrap_or_default();
    assert!(
        last.starts_with("spare-key ") && last.ends_with("(key.toml)"),
        "{list}"
    );
    assert!(printed(&room, &["show", "spare-key", "--actor"]).contains("sweet shop"));
}

#[test]
fn every_problem_of_a_file_is_said_with_its_place() {
    let room = room();
    let text = alongside::practice::starter("a", "A")
        .replace("[\"open-question\", \"wait\"]", "[\"wiat\"]")
        .replace("minutes = 12", "minutes = \"12\"");
    fs::write(room.path().join("a.toml"), text).expect("written");
    let output = ran(&room, &["check", "a.toml"]);
    assert_eq!(output.status.code(), Some(1));
    let said = out(&output);
    for part in [
        "a.toml:10:11\n",
        "There is no move `wiat`.",
        "help: Did you mean `wait`?",
        "of 1 scenario: ",
    ] {
        assert!(said.contains(part), "{part} not in\n{said}");
    }
    let json = out(&ran(&room, &["check", "a.toml", "--json"]));
    let found: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(
        (&found[0]["line"], &found[0]["column"]),
        (&10.into(), &11.into())
    );
    assert_eq!(
        ran(&room, &["check", "nothing.toml"]).status.code(),
        Some(2)
    );
}

#[test]
fn a_broken_team_scenario_is_said_and_ours_stands_in() {
    let room = room();
    team_scenario(
        &room,
        "bath.toml",
        "format = 1\nid = \"only-about-the-bath\"\nkind =\n",
    );
    let output = ran(&room, &["list"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(out(&output).contains("It's only about the bath"));
    let said = err(&output);
    assert!(said.contains("The scenario file bath.toml: line"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_home_is_not_followed() {
    let room = room();
    let text = alongside::practice::starter("secret", "Secret");
    fs::write(room.path().join("outside.toml"), text).expect("written");
    let folder = room.path().join("home/practice/scenarios");
    fs::create_dir_all(&folder).expect("made");
    std::os::unix::fs::symlink(room.path().join("outside.toml"), folder.join("a.toml"))
        .expect("linked");
    let output = ran(&room, &["list"]);
    assert!(!out(&output).contains("Secret") && !err(&output).is_empty());
}

#[test]
fn nothing_a_file_says_steers_the_terminal() {
    let room = room();
    let bad = "\\u001b]2;x\\u0007\\u202e";
    let text = alongside::practice::starter("a", "A");
    team_scenario(
        &room,
        "a.toml",
        &text.replace("\"A\"", &format!("\"A{bad}\"")),
    );
    team_scenario(&room, "b\u{202e}.toml", &text.replace("\"a\"", "\"b\""));
    for args in [
        vec!["list"],
        vec!["show", "b", "--trainer"],
        vec!["show", "\u{202e}"],
    ] {
        let output = ran(&room, &args);
        let all = out(&output) + &err(&output);
        let acts = |c: char| c != '\n' && alongside::text::acts(c);
        assert!(!all.contains(acts), "{all:?}");
    }
}

#[test]
fn the_files_of_the_scenarios_have_their_ids_for_names() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/scenarios");
    let list = printed(&room(), &["list"]);
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("can be listed").path();
        if path.extension().is_some_and(|end| end == "toml") {
            let name = path
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            assert!(
                list.contains(&format!("\n{name} ")),
                "{name} is not compiled in"
            );
            count += 1;
        }
    }
    assert_eq!(count, 12);
}

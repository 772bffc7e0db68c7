//! What `alongside guide` prints, and the code it ends with.

use std::fs;
use std::path::Path;

use annotate_snippets::Renderer;

use super::*;
use crate::cli::{COULD_NOT_WRITE, PROBLEMS};
use crate::guide::starter;
use crate::store::TeamFolder;
use crate::text::acts;

/// The exit code, and what went to standard output and standard error.
fn ran(command: &GuideCommand, team_dir: Option<&Path>) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let files = team_dir.map_or_else(Vec::new, |dir| TeamFolder::of(dir, dir).files);
    let team: Vec<TeamFile> = files
        .into_iter()
        .map(|(name, text)| TeamFile { name, text })
        .collect();
    let code = run_with(command, &team, &Renderer::plain(), &mut out, &mut err);
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (code.unwrap_or(u8::MAX), text(out), text(err))
}

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap_or_else(|error| panic!("{error}"));
    }
    folder
}

fn checking(folder: &tempfile::TempDir, json: bool) -> GuideCommand {
    GuideCommand::Check {
        paths: vec![folder.path().to_owned()],
        json,
    }
}

#[test]
fn a_problem_is_drawn_with_its_line_a_caret_and_a_hint() {
    let text = starter("a", "A").replace(
        "title = \"What matters\"",
        "title = \"日本 🏡\"\nlisten_fro = [\"x\"]",
    );
    let folder = folder(&[("a.toml", &text)]);
    let (code, out, _) = ran(&checking(&folder, false), None);
    assert_eq!(code, DONE);
    for part in [
        "warning: `listen_fro` is not a key of this topic.",
        "a.toml:18:1\n",
        "18 | listen_fro = [\"x\"]",
        "| ^^^^^^^^^^",
        "help: Did you mean `listen_for`?",
    ] {
        assert!(out.contains(part), "{part} is not in\n{out}");
    }
    assert!(
        out.ends_with("1 problem in 1 of 1 guide: 0 errors, 1 warning.\n"),
        "{out}"
    );
}

#[test]
fn columns_count_characters_in_print_and_in_json() {
    let text = starter("a", "A").replace("gentler = [", "gentler = [\"日本語 🏡 Tŷ Gŵyr\", 7, ");
    let folder = folder(&[("a.toml", &text)]);
    let (code, out, _) = ran(&checking(&folder, false), None);
    assert_eq!(code, PROBLEMS);
    assert!(out.contains("a.toml:23:29\n"), "{out}");
    let (code, json, _) = ran(&checking(&folder, true), None);
    assert_eq!(code, PROBLEMS);
    let found: serde_json::Value = serde_json::from_str(&json).unwrap_or_default();
    assert_eq!(
        (&found[0]["line"], &found[0]["column"]),
        (&23.into(), &29.into())
    );
    assert_eq!(found[0]["severity"], "error");
    assert_eq!(found[0].get("end_line"), None);
}

#[test]
fn no_file_can_steer_the_terminal() {
    let text = starter("a", "A").replace(
        "\"Leave a pause here.\"",
        "\"\u{1b}[2J \u{9b}31m\u{202e}\" \"\\u001b\"",
    );
    let folder = folder(&[("a.toml", &text)]);
    let (code, out, _) = ran(&checking(&folder, false), None);
    assert_eq!(code, PROBLEMS);
    assert!(
        !out.contains(|letter: char| acts(letter) && letter != '\n'),
        "{out:?}"
    );
}

#[test]
fn a_file_that_is_not_text_is_one_problem() {
    let folder = folder(&[]);
    let file = folder.path().join("a.toml");
    assert!(fs::write(&file, b"format = 1\nid = \"\xff\"").is_ok());
    let (code, out, _) = ran(&checking(&folder, false), None);
    assert_eq!(code, PROBLEMS);
    assert!(
        out.contains("not UTF-8") && out.contains("a.toml:2:7\n"),
        "{out}"
    );
}

#[test]
fn a_new_guide_is_clean_and_overwrites_nothing() {
    let folder = folder(&[]);
    let path = folder.path().join("Moving House.toml");
    let new = GuideCommand::New { path, title: None };
    assert_eq!(ran(&new, None).0, DONE);
    let (code, out, _) = ran(&checking(&folder, false), None);
    assert_eq!((code, out.as_str()), (DONE, "No problems in 1 guide.\n"));
    let (code, _, err) = ran(&new, None);
    assert_eq!(code, COULD_NOT_WRITE);
    assert!(
        err.contains("is there already. Nothing was changed."),
        "{err}"
    );
}

#[test]
fn files_given_together_can_borrow_from_each_other_and_from_the_team() {
    let borrower = |id: &str, from: &str| {
        starter(id, "A").replace("listen-and-connect/have-i-got-you-right", from)
    };
    let team = folder(&[(
        "t.toml",
        &starter("t", "T").replace("\"what-matters\"\ntitle", "\"theirs\"\ntitle"),
    )]);
    let given = folder(&[
        ("a.toml", &borrower("a", "b/theirs")),
        ("b.toml", &borrower("b", "t/theirs")),
    ]);
    let (code, out, _) = ran(&checking(&given, false), Some(team.path()));
    assert_eq!((code, out.as_str()), (DONE, "No problems in 2 guides.\n"));
    assert_eq!(ran(&checking(&given, false), None).0, PROBLEMS);
}

#[test]
fn list_and_show_are_plain_text() {
    let (code, out, err) = ran(&GuideCommand::List, None);
    assert_eq!((code, out.lines().count(), err.as_str()), (DONE, 11, ""));
    let (code, out, _) = ran(
        &GuideCommand::Show {
            id: "crisis".to_owned(),
        },
        None,
    );
    assert_eq!(code, DONE);
    assert!(
        out.starts_with("Crisis\n") && out.contains("\nJust listening (#just-listening)\n"),
        "{out}"
    );
    assert_eq!(
        ran(
            &GuideCommand::Show {
                id: "crisi".to_owned()
            },
            None
        )
        .0,
        NOT_UNDERSTOOD
    );
}

//! Baselines and figures from elsewhere as people bring them: what is said of files with faults in them, the examples, and
//! the commands that check and keep them.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use alongside::evidence::{brought::What, file, measure::Figure};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a folder with one of these endings, by name.
fn files(folder: &str, ends: &[&str]) -> Vec<(String, String)> {
    let mut paths: Vec<PathBuf> = fs::read_dir(root().join(folder))
        .expect("a folder")
        .map(|entry| entry.expect("can be listed").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|end| ends.iter().any(|one| end == *one))
        })
        .collect();
    paths.sort();
    let read = paths.into_iter().map(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        (name.into_owned(), fs::read_to_string(&path).expect("text"))
    });
    read.collect()
}

#[test]
fn every_problem_is_said_where_it_is_and_nothing_else_is() {
    let broken = files("tests/before/broken", &["toml", "csv"]);
    assert!(broken.len() > 10);
    let mut said = String::new();
    for (name, text) in broken {
        said.push_str(&format!("{name}\n"));
        for problem in file::check(&text, &name).problems {
            let place = problem.place(&text);
            let hint = problem
                .hint
                .map(|hint| format!("\n        {hint}"))
                .unwrap_or_default();
            said.push_str(&format!(
                "  {}:{} {:?}: {}{hint}\n",
                place.line, place.column, problem.severity, problem.message
            ));
        }
    }
    insta::assert_snapshot!(said);
}

#[test]
fn each_broken_file_with_room_for_it_says_in_its_first_line_what_is_wrong() {
    for (name, text) in files("tests/before/broken", &["toml"]) {
        assert!(text.starts_with("# Wrong here: "), "{name}");
    }
}

#[test]
fn every_example_has_no_problem_and_the_page_beside_them_names_all_there_is() {
    let examples = files("examples/baselines", &["toml", "csv"]);
    assert_eq!(examples.len(), 4);
    for (name, text) in examples {
        assert_eq!(file::check(&text, &name).problems, [], "{name}");
    }
    let page = fs::read_to_string(root().join("examples/baselines/README.md")).expect("text");
    let figures = Figure::ALL.map(Figure::name).into_iter();
    for name in figures.chain(What::ALL.map(What::name)) {
        assert!(page.contains(&format!("`{name}`")), "{name}");
    }
}

/// A home, and what a command says in it: its exit code, what it printed, and the talk.
struct At(tempfile::TempDir);

impl At {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn home(&self) -> PathBuf {
        self.0.path().join("home")
    }

    fn says(&self, args: &[&str], typed: &str) -> (Option<i32>, String, String) {
        let mut child = Command::new(env!("CARGO_BIN_EXE_alongside"))
            .args(args)
            .env("ALONGSIDE_HOME", self.home())
            .env("ALONGSIDE_NOW", "2026-04-10T10:00:00+01:00")
            .env("NO_COLOR", "1")
            .current_dir(root())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("started");
        let mut stdin = child.stdin.take().expect("piped");
        stdin.write_all(typed.as_bytes()).expect("taken");
        drop(stdin);
        let output = child.wait_with_output().expect("ended");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (
            output.status.code(),
            text(&output.stdout),
            text(&output.stderr),
        )
    }
}

#[test]
fn a_file_is_checked_with_a_caret_under_each_problem() {
    let at = At::new();
    let (code, printed, _) = at.says(
        &["evidence", "check", "tests/before/broken/amounts.toml"],
        "",
    );
    assert_eq!(code, Some(1));
    assert!(
        printed.contains("--> tests/before/broken/amounts.toml:10:9"),
        "{printed}"
    );
    assert!(printed.contains("         ^^\n"), "{printed}");
    let (code, printed, _) = at.says(
        &[
            "evidence",
            "check",
            "nowhere.csv",
            "tests/before/broken/amounts.toml",
            "examples/evidence/feedback.csv",
        ],
        "",
    );
    assert_eq!(code, Some(2));
    assert!(printed.contains("There is no file or folder of this name."));
    assert!(printed.contains("--> nowhere.csv:1:1"), "{printed}");
    assert!(printed.contains("in 2 of 3 files"), "{printed}");
    let (code, printed, _) = at.says(&["evidence", "check", "examples/baselines", "--json"], "");
    assert_eq!((code, printed.as_str()), (Some(0), "[]\n"));
    let (code, printed, _) = at.says(
        &[
            "evidence",
            "check",
            "examples/baselines/rows.csv",
            "examples/baselines/north-team.toml",
        ],
        "",
    );
    assert_eq!(
        (code, printed.as_str()),
        (Some(0), "No problems in 2 files.\n")
    );
    assert!(!at.home().exists());
}

#[test]
fn what_is_imported_stands_beside_every_report_and_is_never_there_twice() {
    let at = At::new();
    let north = "examples/baselines/north-team.toml";
    let elsewhere = "examples/baselines/from-elsewhere.csv";
    let (code, printed, _) = at.says(&["evidence", "import", north, elsewhere], "");
    assert_eq!(code, Some(0));
    assert!(
        printed.contains("baselines/2025-06-16-to-2025-09-07.toml"),
        "{printed}"
    );
    assert!(
        printed.contains("brought/2026-01-01-to-2026-03-31.csv"),
        "{printed}"
    );
    let (code, printed, talk) = at.says(&["evidence", "import", north, elsewhere], "");
    assert_eq!((code, printed.as_str()), (Some(0), ""));
    assert_eq!(
        talk.matches("says what is kept already").count(),
        2,
        "{talk}"
    );

    let other = at.0.path().join("other.toml");
    let text = fs::read_to_string(root().join(north)).expect("text");
    fs::write(&other, text.replace("count = 31", "count = 32")).expect("written");
    let (code, _, talk) = at.says(&["evidence", "import", &other.to_string_lossy()], "");
    assert_eq!(code, Some(1));
    assert!(
        talk.contains("there is a baseline called \"North team"),
        "{talk}"
    );
    let kept = fs::read_dir(at.home().join("evidence/baselines")).expect("a folder");
    assert_eq!(kept.count(), 1);
}

#[test]
fn a_list_of_answers_that_grew_is_imported_again_and_only_its_new_rows_are_kept() {
    let at = At::new();
    let list = at.0.path().join("staff.csv");
    let rows =
        "on;asked;asked_by;q1\n2026-03-01;staff;A volunteer;Yes\n2026-03-02;staff;A volunteer;No\n";
    fs::write(&list, rows).expect("written");
    let list_name = list.to_string_lossy();
    let args = ["evidence", "import", &*list_name];
    assert_eq!(at.says(&args, "").0, Some(0));
    fs::write(
        &list,
        format!("{rows}03/03/2026;staff;A volunteer;Partly\n"),
    )
    .expect("written");
    let (code, printed, talk) = at.says(&args, "");
    assert_eq!(code, Some(0), "{talk}");
    assert!(
        talk.contains("lines 2, 3 are kept already. 1 new row is kept."),
        "{talk}"
    );
    assert!(printed.contains("feedback/"), "{printed}");
    let kept = fs::read_dir(at.home().join("evidence/feedback")).expect("a folder");
    let kept: String = kept
        .flatten()
        .map(|entry| fs::read_to_string(entry.path()).expect("text"))
        .collect();
    assert_eq!(kept.matches("2026-03-01").count(), 1, "{kept}");
    assert_eq!(kept.matches("2026-03-03").count(), 1, "{kept}");
    let (_, _, talk) = at.says(&args, "");
    assert!(talk.contains("says what is kept already"), "{talk}");
}

#[test]
fn rows_that_are_kept_already_stay_and_the_new_ones_beside_them_are_taken() {
    let at = At::new();
    let list = at.0.path().join("elsewhere.csv");
    let name = list.to_string_lossy().into_owned();
    let args = ["evidence", "import", &name];
    let head = "what;from;to;count;counted_by\n";
    let january = "complaints;2026-01-01;2026-01-31;3;Ann\n";
    let february = "complaints;2026-02-01;2026-02-28;4;Ann\n";
    fs::write(&list, format!("{head}{january}")).expect("written");
    assert_eq!(at.says(&args, "").0, Some(0));

    fs::write(&list, format!("{head}{january}{february}")).expect("written");
    let (code, _, talk) = at.says(&args, "");
    assert_eq!(code, Some(0), "{talk}");
    let says = "line 2 is kept already. 1 new row is kept.";
    assert!(talk.contains(says), "{talk}");

    let other = january.replace(";3;", ";5;");
    let march = "complaints;2026-03-01;2026-03-31;1;Ann\n";
    fs::write(&list, format!("{head}{other}{march}")).expect("written");
    let (code, _, talk) = at.says(&args, "");
    assert_eq!(code, Some(1), "{talk}");
    assert!(talk.contains("line 2: complaints is kept"), "{talk}");
    let kept = fs::read_dir(at.home().join("evidence/brought")).expect("a folder");
    let kept: String = kept
        .flatten()
        .map(|entry| fs::read_to_string(entry.path()).expect("text"))
        .collect();
    for (row, times) in [(january, 1), (february, 1), (march, 1), (&*other, 0)] {
        assert_eq!(kept.matches(row).count(), times, "{row}{kept}");
    }
}

#[test]
fn what_is_kept_is_removed_after_one_question_and_nothing_else_is() {
    let at = At::new();
    let none = at.says(&["evidence", "remove"], "");
    assert!(none.2.contains("No baselines"), "{}", none.2);
    let north = "examples/baselines/north-team.toml";
    let elsewhere = "examples/baselines/from-elsewhere.csv";
    at.says(&["evidence", "import", north, elsewhere], "");
    let (_, printed, _) = at.says(&["evidence", "remove"], "");
    assert_eq!(
        printed.lines().next(),
        Some("baselines/2025-06-16-to-2025-09-07.toml  Baseline: North team, the 12 weeks before")
    );
    assert!(printed.contains("brought/2026-01-01-to-2026-03-31.csv  From elsewhere: "));
    let args = ["evidence", "remove", "North team, the 12 weeks before"];
    for no in ["n\n", "", "yesterday\n"] {
        let (code, _, talk) = at.says(&args, no);
        assert_eq!(code, Some(1), "{talk}");
        assert!(talk.contains("Remove it? y or n") && talk.contains("Nothing has changed."));
    }
    let (code, _, talk) = at.says(&args, "y\n");
    assert_eq!(code, Some(0), "{talk}");
    assert!(talk.contains("Reports are not set against it"), "{talk}");
    assert!(talk.contains("Removed: baselines/2025-06-16"), "{talk}");
    let (code, _, talk) = at.says(&args, "y\n");
    assert_eq!(code, Some(1), "{talk}");
    assert!(talk.contains("Nothing that is kept is called"), "{talk}");
    let args = ["evidence", "remove", "2026-01-01-to-2026-03-31.csv"];
    assert_eq!(at.says(&args, "yes\n").0, Some(0));
    for folder in ["baselines", "brought"] {
        let left = fs::read_dir(at.home().join("evidence").join(folder)).expect("a folder");
        assert_eq!(left.count(), 0);
    }
    assert_eq!(at.says(&["evidence", "remove", ""], "y\n").0, Some(1));
}

#[test]
fn nothing_is_kept_of_a_file_with_a_problem_nor_of_those_beside_it() {
    let at = At::new();
    let files = [
        "examples/baselines/rows.csv",
        "tests/before/broken/amounts.toml",
    ];
    let (code, _, talk) = at.says(&["evidence", "import", files[0], files[1]], "");
    assert_eq!(code, Some(1));
    assert!(talk.contains("Nothing was kept."), "{talk}");
    assert!(!at.home().exists());
}

#[test]
fn a_report_is_set_against_a_baseline_that_is_given_or_says_why_not() {
    let at = At::new();
    let ask = |file: &str| {
        at.says(
            &[
                "evidence",
                "--from",
                "1 jan 2026",
                "--to",
                "31 mar 2026",
                "--baseline",
                file,
            ],
            "",
        )
    };
    let (code, printed, talk) = ask("examples/baselines/north-team.toml");
    assert_eq!(code, Some(0), "{talk}");
    assert!(
        printed.contains("North team, the 12 weeks before"),
        "{printed}"
    );
    let (code, printed, talk) = ask("tests/before/broken/days.toml");
    assert_eq!((code, printed.as_str()), (Some(1), ""));
    assert!(
        talk.contains("should be a day") && talk.contains("No report was made."),
        "{talk}"
    );
    let (code, _, talk) = ask("examples/baselines/from-elsewhere.csv");
    assert_eq!(code, Some(2), "{talk}");
}

#[test]
fn a_baseline_is_made_on_the_line_by_answering_and_a_wrong_answer_is_asked_again() {
    let at = At::new();
    let answers =
        "East team\n1 jan 2025\nsoon\n31 mar 2025\nM. Hale\n\n\n?\nCrisis\n31 of 12\n3 of 12\n\n\n";
    let (code, printed, talk) = at.says(&["evidence", "baseline"], answers);
    assert_eq!(code, Some(0), "{talk}");
    assert!(
        printed.contains("2025-01-01-to-2025-03-31.toml"),
        "{printed}"
    );
    assert!(talk.contains("soon is not a day."), "{talk}");
    assert!(talk.contains("  talk-within-3-days"), "{talk}");
    let path = at
        .home()
        .join("evidence/baselines/2025-01-01-to-2025-03-31.toml");
    let text = fs::read_to_string(path).expect("kept");
    assert!(
        text.contains("counted_by = \"M. Hale\"") && text.contains("count = 3\nof = 12"),
        "{text}"
    );
    assert_eq!(file::check(&text, "a.toml").problems, []);

    let (code, _, talk) = at.says(
        &["evidence", "baseline"],
        "East team\nWest team\n1 jan 2025\n",
    );
    assert_eq!(code, Some(1));
    assert!(talk.contains("Another baseline is called so."), "{talk}");
    assert!(talk.contains("Nothing was kept."), "{talk}");
}

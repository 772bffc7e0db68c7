//! What is kept beside the records, read back: what is used, what is not, and why.

use std::fs;

use super::*;

const NORTH: &str = "format = 1\nname = \"North\"\nfrom = 2025-01-01\nto = 2025-03-31\ncounted_by = \"Ann\"\n\
                     [[figures]]\nfigure = \"crisis\"\ncount = 3\nof = 20\ndefinition = \"By hand.\"\n";
const ROWS: &str = "what,from,to,count,counted_by\ncomplaints,2026-01-01,2026-03-31,3,Ann\n";

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 4, 10).expect("a day")
}

fn home() -> (tempfile::TempDir, Home) {
    let temp = tempfile::tempdir().expect("a folder");
    let home = Home::at(temp.path().join("home"));
    (temp, home)
}

fn keep_new(home: &Home, sort: Sort, name: &str, text: &str) -> PathBuf {
    match keep(home, sort, name, text).expect("kept") {
        Keeping::New(path) => path,
        Keeping::WasThere(path) => panic!("{} was there", path.display()),
    }
}

#[test]
fn nothing_is_kept_in_a_new_home_and_looking_makes_nothing() {
    let (temp, home) = home();
    assert_eq!(kept(&home, today()), Kept::default());
    assert!(!temp.path().join("home").exists());
}

#[test]
fn what_is_kept_is_read_back_and_never_written_over() {
    let (_temp, home) = home();
    let path = keep_new(&home, Sort::Baseline, "a.toml", NORTH);
    let again = keep(&home, Sort::Baseline, "a.toml", NORTH).expect("seen");
    assert_eq!(again, Keeping::WasThere(path.clone()));
    let south = NORTH.replace("North", "South");
    let other = keep_new(&home, Sort::Baseline, "a.toml", &south);
    assert!(other.ends_with("evidence/baselines/a-2.toml"));
    assert_eq!(fs::read_to_string(path).expect("text"), NORTH);
    keep_new(&home, Sort::Brought, "b.csv", ROWS);
    fs::write(home.local(), "routes = ['connected locally']\n").expect("written");
    let kept = kept(&home, today());
    let names: Vec<&str> = kept.baselines.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["South", "North"]);
    assert_eq!((kept.brought.len(), kept.routes.len()), (1, 1));
    assert_eq!(kept.troubles, Vec::<String>::new());
}

#[test]
fn a_file_that_cannot_be_used_is_said_and_stops_nothing() {
    let (_temp, home) = home();
    keep_new(&home, Sort::Baseline, "a.toml", NORTH);
    keep_new(
        &home,
        Sort::Baseline,
        "b.toml",
        &NORTH.replace("crisis", "crises"),
    );
    keep_new(
        &home,
        Sort::Baseline,
        "c.toml",
        &format!("# another\n{NORTH}"),
    );
    keep_new(&home, Sort::Brought, "a.csv", ROWS);
    let more = "complaints,2026-03-01,2026-12-31,1,Ann\ncost-up,soon,2026-12-31,1,Ann\n\
                safeguarding-concerns,2026-03-01,2026-12-31,1,Ann\n";
    keep_new(
        &home,
        Sort::Brought,
        "b.csv",
        &ROWS.replace("complaints,2026-01-01,2026-03-31,3,Ann\n", more),
    );
    fs::write(home.evidence().join("baselines/notes.txt"), "ours").expect("written");
    let kept = kept(&home, today());
    assert_eq!((kept.baselines.len(), kept.brought.len()), (1, 2));
    let said = kept.troubles.join("\n");
    let expected = "\
evidence/baselines/b.toml is not used. Line 7: There is no figure `crises`. To see all of it: alongside evidence check
evidence/baselines/c.toml is not used: another baseline is called \"North\" too. Give it another name.
3 rows of evidence/brought/b.csv are not used. Line 3: `pounds` is empty in this row.
A row of evidence/brought/b.csv is not used: complaints is counted for some of its days already.
evidence/brought/b.csv counts days up to 31 December 2026, which are not over yet. It is used as it is.";
    assert_eq!(said, expected);
}

#[cfg(unix)]
#[test]
fn no_link_leads_outside_the_home() {
    let (temp, home) = home();
    let outside = temp.path().join("outside");
    fs::create_dir_all(&outside).expect("made");
    fs::create_dir_all(home.evidence()).expect("made");
    fs::write(outside.join("a.toml"), NORTH).expect("written");
    std::os::unix::fs::symlink(&outside, home.evidence().join("baselines")).expect("linked");
    let read = kept(&home, today());
    assert_eq!((read.baselines.len(), read.troubles.len()), (0, 1));
    assert!(keep(&home, Sort::Baseline, "b.toml", NORTH).is_err());
    assert_eq!(all(&home).0, Vec::<PathBuf>::new());
}

#[test]
fn a_list_that_grew_and_was_brought_in_again_counts_nobody_twice() {
    let (_temp, home) = home();
    let rows = |names: &[&str]| {
        let header = "on,asked,asked_by,q1,q1_words\n".to_owned();
        let row = |name: &&str| format!("2026-03-01,staff,A volunteer,Yes,{name}\n");
        header + &names.iter().map(row).collect::<String>()
    };
    keep_new(
        &home,
        Sort::Feedback,
        "a.csv",
        &rows(&["one", "one", "two"]),
    );
    keep_new(
        &home,
        Sort::Feedback,
        "b.csv",
        &rows(&["one", "two", "three"]),
    );
    let kept = kept(&home, today());
    assert_eq!(
        kept.feedback.len(),
        4,
        "two of one file may well say the same"
    );
    assert_eq!(kept.troubles.len(), 1);
    assert!(
        kept.troubles[0].starts_with("2 rows of"),
        "{:?}",
        kept.troubles
    );
}

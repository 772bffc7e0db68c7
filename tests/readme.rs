//! The README says what the program does: its keys come from the one table, and its marks are all there.

use std::{fmt::Write, fs, io, path::PathBuf};

use alongside::{app::table, line::Mark};

const BEGIN: &str = "<!-- keys -->\n";
const END: &str = "<!-- /keys -->";

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

/// The key table as the README shows it.
fn keys() -> String {
    let mut text = String::new();
    for (group, entries) in table::GROUPS {
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "\n### {group}\n\n| | keys | typed |\n| --- | --- | --- |"
        );
        for entry in entries {
            let keys: Vec<String> = entry.keys.iter().map(|key| format!("`{key}`")).collect();
            let typed = entry.typed.first().map(|name| {
                let typed = format!("/{name} {}", entry.takes);
                format!("`{}`", typed.trim_end())
            });
            let _ = writeln!(
                text,
                "| {} | {} | {} |",
                entry.words,
                keys.join(" "),
                typed.unwrap_or_default()
            );
        }
    }
    text.push('\n');
    text
}

/// What stands before the table in a README, the table, and what stands after it.
fn parts(readme: &str) -> (&str, &str, &str) {
    let (before, rest) = readme.split_once(BEGIN).expect("the table begins");
    let (table, after) = rest.split_once(END).expect("the table ends");
    (before, table, after)
}

#[test]
fn its_keys_are_those_of_the_table() {
    let readme = fs::read_to_string(path()).expect("a README");
    let (_, table, _) = parts(&readme);
    assert_eq!(
        table,
        keys(),
        "write it again: cargo test --test readme -- --ignored"
    );
}

#[test]
#[ignore = "writes the table into the README"]
fn write_its_keys() -> io::Result<()> {
    let readme = fs::read_to_string(path())?;
    let (before, _, after) = parts(&readme);
    fs::write(path(), [before, BEGIN, &keys(), END, after].concat())
}

#[test]
fn its_marks_are_all_of_them() {
    let readme = fs::read_to_string(path()).expect("a README");
    for mark in Mark::ALL {
        assert!(
            readme.contains(&format!("| `{}` |", mark.char())),
            "{mark:?}"
        );
    }
}

/// What a README points at is there.
#[test]
fn its_links_lead_somewhere() {
    let readme = fs::read_to_string(path()).expect("a README");
    let root = path();
    let root = root.parent().expect("a folder");
    let links = readme
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    for link in links.filter(|link| !link.starts_with("http")) {
        let file = link.split('#').next().unwrap_or_default();
        assert!(root.join(file).exists(), "{link}");
    }
}

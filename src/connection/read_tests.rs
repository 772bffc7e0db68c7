//! What list files say, and what is said about them.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::{FORMAT, LARGEST_FILE, Listings, read};
use crate::guide::{Problem, Severity};

const CLUB: &str = r#"
[[listing]]
id = "chapel-lane-lunch"
name = "Chapel Lane lunch club"
when = "Tue 12-2"
phone = "01632 960123"
about = "lift available"
words = ["company", "food", "chapel"]
"#;

fn with_top(listings: &str) -> String {
    format!("format = {FORMAT}\nchecked = \"2026-02-02\"\n{listings}")
}

fn of(text: &str) -> (Listings, Vec<Problem>) {
    let (listings, problems) = read(&[("near.toml".to_owned(), text.to_owned())]);
    (listings, problems.into_iter().map(|(_, it)| it).collect())
}

/// The names listed, and each problem as its severity, line and message.
fn said(text: &str) -> (Vec<String>, Vec<String>) {
    let (listings, problems) = of(text);
    let names = listings.all().iter().map(|it| it.name.clone()).collect();
    let problems = problems.iter().map(|problem| {
        let (severity, line) = (problem.severity, problem.place(text).line);
        format!("{severity:?} {line} {}", problem.message)
    });
    (names, problems.collect())
}

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

#[test]
fn reads_a_whole_listing() {
    let (listings, problems) = of(&with_top(CLUB));
    assert_eq!(problems, []);
    assert_eq!(listings.checked, day(2026, 2, 2));
    let [club] = listings.all() else {
        panic!("one listing")
    };
    assert_eq!(club.id, "chapel-lane-lunch");
    assert_eq!(
        club.as_note(),
        "Chapel Lane lunch club, Tue 12-2, 01632 960123"
    );
    assert_eq!(
        (club.about.as_str(), club.hours.len()),
        ("lift available", 1)
    );
    assert_eq!(club.words, ["company", "food", "chapel"]);
}

#[test]
fn takes_what_is_plainly_meant() {
    let (listings, problems) = of(
        "format = 1\nchecked = 2026-02-02\n[listing]\nname = \" Soup  and\\nSit, St Mary's \"\nwords = \"food, chapel\"\n[listing]\nname = 'Shed'\n",
    );
    assert_eq!(problems, []);
    assert_eq!(listings.checked, day(2026, 2, 2));
    let soup = &listings.all()[0];
    assert_eq!(
        (soup.name.as_str(), soup.id.as_str()),
        ("Soup and Sit, St Mary's", "soup-and-sit-st-marys")
    );
    assert_eq!(soup.words, ["food", "chapel"]);
    assert_eq!(listings.all().len(), 2);
}

#[test]
fn one_bad_listing_never_costs_the_others() {
    for bad in [
        "[[listing]]\nname = \"no end\n",
        "[[listing]\nname = \"no bracket\"\n",
        "[[listing]]\nname = \u{201C}curly\u{201D}\n",
        "[[listing]]\nwords = [\"a\", \"b\"\n",
        "[[listing]]\nphone = \"1\"\n",
        "[[lisitng]]\nname = \"mistyped\"\n",
        "[[listing]]\nname = 7\n",
        "[[listing]]\nname = \"\"\"no end\n",
        "[[listing]]\n= = =\n",
    ] {
        let (names, problems) = said(&with_top(&format!("{CLUB}{bad}{CLUB}")));
        assert_eq!(names, ["Chapel Lane lunch club"; 2], "{bad}");
        let line = problems[0].split(' ').nth(1);
        assert!(
            matches!(line, Some("11" | "12" | "13" | "14")),
            "{problems:?}"
        );
    }
}

#[test]
fn a_faulty_line_is_not_half_used() {
    let (listings, problems) = of(&with_top(
        "[[listing]]\nname = \"Shed\"\nphone = \"01632 \"960123\"\nwhen = \"Mon\"\n",
    ));
    assert_eq!(listings.all()[0].as_note(), "Shed, Mon");
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].severity, Severity::Error);
}

#[test]
fn says_what_is_wrong_and_where() {
    let text = with_top(
        "colour = 1\n[[listing]]\nname = \"Shed\"\nphone = 999\ntel = \"1\"\nwords = [1]\nid = \"a b\"\nabout = \"x\\u0007y\"\n[[listing]]\nwhen = \"Mon\"\n",
    );
    let (names, problems) = said(&text);
    assert_eq!(names, ["Shed"]);
    assert_eq!(
        problems,
        [
            "Warning 3 `colour` is not known here.",
            "Error 6 `phone` should be words in quotes.",
            "Warning 7 `tel` is not known here.",
            "Error 8 `words` should be a list of words in quotes.",
            "Warning 9 This id is not used: it has more in it than letters, digits and hyphens.",
            "Warning 10 There is an invisible control character in these words. It is not used.",
            "Error 11 This listing has no name, so it is left out.",
        ]
    );
    let (listings, _) = of(&text);
    assert_eq!(
        (
            listings.all()[0].id.as_str(),
            listings.all()[0].about.as_str()
        ),
        ("shed", "xy")
    );
}

#[test]
fn the_top_says_format_and_day() {
    let problems = |text| said(text).1;
    assert_eq!(
        problems("[[listing]]\nname = 'a'"),
        ["Warning 1 The list does not say its format."]
    );
    assert_eq!(
        problems("format = 1\nchecked = 'soon'\n[[listing]]\nname = 'a'"),
        ["Warning 2 This is not a day."]
    );
    assert_eq!(
        said("format = 2\n[[listing]]\nname = 'a'"),
        (
            vec![],
            vec!["Error 1 This program reads lists of format 1 only.".to_owned()]
        )
    );
    assert_eq!(said(""), (vec![], vec![]));
}

#[test]
fn no_two_have_the_same_id() {
    let listing = |lines: &str| format!("[[listing]]\n{lines}\n");
    let first = with_top(
        &[
            listing("name = 'Shed'"),
            listing("name = 'Shed'"),
            listing("name = '...'"),
        ]
        .concat(),
    );
    let second = with_top(
        &[
            listing("name = 'Old shed'\nid = 'shed'"),
            listing("name = 'Boat'\nid = 'shed'"),
        ]
        .concat(),
    );
    let (listings, problems) = read(&[("a.toml".into(), first), ("b.toml".into(), second)]);
    let ids: Vec<&str> = listings.all().iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["shed-3", "shed-4", "listing", "shed", "shed-2"]);
    let [(file, problem)] = problems.as_slice() else {
        panic!("one problem")
    };
    assert_eq!(file, "b.toml");
    assert_eq!(problem.message, "Another listing has the id `shed`.");
}

#[test]
fn several_files_are_checked_since_the_earliest() {
    let file = |checked: &str| {
        let text = format!("format = 1\n{checked}\n[[listing]]\nname = 'a'\n");
        ("list.toml".to_owned(), text)
    };
    let (early, late) = (file("checked = 2025-12-01"), file("checked = 2026-02-02"));
    let nothing_in_it = ("empty.toml".to_owned(), "format = 1".to_owned());
    let (both, _) = read(&[late.clone(), early, nothing_in_it]);
    assert_eq!(both.checked, day(2025, 12, 1));
    let (unsaid, _) = read(&[late, file("")]);
    assert_eq!(unsaid.checked, None);
    assert_eq!(read(&[]).0.checked, None);
}

#[test]
fn what_is_no_list_is_soon_said() {
    let (_, problems) = said(&"# x\n".repeat(LARGEST_FILE));
    assert_eq!(
        problems,
        ["Error 1 This file is too large to be a list: the limit is 1024 KiB."]
    );
    let (_, problems) = said(&"Dear Sir,\n".repeat(90_000));
    assert!(problems.len() <= 51, "{}", problems.len());
    let deep = format!(
        "k = {}1{}",
        format!("{{{}a = ", "a.".repeat(70)).repeat(79),
        "}".repeat(79)
    );
    let (_, problems) = said(&deep);
    assert!(problems[0].contains("curly brackets"));
}

#[test]
fn the_list_in_the_examples_is_sound() {
    let text = include_str!("../../examples/connections/moss-lane.toml");
    let (listings, problems) = of(text);
    assert_eq!(problems, []);
    assert!(listings.checked.is_some());
    let lunch: Vec<String> = listings
        .find("lunch")
        .iter()
        .map(|it| it.as_note())
        .collect();
    assert_eq!(
        lunch[..2],
        [
            "Chapel Lane lunch club, Tue 12-2, 01632 960123",
            "Soup and Sit, St Mary's, Thu 12:30, 01632 960177",
        ]
    );
    // Numbers set aside for drama: nobody answers.
    let phones = listings.all().iter().map(|it| &it.phone);
    assert!(
        phones
            .filter(|it| !it.is_empty())
            .all(|it| it.starts_with("01632 960"))
    );
}

/// Pieces that lists, and lists gone wrong, are made of.
fn piece() -> impl Strategy<Value = String> {
    let pieces = [
        "[[listing]]\n",
        "[listing]\n",
        "[[listing]",
        "format = 1\n",
        "checked = 2026-02-02\n",
        "name = \"a\"\n",
        "name = ",
        "words = [",
        "\"",
        "'''",
        "]",
        "{",
        "}",
        "\n",
        "=",
        ".",
        "id = 'a'\n",
        "\u{FEFF}",
        "\r\n",
        "ŷ",
        "#",
    ];
    prop_oneof![
        4 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

proptest! {
    #[test]
    fn any_text_is_read(pieces in prop::collection::vec(piece(), 0..40), typed: String) {
        let text = pieces.concat();
        let (listings, problems) = of(&text);
        for problem in &problems {
            prop_assert!(text.get(problem.span.clone()).is_some(), "{problem:?}");
            prop_assert!(problem.hint.is_some());
        }
        for listing in listings.all() {
            prop_assert!(!listing.name.is_empty() && !listing.as_note().chars().any(char::is_control));
            prop_assert_eq!(listings.get(&listing.id), Some(listing));
        }
        listings.find(&typed);
    }

    #[test]
    fn a_sound_list_outlives_anything_after_it(rest: String) {
        prop_assume!(!rest.contains("listing"));
        let text = format!("{}\n[[listing]]\n{rest}", with_top(CLUB));
        let (listings, _) = of(&text);
        prop_assert_eq!(&listings.all()[0].name, "Chapel Lane lunch club");
    }
}

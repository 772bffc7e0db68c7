//! What is typed: the language of the line, and the letters, rows and marks of the screen.

use alongside::{
    line::{self, Known, Reading},
    text,
};
use chrono::{Datelike, NaiveDate};

use super::trial::Trial;

const WORDS: [&str; 78] = [
    "\"",
    "*",
    "!",
    "+",
    "@",
    "~",
    "=",
    "?",
    ">",
    "> ",
    "& ",
    "&",
    "#money ",
    "#",
    "/find ",
    "//",
    "Carol: ",
    "Carol (daughter): ",
    "£22 ",
    "£5.50 ",
    "tomorrow",
    "today",
    "yesterday",
    "next ",
    "last ",
    "this ",
    "on ",
    "by ",
    "Friday",
    "fri ",
    "Sunday lunch",
    "weekend",
    "week",
    "fortnight",
    "month",
    "in 2 weeks",
    "in 999 years",
    "in a couple of days",
    "3 days ago",
    "a week on Friday",
    "13/3",
    "13/03/42",
    "31/2",
    "29/2/2027",
    "2026-03-11",
    "0000-00-00",
    "9999-12-31",
    "13 March",
    "the 5th",
    "the 31st",
    "May",
    "at 2",
    "at 14:30",
    "25:61",
    "half past 2",
    "noon",
    "quarter to",
    "2pm",
    "I ",
    "we ",
    "she ",
    "Sam ",
    "Sam and Joan ",
    "rings ",
    "will ring ",
    "Dr O'Neill ",
    "4294967295 days",
    "in 65535 months",
    "end of ",
    "first of ",
    "Easter",
    "1st",
    "2nd week",
    "12am",
    "12.30",
    "1-2",
    "Mon-Fri",
    "99",
];

#[test]
fn typed() {
    Trial {
        name: "typed",
        share: 14,
        also: &[],
        words: &WORDS,
        law,
    }
    .run();
}

fn law(input: &[u8]) {
    let typed = String::from_utf8_lossy(input);
    reads(&typed);
    steps(&typed, input);
    is_drawn(&typed, input);
}

fn reads(typed: &str) {
    let topic = |name: &str| name.len().is_multiple_of(2).then(|| name.to_owned());
    match line::read(typed, topic) {
        Reading::Note(words) => {
            assert!(typed.contains(words.text), "words that were not typed");
            let speaker = words.speaker.unwrap_or_default();
            assert!(typed.contains(speaker), "a speaker that was not typed");
        }
        Reading::Blank => assert_eq!(typed.trim(), ""),
        _ => {}
    }
}

/// On an ordinary day, and at both ends of time.
fn steps(typed: &str, input: &[u8]) {
    let days = [
        NaiveDate::from_ymd_opt(2026, 3, 10),
        NaiveDate::from_ymd_opt(2028, 2, 29),
        NaiveDate::from_ymd_opt(9999, 12, 31),
        Some(NaiveDate::MAX),
        Some(NaiveDate::MIN),
    ];
    let today = days[input.len() % days.len()].expect("a day");
    let known = Known {
        names: &["Joan M", "Sam", "王小明", ""],
        crisis: input.len() % 2 == 1,
    };
    let step = line::read_step(typed, today, &known);
    assert!(typed.contains(&step.when.words), "{step:?}");
    let day = line::read_day(typed, today);
    assert!(typed.contains(&day.words), "{day:?}");
    let _ = day.due().map(|due| due.year());
}

fn is_drawn(typed: &str, input: &[u8]) {
    let shown = text::shown(typed);
    assert!(!shown.chars().any(acts), "{shown:?}");
    assert!(
        !text::shown_lines(typed)
            .chars()
            .any(|c| c != '\n' && acts(c))
    );
    assert_eq!(text::stored(&text::stored(typed)), text::stored(typed));
    let wide = 1 + input.len() % 90;
    let stored = text::stored(typed);
    let rows = text::wrap(&stored, wide);
    for row in &rows {
        assert!(stored.get(row.clone()).is_some(), "a row cuts a letter");
    }
    let at = input.len() / 2;
    let (row, column) = text::place(&stored, &rows, at.min(stored.len()));
    assert!(row < rows.len().max(1) && column <= text::width(&stored));
    for end in [text::next(&stored, at), text::prev(&stored, at)] {
        assert!(stored.is_char_boundary(end));
    }
    for end in [text::word_left(&stored, at), text::word_right(&stored, at)] {
        assert!(stored.is_char_boundary(end));
    }
    assert!(text::width(&text::fit(&stored, wide)) <= wide);
}

/// What a screen would obey, or a reader not see.
pub fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

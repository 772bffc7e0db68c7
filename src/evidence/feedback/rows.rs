//! What was said as rows of a spreadsheet: `evidence/feedback/people.csv` and `staff.csv`.
//!
//! A row is somebody who answered, and names nobody. A team may type rows of its own, or bring in what was filled in on
//! paper: columns are found by their names in any order, and whatever is not understood is said with its line and column.

use std::collections::{HashMap, hash_map::Entry};

use super::{Answer, Answered, Asked, Feedback};
use crate::{
    guide::{
        Marked, Problem, keys,
        written::{
            Sort,
            columns::{self, Row},
            sheet::{LineEnd, Sheet, written},
            values::{A_DAY, day},
        },
    },
    record::inert::on_one_line,
    text,
};

/// A file of what was said, as sentences about it name it.
const FEEDBACK: Sort = Sort {
    one: "file of feedback",
    parts: "rows",
};

/// The most rows that are read: more than any site asks in ten years.
const MOST: usize = 50_000;

/// The largest file that is read, in bytes: so many rows and their words.
const LARGEST: usize = 16 << 20;

type Key = keys::Key<()>;

/// The columns, in order.
const COLUMNS: &[Key] = &[
    Key::must("on", "The day they were asked: 2026-03-12."),
    Key::must(
        "asked",
        "Whom the questions were for, in each row: people or staff.",
    ),
    Key::may("asked_by", "Who asked. Not a name."),
    Key::may("q1", ANSWERS),
    Key::may("q1_words", WORDS),
    Key::may("q2", ANSWERS),
    Key::may("q2_words", WORDS),
    Key::may("q3", ANSWERS),
    Key::may("q3_words", WORDS),
    Key::may("q4", ANSWERS),
    Key::may("q4_words", WORDS),
    Key::may("q5", ANSWERS),
    Key::may("q5_words", WORDS),
    Key::may("q6", ANSWERS),
    Key::may("q6_words", WORDS),
];

/// Where the columns of the questions begin among them: an answer and its words, six times.
const QUESTIONS: usize = 3;

const ANSWERS: &str = "Write Yes, Partly, No or Rather not say, or leave it empty.";
const WORDS: &str = "In their words, without names.";

/// The columns, in order: the day, whom the questions are for, who asked, and for each question its answer and the words.
pub fn columns() -> impl Iterator<Item = &'static str> {
    COLUMNS.iter().map(|column| column.name)
}

/// One row, ready for [`write()`]'s columns. No cell of it is taken for a formula.
pub fn row(said: &Feedback) -> Vec<String> {
    let mut cells = vec![
        said.on.to_string(),
        said.asked.name().to_owned(),
        text::cell(said.asked_by.as_deref().unwrap_or_default()),
    ];
    for question in 0..said.asked.questions().len() {
        let given = said.answers.iter().find(|one| one.question == question);
        cells.push(given.map_or("", |one| one.answer.name()).to_owned());
        let words = given.and_then(|one| one.words.as_deref());
        cells.push(text::cell(words.unwrap_or_default()));
    }
    cells
}

/// All of them as a file.
pub fn write<'a>(said: impl IntoIterator<Item = &'a Feedback>) -> String {
    let header = columns().map(str::to_owned).collect();
    let rows: Vec<Vec<String>> = std::iter::once(header)
        .chain(said.into_iter().map(row))
        .collect();
    written(&rows, b',', LineEnd::Ours)
}

/// A file with one more row at its end. Whatever it holds already stays as it is, understood or not.
pub fn with_row(before: &str, said: &Feedback) -> String {
    if before.trim().is_empty() {
        return write([said]);
    }
    let (order, delimiter) = order_of(before);
    let cells = row(said);
    let cell = |column: &Option<usize>| {
        column
            .and_then(|at| cells.get(at).cloned())
            .unwrap_or_default()
    };
    let row: Vec<String> = match order.iter().any(Option::is_some) {
        true => order.iter().map(cell).collect(),
        false => cells.clone(),
    };
    let gap = if before.ends_with('\n') { "" } else { "\n" };
    let row = written(&[row], delimiter, LineEnd::Ours);
    format!("{before}{gap}{row}")
}

/// Which of our columns each column of a file is, and what is between them.
fn order_of(text: &str) -> (Vec<Option<usize>>, u8) {
    let (mut sheet, mut header) = (Sheet::of(text), csv::StringRecord::new());
    // A file of no rows has no columns.
    let _ = sheet.next(&mut header);
    let place = |cell: &str| {
        let name = columns::plain_name(cell);
        columns().position(|column| column == name)
    };
    (header.iter().map(place).collect(), sheet.delimiter())
}

/// What a file says, and what in it was not understood. A row that says nothing is left out; one that says just what an
/// other does is read, and said: two people may well say the same, and a file may well be brought in twice.
pub fn read(text: &str) -> (Vec<Feedback>, Vec<Problem>) {
    let (said, problems) = marked(text);
    (said.into_iter().map(|one| one.value).collect(), problems)
}

/// The same, each with where its row begins.
pub fn marked(text: &str) -> (Vec<Marked<Feedback>>, Vec<Problem>) {
    let mut problems = vec![];
    let (order, _) = order_of(text);
    let is_there = |column: usize| order.contains(&Some(column));
    let says_whom = is_there(1);
    if !is_there(0) || !(QUESTIONS..COLUMNS.len()).any(is_there) {
        let end = text.find('\n').unwrap_or(text.len());
        let what =
            "This is no file of feedback: it has no column called on, or none called q1 to q6.";
        let columns: Vec<&str> = columns().collect();
        let hint = format!("The first line is {}", columns.join(","));
        problems.push(Problem::error(0..end, what).hint(hint));
        return (vec![], problems);
    }
    let rows = columns::rows_up_to(LARGEST, text, COLUMNS, FEEDBACK, &mut problems);
    // What staff said would stand beside what people said, as if they had.
    if !says_whom {
        problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
        return (vec![], problems);
    }
    if let Some(first) = rows.get(MOST) {
        let what = format!("Over {MOST} rows. The first {MOST} are used.");
        problems.push(Problem::warning(first.span.clone(), what));
    }
    let mut said: Vec<Marked<Feedback>> = vec![];
    let mut lines: HashMap<Feedback, usize> = HashMap::new();
    let (mut line, mut counted) = (1, 0);
    for row in rows.iter().take(MOST) {
        line += text[counted..row.span.start].matches('\n').count();
        counted = row.span.start;
        let Some(one) = feedback(row, &mut problems) else {
            continue;
        };
        match lines.entry(one.clone()) {
            Entry::Vacant(free) => _ = free.insert(line),
            Entry::Occupied(first) => {
                let first = first.get();
                let what = format!("This row says just what line {first} says. Both are counted.");
                let twice = Problem::warning(row.span.clone(), what);
                problems.push(twice.hint("Take one away if it is the same person."));
            }
        }
        said.push(Marked {
            value: one,
            span: row.span.clone(),
        });
    }
    problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
    (said, problems)
}

fn feedback(row: &Row, problems: &mut Vec<Problem>) -> Option<Feedback> {
    let on = words(row, "on");
    let Some(day) = day(&on.value) else {
        let what = format!("\"{}\" is not a day, so this row is left out.", on.value);
        problems.push(Problem::error(on.span, what).hint(A_DAY.hint));
        return None;
    };
    let whom = words(row, "asked");
    let asked = match Asked::named(&whom.value) {
        Some(asked) => asked,
        None if whom.value.is_empty() => Asked::People,
        None => {
            let whom_said = &whom.value;
            let what =
                format!("\"{whom_said}\" is neither people nor staff, so this row is left out.");
            problems.push(Problem::error(whom.span, what).hint("Write people or staff."));
            return None;
        }
    };
    let answers: Vec<Answered> = (0..asked.questions().len())
        .filter_map(|question| answer(row, question, problems))
        .collect();
    if answers.is_empty() {
        let what = "No question is answered in this row, so it is left out.";
        problems.push(Problem::warning(row.span.clone(), what));
        return None;
    }
    Some(Feedback {
        on: day,
        asked,
        asked_by: some(words(row, "asked_by").value),
        answers,
    })
}

fn answer(row: &Row, question: usize, problems: &mut Vec<Problem>) -> Option<Answered> {
    let column = QUESTIONS + 2 * question;
    let (said, in_words) = (
        words(row, COLUMNS[column].name),
        words(row, COLUMNS[column + 1].name),
    );
    let nth = question + 1;
    if let Some(answer) = Answer::named(&said.value) {
        return Some(Answered {
            question,
            answer,
            words: some(in_words.value),
        });
    }
    let is_empty = said.value.is_empty();
    let skipped = is_empty || said.value.to_lowercase() == "skipped";
    if !skipped {
        let said_word = &said.value;
        let what =
            format!("\"{said_word}\" is no answer to question {nth}, so it counts as skipped.");
        problems.push(Problem::warning(said.span, what).hint(ANSWERS));
    } else if !in_words.value.is_empty() {
        let what =
            format!("There are words to question {nth} and no answer, so they are left out.");
        problems.push(Problem::warning(in_words.span, what).hint(ANSWERS));
    }
    None
}

/// What stands in a column, and where; nothing at the row where the file has no such words.
fn words(row: &Row, column: &str) -> Marked<String> {
    let cell = row.get(column);
    let span = cell.as_ref().map_or(&row.span, |cell| &cell.span).clone();
    let value = cell.map_or(String::new(), |cell| {
        on_one_line(text::of_cell(cell.value.trim()))
    });
    Marked { value, span }
}

fn some(words: String) -> Option<String> {
    Some(words).filter(|words| !words.is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn said(words: &str) -> Feedback {
        Feedback {
            on: "2026-03-12".parse().expect("a day"),
            asked: Asked::People,
            asked_by: Some("A volunteer".to_owned()),
            answers: vec![
                Answered {
                    question: 0,
                    answer: Answer::Yes,
                    words: Some(words.to_owned()),
                },
                Answered {
                    question: 3,
                    answer: Answer::RatherNotSay,
                    words: None,
                },
            ],
        }
    }

    /// As words are once they were in a cell.
    fn as_read(words: &str) -> Option<String> {
        let in_a_cell = on_one_line(text::of_cell(on_one_line(words).trim()));
        let words: Vec<&str> = in_a_cell.split_whitespace().collect();
        some(words.join(" "))
    }

    #[test]
    fn what_was_said_comes_back_and_no_cell_is_a_formula() {
        let all = [said("=SUM(A1), \"quite\""), said("Mostly")];
        let text = write(&all);
        assert_eq!(read(&text), (all.to_vec(), vec![]));
        assert!(text.contains("\"'=SUM(A1), \"\"quite\"\"\""), "{text}");
        let one_more = with_row(&with_row("", &all[0]), &all[1]);
        assert_eq!(one_more, text);
    }

    #[test]
    fn what_somebody_typed_in_another_order_is_read_and_added_to_in_that_order() {
        let before = "\u{feff}q1,On,q2,colour,asked\nyes,12/03/2026,p,red,\n,,,,\nmaybe,2026-03-13,n,,carers";
        let (rows, problems) = read(before);
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].answers[1].answer, Answer::Partly);
        assert_eq!(rows[1].answers.len(), 1);
        let told: Vec<(usize, usize, &str)> = problems
            .iter()
            .map(|one| {
                let place = one.place(before);
                (place.line, place.column, one.message.as_str())
            })
            .collect();
        assert_eq!(
            told,
            [
                (1, 11, "`colour` is not a column of a file of feedback."),
                (
                    4,
                    1,
                    "\"maybe\" is no answer to question 1, so it counts as skipped."
                )
            ]
        );
        let after = with_row(before, &said("Kind"));
        assert!(
            after.ends_with("n,,carers\nYes,2026-03-12,,,people\n"),
            "{after}"
        );
        assert!(after.starts_with(before));
    }

    #[test]
    fn a_file_with_semicolons_is_read_and_added_to_as_it_is() {
        let before = "on;q1;q1_words;asked_by;asked\n12/03/2026;\"Yes\";\"Kind; quick, \"\"warm\"\"\";soon;\n\
                      2026-03-12;\"a; b\";;;\n";
        let (rows, problems) = read(before);
        assert_eq!(rows.len(), 1);
        let words = rows[0].answers[0].words.as_deref();
        assert_eq!(words, Some("Kind; quick, \"warm\""));
        let after = with_row(before, &said("One, two; three"));
        assert!(after.ends_with("\n2026-03-12;Yes;\"One, two; three\";A volunteer;people\n"));
        assert_eq!(read(&after).0.last().expect("a row").answers.len(), 1);
        let place = problems[1].place(before);
        assert_eq!((place.line, place.column), (3, 12));
        let quoted = "on,asked_by,q1,asked\n2026-03-12,\"one, two, maybe\",maybe,\n";
        let place = read(quoted).1[1].place(quoted);
        assert_eq!((place.line, place.column), (2, 30));
    }

    #[test]
    fn each_thing_that_is_wrong_is_said_where_it_stands() {
        let text = "on,asked,asked_by,q1,q1_words\n\
                    soon,people,,Yes,\n\
                    2026-03-12,dogs,,Yes,\n\
                    2026-03-12,staff,,,words alone\n\
                    2026-03-12,staff,,Yes,\n\
                    2026-03-12,staff,,Yes,\n";
        let (rows, problems) = read(text);
        assert_eq!(rows.len(), 2);
        let told: Vec<(usize, usize, &str)> = problems
            .iter()
            .map(|one| {
                let place = one.place(text);
                (place.line, place.column, one.message.as_str())
            })
            .collect();
        assert_eq!(
            told,
            [
                (2, 1, "\"soon\" is not a day, so this row is left out."),
                (
                    3,
                    12,
                    "\"dogs\" is neither people nor staff, so this row is left out."
                ),
                (
                    4,
                    1,
                    "No question is answered in this row, so it is left out."
                ),
                (
                    4,
                    20,
                    "There are words to question 1 and no answer, so they are left out."
                ),
                (
                    6,
                    1,
                    "This row says just what line 5 says. Both are counted."
                ),
            ]
        );
        let (none, problems) = read("on,whom,q1\n2026-03-12,staff,Yes\n");
        assert!(none.is_empty());
        let told: Vec<&str> = problems.iter().map(|one| one.message.as_str()).collect();
        assert_eq!(
            told,
            [
                "There is no column `asked` in this file of feedback.",
                "`whom` is not a column of a file of feedback."
            ]
        );
        let (none, problems) = read("name,age\nJoan,83\n");
        assert!(none.is_empty() && problems.len() == 1);
        assert!(
            read("").1[0]
                .message
                .starts_with("This is no file of feedback")
        );
    }

    proptest! {
        #[test]
        fn any_words_come_back_in_their_row(words in ".{0,40}", by in ".{0,20}") {
            let mut one = said("x");
            one.answers[0].words = as_read(&words);
            one.asked_by = as_read(&by);
            let (rows, problems) = read(&with_row(&write([&said("y")]), &one));
            prop_assert_eq!(rows.last(), Some(&one));
            prop_assert!(problems.is_empty());
        }

        #[test]
        fn any_file_is_read_and_what_is_said_of_it_stands_in_it(text in "(on|q1|,|\n|\"|yes|2026-03-12|.){0,60}") {
            let (_, problems) = read(&text);
            for problem in problems {
                prop_assert!(problem.span.start <= problem.span.end && problem.span.end <= text.len());
                let _ = problem.place(&text);
            }
        }
    }
}

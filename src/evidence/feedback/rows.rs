//! What was said as rows of a spreadsheet: `evidence/feedback/people.csv` and `staff.csv`.
//!
//! A row is somebody who answered, and names nobody. A team may type rows of its own, or bring in what was filled in on
//! paper: columns are found by their names in any order, and whatever is not understood is said with its line and column.

use std::ops::Range;

use chrono::NaiveDate;
use csv::{ByteRecord, ReaderBuilder, WriterBuilder};

use super::{Answer, Answered, Asked, Feedback};
use crate::{guide::Problem, record::inert::on_one_line, text};

/// The columns before those of the questions.
const FIRST: [&str; 3] = ["on", "asked", "asked_by"];

/// The most rows that are read: more than any site asks in ten years.
const MOST: usize = 50_000;

/// The columns, in order: the day, whom the questions are for, who asked, and for each question its answer and the words.
pub fn columns() -> Vec<String> {
    let questions = (1..=6).flat_map(|n| [format!("q{n}"), format!("q{n}_words")]);
    FIRST
        .map(str::to_owned)
        .into_iter()
        .chain(questions)
        .collect()
}

/// One row, ready for [`write`]'s columns. No cell of it is taken for a formula.
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
pub fn write(said: &[Feedback]) -> String {
    let mut rows = vec![columns()];
    rows.extend(said.iter().map(row));
    as_csv(&rows)
}

/// A file with one more row at its end. Whatever it holds already stays as it is, understood or not.
pub fn with_row(before: &str, said: &Feedback) -> String {
    if before.trim().is_empty() {
        return write(std::slice::from_ref(said));
    }
    let order = order_of(before);
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
    format!("{before}{gap}{}", as_csv(&[row]))
}

fn as_csv(rows: &[Vec<String>]) -> String {
    let mut writer = WriterBuilder::new().from_writer(vec![]);
    for row in rows {
        // Into memory, nothing stands in the way.
        let _ = writer.write_record(row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Which of our columns each column of a file is.
fn order_of(text: &str) -> Vec<Option<usize>> {
    let mut reader = reader(text);
    let mut header = ByteRecord::new();
    // Out of memory, nothing stands in the way; a file of no rows has no columns.
    let _ = reader.read_byte_record(&mut header);
    header.iter().map(column).collect()
}

fn column(cell: &[u8]) -> Option<usize> {
    let name = String::from_utf8_lossy(cell);
    let name = name.trim_start_matches('\u{feff}').trim().to_lowercase();
    columns().iter().position(|column| *column == name)
}

fn reader(text: &str) -> csv::Reader<&[u8]> {
    let mut builder = ReaderBuilder::new();
    builder.has_headers(false).flexible(true);
    builder.from_reader(text.as_bytes())
}

/// What a file says, and what in it was not understood. A row that says nothing is left out; one that says just what an
/// other does is read, and said: two people may well say the same, and a file may well be brought in twice.
pub fn read(text: &str) -> (Vec<Feedback>, Vec<Problem>) {
    let mut problems = vec![];
    let mut said: Vec<(Feedback, usize)> = vec![];
    let order = order_of(text);
    let is_ours = |name: usize| order.contains(&Some(name));
    if !is_ours(0) || !(3..columns().len()).any(is_ours) {
        let end = text.find('\n').unwrap_or(text.len());
        let what =
            "This is no file of feedback: it has no column called on, or none called q1 to q6.";
        problems.push(
            Problem::error(0..end, what).hint(format!("The first line is {}", columns().join(","))),
        );
        return (vec![], problems);
    }
    let mut reader = reader(text);
    let mut cells = ByteRecord::new();
    let mut line = 0;
    while reader.read_byte_record(&mut cells).unwrap_or(false) {
        line += 1;
        let from = cells
            .position()
            .map_or(0, |at| at.byte() as usize)
            .min(text.len());
        let to = (reader.position().byte() as usize).clamp(from, text.len());
        if line == 1 || cells.iter().all(<[u8]>::is_empty) {
            continue;
        }
        if said.len() >= MOST {
            let what = format!("Over {MOST} rows. The first {MOST} are used.");
            problems.push(Problem::warning(from..from, what));
            break;
        }
        let row = Row {
            cells: &cells,
            order: &order,
            text,
            span: from..to,
        };
        let Some(one) = row.read(&mut problems) else {
            continue;
        };
        if let Some((_, first)) = said.iter().find(|(other, _)| *other == one) {
            let what = format!("This row says just what row {first} says. Both are counted.");
            let twice = Problem::warning(from..to.max(from), what);
            problems.push(twice.hint("Take one away if it is the same person."));
        }
        said.push((one, line));
    }
    (said.into_iter().map(|(one, _)| one).collect(), problems)
}

/// A row of a file.
struct Row<'a> {
    cells: &'a ByteRecord,
    order: &'a [Option<usize>],
    text: &'a str,
    span: Range<usize>,
}

impl Row<'_> {
    fn read(&self, problems: &mut Vec<Problem>) -> Option<Feedback> {
        let on = self.cell(0);
        let Some(on) = day(&on) else {
            let what = format!("\"{on}\" is not a day, so this row is left out.");
            problems.push(Problem::error(self.at(0), what).hint("Write it as 2026-03-12."));
            return None;
        };
        let whom = self.cell(1);
        let asked = match Asked::named(&whom) {
            Some(asked) => asked,
            None if whom.is_empty() => Asked::People,
            None => {
                let what =
                    format!("\"{whom}\" is neither people nor staff, so this row is left out.");
                problems.push(Problem::error(self.at(1), what).hint("Write people or staff."));
                return None;
            }
        };
        let answers: Vec<Answered> = (0..6)
            .filter_map(|question| self.answer(question, problems))
            .collect();
        if answers.is_empty() {
            let what = "No question is answered in this row, so it is left out.";
            problems.push(Problem::warning(self.span.clone(), what));
            return None;
        }
        Some(Feedback {
            on,
            asked,
            asked_by: some(self.cell(2)),
            answers,
        })
    }

    fn answer(&self, question: usize, problems: &mut Vec<Problem>) -> Option<Answered> {
        let column = FIRST.len() + 2 * question;
        let (said, words) = (self.cell(column), some(self.cell(column + 1)));
        let nth = question + 1;
        match (Answer::named(&said), words) {
            (Some(answer), words) => Some(Answered {
                question,
                answer,
                words,
            }),
            (None, None) if said.is_empty() || said.to_lowercase() == "skipped" => None,
            (None, words) if said.is_empty() => {
                let what = format!(
                    "There are words to question {nth} and no answer, so they are left out."
                );
                let problem = Problem::warning(self.at(column + 1), what);
                problems.push(problem.hint(ANSWERS));
                let _ = words;
                None
            }
            (None, _) => {
                let what =
                    format!("\"{said}\" is no answer to question {nth}, so it counts as skipped.");
                problems.push(Problem::warning(self.at(column), what).hint(ANSWERS));
                None
            }
        }
    }

    /// What stands in one of our columns; nothing where the file has no such column.
    fn cell(&self, column: usize) -> String {
        let at = self.order.iter().position(|ours| *ours == Some(column));
        let bytes = at.and_then(|at| self.cells.get(at)).unwrap_or_default();
        let words = String::from_utf8_lossy(bytes);
        on_one_line(text::of_cell(words.trim()))
    }

    /// Where that is: the cell itself where its words can be found in the row, else the row.
    fn at(&self, column: usize) -> Range<usize> {
        let at = self.order.iter().position(|ours| *ours == Some(column));
        let bytes = at.and_then(|at| self.cells.get(at)).unwrap_or_default();
        let Ok(words) = std::str::from_utf8(bytes) else {
            return self.span.clone();
        };
        let row = self.text.get(self.span.clone()).unwrap_or_default();
        // Cells before it may hold the same words: as many commas come first as there are columns.
        let skip = at.unwrap_or(0);
        let start = row
            .match_indices(',')
            .nth(skip.wrapping_sub(1))
            .map_or(0, |(at, _)| at + 1);
        let start = if skip == 0 { 0 } else { start };
        let found = row
            .get(start..)
            .and_then(|rest| rest.find(words))
            .map(|at| start + at);
        let found = found.or_else(|| row.find(words)).unwrap_or(0);
        self.span.start + found..self.span.start + found + words.len()
    }
}

const ANSWERS: &str = "Write Yes, Partly, No or Rather not say, or leave it empty.";

fn some(words: String) -> Option<String> {
    Some(words).filter(|words| !words.is_empty())
}

/// `2026-03-12`, or as spreadsheets here write it, `12/03/2026`.
fn day(cell: &str) -> Option<NaiveDate> {
    let ours = cell.parse().ok();
    ours.or_else(|| NaiveDate::parse_from_str(cell, "%d/%m/%Y").ok())
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
        let before = "\u{feff}q1,On,q2,colour\nyes,12/03/2026,p,red\n,,,\nmaybe,2026-03-13,n,";
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
            [(
                4,
                1,
                "\"maybe\" is no answer to question 1, so it counts as skipped."
            )]
        );
        let after = with_row(before, &said("Kind"));
        assert!(after.ends_with("n,\nYes,2026-03-12,,\n"), "{after}");
        assert!(after.starts_with(before));
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
                    20,
                    "There are words to question 1 and no answer, so they are left out."
                ),
                (
                    4,
                    1,
                    "No question is answered in this row, so it is left out."
                ),
                (
                    6,
                    1,
                    "This row says just what row 5 says. Both are counted."
                ),
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
            one.answers[0].words = some(on_one_line(text::of_cell(on_one_line(&words).trim())));
            one.asked_by = some(on_one_line(text::of_cell(on_one_line(&by).trim())));
            let (rows, problems) = read(&with_row(&write(&[said("y")]), &one));
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

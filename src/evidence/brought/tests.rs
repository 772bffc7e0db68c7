//! Rows from elsewhere, read and found fault with.

use proptest::prelude::*;

use super::*;

const HEAD: &str = "what,from,to,count,of,pounds,counted_by,definition,returned\n";

fn said(rows: &str) -> (usize, Vec<String>) {
    let text = format!("{HEAD}{rows}");
    let (read, problems) = read(&text);
    let said = problems.iter().map(|problem| {
        let place = problem.place(&text);
        format!("{}:{} {}", place.line, place.column, problem.message)
    });
    (read.len(), said.collect())
}

#[test]
fn what_was_counted_elsewhere_is_read_as_it_was_counted() {
    let text = format!(
        "{HEAD}long-term-support-started,2026-01-01,31/03/2026,12,140,,S. Lane,First day of a new package,\n\
         cost-up,2026-01-01,2026-03-31,,,\"£12,400.50\",Finance,,yes\n"
    );
    let (read, problems) = read(&text);
    assert_eq!(problems, []);
    assert_eq!(
        read[0].amount,
        BroughtAmount::Count {
            count: 12,
            of: Some(140)
        }
    );
    assert_eq!(read[0].period.name(), "January to March 2026");
    assert_eq!(
        read[0].definition.as_deref(),
        Some("First day of a new package")
    );
    assert_eq!(read[1].amount, BroughtAmount::Pence(1_240_050));
    assert_eq!(read[1].definition, None);
    assert_eq!((read[0].is_returned, read[1].is_returned), (false, true));
}

#[test]
fn the_same_days_of_the_same_thing_never_count_twice() {
    let (count, said) = said(
        "complaints,2026-01-01,2026-03-31,3,,,Ann,,\n\
         complaints,2026-03-31,2026-06-30,2,,,Ann,,\n\
         complaints,2026-04-01,2026-06-30,2,,,Ann,,\n\
         safeguarding-concerns,2026-01-01,2026-03-31,3,,,Ann,,\n",
    );
    assert_eq!(count, 3);
    assert_eq!(
        said,
        ["3:1 `complaints` is counted for some of these days in line 2 already."]
    );
}

#[test]
fn days_that_count_twice_are_said_whatever_else_is_wrong_with_either_row() {
    let (count, said) = said(
        "complaints,2026-01-01,2026-03-31,three,,,Ann,,\n\
         complaints,2026-03-01,2026-06-30,2,,,,,\n",
    );
    assert_eq!(count, 0);
    assert_eq!(
        said,
        [
            "2:34 `count` should be a whole number, 0 or more, not `three`.",
            "3:1 `counted_by` is empty in this row.",
            "3:1 `complaints` is counted for some of these days in line 2 already.",
        ]
    );
}

#[test]
fn a_row_with_a_cell_too_few_or_too_many_is_called_so() {
    let (count, said) = said(
        "complaints,2026-01-01,2026-01-31,3,,,Ann\n\
         complaints,2026-02-01,2026-02-28,3,,,Ann,,,,\n\
         complaints,2026-03-01,2026-03-31,3,,,Ann,how, many,,\n\
         complaints,2026-04-01,2026-04-30,3,,,Ann,how,,many\n",
    );
    assert_eq!(count, 3);
    assert_eq!(
        said,
        [
            "2:1 Line 2 has 7 cells; the first line has 9.",
            "4:47 `returned` should be yes or no, not `many`.",
            "5:1 Line 5 has 10 cells; the first line has 9.",
        ]
    );
}

#[test]
fn rows_are_left_out_and_the_others_stay_as_they_were() {
    let text = format!("{HEAD}complaints,a,b,3,,,Ann,\"x, y\",\ncost-up,c,d,,,1,Ann,,\n");
    let at = text.find("cost-up").expect("a row");
    let left = without(&text, &[at]);
    assert_eq!(left, format!("{HEAD}complaints,a,b,3,,,Ann,\"x, y\",\n"));
}

#[test]
fn returned_days_that_reach_over_april_2023_are_warned_of_and_read() {
    let days = "complaints,2023-01-01,2023-06-30,3,,,Ann,,";
    let (count, warned) = said(&format!("{days}yes\n"));
    assert_eq!(count, 1);
    assert_eq!(
        warned,
        ["2:12 These days reach over 1 April 2023, when what councils return changed."]
    );
    assert_eq!(said(&format!("{days}no\n")), (1, vec![]));
    let (count, wrong) = said(&format!("{days}perhaps\n"));
    assert_eq!((count, wrong.len()), (0, 1));
}

proptest! {
    #[test]
    fn any_rows_are_read_or_found_fault_with(rows in "[a-z0-9,\"\n;£.-]{0,200}") {
        for text in [rows.clone(), format!("{HEAD}{rows}")] {
            let (read, problems) = read(&text);
            prop_assert!(!read.is_empty() || !problems.is_empty());
            for problem in problems {
                prop_assert!(text.get(problem.span).is_some());
            }
        }
    }
}

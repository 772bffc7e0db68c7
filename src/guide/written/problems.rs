//! All there is to say of one file: in the order of its text, each fault once, and with an end to it.

use std::collections::HashSet;

use crate::guide::{Problem, Severity};

/// A file with more to say than this is told in parts: mend these, and run it again.
const MOST_PROBLEMS: usize = 200;

/// What the spelling of a file and its values have to say, in the order of the text.
///
/// A line that is not understood as TOML has no sound value: what its remains look like is not worth saying.
pub fn together(text: &str, syntax: Vec<Problem>, mut values: Vec<Problem>) -> Vec<Problem> {
    let line = |problem: &Problem| text[..problem.span.start].rfind('\n');
    let faulty: HashSet<_> = syntax.iter().map(line).collect();
    values.retain(|problem| !faulty.contains(&line(problem)));
    values.extend(syntax);
    values.sort_by_key(|problem| (problem.span.start, problem.span.end));
    values
}

/// Whether the file can be used.
pub fn are_sound(problems: &[Problem]) -> bool {
    !problems
        .iter()
        .any(|problem| problem.severity == Severity::Error)
}

/// The first problems, and one that says how many more there are, as grave as the gravest of them.
pub fn capped(mut problems: Vec<Problem>) -> Vec<Problem> {
    if problems.len() <= MOST_PROBLEMS {
        return problems;
    }
    let rest = problems.split_off(MOST_PROBLEMS);
    let gravest = rest
        .iter()
        .map(|problem| problem.severity)
        .max()
        .unwrap_or(Severity::Warning);
    let span = rest[0].span.clone();
    let message = format!("There are {} more problems from here on.", rest.len());
    problems.push(Problem {
        severity: gravest,
        ..Problem::error(span, message).hint("Mend the ones above first.")
    });
    problems
}

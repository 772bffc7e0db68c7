//! Names known here that stand in a story's file, each with its place: somebody may have typed one in by hand.

use super::names::Names;
use crate::{guide::Problem, record::inert};

/// Every name that surely is one, line by line.
pub fn names_in_file(text: &str, names: &Names) -> Vec<Problem> {
    let mut found = vec![];
    let mut at = 0;
    for full in text.split_inclusive('\n') {
        let line = full.trim_end();
        for name in names.surely_in(&inert::plain(line)) {
            let span = match line.find(&name) {
                Some(begins) => at + begins..at + begins + name.len(),
                None => at..at + line.len(),
            };
            found.push(
                Problem::error(span, format!("\"{name}\" is a name known here."))
                    .hint("A story names nobody. Say who they are instead, such as: her daughter."),
            );
        }
        at += full.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_known_here_is_said_with_its_line_and_what_we_write_ourselves_is_none() {
        let names = Names::of_home(["Mary Ann A Baker", "May K", "Carol"]);
        let text = "---\nsaid_yes: \"Mary Ann A Baker\"\non: 2026-03-12\nshown: council\nuntil: 2027-05-12\n---\n\n\
                    # A story of difference\n\n## Who\n\nShe is a baker.\\\nCarol\\'s friend\n\n## Permission\n\n\
                    Said yes on 12 May 2026: mary ann a baker. Until: 12 May 2027. It may be taken back at any time.\n";
        let found: Vec<(usize, String)> = names_in_file(text, &names)
            .into_iter()
            .map(|one| (one.place(text).line, one.message))
            .collect();
        let said = |name: &str| format!("\"{name}\" is a name known here.");
        assert_eq!(
            found,
            [
                (2, said("Mary Ann A Baker")),
                (13, said("Carol")),
                (17, said("mary ann a baker")),
            ]
        );
    }
}

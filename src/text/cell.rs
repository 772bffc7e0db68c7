//! Words in a cell of a spreadsheet.

/// What begins a formula, or hides one.
const BEGINS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A cell that no spreadsheet takes for a formula.
pub fn cell(words: &str) -> String {
    if words.starts_with(BEGINS) {
        return format!("'{words}");
    }
    words.to_owned()
}

/// The words of such a cell.
pub fn of_cell(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(words) if words.starts_with(BEGINS) => words,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_formula_is_run_and_the_words_come_back() {
        for words in [
            "=1+1", "+44", "-", "@x", "\tx", "'quoted'", "", "plain", "a=b",
        ] {
            let in_cell = cell(words);
            assert!(!in_cell.starts_with(BEGINS), "{in_cell}");
            assert_eq!(of_cell(&in_cell), words);
        }
    }
}

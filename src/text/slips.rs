//! How far a mistyped word is from the one that was meant.

/// Letters added, dropped, changed, or swapped with a neighbour.
pub fn slips(from: &[char], to: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=to.len()).collect();
    for (row, from_letter) in from.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, to_letter) in to.iter().enumerate() {
            let changed = above[column] + usize::from(from_letter != to_letter);
            let mut best = changed.min(above[column + 1] + 1).min(current[column] + 1);
            let swapped =
                row > 0 && column > 0 && from[row - 1] == *to_letter && from[row] == to[column - 1];
            if swapped {
                best = best.min(before[column - 1] + 1);
            }
            current.push(best);
        }
        before = std::mem::replace(&mut above, current);
    }
    above[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_a_swap_as_one_slip() {
        let letters = |word: &str| word.chars().collect::<Vec<_>>();
        assert_eq!(slips(&letters("kind"), &letters("knid")), 1);
        assert_eq!(slips(&letters("kind"), &letters("")), 4);
        assert_eq!(slips(&letters(""), &letters("kind")), 4);
    }
}

//! A story that is gone on with after its record was put right. What was corrected is corrected in the story too, where
//! its words stand as they were chosen; what was changed by hand is the worker's.

use super::{
    super::names::{NUMBER, SOMEONE, SOMEWHERE},
    FromRecord, Telling,
};

/// The most words a name or a place is taken to have, where one was blanked.
const MOST_WORDS: usize = 4;

impl Telling {
    /// Takes what its record says now. True when a line of it is other than it was. Lines keep their order in a record:
    /// what is added stands after them.
    pub fn put_right(&mut self, now: FromRecord) -> bool {
        self.names = std::mem::take(&mut self.names).and(now.names);
        self.may_be = std::mem::take(&mut self.may_be).and(now.may_be);
        self.marked |= now.marked;
        let mut is_other = now.lines.len() < self.lines.len();
        for (at, mut new) in now.lines.into_iter().enumerate() {
            new.words = self.known.blanked(&self.names.blanked(&new.words));
            let Some(line) = self.lines.get_mut(at) else {
                self.lines.push(new);
                continue;
            };
            if says_the_same(&line.words, &new.words) {
                continue;
            }
            is_other = true;
            let part = self.parts[line.part].iter_mut();
            let chosen = part.filter(|words| line.chosen && **words == line.words);
            chosen.for_each(|words| words.clone_from(&new.words));
            line.words = new.words;
        }
        is_other
    }
}

/// Whether a line with blanks says what a line of the record says now. More may be blanked in the story than in the
/// record: the worker said of some words that they are a name.
fn says_the_same(told: &str, now: &str) -> bool {
    let told = told.replace(SOMEWHERE, SOMEONE).replace(NUMBER, SOMEONE);
    let now = now.replace(SOMEWHERE, SOMEONE).replace(NUMBER, SOMEONE);
    if told == now {
        return true;
    }
    let mut pieces = told.split(SOMEONE);
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = now.strip_prefix(first) else {
        return false;
    };
    let mut pieces = pieces.peekable();
    if pieces.peek().is_none() {
        return false;
    }
    while let Some(piece) = pieces.next() {
        let found = match pieces.peek() {
            // The last piece ends the line.
            None => rest.strip_suffix(piece).map(str::len),
            Some(_) => rest.find(piece),
        };
        let Some(at) = found.filter(|at| may_be_blanked(&rest[..*at])) else {
            return false;
        };
        rest = &rest[at + piece.len()..];
    }
    true
}

/// Whether a blank may stand for this: a blank itself, or a few words that hold none.
fn may_be_blanked(words: &str) -> bool {
    let is_short = (1..=MOST_WORDS).contains(&words.split_whitespace().count());
    words == SOMEONE || (is_short && !words.contains(SOMEONE))
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            super::{Line, names::Names},
            Settled,
            tests::begun,
        },
        *,
    };

    fn now(lines: &[&str]) -> FromRecord {
        let line = |words: &&str| Line {
            words: (*words).to_owned(),
            part: 1,
            chosen: false,
        };
        FromRecord {
            lines: lines.iter().map(line).collect(),
            names: Names::default(),
            may_be: Names::default(),
            linked: vec![],
            marked: false,
        }
    }

    #[test]
    fn a_line_that_stands_as_it_was_chosen_is_put_right_where_it_was_put() {
        let mut telling = begun();
        telling.choose(1);
        telling.under(1, true);
        assert!(!telling.put_right(now(&["\"I go out.\"", "The step"])));
        assert!(telling.put_right(now(&["\"I go out.\"", "The back step, says Joan", "More"])));
        assert_eq!(telling.story().parts[2], "The back step, says [someone]");
        assert!(telling.lines[1].chosen && !telling.lines[2].chosen);
        telling.choose(1);
        assert!(!telling.holds_words(), "it comes out again");
    }

    #[test]
    fn a_line_that_was_changed_by_hand_stays_and_it_is_said() {
        let mut telling = begun();
        telling.choose(1);
        telling.parts[1][0].push_str(" at the back");
        assert!(telling.put_right(now(&["\"I go out.\"", "The kerb"])));
        assert_eq!(telling.story().parts[1], "The step at the back");
        assert_eq!(telling.lines[1].words, "The kerb");
    }

    #[test]
    fn what_the_worker_blanked_is_no_correction() {
        let mut telling = begun();
        telling.lines[1].words = "The step, said Tariq of Leeds".to_owned();
        telling.choose(1);
        telling.settle("Tariq", Settled::Someone);
        telling.settle("Leeds", Settled::Somewhere);
        let same = now(&["\"I go out.\"", "The step, said Tariq of Leeds"]);
        assert!(!telling.put_right(same));
        let other = now(&["\"I go out.\"", "The kerb, said Tariq of Leeds"]);
        assert!(telling.put_right(other));
        assert!(!says_the_same("[someone] rings", "[someone]'s wife rings"));
        assert!(!says_the_same("The step", "The steps"));
        assert!(says_the_same("[someone] and [someone]", "Tariq B and Meg"));
    }
}

//! Where words stand in a letter, however its Markdown writes them.
//!
//! Somebody who puts a word right types what they read: without the backslashes, with straight quotation marks where
//! Word put curly ones, over the end of a line. So the letter is read as the letters a person sees, each with the bytes
//! it stands for.

use std::ops::Range;

/// A letter's Markdown as the words in it.
#[derive(Debug)]
pub struct Letter {
    letters: Vec<Seen>,
}

/// One letter a person sees.
#[derive(Debug, Clone)]
struct Seen {
    /// As it is compared: every space alike, every quotation mark and dash of its kind alike.
    like: char,
    /// As it stands.
    letter: char,
    /// The bytes of the Markdown it stands for.
    bytes: Range<usize>,
}

/// Between two entries, and around what is italic or bold: no words go on across it.
const EDGE: char = '\n';

impl Letter {
    /// Reads Markdown of this module, without its header.
    pub fn of(markdown: &str) -> Self {
        let mut letter = Self { letters: vec![] };
        let mut start = 0_usize;
        let mut open = Shape::Edge;
        for full in markdown.split_inclusive('\n') {
            let line = full.trim_end_matches(['\n', '\r']);
            let (shape, skipped) = shape(line);
            let goes_on = shape == open && matches!(shape, Shape::Quote | Shape::Words);
            let goes_on = goes_on || (shape == Shape::Words && open == Shape::Item);
            let between = if goes_on { ' ' } else { EDGE };
            letter.push(between, between, start.saturating_sub(1)..start);
            letter.read_line(line, skipped, start);
            open = if goes_on { open } else { shape };
            start += full.len();
        }
        letter
    }

    /// Where these words stand whole, one after the other.
    pub fn find(&self, words: &str) -> Vec<Range<usize>> {
        let wanted: Vec<char> = words
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .chars()
            .map(alike)
            .collect();
        let mut found = vec![];
        let mut at = 0;
        while !wanted.is_empty() && at + wanted.len() <= self.letters.len() {
            let end = at + wanted.len();
            let same = self.letters[at..end].iter().map(|seen| seen.like);
            if same.eq(wanted.iter().copied()) && self.is_whole(at, end) {
                let last = &self.letters[end - 1];
                found.push(self.letters[at].bytes.start..last.bytes.end);
                at = end;
            } else {
                at += 1;
            }
        }
        found
    }

    /// The words that stand in these bytes.
    pub fn words_at(&self, bytes: &Range<usize>) -> String {
        let inside = |seen: &&Seen| seen.bytes.start >= bytes.start && seen.bytes.end <= bytes.end;
        let letters = self.letters.iter().filter(inside);
        letters.map(|seen| seen.letter).collect()
    }

    /// Whether no word is cut at either end.
    fn is_whole(&self, from: usize, to: usize) -> bool {
        let in_word = |at: usize| self.letters[at].like.is_alphanumeric();
        let cut = |at: usize| at > 0 && at < self.letters.len() && in_word(at - 1) && in_word(at);
        !cut(from) && !cut(to)
    }

    fn read_line(&mut self, line: &str, skipped: usize, start: usize) {
        let mut rest = line[skipped..].char_indices().peekable();
        while let Some((at, c)) = rest.next() {
            let from = start + skipped + at;
            let to = from + c.len_utf8();
            let escaped = rest.next_if(|(_, next)| c == '\\' && next.is_ascii_punctuation());
            match (c, escaped) {
                (_, Some((_, next))) => self.push(alike(next), next, from..to + 1),
                // A hard break at the end of its line, and what is italic or bold.
                ('\\', None) if rest.peek().is_none() => {}
                ('*', None) => self.push(EDGE, EDGE, from..to),
                (c, None) => self.push(alike(c), c, from..to),
            }
        }
    }

    fn push(&mut self, like: char, letter: char, bytes: Range<usize>) {
        let last = self.letters.last().map(|seen| seen.like);
        if like == ' ' && matches!(last, None | Some(' ' | EDGE)) {
            return;
        }
        let letter = if like == ' ' { ' ' } else { letter };
        self.letters.push(Seen {
            like,
            letter,
            bytes,
        });
    }
}

/// Words without the quotation marks typed round them.
pub fn unquoted(words: &str) -> &str {
    words
        .trim()
        .trim_matches(|c| matches!(alike(c), '"' | '\''))
}

/// A character as it is compared.
fn alike(c: char) -> char {
    match c {
        c if c.is_whitespace() => ' ',
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' | '‚' | 'ʼ' => '\'',
        '‐' | '‑' | '–' | '—' => '-',
        c => c,
    }
}

/// What a line of the letter is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Edge,
    Heading,
    Item,
    Quote,
    Words,
}

/// The shape of a line, and how many bytes of it are not words.
fn shape(line: &str) -> (Shape, usize) {
    const BEGINNINGS: [(&str, Shape); 8] = [
        ("# ", Shape::Heading),
        ("## ", Shape::Heading),
        ("- [ ] ", Shape::Item),
        ("- [x] ", Shape::Item),
        ("- ", Shape::Item),
        ("* ", Shape::Item),
        ("+ ", Shape::Item),
        (">", Shape::Quote),
    ];
    let spaces = line.len() - line.trim_start().len();
    let words = &line[spaces..];
    let found = BEGINNINGS
        .iter()
        .find(|(begins, _)| words.starts_with(begins));
    let (shape, skipped) =
        found.map_or((Shape::Words, 0), |(begins, shape)| (*shape, begins.len()));
    match words[skipped..].trim().is_empty() {
        true => (Shape::Edge, line.len()),
        false => (shape, spaces + skipped),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = "# Talking with you, Joan\n\nTuesday 10 March.\nPlease ring.\n\n## What matters\n\n\
        > \"I can't get\\\n> down the front step.\"\n\n- Sam rings. *(I noticed this)*\n- [ ] 2\\*3 eggs. **Sam, Wed**\n";

    fn found(words: &str) -> Vec<&str> {
        let ranges = Letter::of(LETTER).find(words).into_iter();
        ranges.map(|range| &LETTER[range]).collect()
    }

    #[test]
    fn words_are_found_as_they_are_read() {
        assert_eq!(found("I can’t  get down"), ["I can't get\\\n> down"]);
        assert_eq!(found("“I can't"), ["\"I can't"]);
        assert_eq!(found("2*3 eggs"), ["2\\*3 eggs"]);
        assert_eq!(found("10 March. Please"), ["10 March.\nPlease"]);
        assert_eq!(found("Sam"), ["Sam", "Sam"]);
        assert_eq!(unquoted(" ‘front step’ "), "front step");
    }

    #[test]
    fn no_part_of_a_word_and_nothing_across_two_entries() {
        for words in [
            "tep",
            "Sa",
            "",
            " ",
            "step.\" Sam",
            "rings. (I",
            "matters I",
            "eggs. Sam",
        ] {
            assert_eq!(found(words), [""; 0], "{words}");
        }
    }

    #[test]
    fn what_was_found_can_be_said_as_it_stands() {
        let letter = Letter::of(LETTER);
        let range = letter.find("i".to_uppercase().as_str()).remove(0);
        assert_eq!(letter.words_at(&range), "I");
        let range = letter.find("get down the front").remove(0);
        assert_eq!(letter.words_at(&range), "get down the front");
    }
}

//! Words of a file as a list keeps them: on one line, in letters and spaces, with nothing in them that acts.

use std::collections::{HashMap, HashSet};

use crate::text;

/// The most letters of any one text of a listing that are kept: more than anybody reads out.
pub(super) const LONGEST: usize = 400;

/// The text with one space between words, and without what steers a screen or turns the words on it. Also whether there
/// was any of that.
pub(super) fn one_line(written: &str) -> (String, bool) {
    if is_tidy(written) {
        return (written.to_owned(), false);
    }
    let is_unseen = |c: &char| {
        !c.is_whitespace()
            && (c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
    };
    let has_unseen = written.chars().any(|c| is_unseen(&c));
    let seen: String = written.chars().filter(|c| !is_unseen(c)).collect();
    let words: Vec<&str> = seen.split_whitespace().collect();
    (text::stored(&words.join(" ")), has_unseen)
}

/// Most words are, and there may be millions of them.
fn is_tidy(written: &str) -> bool {
    let bytes = written.as_bytes();
    bytes.iter().all(|byte| matches!(byte, b' '..=b'~'))
        && !bytes.starts_with(b" ")
        && !bytes.ends_with(b" ")
        && !written.contains("  ")
}

/// The text without what comes after so many letters, cut between words where it can be. Also whether it was cut.
pub(super) fn cut(text: &str, most: usize) -> (String, bool) {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return (text.to_owned(), false);
    };
    let kept = &text[..end];
    let kept = kept.rsplit_once(' ').map_or(kept, |(kept, _)| kept);
    (
        format!("{} ...", kept.trim_end_matches([' ', ',', ';', '.'])),
        true,
    )
}

/// Up to the end of the first sentence that says something.
pub(super) fn first_sentence(text: &str) -> &str {
    let ends = text.match_indices(['.', '!', '?']);
    let end = ends
        .map(|(at, end)| at + end.len())
        .find(|end| *end >= 20 && text[*end..].starts_with([' ']));
    end.map_or(text, |end| &text[..end]).trim_end_matches('.')
}

/// A text that a web page shows, as plain words: tags, entities and the signs of Markdown go. Also whether any went.
pub(super) fn plain(written: &str) -> (String, bool) {
    if !written.contains(['<', '&', '*', '[', '`', '#', '_']) {
        return (written.to_owned(), false);
    }
    let without_tags = without_tags(written);
    let plain = without_markdown(&entities(&without_tags));
    let changed = plain != written;
    (plain, changed)
}

/// Tags end at their `>`; what stands in a script or a style goes with it. A `<` that begins no tag stays.
fn without_tags(written: &str) -> String {
    let mut out = String::with_capacity(written.len());
    let mut rest = written;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let is_tag = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        let Some(end) = rest.find('>').filter(|_| is_tag) else {
            // A tag that is never closed takes what is left of it to the end of the line.
            out.push_str(if is_tag { " " } else { "<" });
            rest = match rest.find('\n').filter(|_| is_tag) {
                Some(line) => &rest[line..],
                None if is_tag => "",
                None => &rest[1..],
            };
            continue;
        };
        let name: String = rest[1..]
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphabetic)
            .collect::<String>()
            .to_ascii_lowercase();
        let opens = !rest.starts_with("</");
        rest = &rest[end + 1..];
        if opens && (name == "script" || name == "style") {
            let close = format!("</{name}");
            let lower = rest.to_ascii_lowercase();
            rest = lower.find(&close).map_or("", |at| &rest[at..]);
        }
        // These stand inside a sentence; all others begin or end one.
        if !["a", "b", "i", "u", "em", "strong", "span"].contains(&name.as_str()) {
            out.push(' ');
        }
    }
    out.push_str(rest);
    out
}

/// The entities that descriptions have in them, by name or by number.
fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(10).position(|byte| byte == b';');
        match end.and_then(|end| Some((entity(&rest[1..end])?, end))) {
            Some((letter, end)) => {
                out.push(letter);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" | "rsquo" | "lsquo" => '\'',
        "nbsp" => ' ',
        "pound" => '£',
        "ndash" | "mdash" => '-',
        "eacute" => 'é',
        "hellip" => '…',
        _ => {
            let number = name.strip_prefix('#')?;
            let number = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(number)?
        }
    })
}

/// `**bold**`, `[words](address)`, `# heading` and `* item` without their signs.
fn without_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let start = line.trim_start();
        let start = start.trim_start_matches('#');
        let start = start.strip_prefix("* ").unwrap_or(start);
        out.push_str(&start.replace("**", "").replace("__", "").replace('`', ""));
        if !line.ends_with('\n') {
            continue;
        }
        out.push(' ');
    }
    without_links(&out)
}

fn without_links(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let link = rest.split_once("](").and_then(|(words, after)| {
            let (_, after) = after.split_once(')')?;
            let is_near = !words[1..].contains(['[', ']']);
            is_near.then_some((&words[1..], after))
        });
        match link {
            Some((words, after)) => {
                out.push_str(words);
                rest = after;
            }
            None => {
                out.push('[');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// The ids that are in use.
#[derive(Default)]
pub(super) struct Ids {
    taken: HashSet<String>,
    /// How many have wanted the same one, so that a thousand of a name are numbered in a thousand steps.
    wanted: HashMap<String, usize>,
}

impl Ids {
    /// Takes this id, or else the same with the first number after it that is free.
    pub fn take(&mut self, id: &str) -> String {
        let mut free = id.to_owned();
        while !self.taken.insert(free.clone()) {
            let count = self.wanted.entry(id.to_owned()).or_insert(1);
            *count += 1;
            free = format!("{id}-{count}");
        }
        free
    }
}

/// `Soup and Sit, St Mary's` is `soup-and-sit-st-marys`.
pub(super) fn id_from(name: &str) -> String {
    let name = name.to_lowercase().replace(['\'', '\u{2019}'], "");
    let words = name.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return "listing".to_owned();
    }
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_web_page_becomes_words() {
        for (written, said) in [
            (
                "<p>Hot <b>lunch</b> &amp; company</p>",
                "Hot lunch & company",
            ),
            ("<script>alert(1)</script>Lunch<br/>daily", "Lunch daily"),
            (
                "**Lunch** at [the hall](http://x.example/a)",
                "Lunch at the hall",
            ),
            ("## Lunch\n* soup\n* cake", "Lunch soup cake"),
            (
                "under <5 and over >60 &pound;4 &#163;5 &bad; &",
                "under <5 and over >60 £4 £5 &bad; &",
            ),
            ("Lunch <a href='never closed", "Lunch"),
            ("ages 5_to_9 [sic]", "ages 5_to_9 [sic]"),
        ] {
            assert_eq!(one_line(&plain(written).0).0, said, "{written}");
        }
    }

    #[test]
    fn long_words_are_cut_and_sentences_ended() {
        assert_eq!(cut("one two three", 9), ("one two ...".to_owned(), true));
        assert_eq!(cut("one", 9), ("one".to_owned(), false));
        assert_eq!(
            first_sentence("Hot lunch with Rev. Jones every week. Ring first."),
            "Hot lunch with Rev. Jones every week"
        );
    }

    proptest! {
        #[test]
        fn anything_can_be_made_plain(written: String, most in 0..40usize) {
            let (said, _) = one_line(&plain(&written).0);
            prop_assert!(!said.chars().any(char::is_control));
            let _ = (cut(&said, most), first_sentence(&said), id_from(&said));
        }

        #[test]
        fn tags_never_come_through(words in "[a-z ]{0,12}", tag in "[a-z]{1,6}") {
            let (said, _) = plain(&format!("<{tag}>{words}</{tag}>"));
            prop_assert!(!said.contains('<'));
        }
    }
}

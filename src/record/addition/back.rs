//! The additions of a file, read back. What a person wrote under our headings by hand is theirs to word, so whatever is
//! not in our form is left to be read as it is.

use super::{
    ADDED_SINCE, Added, Addition, YOU_SAY,
    entry::{AGAIN, CORRECTED, HEARD, SHOULD_BE, VOID, WHY},
};
use crate::record::{
    front,
    inert::{find_bare, plain},
    read,
};

/// What was added since the record was finished, heading by heading. What became of promises is in the header.
pub fn additions(markdown: &str) -> Vec<Added> {
    let body = front::split(markdown).map_or("", |(_, body)| body);
    let (_, added) = read::at_the_foot(body);
    let mut found = vec![];
    let mut heading = "";
    let mut lines = added.lines().map(str::trim_end).peekable();
    while let Some(line) = lines.next() {
        if line.starts_with("## ") {
            heading = line;
        } else if heading == ADDED_SINCE {
            found.extend(an_item(line));
        } else if heading == YOU_SAY && line.starts_with('>') {
            let mut quote = vec![line];
            quote.extend(std::iter::from_fn(|| {
                lines.next_if(|line| line.starts_with('>'))
            }));
            while lines.next_if(|line| line.is_empty()).is_some() {}
            let by_and_when = lines.next_if(|line| tag(line).is_some()).and_then(tag);
            found.push(Added {
                addition: Addition::Statement(unquote(&quote)),
                by_and_when: by_and_when.unwrap_or_default(),
            });
        }
    }
    found
}

fn an_item(line: &str) -> Option<Added> {
    let item = line.strip_prefix("- ")?;
    let at = item.rfind(" *(")?;
    let addition = read_words(&item[..at])?;
    Some(Added {
        addition,
        by_and_when: tag(&item[at + 1..])?,
    })
}

fn read_words(words: &str) -> Option<Addition> {
    let after = |begins: &str| words.strip_prefix(begins).map(plain);
    let correction = || {
        let rest = words.strip_prefix(CORRECTED)?;
        let (old, rest) = at_bare(rest, SHOULD_BE)?;
        let (new, why) = at_bare(rest, WHY)?;
        let [old, new, why] = [old, new, why].map(plain);
        Some(Addition::Correction { old, new, why })
    };
    correction()
        .or_else(|| after(HEARD).map(Addition::HeardLater))
        .or_else(|| after(VOID).map(|why| Addition::Void { why }))
        .or_else(|| after(AGAIN).map(|why| Addition::StandsAgain { why }))
}

fn at_bare<'a>(text: &'a str, between: &str) -> Option<(&'a str, &'a str)> {
    let at = find_bare(text, between)?;
    Some((&text[..at], &text[at + between.len()..]))
}

/// `Priya N, Wed 11 March 2026, 09:10` of `*(Priya N, Wed 11 March 2026, 09:10)*`.
fn tag(words: &str) -> Option<String> {
    let inside = words.strip_prefix("*(")?.strip_suffix(")*")?;
    Some(plain(inside))
}

/// The words of a block quote, line for line.
fn unquote(quote: &[&str]) -> String {
    let words = quote.iter().map(|line| {
        let line = line.trim_start_matches('>').trim();
        let backslashes = line.len() - line.trim_end_matches('\\').len();
        let breaks = !backslashes.is_multiple_of(2);
        plain(&line[..line.len() - usize::from(breaks)])
    });
    words.collect::<Vec<_>>().join("\n")
}

//! What a source file names, as far as the rules of the house need to know.

use std::collections::BTreeSet;

/// The first names after `crate::`, and after as many `super::` as lead to the crate.
pub fn used_rooms(code: &str, depth: usize) -> BTreeSet<String> {
    let mut used = first_names(code, "crate::");
    used.extend(first_names(code, &"super::".repeat(depth)));
    used
}

/// The names that come straight after `path` wherever it stands in the code, with those of a `{ group }`.
pub fn first_names(code: &str, path: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices(path) {
        if code[..at].ends_with(|c: char| is_name(c) || c == ':') {
            continue;
        }
        let rest = &code[at + path.len()..];
        match rest.trim_start().strip_prefix('{') {
            Some(group) => found.extend(group_names(group)),
            None => found.extend(first_name(rest)),
        }
    }
    found
}

/// The names at the top of a group, up to the bracket that closes it.
fn group_names(group: &str) -> Vec<String> {
    let (mut names, mut depth, mut start) = (vec![], 0, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.extend(first_name(&group[start..at]));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names
}

fn first_name(text: &str) -> Option<String> {
    let name: String = text
        .trim_start()
        .chars()
        .take_while(|c| is_name(*c))
        .collect();
    (!name.is_empty()).then_some(name)
}

/// Whether the code names it: as a whole name, not as a part of one.
pub fn names(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        !code[..at].ends_with(is_name) && !code[at + name.len()..].starts_with(is_name)
    })
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The code with nothing in its comments and quotes, so that words do not count as names.
pub fn without_words(text: &str) -> String {
    let (mut code, mut rest) = (String::new(), text);
    while let Some(c) = rest.chars().next() {
        let skipped = comment(rest).or_else(|| quoted(rest, &code));
        let passed = skipped.unwrap_or(c.len_utf8());
        if skipped.is_none() {
            code.push(c);
        }
        rest = &rest[passed..];
    }
    code
}

/// The length of the comment the text begins with.
fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    text.starts_with("/*")
        .then(|| text.find("*/").map_or(text.len(), |end| end + 2))
}

/// The length of the string or character the text begins with. A tick that begins neither is a lifetime.
fn quoted(text: &str, before: &str) -> Option<usize> {
    if let Some(hashes) = text
        .strip_prefix('r')
        .filter(|_| !before.ends_with(is_name))
    {
        let count = hashes.bytes().take_while(|b| *b == b'#').count();
        if hashes[count..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(count));
            let begin = 1 + count + 1;
            return text[begin..].find(&end).map(|at| begin + at + end.len());
        }
    }
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut escaped = false;
    for (nth, (at, c)) in text.char_indices().enumerate().skip(1) {
        if quote == '\'' && nth == 2 && c != '\'' && !text[1..].starts_with('\\') {
            return None;
        }
        if c == quote && !escaped {
            return Some(at + 1);
        }
        escaped = c == '\\' && !escaped;
    }
    None
}

/// The code without what is compiled for tests alone.
pub fn without_tests(code: &str) -> String {
    let mark = "#[cfg(test)]";
    let (mut kept, mut rest) = (String::new(), code);
    while let Some(at) = rest.find(mark) {
        kept.push_str(&rest[..at]);
        rest = &rest[at + mark.len()..];
        rest = &rest[item_length(rest)..];
    }
    kept + rest
}

/// The length of one item: to its semicolon, or past its block.
fn item_length(code: &str) -> usize {
    let mut depth = 0;
    for (at, c) in code.char_indices() {
        match c {
            ';' if depth == 0 => return at + 1,
            '{' => depth += 1,
            '}' if depth <= 1 => return at + 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

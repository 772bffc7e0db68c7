//! Words in a page for a browser.

use super::shown;

/// Words as words: nothing in them is markup, in a page or in the quotes of an attribute, and nothing in them acts.
pub fn html(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for c in shown(words).chars() {
        match c {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            '\'' => text.push_str("&#39;"),
            c => text.push(c),
        }
    }
    text
}

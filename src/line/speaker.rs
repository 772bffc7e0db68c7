//! Whose words: the `Carol: ` a note may begin with.

/// First words that are a heading, an opening or a kind of fact, not a person. A name is what is left: one to three
/// words that begin with a capital. The list errs towards names that are missed, because a missed name is still there
/// in the words, and a made-up speaker puts words in somebody's mouth.
///
/// Roles (`GP:`, `OT:`, `Mum:`) are people who speak, so they are not here. Compared without case or full stops.
const NOT_NAMES: [&str; 5] = [
    // Openings of a note.
    "nb ps note notes re ref reference fao cc fwd fw subject to from dear update summary action actions plan plans \
     todo reminder remember important urgent warning example eg ie also and but so or then first second third last \
     next finally step point part item question questions answer answers option options outcome outcomes result \
     results reason reasons goal goals aim aims issue issues problem problems concern concerns worry worries strength \
     strengths risk risks background history yes no ok okay",
    // Asking and pointing words.
    "who what when where why how which the a an this that these those there here it i we you he she they my our your \
     at in on by for with about after before if as",
    // Facts.
    "tel telephone phone mobile mob landline email e-mail fax number contact contacts address postcode website web \
     link http https www code key keys dob born age nhs height weight bp temp date dates time times day days hours \
     total cost costs price amount balance money rent benefits income bills debt meds medication medicines allergies \
     allergy diagnosis health pain sleep mood food diet drink mobility home house housing transport shopping likes \
     dislikes wants needs language religion",
    // Days.
    "today tomorrow tonight yesterday monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds \
     thu thur thurs fri sat sun week month morning afternoon evening night january february march april may june july \
     august september october november december",
    // What the worker did.
    "rang called phoned spoke talked met saw visited asked told said says heard agreed emailed texted wrote sent left",
];

const MOST_CHARS: usize = 30;
const MOST_WORDS: usize = 3;

/// Splits `Carol: she will not eat` into the speaker and what was said. `Carol (daughter): ...` keeps the role with the
/// name. `None` when it does not begin with a name, or when nothing follows.
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    let colon = text.find(':')?;
    let (speaker, said) = (&text[..colon], &text[colon + 1..]);
    let has_words = said.starts_with(char::is_whitespace) && !said.trim().is_empty();
    (has_words && is_speaker(speaker)).then(|| (speaker, said.trim_start()))
}

fn is_speaker(text: &str) -> bool {
    match text.split_once(" (") {
        None => is_name(text),
        Some((name, role)) => is_name(name) && role.strip_suffix(')').is_some_and(is_role),
    }
}

fn is_name(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or_default();
    first.chars().next().is_some_and(char::is_uppercase)
        && name.chars().count() <= MOST_CHARS
        && name.split(' ').count() <= MOST_WORDS
        && name.split(' ').all(is_name_word)
        && name.split(' ').skip(1).all(goes_on_as_a_name)
        && !is_not_a_name(first)
}

/// After the first, a word of a name has a capital, or is one that names have: `Anne de Souza`, `Carol's mum`.
const WITHIN_NAMES: [&str; 22] = [
    "de", "van", "von", "der", "den", "la", "le", "ap", "ferch", "bin", "binti", "al", "mum",
    "dad", "son", "daughter", "sister", "brother", "wife", "husband", "partner", "door",
];

fn goes_on_as_a_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) || WITHIN_NAMES.contains(&word)
}

fn is_name_word(word: &str) -> bool {
    word.chars().any(char::is_alphabetic)
        && word
            .chars()
            .all(|c| c.is_alphabetic() || is_mark(c) || matches!(c, '\'' | '\u{2019}' | '-' | '.'))
}

/// A letter may be written as a letter and a mark (NFD), as pasted names are.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

fn is_role(role: &str) -> bool {
    let chars = role.chars().count();
    (1..=MOST_CHARS).contains(&chars) && !role.contains(['(', ')', '\n'])
}

fn is_not_a_name(word: &str) -> bool {
    let same = |listed: &str| {
        let letters = word.chars().filter(|c| *c != '.');
        letters.flat_map(char::to_lowercase).eq(listed.chars())
    };
    NOT_NAMES
        .into_iter()
        .flat_map(str::split_whitespace)
        .any(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let names = [
            "Carol",
            "Dr Shah",
            "Mary-Ann O'Neil",
            "Carol (daughter)",
            "GP",
            "Home-help",
            "\u{141}ucja",
            "Mr. J. Smith",
            "Si\u{302}n",
        ];
        for name in names {
            assert_eq!(split(&format!("{name}: no")), Some((name, "no")));
        }
        assert_eq!(split("Carol:\tno"), Some(("Carol", "no")));
    }

    #[test]
    fn not_names() {
        let texts = [
            "Note: she rang",
            "N.B.: key safe",
            "Re: heating",
            "Tuesday: chapel",
            "Spoke to Carol: she is fine",
            "She went out and said: no",
            "Flat 2: no",
            "carol: no",
            "Carol:no",
            "Carol: ",
            "Carol",
            ": no",
            "10:30: no",
            "https://example.org",
            "Carol (: no",
            "Carol (): no",
            "A\nB: no",
            " Carol: no",
        ];
        for text in texts {
            assert_eq!(split(text), None, "{text}");
        }
    }
}

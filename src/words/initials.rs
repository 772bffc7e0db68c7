//! Initials that tell people apart: a whole name is on no list that others may see.

use crate::text;

/// The initials of a name, as all lists show them: `RK`. Empty of no name.
pub fn initials(name: &str) -> String {
    told_by(name, 1)
}

/// The initials among those of others: where theirs are the same, as many first letters of the first name as tell them
/// apart (`RaK`, `RiK`), and never all of it. The initials alone where nothing short of that does.
pub fn initials_among<'a>(name: &str, others: impl IntoIterator<Item = &'a str>) -> String {
    let short = initials(name);
    let first_letter = |name: &str| {
        name.trim_start()
            .chars()
            .next()
            .map(|one| one.to_lowercase().to_string())
    };
    let begins = first_letter(name);
    let rivals: Vec<String> = others
        .into_iter()
        // Most of many thousand are told apart by this alone.
        .filter(|other| first_letter(other) == begins)
        .filter(|other| initials(other) == short && !is_same(other, name))
        .map(first_name)
        .collect();
    let first = first_name(name);
    let letters = first.chars().count();
    let tells = |count: &usize| {
        let start: String = first.chars().take(*count).collect();
        rivals.iter().all(|rival| !rival.starts_with(&start))
    };
    let count = match rivals.is_empty() {
        true => Some(1),
        false => (2..letters).find(tells),
    };
    told_by(name, count.unwrap_or(1))
}

fn told_by(name: &str, count: usize) -> String {
    let mut words = name.split_whitespace().take(3);
    let first = words.next().unwrap_or_default().chars().take(count);
    let first = first.enumerate().flat_map(|(at, letter)| match at {
        0 => letter.to_uppercase().collect::<Vec<char>>(),
        _ => letter.to_lowercase().collect(),
    });
    let rest = words.filter_map(|word| word.chars().next());
    let rest = rest.flat_map(char::to_uppercase);
    let all: String = first.chain(rest).collect();
    text::shown(&all).into_owned()
}

fn first_name(name: &str) -> String {
    let first = name.split_whitespace().next().unwrap_or_default();
    first.to_lowercase()
}

/// The same name but for letters' size and spaces: one person as far as any list can tell.
fn is_same(a: &str, b: &str) -> bool {
    let plain = |name: &str| name.to_lowercase().split_whitespace().collect::<String>();
    plain(a) == plain(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_of_the_same_initials_are_told_apart_and_never_by_the_whole_name() {
        for (name, others, expected) in [
            ("Rahim K", vec!["Joan M", "Rahim K"], "RK"),
            ("Rahim K", vec!["Rita K", "rahim  k"], "RaK"),
            ("Rita K", vec!["Rahim K"], "RiK"),
            ("rahim k", vec!["Rachel K", "Rita K"], "RahK"),
            ("Joan M", vec!["Joanne M"], "JM"),
            ("Joanne M", vec!["Joan M"], "JoannM"),
            ("Jo M", vec!["Al M", "Joan M"], "JM"),
            ("Rahim K", vec!["Rahim Khan"], "RK"),
            ("", vec!["", "Rita K"], ""),
        ] {
            assert_eq!(
                initials_among(name, others.clone()),
                expected,
                "{name}, {others:?}"
            );
        }
    }
}

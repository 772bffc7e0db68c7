//! A step's words as a list has them beside who and when: the day is said once, and still true the next day.
//!
//! "Ring Joan tomorrow" is wrong on the morrow. So where a list says the day itself, the words it was read from are
//! left out. Nothing else ever is, and where the rest would not stand without them the words stay whole.

use std::ops::Range;

use chrono::NaiveDate;

use super::{Day, sentence::Sentence, when};

/// Words before a day that nothing but a day can follow, so neither can be left out.
const HANGS: &str = "\
    the a an of to or and than from for before until till after since between about like except not is are was \
    be if its it's this last next every each most all in within during over at through around";

/// Words after a day that join another to it.
const JOINS: &str = "or to till until and/or";

/// Words after "I" that do not follow "I will".
const NOT_AFTER_WILL: &str = "\
    am was were have had do did does don't didn't can can't cannot could couldn't would wouldn't should may might \
    must said told asked promised agreed think thought know knew hope";

/// The sentence without the words its day was read from, as typed on the day `typed_on`. One that is nothing but a day
/// stays as it is.
pub fn without_day(sentence: &str, typed_on: NaiveDate) -> String {
    let rest = day_words(sentence, typed_on)
        .map(|day| joined(&sentence[..day.start], &sentence[day.end..]));
    match rest {
        Some(rest) if rest.contains(char::is_alphanumeric) => rest,
        _ => sentence.to_owned(),
    }
}

/// A promise of the worker's as it follows "I will": "I send the times" is "send the times". Words that would not
/// follow it stay as they are.
pub fn after_i_will(sentence: &str) -> &str {
    let sentence = sentence.trim_start();
    let Some((first, rest)) = sentence.split_once(char::is_whitespace) else {
        return sentence;
    };
    let rest = rest.trim_start();
    let next = rest.split_whitespace().next().unwrap_or_default();
    let next = next.trim_end_matches([',', '.', ';', ':']).to_lowercase();
    let has_will = matches!(next.as_str(), "will" | "shall");
    match first.replace('\u{2019}', "'").as_str() {
        "I'll" | "i'll" => rest,
        "I" | "i" if has_will => rest[next.len()..].trim_start(),
        "I" | "i" if !is_one_of(&next.replace('\u{2019}', "'"), NOT_AFTER_WILL) => rest,
        _ => sentence,
    }
}

/// Where the words of the day are, in bytes. `None` where there is no sure day, where there are two, and where the
/// words around it would not stand without it.
fn day_words(sentence: &str, typed_on: NaiveDate) -> Option<Range<usize>> {
    let words = Sentence::new(sentence);
    let mut sure = when::days(&words, typed_on).into_iter();
    let mut sure = sure
        .by_ref()
        .filter(|found| matches!(found.day, Day::On(_)));
    let day = sure.next().filter(|_| sure.next().is_none())?.words;
    let start = led(sentence, &words, day.start);
    let hangs = is_one_of(words.before(start), HANGS) || is_one_of(words.word(day.end), JOINS);
    let place = words.place(&(start..day.end))?;
    let (before, after) = (&sentence[..place.start], &sentence[place.end..]);
    let is_apart = before
        .chars()
        .next_back()
        .is_none_or(|c| c.is_whitespace() || c == '\u{2014}')
        && after
            .chars()
            .next()
            .is_none_or(|c| c.is_whitespace() || is_stop(c));
    (!hangs && is_apart).then_some(place)
}

/// The word the day begins at with what leads to it: "by the end of the week", "on 13 March".
fn led(sentence: &str, words: &Sentence<'_>, day: usize) -> usize {
    let leads = |at: usize, with: &[&str]| {
        let is_it = with.contains(&words.before(at));
        let gap = at.checked_sub(1).and_then(|before| {
            let (before, here) = (words.place(&(before..at))?, words.place(&(at..at + 1))?);
            sentence.get(before.end..here.start)
        });
        is_it && gap.is_some_and(|gap| gap.trim().is_empty())
    };
    if leads(day, &["the"]) && leads(day - 1, &["by", "on", "at"]) {
        day - 2
    } else if leads(day, &["by", "on"]) {
        day - 1
    } else {
        day
    }
}

/// What stood before the day and after it, as one sentence again.
fn joined(before: &str, after: &str) -> String {
    let (left, right) = (before.trim_end(), after.trim_start());
    if left.is_empty() {
        return right.trim_start_matches(is_seam).to_owned();
    }
    if right.chars().all(|c| is_stop(c) || c.is_whitespace()) {
        let stop = right.trim_start_matches(is_seam);
        return format!("{}{stop}", left.trim_end_matches(is_seam));
    }
    let gap = [&before[left.len()..], &after[..after.len() - right.len()]];
    match right.starts_with(is_stop) {
        true => format!("{}{right}", left.trim_end_matches(is_seam)),
        false if gap.iter().any(|gap| gap.contains('\n')) => format!("{left}\n{right}"),
        false => format!("{left} {right}"),
    }
}

/// Punctuation that only joined the day to the rest.
fn is_seam(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | ':' | '\u{2013}' | '\u{2014}')
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '\u{2026}') || (is_seam(c) && !c.is_whitespace())
}

fn is_one_of(word: &str, list: &str) -> bool {
    list.split_whitespace().any(|one| one == word)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tuesday() -> NaiveDate {
        "2026-03-10".parse().expect("a day")
    }

    fn listed(sentence: &str) -> String {
        without_day(sentence, tuesday())
    }

    #[test]
    fn the_day_is_left_to_the_list() {
        for (typed, listed_as) in [
            ("Ring Joan tomorrow", "Ring Joan"),
            (
                "I send Carol the times by Thursday",
                "I send Carol the times",
            ),
            ("Tomorrow, Sam rings", "Sam rings"),
            (
                "Ring on Friday about the key safe.",
                "Ring about the key safe.",
            ),
            ("Send the form by the end of the week.", "Send the form."),
            ("Ring Joan, on 13 March, about it", "Ring Joan, about it"),
            ("Ring Joan tomorrow at 2", "Ring Joan at 2"),
            ("Ring her over the weekend", "Ring her"),
            ("Ask in 2 weeks", "Ask"),
            ("Ask about Sunday lunch tomorrow", "Ask about Sunday lunch"),
            ("Ring Joan\ntomorrow\nand Sam", "Ring Joan\nand Sam"),
        ] {
            assert_eq!(listed(typed), listed_as, "{typed}");
        }
    }

    #[test]
    fn words_that_would_not_stand_without_the_day_stay_whole() {
        for typed in [
            "Find her card",
            "Tomorrow",
            "By Friday!",
            "Ring before Thursday",
            "Stay from Monday to Friday",
            "Ring on Monday, then Friday",
            "Move it to Friday",
            "Book the taxi for tomorrow",
            "Her appointment is tomorrow",
            "He said \"see you tomorrow\"",
            "Ring (tomorrow)",
            "Ask about Sunday lunch",
            "",
        ] {
            assert_eq!(listed(typed), typed);
        }
    }

    #[test]
    fn who_says_i_will_does_not_say_i_again() {
        for (typed, aloud) in [
            ("I send Carol the times", "send Carol the times"),
            ("I will ring Sam", "ring Sam"),
            ("I'll ring Sam", "ring Sam"),
            ("I\u{2019}ll ring Sam", "ring Sam"),
            ("Ring Sam", "Ring Sam"),
            ("I am to ring Sam", "I am to ring Sam"),
            ("I said I would ring", "I said I would ring"),
            ("Ian rings", "Ian rings"),
            ("I", "I"),
            ("", ""),
        ] {
            assert_eq!(after_i_will(typed), aloud, "{typed}");
        }
    }

    /// What is left of a text when nobody looks at spaces and at what joined a day to the rest.
    fn told(text: &str) -> String {
        text.chars().filter(|c| !is_seam(*c)).collect()
    }

    proptest! {
        #[test]
        fn what_is_left_and_the_words_of_the_day_are_the_whole(
            before in "(Ring|Sam rings|I send|Go to|Ask the|Ring, not|Stay from Monday to|\u{1F642}){0,1}[ ,.\n(]{0,2}",
            lead in "(by |on |the |by the |before |at the |by. ){0,1}",
            day in "(tomorrow|friday|next week|13 March|13/3|end of the week|in 2 weeks|the weekend|Sunday|tonight){0,1}",
            after in "[ ,.)\n]{0,2}(lunch|about it|or Sunday|morning|at 2|she said|\u{1F642}){0,1}[.!]{0,1}",
        ) {
            let typed = format!("{before}{lead}{day}{after}");
            let left = listed(&typed);
            let Some(place) = day_words(&typed, tuesday()) else {
                prop_assert_eq!(left, typed);
                return Ok(());
            };
            prop_assert!(when::read_day(&typed[place.clone()], tuesday()).due().is_some(), "{}", &typed[place]);
            let rest = told(&typed[..place.start]) + &told(&typed[place.end..]);
            if rest.contains(char::is_alphanumeric) {
                prop_assert_eq!(told(&left), rest);
            } else {
                prop_assert_eq!(left, typed);
            }
        }

        #[test]
        fn any_words_at_all_are_listed(typed in "\\PC{0,40}", day in 0i32..20_000) {
            let day = NaiveDate::from_num_days_from_ce_opt(730_000 + day).expect("a day");
            let _ = (without_day(&typed, day), after_i_will(&typed));
        }
    }
}

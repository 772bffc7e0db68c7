//! The days in a `when` that somebody wrote: `Tue 12-2`, `Mon-Fri 9-4`, `2nd and 4th Fri 2-4`.

use chrono::Weekday;

use super::{Days, Hours, WEEK, is_times};

/// The days these words say, or nothing unless every one of them is understood.
pub fn from_words(when: &str) -> Vec<Hours> {
    let words = when.replace([',', '&', '+', '/'], " and ").to_lowercase();
    let words = words.replace(['\u{2013}', '\u{2014}'], "-");
    read(&words).into_iter().collect()
}

fn read(words: &str) -> Option<Hours> {
    let mut nth: Vec<i8> = vec![];
    let mut days: Vec<Weekday> = vec![];
    let mut times = String::new();
    for word in words.split_whitespace() {
        if word == "and" || word == "every" || word == "from" {
            continue;
        }
        if !times.is_empty() {
            return None;
        }
        if let Some(which) = ordinal(word).filter(|_| days.is_empty()) {
            nth.push(which);
        } else if word == "daily" || word == "day" {
            days.extend(WEEK);
        } else if let Some(mut some) = named(word) {
            days.append(&mut some);
        } else if is_time(word) && !days.is_empty() {
            word.clone_into(&mut times);
        } else {
            return None;
        }
    }
    days.sort_by_key(Weekday::num_days_from_monday);
    days.dedup();
    match (nth.as_slice(), days.as_slice()) {
        (_, []) => None,
        ([], _) => Some(Hours::weekly(days, times)),
        (_, [day]) => Some(Hours {
            days: Days::Month(nth.into_iter().map(|nth| (nth, *day)).collect()),
            ..Hours::weekly(vec![], times)
        }),
        _ => None,
    }
}

fn ordinal(word: &str) -> Option<i8> {
    Some(match word {
        "1st" | "first" => 1,
        "2nd" | "second" => 2,
        "3rd" | "third" => 3,
        "4th" | "fourth" => 4,
        "last" => -1,
        _ => return None,
    })
}

/// `tue`, `tuesdays`, `mon-fri`, `weekdays`.
fn named(word: &str) -> Option<Vec<Weekday>> {
    if word == "weekdays" {
        return Some(WEEK[..5].to_vec());
    }
    if word == "weekends" {
        return Some(WEEK[5..].to_vec());
    }
    let Some((first, last)) = word.split_once('-') else {
        return Some(vec![day(word)?]);
    };
    let first = day(first)?.num_days_from_monday() as usize;
    let last = day(last)?.num_days_from_monday() as usize;
    let length = (last + 7 - first) % 7 + 1;
    Some((first..first + length).map(|at| WEEK[at % 7]).collect())
}

fn day(word: &str) -> Option<Weekday> {
    let names = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let word = word.trim_end_matches('.');
    let shorter = match word.strip_suffix('s') {
        Some(shorter) if shorter.len() > 4 => shorter,
        _ => word,
    };
    let is = |name: &&str| word.len() >= 3 && (name.starts_with(word) || name.starts_with(shorter));
    Some(WEEK[names.iter().position(is)?])
}

/// `12-2`, `9:30-5`, `7pm`, `12.30`, `noon`.
fn is_time(word: &str) -> bool {
    is_times(word)
        && word.starts_with(|c: char| c.is_ascii_digit())
        && word.split('-').all(|part| {
            part.trim_end_matches("am")
                .trim_end_matches("pm")
                .chars()
                .all(|c| !c.is_alphabetic())
        })
}

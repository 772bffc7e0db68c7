//! What follows the commands that note something for the figures: a colleague and why, a day that has been, and that
//! what was noted is taken back.

use chrono::{Days, Months, NaiveDate};

use super::{Day, calendar, names, sentence::Sentence, when::read_day};

/// Why a text is no day that has been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotPast {
    /// It is no day.
    NoDay,
    /// It is a day to come.
    ToCome(NaiveDate),
}

/// Whether what was typed takes back what the command had noted.
pub fn takes_back(typed: &str) -> bool {
    let typed = typed.trim().to_lowercase();
    matches!(typed.as_str(), "none" | "off" | "no")
}

/// The most words a name has.
const MOST_WORDS: usize = 6;

/// A colleague, and what is said of it: `Sam Okoro she knows the housing team`, `duty team: it needs a nurse`. Up to a
/// colon it is a name; else capitals say how far it goes, or a comma. `None` where nobody can be told from the rest.
pub fn read_colleague(text: &str) -> Option<(String, Option<String>)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let ends = |sign| {
        let mut near = words.iter().take(MOST_WORDS);
        near.position(|word| word.ends_with(sign)).map(|at| at + 1)
    };
    let capitals = words.iter().take_while(|word| is_of_a_name(word)).count();
    let stops = |word: &&str| word.ends_with(',') || matches!(*word, "-" | "–");
    let first_stop = words.iter().take(capitals).position(stops);
    let capitals = first_stop.map_or(capitals, |at| at + 1);
    let named = match (ends(':'), capitals, ends(',')) {
        (Some(colon), ..) => colon,
        (None, 1.., Some(comma)) if is_a_team(&words[..comma]) => comma,
        (None, capitals @ 1.., _) => capitals,
        (None, 0, Some(comma)) => comma,
        (None, 0, None) if words.len() <= 3 => words.len(),
        (None, 0, None) => return None,
    };
    let (name, rest) = words.split_at_checked(named)?;
    let name = name.join(" ");
    let name = name.trim_end_matches([':', ',', '.', ' ', '-', '–']);
    let rest = rest.join(" ");
    let rest = rest.trim_start_matches([':', ',', '-', '–', ' ']);
    let said = (!rest.is_empty()).then(|| rest.to_owned());
    (!name.is_empty()).then(|| (name.to_owned(), said))
}

/// Whether these words, up to a comma, are what a team is called: `Welfare rights team,`.
fn is_a_team(words: &[&str]) -> bool {
    const TEAMS: [&str; 8] = [
        "team", "service", "desk", "ward", "unit", "office", "clinic", "surgery",
    ];
    let plain = |word: &str| word.trim_end_matches(',').to_lowercase();
    let last = words.last().map(|word| plain(word));
    last.is_some_and(|last| TEAMS.contains(&&*last))
        && words.iter().all(|word| !is_no_name(&plain(word)))
}

/// A word a name goes on with. Who does what, and what it is about, begins with no name.
fn is_of_a_name(word: &str) -> bool {
    let letters: String = word.to_lowercase().replace('\u{2019}', "'");
    let letters = letters.trim_end_matches([',', '.', ':']);
    let begins = word.trim_start_matches('(').starts_with(char::is_uppercase);
    (begins || matches!(word, "-" | "–")) && !is_no_name(letters)
}

fn is_no_name(word: &str) -> bool {
    const NOT_NAMES: &str = "\
        i i'm i'll i've she he they we it you her his their our my your the a an this that there who to for \
        because as so after when if not and or but";
    NOT_NAMES.split_whitespace().any(|other| other == word)
}

/// How many weeks away a day of a month is more likely to come than to be the one of last year.
const WEEKS_AWAY: u32 = 6;

/// Reads a day that has been, typed alone: `3 march`, `last monday`, `yesterday`, `2 weeks ago`. A day that is named
/// without saying which is the last of its name: `friday` is last Friday, `20 december` in March is the one before. A day
/// of a month that is only weeks away is to come: nobody who says it means almost a year ago.
///
/// # Errors
///
/// When it is no day, or one to come.
pub fn read_past_day(text: &str, today: NaiveDate) -> Result<NaiveDate, NotPast> {
    let day = match read_day(text, today).day {
        Day::None => return Err(NotPast::NoDay),
        Day::Passed(day) | Day::On(day) | Day::Unsure(day) => day,
    };
    if day <= today {
        return Ok(day);
    }
    if !is_a_name_of_many(text) {
        return Err(NotPast::ToCome(day));
    }
    // As it was read a week ago, a month ago, a year ago: the first of these that has been.
    let month_ago = today.checked_sub_months(Months::new(1));
    let read_then = [
        calendar::minus(today, 7),
        month_ago.and_then(|day| day.checked_add_days(Days::new(1))),
        today.checked_sub_months(Months::new(12)),
    ];
    let days = read_then
        .into_iter()
        .flatten()
        .map(|then| read_day(text, then).day);
    let mut been = days.filter_map(|day| match day {
        Day::On(day) | Day::Passed(day) => Some(day).filter(|day| *day <= today),
        Day::None | Day::Unsure(_) => None,
    });
    let is_near = calendar::plus(today, 7 * WEEKS_AWAY).is_some_and(|near| day <= near);
    let half_a_year_ago = today.checked_sub_months(Months::new(6));
    let is_meant = |been: &NaiveDate| !is_near || half_a_year_ago.is_some_and(|ago| *been > ago);
    been.next().filter(is_meant).ok_or(NotPast::ToCome(day))
}

/// Whether every word of it is the name of a day that comes again: a weekday, a month, a number; and no word says which.
fn is_a_name_of_many(text: &str) -> bool {
    let sentence = Sentence::new(text);
    (0..sentence.len()).all(|at| {
        let word = sentence.word(at);
        let figures = word
            .split(['/', '-', '.'])
            .all(|part| names::digits(part).is_some());
        names::weekday(word).is_some()
            || names::month(word).is_some()
            || names::ordinal(word).is_some()
            || figures
            || matches!(word, "on" | "the" | "of")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colleague_is_told_from_what_is_said_of_it() {
        let says =
            |typed| read_colleague(typed).map(|(name, said)| (name, said.unwrap_or_default()));
        for (typed, name, said) in [
            (
                "Sam Okoro she knows the housing team",
                "Sam Okoro",
                "she knows the housing team",
            ),
            ("Sam Okoro She knows", "Sam Okoro", "She knows"),
            ("Sam Okoro", "Sam Okoro", ""),
            ("Sam, Mondays only", "Sam", "Mondays only"),
            ("Sam - I am away", "Sam", "I am away"),
            ("Dr Shah: Asked for it", "Dr Shah", "Asked for it"),
            (
                "Sam from housing: she knows",
                "Sam from housing",
                "she knows",
            ),
            (
                "the duty team: it needs a nurse",
                "the duty team",
                "it needs a nurse",
            ),
            (
                "duty team, it needs a nurse",
                "duty team",
                "it needs a nurse",
            ),
            (
                "Welfare rights team, back on Monday",
                "Welfare rights team",
                "back on Monday",
            ),
            (
                "Sam she told the team, they know",
                "Sam",
                "she told the team, they know",
            ),
            ("The duty team", "The duty team", ""),
            ("duty team", "duty team", ""),
            (
                "Ana stay another week: see then",
                "Ana stay another week",
                "see then",
            ),
        ] {
            assert_eq!(says(typed), Some((name.into(), said.into())), "{typed}");
        }
        for typed in [
            "",
            " ",
            ":",
            "duty team it needs a nurse",
            "because I am away today",
        ] {
            assert_eq!(says(typed), None, "{typed}");
        }
    }

    #[test]
    fn none_off_and_no_take_back_what_was_noted() {
        for typed in ["none", " None ", "OFF", "no"] {
            assert!(takes_back(typed), "{typed}");
        }
        for typed in ["", "none of it", "north team", "no list"] {
            assert!(!takes_back(typed), "{typed}");
        }
    }

    #[test]
    fn a_day_that_has_been_is_read_looking_back() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        // A Tuesday.
        let today = day("2026-03-10");
        for (typed, been) in [
            ("3 march", "2026-03-03"),
            ("3/3", "2026-03-03"),
            ("March 3", "2026-03-03"),
            ("today", "2026-03-10"),
            ("yesterday", "2026-03-09"),
            ("last monday", "2026-03-09"),
            ("monday", "2026-03-09"),
            ("fri", "2026-03-06"),
            ("tuesday", "2026-03-10"),
            ("last tuesday", "2026-03-03"),
            ("2 weeks ago", "2026-02-24"),
            ("20 december", "2025-12-20"),
            ("1 may", "2025-05-01"),
            ("the 5th", "2026-03-05"),
            ("the 25th", "2026-02-25"),
            ("2026-03-01", "2026-03-01"),
            ("1/3/25", "2025-03-01"),
        ] {
            assert_eq!(read_past_day(typed, today), Ok(day(been)), "{typed}");
        }
        for (typed, ahead) in [
            ("tomorrow", "2026-03-11"),
            ("next friday", "2026-03-20"),
            ("in 3 days", "2026-03-13"),
            ("13/3/2026", "2026-03-13"),
            ("11 march", "2026-03-11"),
            ("wed 11 march", "2026-03-11"),
            ("11/3", "2026-03-11"),
            ("20 april", "2026-04-20"),
        ] {
            let ahead = Err(NotPast::ToCome(day(ahead)));
            assert_eq!(read_past_day(typed, today), ahead, "{typed}");
        }
        for typed in ["", "when she fell", "soon", "3 march she rang"] {
            assert_eq!(read_past_day(typed, today), Err(NotPast::NoDay), "{typed}");
        }
        assert_eq!(
            read_past_day("fri", NaiveDate::MIN),
            Err(NotPast::ToCome(
                calendar::coming(chrono::Weekday::Fri, NaiveDate::MIN).expect("a day")
            ))
        );
    }
}

//! Money at the beginning of a line: whether it tells of a spend from the small budget, how much it was and what for.
//!
//! What a line is labelled, what it counts as and what `/spent` takes are read here and nowhere else. `/spent` says that
//! it is a spend, and is believed. A line that was only typed is a guess, and is taken for one where it can hardly be
//! anything else: money that is owed, missing or lived on is what the talk is about, and no spend.

use crate::text;

/// The most, in pence, that a line which was only typed is taken to have spent: nobody buys for more in passing.
pub const MOST_IN_PASSING: u32 = 50_000;

/// Why a line that begins with an amount of money is no spend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotSpent {
    /// It does not say what for.
    NoWhat,
    /// It is over [`MOST_IN_PASSING`].
    TooMuch,
    /// It tells of money, and not of something bought.
    TellsOfMoney,
}

/// A spend as a line has it: `22 electric key`, `£22.5 for electric key` and `1,200 bed` as `£22 electric key`,
/// `£22.50 electric key` and `£1200 bed`. `None` without an amount, or without what it was for.
pub fn read_spend(text: &str) -> Option<String> {
    let text = text.trim();
    let (pence, what) = amount_and_what(text.strip_prefix('£').unwrap_or(text))?;
    Some(match pence % 100 {
        0 => format!("£{} {what}", pence / 100),
        odd => format!("£{}.{odd:02} {what}", pence / 100),
    })
}

/// The pence of a line that says it is a spend, and what it was for: `£22 electric key`, `£1,250.50: bed`.
pub fn spend(text: &str) -> Option<(u32, &str)> {
    amount_and_what(text.strip_prefix('£')?)
}

/// The pence of a line that was only typed, where it is taken for a spend.
///
/// # Errors
///
/// Why it is none; `None` of a line that does not begin with an amount of money at all.
pub fn guessed(text: &str) -> Result<u32, Option<NotSpent>> {
    let (pence, rest) = text.strip_prefix('£').and_then(amount).ok_or(None)?;
    match what_for(rest) {
        "" => Err(Some(NotSpent::NoWhat)),
        _ if tells_of_money(rest) => Err(Some(NotSpent::TellsOfMoney)),
        _ if pence > MOST_IN_PASSING => Err(Some(NotSpent::TooMuch)),
        _ => Ok(pence),
    }
}

/// What was bought, of the words after an amount: without the little words between the two, so that what is bought twice
/// is the same thing twice.
pub fn what_for(words: &str) -> &str {
    const BETWEEN: [&str; 5] = ["pounds", "pound", "quid", "for", "on"];
    let mut what = words.trim_matches(is_gap);
    loop {
        let (first, rest) = what.split_once(is_gap).unwrap_or((what, ""));
        let word = first.trim_end_matches([':', ',']);
        let is_between = BETWEEN
            .iter()
            .any(|between| between.eq_ignore_ascii_case(word));
        if !is_between && !matches!(word, "" | "-" | "–" | "—") || first.is_empty() {
            return what;
        }
        what = rest.trim_start_matches(is_gap);
    }
}

fn amount_and_what(text: &str) -> Option<(u32, &str)> {
    let (pence, rest) = amount(text)?;
    let what = what_for(rest);
    (!what.is_empty()).then_some((pence, what))
}

/// An amount of pounds, in pence, and what comes after it. Nothing at all is no amount.
fn amount(text: &str) -> Option<(u32, &str)> {
    let text = text.trim_matches(is_gap);
    let (amount, rest) = text.split_once(is_gap).unwrap_or((text, ""));
    let amount = amount.strip_suffix([',', ':']).unwrap_or(amount);
    let (pounds, pence) = match amount.split_once('.') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (amount, ""),
    };
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let in_threes = |pounds: &str| pounds.split(',').skip(1).all(|three| three.len() == 3);
    let digits = pounds.replace(',', "");
    let is_amount = (1..=6).contains(&digits.len())
        && !pounds.starts_with(',')
        && in_threes(pounds)
        && is_number(&digits)
        && pence.len() <= 2
        && is_number(pence);
    if !is_amount {
        return None;
    }
    let pence: u32 = format!("{digits}{pence:0<2}").parse().ok()?;
    (pence > 0).then_some((pence, rest))
}

/// How many words after an amount say what it is: later ones say what else was the matter.
const SAYING: usize = 5;

/// Whether the words after an amount tell of money, and not of something bought: `is all she has`, `rent owed`, `a week`.
fn tells_of_money(rest: &str) -> bool {
    const FIRST: &str = "\
        is are was were isn't wasn't has had have will would should could can came comes come goes went gone got gets \
        to from in of till until by that which who she he they i we you it her his their my your more less extra short \
        behind left over under off down back due missed paid borrowed lent loaned saved won found taken took \
        cash income wages pension benefit benefits savings rent fine loan mortgage council";
    const ANYWHERE: &str = "\
        owed owing owes stolen stole missing arrears overdrawn overdraft overdue overpaid overpayment debt debts unpaid \
        lost asked asks demanded demands fine fines fined bailiff bailiffs pawned gambled gambling per pw pcm";
    const EACH: &str = "a an each every";
    const TIMES: &str = "hour day night week weekend fortnight month quarter year";
    const LAST: &str = "weekly fortnightly monthly yearly daily";
    let is_in = |list: &str, word: &str| list.split_whitespace().any(|one| one == word);
    let clause = rest
        .split([',', ':', ';', '.'])
        .find(|part| !part.trim().is_empty());
    let words: Vec<String> = clause
        .unwrap_or_default()
        .split_whitespace()
        .map(plain)
        .collect();
    let pounds = |word: &&String| matches!(word.as_str(), "pounds" | "pound" | "quid");
    let words: Vec<&str> = words
        .iter()
        .filter(|word| !pounds(word))
        .map(String::as_str)
        .take(SAYING)
        .collect();
    // What is bought for a week is bought once.
    let is_each = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| words.get(at)).copied();
        let next = words.get(at + 1).copied().unwrap_or_default();
        is_in(EACH, words[at]) && is_in(TIMES, next) && !matches!(before, Some("for" | "of"))
    };
    words.first().is_some_and(|word| is_in(FIRST, word))
        || words.last().is_some_and(|word| is_in(LAST, word))
        || words.iter().any(|word| is_in(ANYWHERE, word))
        || (0..words.len()).any(is_each)
}

fn plain(word: &str) -> String {
    let word = word.to_lowercase().replace('\u{2019}', "'");
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// Whether it is a space wherever the line is shown: any other space that acts is shown as a sign.
fn is_gap(c: char) -> bool {
    matches!(c, '\t' | '\n') || c.is_whitespace() && !text::acts(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spend_is_written_as_its_line_would_be() {
        for (typed, line) in [
            ("22 electric key", Some("£22 electric key")),
            ("£22 electric key", Some("£22 electric key")),
            ("£ 22.50  electric key ", Some("£22.50 electric key")),
            ("22.5 electric key", Some("£22.50 electric key")),
            ("22: electric key", Some("£22 electric key")),
            ("22 for electric key", Some("£22 electric key")),
            ("22 pounds on electric key", Some("£22 electric key")),
            ("1,200 a bed", Some("£1200 a bed")),
            ("0.80 stamps", Some("£0.80 stamps")),
            ("22", None),
            ("22 for", None),
            ("22:", None),
            ("", None),
            ("electric key 22", None),
            ("0 nothing", None),
            ("0.00 nothing", None),
            ("22. key", None),
            ("22.505 key", None),
            ("1234567 key", None),
            ("-5 key", None),
        ] {
            assert_eq!(read_spend(typed).as_deref(), line, "{typed}");
        }
    }

    #[test]
    fn a_line_that_begins_with_an_amount_says_what_it_was_for() {
        for (typed, read) in [
            ("£22 electric key", Some((2200, "electric key"))),
            ("£22: electric key", Some((2200, "electric key"))),
            ("£22 - electric key", Some((2200, "electric key"))),
            ("£12 on electric key", Some((1200, "electric key"))),
            ("£12 pounds electric key", Some((1200, "electric key"))),
            ("£12 Pounds for: electric key", Some((1200, "electric key"))),
            ("£12 forms for the bank", Some((1200, "forms for the bank"))),
            ("£22.50 electric key", Some((2250, "electric key"))),
            ("£7.5 milk", Some((750, "milk"))),
            ("£1,250.50 bed", Some((125_050, "bed"))),
            ("£3k x", None),
            ("£1,5 x", None),
            ("£,500 x", None),
            ("£22\u{a0}\u{85}key", Some((2200, "\u{85}key"))),
            ("£22\u{2028}key", None),
            ("£0 nothing", None),
            ("£0.00 nothing", None),
            ("£22.50", None),
            ("£22 for", None),
            ("22 electric key", None),
            ("£", None),
        ] {
            assert_eq!(spend(typed), read, "{typed}");
        }
    }

    #[test]
    fn only_what_can_hardly_be_anything_else_is_taken_for_a_spend() {
        for typed in [
            "£22 electric key",
            "£22: electric key and shopping",
            "£6 batteries for the radio",
            "£12 bread and milk for a week",
            "£30 taxi home, she was missing her bus",
            "£18 weekly bus pass",
            "£500 washing machine",
            "£70 for the vet",
        ] {
            assert!(guessed(typed).is_ok(), "{typed}");
        }
        for typed in [
            "£50 is all she has left till friday",
            "£300 owed to the gas company",
            "£300 rent owed",
            "£50,000 stolen by her nephew",
            "£40 a week on taxis",
            "£40 on taxis every week",
            "£500 a month is what she owes",
            "£12 pounds a week",
            "£20 per visit",
            "£15 short",
            "£900 behind with the rent",
            "£60 missing from her purse",
            "£60 from her purse",
            "£200 in debt",
            "£80 rent arrears",
            "£5 left on the meter",
            "£40 weekly",
            "£80 gas bill unpaid",
            "£40 fine from the council",
            "£15 bus pass lost",
            "£30 overdraft",
            "£60 rent rise",
            "£45 the carer asked for cash",
        ] {
            let why = Err(Some(NotSpent::TellsOfMoney));
            assert_eq!(guessed(typed), why, "{typed}");
        }
        for (typed, why) in [
            ("£22", Some(NotSpent::NoWhat)),
            ("£22:", Some(NotSpent::NoWhat)),
            ("£22 for", Some(NotSpent::NoWhat)),
            ("£500.01 bed", Some(NotSpent::TooMuch)),
            ("£3k x", None),
            ("£", None),
            ("22 electric key", None),
        ] {
            assert_eq!(guessed(typed), Err(why), "{typed}");
        }
    }
}

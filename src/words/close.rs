//! Sticking close to people in crisis, as every face says it.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{ago, day, day_short, initials, initials_among, promise};
use crate::{
    conversation::Moment,
    people::{InCrisis, Stick},
    promise::Standing,
    text,
};

/// Over the board.
pub const TITLE: &str = "Sticking close";
/// The step that is the day the worker looks again. It is read out after "I will", and stands in the record.
pub const LOOK_AGAIN: &str = "Look again";
/// What ending a talk about a crisis asks.
pub const WHEN: &str = "When will you look again?";
/// The same in a line of Read back.
const WHEN_SHORT: &str = "Look again?";
/// What Enter with nothing typed does there.
const ENTER_SKIPS: &str = "Enter skips";
/// The same over a list.
pub const WHEN_TITLE: &str = "When will you look again? Esc skips";
/// The same line by line.
pub const WHEN_PLAIN: &str = "When will you look again? /look and a day. You can skip it.";
/// The last of the choices.
pub const TYPE_A_DAY: &str = "Type a day";
/// Asks for a day.
pub const WHICH_DAY: &str = "Which day? Such as friday, 18 march or in 2 weeks";
/// Asks how anybody knows that it is steady.
pub const WHY_TITLE: &str = "How do you know? Quotation marks for their own words";
/// Enter with nothing typed.
pub const SKIP: &str = "Enter skips: steady, and nothing more";
/// Nothing typed where a day is asked.
pub const NO_DAY_YET: &str = "Enter leaves it as it is";
/// Over the board where a check-in is to begin.
pub const CHECK_IN_TITLE: &str = "Check in with whom?";
/// Begins a check-in.
pub const CHECK_IN: &str = "Check in now";
/// Carries on one that was begun.
pub const CARRY_ON_CHECK_IN: &str = "Carry on the check-in";
/// What a check-in is.
pub const CHECK_IN_IS: &str = "better, same or worse; what changed; what next";
/// The last contact is finished: read its record.
pub const READ: &str = "Read the last record";
/// It is not: open it.
pub const OPEN: &str = "Open the conversation";
/// They are steady.
pub const STEADY: &str = "They are steady";
/// What that does.
pub const STEADY_DOES: &str = "takes them off this board";
/// Nobody is on the board.
pub const NOBODY: &str = "Nobody is on the board. A talk about a crisis puts somebody there.";
/// `--on` was given with another guide.
pub const ON_NEEDS_CHECK_IN: &str = "--on goes with a check-in: alongside new check-in --on ID";
/// They are not on the board any more.
pub const NOT_THERE: &str = "They are not on the board any more.";
/// The board is being read.
pub const STILL_READING: &str = "Still reading who is in crisis. Ask again in a moment.";
/// It cannot be read without the key.
pub const SEALED: &str = "Who is in crisis is sealed. /unlock opens it with your passphrase.";
/// Home, which lists neither without the key.
pub const SEALED_HOME: &str =
    "Who is in crisis and what was promised are sealed. /unlock opens them.";
/// Begins a check-in on somebody who is not on the board.
pub const SOMEBODY_ELSE: &str = "Somebody else";
/// What that does.
pub const SOMEBODY_ELSE_DOES: &str = "a check-in that belongs to no other talk";
/// The quiet line where a plan is begun with somebody who is on the board.
pub const QUIET: &str = "Still sticking close? Long-term plans can usually wait.";
/// The same where there is less room.
pub const QUIET_SHORT: &str = "Still sticking close? Plans can wait.";
/// Steady was said of a talk that is no crisis.
pub const NO_CRISIS: &str = "This is for a talk about a crisis, or a check-in.";
/// It is steady, in the conversation in hand.
pub const IS_STEADY: &str = "Steady. They leave the board.";
/// The same where no reason was given.
pub const IS_STEADY_WHY: &str = "Steady. They leave the board. How you know: /steady and the words";
/// It is not, after all.
pub const NOT_STEADY: &str = "Not steady yet. They stay on the board.";
/// The day was taken out.
pub const NO_DAY: &str = "No day to look again is set.";
/// A record that is void took somebody off the board.
pub const VOID_LEAVES: &str =
    "The record no longer stands, and says why. They leave the board with it.";
/// On Home, where nobody is in hand.
pub const STEADY_FROM_BOARD: &str =
    "/sticking lists them: choose who is steady. To take it back: /steady off";
/// Nothing was said of when.
pub const NO_NEXT: &str = "no day said";
/// No day was typed.
pub const NOTHING_CHANGED: &str = "Nothing changed.";

/// The days that are offered, the nearest first: tomorrow, the day after, and Friday or Monday, whichever is next.
pub fn days(today: NaiveDate) -> Vec<(String, NaiveDate)> {
    let in_days = |count| today.checked_add_days(Days::new(count));
    let is_third = |day: &NaiveDate| matches!(day.weekday(), Weekday::Fri | Weekday::Mon);
    let third = (3..10).filter_map(in_days).find(is_third);
    let named = [("Tomorrow", in_days(1)), ("In 2 days", in_days(2))];
    let named = named
        .into_iter()
        .filter_map(|(words, day)| Some((words.to_owned(), day?)));
    let third = third.map(|day| (day.format("%A").to_string(), day));
    named.chain(third).collect()
}

/// `Look again?  1 Tomorrow  2 In 2 days  3 Friday  4 Type a day  Enter skips`
pub fn when_line(today: NaiveDate) -> String {
    let days = days(today).into_iter().map(|(words, _)| words);
    let choices = days.chain([TYPE_A_DAY.to_owned()]).enumerate();
    let choices = choices.map(|(at, words)| format!("{} {words}", at + 1));
    let all = std::iter::once(WHEN_SHORT.to_owned()).chain(choices);
    let all: Vec<String> = all.chain([ENTER_SKIPS.to_owned()]).collect();
    all.join("  ")
}

/// The same where there is little room: `Again? 1 Wed 2 Thu 3 Fri. Enter skips`
pub fn when_short(today: NaiveDate) -> String {
    let days = days(today).into_iter();
    let days = days.map(|(_, day)| day.format("%a").to_string());
    let choices = days.enumerate();
    let choices = choices.map(|(at, words)| format!(" {} {words}", at + 1));
    format!("Again?{}. {ENTER_SKIPS}", choices.collect::<String>())
}

/// The day that is set.
pub fn look_again_on(on: Option<NaiveDate>, today: NaiveDate) -> String {
    match on {
        Some(on) => format!("You look again on {}. Another day: /look", day(on, today)),
        None => NO_DAY.to_owned(),
    }
}

/// The step, on a screen that others may see: with initials, where they are known.
pub fn step(words: &str, initials: &str) -> String {
    match initials {
        "" => words.to_owned(),
        initials => format!("{initials}: {words}"),
    }
}

/// Whose row of the board it is: initials only, with as many letters as tell it apart from the other rows.
pub fn whose(row: &InCrisis, board: &[InCrisis]) -> String {
    let name = row.person.as_deref().unwrap_or_default();
    let others = board.iter().filter_map(|other| other.person.as_deref());
    initials_among(name, others)
}

/// Whether another row of the board is called the same.
fn is_called_as_another(row: &InCrisis, board: &[InCrisis]) -> bool {
    let short = |row: &InCrisis| initials(row.person.as_deref().unwrap_or_default());
    let (who, is) = (whose(row, board), short(row));
    let mut others = board.iter().filter(|other| other.root() != row.root());
    others.any(|other| short(other) == is && whose(other, board) == who)
}

/// The last contact: `Check-in Monday 16:40`.
pub fn last(row: &InCrisis, now: Moment) -> String {
    let what = match row.last.check_in {
        true => "Check-in",
        false => "Crisis",
    };
    format!("{what} {}", ago(row.last.at, now))
}

/// The next contact: `was due Mon 9 March`, `today`, `Wed 11 March`, `no day said`.
pub fn next(row: &InCrisis, today: NaiveDate) -> String {
    match &row.next {
        Some(next) if next.due.is_some() => promise::by_when(next, today),
        _ => NO_NEXT.to_owned(),
    }
}

/// The same with what it is: `look again was due Mon 9 March`.
pub fn look_again(row: &InCrisis, today: NaiveDate) -> String {
    format!("look again: {}", next(row, today))
}

/// A row in few words: `JM look again: was due Mon 9 Mar`; where another is called the same, with the last contact,
/// `JM (Friday 14:58) was due Mon 9 Mar`.
pub fn row_short(row: &InCrisis, board: &[InCrisis], now: Moment) -> String {
    let (who, next) = (whose(row, board), next_short(row, now.date_naive()));
    let words = match is_called_as_another(row, board) {
        true => format!("{who} ({}) {next}", ago(row.last.at, now)),
        false => format!("{who} look again: {next}"),
    };
    words.trim_start().to_owned()
}

fn next_short(row: &InCrisis, today: NaiveDate) -> String {
    let standing = row
        .next
        .as_ref()
        .map(|next| (next.standing(today), next.due));
    match standing {
        Some((Standing::Overdue, Some(due))) => format!("was due {}", day_short(due)),
        Some((Standing::Today, Some(_))) => "today".to_owned(),
        Some((_, Some(due))) => day_short(due),
        _ => NO_NEXT.to_owned(),
    }
}

/// By whom the next contact is; where none is said, by whom the last one was.
pub fn by<'a>(row: &'a InCrisis, me: Option<&str>) -> std::borrow::Cow<'a, str> {
    match (&row.next, &row.last.by) {
        (Some(next), _) => promise::promiser(next, me),
        (None, Some(by)) if me.is_none_or(|me| me == by) => "You".into(),
        (None, Some(by)) => text::shown(by),
        (None, None) => "You".into(),
    }
}

/// All of a row, in a sentence: `JM, Crisis Friday 14:58, look again was due Mon 9 March, You`.
pub fn row(row: &InCrisis, board: &[InCrisis], me: Option<&str>, now: Moment) -> String {
    let who = whose(row, board);
    let parts = [
        who,
        last(row, now),
        look_again(row, now.date_naive()),
        by(row, me).into_owned(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

/// What stands beside the initials in a list.
pub fn beside(row: &InCrisis, me: Option<&str>, now: Moment) -> String {
    let next = look_again(row, now.date_naive());
    format!("{}  {next}  {}", last(row, now), by(row, me))
}

/// Over the choices of one row.
pub fn about(row: &InCrisis, board: &[InCrisis], now: Moment) -> String {
    match whose(row, board).as_str() {
        "" => last(row, now),
        initials => format!("{initials}, {}", last(row, now)),
    }
}

/// A check-in began.
pub fn checking_in(row: &InCrisis, board: &[InCrisis], now: Moment) -> String {
    match whose(row, board).as_str() {
        "" => format!("Check-in, linked to {}.", last(row, now)),
        initials => format!("Check-in with {initials}, linked to {}.", last(row, now)),
    }
}

/// More are on the board than Home shows.
pub fn more(count: usize) -> String {
    format!("and {count} more. /sticking lists them all")
}

/// Nobody on the board is called that, or more than one is.
pub fn which_one(typed: &str) -> String {
    format!(
        "\"{}\" is not one person on the board. Choose one.",
        text::shown(typed)
    )
}

/// No crisis has that id, or more than one does.
pub fn no_crisis(id: &str) -> String {
    format!(
        "\"{}\" is not one talk about a crisis. alongside due lists who is in crisis.",
        text::shown(id)
    )
}

/// Nobody who was said to be steady is called that.
pub fn none_steady(typed: &str) -> String {
    match typed {
        "" => "Nobody was said to be steady.".to_owned(),
        typed => format!(
            "\"{}\" is nobody who was said to be steady.",
            text::shown(typed)
        ),
    }
}

/// More than one is.
pub fn which_steady(typed: &str) -> String {
    format!(
        "More than one \"{}\" is steady. Type their name: /steady off NAME",
        text::shown(typed)
    )
}

/// What was added to a record, and how to take it back where it takes somebody off the board.
pub fn added(what: &Stick, who: &str, today: NaiveDate) -> Option<String> {
    let back = format!("/steady off {who}");
    match what {
        Stick::Checked { .. } | Stick::Unchecked { .. } => None,
        Stick::Steady(_) => Some(format!(
            "Steady. They leave the board. To take it back: {}",
            back.trim_end()
        )),
        Stick::NotSteady => Some(match who {
            "" => "They are back on the board. It is in the record.".to_owned(),
            who => format!("{who} is back on the board. It is in the record."),
        }),
        Stick::LookAgain { on, .. } => Some(format!(
            "You look again on {}. It is in the record.",
            day(*on, today)
        )),
    }
}

/// What could not be added to a record, and why.
pub fn not_added(what: &Stick, why: &str) -> String {
    match what {
        Stick::Checked { .. } => {
            format!("The check-in is kept. The record it is on could not say so yet. {why}")
        }
        Stick::Unchecked { .. } | Stick::Steady(_) | Stick::NotSteady | Stick::LookAgain { .. } => {
            why.to_owned()
        }
    }
}

/// The board as `alongside due` lists it. Empty when nobody is on it.
pub fn listed(board: &[InCrisis], me: Option<&str>, now: Moment) -> String {
    if board.is_empty() {
        return String::new();
    }
    let rows = board.iter().map(|one| {
        let id = &one.last.id;
        format!("  {}\n      {id}\n", row(one, board, me, now))
    });
    format!("{TITLE}\n{}\n", rows.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_offered_are_never_the_same_day_twice_and_fit_a_line() {
        let tuesday: NaiveDate = "2026-03-10".parse().expect("a day");
        for later in 0..14 {
            let today = tuesday + Days::new(later);
            let offered: Vec<NaiveDate> = days(today).into_iter().map(|(_, day)| day).collect();
            assert_eq!(offered.len(), 3, "{today}");
            assert!(offered.is_sorted_by(|a, b| a < b), "{today}");
            assert!(text::width(&when_line(today)) <= 76, "{today}");
            assert!(text::width(&when_short(today)) <= 40, "{today}");
        }
        assert_eq!(
            when_line(tuesday),
            "Look again?  1 Tomorrow  2 In 2 days  3 Friday  4 Type a day  Enter skips"
        );
    }
}

//! Who and when, read from sentences as they are typed.
//!
//! `fixtures/dates.tsv` holds the agreed readings; the rest is what grew around them.

use alongside::line::{Day, Known, Step, When, Who, read_day, read_step};
use chrono::{Days, NaiveDate, NaiveTime};
use proptest::prelude::*;

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap_or_default()
}

/// Tuesday 10 March 2026.
fn tuesday() -> NaiveDate {
    date("2026-03-10")
}

fn step(sentence: &str) -> Step {
    read_step(sentence, tuesday(), &Known::default())
}

/// The due day, or what there is in its place, as the fixture writes it.
fn due(when: &When) -> String {
    match when.day {
        Day::None => "-".into(),
        Day::On(day) => day.to_string(),
        Day::Unsure(_) => "unsure".into(),
        Day::Passed(_) => "passed".into(),
    }
}

/// The other reading. Of an unsure day it is the day it could be.
fn other(when: &When) -> String {
    let unsure = match when.day {
        Day::Unsure(day) => Some(day),
        _ => None,
    };
    when.other
        .or(unsure)
        .map_or("-".into(), |day| day.to_string())
}

#[test]
fn agreed_readings() -> Result {
    let rows = include_str!("fixtures/dates.tsv").lines();
    let mut wrong = Vec::new();
    for row in rows.filter(|row| !row.starts_with('#')) {
        let [sentence, want_due, want_other, want_words] = row.split('\t').collect::<Vec<_>>()[..]
        else {
            return Err(format!("four columns wanted: {row}").into());
        };
        let when = step(sentence).when;
        let words = if when.words.is_empty() {
            "-"
        } else {
            &when.words
        };
        let got = (due(&when), other(&when), words);
        if got != (want_due.into(), want_other.into(), want_words) {
            wrong.push(format!("{sentence}: {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

#[test]
fn days_in_a_sentence() {
    for (sentence, want, words) in [
        // The last sure day wins.
        (
            "Rang last Tuesday, ring again Friday",
            "2026-03-13",
            "Friday",
        ),
        ("Ring tomorrow about Sunday lunch", "2026-03-11", "tomorrow"),
        ("Ring Friday no Thursday", "2026-03-12", "Thursday"),
        // Spoken.
        ("Ring this afternoon", "2026-03-10", "this afternoon"),
        (
            "Ring Friday of next week",
            "2026-03-20",
            "Friday of next week",
        ),
        (
            "Ring next week on Friday",
            "2026-03-20",
            "next week on Friday",
        ),
        ("Ring a week tomorrow", "2026-03-18", "a week tomorrow"),
        (
            "Look again in two weeks' time",
            "2026-03-24",
            "in two weeks",
        ),
        (
            "Look again in three months",
            "2026-06-10",
            "in three months",
        ),
        (
            "Look again in a couple of days",
            "2026-03-12",
            "in a couple of days",
        ),
        ("Ring on Sat", "2026-03-14", "on Sat"),
        ("Ring this week", "2026-03-13", "this week"),
        ("Ring next month", "2026-04-01", "next month"),
        ("Ring Friday, lunch club is shut", "2026-03-13", "Friday"),
        ("By the end of March", "2026-03-31", "end of March"),
        // Written.
        ("Visit Fri 13 March at 2", "2026-03-13", "Fri 13 March"),
        ("Visit on Friday 13th", "2026-03-13", "Friday 13th"),
        ("Visit March 13", "2026-03-13", "March 13"),
        (
            "Visit 13th of March 2026",
            "2026-03-13",
            "13th of March 2026",
        ),
        ("Letter by the 5th of April", "2026-04-05", "5th of April"),
        ("Letter by the 5th April", "2026-04-05", "5th April"),
        (
            "Letter by the 5th of next month",
            "2026-04-05",
            "by the 5th of next month",
        ),
        ("Letter 2026-03-13", "2026-03-13", "2026-03-13"),
        ("Pay by 5/4", "2026-04-05", "5/4"),
        ("Visit 9/1/27", "2027-01-09", "9/1/27"),
        ("Visit on 8 January", "2027-01-08", "8 January"),
        ("Plan w/c 16/3", "2026-03-16", "w/c 16/3"),
        // In doubt, or over.
        ("Friday 14 March", "unsure", "Friday 14 March"),
        ("Move tomorrow's visit", "unsure", "tomorrow's"),
        ("Friday's carers", "unsure", "Friday's"),
        ("Speak about Friday", "unsure", "Friday"),
        ("Rang 20 February", "passed", "20 February"),
        ("Born 13/03/42", "passed", "13/03/42"),
        ("Fell 2 days ago", "passed", "2 days ago"),
        // Not dates.
        ("Pain 3/10 now 8/10", "-", "-"),
        ("Review 6/52", "-", "-"),
        ("On 1/2 tablet", "-", "-"),
        ("Lives on the 2nd floor", "-", "-"),
        ("Flat 2 may be free", "-", "-"),
        ("Goes twice a week on Fridays", "-", "-"),
        ("Chapel on Sundays", "-", "-"),
        ("29 February", "-", "-"),
        ("May be lonely in March", "-", "-"),
    ] {
        let when = step(sentence).when;
        let got = if when.words.is_empty() {
            "-"
        } else {
            &when.words
        };
        assert_eq!((due(&when).as_str(), got), (want, words), "{sentence}");
    }
    assert!(step("Ring her next week").when.week);
    assert!(step("Plan w/c 16/3").when.week);
}

#[test]
fn times_of_day() {
    for (sentence, want) in [
        ("Ring Thurs at 2", "14:00"),
        ("Ring at 2 on Friday", "14:00"),
        ("Ring at 9", "09:00"),
        ("Ring Friday 9am", "09:00"),
        ("Ring Friday 9.30 am", "09:30"),
        ("By noon", "12:00"),
        ("Visit 14:30", "14:30"),
        ("Visit at 2.15 tomorrow", "14:15"),
        ("Half past 3", "15:30"),
        ("Quarter to 4", "15:45"),
        ("Ring at half 10", "10:30"),
        ("Ring at 8 this evening", "20:00"),
        ("Ring tomorrow morning at 7", "07:00"),
        ("Ring by 5", "17:00"),
        ("Meet at 2 Chapel Lane", "-"),
        ("Letter by 5 March", "-"),
        ("Owes 9.30", "-"),
        ("Visit at 25:00", "-"),
    ] {
        let time = step(sentence).when.time;
        let got = time.map_or("-".into(), |time: NaiveTime| {
            time.format("%H:%M").to_string()
        });
        assert_eq!(got, want, "{sentence}");
    }
}

#[test]
fn who_does_it() {
    let named = |name: &str| Who::Named(name.into());
    for (sentence, want) in [
        ("I ring the GP Friday", Who::You),
        ("I'll ring", Who::You),
        ("I\u{2019}ll ring", Who::You),
        ("We look again in a week", Who::You),
        ("Tomorrow I ring the GP", Who::You),
        ("Letter to the GP, I will post it", Who::You),
        ("She rings the surgery", Who::Person),
        ("They'll ask Carol", Who::Person),
        ("Sam rings Joan tomorrow", named("Sam")),
        ("Carol to ring me", named("Carol")),
        ("OT will visit", named("OT")),
        ("The OT will visit", named("OT")),
        ("Dr Shah rings", named("Dr Shah")),
        ("Sam next door carries the bins", named("Sam next door")),
        ("Carol and Ann will ask", named("Carol and Ann")),
        ("District nurse to visit", named("District nurse")),
        (
            "Carol's daughter is going to ask",
            named("Carol's daughter"),
        ),
        ("On Friday Sam rings", named("Sam")),
        ("Will rings Joan", named("Will")),
        ("Ring the surgery, who: Carol", named("Carol")),
        ("Ring, WHO: Carol Smith by Friday", named("Carol Smith")),
        ("Sam rings who: me", Who::You),
        ("Sam rings who: her", Who::Person),
        ("Ring the GP", Who::NotSaid),
        ("Ask Carol to ring", Who::NotSaid),
        ("Send times by Fri", Who::NotSaid),
        ("Letter by the 5th", Who::NotSaid),
        ("Letter to Carol", Who::NotSaid),
        ("Look again", Who::NotSaid),
        ("Meds 1/2", Who::NotSaid),
        ("Home visits by Friday", Who::NotSaid),
        ("sam rings", Who::NotSaid),
        ("", Who::NotSaid),
        ("who:", Who::NotSaid),
    ] {
        assert_eq!(step(sentence).who, want, "{sentence}");
    }
}

#[test]
fn who_is_known() {
    let known = Known {
        names: &["Carol", "Carol Smith", "Will"],
        crisis: false,
    };
    let who = |sentence| read_step(sentence, tuesday(), &known).who;
    assert_eq!(who("carol rings"), Who::Named("Carol".into()));
    assert_eq!(
        who("Carol Smith with Joan"),
        Who::Named("Carol Smith".into())
    );
    assert_eq!(who("will ring"), Who::NotSaid);

    let crisis = Known {
        names: &[],
        crisis: true,
    };
    assert_eq!(read_step("Ring the GP", tuesday(), &crisis).who, Who::You);
    assert_eq!(
        read_step("Sam rings", tuesday(), &crisis).who,
        Who::Named("Sam".into())
    );
}

#[test]
fn days_typed_alone() {
    for (text, want) in [
        ("fri", "2026-03-13"),
        ("sat", "2026-03-14"),
        ("sun", "2026-03-15"),
        ("fri 13", "2026-03-13"),
        ("friday at 2", "2026-03-13"),
        ("18 march", "2026-03-18"),
        ("march 18", "2026-03-18"),
        ("13", "2026-03-13"),
        ("the 5th", "2026-04-05"),
        ("5/4", "2026-04-05"),
        ("may", "2026-05-01"),
        ("tomorrow", "2026-03-11"),
        ("in 2 weeks", "2026-03-24"),
        ("next week", "2026-03-16"),
        ("weekend", "2026-03-14"),
        ("yesterday", "passed"),
        ("fri 14", "-"),
        ("Carol", "-"),
        ("fri carol", "-"),
        ("", "-"),
    ] {
        assert_eq!(due(&read_day(text, tuesday())), want, "{text}");
    }
}

#[test]
fn around_the_new_year_and_leap_days() {
    for (today, sentence, want) in [
        ("2026-12-31", "Ring tomorrow", "2027-01-01"),
        ("2026-12-31", "Ring by the 5th", "2027-01-05"),
        ("2026-12-31", "Ring next month", "2027-01-01"),
        ("2026-12-31", "Ring by end of the month", "2026-12-31"),
        ("2027-01-05", "Rang 20 December", "passed"),
        ("2028-02-28", "Ring tomorrow", "2028-02-29"),
        ("2027-12-01", "Ring 29 February", "2028-02-29"),
        ("2026-01-31", "Ring in a month", "2026-02-28"),
        ("2026-04-10", "Ring by the 31st", "2026-05-31"),
        ("2026-03-14", "Ring by the end of the week", "2026-03-15"),
        ("2026-03-15", "Ring at the weekend", "2026-03-15"),
        ("2026-03-14", "Ring next Friday", "2026-03-20"),
    ] {
        let when = read_step(sentence, date(today), &Known::default()).when;
        assert_eq!(due(&when), want, "{sentence} on {today}");
    }
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    let ordinary = (0u64..80_000).prop_map(|days| date("1900-01-01") + Days::new(days));
    let edges = proptest::sample::select(vec![
        NaiveDate::MIN,
        NaiveDate::MAX,
        date("2026-12-31"),
        date("2027-01-01"),
        date("2028-02-29"),
        date("2100-02-28"),
    ]);
    prop_oneof![8 => ordinary, 1 => edges]
}

fn any_sentence() -> impl Strategy<Value = String> {
    let words = "Sam|rings|to|will|I|who:|the|a|by|on|at|in|of|next|last|this|week|fortnight|month|end|Friday|fri|sat|sun|\
                 may|march|29|31|February|5th|31st|13/3|31/2|29/2|24/7|1/2|2026-03-13|13/03/26|9am|2|half|past|noon|14:30|\
                 tomorrow|today|tonight|weekend|day|after|days|weeks|months|999|ago|lunch|club|couple|from|coming|gone|\
                 w/c|T\u{177}|\u{2019}|,|.|\u{2014}|2027|26|00|0/0|99:99|'s|year|years";
    let words = proptest::sample::select(words.split('|').collect::<Vec<_>>());
    let phrase = proptest::collection::vec(words, 0..9).prop_map(|words| words.join(" "));
    prop_oneof![4 => phrase, 1 => any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn any_sentence_on_any_day(sentence in any_sentence(), today in any_day(), crisis in any::<bool>()) {
        let known = Known { names: &["Sam", "Will", ""], crisis };
        let step = read_step(&sentence, today, &known);
        let alone = read_day(&sentence, today);
        for when in [&step.when, &alone] {
            prop_assert!(sentence.contains(&when.words));
            prop_assert_eq!(when.words.is_empty(), when.day == Day::None);
            prop_assert!(when.due().is_none_or(|due| due >= today));
            prop_assert!(when.other.is_none_or(|other| other >= today));
            if let Day::Passed(day) = when.day {
                prop_assert!(day < today);
            }
        }
        if let Who::Named(name) = &step.who {
            prop_assert!(sentence.to_lowercase().contains(&name.to_lowercase()));
        }
    }
}

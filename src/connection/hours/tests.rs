//! Days against a calendar.

use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").expect("a day")
}

fn today(hours: &str, at: &str) -> Today {
    on(&[read(hours).expect(hours)], day(at))
}

#[test]
fn the_forms_people_write_are_understood_and_the_others_left_alone() {
    let said = |when: &str| {
        from_words(when)
            .iter()
            .map(Hours::to_string)
            .collect::<String>()
    };
    for (when, hours) in [
        ("Tue 12-2", "TU|12-2"),
        ("Mon-Fri 9-4", "MO,TU,WE,TH,FR|9-4"),
        ("Mon and Wed 10-3", "MO,WE|10-3"),
        ("Mon Wed Fri 11-2", "MO,WE,FR|11-2"),
        ("2nd and 4th Fri 2-4", "2FR,4FR|2-4"),
        ("last Thursday 7pm", "-1TH|7pm"),
        ("Tuesdays & Thursdays", "TU,TH"),
        ("Sat\u{2013}Sun 10:00-16:00", "SA,SU|10:00-16:00"),
        ("weekdays", "MO,TU,WE,TH,FR"),
        ("Wed 1-3, phone any day", ""),
        ("term time only", ""),
        ("Tue 12-2 not August", ""),
        ("mo", ""),
        ("2nd Tue and Thu", ""),
        ("", ""),
    ] {
        assert_eq!(said(when), hours, "{when}");
    }
}

#[test]
fn today_is_a_day_it_is_there() {
    assert_eq!(today("TU|12-2", "2026-03-10"), Today::Open);
    assert_eq!(today("TU|12-2", "2026-03-11"), Today::Not);
    assert_eq!(today("2TU,-1TU", "2026-03-10"), Today::Open);
    assert_eq!(today("2TU,-1TU", "2026-03-31"), Today::Open);
    assert_eq!(today("2TU,-1TU", "2026-03-17"), Today::Not);
    assert_eq!(today("10,-1", "2026-03-10"), Today::Open);
    assert_eq!(today("10,-1", "2026-02-28"), Today::Open);
    assert_eq!(today("TU|||2@2026-02-25", "2026-03-10"), Today::Open);
    assert_eq!(today("TU|||2@2026-02-25", "2026-03-17"), Today::Not);
    assert_eq!(today("1TU|||2@2026-01-06", "2026-03-03"), Today::Open);
    assert_eq!(today("1TU|||2@2026-01-06", "2026-02-03"), Today::Not);
}

#[test]
fn what_has_run_out_is_not_known_and_is_not_closed() {
    assert_eq!(
        today("TU||2025-01-01..2026-03-09", "2026-03-10"),
        Today::RunOut
    );
    assert_eq!(today("TU||2026-03-11..", "2026-03-10"), Today::Not);
    let hours = [
        read("TU||..2026-03-09").expect("one"),
        read("TU").expect("two"),
    ];
    assert_eq!(on(&hours, day("2026-03-10")), Today::Open);
    assert_eq!(on(&hours, day("2026-03-11")), Today::RunOut);
    assert_eq!(on(&[], day("2026-03-10")), Today::Unknown);
}

#[test]
fn reads_as_somebody_would_say_it() {
    for (hours, said) in [
        ("TU,TH|10:00-12:00", "Tue and Thu 10:00-12:00"),
        ("MO,TU,WE,TH,FR|9-5", "Mon-Fri 9-5"),
        ("MO,TU,WE,TH,FR,SA,SU|day-and-night", "day and night"),
        ("2MO,-1FR", "2nd Mon and last Fri"),
        ("1,15", "days 1st and 15th of the month"),
        ("TU|10:00||2@2026-01-06", "every 2 weeks Tue 10:00"),
    ] {
        assert_eq!(read(hours).expect(hours).in_words(), said);
    }
}

fn some_hours() -> impl Strategy<Value = Hours> {
    let weekday = (0..7usize).prop_map(|at| WEEK[at]);
    let date = (0..20_000i64).prop_map(|days| day("1990-01-01") + chrono::TimeDelta::days(days));
    let date2 = date.clone();
    let days = prop_oneof![
        prop::collection::vec(weekday.clone(), 1..5).prop_map(Days::Week),
        prop::collection::vec((prop_oneof![-5i8..0, 1..6i8], weekday), 1..4).prop_map(Days::Month),
        prop::collection::vec(prop_oneof![-31i8..0, 1..32i8], 1..4).prop_map(Days::Dates),
    ];
    (
        days,
        "[0-9a-z:.-]{0,12}",
        prop::option::of(date.clone()),
        prop::option::of(date2),
        prop::option::of((1..9u32, date)),
    )
        .prop_map(|(days, times, from, until, every)| Hours {
            days,
            times,
            from,
            until,
            every,
        })
}

proptest! {
    #[test]
    fn what_is_kept_is_read_back_the_same(hours in some_hours()) {
        prop_assert_eq!(read(&hours.to_string()), Some(hours));
    }

    #[test]
    fn anything_can_be_read_and_asked(text: String, days in 0..100_000i64) {
        let day = day("1900-01-01") + chrono::TimeDelta::days(days);
        let hours: Vec<Hours> = read(&text).into_iter().chain(from_words(&text)).collect();
        let _ = on(&hours, day);
        hours.iter().for_each(|hours| assert!(read(&hours.to_string()).as_ref() == Some(hours)));
    }

    #[test]
    fn the_last_of_a_month_has_no_other_after_it(days in 0..40_000i64) {
        let day = day("1990-01-01") + chrono::TimeDelta::days(days);
        let last = Days::Month(vec![(-1, day.weekday())]).hold(day);
        prop_assert_eq!(last, (day + chrono::TimeDelta::days(7)).month() != day.month());
    }
}

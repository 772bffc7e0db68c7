//! Who had a copy, and how long a record is against how long the talk was.

use super::{
    Ground,
    ground::Held,
    tables::{band, named, share, table, values},
};
use crate::evidence::{
    measure::{Figure, MeasureId, Unit},
    report::{Group, Measure, Members, Population, Table},
    said::groups,
};

const OF: Population = Population::Conversations;

/// Who had a copy.
pub fn copies(ground: &Ground<'_>) -> Measure {
    let held = ground.held.iter();
    let placed = held.map(|held| {
        let place = match (held.noted.had_copy, held.noted.no_copy_home) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => 2,
        };
        (held.number, place)
    });
    let had = ground.held_where(|held| held.noted.had_copy);
    Measure {
        tables: vec![table(
            MeasureId::Copies,
            "copies",
            OF,
            groups::COPIES,
            placed,
        )],
        figures: vec![share(Figure::HadCopy, OF, had, ground.everything())],
        ..Measure::new(MeasureId::Copies)
    }
}

/// Words in a record, and minutes of talk.
pub fn length(ground: &Ground<'_>) -> Measure {
    let held = || ground.held.iter();
    let words = held().map(|held| (held.number, held.noted.words as f64));
    let minutes =
        held().filter_map(|held| Some((held.number, f64::from(held.noted.talk_minutes?))));
    let (word_spread, words) = values(Figure::Words, Unit::Words, OF, words.collect());
    let (minute_spread, minutes) =
        values(Figure::TalkMinutes, Unit::Minutes, OF, minutes.collect());
    let by_words = held().map(|held| (held.number, words_band(held)));
    let by_minutes = held().map(|held| (held.number, minutes_band(held)));
    Measure {
        tables: vec![
            table(MeasureId::Length, "words", OF, groups::WORDS, by_words),
            table(
                MeasureId::Length,
                "minutes",
                OF,
                groups::MINUTES,
                by_minutes,
            ),
            against(ground),
        ],
        spreads: vec![word_spread, minute_spread],
        figures: vec![words, minutes],
        ..Measure::new(MeasureId::Length)
    }
}

/// How long the talk was, each with how long its record is.
fn against(ground: &Ground<'_>) -> Table {
    let mut members = vec![Members::new(); groups::MINUTES.len() * groups::WORDS.len()];
    for held in &ground.held {
        let place = minutes_band(held) * groups::WORDS.len() + words_band(held);
        members[place].insert(held.number);
    }
    let minutes = groups::MINUTES.into_iter();
    let names = minutes.flat_map(|minutes| groups::WORDS.map(|words| (minutes, words)));
    let both = names.zip(members).map(|((minutes, words), members)| Group {
        part: Some(words.to_owned()),
        ..Group::of(minutes, members)
    });
    Table {
        // Sixteen parts of a team's conversations are too fine for anything that leaves it.
        screen_only: true,
        ..named(MeasureId::Length, "against", OF, both.collect())
    }
}

/// The place among [`groups::WORDS`].
fn words_band(held: &Held<'_>) -> usize {
    band(held.noted.words, groups::WORDS_BEGIN)
}

/// The place among [`groups::MINUTES`].
fn minutes_band(held: &Held<'_>) -> usize {
    let unknown = groups::MINUTES.len() - 1;
    let minutes = held.noted.talk_minutes;
    minutes.map_or(unknown, |minutes| band(minutes, groups::MINUTES_BEGIN))
}

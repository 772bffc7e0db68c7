//! Looking at evidence: what a person can ask of it, and what is written of it.

use std::sync::Arc;

use crate::evidence::{asked::During, measure::MeasureId, period::Period, report::Report, said};

/// What a person can ask of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// Look at it, as it was left; the first time, of the quarter today is in.
    Open,
    /// Of other days, as they were typed. Without either, the quarter today is in.
    Of {
        /// The first.
        from: Option<String>,
        /// The last.
        to: Option<String>,
    },
    /// Of days that have a name.
    During(During),
    /// The days as long before those it is of.
    Earlier,
    /// The days as long after them.
    Later,
    /// The next chart.
    Next,
    /// The chart before.
    Previous,
    /// The chart with this number, from 1.
    Number(usize),
    /// This chart.
    Chart(MeasureId),
    /// Say which these are: more than one was meant.
    Which(Vec<MeasureId>),
    /// Numbers in the place of bars, or bars again.
    Turn,
    /// Every chart, one under the other.
    All,
    /// What is below: how it is counted, before and now, what must be read with it.
    More,
    /// Write it where it may leave from, or into this folder.
    Export(Option<String>),
}

/// A report on its way out of the home. What of it may leave is worked out where it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Export {
    /// As it is on the screen.
    pub report: Arc<Report>,
    /// The folder somebody named; without one it goes among the copies.
    pub into: Option<String>,
}

impl Evidence {
    /// What `/evidence` asks for, from what was typed after it: nothing, a chart by its number or its name, or days.
    /// `None` when it is none of these.
    pub fn read(typed: &str) -> Option<Self> {
        let typed = typed.trim().to_lowercase();
        let word = match typed.as_str() {
            "" => Some(Self::Open),
            "before" | "earlier" => Some(Self::Earlier),
            "after" | "later" => Some(Self::Later),
            "next" => Some(Self::Next),
            "previous" | "prev" => Some(Self::Previous),
            "numbers" | "bars" => Some(Self::Turn),
            "all" => Some(Self::All),
            "more" => Some(Self::More),
            "now" => Some(Self::Of {
                from: None,
                to: None,
            }),
            _ => None,
        };
        let number = || typed.parse().ok().map(Self::Number);
        word.or_else(|| During::read(&typed).map(Self::During))
            .or_else(number)
            .or_else(|| chart(&typed).map(Self::Chart))
            .or_else(|| days(&typed))
            .or_else(|| worded(&typed).map(Self::Chart))
            .or_else(|| several(&typed).map(Self::Which))
    }
}

/// The charts that what was typed could mean, where it could mean more than one.
fn several(typed: &str) -> Option<Vec<MeasureId>> {
    let name = typed.replace(' ', "-");
    let begins = |id: &MeasureId| name.chars().count() >= 3 && id.name().starts_with(&name);
    let worded = having(typed, true);
    let all = MeasureId::ALL.into_iter();
    let found: Vec<MeasureId> = all.filter(|id| begins(id) || worded.contains(id)).collect();
    (found.len() > 1).then_some(found)
}

/// The chart with this name, or the only one whose name begins like this.
fn chart(typed: &str) -> Option<MeasureId> {
    let name = typed.replace(' ', "-");
    let all = MeasureId::ALL;
    let whole = all.into_iter().find(|id| id.name() == name);
    whole.or_else(|| {
        let mut begun = all.into_iter().filter(|id| id.name().starts_with(&name));
        begun
            .next()
            .filter(|_| name.chars().count() >= 3 && begun.next().is_none())
    })
}

/// The only chart that has every word that was typed in its name or its title, as its beginning at least; where
/// several have, the only one that has them whole.
fn worded(typed: &str) -> Option<MeasureId> {
    let only = |begins: bool| match having(typed, begins)[..] {
        [id] => Some(id),
        _ => None,
    };
    only(true).or_else(|| only(false))
}

/// The charts that have every word that was typed; where `begins`, as the beginning of one of theirs at least.
fn having(typed: &str, begins: bool) -> Vec<MeasureId> {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let typed = words(typed);
    let has_all = |id: &MeasureId| {
        let all = [id.name(), said::title(*id), also_asked_for_as(*id)].join(" ");
        let all = words(&all);
        typed.iter().all(|typed| {
            let begins = begins && typed.chars().count() >= 3;
            all.iter()
                .any(|word| word == typed || begins && word.starts_with(typed))
        })
    };
    let all = MeasureId::ALL.into_iter();
    all.filter(|id| !typed.is_empty() && has_all(id)).collect()
}

/// What a chart is asked for by as well, beside its name and its title.
fn also_asked_for_as(id: MeasureId) -> &'static str {
    match id {
        MeasureId::Back => "return returned",
        MeasureId::Elsewhere => "long-term support complaints safeguarding cost",
        MeasureId::HandOffs => "handoffs handed over",
        MeasureId::Crises => "crisis",
        MeasureId::Spends => "spent money",
        _ => "",
    }
}

/// `from 1 jan to 31 mar`, `from 1 jan`, `to 31 mar`, `1 jan to 31 mar`.
fn days(typed: &str) -> Option<Evidence> {
    let said_from = typed.strip_prefix("from ");
    let rest = said_from.unwrap_or(typed);
    let (from, to) = match rest.split_once(" to ") {
        Some((from, to)) => (Some(from), Some(to)),
        None => match (rest.strip_prefix("to "), said_from) {
            (Some(to), _) => (None, Some(to)),
            (None, Some(from)) => (Some(from), None),
            (None, None) => return None,
        },
    };
    let day = |typed: &str| typed.trim().to_owned();
    Some(Evidence::Of {
        from: from.map(day),
        to: to.map(day),
    })
}

/// The name of what is written of these days: `evidence-2026-01-01-to-2026-03-31`.
pub fn export_name(period: Period) -> String {
    format!("evidence-{}-to-{}", period.from(), period.to())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_is_asked_for_by_its_number_or_its_name_or_the_beginning_of_it() {
        let read = |typed: &str| Evidence::read(typed);
        assert_eq!(read(""), Some(Evidence::Open));
        assert_eq!(read("3"), Some(Evidence::Number(3)));
        assert_eq!(
            read("next-steps"),
            Some(Evidence::Chart(MeasureId::NextSteps))
        );
        assert_eq!(
            read("Next steps"),
            Some(Evidence::Chart(MeasureId::NextSteps))
        );
        assert_eq!(
            read("connect"),
            Some(Evidence::Chart(MeasureId::Connections))
        );
        assert_eq!(read("next"), Some(Evidence::Next));
        assert_eq!(read("before"), Some(Evidence::Earlier));
        assert_eq!(read("everything there is"), None);
        for (typed, id) in [
            ("budget", MeasureId::Spends),
            ("small budget", MeasureId::Spends),
            ("people who came back", MeasureId::Back),
            ("What happened next", MeasureId::Routes),
            ("crisis", MeasureId::Crises),
            ("complaints", MeasureId::Elsewhere),
            ("what staff said", MeasureId::Staff),
        ] {
            assert_eq!(read(typed), Some(Evidence::Chart(id)), "{typed}");
        }
        let several = Some(Evidence::Which(vec![MeasureId::Back, MeasureId::Said]));
        assert_eq!(read("people"), several);
        // Two begin like this: said, spends, staff.
        assert_eq!(read("s"), None);
    }

    #[test]
    fn days_are_asked_for_from_one_to_another_or_either_alone() {
        let of = |from: Option<&str>, to: Option<&str>| {
            Some(Evidence::Of {
                from: from.map(str::to_owned),
                to: to.map(str::to_owned),
            })
        };
        let read = |typed: &str| Evidence::read(typed);
        assert_eq!(
            read("from 1 jan to 31 mar"),
            of(Some("1 jan"), Some("31 mar"))
        );
        assert_eq!(read("1 jan to 31 mar"), of(Some("1 jan"), Some("31 mar")));
        assert_eq!(
            read("from 2025-09-08 to 2025-12-01"),
            of(Some("2025-09-08"), Some("2025-12-01"))
        );
        assert_eq!(read("from 1 jan"), of(Some("1 jan"), None));
        assert_eq!(read("to 31 mar"), of(None, Some("31 mar")));
        assert_eq!(read("1 jan"), None);
        assert_eq!(read("now"), of(None, None));
        let year = read("2025");
        assert_eq!(year, Some(Evidence::During(During::Year(2025))));
    }
}

//! What a measure comes to, in a sentence or a few. They are said of a report that hides small numbers as of one that
//! hides none: what is hidden is nowhere in them.

use std::cmp::Reverse;

use super::{
    groups,
    numbers::{NOT_SHOWN, amount, bare, capital, count, in_ten, of, share, share_of, sum},
};
use crate::{
    evidence::{
        compare::FEW,
        measure::{Figure, MeasureId},
        report::{Count, Group, Measure, NowAmount, Population, Table},
    },
    guide::Kind,
    text,
};

/// What is said of staff where fewer than [`FEWEST_STAFF`](crate::evidence::feedback::FEWEST_STAFF) answered.
const FEW_STAFF: &str = "Fewer than five staff answered, so nothing is shown.";

/// What it comes to, in a sentence or a few. It holds nothing that is hidden in the measure.
pub fn answer(measure: &Measure) -> String {
    let sentences = match measure.id {
        MeasureId::Kinds => kinds(measure),
        MeasureId::NextSteps => next_steps(measure),
        MeasureId::FirstTalk => first_talk(measure),
        MeasureId::Back => back(measure),
        MeasureId::Elsewhere => elsewhere(measure),
        MeasureId::Routes => routes(measure),
        MeasureId::HandOffs => how_often(measure, Figure::HandedOver, "handed over"),
        MeasureId::Crises => crises(measure),
        MeasureId::Spends => spends(measure),
        MeasureId::Connections => connections(measure),
        MeasureId::Mattered => mattered(measure),
        MeasureId::Copies => copies(measure),
        MeasureId::Length => length(measure),
        MeasureId::TalkedOver => {
            how_often(measure, Figure::TalkedOver, "talked over with a colleague")
        }
        MeasureId::Said => answers(measure, "people and families"),
        MeasureId::Staff => answers(measure, "staff"),
    };
    match sentences {
        Ok(sentences) => sentences.join(" "),
        Err(none) => none,
    }
}

/// Sentences, or the one that stands where there is nothing to count or nothing may be said.
type Sentences = Result<Vec<String>, String>;

fn kinds(measure: &Measure) -> Sentences {
    let held = total(
        measure,
        "conversations",
        "No conversation began in these days.",
    )?;
    let conversations = of(Population::Conversations, held);
    let people = measure
        .table("people")
        .and_then(|table| table.total.known());
    let first = match people {
        Some(people) => format!("{conversations}, {}.", of(Population::People, people)),
        None => format!("{conversations}."),
    };
    let by_kind = Kind::ALL.iter().filter_map(|kind| {
        let kind = super::kind(*kind);
        let held = measure.table("conversations")?.count(kind)?.known()?;
        Some(format!("{held} {}", kind.to_lowercase()))
    });
    let by_kind: Vec<String> = by_kind.collect();
    let by_kind = match by_kind.len() {
        0 => None,
        len if len == Kind::ALL.len() => Some(format!("{}.", by_kind.join(", "))),
        _ => Some(format!("{}. Others are not shown.", by_kind.join(", "))),
    };
    let moved = figure_of(measure, Figure::Moved).and_then(|(count, _)| count.known());
    let moved = moved.filter(|moved| *moved > 0);
    let moved = moved.map(|moved| format!("{moved} moved to another kind."));
    let sentences = [Some(first), by_kind, moved, peak(measure)];
    Ok(sentences.into_iter().flatten().collect())
}

/// The week, or of many the month, in which most were in crisis, where one had more than any other.
fn peak(measure: &Measure) -> Option<String> {
    /// Under so many, a week with the most is chance.
    const A_FEW: usize = 3;
    let (table, in_the) = match measure.table("weeks") {
        Some(weeks) => (weeks, "the week of "),
        None => (measure.table("months")?, ""),
    };
    let crisis = super::kind(Kind::Crisis);
    let weeks = table.groups.iter();
    let weeks = weeks.filter(|group| group.part.as_deref() == Some(crisis));
    let mut counts: Vec<(usize, &str)> = weeks
        .filter_map(|group| Some((group.count.known()?, group.name.as_str())))
        .collect();
    counts.sort_by_key(|(held, _)| Reverse(*held));
    match counts.as_slice() {
        [(most, week), (next, _), ..] if most > next && *most >= A_FEW => {
            Some(format!("{crisis} peaked in {in_the}{week}."))
        }
        _ => None,
    }
}

fn next_steps(measure: &Measure) -> Sentences {
    let held = total(measure, "days", "No next step was agreed on in these days.")?;
    let by_day = said_in_ten(measure, Figure::DoneByDay, "done by the day agreed");
    let sentences = [
        Some(format!("{}.", of(Population::NextSteps, held))),
        by_day,
        median(measure, Figure::DaysToNextStep),
    ];
    Ok(sentences.into_iter().flatten().collect())
}

fn first_talk(measure: &Measure) -> Sentences {
    let table = measure.table("days");
    if table.is_some_and(|table| table.total == Count::Is(0)) {
        return Err("No conversation began in these days.".to_owned());
    }
    let figure = figure_of(measure, Figure::TalkWithin3Days);
    if matches!(figure, Some((_, Count::Is(0)))) {
        return Err("No conversation says when the person first got in touch.".to_owned());
    }
    let soon = said_in_ten(
        measure,
        Figure::TalkWithin3Days,
        "began within 3 days of first contact",
    );
    let unsaid = table.and_then(|table| table.count(groups::NOT_SAID)?.known());
    let unsaid = unsaid.filter(|unsaid| *unsaid > 0).map(|unsaid| {
        let do_not = if unsaid == 1 { "does not" } else { "do not" };
        let conversations = of(Population::Conversations, unsaid);
        format!("{conversations} {do_not} say when first contact was.")
    });
    let sentences = [soon, median(measure, Figure::DaysToFirstTalk), unsaid];
    some(sentences)
}

fn back(measure: &Measure) -> Sentences {
    let none = "Nobody had a listen and connect in these days.";
    total(measure, "within-3", none)?;
    let within = [
        (3, Figure::BackWithin3Months),
        (9, Figure::BackWithin9Months),
        (12, Figure::BackWithin12Months),
    ];
    let sentences = within.map(|(months, figure)| match figure_of(measure, figure)? {
        (_, Count::Is(0)) => Some(format!("Too soon to say of {months} months.")),
        (Count::Is(back), Count::Is(of)) => {
            let people = share_of(Count::Is(back), Count::Is(of), "people");
            Some(format!("{people} back within {months} months."))
        }
        _ => Some(format!("{NOT_SHOWN}: people back within {months} months.")),
    });
    some(sentences)
}

fn elsewhere(measure: &Measure) -> Sentences {
    let share_of = |table: &Table| {
        let figures = measure.figures.iter();
        let mut figures = figures.map(|now| now.figure);
        let figure = figures.find(|figure| super::figure(*figure) == table.title)?;
        let (count, of) = figure_of(measure, figure)?;
        Some(share(count, of))
    };
    let tables = measure.tables.iter();
    let counts = tables.map(|table| {
        let said = share_of(table).unwrap_or_else(|| count(table.total));
        format!("{}: {said}.", table.title)
    });
    let money = measure.sums.iter();
    let money = money.map(|one| format!("{}: {}", one.title, sum(one)));
    let sentences: Vec<String> = counts.chain(money).collect();
    match sentences.is_empty() {
        true => Err("Nobody has brought in what was counted elsewhere.".to_owned()),
        false => Ok(sentences),
    }
}

fn routes(measure: &Measure) -> Sentences {
    let table = named(measure, "routes", "No conversation began in these days.")?;
    let unsaid = table.count(groups::NOT_SAID).unwrap_or_default().known();
    let all = table.total.known();
    let says = match (all, unsaid) {
        (Some(all), Some(unsaid)) if unsaid == all => {
            return Err("No conversation says what happened next.".to_owned());
        }
        (Some(all), Some(unsaid)) => {
            let said = share_of(Count::Is(all - unsaid), Count::Is(all), "conversations");
            Some(format!("{said} say what happened next."))
        }
        _ => None,
    };
    some([says, most_often(table, 1)])
}

fn connections(measure: &Measure) -> Sentences {
    let none = "No connection was noted in these days.";
    let held = total(measure, "kinds", none)?;
    let in_ten = said_in_ten(measure, Figure::Connected, "conversations made one");
    let table = named(measure, "kinds", none)?;
    let first = format!("{} made.", of(Population::Connections, held));
    some([Some(first), in_ten, most_often(table, 1)])
}

fn mattered(measure: &Measure) -> Sentences {
    let table = named(
        measure,
        "topics",
        "No note says what mattered, in these days.",
    )?;
    let in_particular = table.groups.iter();
    let in_particular = in_particular.filter(|group| group.name != groups::NO_TOPIC);
    let is_none = |group: &Group| group.count == Count::Is(0);
    match table.total.known() {
        Some(held) if in_particular.clone().all(is_none) => {
            let notes = of(Population::Mattered, held);
            Ok(vec![format!("{notes}, under no topic in particular.")])
        }
        held => some([most_often(table, 3).or_else(|| {
            let notes = of(Population::Mattered, held?);
            Some(format!("{notes}."))
        })]),
    }
}

fn how_often(measure: &Measure, figure: Figure, done: &str) -> Sentences {
    let held = total(
        measure,
        "conversations",
        "No conversation began in these days.",
    )?;
    let any = figure_of(measure, figure);
    let (count, all) = any.unwrap_or((Count::Hidden, Count::Hidden));
    let conversations = of(Population::Conversations, held);
    let again = measure.table("conversations");
    let again = again.and_then(|table| table.count(groups::HOW_OFTEN[2])?.known());
    let again = again.filter(|again| *again > 0);
    let again = again.map(|again| format!("{again} of them more than once."));
    match (count.known(), all.known()) {
        (Some(0), _) => Err(format!("{conversations}, none {done}.")),
        (Some(_), Some(_)) => some([
            Some(format!("{} {done}.", share_of(count, all, "conversations"))),
            again,
        ]),
        _ => Err(format!(
            "{conversations}. {NOT_SHOWN}: how many were {done}."
        )),
    }
}

fn crises(measure: &Measure) -> Sentences {
    let held = total(measure, "steady", "No crisis began in these days.")?;
    let sentences = [
        Some(format!("{}.", of(Population::Crises, held))),
        said_in_ten(measure, Figure::Steady, "steady"),
        median(measure, Figure::DaysToSteady),
        median(measure, Figure::ContactsToSteady),
    ];
    some(sentences)
}

fn spends(measure: &Measure) -> Sentences {
    total(
        measure,
        "amounts",
        "Nothing was spent from the small budget.",
    )?;
    let all = measure.sums.first().map(sum);
    let spread = measure.spreads.first();
    let median = spread.and_then(|summary| {
        let values = summary.spread?;
        Some(format!("Median {}.", amount(values.median, summary.unit)))
    });
    let in_ten = said_in_ten(measure, Figure::Spent, "conversations had one");
    some([all, median, in_ten])
}

fn copies(measure: &Measure) -> Sentences {
    total(measure, "copies", "No conversation began in these days.")?;
    let had = figure_of(measure, Figure::HadCopy).and_then(|(count, of)| in_ten(count, of));
    let had = had.map(|had| format!("The person had a copy of {had} records."));
    let table = measure.table("copies");
    let not_home = table.and_then(|table| table.count(groups::COPIES[1])?.known());
    let not_home = not_home.filter(|held| *held > 0);
    let not_home = not_home.map(|held| format!("Of {held} nothing may be sent home."));
    some([had, not_home])
}

fn length(measure: &Measure) -> Sentences {
    total(measure, "words", "No conversation began in these days.")?;
    let of_one = |figure: Figure, of: &str| {
        let summary = measure
            .spreads
            .iter()
            .find(|one| one.figure == Some(figure))?;
        let values = summary.spread?;
        Some(format!(
            "{of}: median {}.",
            amount(values.median, summary.unit)
        ))
    };
    some([
        of_one(Figure::Words, "A record"),
        of_one(Figure::TalkMinutes, "A talk"),
    ])
}

/// Whether they could say it, whether anything is better or worse because of it, and whether they had to say it again.
/// Of staff: whether they could follow the person's lead, and whether they would go back.
fn answers(measure: &Measure, who: &str) -> Sentences {
    let is_kept_back = |table: &Table| {
        let mut counts = table.groups.iter().map(|group| group.count);
        table.total == Count::Hidden && counts.all(|count| count == Count::Hidden)
    };
    if measure.id == MeasureId::Staff && measure.tables.first().is_some_and(is_kept_back) {
        return Err(FEW_STAFF.to_owned());
    }
    let none = format!("Nobody asked {who} in these days.");
    let held = total(measure, "q1", &none)?;
    let answered = match (held, measure.id) {
        (1, MeasureId::Said) => "1 person answered.".to_owned(),
        (_, MeasureId::Said) => format!("{held} people answered."),
        (1, _) => "1 of the staff answered.".to_owned(),
        _ => format!("{held} {who} answered."),
    };
    let question = |name: &str| {
        let table = measure.table(name)?;
        let said = table
            .groups
            .iter()
            .filter_map(|group| match group.count.known()? {
                0 => None,
                held => Some(format!("{held} {}", group.name.to_lowercase())),
            });
        let said: Vec<String> = said.collect();
        let said = if said.is_empty() {
            NOT_SHOWN.to_lowercase()
        } else {
            said.join(", ")
        };
        Some(format!("{} {}.", table.title, capital(&said)))
    };
    let by_worker = asked_by_the_worker(measure, held);
    let better_or_worse = match measure.id {
        MeasureId::Said => question("q4"),
        _ => None,
    };
    some([
        Some(answered),
        by_worker,
        question("q1"),
        better_or_worse,
        question("q5"),
    ])
}

/// `3 of 9 were asked by the worker who knows them.`
fn asked_by_the_worker(measure: &Measure, held: usize) -> Option<String> {
    let table = measure.table("who-asked")?;
    let by_worker = table.count(groups::WHO_ASKED[1])?.known()?;
    let were = if by_worker == 1 { "was" } else { "were" };
    (by_worker > 0)
        .then(|| format!("{by_worker} of {held} {were} asked by the worker who knows them."))
}

/// How many a table counts in all; what is said instead where that is none, or too few to say.
fn total(measure: &Measure, table: &str, none: &str) -> Result<usize, String> {
    match measure.table(table).map(|table| table.total.known()) {
        None | Some(Some(0)) => Err(none.to_owned()),
        Some(None) => Err(format!("{NOT_SHOWN}.")),
        Some(Some(held)) => Ok(held),
    }
}

/// A table with anything in it, of which some may be said also where the whole may not.
fn named<'m>(measure: &'m Measure, table: &str, none: &str) -> Result<&'m Table, String> {
    let table = measure
        .table(table)
        .filter(|table| table.total != Count::Is(0));
    table.ok_or_else(|| none.to_owned())
}

/// `Most often: Seeing people (41), Being in my own home (37).` Only what is more than any group may be that is not
/// shown, or that stands with others under no name of its own; as many as the last of them are said to be.
fn most_often(table: &Table, most: usize) -> Option<String> {
    let no_name = [groups::NOT_SAID, groups::NO_TOPIC, groups::SOMETHING_ELSE];
    let has_a_name = |group: &&Group| !no_name.contains(&group.name.as_str());
    let groups = table.groups.iter().filter(has_a_name);
    let mut known: Vec<(usize, &Group)> = groups
        .filter_map(|group| Some((group.count.known()?, group)))
        .filter(|(held, _)| *held > 0)
        .collect();
    known.sort_by_key(|(held, _)| Reverse(*held));
    let together = table.count(groups::SOMETHING_ELSE).and_then(Count::known);
    let unseen = table.most_not_shown().max(together.unwrap_or_default());
    known.retain(|(held, _)| *held > unseen);
    let last = known.iter().take(most).next_back().map(|(held, _)| *held);
    let others = known.iter().skip(most);
    let others = others.filter(|(held, _)| Some(*held) == last).count();
    let others = match others {
        0 => String::new(),
        1 => ", and 1 other as often".to_owned(),
        others => format!(", and {others} others as often"),
    };
    let listed = known.iter().take(most);
    let listed = listed.map(|(held, group)| format!("{} ({held})", text::shown(&group.name)));
    let listed: Vec<String> = listed.collect();
    match listed.is_empty() {
        true => None,
        false => Some(format!("Most often: {}{others}.", listed.join(", "))),
    }
}

/// `7 in 10 done by the day agreed.`
fn said_in_ten(measure: &Measure, figure: Figure, what: &str) -> Option<String> {
    let (count, of) = figure_of(measure, figure)?;
    Some(format!("{} {what}.", in_ten(count, of)?))
}

/// `Median 2 days.`; of fewer than ten, how many those are.
fn median(measure: &Measure, figure: Figure) -> Option<String> {
    let mut spreads = measure.spreads.iter();
    let summary = spreads.find(|summary| summary.figure == Some(figure))?;
    let values = summary.spread?;
    let median = amount(values.median, summary.unit);
    match values.n < FEW {
        true => Some(format!(
            "Median {median}, of {}.",
            bare(values.n as f64, summary.unit)
        )),
        false => Some(format!("Median {median}.")),
    }
}

fn figure_of(measure: &Measure, figure: Figure) -> Option<(Count, Count)> {
    match &measure.figure(figure)?.amount {
        NowAmount::Share { count, of, .. } => Some((*count, *of)),
        NowAmount::Values { .. } => None,
    }
}

/// The sentences there are, or that there is none.
fn some<const N: usize>(sentences: [Option<String>; N]) -> Sentences {
    let sentences: Vec<String> = sentences.into_iter().flatten().collect();
    match sentences.is_empty() {
        true => Err(format!("{NOT_SHOWN}.")),
        false => Ok(sentences),
    }
}

//! What people, families and staff said when they were asked: counts of answers, and never a number of a feeling.

use super::{Ground, tables::table};
use crate::evidence::{
    feedback::{Answer, Asked, Feedback},
    kept::Kept,
    measure::MeasureId,
    report::{Count, Measure, Members, Population, Table},
    said::groups,
};

/// The tables, one for each question.
const NAMES: [&str; 6] = ["q1", "q2", "q3", "q4", "q5", "q6"];

/// What those answered who were asked in the period, question by question.
pub fn answers(asked: Asked, ground: &Ground<'_>, kept: &Kept) -> Measure {
    let (id, of) = match asked {
        Asked::People => (MeasureId::Said, Population::Answers),
        Asked::Staff => (MeasureId::Staff, Population::StaffAnswers),
    };
    let told: Vec<(u32, &Feedback)> = (0..).zip(told(asked, ground, kept)).collect();
    let is_shown = told.is_empty() || asked.may_be_shown(told.len());
    let questions = asked.questions().into_iter().zip(NAMES).enumerate();
    let tables = questions.map(|(nth, (question, name))| {
        let told = told.iter();
        let placed = told.map(|(number, one)| (*number, place(one, nth)));
        let said = Table {
            title: question.to_owned(),
            ..table(id, name, of, said_to(asked, nth), placed)
        };
        if is_shown { said } else { kept_back(said) }
    });
    let by_worker = |one: &Feedback| usize::from(one.is_by_the_worker(kept.worker.as_deref()));
    let told = told.iter();
    let placed = told.map(|(number, one)| (*number, by_worker(one)));
    let who_asked = Table {
        title: "Who asked them".to_owned(),
        ..table(id, "who-asked", of, groups::WHO_ASKED, placed)
    };
    Measure {
        tables: tables.chain([who_asked]).collect(),
        ..Measure::new(id)
    }
}

/// What was said in the period, in the order it is numbered.
pub(super) fn told<'k>(
    asked: Asked,
    ground: &Ground<'_>,
    kept: &'k Kept,
) -> impl Iterator<Item = &'k Feedback> {
    let period = ground.period;
    let told = kept.feedback.iter();
    told.filter(move |one| one.asked == asked && period.holds(one.on))
}

/// The same table with nothing in it that could be shown, not even on the team's own screen.
fn kept_back(mut table: Table) -> Table {
    table.total = Count::Hidden;
    for group in &mut table.groups {
        (group.count, group.members) = (Count::Hidden, Members::new());
    }
    table
}

/// What an answer says to a question, and what it is where nobody answered.
fn said_to(asked: Asked, question: usize) -> [&'static str; 5] {
    let [.., skipped] = groups::ANSWERS;
    let [yes, partly, no, rather_not] = Answer::ALL.map(|answer| asked.says(question, answer));
    [yes, partly, no, rather_not, skipped]
}

/// The place among [`groups::ANSWERS`] of what somebody said to a question.
fn place(told: &Feedback, question: usize) -> usize {
    let answered = told.answers.iter().find(|one| one.question == question);
    match answered.map(|one| one.answer) {
        Some(Answer::Yes) => 0,
        Some(Answer::Partly) => 1,
        Some(Answer::No) => 2,
        Some(Answer::RatherNotSay) => 3,
        None => 4,
    }
}

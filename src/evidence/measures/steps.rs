//! Next steps: how long until they happened, and whether by the day that was first agreed.

use chrono::NaiveDate;

use super::{
    Ground,
    tables::{band, share, table, values},
};
use crate::{
    evidence::{
        measure::{Figure, MeasureId, Unit},
        report::{CountNote, Measure, Members, NoteAbout, Population},
        row::Promised,
        said::groups,
    },
    record::StepState,
};

const ID: MeasureId = MeasureId::NextSteps;
const OF: Population = Population::NextSteps;

/// How long until the next step happened; kept, late, dropped.
pub fn next_steps(ground: &Ground<'_>) -> Measure {
    let each = ground.each(|held| held.noted.steps.iter());
    let steps: Vec<(u32, Promised)> = each
        .map(|(number, held, step)| (number, ground.looked.step(held.talk, *step)))
        .collect();
    let where_so = |is_so: &dyn Fn(&Promised) -> bool| -> Members {
        let steps = steps.iter().filter(|(_, step)| is_so(step));
        steps.map(|(number, _)| *number).collect()
    };
    let today = ground.today;
    let held_to_a_day = where_so(&|step| is_held_to_a_day(step, today));
    let by_the_day = where_so(&|step| is_held_to_a_day(step, today) && is_in_time(step));
    let until = steps.iter();
    let until = until.filter_map(|(number, step)| Some((*number, days(step)? as f64)));
    let (spread, figure) = values(Figure::DaysToNextStep, Unit::Days, OF, until.collect());
    let no_day = where_so(&|step| step.state == StepState::Done && step.settled.is_none());
    Measure {
        tables: vec![
            table(
                ID,
                "days",
                OF,
                groups::STEP_DAYS,
                steps
                    .iter()
                    .map(|(number, step)| (*number, until_done(step))),
            ),
            table(
                ID,
                "kept",
                OF,
                groups::STEP_KEPT,
                steps
                    .iter()
                    .map(|(number, step)| (*number, kept(step, today))),
            ),
        ],
        spreads: vec![spread],
        figures: vec![
            share(Figure::DoneByDay, OF, by_the_day, held_to_a_day),
            figure,
        ],
        noted: CountNote::of(NoteAbout::DoneOnNoDay, OF, no_day)
            .into_iter()
            .collect(),
        ..Measure::new(ID)
    }
}

/// Days from the promise to the day it was done. One that was noted as done before it was made was done the same day.
fn days(step: &Promised) -> Option<i64> {
    let settled = step.settled.filter(|_| step.state == StepState::Done)?;
    Some((settled - step.made).num_days().max(0))
}

/// The place among [`groups::STEP_DAYS`].
fn until_done(step: &Promised) -> usize {
    match (step.state, days(step)) {
        (_, Some(days)) => band(days, groups::STEP_DAYS_BEGIN),
        (StepState::Done, None) => 4,
        (StepState::Open | StepState::Tried | StepState::Moved, None) => 5,
        (StepState::Dropped, None) => 6,
    }
}

/// The place among [`groups::STEP_KEPT`].
fn kept(step: &Promised, today: NaiveDate) -> usize {
    match (step.state, step.agreed, step.settled) {
        (StepState::Dropped, ..) => 6,
        (StepState::Done, Some(_), Some(_)) => usize::from(!is_in_time(step)),
        (StepState::Done, ..) => 2,
        (_, Some(agreed), _) if agreed < today => 3,
        (_, Some(_), _) => 4,
        (_, None, _) => 5,
    }
}

/// Whether it was done by the day first agreed.
fn is_in_time(step: &Promised) -> bool {
    let days = step.settled.zip(step.agreed);
    step.state == StepState::Done && days.is_some_and(|(settled, agreed)| settled <= agreed)
}

/// Whether its day is over and it can be said whether it was done by then.
fn is_held_to_a_day(step: &Promised, today: NaiveDate) -> bool {
    let is_over = step.agreed.is_some_and(|agreed| agreed < today);
    let is_known = step.state != StepState::Done || step.settled.is_some();
    is_over && is_known && step.state != StepState::Dropped
}

//! Who or what each number of a report stands for, in the order the measures number them.

use std::collections::HashMap;

use super::{Ground, answers, crises};
use crate::evidence::{
    feedback::{Asked, Feedback},
    kept::Kept,
    report::{Known, KnownBy, Population},
};

/// Every population but what somebody else counted.
pub fn known(ground: &Ground<'_>, kept: &Kept) -> KnownBy {
    let held = || ground.held.iter();
    let names = held().map(|held| Known::by(held.talk.id.as_str()));
    let names: Vec<Known> = names.collect();
    let things = |count: &dyn Fn(usize) -> usize| -> Vec<Known> {
        let each = names.iter().enumerate();
        let each = each.flat_map(|(nth, name)| (0..).take(count(nth)).map(|part| name.part(part)));
        each.collect()
    };
    let noted = |nth: usize| ground.held[nth].noted;
    let mut people = vec![Known::default(); ground.people.len()];
    for held in held() {
        if let (Some(number), Some(key)) = (held.person, held.talk.person()) {
            people[number as usize] = Known::by(key);
        }
    }
    let answers = |asked| said(answers::told(asked, ground, kept));
    KnownBy::from([
        (Population::People, people),
        (Population::NextSteps, things(&|nth| noted(nth).steps.len())),
        (
            Population::HandOffs,
            things(&|nth| noted(nth).handed_over.len()),
        ),
        (Population::Spends, things(&|nth| noted(nth).spent.len())),
        (
            Population::Connections,
            things(&|nth| noted(nth).connected.len()),
        ),
        (
            Population::Mattered,
            things(&|nth| noted(nth).mattered.len()),
        ),
        (Population::Crises, crises::known(ground)),
        (Population::Answers, answers(Asked::People)),
        (Population::StaffAnswers, answers(Asked::Staff)),
        (Population::Conversations, names),
    ])
}

/// What people said has no name: it is known by what it says, and of several alike by which it is.
fn said<'f>(told: impl Iterator<Item = &'f Feedback>) -> Vec<Known> {
    let mut alike: HashMap<String, usize> = HashMap::new();
    let each = told.map(|one| {
        let one = one_said(one);
        let nth = alike.entry(one.clone()).or_default();
        *nth += 1;
        Known::by(&format!("{one} {nth}"))
    });
    each.collect()
}

fn one_said(one: &Feedback) -> String {
    let mut answers: Vec<String> = one
        .answers
        .iter()
        .map(|one| format!("{} {:?}", one.question, one.answer))
        .collect();
    answers.sort_unstable();
    let by = one.asked_by.as_deref().unwrap_or_default();
    format!("{} {by:?} {}", one.on, answers.join(", "))
}

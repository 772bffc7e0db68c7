//! What practice says on the command line. What stands on its cards and sheets is with them.

use crate::{
    guide::Setback,
    practice::{Actor, Listed, ScenarioId},
    text,
};

/// How wide the columns of a list are.
pub struct Columns {
    id: usize,
    title: usize,
}

impl Columns {
    /// As wide as the widest, within reason.
    pub fn of(listed: &[Listed]) -> Self {
        let widest = |width: fn(&Listed) -> usize| listed.iter().map(width).max().unwrap_or(0);
        Self {
            id: widest(|one| one.id.as_str().len()).min(30),
            title: widest(|one| text::width(&text::shown(&one.title))).min(40),
        }
    }

    /// `only-about-the-bath  It's only about the bath  Listen and connect  10 min  gentle`
    pub fn line(&self, one: &Listed) -> String {
        let title = text::shown(&one.title);
        let title = text::fit(&title, self.title);
        let left = " ".repeat(self.title.saturating_sub(text::width(&title)));
        let from = one
            .team
            .as_ref()
            .map(|file| format!("  ({})", text::shown(file)))
            .unwrap_or_default();
        format!(
            "{:id$}  {title}{left}  {:18}  {:>3} min  {}{from}",
            one.id.as_str(),
            super::kind(one.kind),
            one.minutes,
            one.level.name(),
            id = self.id
        )
    }
}

/// A team file that is not used.
pub fn scenario_setback(setback: &Setback) -> String {
    let instead = if setback.fallback {
        "Using the one of that name that works."
    } else {
        "It is left out."
    };
    format!(
        "The scenario file {}: line {} is not understood. {} {instead}",
        text::shown(&setback.file),
        setback.line,
        text::shown(&setback.message)
    )
}

/// None has this id.
pub fn no_scenario(id: &str) -> String {
    format!(
        "There is no scenario {}. alongside practice list shows them.",
        text::shown(id)
    )
}

/// Which card, when there are several, or none of that number.
pub fn which_card(id: &ScenarioId, actors: &[Actor]) -> String {
    let mut said = "Each actor has a card alone. Say whose:\n".to_owned();
    for (actor, number) in actors.iter().zip(1..) {
        let name = text::shown(&actor.name);
        said.push_str(&format!(
            "  alongside practice show {id} --actor {number}   {name}\n"
        ));
    }
    said
}

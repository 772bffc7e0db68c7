//! All scenarios there are: the built-in ones, and the team's own.

use super::{BUILT_IN, Level, Scenario, ScenarioId, check};
use crate::guide::{Kind, Problem, Setback, Severity, Shelf, TeamFile};

/// A scenario as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: ScenarioId,
    /// Its title.
    pub title: String,
    /// Its purpose among the three.
    pub kind: Kind,
    /// How long it is played, in minutes.
    pub minutes: u16,
    /// How much it asks of those who play it.
    pub level: Level,
    /// The team file it comes from; `None` for a built-in one.
    pub team: Option<String>,
}

/// The scenarios there are.
#[derive(Debug, Clone, Default)]
pub struct Scenarios {
    /// Each with the team file it comes from.
    all: Vec<(Scenario, Option<String>)>,
    setbacks: Vec<Setback>,
}

impl Scenarios {
    /// The built-in scenarios in their order, or what replaces them, and then the team's others. Of two files with one
    /// id the first is used. Their guides are those of `shelf`.
    pub fn new(team: &[TeamFile], shelf: &Shelf) -> Self {
        let built_in = BUILT_IN
            .iter()
            .filter_map(|text| check(text, shelf).scenario);
        let mut scenarios = Self {
            all: built_in.map(|scenario| (scenario, None)).collect(),
            setbacks: Vec::new(),
        };
        team.iter().for_each(|file| scenarios.take(file, shelf));
        scenarios
    }

    /// The scenario with this id.
    pub fn get(&self, id: &str) -> Option<&Scenario> {
        let mut all = self.all.iter().map(|(scenario, _)| scenario);
        all.find(|scenario| scenario.id.as_str() == id)
    }

    /// The scenario with this place in the list, the first being 0.
    pub fn nth(&self, at: usize) -> Option<&Scenario> {
        self.all.get(at).map(|(scenario, _)| scenario)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Every scenario.
    pub fn list(&self) -> Vec<Listed> {
        let listed = |(scenario, team): &(Scenario, Option<String>)| Listed {
            id: scenario.id.clone(),
            title: scenario.title.clone(),
            kind: scenario.kind,
            minutes: scenario.minutes,
            level: scenario.level,
            team: team.clone(),
        };
        self.all.iter().map(listed).collect()
    }

    /// The team files that are not used, in the order they were given.
    pub fn setbacks(&self) -> &[Setback] {
        &self.setbacks
    }

    fn take(&mut self, file: &TeamFile, shelf: &Shelf) {
        let checked = check(&file.text, shelf);
        let id = checked.id.as_ref().map(|id| &id.value);
        let Some(scenario) = checked.scenario else {
            let mut problems = checked.problems.iter();
            let error = problems.find(|problem| problem.severity == Severity::Error);
            self.setbacks
                .extend(error.map(|error| self.setback(file, id, error)));
            return;
        };
        let same_id = self
            .all
            .iter()
            .position(|(other, _)| other.id == scenario.id);
        match same_id.map(|at| (at, self.all[at].1.clone())) {
            None => self.all.push((scenario, Some(file.name.clone()))),
            Some((at, None)) => self.all[at] = (scenario, Some(file.name.clone())),
            Some((_, Some(first))) => {
                let span = checked.id.as_ref().map_or(0..0, |id| id.span.clone());
                let message = format!("The scenario id `{}` is taken by {first}.", scenario.id);
                let setback = self.setback(file, id, &Problem::error(span, message));
                self.setbacks.push(setback);
            }
        }
    }

    fn setback(&self, file: &TeamFile, id: Option<&ScenarioId>, error: &Problem) -> Setback {
        // When the fault is in the id itself, the name of the file says which scenario was meant.
        let meant = id.map_or(file.name.trim_end_matches(".toml"), ScenarioId::as_str);
        let place = error.place(&file.text);
        Setback {
            file: file.name.clone(),
            line: place.line,
            column: place.column,
            message: error.message.clone(),
            fallback: self.get(meant).is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::starter;

    fn team(files: &[(&str, &str)]) -> Scenarios {
        let file = |(name, text): &(&str, &str)| TeamFile {
            name: (*name).to_owned(),
            text: (*text).to_owned(),
        };
        let files: Vec<TeamFile> = files.iter().map(file).collect();
        Scenarios::new(&files, &Shelf::default())
    }

    #[test]
    fn a_team_scenario_is_listed_after_the_built_in_ones() {
        let scenarios = team(&[("mine.toml", &starter("mine", "Mine"))]);
        let listed = scenarios.list();
        assert_eq!(listed.len(), BUILT_IN.len() + 1);
        assert_eq!(listed[BUILT_IN.len()].team.as_deref(), Some("mine.toml"));
        assert!(scenarios.get("mine").is_some() && scenarios.setbacks().is_empty());
    }

    #[test]
    fn the_same_id_replaces_a_built_in_scenario_in_its_place() {
        let first = team(&[]).list()[0].id.clone();
        let scenarios = team(&[("ours.toml", &starter(first.as_str(), "Ours"))]);
        assert_eq!(scenarios.list().len(), BUILT_IN.len());
        assert_eq!(scenarios.list()[0].title, "Ours");
    }

    #[test]
    fn a_broken_one_is_said_and_the_built_in_one_stands_in() {
        let first = team(&[]).list()[0].clone();
        let text = starter(first.id.as_str(), "Ours").replace("minutes = 12", "minutes = \"12\"");
        let scenarios = team(&[("ours.toml", &text)]);
        assert_eq!(scenarios.list()[0], first);
        let setback = &scenarios.setbacks()[0];
        assert!(setback.fallback && setback.line > 1, "{setback:?}");
    }

    #[test]
    fn of_two_team_files_with_one_id_the_first_is_used() {
        let text = starter("mine", "First");
        let scenarios = team(&[("a.toml", &text), ("b.toml", &starter("mine", "Second"))]);
        assert_eq!(
            scenarios.get("mine").map(|one| one.title.as_str()),
            Some("First")
        );
        assert!(scenarios.setbacks()[0].message.contains("taken by a.toml"));
    }
}

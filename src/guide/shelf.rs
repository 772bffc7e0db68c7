//! All guides there are: the built-in ones, and the team's own.
//!
//! Nothing is parsed before it is asked for, unless the team has files of its own; those are parsed at once, so that
//! a fault in one is known at the start and not in the middle of a conversation.

use super::{
    Draft, Guide, GuideId, Kind, Problem, Severity,
    borrow::{Found, Layer, Library},
    built_in::{BUILT_IN, built_in},
    check::assemble,
    parse::parse,
};

/// A guide file of the team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamFile {
    /// The name of the file, as people are told it: `good-life.toml`.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// A team file that is not used, because of an error in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setback {
    /// The name of the file.
    pub file: String,
    /// The line of the first error, from 1.
    pub line: usize,
    /// Its column, from 1, in characters.
    pub column: usize,
    /// What is wrong, as a sentence.
    pub message: String,
    /// Whether a built-in guide stands in for it. Without one the guide is left out.
    pub fallback: bool,
}

/// A guide as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: GuideId,
    /// Its purpose among the three.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// What it is for, in one sentence.
    pub purpose: String,
    /// The team file it comes from; `None` for a built-in guide.
    pub team: Option<String>,
}

/// The guides there are.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    team: Vec<TeamGuide>,
    setbacks: Vec<Setback>,
}

#[derive(Debug, Clone)]
struct TeamGuide {
    name: String,
    draft: Draft,
    /// Whether the file is used.
    sound: bool,
}

impl Shelf {
    /// The built-in guides, and these files of the team. Of two files with one id the first is used.
    pub fn new(team: Vec<TeamFile>) -> Self {
        let mut shelf = Self::default();
        for file in &team {
            shelf.take(file);
        }
        shelf.set_back_borrowers(&team);
        shelf
    }

    /// The whole guide with this id. `None` when there is none.
    pub fn guide(&self, id: &GuideId) -> Option<Guide> {
        let found = self.find_sound(id, Layer::Top)?;
        let (guide, _) = self.assembled(&found.draft, found.layer);
        guide
    }

    /// One guide as a list shows it. `None` when there is none.
    pub fn listed(&self, id: &GuideId) -> Option<Listed> {
        let of_team = self.team_guide(id).and_then(TeamGuide::listed);
        of_team.or_else(|| {
            let built_in = BUILT_IN.iter().find(|one| one.id == id.as_str())?;
            Some(Listed {
                id: id.clone(),
                kind: built_in.kind,
                title: built_in.title.to_owned(),
                purpose: built_in.purpose.to_owned(),
                team: None,
            })
        })
    }

    /// Every guide: the built-in ones in their order (or what replaces them), then the team's others.
    pub fn list(&self) -> Vec<Listed> {
        let built_in_or_team = BUILT_IN
            .iter()
            .filter_map(|built_in| self.listed(&GuideId::new(built_in.id)));
        let sound = self
            .team
            .iter()
            .filter(|guide| guide.sound)
            .filter_map(TeamGuide::listed);
        let new = sound.filter(|listed| built_in(&listed.id).is_none());
        built_in_or_team.chain(new).collect()
    }

    /// The team files that are not used, in the order they were given.
    pub fn setbacks(&self) -> &[Setback] {
        &self.setbacks
    }

    /// An error, if a file given before `name` has the same id.
    pub(super) fn same_id(&self, name: &str, draft: &Draft) -> Option<Problem> {
        let id = draft.id.as_ref()?;
        let first = self
            .team
            .iter()
            .find(|guide| guide.id() == Some(&id.value))?;
        if first.name == name {
            return None;
        }
        let message = format!("The guide id `{}` is taken by {}.", id.value, first.name);
        Some(Problem::error(id.span.clone(), message).hint("Give one of the two another id."))
    }

    /// A guide to borrow from while checking: a team guide even if it has errors, else the built-in one.
    pub(super) fn find_any(&self, id: &GuideId, layer: Layer) -> Option<Found> {
        let team = self.team.iter().find(|guide| guide.id() == Some(id));
        Self::found(team.filter(|_| layer == Layer::Top), id)
    }

    /// The ids of all guides, team guides with errors included.
    pub(super) fn ids(&self) -> Vec<GuideId> {
        let team = self.team.iter().filter_map(TeamGuide::id).cloned();
        BUILT_IN
            .iter()
            .map(|guide| GuideId::new(guide.id))
            .chain(team)
            .collect()
    }

    fn find_sound(&self, id: &GuideId, layer: Layer) -> Option<Found> {
        Self::found(self.team_guide(id).filter(|_| layer == Layer::Top), id)
    }

    fn found(team: Option<&TeamGuide>, id: &GuideId) -> Option<Found> {
        match team {
            Some(guide) => Some(Found {
                draft: guide.draft.clone(),
                layer: Layer::Top,
            }),
            None => built_in(id).map(|guide| Found {
                draft: guide.draft(),
                layer: Layer::BuiltIn,
            }),
        }
    }

    fn team_guide(&self, id: &GuideId) -> Option<&TeamGuide> {
        self.team
            .iter()
            .find(|guide| guide.sound && guide.id() == Some(id))
    }

    fn assembled(&self, draft: &Draft, layer: Layer) -> (Option<Guide>, Vec<Problem>) {
        let mut problems = Vec::new();
        let find = |id: &GuideId, layer: Layer| self.find_sound(id, layer);
        let library = Library {
            find: &find,
            ids: &|| self.ids(),
        };
        let guide = assemble(draft, layer, &library, &mut problems);
        (guide, problems)
    }

    fn take(&mut self, file: &TeamFile) {
        let parsed = parse(&file.text);
        let taken = self.same_id(&file.name, &parsed.draft);
        let error = parsed.first_error().or(taken.as_ref());
        if let Some(error) = error {
            self.setbacks.push(setback(file, &parsed.draft, error));
        }
        let sound = error.is_none();
        self.team.push(TeamGuide {
            name: file.name.clone(),
            draft: parsed.draft,
            sound,
        });
    }

    /// A guide that cannot borrow what it needs is not used, and then nobody can borrow from it: so round again,
    /// until nothing more falls.
    fn set_back_borrowers(&mut self, files: &[TeamFile]) {
        loop {
            let fallen: Vec<(usize, Setback)> = self
                .team
                .iter()
                .enumerate()
                .filter(|(_, guide)| guide.sound)
                .filter_map(|(at, guide)| Some((at, self.cannot_borrow(guide, &files[at])?)))
                .collect();
            if fallen.is_empty() {
                break;
            }
            for (at, setback) in fallen {
                self.team[at].sound = false;
                self.setbacks.push(setback);
            }
        }
        let order = |setback: &Setback| files.iter().position(|file| file.name == setback.file);
        self.setbacks.sort_by_key(order);
    }

    fn cannot_borrow(&self, guide: &TeamGuide, file: &TeamFile) -> Option<Setback> {
        let (_, problems) = self.assembled(&guide.draft, Layer::Top);
        let error = problems
            .iter()
            .find(|problem| problem.severity == Severity::Error)?;
        Some(setback(file, &guide.draft, error))
    }
}

impl TeamGuide {
    fn id(&self) -> Option<&GuideId> {
        self.draft.id.as_ref().map(|id| &id.value)
    }

    fn listed(&self) -> Option<Listed> {
        Some(Listed {
            id: self.id()?.clone(),
            kind: self.draft.kind?,
            title: self.draft.title.clone(),
            purpose: self.draft.purpose.clone(),
            team: Some(self.name.clone()),
        })
    }
}

fn setback(file: &TeamFile, draft: &Draft, error: &Problem) -> Setback {
    let place = error.place(&file.text);
    // When the fault is in the id itself, the name of the file says which guide was meant.
    let stem = || GuideId::new(file.name.trim_end_matches(".toml"));
    let meant = draft.id.as_ref().map_or_else(stem, |id| id.value.clone());
    Setback {
        file: file.name.clone(),
        line: place.line,
        column: place.column,
        message: error.message.clone(),
        fallback: built_in(&meant).is_some(),
    }
}

//! Fetching borrowed topics.
//!
//! A topic may be borrowed from a guide that borrowed it in turn. The title and the section nearest to the borrower
//! win. A team guide that borrows from its own id means the built-in guide it replaces; the built-in guides borrow
//! from each other alone, so that no team file can break one of them.

use super::{
    Draft, GuideId, Problem, SectionId, Topic, TopicId,
    draft::{Borrowed, DraftTopic},
    written::near::nearest,
};

/// Which of two guides with one id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layer {
    /// The team's, or the built-in one when the team has none.
    Top,
    /// The built-in one.
    BuiltIn,
}

/// A guide that was found, and from which layer it came.
pub(super) struct Found {
    pub draft: Draft,
    pub layer: Layer,
}

/// Where guides to borrow from are found.
pub(super) struct Library<'a> {
    /// The guide with this id.
    pub find: &'a dyn Fn(&GuideId, Layer) -> Option<Found>,
    /// The ids there are, for hints.
    pub ids: &'a dyn Fn() -> Vec<GuideId>,
}

/// All topics of `draft`, borrowed ones fetched. What could not be fetched is left out and said.
pub(super) fn fetch(
    draft: &Draft,
    layer: Layer,
    library: &Library<'_>,
    problems: &mut Vec<Problem>,
) -> Vec<Topic> {
    let mut topics = Vec::new();
    for topic in &draft.topics {
        match topic {
            DraftTopic::Own(topic) => topics.push(topic.clone()),
            DraftTopic::Borrowed(borrowed) => match fetch_one(draft, borrowed, layer, library) {
                Ok(topic) => topics.push(settle(topic, draft, borrowed, problems)),
                Err(problem) => problems.push(problem),
            },
        }
    }
    topics
}

/// A section of the lender means something here only if there is one of that name here.
fn settle(
    mut topic: Topic,
    draft: &Draft,
    borrowed: &Borrowed,
    problems: &mut Vec<Problem>,
) -> Topic {
    let Some(section) = topic.section.take() else {
        return topic;
    };
    if draft.has_section(&section) {
        topic.section = Some(section);
    } else if !draft.sections.is_empty() {
        let message = format!(
            "The borrowed topic goes under `{section}`, and there is no such section here."
        );
        let hint = "Give it a `section` of this guide. Until then its notes go under the first.";
        problems.push(Problem::warning(borrowed.span.clone(), message).hint(hint));
    }
    topic
}

fn fetch_one(
    draft: &Draft,
    first: &Borrowed,
    layer: Layer,
    library: &Library<'_>,
) -> Result<Topic, Problem> {
    let says = |message: String| Problem::error(first.span.clone(), message);
    let mut walk = Walk::new(draft, layer, first);
    loop {
        let (guide, topic) = walk.wanted();
        let Some(found) = (library.find)(&guide, walk.layer_of(&guide)) else {
            if let Some(around) = walk.circle_at(&guide) {
                return Err(says(around));
            }
            return Err(no_guide(
                says(format!("There is no guide `{guide}` to borrow from.")),
                &guide,
                library,
            ));
        };
        match found.draft.topic(&topic) {
            Some(DraftTopic::Own(own)) => return Ok(walk.finish(own.clone())),
            Some(DraftTopic::Borrowed(next)) => {
                walk.step(next, guide, found.layer).map_err(says)?
            }
            None => {
                let message = format!("The guide `{guide}` has no topic `{topic}`.");
                return Err(no_topic(says(message), &topic, &found.draft));
            }
        }
    }
}

fn no_guide(problem: Problem, guide: &GuideId, library: &Library<'_>) -> Problem {
    let ids = (library.ids)();
    match nearest(guide.as_str(), ids.iter().map(GuideId::as_str)) {
        Some(meant) => problem.hint(format!("Did you mean `{meant}`?")),
        None => problem.hint("`alongside guide list` shows the guides there are."),
    }
}

fn no_topic(problem: Problem, topic: &TopicId, lender: &Draft) -> Problem {
    match nearest(
        topic.as_str(),
        lender.topics.iter().map(|topic| topic.id().as_str()),
    ) {
        Some(meant) => problem.hint(format!("Did you mean `{meant}`?")),
        None => problem.hint("`alongside guide show` with the guide's id shows its topics."),
    }
}

/// The way from a borrower to the guide that wrote the topic.
struct Walk {
    /// The guides passed, each with the topic it borrows.
    passed: Vec<(Option<GuideId>, Layer, TopicId)>,
    wanted: (GuideId, TopicId),
    title: Option<String>,
    section: Option<SectionId>,
}

impl Walk {
    fn new(draft: &Draft, layer: Layer, first: &Borrowed) -> Self {
        let id = draft.id.as_ref().map(|id| id.value.clone());
        Self {
            passed: vec![(id, layer, first.topic.clone())],
            wanted: (first.guide.clone(), first.topic.clone()),
            title: first.title.clone(),
            section: first.section.clone(),
        }
    }

    fn wanted(&self) -> (GuideId, TopicId) {
        self.wanted.clone()
    }

    /// Where the guide that stands last on the way looks for `guide`.
    fn layer_of(&self, guide: &GuideId) -> Layer {
        match self.passed.last() {
            Some((_, Layer::BuiltIn, _)) => Layer::BuiltIn,
            Some((Some(id), _, _)) if id == guide => Layer::BuiltIn,
            _ => Layer::Top,
        }
    }

    /// A guide that borrows from itself, and replaces nothing, goes round at once.
    fn circle_at(&self, guide: &GuideId) -> Option<String> {
        let last = self
            .passed
            .last()
            .filter(|(id, ..)| id.as_ref() == Some(guide))?;
        Some(loop_message(std::slice::from_ref(last), last))
    }

    /// Goes on to where `next`, found in `guide`, points. The error names the loop.
    fn step(&mut self, next: &Borrowed, guide: GuideId, layer: Layer) -> Result<(), String> {
        let here = (Some(guide), layer, next.topic.clone());
        if let Some(start) = self.passed.iter().position(|passed| *passed == here) {
            return Err(loop_message(&self.passed[start..], &here));
        }
        self.passed.push(here);
        self.title = self.title.take().or_else(|| next.title.clone());
        self.section = self.section.take().or_else(|| next.section.clone());
        self.wanted = (next.guide.clone(), next.topic.clone());
        Ok(())
    }

    fn finish(self, mut topic: Topic) -> Topic {
        topic.title = self.title.unwrap_or(topic.title);
        topic.section = self.section.or(topic.section);
        topic
    }
}

fn loop_message(
    around: &[(Option<GuideId>, Layer, TopicId)],
    back: &(Option<GuideId>, Layer, TopicId),
) -> String {
    let name = |(guide, _, topic): &(Option<GuideId>, Layer, TopicId)| match guide {
        Some(guide) => format!("{guide}/{topic}"),
        None => topic.to_string(),
    };
    let names: Vec<String> = around.iter().chain([back]).map(name).collect();
    format!(
        "This borrowing goes round in a loop: {}.",
        names.join(", then ")
    )
}

//! Routes, connections and what mattered: each by a name.

use std::collections::HashMap;

use super::{
    Ground,
    tables::{folded, most_first, named, share, typed},
};
use crate::{
    evidence::{
        kept::Kept,
        measure::{Figure, MeasureId},
        report::{Group, Measure, Members, Population},
        said::{self, groups},
    },
    guide::{BUILT_IN, GuideId, Shelf, TopicId},
};

/// The team's own routes in their order, then whatever else was typed, then those that say nothing.
pub fn routes(ground: &Ground<'_>, kept: &Kept) -> Measure {
    let held = ground.held.iter();
    let routes = held.map(|held| (held.number, held.noted.route.as_deref()));
    let (mut others, unsaid) = typed(routes);
    let mut take = |route: &str| {
        let is_it = |group: &Group| folded(&group.name) == folded(route);
        let place = others.iter().position(is_it)?;
        Some(others.remove(place).members)
    };
    let mut seen = vec![];
    let mut all: Vec<Group> = vec![];
    for route in &kept.routes {
        // A list may hold a route twice.
        if !seen.contains(&folded(route)) {
            seen.push(folded(route));
            all.push(Group::of(route.trim(), take(route).unwrap_or_default()));
        }
    }
    all.extend(others);
    all.push(Group::of(groups::NOT_SAID, unsaid));
    Measure {
        tables: vec![named(
            MeasureId::Routes,
            "routes",
            Population::Conversations,
            all,
        )],
        ..Measure::new(MeasureId::Routes)
    }
}

/// Connections made, by the kind of local help they are.
pub fn connections(ground: &Ground<'_>) -> Measure {
    let each = ground.each(|held| held.noted.connected.iter());
    let (mut kinds, unsaid) = typed(each.map(|(number, _, kind)| (number, kind.as_deref())));
    for kind in &mut kinds {
        if let Some(known) = said::kinds::known(&kind.name) {
            kind.name = known.to_owned();
            kind.typed = false;
        }
    }
    kinds.push(Group::of(groups::NOT_SAID, unsaid));
    let connected = ground.held_where(|held| !held.noted.connected.is_empty());
    let of = Population::Conversations;
    Measure {
        tables: vec![named(
            MeasureId::Connections,
            "kinds",
            Population::Connections,
            kinds,
        )],
        figures: vec![share(Figure::Connected, of, connected, ground.everything())],
        ..Measure::new(MeasureId::Connections)
    }
}

/// By the title of the topic; a topic of the team's own guides by its id. Just listening is no topic, and what is under
/// none comes last.
pub fn mattered(ground: &Ground<'_>) -> Measure {
    let mut topics: HashMap<&str, Members> = HashMap::new();
    for (number, _, topic) in ground.each(|held| held.noted.mattered.iter()) {
        topics.entry(topic).or_default().insert(number);
    }
    let titles = titles(&topics);
    let mut titled: HashMap<(&str, bool), Members> = HashMap::new();
    let mut no_topic = Members::new();
    for (id, members) in topics {
        if matches!(id, "" | TopicId::JUST_LISTENING) {
            no_topic |= members;
            continue;
        }
        let title = titles.get(id);
        let named = (title.map_or(id, String::as_str), title.is_none());
        *titled.entry(named).or_default() |= members;
    }
    let mut all: Vec<Group> = titled
        .into_iter()
        .map(|((title, typed), members)| Group {
            typed,
            ..Group::of(title, members)
        })
        .collect();
    most_first(&mut all);
    all.extend((!no_topic.is_empty()).then(|| Group::of(groups::NO_TOPIC, no_topic)));
    Measure {
        tables: vec![named(
            MeasureId::Mattered,
            "topics",
            Population::Mattered,
            all,
        )],
        ..Measure::new(MeasureId::Mattered)
    }
}

/// The title of each topic that a built-in guide has: the first such guide's. Guides are read until none is wanting.
fn titles(topics: &HashMap<&str, Members>) -> HashMap<String, String> {
    let shelf = Shelf::default();
    let mut titles = HashMap::new();
    for guide in &BUILT_IN {
        if titles.len() == topics.len() {
            break;
        }
        let guide = shelf.guide(&GuideId::new(guide.id));
        for topic in guide.into_iter().flat_map(|guide| guide.topics) {
            if topics.contains_key(topic.id.as_str()) {
                titles
                    .entry(topic.id.as_str().to_owned())
                    .or_insert(topic.title);
            }
        }
    }
    titles
}

//! Finding a topic by a few letters of its name.

use super::{Conversation, TopicRef};
use crate::guide::{Guide, Topic};

/// The topic a typed name means: its id, its title, or the first letters of a word of either. The first match in the
/// guide's order wins, and a match at the start of a title beats one inside it.
pub fn find<'a>(guide: &'a Guide, typed: &str) -> Option<&'a Topic> {
    narrowed(guide, typed)
        .first()
        .copied()
        .filter(|_| !typed.trim().is_empty())
}

/// The topics a few letters could mean, best first. All of them, in the guide's order, when nothing is typed.
pub fn narrowed<'a>(guide: &'a Guide, typed: &str) -> Vec<&'a Topic> {
    let typed = typed.trim().to_lowercase();
    let mut ranked: Vec<(usize, &Topic)> = guide
        .topics
        .iter()
        .filter_map(|topic| Some((rank(topic, &typed)?, topic)))
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, topic)| topic).collect()
}

/// 0 for the whole name, 1 for its start, 2 for the start of a word in it.
fn rank(topic: &Topic, typed: &str) -> Option<usize> {
    let (id, title) = (topic.id.as_str(), topic.title.to_lowercase());
    if id == typed || title == typed {
        Some(0)
    } else if title.starts_with(typed) || id.starts_with(typed) {
        Some(1)
    } else {
        words(topic)
            .any(|word| word.starts_with(typed))
            .then_some(2)
    }
}

/// The words of a topic's title and id, in lower case.
fn words(topic: &Topic) -> impl Iterator<Item = String> {
    let both = format!("{} {}", topic.title.to_lowercase(), topic.id);
    let words: Vec<String> = both.split([' ', '-']).map(str::to_owned).collect();
    words.into_iter()
}

impl Conversation {
    /// A topic of the guide in use, as notes point at it.
    pub fn topic_ref(&self, topic: &Topic) -> TopicRef {
        TopicRef {
            guide: self.guide().id.clone(),
            topic: topic.id.clone(),
        }
    }

    /// The topic of the guide in use that a typed name means.
    pub fn topic_named(&self, typed: &str) -> Option<TopicRef> {
        find(self.guide(), typed).map(|topic| self.topic_ref(topic))
    }
}

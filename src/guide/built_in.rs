//! The guides compiled into the program.
//!
//! What a list shows of each stands in the table, so that listing parses nothing; a test holds the table to the files.

use super::{Draft, GuideId, Kind, parse::parse};

/// One guide compiled in.
#[derive(Debug)]
pub struct BuiltIn {
    /// As in the file.
    pub id: &'static str,
    /// As in the file.
    pub kind: Kind,
    /// As in the file.
    pub title: &'static str,
    /// As in the file.
    pub purpose: &'static str,
    /// The file.
    pub text: &'static str,
}

/// The guides compiled in, in the order they are listed: one for each purpose, then those for one occasion.
pub const BUILT_IN: [BuiltIn; 11] = [
    BuiltIn {
        id: "listen-and-connect",
        kind: Kind::ListenAndConnect,
        title: "Listen and connect",
        purpose: "Understand what really matters to someone, and connect them with it.",
        text: include_str!("../../guides/listen-and-connect.toml"),
    },
    BuiltIn {
        id: "crisis",
        kind: Kind::Crisis,
        title: "Crisis",
        purpose: "Find what has to change now, help make it happen, and stay until things are steady.",
        text: include_str!("../../guides/crisis.toml"),
    },
    BuiltIn {
        id: "good-life",
        kind: Kind::GoodLife,
        title: "Good life",
        purpose: "Build a plan for the future from what the person values.",
        text: include_str!("../../guides/good-life.toml"),
    },
    BuiltIn {
        id: "first-call",
        kind: Kind::ListenAndConnect,
        title: "First call",
        purpose: "Hear why someone rang, find out what cannot wait, and do one useful thing.",
        text: include_str!("../../guides/first-call.toml"),
    },
    BuiltIn {
        id: "carer",
        kind: Kind::ListenAndConnect,
        title: "Caring for someone",
        purpose: "Hear what caring is doing to someone's own life, and find what would give them some of it back.",
        text: include_str!("../../guides/carer.toml"),
    },
    BuiltIn {
        id: "leaving-hospital",
        kind: Kind::Crisis,
        title: "Leaving hospital",
        purpose: "Get someone safely through the first days home, and leave lifelong decisions until later.",
        text: include_str!("../../guides/leaving-hospital.toml"),
    },
    BuiltIn {
        id: "family",
        kind: Kind::GoodLife,
        title: "Family talk",
        purpose: "Help a family make their own plan, with the person it is about at the centre.",
        text: include_str!("../../guides/family.toml"),
    },
    BuiltIn {
        id: "becoming-an-adult",
        kind: Kind::GoodLife,
        title: "Becoming an adult",
        purpose: "Find out what a young person wants from adult life, and start on it together.",
        text: include_str!("../../guides/becoming-an-adult.toml"),
    },
    BuiltIn {
        id: "update-call",
        kind: Kind::ListenAndConnect,
        title: "Update call",
        purpose: "Give someone an honest answer about what is happening, and a day they will hear.",
        text: include_str!("../../guides/update-call.toml"),
    },
    BuiltIn {
        id: "check-in",
        kind: Kind::Crisis,
        title: "Check-in",
        purpose: "Hear how things are since you last spoke, and agree what happens before you speak again.",
        text: include_str!("../../guides/check-in.toml"),
    },
    BuiltIn {
        id: "looking-again",
        kind: Kind::GoodLife,
        title: "Looking again",
        purpose: "See with someone how their plan is going, and change whatever is not doing its job.",
        text: include_str!("../../guides/looking-again.toml"),
    },
];

/// The built-in guide with this id.
pub fn built_in(id: &GuideId) -> Option<&'static BuiltIn> {
    BUILT_IN.iter().find(|guide| guide.id == id.as_str())
}

impl BuiltIn {
    /// The guide as its file gives it. Parsed anew each time: a guide is asked for once a conversation.
    pub(super) fn draft(&self) -> Draft {
        parse(self.text).draft
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_the_files_say() {
        for guide in &BUILT_IN {
            let draft = guide.draft();
            assert_eq!(draft.id.map(|id| id.value), Some(GuideId::new(guide.id)));
            assert_eq!(draft.kind, Some(guide.kind), "{}", guide.id);
            assert_eq!(draft.title, guide.title);
            assert_eq!(draft.purpose, guide.purpose);
        }
    }

    #[test]
    fn each_purpose_has_its_main_guide_first() {
        let first: Vec<GuideId> = BUILT_IN[..3]
            .iter()
            .map(|guide| GuideId::new(guide.id))
            .collect();
        assert_eq!(first, Kind::ALL.map(Kind::main_guide));
    }
}

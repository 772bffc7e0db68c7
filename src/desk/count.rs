//! What a person can note for the figures, in the talk like anything else.

/// Something that counts, as it was typed after its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Count {
    /// A spend from the small budget, as its line: `£22 electric key`.
    Spent(String),
    /// The day the person first got in touch: `3 march`.
    Contacted(String),
    /// This colleague took it on, and why.
    HandedOver(String, Option<String>),
    /// It was talked over with this colleague, and what was decided.
    TalkedOver(String, Option<String>),
    /// What happened next; nothing typed shows the team's list.
    Route(String),
    /// It is held the old way, and counts in the baseline of this name; without one it no longer is.
    OldWay(Option<String>),
}

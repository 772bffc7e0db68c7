//! Kinds of local help that are called the same everywhere.
//!
//! A list of local help says its kinds in a team's own words, and what somebody typed does not leave the team. These words
//! are the program's: connections of these kinds leave by their names, and can be added to those of another team.

/// The kinds, as they are written in what leaves a team. The lists in `examples/connections` use the first seven.
pub const KINDS: [&str; 17] = [
    "Friendship",
    "Getting out",
    "Learning",
    "Money",
    "Carers",
    "Food",
    "Keeping well",
    "Advice",
    "Befriending",
    "Benefits",
    "Bereavement",
    "Dementia",
    "Exercise",
    "Housing",
    "Lunch club",
    "Transport",
    "Wellbeing",
];

/// The kind of these that was typed, however it was spelt.
pub fn known(typed: &str) -> Option<&'static str> {
    let typed = typed.trim().to_lowercase();
    KINDS.into_iter().find(|kind| kind.to_lowercase() == typed)
}

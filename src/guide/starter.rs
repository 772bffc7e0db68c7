//! The file `alongside guide new` writes: a small guide that works, with a comment wherever a choice is made.

use super::written::quoted;

/// The text of a starter guide with this id and title. Sound as it is when the id is kebab-case; `title` may hold
/// anything.
pub fn starter(id: &str, title: &str) -> String {
    TEMPLATE
        .replace("@id@", &quoted(id))
        .replace("@title@", &quoted(title))
}

const TEMPLATE: &str = r#"# A guide: topics to glance at while somebody talks, and the headings of the record.
# Lines that begin with # are notes to yourself. Check your work: alongside guide check THIS-FILE

format = 1
id = @id@            # stable: records point at it. A built-in guide's id replaces that guide.
kind = "listen-and-connect"  # or "crisis", or "good-life"
title = @title@
version = "1"                # change it when you change the questions
language = "en-GB"
purpose = "Say in one sentence what this conversation is for."
record_title = "Talking with you, {person}"

# Topics: places to glance, never a list to get through. "Just listening" is always there first.

[[topics]]
id = "what-matters"
title = "What matters"       # 20 characters or fewer
why = "Meet the person before the problem."
ask = [                      # open questions, one idea each, under 20 words
  "What does a good day look like for you?",
  "What would you not want to lose?",
]
gentler = ["Is it more about home, people, or something else?"]
listen_for = ["a lift in the voice", "names they keep coming back to"]
follow = ["Stay with it a little longer than feels quick."]
pause = "Leave a pause here."
write = "Two or three things, in their words, that a colleague should know first."
section = "what-matters"     # the heading its notes go under

[[topics]]
borrow = "listen-and-connect/have-i-got-you-right"  # a topic of another guide, kept in one place
section = "what-next"

# Sections: the headings of the record, in order. The first takes what no other does.
# `takes` sends a kind of note to a heading whatever topic it was under. Each of these once at most:
# own-words matters worry strength connection saw others view come-back next-step spend

[[sections]]
id = "what-matters"
heading = "What matters to you"
takes = ["own-words", "matters", "strength"]

[[sections]]
id = "what-worries"
heading = "What worries you"
takes = ["worry"]

[[sections]]
id = "others"
heading = "What others told me"
takes = ["others"]

[[sections]]
id = "what-i-think"
heading = "What I saw, and what I think"
takes = ["saw", "view"]

[[sections]]
id = "what-next"
heading = "What happens next"
takes = ["connection", "spend", "come-back", "next-step"]
"#;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::{Shelf, check};

    #[test]
    fn it_has_no_problems() {
        for title in ["Moving house", "Tŷ \"Gŵyr\" \\", "a\u{1b}[31m\tb"] {
            let text = starter("moving-house", title);
            let checked = check("moving-house.toml", &text, &Shelf::default());
            assert_eq!(checked.problems, []);
            assert!(checked.guide.is_some());
        }
    }
}

//! The file `alongside practice new` writes: a small scenario that works, with a comment wherever a choice is made.

use crate::guide::written::quoted;

/// The text of a starter scenario with this id and title. Sound as it is when the id is kebab-case; `title` may hold
/// anything.
pub fn starter(id: &str, title: &str) -> String {
    TEMPLATE
        .replace("@id@", &quoted(id))
        .replace("@title@", &quoted(title))
}

const TEMPLATE: &str = r#"# Practice   Not real
# A scenario: one talk to play in threes. Make everybody in it up.
# Lines that begin with # are notes to yourself. Check your work: alongside practice check THIS-FILE

format = 1
id = @id@
kind = "listen-and-connect"  # or "crisis", or "good-life"
guide = "listen-and-connect" # the guide the listener glances at
title = @title@
minutes = 12                 # the play alone, without the debrief
level = "gentle"             # or "stretching", or "heavy"
content_note = "Loneliness." # everybody sees this first: say it without giving the story away
safety_note = "Ask afterwards whether it touched anything. Anybody may swap."
stop_word = "Stop"

# All that the listener sees. Three to five lines.
listener_sees = [
  "Mrs Kaur, 71, rings the council. She asks for somebody to do her shopping.",
  "You have never spoken before.",
  "You have twelve minutes and no form.",
]

finds = ["Shopping was where she met people."]
traps = ["Offering a delivery before knowing what shopping was for."]
watch_for = ["How long until the first offer?", "A pause that felt too long, and what came after it."]
debrief = "pendleton"        # or "learner-led"
questions = ["What did you learn that a delivery would not have told you?"]

# Who is played. Write one [[actors]] part for each.
[[actors]]
id = "kaur"
name = "Mrs Kaur"
who = ["You are 71. You kept a sweet shop for thirty years.", "Your husband did the driving. He died in spring."]
sounds = "Brisk at first. Slower when nobody hurries you."
opening = "I want somebody to do my shopping, please."
not_said = ["You have been eating biscuits for supper."]
if_rushed = "You agree with everything and ring off."
if_fixed = "You say thank you, and nothing more of yourself."
if_judged = "You go quiet."
if_heard = "You laugh once, and tell them about the market."
# The last four are for somebody who practises on their own. Leave out any of them.
fillers = ["Mm. Well.", "You are very patient.", "I had a list here somewhere."]
short_answers = ["Yes, dear.", "No, dear.", "If you like."]
to_an_offer = ["Thank you. That is kind."]
goodbye = "Yes. Yes, I see. Goodbye, then."   # without it she goes quiet, and does not end the talk

# What she says, in the order it comes out.
# Without opened_by it is said freely. The moves are:
# open-question say-it-back wait notice-a-strength plain-kind-question
[[speech]]
says = "It's the bags, you see. And the hill."

[[speech]]
says = "I used to go to the market for two hours. I only ever needed onions."
opened_by = ["open-question", "wait"]
thread = "the-market"        # one of the [[threads]] below
topic = "an-ordinary-day"    # a topic of the guide

[[speech]]
says = "I have not spoken to anybody since Thursday. Aloud, I mean."
opened_by = ["plain-kind-question"]
cue = "They ask whether she is lonely, in so many words."
thread = "the-market"

# What she hopes is heard. Something has to open each.
[[threads]]
id = "the-market"
title = "The market, and who was there"
about = "She misses being known, not the onions."

# What you may make happen. Leave this out if you like.
[[injects]]
id = "doorbell"
title = "The doorbell"
happens = "You ring a bell. She says: hold on, nobody ever rings."
"#;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{guide::Shelf, practice::check};

    #[test]
    fn it_has_no_problems() {
        for title in ["Moving house", "Tŷ \"Gŵyr\" \\", "a\u{1b}[31m\tb"] {
            let checked = check(&starter("moving-house", title), &Shelf::default());
            assert_eq!(checked.problems, []);
            assert!(checked.scenario.is_some());
        }
    }
}

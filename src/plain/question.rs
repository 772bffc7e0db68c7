//! What is typed at a question of a story or of feedback. Nothing typed there begins a conversation, and nobody leaves it
//! without a word: it is asked again, or it is said what is kept.

use super::{Plain, Typed, promised::Awaited};
use crate::{
    app::{Sheet, SheetKind, feedback::FeedbackSheet, story::StorySheet, table},
    conversation as talk,
    desk::{AskFeedback, Command, Stories, Tick},
    evidence::feedback::Answer,
    line::{self, Reading},
    words::evidence::{feedback as ask, story as said},
};

impl Plain {
    /// The question of a story or of feedback that was asked last, if it was the last thing said.
    pub(super) fn told_question(&mut self) -> Option<SheetKind> {
        let listed = self.told.take();
        listed.or_else(|| self.asked.as_ref().and_then(Awaited::told))
    }

    /// A line typed at such a question that is no answer to it. False when it is a number of its list, or a command that
    /// goes elsewhere.
    pub(super) fn take_at_question(
        &mut self,
        question: SheetKind,
        choices: &[Command],
        typed: &Typed,
        tick: Tick,
    ) -> bool {
        match line::read(&typed.text, |_| None::<()>) {
            Reading::Blank => {
                self.ask_again(question, choices);
                true
            }
            Reading::Command { name, rest } => {
                self.command_at_question(question, choices, (name, rest), tick)
            }
            _ => self.word_at_question(question, choices, typed, tick),
        }
    }

    /// The question once more, with what it can be answered with.
    fn ask_again(&mut self, question: SheetKind, choices: &[Command]) {
        match question {
            // What was read out already is not read out again.
            SheetKind::Story(StorySheet::Check) | SheetKind::Feedback(FeedbackSheet::Intro) => {
                self.say(said::ONE_GOES_ON);
                self.choices = choices.to_vec();
                self.told = Some(question);
            }
            SheetKind::Story(StorySheet::Part(part)) => {
                self.say_part(part);
                self.asked = Some(Awaited::Part(part));
            }
            question => self.list_sheet(&Sheet::new(question, "")),
        }
    }

    /// A command typed at a question. One that only says something is answered and the question asked again.
    fn command_at_question(
        &mut self,
        question: SheetKind,
        choices: &[Command],
        (name, rest): (&str, &str),
        tick: Tick,
    ) -> bool {
        let lower = name.to_lowercase();
        let is_of_story = matches!(question, SheetKind::Story(_));
        match table::typed(&lower, rest.trim()) {
            _ if name.is_empty() => self.command(name, rest, tick),
            _ if lower == "part" && is_of_story => return false,
            Command::Talk(talk::Command::Undo | talk::Command::Redo) => {
                return self.take_out_at(question, choices);
            }
            Command::Help => {
                let help = match is_of_story {
                    true => said::HELP_ALOUD,
                    false => ask::HELP_ALOUD,
                };
                help.into_iter().for_each(|words| self.say(words));
            }
            Command::Commands | Command::Unknown { .. } | Command::Needs(_) => {
                self.command(name, rest, tick);
            }
            _ if self.is_refused(&lower, rest.trim()) => self.command(name, rest, tick),
            // What was begun goes on with these.
            Command::Story(Stories::Tell) if is_of_story => return false,
            Command::Feedback(AskFeedback::Begin(_)) if !is_of_story => return false,
            _ => {
                let kept = self.app.kept_of(&question);
                kept.into_iter().for_each(|words| self.say(words));
                return false;
            }
        }
        self.ask_again(question, choices);
        true
    }

    /// `/undo`: the last line of a part goes out of it. Elsewhere there is nothing to take out.
    fn take_out_at(&mut self, question: SheetKind, choices: &[Command]) -> bool {
        let SheetKind::Story(StorySheet::Part(part)) = question else {
            self.refuse(said::NOTHING_TO_TAKE_OUT);
            self.ask_again(question, choices);
            return true;
        };
        match self.app.take_line_out(part) {
            Some(line) => self.say(said::taken_out(&line)),
            None => self.refuse(said::NOTHING_TO_TAKE_OUT),
        }
        self.asked = Some(Awaited::Part(part));
        true
    }

    /// A word where a number of a list chooses: the answer it names, and otherwise it is said how to answer.
    fn word_at_question(
        &mut self,
        question: SheetKind,
        choices: &[Command],
        typed: &Typed,
        tick: Tick,
    ) -> bool {
        let word = typed.text.trim();
        let is_choice = |nth: usize| (1..=choices.len()).contains(&nth);
        if !typed.more && word.parse().is_ok_and(is_choice) {
            return false;
        }
        let how = match question {
            SheetKind::Feedback(FeedbackSheet::Question(at)) => {
                let skips = matches!(word.to_lowercase().as_str(), "skip" | "skipped");
                let answer = Answer::named(word);
                if skips || answer.is_some() {
                    self.ask_feedback(AskFeedback::Answer(at, answer), tick);
                    return true;
                }
                ask::ANSWER_HOW
            }
            _ => said::A_NUMBER,
        };
        self.refuse(how);
        self.choices = choices.to_vec();
        self.told = Some(question);
        true
    }
}

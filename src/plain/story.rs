//! Stories and feedback, line by line: the same lists, and an answer typed where one is asked for.

use super::Plain;
use crate::{
    app::{Pick, Sheet, SheetKind, feedback::FeedbackSheet, story::StorySheet},
    desk::{AskFeedback, Command, Stories, Tick},
    evidence::{feedback::Answer, story::PARTS},
    text,
    words::{
        self,
        evidence::{feedback as ask, story as said},
    },
};

impl Plain {
    /// Does what is asked about stories. A line that is chosen is answered in a word, and its numbers go on counting.
    pub(super) fn tell(&mut self, asked: Stories, tick: Tick) {
        let chooses = matches!(asked, Stories::Choose(_) | Stories::PutLast(_));
        if let Stories::Part(part) = asked {
            self.say_part(part);
        }
        self.app.obey(Command::Story(asked), tick);
        self.say_said();
        if !chooses {
            return self.say_what_is_asked();
        }
        let Some(sheet) = self.app.sheet.take() else {
            return;
        };
        let picks = sheet.rows(&self.app).into_iter();
        self.choices = picks
            .filter_map(|row| match row.pick {
                Some(Pick::Do(command)) => Some(command),
                _ => None,
            })
            .collect();
        self.told_of(&sheet.kind);
        self.say(words::plain::NUMBER_CHOOSES);
    }

    /// A list of a story or of feedback was read out, and what it takes beside a number is said.
    pub(super) fn told_of(&mut self, kind: &SheetKind) {
        let is_told = matches!(kind, SheetKind::Story(_) | SheetKind::Feedback(_));
        self.told = Some(kind.clone()).filter(|_| is_told && !self.choices.is_empty());
        if *kind == SheetKind::Story(StorySheet::Lines) {
            self.say(said::PART_HOW);
        }
    }

    /// A word typed where a number of a story's or of feedback's list chooses: the answer it names, and otherwise it is
    /// asked for again. It begins no conversation. True when it was no number, and no command.
    pub(super) fn take_word(
        &mut self,
        told: SheetKind,
        choices: &[Command],
        typed: &str,
        tick: Tick,
    ) -> bool {
        let word = typed.trim();
        let is_number = word
            .parse::<usize>()
            .is_ok_and(|nth| (1..=choices.len()).contains(&nth));
        if word.is_empty() || word.starts_with('/') || is_number {
            return false;
        }
        let answer = match &told {
            SheetKind::Feedback(FeedbackSheet::Question(at)) => {
                let skips = matches!(word.to_lowercase().as_str(), "skip" | "skipped");
                let answer = Answer::named(word);
                (skips || answer.is_some()).then_some(AskFeedback::Answer(*at, answer))
            }
            _ => None,
        };
        if let Some(answer) = answer {
            self.ask_feedback(answer, tick);
            return true;
        }
        let is_question = matches!(told, SheetKind::Feedback(FeedbackSheet::Question(_)));
        let how = if is_question {
            ask::ANSWER_HOW
        } else {
            said::A_NUMBER
        };
        self.refuse(how);
        self.choices = choices.to_vec();
        self.told = Some(told);
        true
    }

    /// Does what is asked about feedback.
    pub(super) fn ask_feedback(&mut self, asked: AskFeedback, tick: Tick) {
        self.app.obey(Command::Feedback(asked), tick);
        self.say_said();
        self.say_what_is_asked();
    }

    /// The part that is typed on: what it is for, and what stands in it.
    fn say_part(&mut self, part: usize) {
        self.say(words::plain::stopped(
            PARTS.get(part).copied().unwrap_or_default(),
        ));
        let lines = self
            .app
            .telling()
            .and_then(|telling| telling.parts.get(part));
        let lines: Vec<String> = lines
            .into_iter()
            .flatten()
            .map(|line| text::shown(line).into_owned())
            .collect();
        if lines.is_empty() {
            self.say(said::HINTS.get(part).copied().unwrap_or_default());
        }
        self.said.extend(lines);
        self.say(said::TYPE_ON);
    }

    /// What a list about a story or feedback asks, before its rows.
    pub(super) fn say_what_it_asks(&mut self, sheet: &Sheet) {
        if sheet.is_safe_or_read() {
            return;
        }
        let title = match &sheet.kind {
            SheetKind::Story(which) => self.app.story_title(which),
            SheetKind::Feedback(which) => self.app.feedback_title(which),
            _ => return,
        };
        self.say(words::plain::stopped(&title));
    }

    /// What a list that is read through is followed by, where Enter would go on.
    pub(super) fn goes_on_after(&mut self, kind: &SheetKind) {
        let next = match kind {
            SheetKind::Story(StorySheet::Check) => Command::Story(Stories::AskWent),
            SheetKind::Feedback(FeedbackSheet::Intro) => Command::Feedback(AskFeedback::AskBy),
            _ => return,
        };
        self.choices = vec![next];
        self.say(said::ONE_GOES_ON);
    }
}

//! Stories and feedback, line by line: the same lists, and an answer typed where one is asked for.

use super::Plain;
use crate::{
    app::{Pick, Sheet, SheetKind, feedback::FeedbackSheet, story::StorySheet},
    desk::{AskFeedback, Command, Stories, Tick},
    evidence::story::PARTS,
    text,
    words::{self, evidence::story as said},
};

impl Plain {
    /// Does what is asked about stories. A line that is chosen is answered in a word, and its numbers go on counting.
    pub(super) fn tell(&mut self, asked: Stories, tick: Tick) {
        let chooses = matches!(asked, Stories::Choose(_) | Stories::PutLast(_));
        self.app.end_typed_line();
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
        self.told = Some(sheet.kind).filter(|_| !self.choices.is_empty());
    }

    /// A list of a story or of feedback was read out, and what it takes is said: that a number chooses, once.
    pub(super) fn told_of(&mut self, kind: &SheetKind) {
        self.told = Some(kind.clone()).filter(|_| !self.choices.is_empty());
        if self.told.is_some() && !std::mem::replace(&mut self.number_said, true) {
            self.say(said::A_NUMBER);
        }
        if *kind == SheetKind::Story(StorySheet::Lines) {
            self.say(said::PART_HOW);
        }
    }

    /// Does what is asked about feedback.
    pub(super) fn ask_feedback(&mut self, asked: AskFeedback, tick: Tick) {
        self.app.obey(Command::Feedback(asked), tick);
        self.say_said();
        self.say_what_is_asked();
    }

    /// The part that is typed on: what it is for, and what stands in it.
    pub(super) fn say_part(&mut self, part: usize) {
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
        self.say(said::TYPE_ON_ALOUD);
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
            SheetKind::Story(StorySheet::ReadTold) => Command::Story(Stories::Parts),
            SheetKind::Feedback(FeedbackSheet::Intro) => Command::Feedback(AskFeedback::AskBy),
            _ => return,
        };
        self.choices = vec![next];
        self.say(said::ONE_GOES_ON);
    }
}

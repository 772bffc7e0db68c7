//! What was promised, line by line: the same choices as in the full screen, and an answer typed where one is asked for.

use super::{Plain, Typed};
use crate::{
    app::{
        Sheet, SheetKind,
        feedback::FeedbackSheet,
        sheet::{CloseSheet, command_in_answer},
        story::StorySheet,
    },
    conversation::ConversationId,
    desk::{AskFeedback, Asked, Close, Command, Follow, Index, Question, Records, Stories, Tick},
    evidence::story::Yes,
    promise::{Place, side_by_side},
    words::{self, promise as said},
};

/// What the next line answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Awaited {
    /// Something about a promise.
    Promise(Place, Asked),
    /// The day the worker looks again at how somebody is.
    Day(ConversationId),
    /// How anybody knows that somebody is steady.
    Why(ConversationId),
    /// What somebody adds to a record.
    Record(ConversationId, Question),
    /// A line of a part of a story.
    Part(usize),
    /// Who said yes to a story, and to what.
    Yes(Yes),
    /// Who asks for feedback.
    By,
    /// The words to a question.
    Words(usize),
}

impl Awaited {
    /// What a list asks, where it is no list but a question.
    pub(super) fn of(sheet: &SheetKind) -> Option<Self> {
        match sheet {
            SheetKind::FollowUp(place, asked) => Some(Self::Promise(place.clone(), (*asked)?)),
            SheetKind::Close(CloseSheet::Day(root)) => Some(Self::Day(root.clone())),
            SheetKind::Close(CloseSheet::Why(root)) => Some(Self::Why(root.clone())),
            SheetKind::Adding(id, asked) => Some(Self::Record(id.clone(), asked.clone())),
            SheetKind::Story(StorySheet::Part(part)) => Some(Self::Part(*part)),
            SheetKind::Story(StorySheet::Yes(asked)) => Some(Self::Yes(*asked)),
            SheetKind::Feedback(FeedbackSheet::By) => Some(Self::By),
            SheetKind::Feedback(FeedbackSheet::Words(at)) => Some(Self::Words(*at)),
            _ => None,
        }
    }

    /// The list it stands for, where a story or feedback asks it.
    pub(super) fn told(&self) -> Option<SheetKind> {
        let list = match self {
            Self::Part(part) => SheetKind::Story(StorySheet::Part(*part)),
            Self::Yes(asked) => SheetKind::Story(StorySheet::Yes(*asked)),
            Self::By => SheetKind::Feedback(FeedbackSheet::By),
            Self::Words(at) => SheetKind::Feedback(FeedbackSheet::Words(*at)),
            _ => return None,
        };
        Some(list)
    }

    fn asks(&self) -> &'static str {
        match self {
            Self::Promise(_, asked) => said::asks(*asked),
            Self::Day(_) => words::close::WHICH_DAY,
            Self::Why(_) => words::close::WHY_TITLE,
            Self::Record(_, asked) => words::adding::asks(asked),
            Self::Yes(asked) => words::evidence::story::asks(*asked),
            // Said once, before the first line of it.
            Self::Part(_) => "",
            Self::By => words::evidence::feedback::BY_ALOUD,
            Self::Words(_) => words::evidence::feedback::WORDS_ALOUD,
        }
    }

    /// Whether somebody's own words have begun: every line is one of them.
    fn goes_on(&self) -> bool {
        match self {
            Self::Record(_, question) => question.goes_on(),
            Self::Part(_) => true,
            _ => false,
        }
    }

    fn answered(self, typed: String) -> Command {
        match self {
            Self::Promise(place, asked) => Command::Follow(Follow::Answer(place, asked, typed)),
            Self::Day(root) => Command::Close(Close::Again(Some(root), typed)),
            Self::Why(root) => Command::Close(Close::Steady(Some(root), typed)),
            Self::Record(id, asked) => Command::Records(Records::Answer(id, asked, typed)),
            Self::Part(part) => Command::Story(Stories::Words(part, typed)),
            Self::Yes(asked) => Command::Story(Stories::Answer(asked, typed)),
            Self::By => Command::Feedback(AskFeedback::By(typed)),
            Self::Words(at) => Command::Feedback(AskFeedback::Words(at, typed)),
        }
    }
}

impl Plain {
    /// Asks for what the program wants to know, where it does.
    pub(super) fn say_what_is_asked(&mut self) {
        // What is listed of stories is listed once they are read.
        let is_read = self.app.stories_told().is_some();
        let wants = |sheet: &mut Sheet| {
            use SheetKind::{
                Adding, Close, Feedback, Find, FollowUp, Known, Letter, Record, RecordMenu, Story,
            };
            if sheet.kind == Story(StorySheet::List) {
                return is_read;
            }
            matches!(
                sheet.kind,
                FollowUp(..)
                    | Letter(_)
                    | Record
                    | RecordMenu(_)
                    | Adding(..)
                    | Close(_)
                    | Known(_)
                    | Story(_)
                    | Feedback(_)
                    | Find
            )
        };
        if let Some(sheet) = self.app.sheet.take_if(wants) {
            self.say_said();
            self.list_sheet(&sheet);
        }
    }

    /// The question of a sheet that takes an answer. The next line is that answer, unless it is a command.
    pub(super) fn ask_about(&mut self, awaited: Awaited) {
        // The lines of a statement follow each other with nothing said between them.
        if !awaited.goes_on() {
            self.say(awaited.asks());
        }
        if let Awaited::Record(id, question) = &awaited {
            self.app.is_begun(id, question);
        }
        self.asked = Some(awaited);
    }

    /// Takes a line as the answer to what was asked. True when it was.
    pub(super) fn take_answer(&mut self, typed: &Typed, tick: Tick) -> bool {
        let Some(awaited) = self.asked.take() else {
            return false;
        };
        let is_one_more = typed.more && !takes_any_line(&awaited);
        let is_words = awaited.goes_on() || matches!(awaited, Awaited::Words(_));
        let is_command = command_in_answer(&typed.text, is_words).is_some();
        if let Awaited::Record(id, question) = &awaited {
            self.app.forget_begun(id, question);
            if is_command {
                self.app.put_by(id, question, "");
                self.say_said();
            }
        }
        if is_one_more || is_command {
            return false;
        }
        self.app.obey(awaited.answered(typed.text.clone()), tick);
        self.say_said();
        self.say_what_is_asked();
        true
    }

    /// How many promises are due, for the first line. Nothing while that is not known.
    pub(super) fn say_count_due(&self) -> Option<String> {
        let known = matches!(self.app.desk.index, Index::Read(_));
        known.then(|| said::count_due(self.app.due_now().len()))
    }

    /// What was promised in this conversation, in one block: I will, you will, they will.
    pub(super) fn say_sides(&mut self) {
        let Some(talk) = self.app.desk.talk() else {
            return;
        };
        let today = self.app.now.date_naive();
        let sides = side_by_side(talk).into_iter();
        let said: Vec<String> = sides
            .map(|(side, promises)| words::promise::side_aloud(side, &promises, today))
            .collect();
        self.said.extend(said);
    }
}

/// Whether a line that says there is more is an answer all the same.
fn takes_any_line(awaited: &Awaited) -> bool {
    matches!(awaited, Awaited::Record(..)) || awaited.told().is_some()
}

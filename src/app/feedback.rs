//! Feedback: somebody is asked, a question at a time, and may skip any of them.

use super::{App, Key, Seal, Sheet, SheetKind, story::StorySheet};
use crate::{
    desk::{AskFeedback, Heard, Tell, Tick, Unfinished},
    evidence::{
        feedback::{Answer, Asked, Asking},
        story::telling::NoYes,
    },
    words::evidence::{feedback as words, story as of_stories},
};

/// Which list about feedback.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FeedbackSheet {
    /// Whom it is asked of.
    Whom,
    /// What is said first.
    Intro,
    /// Who asks, typed.
    By,
    /// A question.
    Question(usize),
    /// The words to it, typed.
    Words(usize),
    /// What becomes of it.
    End,
    /// Whether it is thrown away.
    ThrowAway,
}

impl FeedbackSheet {
    /// Whether its rows have numbers.
    pub fn is_numbered(&self) -> bool {
        !matches!(self, Self::Intro) && !self.takes_answer()
    }

    /// Whether it takes words of its own.
    pub fn takes_answer(&self) -> bool {
        matches!(self, Self::By | Self::Words(_))
    }
}

impl App {
    /// Does what is asked about feedback.
    pub(super) fn feedback(&mut self, asked: AskFeedback) {
        match asked {
            // What was begun before cannot be read, nor what is answered now be kept.
            AskFeedback::Begin(_) | AskFeedback::Of(_) if self.seal == Seal::Locked => {
                self.said = Some(words::SEALED.to_owned());
            }
            AskFeedback::Begin(whom) => self.begin_to_ask(whom),
            AskFeedback::Of(whom) => {
                self.unfinished.asking = Some(Asking::begin(whom));
                self.open_feedback(FeedbackSheet::Intro);
            }
            AskFeedback::AskBy => self.ask_by(),
            AskFeedback::By(typed) => {
                let named = self.desk.index.names().surely_in(&typed);
                if let Some(asking) = &mut self.unfinished.asking {
                    asking.by = typed;
                }
                match named.is_empty() {
                    true => self.ask_question(0),
                    false => self.ask_by(),
                }
                self.say_who_is_named(named);
            }
            AskFeedback::Question(at) => self.ask_question(at),
            AskFeedback::Answer(at, answer) => self.answer_question(at, answer),
            AskFeedback::Words(at, typed) => {
                let named = self.desk.index.names().surely_in(&typed);
                if let Some(asking) = &mut self.unfinished.asking {
                    asking.words(at, &typed);
                }
                match named.is_empty() {
                    true => self.ask_question(at + 1),
                    false => self.ask_words(at),
                }
                self.say_who_is_named(named);
            }
            AskFeedback::Keep => self.keep_feedback(),
            AskFeedback::AskThrowAway => self.open_feedback(FeedbackSheet::ThrowAway),
            AskFeedback::ThrowAway => {
                self.unfinished.asking = None;
                self.said = Some(words::THROWN_AWAY.to_owned());
            }
        }
    }

    /// Asks for something to be kept, one thing at a time: kept twice it would count twice.
    pub(super) fn keep_told(&mut self, keep: Tell) {
        if self.keeping {
            self.said = Some(of_stories::STILL_KEEPING.to_owned());
            return;
        }
        self.keeping = true;
        self.desk.tell(keep);
    }

    /// Goes on where somebody was, or begins with what is said first.
    fn begin_to_ask(&mut self, whom: Option<Asked>) {
        if self.keeping {
            self.said = Some(of_stories::STILL_KEEPING.to_owned());
            return;
        }
        let begun = self.unfinished.asking.as_ref();
        let is_of = |asking: &&Asking| whom.is_none_or(|whom| whom == asking.asked);
        if let Some(asking) = begun.filter(is_of) {
            let next = asking.next;
            self.ask_question(next);
            self.said = Some(words::GOES_ON.to_owned());
            return;
        }
        match whom {
            // What others answered is not thrown away by asking somebody else.
            Some(_) if begun.is_some() => self.begin_to_ask(None),
            Some(whom) => self.feedback(AskFeedback::Of(whom)),
            None => self.open_feedback(FeedbackSheet::Whom),
        }
    }

    /// Whoever is being asked.
    pub fn asking(&self) -> Option<&Asking> {
        self.unfinished.asking.as_ref()
    }

    fn open_feedback(&mut self, which: FeedbackSheet) {
        self.open(SheetKind::Feedback(which));
    }

    fn ask_by(&mut self) {
        let by = self
            .asking()
            .map_or(String::new(), |asking| asking.by.clone());
        self.open_with(SheetKind::Feedback(FeedbackSheet::By), &by);
    }

    fn ask_question(&mut self, at: usize) {
        let Some(asking) = &mut self.unfinished.asking else {
            return self.open_feedback(FeedbackSheet::Whom);
        };
        let at = at.min(asking.questions());
        asking.next = at;
        if at == asking.questions() {
            return self.open_feedback(FeedbackSheet::End);
        }
        let given = asking.given[at].answer;
        self.open_feedback(FeedbackSheet::Question(at));
        let chosen = given.and_then(|given| Answer::ALL.iter().position(|one| *one == given));
        if let Some(sheet) = &mut self.sheet {
            // Under the question itself. Enter alone gives nobody an answer: it skips, after the last of them.
            sheet.chosen = 1 + chosen.unwrap_or(Answer::ALL.len());
        }
    }

    fn answer_question(&mut self, at: usize, answer: Option<Answer>) {
        let Some(asking) = &mut self.unfinished.asking else {
            return;
        };
        asking.answer(at, answer);
        match asking.takes_words(at) {
            true => self.ask_words(at),
            false => self.ask_question(at + 1),
        }
    }

    fn ask_words(&mut self, at: usize) {
        let given = self.asking().and_then(|asking| asking.given.get(at));
        let typed = given.map_or(String::new(), |given| given.words.clone());
        self.open_with(SheetKind::Feedback(FeedbackSheet::Words(at)), &typed);
    }

    /// Names known here are in nothing that somebody said.
    fn say_who_is_named(&mut self, named: Vec<String>) {
        if !named.is_empty() {
            self.said = Some(of_stories::no_yes(&NoYes::Names(named)));
        }
    }

    fn keep_feedback(&mut self) {
        let today = self.now.date_naive();
        let known = self.desk.index.names();
        let named = self.asking().map(|asking| asking.names(&known));
        if let Some(named) = named.filter(|named| !named.is_empty()) {
            self.open_feedback(FeedbackSheet::End);
            return self.say_who_is_named(named);
        }
        match self.asking().and_then(|asking| asking.feedback(today)) {
            Some(said) => self.keep_told(Tell::KeepFeedback(said)),
            None => {
                self.unfinished.asking = None;
                self.said = Some(words::ALL_SKIPPED.to_owned());
            }
        }
    }

    /// Keys that a list about feedback takes for itself. True when it did.
    pub(super) fn key_in_feedback(&mut self, sheet: &Sheet, key: Key) -> bool {
        let SheetKind::Feedback(which) = &sheet.kind else {
            return false;
        };
        match (which, key) {
            (FeedbackSheet::Intro, Key::Enter) => self.ask_by(),
            (_, Key::Esc) => return self.step_back_in_feedback(sheet),
            (which, key) if which.takes_answer() => return self.key_in_answer(sheet, key),
            (_, Key::Char(c)) if !sheet.is_number(c) => self.stay_at(sheet),
            _ => return false,
        }
        true
    }

    /// Esc: one step back, with everything that was answered kept. True when there is one.
    fn step_back_in_feedback(&mut self, sheet: &Sheet) -> bool {
        let SheetKind::Feedback(which) = &sheet.kind else {
            return false;
        };
        self.note_what_is_answered(sheet);
        match which {
            FeedbackSheet::Whom | FeedbackSheet::Intro => return false,
            FeedbackSheet::By => self.open_feedback(FeedbackSheet::Intro),
            FeedbackSheet::Question(0) => self.ask_by(),
            FeedbackSheet::Question(at) => self.ask_question(at - 1),
            FeedbackSheet::Words(at) => self.ask_question(*at),
            FeedbackSheet::ThrowAway => self.open_feedback(FeedbackSheet::End),
            FeedbackSheet::End => {
                let last = self.asking().map_or(0, Asking::questions);
                self.ask_question(last.saturating_sub(1));
            }
        }
        true
    }

    fn note_what_is_answered(&mut self, sheet: &Sheet) {
        let Some(asking) = &mut self.unfinished.asking else {
            return;
        };
        match &sheet.kind {
            SheetKind::Feedback(FeedbackSheet::By) => asking.by.clone_from(&sheet.filter),
            SheetKind::Feedback(FeedbackSheet::Words(at)) => asking.words(*at, &sheet.filter),
            _ => {}
        }
    }

    /// Asks for what is not finished to be kept, where it is not as it was. Before the frame that shows it.
    pub(super) fn keep_what_is_unfinished(&mut self) {
        if let Some(sheet) = self.sheet.take() {
            self.note_what_is_told(&sheet);
            self.note_what_is_answered(&sheet);
            self.sheet = Some(sheet);
        }
        if self.unfinished == self.unfinished_kept {
            return;
        }
        let keep = match self.unfinished.is_a_step_from(&self.unfinished_kept) {
            true => {
                self.unfinished.step = self.unfinished.step.wrapping_add(1);
                Tell::KeepUnfinished(Box::new(self.unfinished.clone()))
            }
            false => Tell::KeepLetters(Box::new(self.unfinished.letters())),
        };
        self.unfinished_kept = self.unfinished.clone();
        self.desk.tell(keep);
    }

    /// A list about a story or feedback closes: what is typed in it is kept. True when it was one.
    pub(super) fn close_what_is_told(&mut self, sheet: &Sheet) -> bool {
        self.note_what_is_told(sheet);
        self.note_what_is_answered(sheet);
        let telling = self.unfinished.telling.as_mut();
        telling.into_iter().for_each(|telling| telling.take_typed());
        self.leave_untold(sheet);
        let kept = self.kept_of(&sheet.kind);
        self.said = kept.map(str::to_owned).or(self.said.take());
        matches!(sheet.kind, SheetKind::Story(_) | SheetKind::Feedback(_))
    }

    /// What is said when somebody leaves this list about a story or feedback, where anything of it is not finished.
    pub fn kept_of(&self, list: &SheetKind) -> Option<&'static str> {
        let asking = self.unfinished.asking.as_ref();
        match list {
            SheetKind::Story(
                StorySheet::List
                | StorySheet::Menu(_)
                | StorySheet::Read(_)
                | StorySheet::Withdraw(_)
                | StorySheet::Remove(_),
            ) => None,
            SheetKind::Story(_) => self.telling().map(|_| of_stories::KEPT_AS_IT_IS),
            SheetKind::Feedback(_) if asking.is_some_and(Asking::holds_answers) => {
                Some(words::KEPT_AS_IT_IS)
            }
            SheetKind::Feedback(FeedbackSheet::Whom | FeedbackSheet::Intro) => None,
            SheetKind::Feedback(_) => asking.map(|_| words::LEFT),
            _ => None,
        }
    }

    /// Letters where only a number or Enter answers are for nothing, and the question stays.
    pub(super) fn stay_at(&mut self, sheet: &Sheet) {
        let how = match &sheet.kind {
            SheetKind::Story(StorySheet::Read(_) | StorySheet::ReadTold) => of_stories::ONLY_ESC,
            _ if sheet.is_safe_or_read() => of_stories::ENTER_OR_ESC,
            _ => of_stories::NUMBER_OR_ESC,
        };
        self.said = Some(how.to_owned());
    }

    /// A paste while something is told or answered is part of it. True when it was.
    pub(super) fn paste_told(&mut self, pasted: &str, tick: Tick) -> bool {
        let Some(sheet) = self.sheet.clone() else {
            return false;
        };
        let mut whole = sheet.filter.clone();
        whole.insert_str(sheet.cursor(), &pasted.replace("\r\n", "\n"));
        let mut lines: Vec<String> = whole.split(['\n', '\r']).map(str::to_owned).collect();
        match &sheet.kind {
            SheetKind::Story(StorySheet::Part(part)) => {
                let last = lines.pop().unwrap_or_default();
                let is_one_line = lines.is_empty();
                let telling = self.unfinished.telling.as_mut();
                if let Some(kept) = telling.and_then(|telling| telling.parts.get_mut(*part)) {
                    kept.extend(lines.into_iter().filter(|line| !line.trim().is_empty()));
                }
                self.narrow(&sheet, |filter| *filter = last, tick);
                if !is_one_line {
                    self.forget_edits();
                }
            }
            SheetKind::Story(StorySheet::Yes(_))
            | SheetKind::Feedback(FeedbackSheet::By | FeedbackSheet::Words(_)) => {
                self.narrow(&sheet, |filter| *filter = lines.join(" "), tick);
            }
            SheetKind::Story(StorySheet::List) => return false,
            SheetKind::Story(_) | SheetKind::Feedback(_) => self.stay_at(&sheet),
            _ => return false,
        }
        true
    }

    /// What came of keeping or reading something that was told.
    pub(super) fn heard(&mut self, heard: Heard) {
        let is_read = matches!(
            heard,
            Heard::Unfinished(_) | Heard::Stories(..) | Heard::Linked(_)
        );
        self.keeping &= is_read;
        match heard {
            Heard::Unfinished(unfinished) => self.unfinished_read(*unfinished),
            Heard::Stories(stories, troubles) => self.stories_read(stories, troubles),
            Heard::Linked(records) => self.linked_read(&records),
            Heard::StoryKept(story) => self.story_kept(*story),
            Heard::StoryWasBack(story) => self.story_was_back(*story),
            Heard::StoryRemoved(id) => self.story_removed(&id),
            Heard::StoryNotKept(why) => self.story_not_kept(why),
            Heard::FeedbackKept(asked) => {
                let asking = self.unfinished.asking.take();
                let may_name = asking.is_some_and(|asking| !asking.may_name().is_empty());
                self.said = Some(words::kept(asked, may_name).to_owned());
            }
            Heard::FeedbackNotKept(why) => {
                self.open_feedback(FeedbackSheet::End);
                self.said = Some(why);
            }
        }
    }

    /// What was kept when the program was last here. What was begun here since stands.
    fn unfinished_read(&mut self, kept: Unfinished) {
        if self.locked.is_some() {
            return;
        }
        let mut new = Unfinished::default();
        // Steps go on from those that were kept, so that no letters of theirs are taken for new ones.
        self.unfinished.step = self.unfinished.step.max(kept.step);
        self.unfinished_kept.step = self.unfinished.step;
        if self.unfinished.telling.is_none() {
            new.telling = kept.telling;
        }
        if self.unfinished.asking.is_none() {
            new.asking = kept.asking;
        }
        let says = match (&new.telling, &new.asking) {
            (Some(_), _) => of_stories::KEPT_SINCE,
            (None, Some(_)) => words::KEPT_SINCE,
            (None, None) => return,
        };
        if let Some(telling) = new.telling {
            self.unfinished.telling = Some(telling);
            self.know_names();
        }
        self.unfinished.asking = new.asking.or(self.unfinished.asking.take());
        if self.is_at_front() && self.said.is_none() {
            self.said = Some(says.to_owned());
        }
    }

    /// Asks for what is not finished to be read.
    pub(super) fn ask_for_unfinished(&mut self) {
        self.desk.tell(Tell::ReadUnfinished);
    }
}

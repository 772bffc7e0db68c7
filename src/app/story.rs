//! Stories of difference: one that is told from a finished record, and the list of those there are.
//!
//! What is being told is kept as it is typed, whatever list is open; it becomes a story's file when the worker keeps it.

mod asked;
mod gone;
mod typed;

use super::{App, Key, Seal, Sheet, SheetKind, records::For};
use crate::{
    conversation::ConversationId,
    desk::{Keeping, Records, Stories, Tell, Tick, Way},
    evidence::story::{self, Story, Telling, Yes, telling::NoYes},
    words::evidence::story as words,
};

/// Which list about stories. A story is named by its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorySheet {
    /// The lines of the record.
    Lines,
    /// The parts.
    Parts,
    /// One part, typed on line by line.
    Part(usize),
    /// All of it, with what may give somebody away.
    Check,
    /// What becomes of a word that may be a name.
    Word(String),
    /// How it went.
    Went,
    /// Ways to keep it.
    Ways,
    /// Who said yes to what, typed.
    Yes(Yes),
    /// Who may be shown it.
    Reach,
    /// The stories there are.
    List,
    /// What can be done with one.
    Menu(String),
    /// One to be read.
    Read(String),
    /// How it is taken back.
    Withdraw(String),
    /// Whether it goes for good, or what is left of its words.
    Remove(String),
    /// Whether what is being told is thrown away.
    ThrowAway,
    /// What was told so far, to be read where it can only be thrown away.
    ReadTold,
}

impl StorySheet {
    /// Whether its rows have numbers.
    pub fn is_numbered(&self) -> bool {
        !self.is_read() && !self.takes_answer() && *self != Self::List
    }

    /// Whether it is read through.
    pub fn is_read(&self) -> bool {
        matches!(self, Self::Check | Self::Read(_) | Self::ReadTold)
    }

    /// Whether it takes words of its own.
    pub fn takes_answer(&self) -> bool {
        matches!(self, Self::Part(_) | Self::Yes(_))
    }
}

impl App {
    /// Does what is asked about stories.
    pub(super) fn stories(&mut self, asked: Stories, tick: Tick) {
        match asked {
            Stories::Tell => self.tell(tick),
            Stories::Of(id) => self.ask_for_record(id, For::Story(tick.dice)),
            Stories::Lines => self.open_story(StorySheet::Lines),
            Stories::Choose(at) => self.choose_line(at),
            Stories::Under(at, way) => self.put_line_under(at, way),
            Stories::Parts => self.open_story(StorySheet::Parts),
            Stories::Part(part) => self.type_on(part),
            Stories::Words(part, typed) => self.take_line(part, &typed),
            Stories::Check => self.check_story(),
            Stories::Ask | Stories::AskWent if self.asks_about_a_word() => {}
            Stories::Ask => self.go_on_after_words(),
            Stories::Settle(word, settled) => self.settle_word(&word, settled, tick),
            Stories::AskWent => self.ask_how_it_went(),
            Stories::Went(told) => {
                if let Some(telling) = &mut self.unfinished.telling {
                    telling.went = Some(told);
                }
                self.open_story(StorySheet::Ways);
            }
            Stories::Ways => self.open_story(StorySheet::Ways),
            Stories::Keep => {
                let story = self.unfinished.telling.as_ref().map(Telling::draft);
                story
                    .into_iter()
                    .for_each(|story| self.keep_if_all_is_answered(story));
            }
            Stories::AskThrowAway => self.open_story(StorySheet::ThrowAway),
            Stories::ThrowAway => self.throw_away_story(),
            Stories::ReadTold => self.open_story(StorySheet::ReadTold),
            Stories::AskRemove(id) => self.about_story(&id, StorySheet::Remove),
            Stories::Remove(id) => self.keep_told(Tell::RemoveStory(id)),
            Stories::PutLast(part) => self.put_last_line(part),
            Stories::AskYes(asked) => self.ask_yes(asked),
            Stories::AskReach => self.open_story(StorySheet::Reach),
            Stories::Reach(reach) => {
                if let Some(telling) = &mut self.unfinished.telling {
                    telling.yes.reach = reach;
                }
                self.ask_yes(Yes::Use);
            }
            Stories::Answer(asked, typed) => self.answer_yes(asked, &typed),
            Stories::List => self.list_stories(),
            Stories::Menu(id) => self.about_story(&id, StorySheet::Menu),
            Stories::Read(id) => self.about_story(&id, StorySheet::Read),
            Stories::Change(id) => self.take_up_story(&id, StorySheet::Parts),
            Stories::SayYes(id) => self.take_up_story(&id, StorySheet::Yes(Yes::By)),
            Stories::Withdraw(id) => self.about_story(&id, StorySheet::Withdraw),
            Stories::TakeBack { id, keep_words } => {
                let today = self.now.date_naive();
                let story = self
                    .story(&id)
                    .map(|story| story.taken_back(today, keep_words));
                match story {
                    Some(story) => self.keep_story(story),
                    None => self.said = Some(words::NOT_THERE.to_owned()),
                }
            }
        }
    }

    /// Goes on with what was begun, or begins one from the record in sight.
    fn tell(&mut self, tick: Tick) {
        if self.unfinished.telling.is_some() {
            return self.go_on_telling();
        }
        let shown = self.shown_record.as_ref().map(|shown| shown.id.clone());
        match shown.or_else(|| self.saved_record.clone()) {
            Some(id) => self.ask_for_record(id, For::Story(tick.dice)),
            None => {
                self.records(Records::List(String::new()));
                self.said = Some(words::FROM_WHICH.to_owned());
            }
        }
    }

    /// The record that was asked for is read: its lines may be chosen.
    pub(super) fn tell_from(&mut self, id: ConversationId, markdown: &str, dice: u64) {
        if self.unfinished.telling.is_some() {
            return self.go_on_telling();
        }
        match story::lines_of_record(markdown) {
            Err(why) => self.said = Some(words::no_story(why).to_owned()),
            Ok(from) => {
                self.said = from.marked.then(|| words::MARKED.to_owned());
                let linked = from.linked.clone();
                let telling = Telling::begin(story::new_id(dice), id, from);
                self.unfinished.telling = Some(telling);
                self.line_chosen = None;
                self.parts_seen = false;
                self.know_names();
                self.show_lines_once_all_are_known(&linked);
            }
        }
    }

    /// The story that is being told.
    pub fn telling(&self) -> Option<&Telling> {
        self.unfinished.telling.as_ref()
    }

    /// One of the stories there are.
    pub fn story(&self, id: &str) -> Option<&Story> {
        self.told.iter().flatten().find(|story| story.id == id)
    }

    /// The stories there are; `None` while they are read.
    pub fn stories_told(&self) -> Option<&[Story]> {
        self.told.as_deref()
    }

    pub(super) fn open_story(&mut self, which: StorySheet) {
        self.parts_seen |= which == StorySheet::Parts;
        self.open(SheetKind::Story(which));
    }

    fn choose_line(&mut self, at: usize) {
        let Some(telling) = &mut self.unfinished.telling else {
            return;
        };
        telling.choose(at);
        let line = telling.lines.get(at);
        self.said = line.map(|line| words::chose(line.chosen, line.part));
        self.lines_at(at);
    }

    fn put_line_at(&mut self, at: usize, part: usize) {
        let line = self.telling().and_then(|telling| telling.lines.get(at));
        let here = line.map_or(part, |line| line.part);
        let telling = self.unfinished.telling.as_mut();
        if let Some(telling) = telling.filter(|_| part < story::PARTS.len()) {
            let turns = (part + story::PARTS.len() - here) % story::PARTS.len();
            (0..turns).for_each(|_| telling.under(at, true));
        }
        self.said = Some(words::put_under(part));
        self.lines_at(at);
    }

    fn put_line_under(&mut self, at: usize, way: Way) {
        let Some(telling) = &mut self.unfinished.telling else {
            return;
        };
        telling.under(at, way == Way::Next);
        let line = telling.lines.get(at);
        self.said = line.map(|line| words::put_under(line.part));
        self.lines_at(at);
    }

    fn lines_at(&mut self, at: usize) {
        self.line_chosen = Some(at);
        self.open_story(StorySheet::Lines);
        if let Some(sheet) = &mut self.sheet {
            sheet.chosen = at;
        }
        self.choosing = true;
    }

    fn check_story(&mut self) {
        if self
            .telling()
            .is_some_and(|telling| telling.story().words() == 0)
        {
            self.open_story(StorySheet::Parts);
            self.said = Some(words::EMPTY.to_owned());
            return;
        }
        self.open_story(StorySheet::Check);
    }

    fn ask_how_it_went(&mut self) {
        self.open_story(StorySheet::Went);
        let went = self.telling().and_then(|telling| telling.went);
        let at = went.and_then(|went| story::Told::ALL.iter().position(|told| *told == went));
        self.sheet = self.sheet.take().map(|sheet| match at {
            Some(at) => Sheet {
                chosen: at,
                ..sheet
            },
            None => sheet.with_nothing_chosen(),
        });
    }

    fn ask_yes(&mut self, asked: Yes) {
        let Some(telling) = &mut self.unfinished.telling else {
            return;
        };
        let typed = telling.typed_of(asked).clone();
        let sheet = Sheet::new(SheetKind::Story(StorySheet::Yes(asked)), &typed);
        self.sheet = Some(sheet);
    }

    /// An answer about the permission: the next question, or the story is kept.
    fn answer_yes(&mut self, asked: Yes, typed: &str) {
        let today = self.now.date_naive();
        let Some(telling) = &mut self.unfinished.telling else {
            return;
        };
        *telling.typed_of(asked) = typed.to_owned();
        let checked = telling.check(asked, typed, today);
        if let Err(why) = checked {
            return self.ask_yes_again(asked, &why);
        }
        match (asked, telling.with_yes(today)) {
            (Yes::By, _) => self.open_story(StorySheet::Reach),
            (Yes::Use, _) => self.ask_yes(Yes::Until),
            (Yes::Until, Ok(story)) => self.keep_if_all_is_answered(story),
            (Yes::Until, Err((other, why))) => self.ask_yes_again(other, &why),
        }
    }

    fn ask_yes_again(&mut self, asked: Yes, why: &NoYes) {
        self.ask_yes(asked);
        self.said = Some(words::no_yes(why));
    }

    /// Keeps what was told, if it may still be: the record stands, and nobody took the story back meanwhile.
    fn keep_if_it_may_be(&mut self, story: Story) {
        let telling = self.unfinished.telling.as_ref();
        let keeping = Keeping {
            story,
            record: telling.and_then(|telling| telling.record.clone()),
            knew: telling.is_some_and(Telling::was_taken_back),
        };
        self.keep_told(Tell::KeepStory(Box::new(keeping)));
    }

    fn keep_story(&mut self, story: Story) {
        let keeping = Keeping {
            story,
            record: None,
            knew: true,
        };
        self.keep_told(Tell::KeepStory(Box::new(keeping)));
    }

    /// A story is in its file.
    pub(super) fn story_kept(&mut self, story: Story) {
        let today = self.now.date_naive();
        let is_back = |given: &story::Permission| given.withdrawn.is_some();
        let is_back = story.permission.as_ref().is_some_and(is_back);
        // What was typed on since is not in the file.
        let is_in_it = |telling: &Telling| is_back || telling.story().parts == story.parts;
        let telling = &mut self.unfinished.telling;
        let told = telling.take_if(|telling| telling.id == story.id && is_in_it(telling));
        self.said = match told.is_some() && story.is_taken_back() && story.words() > 0 {
            true => Some(words::KEPT_AS_DRAFT.to_owned()),
            false => Some(words::kept(&story, today)),
        };
        if let Some(told) = &mut self.told {
            told.retain(|other| other.id != story.id);
            told.push(story);
        }
        self.sheet
            .take_if(|sheet| matches!(sheet.kind, SheetKind::Story(_)));
    }

    /// A story could not be kept. What was being told is as it was.
    pub(super) fn story_not_kept(&mut self, why: String) {
        if self.unfinished.telling.is_some() {
            self.open_story(StorySheet::Ways);
        }
        self.said = Some(why);
    }

    fn list_stories(&mut self) {
        if self.seal == Seal::Locked {
            self.said = Some(words::SEALED.to_owned());
            return;
        }
        self.told = None;
        self.desk.tell(Tell::ReadStories);
        self.open_story(StorySheet::List);
    }

    /// All stories were read.
    pub(super) fn stories_read(&mut self, stories: Vec<Story>, troubles: Vec<String>) {
        if self.locked.is_some() {
            return;
        }
        self.told = Some(stories);
        self.said = troubles.into_iter().next().or(self.said.take());
    }

    fn about_story(&mut self, id: &str, which: fn(String) -> StorySheet) {
        match self.story(id) {
            Some(_) => self.open_story(which(id.to_owned())),
            None => self.said = Some(words::NOT_THERE.to_owned()),
        }
    }

    /// Goes on with a story that was kept, unless another is being told.
    fn take_up_story(&mut self, id: &str, at: StorySheet) {
        if self.telling().is_some_and(|telling| telling.id != id) {
            return self.go_on_telling();
        }
        let Some(story) = self.story(id) else {
            self.said = Some(words::NOT_THERE.to_owned());
            return;
        };
        let taken_up = Telling::of(story);
        self.unfinished.telling.get_or_insert(taken_up);
        self.know_names();
        match at {
            StorySheet::Yes(_) if self.asks_about_a_word() => {}
            StorySheet::Yes(asked) => self.ask_yes(asked),
            at => self.open_story(at),
        }
    }

    /// Keys that a list about stories takes for itself. True when it did.
    pub(super) fn key_in_story(&mut self, sheet: &Sheet, key: Key, tick: Tick) -> bool {
        let SheetKind::Story(which) = &sheet.kind else {
            return false;
        };
        let at = sheet.chosen;
        let is_line = self
            .telling()
            .is_some_and(|telling| at < telling.lines.len());
        match (which, key) {
            (_, Key::Esc) => return self.step_back_in_story(sheet),
            (StorySheet::Lines, Key::Char(' ') | Key::Enter) if is_line => self.choose_line(at),
            (StorySheet::Lines, Key::Right) if is_line => self.put_line_under(at, Way::Next),
            (StorySheet::Lines, Key::Left) if is_line => self.put_line_under(at, Way::Before),
            (StorySheet::Lines, Key::Tab) => self.open_story(StorySheet::Parts),
            (StorySheet::Part(part), Key::Backspace) if sheet.cursor() == 0 => {
                self.line_before_in_part(*part, &sheet.filter);
            }
            (which, key) if which.takes_answer() => return self.key_in_answer(sheet, key),
            (StorySheet::Check, Key::Enter) => self.stories(Stories::AskWent, tick),
            (StorySheet::ReadTold, Key::Enter) => self.open_story(StorySheet::Parts),
            (StorySheet::Went, Key::Enter | Key::Right) if sheet.has_nothing_chosen() => {
                self.stay_at(sheet);
            }
            (StorySheet::List, _) => return false,
            (_, Key::Char(c)) if !sheet.is_number(c) => self.stay_at(sheet),
            _ => return false,
        }
        true
    }

    /// Esc: one list back, with everything that was typed kept. True when there is one.
    fn step_back_in_story(&mut self, sheet: &Sheet) -> bool {
        let SheetKind::Story(which) = &sheet.kind else {
            return false;
        };
        self.note_what_is_told(sheet);
        let before = match which {
            StorySheet::Lines if !self.parts_seen => return false,
            StorySheet::Lines | StorySheet::Check | StorySheet::ReadTold => StorySheet::Parts,
            StorySheet::Part(_) => {
                let telling = self.unfinished.telling.as_mut();
                telling.into_iter().for_each(Telling::take_typed);
                StorySheet::Parts
            }
            StorySheet::Word(_) | StorySheet::Went => StorySheet::Check,
            StorySheet::Ways => {
                self.ask_how_it_went();
                return true;
            }
            StorySheet::Yes(Yes::By) => StorySheet::Ways,
            StorySheet::Reach => {
                self.ask_yes(Yes::By);
                return true;
            }
            StorySheet::Yes(Yes::Use) => StorySheet::Reach,
            StorySheet::Yes(Yes::Until) => {
                self.ask_yes(Yes::Use);
                return true;
            }
            StorySheet::Menu(_) => StorySheet::List,
            StorySheet::Read(id) | StorySheet::Withdraw(id) | StorySheet::Remove(id) => {
                StorySheet::Menu(id.clone())
            }
            StorySheet::ThrowAway => StorySheet::Parts,
            StorySheet::Parts | StorySheet::List => return false,
        };
        self.open_story(before);
        true
    }

    /// What is typed in a list about the story that is told.
    pub(super) fn note_what_is_told(&mut self, sheet: &Sheet) {
        let Some(telling) = &mut self.unfinished.telling else {
            return;
        };
        match &sheet.kind {
            SheetKind::Story(StorySheet::Part(part)) => {
                let typed = Some((*part, sheet.filter.clone()));
                telling.typed = typed.filter(|(_, typed)| !typed.is_empty());
            }
            SheetKind::Story(StorySheet::Yes(asked)) => {
                telling.typed_of(*asked).clone_from(&sheet.filter);
            }
            _ => {}
        }
    }
}

//! A part of a story that is typed on, line by line: begun, gone on with after a stop, and its last line taken out.

use super::{App, Sheet, SheetKind, StorySheet};
use crate::{
    app::records::For,
    conversation::ConversationId,
    evidence::story::{self, Telling},
    words::evidence::story as words,
};

impl App {
    /// Goes on with what was begun: where a line was being typed, in that line.
    pub(super) fn go_on_telling(&mut self) {
        if self.is_told_from_void() {
            self.end_typed_line();
        } else if let Some(id) = self.telling().and_then(|telling| telling.record.clone()) {
            self.ask_for_record(id, For::GoingOnTelling);
        }
        let typed = self.telling().and_then(|telling| telling.typed.as_ref());
        match typed.map(|(part, _)| *part) {
            Some(part) => self.type_on(part),
            None => self.open_story(StorySheet::Parts),
        }
        let said = match self.is_told_from_void() {
            true => words::ONLY_AWAY,
            false => words::GOES_ON,
        };
        self.said = Some(said.to_owned());
    }

    /// The record of the story that is gone on with, as it is now: its lines are put right in the story too.
    pub(in crate::app) fn put_story_right(&mut self, id: &ConversationId, markdown: &str) {
        let telling = self.unfinished.telling.as_mut();
        let telling = telling.filter(|telling| telling.record.as_ref() == Some(id));
        if let (Some(telling), Ok(now)) = (telling, story::lines_of_record(markdown))
            && telling.put_right(now)
        {
            self.said = Some(words::PUT_RIGHT.to_owned());
        }
    }

    /// A line that was being typed is a line of its part: line by line there is none to go on typing.
    pub fn end_typed_line(&mut self) {
        let telling = self.unfinished.telling.as_mut();
        telling.into_iter().for_each(Telling::take_typed);
    }

    /// Opens a part, with what was being typed in it.
    pub(super) fn type_on(&mut self, part: usize) {
        let Some(telling) = &mut self.unfinished.telling else {
            return;
        };
        if telling.typed.as_ref().is_some_and(|(of, _)| *of != part) {
            telling.take_typed();
        }
        let typed = telling.typed.as_ref().map_or("", |(_, typed)| typed);
        let sheet = Sheet::new(SheetKind::Story(StorySheet::Part(part)), typed);
        self.sheet = Some(sheet);
    }

    pub(super) fn take_line(&mut self, part: usize, typed: &str) {
        let Some(telling) = &mut self.unfinished.telling else {
            return;
        };
        if typed.trim().is_empty() {
            telling.typed = None;
            return self.open_story(StorySheet::Parts);
        }
        telling.typed = Some((part, typed.to_owned()));
        telling.take_typed();
        self.open_story(StorySheet::Part(part));
    }

    /// Backspace before the first letter of a line goes back to the line before.
    pub(super) fn line_before_in_part(&mut self, part: usize, typed: &str) {
        if let Some(last) = self.take_line_out(part) {
            let sheet = Sheet::new(SheetKind::Story(StorySheet::Part(part)), &(last + typed));
            self.sheet = Some(sheet.with_after(typed.len()));
        }
    }

    /// Takes the last line of a part out of it.
    pub fn take_line_out(&mut self, part: usize) -> Option<String> {
        self.unfinished.telling.as_mut()?.parts.get_mut(part)?.pop()
    }
}

//! A story that goes: thrown away while it is told, removed, taken back by somebody else. And whose names go from it.

use std::sync::Arc;

use super::{App, Sheet, SheetKind, StorySheet};
use crate::{
    evidence::story::{Story, Telling},
    people::Stands,
    words::evidence::story as words,
};

impl App {
    /// Everybody the home knows of goes from what is being told: whoever is named in any conversation.
    pub(in crate::app) fn know_names(&mut self) {
        if let Some(telling) = &mut self.unfinished.telling {
            telling.know(Arc::new(self.desk.index.names()));
        }
    }

    /// Whether the record that the story is told from was made void since: then it cannot be kept.
    pub(in crate::app) fn is_told_from_void(&self) -> bool {
        let record = self.telling().and_then(|telling| telling.record.as_ref());
        let mut met = self.desk.index.met().iter();
        met.any(|met| Some(&met.id) == record && met.stands == Stands::Void)
    }

    /// The first lines were looked at and left, and nothing was told: there is no story to go on with.
    pub(in crate::app) fn leave_untold(&mut self, sheet: &Sheet) {
        let is_first = sheet.kind == SheetKind::Story(StorySheet::Lines) && !self.parts_seen;
        let telling = &mut self.unfinished.telling;
        telling.take_if(|telling| is_first && !telling.holds_words());
    }

    /// Throws away what is being told. A story that was kept before is as it was.
    pub(super) fn throw_away_story(&mut self) {
        self.unfinished.telling = None;
        self.said = Some(words::THROWN_AWAY.to_owned());
    }

    /// Somebody took the story back while it was being told. What is left of it is known from now on.
    pub(in crate::app) fn story_was_back(&mut self, story: Story) {
        let is_it = |telling: &mut Telling| telling.id == story.id;
        if story.words() == 0 {
            self.unfinished.telling.take_if(is_it);
        } else if self.unfinished.telling.as_mut().is_some_and(is_it) {
            self.open_story(StorySheet::Ways);
        }
        self.said = Some(words::was_taken_back(&story));
        if let Some(told) = &mut self.told {
            told.retain(|other| other.id != story.id);
            told.push(story);
        }
    }

    /// A story's file is gone.
    pub(in crate::app) fn story_removed(&mut self, id: &str) {
        let telling = &mut self.unfinished.telling;
        telling.take_if(|telling| telling.id == id);
        self.told
            .iter_mut()
            .for_each(|told| told.retain(|story| story.id != id));
        self.said = Some(words::REMOVED.to_owned());
    }
}

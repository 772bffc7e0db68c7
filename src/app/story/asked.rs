//! Words of a story that may be a name: each is asked about before the story is kept. And whom the records name that
//! belong with the one it is told from.

use std::collections::BTreeSet;

use super::{App, StorySheet};
use crate::{
    conversation::ConversationId,
    desk::{Stories, Tell, Tick},
    evidence::story::{self, Settled, Story, Telling, Yes},
    words::evidence::story as words,
};

impl App {
    /// Asks about the next word that may be a name. False when there is none.
    pub(super) fn asks_about_a_word(&mut self) -> bool {
        let word = self
            .telling()
            .and_then(|telling| telling.asks().into_iter().next());
        let asks = word.is_some();
        word.into_iter()
            .for_each(|word| self.open_story(StorySheet::Word(word)));
        asks
    }

    /// Takes what was said of a word, and asks about the next.
    pub(super) fn settle_word(&mut self, word: &str, settled: Settled, tick: Tick) {
        if let Some(telling) = &mut self.unfinished.telling {
            telling.settle(word, settled);
        }
        let stays_asked = self.telling().is_some_and(|telling| telling.must_go(word));
        self.said = Some(match stays_asked {
            true => words::known_title(word, 1),
            false => words::settled(word, settled),
        });
        self.stories(Stories::Ask, tick);
    }

    /// All words are answered for: how it went, or the rest of who said yes where that was being said.
    pub(super) fn go_on_after_words(&mut self) {
        let telling = self.telling();
        let was_saying = |telling: &Telling| telling.went.is_some() && !telling.yes.by.is_empty();
        match telling.is_some_and(was_saying) {
            true => self.ask_yes(Yes::Until),
            false => self.ask_how_it_went(),
        }
    }

    /// Keeps what was told once every word that may be a name was answered for.
    pub(super) fn keep_if_all_is_answered(&mut self, story: Story) {
        match self.asks_about_a_word() {
            true => self.said = Some(words::FIRST_THE_WORDS.to_owned()),
            false => self.keep_if_it_may_be(story),
        }
    }

    /// The lines of the record. Where others belong with it, once those are read: whom they name is not shown.
    pub(super) fn show_lines_once_all_are_known(&mut self, linked: &[ConversationId]) {
        match self.ask_for_linked(linked) {
            true => self.lines_wait = true,
            false => self.open_story(StorySheet::Lines),
        }
    }

    /// The line that was chosen last goes under this part.
    pub(super) fn put_last_line(&mut self, part: usize) {
        let lines = self.telling().map_or(0, |telling| telling.lines.len());
        match self.line_chosen.filter(|at| *at < lines) {
            Some(at) => self.put_line_at(at, part),
            None => {
                if lines > 0 {
                    self.open_story(StorySheet::Lines);
                }
                self.said = Some(words::PART_OF_WHAT.to_owned());
            }
        }
    }

    /// Has the records read that belong with the one the story is told from. False when there are none.
    pub(in crate::app) fn ask_for_linked(&mut self, linked: &[ConversationId]) -> bool {
        let telling = self.telling();
        let Some(record) = telling.and_then(|telling| telling.record.clone()) else {
            return false;
        };
        let with = self.belong_with(&record, linked);
        let any = !with.is_empty();
        if any {
            self.desk.tell(Tell::ReadLinked(with));
        }
        any
    }

    /// The finished conversations linked with this one, and with those, whichever of two says so.
    fn belong_with(
        &self,
        record: &ConversationId,
        linked: &[ConversationId],
    ) -> Vec<ConversationId> {
        let met = self.desk.index.met();
        let mut found: BTreeSet<ConversationId> = linked.iter().cloned().collect();
        found.insert(record.clone());
        loop {
            let has = |id: &ConversationId| found.contains(id);
            let of_one = |met: &&crate::people::Met| {
                has(&met.id) || met.links.iter().any(|link| has(&link.to))
            };
            let ids = met.iter().filter(of_one).flat_map(|met| {
                let to = met.links.iter().map(|link| link.to.clone());
                to.chain([met.id.clone()])
            });
            let more: Vec<ConversationId> = ids.filter(|id| !has(id)).collect();
            if more.is_empty() {
                break;
            }
            found.extend(more);
        }
        found.remove(record);
        let is_open = |id: &ConversationId| met.iter().any(|met| met.id == *id && met.is_open());
        found.into_iter().filter(|id| !is_open(id)).collect()
    }

    /// They were read. Whom they name goes from the lines before those are shown.
    pub(in crate::app) fn linked_read(&mut self, records: &[String]) {
        let shows = std::mem::take(&mut self.lines_wait);
        let Some(telling) = &mut self.unfinished.telling else {
            return;
        };
        let names = records.iter().map(|record| story::names_of_record(record));
        names.for_each(|names| telling.know_of_linked(names));
        if shows && self.locked.is_none() {
            let said = self.said.take();
            self.open_story(StorySheet::Lines);
            self.said = said;
        }
    }
}

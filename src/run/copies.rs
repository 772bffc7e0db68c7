//! The person's copy: a letter in the folder of copies, and a note in the record of how they had it.

use std::sync::PoisonError;

use super::World;
use crate::{
    app::Msg,
    conversation::ConversationId,
    desk::{CopyGiven, LetterAsked},
    people, record,
    store::{RecordFile, index, letters},
    words,
};

impl World {
    /// Writes a letter, and says where it is; or says why there is none.
    pub(super) fn write_letter(&mut self, asked: &LetterAsked) -> Vec<Msg> {
        self.look_at_the_seal();
        let written = match &asked.so_far {
            Some(letter) => Ok(letter.clone()),
            None => self.letter_of(asked),
        };
        let said = written.and_then(|letter| {
            let path = letters::keep(&self.home, &asked.id, asked.form, &letter);
            let path = path.map_err(|error| error.to_string())?;
            let path = path.display().to_string();
            Ok(words::copies::letter_written(asked.form, &letter, &path))
        });
        vec![Msg::Say(said.unwrap_or_else(|why| why))]
    }

    fn letter_of(&self, asked: &LetterAsked) -> Result<record::Cleared, String> {
        let (_, markdown) = self.finished(&asked.id)?;
        // What was put right is what the person is given; under the foot stands what it was.
        let markdown = record::view::corrected(&markdown).map_err(|error| error.to_string())?;
        let read = record::read(&markdown).map_err(|error| error.to_string())?;
        let not_home = asked.not_home.as_ref();
        let mut record = read.record;
        record.front.no_copy_home |= self.none_home(record.front.person.as_deref());
        record::letter(&record, asked.form, &asked.around, not_home)
            .map_err(|why| words::copies::refused(why, words::copies::LETTER_NOT_HOME))
    }

    /// Whether another record of theirs says that nothing may go to their home.
    fn none_home(&self, person: Option<&str>) -> bool {
        let Some(name) = person else { return false };
        let today = self.clock.now().date_naive();
        let mut memory = self.index.lock().unwrap_or_else(PoisonError::into_inner);
        let found = index::read(&self.home, &self.life, &mut memory, today);
        people::none_home(&found.known.met, name)
    }

    /// Writes into the record how the person had their copy.
    pub(super) fn note_copy_given(&mut self, given: &CopyGiven) -> Vec<Msg> {
        self.look_at_the_seal();
        let noted = self.finished(&given.id).and_then(|(file, was)| {
            let by = given.by.as_deref();
            let becomes = record::copy::with_given(&was, &given.how, by, given.at);
            let becomes = becomes.map_err(|error| error.to_string())?;
            let added = self.life.add(&file, &was, &becomes);
            added.map_err(|error| error.to_string())
        });
        vec![Msg::Say(match noted {
            Ok(()) => words::copies::copy_noted(&given.how),
            Err(why) => why,
        })]
    }

    fn finished(&self, id: &ConversationId) -> Result<(RecordFile, String), String> {
        let file = self.record(id);
        let file = file.ok_or_else(|| words::promise::NOT_THERE.to_owned())?;
        let text = self.life.read(&file).map_err(|error| error.to_string())?;
        Ok((file, text))
    }
}

//! Another folder to write in, for as long as the home cannot be written.

use std::path::PathBuf;

use super::World;
use crate::{
    app::Msg,
    desk::Saving,
    store::{self, Elsewhere, Home, Library, OpenConversation, StoreError},
    words,
};

impl World {
    /// Keeps everything in this folder until the home can be written again.
    pub(super) fn keep_in(&mut self, folder: &str) -> Vec<Msg> {
        if !self.in_trouble {
            return vec![Msg::Say(words::where_not_needed(
                &self.home.root().display().to_string(),
            ))];
        }
        let spare = match self.spare_in(folder) {
            Ok(spare) => spare,
            Err(error) => return vec![Msg::Say(error.to_string())],
        };
        let mut hand = self.hand();
        let (open, parked) = {
            let hand = &mut *hand;
            (&mut hand.open, &mut hand.parked)
        };
        let outcome = open
            .iter_mut()
            .chain(parked)
            .try_for_each(|open| open.keep_in(&spare));
        drop(hand);
        if let Err(error) = outcome {
            return vec![Msg::Say(error.to_string())];
        }
        let said = Msg::KeptIn(spare.root().display().to_string());
        self.spare = Some(spare);
        let handle = self.hand().sync_handle();
        self.handle = handle;
        let mut messages = self.retry();
        messages.push(said);
        messages
    }

    /// A home in the folder somebody named, with the seal of this one.
    fn spare_in(&self, folder: &str) -> Result<Home, StoreError> {
        let spare = Home::in_folder_named(folder)?.with_vault(self.home.vault().clone());
        self.home.vault().copy_to(&spare)?;
        Ok(spare)
    }

    /// Saves a record where it belongs or, while that cannot be written, where everything is kept meanwhile.
    pub(super) fn save_somewhere(&self, saving: &Saving) -> Result<store::Saved, StoreError> {
        let (record, apart) = (&saving.record, saving.apart.as_deref());
        let saved = self.library.save(&saving.id, record, apart);
        match (saved, &self.spare) {
            (Err(why), Some(spare)) => {
                let wanted: PathBuf = self.home.records();
                let saved = Library::of(&spare.on_the_side_of(&saving.id), None)
                    .save(&saving.id, record, apart)?;
                Ok(store::Saved {
                    elsewhere: Some(Elsewhere { wanted, why }),
                    ..saved
                })
            }
            (saved, _) => saved,
        }
    }

    /// What somebody who leaves now has to know, when everything is kept, but not where it belongs.
    pub fn kept_meanwhile(&self) -> Option<String> {
        let hand = self.hand();
        let mut kept = hand.open.iter().chain(&hand.parked);
        let away = kept.find(|open| !open.is_home())?;
        let spare = away.spare_home().filter(|_| away.waiting() == 0)?;
        Some(words::kept_meanwhile_in(
            &spare.root().display().to_string(),
        ))
    }

    /// What somebody who leaves now has to know: that not everything is where it belongs. Nothing, as a rule.
    pub fn farewell(&self) -> Option<String> {
        self.kept_meanwhile().or_else(|| {
            let hand = self.hand();
            let kept = hand.open.iter().chain(&hand.parked);
            let waiting: usize = kept.map(OpenConversation::waiting).sum();
            (waiting > 0).then(|| words::STILL_IN_MEMORY.to_owned())
        })
    }
}

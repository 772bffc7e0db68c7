//! Going straight to the debrief of something played before.

use super::part_of;
use crate::{
    app::App,
    conversation::{ConversationId, Part},
    desk::{Draft, Effect, Tick},
    words::debriefing as words,
};

/// What is being looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sought {
    /// The last that somebody listened in. All up to this one are being read.
    Last(ConversationId),
    /// This one is being opened.
    This(ConversationId),
}

impl App {
    /// Opens the debrief of what was played last, or of the one whose id begins like this.
    pub(in crate::app::practice) fn open_debrief(&mut self, id: Option<&str>) {
        let drafts = &self.desk.drafts;
        let Some(id) = id else {
            return self.read_all_played();
        };
        let found = drafts
            .iter()
            .find(|draft| draft.id.as_str().starts_with(id));
        match found.map(|draft| draft.id.clone()) {
            Some(id) => self.open_to_debrief(id),
            None => self.said = Some(words::none_called(id)),
        }
    }

    /// Whether a debrief is on its way to the screen.
    pub fn seeks_debrief(&self) -> bool {
        let practice = self.practice.as_ref();
        practice.is_some_and(|practice| practice.debriefing.sought.is_some())
    }

    fn seek(&mut self, sought: Option<Sought>) {
        if let Some(practice) = &mut self.practice {
            practice.debriefing.sought = sought;
        }
    }

    fn open_to_debrief(&mut self, id: ConversationId) {
        self.seek(Some(Sought::This(id.clone())));
        self.desk.ask(Effect::Open(id));
    }

    fn read_all_played(&mut self) {
        let unread = self.desk.drafts.iter().filter(|draft| draft.is_unread());
        let unread: Vec<ConversationId> = unread.map(|draft| draft.id.clone()).collect();
        match unread.last() {
            Some(last) => {
                self.seek(Some(Sought::Last(last.clone())));
                self.desk.ask(Effect::Summarise(unread));
            }
            None => self.open_last_listened(true),
        }
    }

    /// Some of what was played has been read.
    pub(in crate::app) fn read_of_played(&mut self, read: &[ConversationId]) {
        let sought = self
            .practice
            .as_ref()
            .and_then(|one| one.debriefing.sought.as_ref());
        if let Some(Sought::Last(last)) = sought {
            let is_all = read.contains(last);
            self.open_last_listened(is_all);
        }
    }

    /// Opens the last that somebody listened in. One that is sealed may be it, and opens with the passphrase.
    fn open_last_listened(&mut self, is_all: bool) {
        let listened = |draft: &&Draft| {
            let glance = draft.glance.as_ref();
            let practised = glance.and_then(|glance| glance.practice.as_ref());
            practised.is_some_and(|one| one.part == Part::Listener)
        };
        let mut drafts = self.desk.drafts.iter();
        let found = drafts.clone().find(listened);
        let found = found.or_else(|| drafts.find(|draft| draft.sealed));
        match found.map(|draft| draft.id.clone()) {
            Some(id) => self.open_to_debrief(id),
            None if is_all => {
                self.seek(None);
                self.said = Some(words::NOTHING_TO_DEBRIEF.to_owned());
            }
            None => {}
        }
    }

    /// One was opened: when that was for its debrief, on to it.
    pub(in crate::app) fn go_on_to_debrief(&mut self, id: &ConversationId, tick: Tick) {
        let sought = self
            .practice
            .as_ref()
            .and_then(|one| one.debriefing.sought.as_ref());
        if sought != Some(&Sought::This(id.clone())) {
            return;
        }
        self.seek(None);
        let said = self.said.take();
        if self.desk.talk().and_then(part_of) == Some(Part::Listener) {
            self.debrief(tick);
        }
        self.said = said.or(self.said.take());
    }
}

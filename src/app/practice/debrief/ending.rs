//! What becomes of a debrief: all of it thrown away, which comes first, or a page kept of it.

use super::threads;
use crate::{
    app::{App, Screen, SheetKind, SheetRow},
    conversation::{self as talk, ConversationId},
    desk::{Command, Practise, Tick},
    practice::debrief,
    words::debriefing as words,
};

impl App {
    /// Asks what becomes of it.
    pub(super) fn end_debrief(&mut self) {
        if self.screen != Screen::Debrief {
            return self.only_in_debrief();
        }
        // The earlier tries go with it: which they are is read now.
        self.read_all();
        self.open(SheetKind::EndDebrief);
    }

    /// What may become of it.
    pub(in crate::app) fn ends_of_debrief(&self) -> Vec<SheetRow> {
        let Some(talk) = self.desk.talk() else {
            return vec![];
        };
        let throw = Command::Practise(Practise::ThrowAllAway(talk.id.clone()));
        let tries = self.tries(&talk.id).len().saturating_sub(1);
        let keep = Command::Practise(Practise::KeepPage);
        vec![
            SheetRow::new(
                words::THROW_ALL_AWAY,
                words::throw_all_away_is(tries),
                throw,
            ),
            SheetRow::new(words::KEEP_PAGE, words::KEEP_PAGE_IS, keep),
        ]
    }

    /// This try and those it took up again from, one before the other.
    pub(in crate::app) fn tries(&self, id: &ConversationId) -> Vec<ConversationId> {
        let mut tries = vec![id.clone()];
        let mut last = id.clone();
        while let Some(before) = self.try_before(&last).filter(|one| !tries.contains(one)) {
            tries.push(before.clone());
            last = before;
        }
        tries
    }

    fn try_before(&self, id: &ConversationId) -> Option<ConversationId> {
        let in_hand = self.desk.talk().filter(|talk| talk.id == *id);
        let practised = match in_hand {
            Some(talk) => talk.practice.as_ref()?,
            None => {
                let mut drafts = self.desk.drafts.iter();
                let draft = drafts.find(|draft| draft.id == *id)?;
                draft.glance.as_ref()?.practice.as_ref()?
            }
        };
        practised.again.as_ref().map(|again| again.of.clone())
    }

    /// Takes it and its earlier tries off the disk, for good. What an observer counted is the observer's.
    pub(in crate::app) fn throw_all_away(&mut self, id: &ConversationId) {
        let tries = self.tries(id);
        for id in &tries {
            self.throw_away(id);
        }
        let is_observed = self
            .practice
            .as_ref()
            .is_some_and(|one| !one.watched.is_empty());
        self.said = Some(words::thrown_away(
            tries.len().saturating_sub(1),
            is_observed,
        ));
    }

    /// Keeps a page of it in the folder for role-play; its journal goes once the page is on the disk.
    pub(super) fn keep_page(&mut self, tick: Tick) {
        if self.screen != Screen::Debrief {
            return self.only_in_debrief();
        }
        if !self.desk.line().trim().is_empty() {
            let keep = talk::Command::Keep {
                late: false,
                chosen: None,
            };
            self.put(&keep, tick);
        }
        let scenario = self.debriefed();
        let Some(talk) = self.desk.talk() else { return };
        let all = scenario.map_or(&[][..], |scenario| &scenario.threads);
        let shown = self.are_threads_shown() || threads::any_met(talk, all);
        let page = debrief::page(talk, scenario, shown);
        self.desk.keep_page(page, tick);
    }

    /// The page is on the disk, here.
    pub(in crate::app) fn page_kept(
        &mut self,
        id: &ConversationId,
        path: &str,
        said: Option<String>,
    ) {
        let tries = self.tries(id).len().saturating_sub(1);
        self.desk.finished(id);
        self.show(self.front());
        let kept = words::page_kept(path, tries);
        self.said = Some(kept.into_iter().chain(said).collect::<Vec<_>>().join(" "));
    }
}

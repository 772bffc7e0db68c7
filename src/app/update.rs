//! Messages into state: the one way through for a key press.

use super::{App, Glanced, Key, Msg, SavedNotice, Screen, practice, table};
use crate::{
    conversation::{self as talk, ConversationId, Stamped},
    desk::{Draft, Effect, Tick},
    guide::GuideId,
    words,
};

/// Changes the state for one message.
pub(super) fn update(app: &mut App, msg: Msg, tick: Tick) {
    match msg {
        Msg::Key(key) => app.key(key, tick),
        Msg::Paste(text) => app.paste(text, tick),
        Msg::Resize(columns, rows) => app.size = (columns, rows),
        Msg::Focus(focused) => app.focused = focused,
        Msg::Wake => {
            app.look_again();
            app.look_for_index();
        }
        Msg::Indexed(index) => app.index_read(index),
        Msg::Evidence(report) => app.evidence_read(report),
        Msg::ReadingEvidence(read, of) => app.evidence_is_read(read, of),
        Msg::LocalHelp(listings, said) => app.local_help_read(*listings, said),
        Msg::Followed(following, now) => app.followed(&following, now.map(|now| *now)),
        Msg::Stuck(sticking) => app.stuck(&sticking),
        Msg::KnownRead(told) => app.known_read(told),
        Msg::RecordRead(id, markdown) => app.record_read(id, markdown),
        Msg::Added(adding, markdown) => app.added(&adding, markdown),
        Msg::AnswersRead(begun) => app.begun_read(begun),
        Msg::Told(heard) => app.heard(*heard),
        Msg::NotAdded(adding, why) => app.not_added(&adding, why),
        Msg::ClockMoved(seconds) => app.desk.clock_moved(seconds, tick),
        Msg::Opened { id, events, said } => app.opened(&id, &events, said, tick),
        Msg::NotOpened(id, why) => app.not_opened(&id, why),
        Msg::OpenElsewhere { id, since } => app.open_elsewhere(id, since),
        Msg::NeedsKey(id) => app.needs_key(id),
        Msg::Looked { id, events } => app.looked(&id, &events),
        Msg::MovedAway(id) => app.moved_away(&id),
        Msg::Unlocked => app.unlocked(tick),
        Msg::NotUnlocked(why) => app.not_unlocked(why),
        Msg::KeptIn(folder) => app.kept_in(folder),
        Msg::Glances(read) => {
            app.glanced(read);
            app.observe_what_is_played(tick);
        }
        Msg::Fetched(found) => {
            app.fetched(&found);
            app.keep_what_was_counted(tick);
        }
        Msg::Brought(id, events) => {
            app.brought(&id, &events);
            app.keep_what_was_counted(tick);
        }
        Msg::Saved {
            id,
            path,
            said,
            copied,
        } => app.saved(&id, path, said, copied),
        Msg::Relisted(open) => app.relisted(open),
        Msg::Crossed {
            side,
            open,
            scenarios,
            said,
        } => app.crossed(side, open, &scenarios, said, tick),
        // The screen said it is copied, and where it is; a face does what else can be done.
        Msg::Copied | Msg::NotCopied(_) => {}
        Msg::NotSaved(why) | Msg::Say(why) => app.said = Some(why),
        Msg::Trouble(why) => app.trouble = Some(why),
        Msg::Mended => {
            app.trouble = None;
            app.kept_meanwhile = None;
            app.said = Some(words::WRITING_AGAIN.to_owned());
        }
    }
}

impl App {
    fn key(&mut self, key: Key, tick: Tick) {
        self.said = None;
        self.leaving &= key == Key::Ctrl('q');
        self.focused = true;
        self.chose_before = std::mem::take(&mut self.choosing);
        self.pressed();
        if self.unlocking.is_some() && self.key_while_unlocking(key, tick) {
            return;
        }
        if self.locked.is_some() && self.sheet.is_none() {
            return self.key_while_locked(key, tick);
        }
        if self.looking.is_some() && self.sheet.is_none() {
            return self.key_while_looking(key, tick);
        }
        if self.is_paused() && self.sheet.is_none() && self.key_while_paused(key, tick) {
            return;
        }
        if self.sheet.is_some() {
            return self.key_in_sheet(key, tick);
        }
        if self.is_slash() && self.key_in_slash_list(key, tick) {
            return;
        }
        if self.practice.is_some() && self.key_in_practice(key, tick) {
            return;
        }
        match table::command_for(key, |place| self.counts(place)) {
            Some(command) => self.obey(command, tick),
            None => self.letter(key, tick),
        }
    }

    /// Letters always type. A key that means nothing does nothing, and says so where it might be missed.
    pub(super) fn letter(&mut self, key: Key, tick: Tick) {
        match key {
            Key::Char(c) => self.type_in(&c.to_string(), tick),
            Key::Ctrl('c') => self.said = Some(words::CTRL_C.to_owned()),
            Key::Ctrl('v') => self.said = Some(words::CTRL_V.to_owned()),
            _ => {}
        }
    }

    /// Puts letters on the line.
    pub(super) fn type_in(&mut self, letters: &str, tick: Tick) {
        self.offered = None;
        self.slash_row = None;
        self.put(&talk::Command::Type(letters.to_owned()), tick);
    }

    /// While the notes are hidden: anything that types, or Enter, carries on. True when that is all it did.
    fn key_while_paused(&mut self, key: Key, tick: Tick) -> bool {
        match key {
            _ if self.is_family_time() => self.key_in_family_time(key, tick),
            Key::Char(_) => {
                self.carry_on(tick);
                false
            }
            Key::Enter | Key::Ctrl('p') => {
                self.carry_on(tick);
                true
            }
            Key::Ctrl('r') | Key::F(10) => {
                self.carry_on(tick);
                false
            }
            Key::Ctrl('q' | 'l') | Key::F(1) => false,
            _ => true,
        }
    }

    pub(super) fn carry_on(&mut self, tick: Tick) {
        let was_alone = self.is_family_time();
        self.put(&talk::Command::CarryOn, tick);
        let alone = self.desk.talk().and_then(|talk| talk.alone.last());
        let came_back = alone
            .filter(|_| was_alone)
            .and_then(words::together::came_back);
        self.said = Some(came_back.unwrap_or_else(|| words::CARRIED_ON.to_owned()));
    }

    fn paste(&mut self, text: String, tick: Tick) {
        self.said = None;
        self.pressed();
        if self.unlocking.is_some() {
            return self.paste_passphrase(text);
        }
        if text.is_empty() {
            return;
        }
        if self.looking.is_some() {
            self.said = Some(words::LOOKING_HOW.to_owned());
            return;
        }
        if let Some(locked) = &mut self.locked {
            locked.command = false;
        }
        if self.paste_answer(&text, tick) || self.paste_told(&text, tick) {
            return;
        }
        if self.is_paused() && !self.is_family_time() {
            self.carry_on(tick);
        }
        self.sheet = None;
        self.offered = None;
        self.slash_row = None;
        self.put(&talk::Command::Paste(text), tick);
    }

    fn opened(
        &mut self,
        id: &ConversationId,
        events: &[Stamped],
        said: Option<String>,
        tick: Tick,
    ) {
        let Some(talk) = self.desk.replay(id, events) else {
            return self.not_opened(id, words::NOTHING_IN_JOURNAL.to_owned());
        };
        let carried_on = words::carried_on(&talk, tick.now);
        self.looking = None;
        let screen = practice::screen_of(&talk);
        self.desk.take_up(talk, tick);
        self.show(screen);
        self.keep_what_was_looked_at(tick);
        self.end_if_over();
        let sentences: Vec<String> = carried_on.into_iter().chain(said).collect();
        // What it says ends with words of the line, so a locked screen does not say it.
        let says = !sentences.is_empty() && self.locked.is_none();
        self.said = says.then(|| sentences.join(" "));
        self.go_on_to_debrief(id, tick);
        self.happen_here(tick);
        self.close_here(tick);
        self.nudge();
    }

    fn not_opened(&mut self, id: &ConversationId, why: String) {
        self.pending = None;
        self.pending_close = None;
        self.not_looked(id);
        self.said = Some(why);
    }

    fn kept_in(&mut self, folder: String) {
        self.said = Some(words::kept_meanwhile(&folder));
        self.kept_meanwhile = Some(folder);
    }

    fn glanced(&mut self, read: Vec<(ConversationId, Glanced)>) {
        let ids: Vec<ConversationId> = read.iter().map(|(id, _)| id.clone()).collect();
        for (id, glanced) in read {
            match glanced {
                Glanced::Gone => self.desk.forget(&id, false),
                Glanced::Unreadable => {}
                Glanced::Sealed => self.desk.found_sealed(&id),
                Glanced::Read(events) => match self.desk.replay(&id, &events) {
                    Some(talk) if talk.is_blank() => self.desk.forget(&id, true),
                    Some(talk) => self.desk.looked_at(&talk, false),
                    None => {}
                },
                Glanced::Elsewhere(events) => {
                    if let Some(talk) = self.desk.replay(&id, &events) {
                        self.desk.looked_at(&talk, true);
                    }
                }
            }
        }
        self.choose_first_row();
        self.read_of_played(&ids);
    }

    fn saved(&mut self, id: &ConversationId, path: String, said: Option<String>, copied: bool) {
        if self.practice.is_some() {
            return self.page_kept(id, &path, said);
        }
        let mut lines = vec![];
        let talk = self.desk.talk().filter(|talk| talk.id == *id);
        lines.extend(talk.map(words::saved));
        lines.push(path);
        if copied {
            lines.push(words::COPIED_AS_WELL.to_owned());
            let marked = talk.is_some_and(|talk| talk.facts.no_copy_home);
            lines.extend(marked.then(|| words::copies::MARKED.to_owned()));
        }
        lines.extend(said);
        self.tell_the_others(id);
        self.desk.finished(id);
        self.saved_record = Some(id.clone());
        self.shown_record = None;
        self.saved = Some(SavedNotice { lines });
        self.sheet = None;
        self.show(self.front());
        self.row = 0;
    }

    /// Shows another screen, with nothing chosen and nothing said.
    pub(super) fn show(&mut self, screen: Screen) {
        self.screen = screen;
        self.note = None;
        self.past_last = 0;
        self.quiet = None;
        self.sheet = None;
        self.said = None;
        self.leave_end();
        if screen == Screen::Talk {
            self.saved = None;
        }
        if screen == Screen::Home {
            self.ask_for_index();
        }
        self.shown_in_practice();
    }

    /// Begins straight away with a guide, the line ready.
    pub fn start_with(&mut self, guide: &GuideId, tick: Tick) {
        self.desk.begin(guide, tick);
        self.show(Screen::Talk);
        self.nudge();
    }

    /// Begins what the first letter begins.
    pub fn begin_ready(&mut self, tick: Tick) {
        self.desk.begin_ready(tick);
        self.show_in_hand();
    }

    /// Shows the screen of what is in hand.
    pub fn show_in_hand(&mut self) {
        if let Some(screen) = self.desk.talk().map(practice::screen_of)
            && screen != self.screen
        {
            self.show(screen);
        }
    }

    /// Carries on the conversation whose id begins like this, or the last one.
    ///
    /// # Errors
    ///
    /// A sentence, when there is none, or more than one.
    pub fn carry_on_with(&mut self, id: Option<&str>) -> Result<(), String> {
        let wanted = |draft: &&Draft| id.is_none_or(|id| draft.id.as_str().starts_with(id));
        let mut found = self.desk.drafts.iter().filter(wanted);
        match (found.next(), found.next(), id) {
            (Some(draft), None, _) | (Some(draft), Some(_), None) => {
                let effect = Effect::Open(draft.id.clone());
                self.desk.ask(effect);
                Ok(())
            }
            _ => Err(words::no_conversation(id)),
        }
    }

    /// Asks for the next open conversations to be read, as many as Home can show.
    pub(super) fn look_at_drafts(&mut self) {
        let unread = self.desk.drafts.iter().filter(|draft| draft.is_unread());
        let next: Vec<ConversationId> =
            unread.take(AT_ONCE).map(|draft| draft.id.clone()).collect();
        if !next.is_empty() {
            self.desk.ask(Effect::Summarise(next));
        }
    }
}

/// How many open conversations are read at a time.
const AT_ONCE: usize = 8;

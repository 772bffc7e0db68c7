//! The program without a terminal or a disk: input in, frames drawn, journals in memory.

use std::collections::BTreeMap;

use alongside::{
    app::{App, Glanced, Msg},
    connection,
    conversation::{ConversationId, Moment, Stamped},
    desk::{Desk, Effect, Preferences, Team, Tick},
    guide::Shelf,
    tui::{Depth, Input, Painter, Theme, view::View},
};
use chrono::{DateTime, TimeDelta};

use super::typed::acts;

/// The program on a stage.
pub struct Stage {
    pub app: App,
    pub journals: BTreeMap<ConversationId, Vec<Stamped>>,
    pub has_left: bool,
    now: Moment,
    turns: u64,
    theme: Theme,
    view: View,
    painter: Painter,
}

impl Stage {
    /// On Home, with one listing.
    pub fn new() -> Self {
        const HELP: &str = "format = 1\n[[listing]]\nname = \"Chapel Lane lunch club\"\nphone = \"01632 960123\"\n";
        let listings = connection::read(&[("help.toml".to_owned(), HELP.to_owned())]).0;
        let shelf = Shelf::new(vec![]);
        let desk = Desk::new(shelf, listings, Team::default(), Preferences::default());
        let now = DateTime::parse_from_rfc3339("2026-03-10T14:20:00+00:00").expect("a time");
        Self {
            app: App::new(desk, (80, 24), now),
            journals: BTreeMap::new(),
            has_left: false,
            now,
            turns: 0,
            theme: Theme::new(None, Depth::None, false),
            view: View::default(),
            painter: Painter::new(),
        }
    }

    /// Takes in what came from the terminal, as the full screen does.
    pub fn input(&mut self, input: Input) {
        match input {
            Input::Key(key) => self.take(Msg::Key(key)),
            Input::Paste(text) => self.take(Msg::Paste(text)),
            Input::Resize(columns, rows) => {
                self.painter.forget();
                self.take(Msg::Resize(columns, rows));
            }
            Input::Focus(focused) => self.take(Msg::Focus(focused)),
            Input::Mouse(_) => {}
        }
    }

    /// Takes a message in, and does what is asked to the end.
    pub fn take(&mut self, msg: Msg) {
        let mut messages = vec![msg];
        while let Some(msg) = messages.pop() {
            self.turns += 1;
            self.now += TimeDelta::milliseconds(150);
            let tick = Tick {
                now: self.now,
                dice: self.turns.wrapping_mul(0x9E37_79B9_7F4A_7C15),
            };
            for effect in self.app.update(msg, tick) {
                messages.extend(self.perform(effect));
            }
        }
    }

    /// Draws what is on the screen. It fits, and holds nothing a terminal would obey.
    pub fn draw(&mut self) {
        let (columns, rows) = self.app.size;
        let frame = self.view.frame(&self.app, self.theme.glyphs());
        assert!(frame.rows.len() <= usize::from(rows), "too many rows");
        for row in &frame.rows {
            assert!(row.width() <= usize::from(columns), "{}", row.text());
        }
        let bytes = self.painter.paint(frame, &self.theme, (columns, rows));
        let painted = String::from_utf8_lossy(bytes);
        let obeyed = |c: char| acts(c) && c != '\u{1b}';
        assert!(!painted.contains(obeyed), "{painted:?}");
    }

    fn perform(&mut self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Begin(id, first) => _ = self.journals.insert(id, vec![*first]),
            Effect::Append(id, event) => self.journals.entry(id).or_default().push(*event),
            Effect::Discard(id) | Effect::Sweep(id) => _ = self.journals.remove(&id),
            Effect::Open(id) => {
                let events = self.journals.get(&id).cloned().unwrap_or_default();
                let said = None;
                return Some(Msg::Opened { id, events, said });
            }
            Effect::Summarise(ids) => {
                let read = ids.into_iter().filter_map(|id| {
                    let events = self.journals.get(&id)?.clone();
                    Some((id, Glanced::Read(events)))
                });
                return Some(Msg::Glances(read.collect()));
            }
            Effect::Save(saving) => {
                self.journals.remove(&saving.id);
                return Some(Msg::Saved {
                    path: format!("{}.md", saving.id),
                    copied: saving.copy.is_some(),
                    id: saving.id,
                    said: None,
                });
            }
            Effect::Leave => self.has_left = true,
            _ => {}
        }
        None
    }
}

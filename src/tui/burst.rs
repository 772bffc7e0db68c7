//! Telling a paste from typing where the terminal does not (native Windows consoles).
//!
//! Without bracketed paste, three pasted paragraphs arrive as keys, and every Enter in them would keep a note. People
//! do not press another key within 10 ms of Enter; a paste does. So an Enter with more input right behind it starts a
//! burst, and everything up to 30 ms of quiet is one paste. Fast letters without an Enter (dictation) pass as keys, and
//! a lone Enter is always a key.
//!
//! Time comes in as milliseconds of any steady clock.

use super::input::Input;
use crate::app::key::Key;

/// After an Enter, how long to look for more input before saying there is none.
pub const LOOK_AHEAD_MS: u64 = 10;

/// The quiet that ends a burst.
const QUIET_MS: u64 = 30;

/// A burst being gathered, if there is one.
#[derive(Debug, Default)]
pub struct Burst {
    text: String,
    /// When a burst's last key came; `None` outside a burst.
    last_ms: Option<u64>,
}

impl Burst {
    /// Takes a key, and gives what it means by now: a paste that has ended, the key itself, both in that order, or
    /// nothing yet. `more_waiting` is asked of an Enter: whether other input came within [`LOOK_AHEAD_MS`].
    pub fn key(&mut self, key: Key, now_ms: u64, more_waiting: bool) -> [Option<Input>; 2] {
        let ended = self.quiet(now_ms);
        let starts = key == Key::Enter && more_waiting;
        let goes_on = self.last_ms.is_some();
        match pasted(key) {
            Some(c) if starts || goes_on => {
                self.text.push(c);
                self.last_ms = Some(now_ms);
                [ended, None]
            }
            _ => [ended.or_else(|| self.finish()), Some(Input::Key(key))],
        }
    }

    /// The paste, if there has been quiet long enough to end one.
    pub fn quiet(&mut self, now_ms: u64) -> Option<Input> {
        let due = self.due_ms()?;
        if now_ms < due { None } else { self.finish() }
    }

    /// When to ask [`Burst::quiet`], if nothing comes before.
    pub fn due_ms(&self) -> Option<u64> {
        self.last_ms.map(|last| last + QUIET_MS)
    }

    /// The paste as far as it came: before anything that is not a key, and at the end.
    pub fn finish(&mut self) -> Option<Input> {
        self.last_ms.take()?;
        Some(Input::Paste(std::mem::take(&mut self.text)))
    }
}

/// The character a key stands for in a paste.
fn pasted(key: Key) -> Option<char> {
    match key {
        Key::Char(c) => Some(c),
        Key::Enter | Key::NewLine => Some('\n'),
        Key::Tab => Some('\t'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Keys with the time each comes at, as a console reports them: an Enter has more behind it if the next key comes
    /// within the look-ahead.
    fn play(keys: &[(Key, u64)]) -> Vec<Input> {
        let mut burst = Burst::default();
        let mut found = vec![];
        for (n, (key, now)) in keys.iter().enumerate() {
            let next = keys.get(n + 1);
            let more = next.is_some_and(|(_, next)| next - now <= LOOK_AHEAD_MS);
            found.extend(burst.key(*key, *now, more).into_iter().flatten());
        }
        let (_, end) = keys.last().copied().unwrap_or((Key::Esc, 0));
        found.extend(burst.quiet(end + QUIET_MS));
        assert_eq!(burst.due_ms(), None);
        found
    }

    /// Text arriving with this long between its keys.
    fn sent(text: &str, from_ms: u64, gap_ms: u64) -> Vec<(Key, u64)> {
        let key = |c| if c == '\n' { Key::Enter } else { Key::Char(c) };
        let times = (0..).map(|n| from_ms + n * gap_ms);
        text.chars().map(key).zip(times).collect()
    }

    fn typed(text: &str) -> Vec<Input> {
        sent(text, 0, 0)
            .into_iter()
            .map(|(key, _)| Input::Key(key))
            .collect()
    }

    #[test]
    fn an_enter_in_a_paste_keeps_nothing() {
        let mut expected = typed("one");
        expected.push(Input::Paste("\ntwo\nthree\n".to_owned()));
        assert_eq!(play(&sent("one\ntwo\nthree\n", 0, 1)), expected);
    }

    #[test]
    fn a_lone_enter_is_a_key() {
        assert_eq!(play(&sent("\n", 0, 0)), typed("\n"));
        assert_eq!(play(&sent("one\ntwo\n", 0, 40)), typed("one\ntwo\n"));
    }

    #[test]
    fn dictation_is_not_touched() {
        assert_eq!(
            play(&sent("she said the step", 0, 1)),
            typed("she said the step")
        );
    }

    #[test]
    fn quiet_ends_a_burst() {
        let mut keys = sent("\na", 0, 5);
        keys.extend(sent("b\n", 35, 50));
        let mut expected = vec![Input::Paste("\na".to_owned())];
        expected.extend(typed("b\n"));
        assert_eq!(play(&keys), expected);
    }

    #[test]
    fn a_key_that_is_no_text_ends_a_burst() {
        let keys = [(Key::Enter, 0), (Key::Char('a'), 1), (Key::Ctrl('r'), 2)];
        let expected = [Input::Paste("\na".to_owned()), Input::Key(Key::Ctrl('r'))];
        assert_eq!(play(&keys), expected);
    }

    proptest! {
        #[test]
        fn no_letter_is_lost_or_moved(keys in proptest::collection::vec(("[a-c\n]", 0u64..50), 0..40)) {
            let mut now = 0;
            let text: String = keys.iter().map(|(letter, _)| letter.as_str()).collect();
            let timed: Vec<_> = keys
                .iter()
                .flat_map(|(letter, gap)| {
                    now += gap;
                    sent(letter, now, 0)
                })
                .collect();
            let back: String = play(&timed)
                .into_iter()
                .map(|input| match input {
                    Input::Key(key) => pasted(key).map(String::from).unwrap_or_default(),
                    Input::Paste(text) => text,
                    other => panic!("{other:?}"),
                })
                .collect();
            prop_assert_eq!(back, text);
        }
    }
}

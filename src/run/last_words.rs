//! What is written when the program is stopped rather than left: how it ended, and all that was still waiting.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError},
    thread,
    time::{Duration, Instant},
};

use super::{Hand, World};
use crate::{
    conversation::{Event, Stamped, Stop},
    store::{OpenConversation, Syncer},
};

/// How long to wait for a thread that is writing just now. A panic may have come while the panicking thread itself was
/// writing, which then never ends.
const AT_MOST: Duration = Duration::from_millis(500);

/// Between two looks at whether it is done.
const A_MOMENT: Duration = Duration::from_millis(2);

impl World {
    /// What to do when the program is stopped: write what waits, and how it ended, and settle it. Runs on another
    /// thread. Gives whether everything typed is surely written.
    pub fn last_words(&self) -> impl FnOnce(Stop) -> bool + Send + 'static {
        let (hand, clock) = (Arc::clone(&self.hand), self.clock);
        move |stop| {
            let Some(mut hand) = reach(&hand) else {
                return false;
            };
            let written = hand.write_waiting().is_ok();
            let Some(open) = &mut hand.open else {
                return written;
            };
            let end = Stamped {
                at: clock.now(),
                event: Event::Stopped(stop),
            };
            // The words themselves are in the journal already; this line only says how it ended.
            let _ = open.append(std::slice::from_ref(&end));
            settle(open);
            written
        }
    }
}

/// What is being written, unless whoever has it does not let go.
fn reach(hand: &Mutex<Hand>) -> Option<MutexGuard<'_, Hand>> {
    let until = Instant::now() + AT_MOST;
    loop {
        match hand.try_lock() {
            Ok(hand) => return Some(hand),
            Err(TryLockError::Poisoned(hand)) => return Some(PoisonError::into_inner(hand)),
            Err(TryLockError::WouldBlock) if Instant::now() >= until => return None,
            Err(TryLockError::WouldBlock) => thread::sleep(A_MOMENT),
        }
    }
}

fn settle(open: &OpenConversation) {
    if let Ok(syncer) = Syncer::spawn() {
        syncer.now(&open.sync_handle());
        syncer.finish(Duration::from_secs(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        conversation::{ConversationId, samples},
        desk::Effect,
        run::Clock,
        store::{Home, Library},
    };

    /// A world in which a conversation has begun, and its folder.
    fn begun() -> (tempfile::TempDir, World, ConversationId) {
        let temp = tempfile::tempdir().expect("a folder");
        let home = Home::at(temp.path().join("home"));
        let library = Library::of(&home, None);
        let mut world = World::new(home, library, Clock::new(Some("2026-03-10T14:20")));
        let id = ConversationId::read("2026-03-10-1420-listen-7k3f").expect("an id");
        let first = Box::new(samples::typed(0, "she said"));
        assert!(world.perform(Effect::Begin(id.clone(), first)).is_empty());
        (temp, world, id)
    }

    fn last_event(world: &World, id: &ConversationId) -> Event {
        let read = world.conversations.load(id).expect("read");
        read.events.last().expect("an event").event.clone()
    }

    #[test]
    fn the_last_line_says_how_it_ended() {
        let (_temp, world, id) = begun();
        let last_words = world.last_words();
        let ended = thread::spawn(move || last_words(Stop::WindowClosed)).join();
        assert!(ended.expect("no panic"));
        assert_eq!(last_event(&world, &id), Event::Stopped(Stop::WindowClosed));
    }

    #[test]
    fn a_thread_that_panics_while_it_writes_holds_nobody_up() {
        let (_temp, world, id) = begun();
        let before = last_event(&world, &id);
        let last_words = world.last_words();
        // As the panic hook does: on the thread that has the lock.
        let held = world.hand();
        assert!(!last_words(Stop::Trouble), "it cannot be sure");
        drop(held);
        assert_eq!(last_event(&world, &id), before);
    }

    #[test]
    fn with_nothing_in_hand_there_is_nothing_to_say() {
        let (_temp, mut world, id) = begun();
        world.perform(Effect::Close(id.clone()));
        let before = last_event(&world, &id);
        assert!(world.last_words()(Stop::WindowClosed));
        assert_eq!(last_event(&world, &id), before);
    }
}

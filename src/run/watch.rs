//! Whether another window asks for the conversation in hand: looked for about once a second, on a thread of its own, for
//! as long as there is a conversation to look after.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    thread,
    time::Duration,
};

use super::{World, hand::Hand};
use crate::store::OpenConversation;

/// Between two looks: a window that asks waits a few seconds.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// Every so many looks a drive without locks is told that this window is still here.
const STILL_HERE: u32 = 5;

impl World {
    /// Starts looking, once there is a conversation in hand.
    pub(super) fn watch(&mut self) {
        if self.watched {
            return;
        }
        let hand = Arc::downgrade(&self.hand);
        // Without the thread a conversation stays here until it is left, and the other window is told so.
        let started = thread::Builder::new()
            .name("watch".to_owned())
            .spawn(move || look_after(&hand));
        self.watched = started.is_ok();
    }
}

fn look_after(hand: &Weak<Mutex<Hand>>) {
    for look in 1_u32.. {
        thread::sleep(LOOK_AGAIN);
        let Some(hand) = hand.upgrade() else { return };
        let lock = held(&hand).open.as_ref().and_then(|open| open.lock());
        let Some(lock) = lock else { continue };
        // The drive may be slow to answer, so nobody waits for it with the conversation in their hands.
        if look % STILL_HERE == 0 {
            // What cannot be told to the drive now is told to it the next time.
            let _ = lock.refresh();
        }
        let (lost, wanted) = (lock.is_lost(), lock.is_wanted_elsewhere());
        let mut hand = held(&hand);
        let is_this = |open: &&mut OpenConversation| {
            let now = open.lock();
            now.is_some_and(|now| Arc::ptr_eq(&now, &lock))
        };
        // Another one may have been taken in hand meanwhile.
        if let Some(open) = hand.open.as_mut().filter(is_this) {
            match (lost, wanted) {
                (true, _) => open.lose(),
                (false, true) => open.let_go(),
                (false, false) => {}
            }
        }
    }
}

fn held(hand: &Mutex<Hand>) -> MutexGuard<'_, Hand> {
    hand.lock().unwrap_or_else(PoisonError::into_inner)
}

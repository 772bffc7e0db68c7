//! Conversations as they come in, put in order once, when they are first asked for.

use std::sync::OnceLock;

use super::talk::Talk;

/// Conversations in any order, and the one they are numbered in: by the name of their baseline, where they have one,
/// then as they began.
#[derive(Debug, Clone, Default)]
pub(super) struct Talks {
    taken: Vec<Talk>,
    /// The place of each in `taken`, in order.
    order: OnceLock<Vec<usize>>,
}

impl Talks {
    /// One more.
    pub(super) fn take(&mut self, talk: Talk) {
        self.order.take();
        self.taken.push(talk);
    }

    /// All that another reader took.
    pub(super) fn merge(&mut self, other: Self) {
        self.order.take();
        self.taken.extend(other.taken);
    }

    /// All of them, in order.
    pub(super) fn in_order(&self) -> Vec<&Talk> {
        let order = self.order.get_or_init(|| {
            let mut order: Vec<usize> = (0..self.taken.len()).collect();
            order.sort_by_key(|&at| self.taken[at].order());
            order
        });
        order.iter().map(|&at| &self.taken[at]).collect()
    }
}

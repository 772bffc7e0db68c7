//! The debrief.

use super::{Body, Draw};

/// The body of the screen.
pub(super) fn body(_draw: &Draw<'_>, _height: usize) -> Body {
    Body::of(vec![])
}

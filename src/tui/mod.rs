//! The full-screen face.
pub mod depth;
mod palette;
pub mod row;
pub mod theme;

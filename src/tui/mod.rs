//! The full-screen face.
pub mod depth;
pub mod paint;
mod palette;
mod pen;
pub mod row;
pub mod theme;

//! Sticking close.

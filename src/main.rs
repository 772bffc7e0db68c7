//! The `alongside` program.

fn main() {}

//! The only place where an effect becomes input or output.

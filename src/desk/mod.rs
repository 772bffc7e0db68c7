//! What is open now: command and time in, effects out.

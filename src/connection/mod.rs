//! Local help: the team's own list, and finding in it.

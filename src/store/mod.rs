//! The disk: home, journal, atomic files, locks, records, settings.

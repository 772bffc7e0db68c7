//! Records: what can be read is written and read back as the same facts.

use alongside::{
    conversation::Detail,
    record::{self, Record, Removed},
};

use super::{guides::has_places, trial::Trial};

const WORDS: [&str; 72] = [
    "---\n",
    "alongside: 1\n",
    "id: \"2026-03-10-1420-listen-7k3f\"\n",
    "id: ../../etc/passwd\n",
    "kind: crisis\n",
    "started: \"2026-03-10T14:20:00+00:00\"\n",
    "ended: 2026-03-10\n",
    "person: no\n",
    "person: ",
    "present: [",
    "no_copy_home: maybe\n",
    "kept_apart: 1\n",
    "kept_apart: true\n",
    "looked_at:\n",
    "  - on: \"2032-03-10\"\n",
    "    keep_until: \"2033-01-31\"\n",
    "state: \"removed\"\nat: \"2032-03-10T14:20:00+00:00\"\n",
    "next_steps:\n",
    "  - id: \"s1\"\n",
    "    what: \"",
    "    due: \"2026-03-11\"\n",
    "    state: \"done\"\n",
    "    week: true\n",
    "    time: \"25:00\"\n",
    "moved:\n",
    "  - kind: \"crisis\"\n",
    "    at: \"2026-03-10T14:41:00+00:00\"\n",
    "&a ",
    "*a",
    "<<: *a\n",
    "!!binary ",
    "!!python/object ",
    "? ",
    "| \n",
    "> \n",
    "{a: [",
    "]}",
    "# ",
    "## ",
    "- ",
    "- [ ] ",
    "- [x] ",
    "> ",
    "* ",
    "+ ",
    "  ",
    "\\",
    "\\\n",
    "**",
    " *(I noticed this)*",
    " *(Priya N, 10 March)*",
    ", your daughter: \"",
    "£22.50 ",
    "**Sam, Wed 11 March 2026**",
    "**Sam, week of Mon 9 March 2026, 14:00**",
    "## Added since\n",
    "## You say\n",
    "## What happened next\n",
    "Nothing under a heading means we did not talk about it. It does not mean all was well.\n",
    "*(added after the call)*",
    "<script>",
    "[a](b)",
    "![a](b)",
    "0x1F",
    "1e400",
    "012",
    "~",
    "null",
    "yes",
    "\"\\u202e\"",
    "\u{FEFF}",
    "%YAML 1.1\n",
];

#[test]
fn records() {
    Trial {
        name: "records",
        share: 8,
        also: &[],
        words: &WORDS,
        law,
    }
    .run();
}

fn law(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    note_law(&text);
    let front = record::read_front(&text);
    let Ok(reading) = record::read(&text) else {
        return;
    };
    let front = front.expect("a record has a header");
    assert_eq!(front.id, reading.record.front.id);
    has_places(&text, &reading.not_understood);

    let written = record::markdown(&reading.record);
    let again = record::read(&written).expect("what we write, we read");
    if reading.not_understood.is_empty() {
        assert_eq!(again.record.front, reading.record.front, "{written}");
        assert_eq!(record::markdown(&again.record), written);
    }
    loses_nothing(&reading.record, &again.record);
    is_read_in_every_way(&reading.record);

    let replaced = record::replace_front(&text, &front).expect("it has a header");
    assert_eq!(record::read_front(&replaced), Ok(front), "{replaced}");
}

/// The note of a record that was removed says the same when it is written and read again.
fn note_law(text: &str) {
    if let Some(note) = Removed::read(text) {
        let written = note.markdown();
        let again = Removed::read(&written).expect("what we write, we read");
        assert_eq!((&again.id, again.is_done), (&note.id, note.is_done));
        assert_eq!(again.markdown(), written);
    }
}

/// What a person wrote in by hand may be taken for something else, but not for nothing.
fn loses_nothing(before: &Record, after: &Record) {
    let entries = |record: &Record| -> usize {
        let sections = record.sections.iter();
        sections.map(|section| section.entries.len()).sum()
    };
    assert!(entries(after) >= entries(before), "a note was lost");
    let steps = |record: &Record| record.front.next_steps.len();
    assert!(steps(after) >= steps(before), "a promise was lost");
    assert_eq!(after.front.no_copy_home, before.front.no_copy_home);
    assert_eq!(after.front.kept_apart, before.front.kept_apart);
}

fn is_read_in_every_way(record: &Record) {
    for detail in [Detail::Short, Detail::Standard, Detail::Everything] {
        let _ = record::markdown(&record::detail_cut(record, detail));
    }
    assert_eq!(
        record::person_copy(record, None).is_err(),
        record.front.no_copy_home,
        "a copy for a home that must not have one"
    );
}

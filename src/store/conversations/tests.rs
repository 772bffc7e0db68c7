//! Open conversations begun, opened, listed and taken away, on the real disk.

use std::time::Duration;

use super::*;
use crate::conversation::samples;
use crate::store::{Why, files::tests::assert_mode, tests::age};

fn id(tail: &str) -> ConversationId {
    ConversationId::read(&format!("2026-03-10-1420-listen-{tail}")).expect("an id")
}

fn begin(conversations: &Conversations, tail: &str) -> OpenConversation {
    let mut open = conversations
        .begin(&id(tail), &samples::typed(0, "a"))
        .expect("begun");
    open.write().expect("written");
    open
}

fn in_a_new_home() -> (tempfile::TempDir, Home, Conversations) {
    let temp = tempfile::tempdir().expect("a folder");
    let home = Home::at(temp.path().join("home"));
    let conversations = Conversations::of(&home);
    (temp, home, conversations)
}

fn journal(home: &Home, id: &ConversationId) -> std::path::PathBuf {
    home.conversation(id).join("journal.jsonl")
}

fn names(listed: &[Listed]) -> Vec<&str> {
    listed.iter().map(|listed| listed.id.as_str()).collect()
}

#[test]
fn a_fresh_home_is_not_written_to() {
    let (_temp, home, conversations) = in_a_new_home();
    assert_eq!(conversations.list().expect("listed"), []);
    assert!(matches!(
        conversations.load(&id("aaaa")),
        Err(StoreError::NotThere { .. })
    ));
    assert!(!home.root().exists());
}

#[test]
fn what_was_said_is_there_next_time() {
    let (_temp, home, conversations) = in_a_new_home();
    let mut open = begin(&conversations, "aaaa");
    open.append(&[samples::typed(1, "b")]).expect("written");
    drop(open);
    let (mut open, said) = conversations
        .open(&id("aaaa"), samples::moment(60))
        .expect("opened");
    assert_eq!(said.events.len(), 2);
    open.append(&[samples::typed(61, "c")]).expect("written");
    assert_eq!(conversations.load(&open.id).expect("read").events.len(), 3);
    for (path, mode) in [
        (home.root().to_owned(), 0o700),
        (home.conversation(&open.id), 0o700),
        (journal(&home, &open.id), 0o600),
        (home.conversation(&open.id).join("lock"), 0o600),
    ] {
        assert_mode(&path, mode);
    }
}

#[test]
fn one_window_writes_and_another_may_look() {
    let (_temp, _home, conversations) = in_a_new_home();
    let open = begin(&conversations, "aaaa");
    assert!(matches!(
        conversations.open(&open.id, samples::moment(60)),
        Err(StoreError::OpenElsewhere { .. })
    ));
    assert_eq!(conversations.load(&open.id).expect("read").events.len(), 1);
}

#[test]
fn a_taken_name_gets_a_number() {
    let (_temp, home, conversations) = in_a_new_home();
    let _open = begin(&conversations, "aaaa");
    let mut other = conversations
        .begin(&id("aaaa"), &samples::typed(0, "b"))
        .expect("begun");
    other.write().expect("written");
    assert_eq!(
        conversations.load(&id("aaaa")).expect("read").events,
        [samples::typed(0, "a")]
    );
    let numbered = id("aaaa").numbered(2);
    assert_eq!(
        conversations.load(&numbered).expect("read").events,
        [samples::typed(0, "b")]
    );
    other.append(&[samples::typed(1, "c")]).expect("written");
    assert_eq!(conversations.load(&numbered).expect("read").events.len(), 2);
    conversations.remove(other).expect("removed");
    assert!(!home.conversation(&numbered).exists());
}

#[test]
fn the_last_written_comes_first() {
    let (_temp, home, conversations) = in_a_new_home();
    for (tail, seconds) in [("aaaa", 30), ("bbbb", 10), ("cccc", 20)] {
        drop(begin(&conversations, tail));
        age(&journal(&home, &id(tail)), seconds);
    }
    let listed = conversations.list().expect("listed");
    assert_eq!(
        names(&listed),
        [
            id("bbbb").as_str(),
            id("cccc").as_str(),
            id("aaaa").as_str()
        ]
    );
}

#[test]
fn a_list_holds_conversations_only() {
    let (_temp, home, conversations) = in_a_new_home();
    drop(begin(&conversations, "aaaa"));
    for name in ["notes", ".alongside-1-2-0.tmp", id("bbbb").as_str()] {
        fs::create_dir(home.conversations().join(name)).expect("made");
    }
    fs::write(journal(&home, &id("bbbb")), "").expect("written");
    let listed = conversations.list().expect("listed");
    assert_eq!(names(&listed), [id("aaaa").as_str()]);
}

#[test]
fn a_removed_one_leaves_nothing() {
    let (_temp, home, conversations) = in_a_new_home();
    let open = begin(&conversations, "aaaa");
    conversations.remove(open).expect("removed");
    assert_eq!(conversations.list().expect("listed"), []);
    assert!(entries(&home.conversations()).expect("read").is_empty());
}

#[test]
fn what_was_asked_to_be_settled_brings_no_removed_one_back() {
    let (_temp, home, conversations) = in_a_new_home();
    let mut open = begin(&conversations, "aaaa");
    open.append(&[samples::typed(1, "b")]).expect("written");
    let handles = open.sync_handles();
    conversations.remove(open).expect("removed");
    let syncer = crate::store::Syncer::spawn().expect("started");
    handles.iter().for_each(|handle| syncer.now(handle));
    let troubles = syncer.finish(Duration::from_secs(20));
    assert!(troubles.is_empty(), "{troubles:?}");
    assert!(entries(&home.conversations()).expect("read").is_empty());
}

#[test]
fn a_crash_while_removing_leaves_no_half_conversation() {
    let (_temp, home, conversations) = in_a_new_home();
    drop(begin(&conversations, "aaaa"));
    let gone = home.conversations().join(format!("{GONE}{}", id("aaaa")));
    fs::rename(home.conversation(&id("aaaa")), &gone).expect("renamed");
    let not_ours = home.conversations().join(".gone-fishing");
    fs::create_dir(&not_ours).expect("made");
    assert_eq!(conversations.list().expect("listed"), []);
    assert!(!gone.exists());
    assert!(not_ours.exists());
}

#[cfg(unix)]
#[test]
fn links_are_refused() {
    use std::os::unix::fs::symlink;
    let (temp, home, conversations) = in_a_new_home();
    drop(begin(&conversations, "aaaa"));
    let outside = temp.path().join("outside");
    fs::rename(home.conversation(&id("aaaa")), &outside).expect("moved");
    symlink(&outside, home.conversation(&id("aaaa"))).expect("linked");
    fs::create_dir(home.conversation(&id("bbbb"))).expect("made");
    symlink(outside.join("journal.jsonl"), journal(&home, &id("bbbb"))).expect("linked");
    for tail in ["aaaa", "bbbb"] {
        let outcomes = [
            conversations.load(&id(tail)).map(drop),
            conversations.open(&id(tail), samples::moment(0)).map(drop),
        ];
        for outcome in outcomes {
            assert!(matches!(outcome, Err(StoreError::Link { .. })), "{tail}");
        }
    }
    assert_eq!(conversations.list().expect("listed"), []);
    symlink(
        &outside,
        home.conversations().join(format!("{GONE}{}", id("cccc"))),
    )
    .expect("linked");
    conversations.list().expect("listed");
    assert!(outside.join("journal.jsonl").exists());
}

#[test]
fn damage_is_said_and_stops_nothing() {
    let (_temp, home, conversations) = in_a_new_home();
    drop(begin(&conversations, "aaaa"));
    let path = journal(&home, &id("aaaa"));
    let good = fs::read(&path).expect("read");
    fs::write(&path, [&good[..], b"\xFF\n", &good, b"{\"v\""].concat()).expect("written");
    let said = conversations.load(&id("aaaa")).expect("read");
    assert_eq!(said.events.len(), 2);
    assert_eq!(said.set_aside[0].why, Why::NotText);
    assert!(said.torn);
}

#[test]
fn all_that_holds_its_name_can_be_settled() {
    let (_temp, _home, conversations) = in_a_new_home();
    let open = begin(&conversations, "aaaa");
    assert_eq!(open.sync_handles().len(), 3);
}

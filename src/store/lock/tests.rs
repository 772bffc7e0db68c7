//! Two windows and one conversation: on a drive with locks, and on one without.

use std::{
    env, fs,
    process::{Command, Stdio},
    sync::Barrier,
    time::{Duration, SystemTime},
};

mod drives;
mod window;

use self::{
    drives::{DRIVES, Drive, Meddling},
    window::{Manner, Window},
};
use super::{
    claim::clear_if_stale,
    holder::{Life, token},
    *,
};
use crate::{
    conversation::samples::moment,
    store::{disk::faulty::FaultyDisk, tests::age},
};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<_> = entries
        .map(|entry| entry.expect("an entry").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Writes a claim, or an asking, as another window would have so many seconds ago.
fn left(folder: &Path, name: &str, says: &[u8], seconds_ago: u64) {
    let path = folder.join(name);
    fs::write(&path, says).expect("written");
    age(&path, seconds_ago);
}

/// This window, but for one line.
fn with(name: &str, value: &str) -> Vec<u8> {
    let me = Holder::this(moment(0)).to_bytes();
    let text = String::from_utf8(me).expect("is text");
    assert!(text.contains(&format!("{name} ")), "{text}");
    let line = |line: &str| match line.split_once(' ') {
        Some((said, _)) if said == name => format!("{name} {value}\n"),
        _ => format!("{line}\n"),
    };
    text.lines().map(line).collect::<String>().into_bytes()
}

/// On a computer that is not this one.
fn far_away() -> Vec<u8> {
    let text = String::from_utf8(with("computer", "desk-12")).expect("is text");
    let here = text.lines().filter(|line| !line.starts_with("boot "));
    let mut text: String = here.map(|line| format!("{line}\n")).collect();
    text.push_str("boot somewhere-else\n");
    text.into_bytes()
}

fn takes(folder: &Path, drive: Drive) -> Result<Lock> {
    Lock::take(&drive.disk(), folder, moment(60))
}

#[track_caller]
fn assert_open_elsewhere(taken: Result<Lock>, since: Option<Moment>, far: bool) {
    match taken {
        Err(StoreError::OpenElsewhere {
            since: said,
            on_another_computer,
        }) => {
            // Windows lets nobody read a locked file.
            if cfg!(unix) {
                assert_eq!((said, on_another_computer), (since, far));
            }
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_second_window_is_told_since_when() {
    for drive in DRIVES {
        let temp = folder();
        let _held = Lock::take(&drive.disk(), temp.path(), moment(0)).expect("free");
        assert_open_elsewhere(takes(temp.path(), drive), Some(moment(0)), false);
    }
}

#[test]
fn a_lock_goes_with_its_holder() {
    for drive in DRIVES {
        let temp = folder();
        let held = takes(temp.path(), drive).expect("free");
        assert_eq!(held.refresh().expect("can be written"), Held::Still);
        drop(held);
        drop(takes(temp.path(), drive).expect("free again"));
        assert_eq!(names(temp.path()), ["lock"]);
    }
}

#[test]
fn another_process_is_kept_out_and_let_in_when_it_may() {
    for drive in DRIVES {
        let temp = folder();
        let ours = takes(temp.path(), drive).expect("free");
        let mut other = Window::opens(temp.path(), drive, Manner::Deaf);
        other.says(
            "This conversation is open in another window (since 14:21). Nothing has changed. Go on there, or start another here.",
        );
        drop(ours);
        let mut other = Window::opens(temp.path(), drive, Manner::Deaf);
        other.says("mine");
        assert_open_elsewhere(takes(temp.path(), drive), Some(moment(0)), false);
    }
}

#[test]
fn a_killed_window_holds_nothing() {
    for drive in DRIVES {
        let temp = folder();
        let mut other = Window::opens(temp.path(), drive, Manner::Deaf);
        other.says("mine");
        other.kill();
        let taken = takes(temp.path(), drive).expect("free");
        assert_eq!(taken.refresh().expect("can be written"), Held::Still);
    }
}

#[test]
fn a_conversation_moves_here_when_the_other_window_lets_go() {
    for drive in DRIVES {
        let temp = folder();
        let mut other = Window::opens(temp.path(), drive, Manner::Polite);
        other.says("mine");
        let moved = ask_to_move(
            &drive.disk(),
            temp.path(),
            moment(60),
            Duration::from_secs(20),
        );
        let moved = moved.expect("let go");
        other.says("let go");
        assert!(!moved.is_wanted_elsewhere());
        assert!(!temp.path().join("move").exists());
    }
}

#[test]
fn a_window_that_hangs_keeps_what_it_has() {
    for drive in DRIVES {
        let temp = folder();
        let mut other = Window::opens(temp.path(), drive, Manner::Deaf);
        other.says("mine");
        let before = names(temp.path());
        let asked = ask_to_move(
            &drive.disk(),
            temp.path(),
            moment(60),
            Duration::from_millis(300),
        );
        assert!(
            matches!(
                asked,
                Err(StoreError::NotLetGo {
                    on_another_computer: false,
                    ..
                })
            ),
            "{asked:?}"
        );
        assert_eq!(names(temp.path()), before);
    }
}

#[test]
fn nothing_is_asked_when_nobody_has_it() {
    for drive in DRIVES {
        let temp = folder();
        let moved = ask_to_move(&drive.disk(), temp.path(), moment(0), Duration::ZERO);
        moved.expect("was free");
        assert_eq!(names(temp.path()), ["lock"]);
    }
}

#[test]
fn an_asking_left_behind_does_not_count_and_goes() {
    let ended = with("process", &gone().to_string());
    for (says, seconds_ago) in [
        (ended, 0),
        (far_away(), 31),
        (b"\xFF\n".to_vec(), 31),
        (vec![], 31),
    ] {
        let temp = folder();
        let held = takes(temp.path(), Drive::WithLocks).expect("free");
        left(temp.path(), "move", &says, seconds_ago);
        assert!(!held.is_wanted_elsewhere(), "{says:?}");
        assert_eq!(names(temp.path()), ["lock"], "{says:?}");
    }
}

#[test]
fn only_a_window_that_is_there_can_ask() {
    let temp = folder();
    let held = takes(temp.path(), Drive::WithLocks).expect("free");
    left(temp.path(), "move", &far_away(), 0);
    assert!(held.is_wanted_elsewhere());
    let ours = Holder::this(moment(0)).to_bytes();
    for says in [&ours[..], b"", b"move\n", b"\xFF\xFE", &[b'a'; 9000]] {
        left(temp.path(), "move", says, 0);
        assert!(!held.is_wanted_elsewhere(), "{says:?}");
    }
    fs::remove_file(temp.path().join("move")).expect("removed");
    fs::create_dir(temp.path().join("move")).expect("made");
    assert!(!held.is_wanted_elsewhere());
}

/// The number of a process that has ended.
fn gone() -> u32 {
    let mut process = Command::new(env::current_exe().expect("this program"))
        .arg("--list")
        .stdout(Stdio::null())
        .spawn()
        .expect("started");
    process.wait().expect("ended");
    process.id()
}

#[cfg(target_os = "linux")]
#[test]
fn a_claim_of_a_process_that_has_ended_is_taken_over_at_once() {
    for says in [
        with("process", &gone().to_string()),
        // The number is used again, by this very test.
        with("started", "1"),
    ] {
        assert_eq!(
            Holder::read(&says).map(|holder| holder.life()),
            Some(Life::Gone)
        );
        let temp = folder();
        left(temp.path(), "claim", &says, 0);
        let taken = takes(temp.path(), Drive::Without).expect("taken over");
        assert_eq!(taken.refresh().expect("can be written"), Held::Still);
        assert_eq!(names(temp.path()), ["claim", "lock"]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_claim_of_a_running_process_stands_however_long_it_is_silent() {
    let temp = folder();
    left(
        temp.path(),
        "claim",
        &Holder::this(moment(0)).to_bytes(),
        9000,
    );
    assert_open_elsewhere(takes(temp.path(), Drive::Without), Some(moment(0)), false);
}

#[test]
fn looking_whether_it_is_held_keeps_nobody_out_and_writes_nothing() {
    for drive in DRIVES {
        let temp = folder();
        assert!(!is_held(temp.path()));
        let held = takes(temp.path(), drive).expect("free");
        assert!(is_held(temp.path()));
        drop(held);
        assert!(!is_held(temp.path()));
        left(temp.path(), "claim", &far_away(), 0);
        assert!(is_held(temp.path()));
        left(temp.path(), "claim", &far_away(), 61);
        assert!(!is_held(temp.path()));
        assert_eq!(names(temp.path()), ["claim", "lock"]);
        takes(temp.path(), drive).expect("free");
    }
}

#[test]
fn a_claim_from_another_computer_stands_while_it_is_fresh() {
    for drive in DRIVES {
        let temp = folder();
        left(temp.path(), "claim", &far_away(), 20);
        assert_open_elsewhere(takes(temp.path(), drive), Some(moment(0)), true);
        left(temp.path(), "claim", &far_away(), 61);
        drop(takes(temp.path(), drive).expect("taken over"));
        assert_eq!(names(temp.path()), ["lock"]);
    }
}

#[test]
fn a_clock_put_back_locks_nobody_out_for_hours() {
    let temp = folder();
    left(temp.path(), "claim", &far_away(), 0);
    let path = temp.path().join("claim");
    let file = fs::File::options()
        .append(true)
        .open(&path)
        .expect("opened");
    file.set_modified(SystemTime::now() + Duration::from_secs(7200))
        .expect("set");
    takes(temp.path(), Drive::Without).expect("taken over");
}

#[test]
fn whatever_the_files_say_a_window_gets_in_within_the_minute() {
    let long = [b"process 1\ncomputer ".to_vec(), vec![b'a'; 9000]].concat();
    let other = Holder::this(moment(0));
    for says in [
        b"".to_vec(),
        b"since \xFF\n".to_vec(),
        b"process 0\ncomputer x\ntoken x\n".to_vec(),
        b"process 99999999999999\nsince never\ncomputer \ntoken \n".to_vec(),
        long,
        other.to_bytes().repeat(200),
    ] {
        let temp = folder();
        left(temp.path(), "lock", &says, 0);
        drop(takes(temp.path(), Drive::WithLocks).expect("only the lock counts"));
        if Holder::read(&says).is_some_and(|holder| holder.life() == Life::Running) {
            continue;
        }
        left(temp.path(), "claim", &says, 61);
        left(temp.path(), "move", &says, 61);
        let held = takes(temp.path(), Drive::Without).expect("taken over");
        assert!(!held.is_wanted_elsewhere());
        assert_eq!(held.refresh().expect("can be written"), Held::Still);
    }
}

#[cfg(unix)]
#[test]
fn links_are_refused() {
    for name in ["lock", "claim"] {
        let temp = folder();
        std::os::unix::fs::symlink("elsewhere", temp.path().join(name)).expect("linked");
        for drive in DRIVES {
            let taken = takes(temp.path(), drive);
            assert!(matches!(taken, Err(StoreError::Link { .. })), "{taken:?}");
        }
        assert!(!temp.path().join("elsewhere").exists());
    }
}

#[test]
fn a_window_whose_claim_was_taken_hears_of_it() {
    let temp = folder();
    let path = temp.path().join("claim");
    let asleep = takes(temp.path(), Drive::Without).expect("free");
    assert!(!asleep.is_lost());
    // Another computer, after a minute of silence.
    fs::rename(&path, temp.path().join("claim.old")).expect("renamed");
    left(temp.path(), "claim", &far_away(), 0);
    assert_eq!(asleep.refresh().expect("can be written"), Held::Lost);
    assert!(asleep.is_lost());
    drop(asleep);
    assert!(path.exists(), "the other's claim stays");
}

#[test]
fn a_drive_that_is_off_has_lost_nothing() {
    let temp = folder();
    let (there, off) = (temp.path().join("there"), temp.path().join("off"));
    fs::create_dir(&there).expect("made");
    let held = takes(&there, Drive::Without).expect("free");
    fs::rename(&there, &off).expect("moved");
    held.refresh().expect_err("nothing is known");
    assert!(!held.is_lost());
    fs::rename(&off, &there).expect("moved back");
    assert_eq!(held.refresh().expect("is back"), Held::Still);
}

#[test]
fn a_claim_renewed_while_it_was_judged_stale_stays() {
    let with_and_without = [FaultyDisk::new(), FaultyDisk::new().without_links()];
    for disk in with_and_without {
        let temp = folder();
        let (path, says) = (temp.path().join("claim"), far_away());
        left(temp.path(), "claim", &says, 61);
        let disk: Arc<dyn Disk> = Arc::new(Meddling(disk));
        let cleared = clear_if_stale(&disk, &path);
        assert!(matches!(cleared, Err(StoreError::OpenElsewhere { .. })));
        let found = fs::read(&path).expect("is back");
        assert_eq!(found, [&says[..], b"\n"].concat());
        assert_eq!(names(temp.path()), ["claim"]);
    }
}

#[test]
fn of_windows_that_take_over_at_once_one_does() {
    for round in 0..20 {
        let temp = folder();
        left(temp.path(), "claim", &far_away(), 61);
        let start = Barrier::new(8);
        let taken: Vec<Result<Lock>> = std::thread::scope(|scope| {
            let windows: Vec<_> = (0..8)
                .map(|_| {
                    scope.spawn(|| {
                        start.wait();
                        takes(temp.path(), Drive::Without)
                    })
                })
                .collect();
            let ended = windows.into_iter().map(|window| window.join());
            ended.map(|taken| taken.expect("no panic")).collect()
        });
        let ours: Vec<_> = taken.iter().flatten().collect();
        assert_eq!(ours.len(), 1, "round {round}: {taken:?}");
        assert_eq!(ours[0].refresh().expect("can be written"), Held::Still);
        for refused in taken.iter().filter_map(|taken| taken.as_ref().err()) {
            assert!(
                matches!(refused, StoreError::OpenElsewhere { .. }),
                "{refused:?}"
            );
        }
    }
}

#[test]
fn what_a_holder_writes_is_read_back() {
    let holder = Holder::this(moment(0));
    assert_eq!(Holder::read(&holder.to_bytes()), Some(holder.clone()));
    assert_ne!(Holder::this(moment(0)), holder, "no two are the same");
    assert_ne!(token(), token());
}

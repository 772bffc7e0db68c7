//! Which program copies where, and that one which hangs or says no is no trouble.

use std::{fs, os::unix::fs::PermissionsExt};

use super::*;

/// A folder with programs of these names, each a line of shell.
fn programs(named: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, script) in named {
        let path = folder.path().join(name);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("may run");
    }
    folder
}

fn seat(folder: &tempfile::TempDir) -> Seat {
    Seat {
        path: Some(folder.path().into()),
        ..Seat::default()
    }
}

fn name(seat: &Seat) -> Option<String> {
    let found = Clipboard::at(seat)?;
    Some(found.program.file_name()?.to_string_lossy().into_owned())
}

#[cfg(target_os = "linux")]
#[test]
fn the_program_is_the_one_of_the_screen_somebody_sits_at() {
    let folder = programs(&[
        ("wl-copy", ""),
        ("xclip", ""),
        ("xsel", ""),
        ("clip.exe", ""),
    ]);
    let plain = seat(&folder);
    let wayland = Seat {
        wayland: Some("wayland-0".into()),
        ..plain.clone()
    };
    let x = |display: &str| Seat {
        x: Some(display.into()),
        ..plain.clone()
    };
    let wsl = Seat {
        is_wsl: true,
        ..plain.clone()
    };
    assert_eq!(
        name(&plain),
        None,
        "no screen of its own: the terminal is asked"
    );
    assert_eq!(name(&wayland).as_deref(), Some("wl-copy"));
    assert_eq!(name(&x(":0")).as_deref(), Some("xclip"));
    assert_eq!(
        name(&x("far.example:0")),
        None,
        "nothing goes to another computer"
    );
    assert_eq!(name(&wsl).as_deref(), Some("clip.exe"));
    let away = Seat {
        is_remote: true,
        ..wayland
    };
    assert_eq!(
        name(&away),
        None,
        "over SSH it would be the wrong clipboard"
    );
    let only_xsel = programs(&[("xsel", "")]);
    let x = Seat {
        x: Some(":0".into()),
        ..seat(&only_xsel)
    };
    assert_eq!(name(&x).as_deref(), Some("xsel"));
}

#[test]
fn a_file_that_cannot_run_or_is_found_from_where_one_stands_is_no_program() {
    let folder = programs(&[("xclip", "")]);
    let path = folder.path().join("xclip");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).expect("may not run");
    assert_eq!(on_path(folder.path().as_os_str(), "xclip"), None);
    assert_eq!(on_path("relative:.".as_ref(), "xclip"), None);
}

fn clipboard(folder: &tempfile::TempDir, name: &str) -> Clipboard {
    Clipboard {
        program: folder.path().join(name),
        arguments: &[],
        takes: Takes::Utf8,
    }
}

#[test]
fn the_words_arrive_on_standard_input_and_nowhere_else() {
    let folder = programs(&[(
        "copy",
        "cat > \"$(dirname \"$0\")/got\"; echo \"$#\" > \"$(dirname \"$0\")/args\"",
    )]);
    let words = "Tŷ Gŵyr\n".repeat(20_000);
    clipboard(&folder, "copy").put(&words).expect("copied");
    assert_eq!(
        fs::read_to_string(folder.path().join("got")).expect("text"),
        words
    );
    assert_eq!(
        fs::read_to_string(folder.path().join("args")).expect("text"),
        "0\n"
    );
}

#[test]
fn a_program_that_says_no_or_hangs_without_reading_is_given_up() {
    let folder = programs(&[("no", "exit 1"), ("hangs", "exec sleep 60")]);
    let words = "word ".repeat(100_000);
    assert!(clipboard(&folder, "no").put("words").is_err());
    let hung = clipboard(&folder, "hangs")
        .put(&words)
        .expect_err("given up");
    assert_eq!(hung.kind(), io::ErrorKind::TimedOut);
    assert!(clipboard(&folder, "gone").put("words").is_err());
}

#[test]
fn windows_reads_its_own_kind_of_text() {
    let folder = programs(&[]);
    let windows = Clipboard {
        takes: Takes::Utf16,
        ..clipboard(&folder, "clip.exe")
    };
    assert_eq!(
        windows.bytes("ŵ\n"),
        [0xFF, 0xFE, 0x75, 0x01, 0x0D, 0, 0x0A, 0]
    );
}

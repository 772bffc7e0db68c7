//! Sealing as it is turned on, locked, unlocked and found damaged.

use tempfile::TempDir;

use super::{super::seal::Recipient, *};

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

/// A folder with sealing turned on, and its key. The passphrase is "correct horse".
fn sealed_home() -> (TempDir, seal::Key) {
    let temp = tempfile::tempdir().expect("a folder");
    let key = seal::Key::generate();
    let file = key.to_file_with(&passphrase("correct horse"), 2);
    fs::write(temp.path().join("identity.age"), file.expect("sealed")).expect("written");
    write_recipients(temp.path(), &[&key]);
    (temp, key)
}

fn write_recipients(folder: &Path, keys: &[&seal::Key]) {
    let recipients: Vec<Recipient> = keys
        .iter()
        .map(|key| Recipient {
            label: "Somebody".to_owned(),
            key: key.public(),
        })
        .collect();
    let text = seal::write_recipients(&recipients);
    fs::write(folder.join("recipients.txt"), text).expect("written");
}

#[test]
fn without_a_recipients_file_it_is_off() {
    let temp = tempfile::tempdir().expect("a folder");
    let vault = Vault::load(&temp.path().join("seal")).expect("loaded");
    assert!(!vault.is_on() && vault.is_unlocked());
    assert!(vault.seal(b"words").is_err(), "nothing plain comes back");
}

#[test]
fn writing_needs_no_passphrase_and_reading_needs_one() {
    let (temp, _) = sealed_home();
    let vault = Vault::load(temp.path()).expect("loaded");
    assert!(vault.is_on() && !vault.is_unlocked());
    let sealed = vault.seal(b"words").expect("sealed");
    let path = Path::new("records/a.md.age");
    let open = |vault: &Vault| vault.open(path, &sealed);
    assert!(matches!(open(&vault), Err(StoreError::Sealed { .. })));

    let copy = vault.clone();
    copy.unlock(passphrase("correct horse")).expect("unlocked");
    assert!(vault.is_unlocked());
    assert_eq!(open(&vault).expect("opened"), b"words");

    vault.lock();
    assert!(matches!(open(&copy), Err(StoreError::Sealed { .. })));
    assert!(copy.seal(b"more words").is_ok(), "typing goes on");
}

#[test]
fn what_was_changed_is_said_to_be_damaged() {
    let (temp, _) = sealed_home();
    let vault = Vault::load(temp.path()).expect("loaded");
    vault.unlock(passphrase("correct horse")).expect("unlocked");
    let mut sealed = vault.seal(b"words").expect("sealed");
    *sealed.last_mut().expect("is not empty") ^= 1;
    let opened = vault.open(Path::new("a.md.age"), &sealed);
    assert!(matches!(opened, Err(StoreError::Damaged { .. })));
}

#[test]
fn a_wrong_passphrase_and_a_damaged_file_read_the_same() {
    let (temp, _) = sealed_home();
    let vault = Vault::load(temp.path()).expect("loaded");
    let said = |text| {
        let outcome = vault.unlock(passphrase(text));
        outcome.expect_err("stays locked").to_string()
    };
    let wrong = said("correct hors");
    assert!(wrong.starts_with("That passphrase did not open it."));
    let file = temp.path().join("identity.age");
    let whole = fs::read(&file).expect("is there");
    for at in (0..whole.len()).step_by(7) {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        fs::write(&file, damaged).expect("written");
        assert_eq!(said("correct horse"), wrong, "byte {at}");
    }
    fs::write(&file, b"").expect("written");
    assert_eq!(said("correct horse"), wrong);
    assert!(!vault.is_unlocked());
}

#[test]
fn a_recipients_file_that_cannot_be_read_never_means_off() {
    let (temp, _) = sealed_home();
    let vault = Vault::load(temp.path()).expect("loaded");
    let file = temp.path().join("recipients.txt");
    for text in [&b""[..], b"age1", b"\xff\xfe", &[b'#'; 70_000]] {
        fs::write(&file, text).expect("written");
        assert!(Vault::load(temp.path()).is_err());
        assert!(vault.refresh().is_err());
        assert!(vault.is_on(), "the last good list is still sealed to");
    }
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let (temp, _) = sealed_home();
    let vault = Vault::load(temp.path()).expect("loaded");
    for name in ["identity.age", "recipients.txt"] {
        let path = temp.path().join(name);
        fs::rename(&path, temp.path().join("elsewhere")).expect("moved");
        std::os::unix::fs::symlink("elsewhere", path).expect("linked");
    }
    assert!(matches!(vault.refresh(), Err(StoreError::Link { .. })));
    let unlocked = vault.unlock(passphrase("correct horse"));
    assert!(matches!(unlocked, Err(StoreError::Link { .. })));
}

#[test]
fn another_window_turns_it_on_adds_a_recipient_and_turns_it_off() {
    let (temp, key) = sealed_home();
    let file = temp.path().join("recipients.txt");
    fs::remove_file(&file).expect("removed");
    let vault = Vault::load(temp.path()).expect("loaded");
    assert!(!vault.is_on());

    write_recipients(temp.path(), &[&key]);
    vault.refresh().expect("refreshed");
    assert!(vault.is_on());

    let team = seal::Key::generate();
    write_recipients(temp.path(), &[&key, &team]);
    vault.refresh().expect("refreshed");
    let sealed = vault.seal(b"words").expect("sealed");
    assert!(team.open(&sealed).is_some());

    fs::remove_file(&file).expect("removed");
    vault.refresh().expect("refreshed");
    assert!(!vault.is_on());
}

#[test]
fn a_drive_that_goes_away_does_not_turn_sealing_off() {
    let (temp, _) = sealed_home();
    let vault = Vault::load(temp.path()).expect("loaded");
    temp.close().expect("gone");
    vault.refresh().expect("refreshed");
    assert!(vault.is_on());
}

#[test]
fn a_key_that_is_not_in_the_list_is_not_taken_for_yours() {
    let (temp, _) = sealed_home();
    write_recipients(temp.path(), &[&seal::Key::generate()]);
    let vault = Vault::load(temp.path()).expect("loaded");
    let unlocked = vault.unlock(passphrase("correct horse"));
    assert!(matches!(unlocked, Err(StoreError::Damaged { .. })));
    assert!(!vault.is_unlocked());
}

#[test]
fn printing_a_vault_shows_no_key() {
    let (temp, _) = sealed_home();
    let vault = Vault::load(temp.path()).expect("loaded");
    vault.unlock(passphrase("correct horse")).expect("unlocked");
    assert_eq!(
        format!("{vault:?}"),
        "Vault { on: true, unlocked: true, .. }"
    );
}

#[test]
fn a_vault_goes_to_any_thread() {
    fn goes<T: Send + Sync>() {}
    goes::<Vault>();
    goes::<Passphrase>();
}

//! Sealed files are ordinary age files. The age library here stands for any tool that knows the format: nothing of ours
//! is between it and the bytes.

#![cfg(feature = "seal")]

use std::{fs, iter, path::Path};

use age::{secrecy::SecretString, x25519};
use alongside::{
    desk::Passphrase,
    store::{StoreError, Vault},
};

const PASSPHRASE: &str = "correct horse battery";

/// A seal folder made with the age library alone: an identity file with little work to it, and a recipients file.
fn folder_made_elsewhere(folder: &Path) -> (x25519::Identity, x25519::Identity) {
    use age::secrecy::ExposeSecret;
    let (worker, team) = (x25519::Identity::generate(), x25519::Identity::generate());
    let mut lock = age::scrypt::Recipient::new(SecretString::from(PASSPHRASE));
    lock.set_work_factor(2);
    let text = format!(
        "# created: 2026-03-10T14:20:00Z\n# public key: {}\n{}\n",
        worker.to_public(),
        worker.to_string().expose_secret()
    );
    let file = age::encrypt(&lock, text.as_bytes()).expect("encrypted");
    fs::write(folder.join("identity.age"), file).expect("written");
    let list = format!(
        "# Your own key\n{}\n# Team recovery\n{}\n",
        worker.to_public(),
        team.to_public()
    );
    fs::write(folder.join("recipients.txt"), list).expect("written");
    (worker, team)
}

#[test]
fn the_age_tool_opens_what_we_sealed() {
    let temp = tempfile::tempdir().expect("a folder");
    let (worker, team) = folder_made_elsewhere(temp.path());
    let vault = Vault::load(temp.path()).expect("loaded");
    for words in ["", "Frightened of the front step.", &"long ".repeat(40_000)] {
        let sealed = vault.seal(words.as_bytes()).expect("sealed");
        for key in [&worker, &team] {
            let opened = age::decrypt(key, &sealed).expect("opens");
            assert_eq!(opened, words.as_bytes());
        }
    }
}

#[test]
fn we_open_what_the_age_tool_sealed() {
    let temp = tempfile::tempdir().expect("a folder");
    let (worker, team) = folder_made_elsewhere(temp.path());
    let vault = Vault::load(temp.path()).expect("loaded");
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    vault.unlock(passphrase).expect("unlocked");
    let recipients = [team.to_public(), worker.to_public()];
    let sealed = seal_elsewhere(recipients.iter().map(|one| one as _), b"words");
    let opened = vault.open(Path::new("a.md.age"), &sealed);
    assert_eq!(opened.expect("opens"), b"words");
    let others = x25519::Identity::generate().to_public();
    let sealed = seal_elsewhere(iter::once(&others as _), b"words");
    let opened = vault.open(Path::new("a.md.age"), &sealed);
    assert!(matches!(opened, Err(StoreError::Damaged { .. })));
}

fn seal_elsewhere<'a>(
    recipients: impl Iterator<Item = &'a dyn age::Recipient>,
    plain: &[u8],
) -> Vec<u8> {
    use std::io::Write;
    let encryptor = age::Encryptor::with_recipients(recipients).expect("recipients");
    let mut sealed = encryptor.wrap_output(vec![]).expect("wrapped");
    sealed.write_all(plain).expect("written");
    sealed.finish().expect("finished")
}

#[test]
fn one_file_alone_knows_the_format() {
    let store = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let naming: Vec<String> = files_below(&store)
        .into_iter()
        .filter(|path| {
            let text = fs::read_to_string(path).expect("is text");
            text.contains("use age::") || text.contains(" age::")
        })
        .map(|path| {
            path.strip_prefix(&store)
                .expect("below")
                .display()
                .to_string()
        })
        .collect();
    assert_eq!(naming, ["store/seal.rs"]);
}

fn files_below(folder: &Path) -> Vec<std::path::PathBuf> {
    fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .flat_map(|path| {
            if path.is_dir() {
                files_below(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

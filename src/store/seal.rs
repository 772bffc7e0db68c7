//! Sealed bytes and the keys to them: the only file that knows the age format.
//!
//! A sealed file has a header, in which the file's own key is wrapped for everybody who may read it, and a body. Making
//! the header costs some hundred times what a line of text costs, and does not depend on the text; so a few headers
//! are kept ready ([`Envelopes`]), and sealing a line on the typing thread is only its body.
//!
//! Every key is an X25519 key. Nothing here touches the disk.

use std::{
    fmt,
    io::{self, Read, Write},
    iter, mem,
    path::Path,
    str::FromStr,
    sync::{
        Mutex, OnceLock, PoisonError,
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread,
    time::Duration,
};

use age::{
    DecryptError, Decryptor, Encryptor, scrypt,
    secrecy::{ExposeSecret, SecretString},
    stream::StreamWriter,
    x25519,
};
use zeroize::Zeroizing;

use super::error::StoreError;
use crate::desk::Passphrase;

#[cfg(test)]
mod tests;

/// How many headers are kept ready: a quick typist's keys while the thread that makes them waits for its turn.
const READY: usize = 16;

/// A key took one, and its frame is being drawn: the next is made when that is done. Two hundred a second are still more
/// than anybody types.
const AFTER_THE_FRAME: Duration = Duration::from_millis(4);

/// The longest header that is read, in bytes. One for [`MOST_RECIPIENTS`] is half of this, and reading one takes time
/// in the square of its length.
pub(super) const LONGEST_HEADER: usize = 16 << 10;

/// The most keys one file may be sealed to.
const MOST_RECIPIENTS: usize = 64;

/// How much work guessing one passphrase is, as the power of two the age tool itself uses: about a second and 256 MiB.
const WORK: u8 = 18;

/// The most work a file may ask for. Beyond this it asks for more memory than a computer has.
const MOST_WORK: u8 = 22;

/// The key that opens what was sealed. It is wiped from memory when dropped.
pub(super) struct Key(x25519::Identity);

impl Key {
    /// A new one, like no other.
    pub(super) fn generate() -> Self {
        Self(x25519::Identity::generate())
    }

    /// The half of it that anybody may know.
    pub(super) fn public(&self) -> PublicKey {
        PublicKey(self.0.to_public())
    }

    /// A standard identity file, sealed with the passphrase. Takes about a second, on purpose.
    pub(super) fn to_file(&self, passphrase: &Passphrase) -> io::Result<Vec<u8>> {
        self.to_file_with(passphrase, WORK)
    }

    pub(super) fn to_file_with(&self, passphrase: &Passphrase, work: u8) -> io::Result<Vec<u8>> {
        let mut lock = scrypt::Recipient::new(secret(passphrase));
        lock.set_work_factor(work);
        let text = Zeroizing::new(format!(
            "# public key: {}\n{}\n",
            self.public(),
            self.0.to_string().expose_secret()
        ));
        let envelope = envelope_for([&lock as &dyn age::Recipient])?;
        fill(envelope, text.as_bytes())
    }

    /// The key in such a file. Nothing says whether it was the passphrase or the file that would not do.
    pub(super) fn from_file(sealed: &[u8], passphrase: &Passphrase) -> Option<Self> {
        let mut lock = scrypt::Identity::new(secret(passphrase));
        lock.set_max_work_factor(MOST_WORK);
        let text = Zeroizing::new(open_with(sealed, &lock).ok()?);
        let text = str::from_utf8(&text).ok()?;
        let mut keys = text
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        let key = keys.next()?.parse().ok()?;
        keys.next().is_none().then_some(Self(key))
    }

    /// Whether what is sealed with these opens with this key.
    pub(super) fn is_for(&self, envelopes: &Envelopes) -> bool {
        let public = self.public();
        envelopes.recipients.iter().any(|one| one.key == public)
    }

    /// What was sealed, or `None` when it was sealed for others or has been changed. Never longer than the sealed form.
    pub(super) fn open(&self, sealed: &[u8]) -> Option<Vec<u8>> {
        open_with(sealed, &self.0).ok()
    }
}

fn secret(passphrase: &Passphrase) -> SecretString {
    SecretString::from(passphrase.expose().to_owned())
}

/// The key of somebody who may read: `age1` and 58 letters. Anybody may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey(x25519::Recipient);

impl FromStr for PublicKey {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let key = Self(text.parse().map_err(|_| NotAKey)?);
        if key.keeps_a_secret() {
            Ok(key)
        } else {
            Err(NotAKey)
        }
    }
}

impl PublicKey {
    /// Whether sealing to it keeps anybody out. A few numbers look like keys, and with them every secret comes to
    /// nothing. The library will not seal to those and says so by stopping the program; so it is asked here the
    /// gentle way, by having it read a header that such a key might have made.
    fn keeps_a_secret(&self) -> bool {
        let text = self.0.to_string();
        let blank = "A".repeat(43);
        let header = format!(
            "age-encryption.org/v1\n-> X25519 {}\n{blank}\n--- {blank}\n{}",
            in_base64(&text),
            "nonce, 16 bytes."
        );
        let answer = open_with(header.as_bytes(), &x25519::Identity::generate());
        matches!(answer, Err(DecryptError::NoMatchingKeys))
    }
}

/// The bytes of a key, written the way a header has them. The letters of both hold a key's bits from the left, five
/// and six to a letter.
fn in_base64(key: &str) -> String {
    const FIVE: &[u8] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    const SIX: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<bool> = key
        .bytes()
        .skip("age1".len())
        .filter_map(|letter| FIVE.iter().position(|known| *known == letter))
        .flat_map(|five| (0..5).rev().map(move |bit| five >> bit & 1 == 1))
        .take(256)
        .collect();
    bits.chunks(6)
        .map(|six| {
            (0..6).fold(0, |n, bit| {
                n << 1 | usize::from(six.get(bit) == Some(&true))
            })
        })
        .map(|six| char::from(SIX[six]))
        .collect()
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// It is not the public half of an X25519 key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAKey;

/// Somebody who may read what is sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Who it is, as the comment above the key says. May be empty.
    pub label: String,
    /// Their key.
    pub key: PublicKey,
}

/// Reads a recipients file: a key a line, and comments that begin with `#`. A comment belongs to the key under it.
///
/// # Errors
///
/// What is the matter with it, to follow a colon.
pub(super) fn read_recipients(text: &str) -> Result<Vec<Recipient>, String> {
    let (mut found, mut label) = (vec![], "");
    for (number, line) in text.lines().map(str::trim).enumerate() {
        if let Some(comment) = line.strip_prefix('#') {
            label = comment.trim();
        } else if !line.is_empty() {
            let key = line
                .parse()
                .map_err(|NotAKey| format!("line {} is not a public key", number + 1))?;
            let label = mem::take(&mut label).to_owned();
            found.push(Recipient { label, key });
        }
    }
    match found.len() {
        0 => Err("no public key is in it".to_owned()),
        1..=MOST_RECIPIENTS => Ok(found),
        _ => Err(format!("over {MOST_RECIPIENTS} public keys are in it")),
    }
}

/// Writes what [`read_recipients`] reads, and what other age tools read.
pub(super) fn write_recipients(recipients: &[Recipient]) -> String {
    recipients
        .iter()
        .map(|Recipient { label, key }| {
            let words: Vec<&str> = label.split_whitespace().collect();
            format!("# {}\n{key}\n", words.join(" "))
        })
        .collect()
}

/// To how many keys a file is sealed, by what its header says; `None` when that is no header.
pub(super) fn readers_of(start: &[u8]) -> Option<usize> {
    let start = &start[..header_length(start)?];
    let lines = start.split(|byte| *byte == b'\n');
    Some(lines.filter(|line| line.starts_with(b"-> X25519 ")).count())
}

/// Where the last line of a header begins. A header that does not end in good time is none.
fn header_length(sealed: &[u8]) -> Option<usize> {
    let start = &sealed[..sealed.len().min(LONGEST_HEADER)];
    start.windows(5).position(|five| five == b"\n--- ")
}

/// Seals to a list of recipients, with a few headers kept ready.
pub(super) struct Envelopes {
    recipients: Vec<Recipient>,
    /// Begun with the first seal: looking at a home makes no thread.
    ready: OnceLock<Mutex<Receiver<Envelope>>>,
}

/// A file with its header and no body yet.
type Envelope = StreamWriter<Vec<u8>>;

impl Envelopes {
    /// For those named in a recipients file.
    ///
    /// # Errors
    ///
    /// [`StoreError::Damaged`] when it is not such a file.
    pub(super) fn for_file(path: &Path, text: &[u8]) -> Result<Self, StoreError> {
        let damaged = |why| StoreError::Damaged {
            path: path.to_owned(),
            why,
        };
        let text = str::from_utf8(text).map_err(|_| damaged("it is not text".to_owned()))?;
        Ok(Self {
            recipients: read_recipients(text).map_err(damaged)?,
            ready: OnceLock::new(),
        })
    }

    /// Who may read what is sealed.
    pub(super) fn recipients(&self) -> &[Recipient] {
        &self.recipients
    }

    /// A whole sealed file.
    pub(super) fn seal(&self, plain: &[u8]) -> io::Result<Vec<u8>> {
        let envelope = match self.take_ready() {
            Some(envelope) => envelope,
            None => envelope_to(&self.recipients)?,
        };
        fill(envelope, plain)
    }

    fn take_ready(&self) -> Option<Envelope> {
        let ready = self.ready.get_or_init(|| self.keep_ready());
        let ready = ready.lock().unwrap_or_else(PoisonError::into_inner);
        ready.try_recv().ok()
    }

    /// Starts the thread that makes them. It waits when enough are ready, and ends when nobody can take one any more.
    fn keep_ready(&self) -> Mutex<Receiver<Envelope>> {
        let (give, take) = sync_channel(READY);
        let recipients = self.recipients.clone();
        // Where no thread can be had they are made in place.
        let _ = thread::Builder::new()
            .name("envelopes".to_owned())
            .spawn(move || make_envelopes(&recipients, &give));
        Mutex::new(take)
    }
}

fn make_envelopes(recipients: &[Recipient], give: &SyncSender<Envelope>) {
    for made in 0_usize.. {
        if made > READY {
            thread::sleep(AFTER_THE_FRAME);
        }
        let Ok(envelope) = envelope_to(recipients) else {
            return;
        };
        if give.send(envelope).is_err() {
            return;
        }
    }
}

fn envelope_to(recipients: &[Recipient]) -> io::Result<Envelope> {
    envelope_for(
        recipients
            .iter()
            .map(|one| &one.key.0 as &dyn age::Recipient),
    )
}

fn envelope_for<'a>(
    recipients: impl IntoIterator<Item = &'a dyn age::Recipient>,
) -> io::Result<Envelope> {
    Encryptor::with_recipients(recipients.into_iter())
        .map_err(|_| io::Error::from(io::ErrorKind::InvalidInput))?
        .wrap_output(Vec::with_capacity(1 << 10))
}

fn fill(mut envelope: Envelope, plain: &[u8]) -> io::Result<Vec<u8>> {
    envelope.write_all(plain)?;
    envelope.finish()
}

fn open_with(sealed: &[u8], key: &dyn age::Identity) -> Result<Vec<u8>, DecryptError> {
    header_length(sealed).ok_or(DecryptError::InvalidHeader)?;
    let decryptor = Decryptor::new_buffered(sealed)?;
    let mut plain = Vec::with_capacity(sealed.len());
    decryptor
        .decrypt(iter::once(key))?
        .read_to_end(&mut plain)?;
    Ok(plain)
}

//! Names that say nobody's: the same person has the same one in every team that has the same key, for a quarter.
//!
//! A pseudonym is HMAC-SHA-256 (RFC 2104, FIPS 198-1) of the quarter and the name, with the teams' key. Nobody without
//! the key can make one or try a name against one. Whoever has it can do both, so it is kept like records are. The next
//! quarter it is another one: one package does not say who came back. Two people of one name have one pseudonym,
//! as they count as one person everywhere here.

use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::period::Period;
use crate::conversation::ConversationId;

/// The first line of a key's file. It says what it is to whoever finds it.
const WHAT_IT_IS: &str = "# The key of teams whose figures Alongside puts together. Whoever has it can try names against \
a package: keep it as safe as records, and do not send it with the packages.";

/// What a key begins with in its file.
const BEGINS: &str = "alongside-team-key-1:";

/// How many letters of a pseudonym there are: 128 bits of it.
const LETTERS: usize = 32;

/// How many letters of a check there are.
const CHECK: usize = 16;

/// What several teams share, so that somebody both of them met counts once.
#[derive(Clone)]
pub struct TeamKey(Zeroizing<[u8; Self::BYTES]>);

/// A key is never printed.
impl std::fmt::Debug for TeamKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TeamKey")
    }
}

impl TeamKey {
    /// How many bytes of chance it is made of.
    pub const BYTES: usize = 32;

    /// The key of these bytes of chance.
    pub fn new(chance: [u8; Self::BYTES]) -> Self {
        Self(Zeroizing::new(chance))
    }

    /// The key in the text of its file; none where there is no whole key in it.
    pub fn read(text: &str) -> Option<Self> {
        let lines = text.lines().map(str::trim);
        let mut lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        let digits = lines.next()?.strip_prefix(BEGINS)?.trim().as_bytes();
        let mut bytes = Zeroizing::new([0; Self::BYTES]);
        if digits.len() != 2 * Self::BYTES || lines.next().is_some() {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
            let [high, low] = [pair[0], pair[1]].map(|digit| char::from(digit).to_digit(16));
            *byte = u8::try_from(high? * 16 + low?).ok()?;
        }
        Some(Self(bytes))
    }

    /// The text of its file.
    pub fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(format!(
            "{WHAT_IT_IS}\n{BEGINS} {}\n",
            *hex(self.0.as_slice())
        ))
    }

    /// What is the same for the same key and says nothing else of it: packages of different keys cannot be joined.
    pub fn check(&self) -> String {
        self.name(&["check"], CHECK)
    }

    /// Who somebody is in this quarter, from the name as it is compared.
    pub fn person(&self, key: &str, quarter: Period) -> String {
        self.name(&["person", &quarter.from().to_string(), key], LETTERS)
    }

    /// Which conversation it is in this quarter.
    pub fn conversation(&self, id: &ConversationId, quarter: Period) -> String {
        let from = quarter.from().to_string();
        self.name(&["conversation", &from, id.as_str()], LETTERS)
    }

    fn name(&self, of: &[&str], letters: usize) -> String {
        // A key shorter than a block is filled up with noughts (RFC 2104, section 2).
        let mut block = Zeroizing::new([0; 64]);
        block[..Self::BYTES].copy_from_slice(self.0.as_slice());
        let mut mac = Hmac::<Sha256>::new((&*block).into());
        for part in of {
            // How long each is stands before it, so that no two lists of parts are the same bytes.
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part.as_bytes());
        }
        let mut name = hex(&mac.finalize().into_bytes()).to_string();
        name.truncate(letters);
        name
    }
}

fn hex(bytes: &[u8]) -> Zeroizing<String> {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    Zeroizing::new(digits.map(digit).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quarter(day: &str) -> Period {
        Period::quarter_of(day.parse().expect("a day"))
    }

    #[test]
    fn the_key_a_file_holds_is_the_one_that_was_written() {
        let key = TeamKey::new([7; 32]);
        let read = TeamKey::read(&key.text()).expect("a key");
        assert_eq!(read.check(), key.check());
        assert_ne!(TeamKey::new([8; 32]).check(), key.check());
        let short = key.text().trim_end().len() - 1;
        for text in ["", "0707", &key.text()[..short], &key.text().repeat(2)] {
            assert!(TeamKey::read(text).is_none(), "{text}");
        }
        assert_eq!(format!("{key:?}"), "TeamKey");
    }

    #[test]
    fn somebody_has_one_name_for_a_quarter_and_key_and_no_other() {
        let key = TeamKey::new([7; 32]);
        let (spring, summer) = (quarter("2026-02-01"), quarter("2026-05-01"));
        let name = key.person("joan m", spring);
        assert_eq!(name, key.person("joan m", spring));
        assert_eq!(name.len(), 32);
        let id = ConversationId::read("2026-03-10-1420-listen-7k3f").expect("an id");
        for other in [
            key.person("joan m", summer),
            key.person("joan n", spring),
            TeamKey::new([8; 32]).person("joan m", spring),
            key.conversation(&id, spring),
        ] {
            assert_ne!(name, other);
        }
    }

    #[test]
    fn it_is_hmac_sha_256_as_others_work_it_out() {
        // python3: hmac.new(bytes([7])*32, msg, "sha256").hexdigest(), msg being each part after its length in 8 bytes.
        assert_eq!(TeamKey::new([7; 32]).check(), CHECK_OF_SEVENS);
    }

    const CHECK_OF_SEVENS: &str = "29e7de99f234f878";
}

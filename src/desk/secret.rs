//! Words that nobody but the person may ever see: a passphrase on its way to the key it opens.

use std::fmt;

use unicode_normalization::{UnicodeNormalization, is_nfc};
use zeroize::Zeroizing;

/// A passphrase. Its letters are wiped from memory when it is dropped, and it never prints them.
///
/// Two are compared when one is chosen, to catch a slip of the finger; nothing else can be asked of one.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes the letters over. Whoever typed them into a string should hand that very string here, and keep no copy.
    ///
    /// One keyboard sends `ŵ` as one character and another as two; both are the same passphrase.
    pub fn new(typed: String) -> Self {
        let typed = Zeroizing::new(typed);
        if is_nfc(&typed) {
            return Self(typed);
        }
        // Room for the most it can become, so that growing leaves no copy behind.
        let mut composed = Zeroizing::new(String::with_capacity(3 * typed.len()));
        composed.extend(typed.nfc());
        Self(composed)
    }

    /// The letters, for the key alone.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_never_shows_itself() {
        let passphrase = Passphrase::new("correct horse".to_owned());
        assert_eq!(format!("{passphrase:?}"), "Passphrase");
        assert_eq!(passphrase.expose(), "correct horse");
    }

    #[test]
    fn every_keyboard_types_the_same_passphrase() {
        let composed = Passphrase::new("T\u{177} G\u{175}yr".to_owned());
        let in_parts = Passphrase::new("Ty\u{302} Gw\u{302}yr".to_owned());
        assert_eq!(in_parts, composed);
    }
}

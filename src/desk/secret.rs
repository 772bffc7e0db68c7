//! Words that nobody but the person may ever see: a passphrase on its way to the key it opens.

use std::fmt;

use zeroize::Zeroizing;

/// A passphrase. Its letters are wiped from memory when it is dropped, and it never prints them.
///
/// Two are compared when one is chosen, to catch a slip of the finger; nothing else can be asked of one.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes the letters over. Whoever typed them into a string should hand that very string here, and keep no copy.
    pub fn new(typed: String) -> Self {
        Self(Zeroizing::new(typed))
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
}

//! Made-up people.

const FIRST: [&str; 12] = [
    "Joan", "Derek", "Nasreen", "Leon", "Mary Ann", "Siân", "Jo", "Terry", "Alan", "Bernice",
    "Rahim", "Callum",
];
const LAST: [&str; 11] = [
    "Marsh", "Holt", "Begum", "Taylor", "O'Neil", "Baker", "Jones", "Price", "Okafor", "Kaur",
    "Walsh",
];

/// How many names there are before one comes again with a number.
pub(super) const NAMES: usize = 132 * 26;

/// Somebody's name. The same number is the same name.
pub(super) fn person(nth: usize) -> String {
    let letter = char::from(b'A' + (nth / 132 % 26) as u8);
    let again = match nth / NAMES {
        0 => String::new(),
        more => format!("-{more}"),
    };
    format!("{} {letter} {}{again}", FIRST[nth % 12], LAST[nth % 11])
}

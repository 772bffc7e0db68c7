//! What the program sent to the terminal, taken apart: looks, titles, bells, modes.

/// A piece of what was sent that is not plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    /// `CSI`: what is before the last letter, and the letter.
    Control(String, char),
    /// `OSC`: a title, the clipboard.
    System(String),
    /// A bell that ends nothing: a sound.
    Bell,
}

/// Everything sent that is not plain text, in order.
pub fn sent(bytes: &[u8]) -> Vec<Sent> {
    let mut found = vec![];
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        match rest {
            [0x07, ..] => {
                found.push(Sent::Bell);
                at += 1;
            }
            [0x1b, b'[', ..] => {
                let end = rest[2..]
                    .iter()
                    .position(|byte| (0x40..=0x7e).contains(byte));
                let Some(end) = end.map(|end| end + 2) else {
                    break;
                };
                let inside = String::from_utf8_lossy(&rest[2..end]).into_owned();
                found.push(Sent::Control(inside, rest[end].into()));
                at += end + 1;
            }
            [0x1b, b']', ..] => {
                let ends = |pair: &[u8]| pair[0] == 0x07 || pair == b"\x1b\\";
                let Some(end) = rest.windows(2).skip(2).position(ends).map(|end| end + 2) else {
                    break;
                };
                found.push(Sent::System(
                    String::from_utf8_lossy(&rest[2..end]).into_owned(),
                ));
                at += end + if rest[end] == 0x07 { 1 } else { 2 };
            }
            _ => at += 1,
        }
    }
    found
}

/// Every look asked for, as numbers: colours of 256 and of 24 bits are one number each, their first.
pub fn looks(bytes: &[u8]) -> Vec<u16> {
    let mut looks = vec![];
    for sent in sent(bytes) {
        let Sent::Control(inside, 'm') = sent else {
            continue;
        };
        if inside.starts_with(['>', '?', '<']) {
            continue;
        }
        // A part with colons is one look with its own particulars.
        let mut parts = inside.split(';').map(|part| {
            let first = part.split(':').next().unwrap_or_default();
            (first.parse().unwrap_or(0), part.contains(':'))
        });
        while let Some((look, whole)) = parts.next() {
            looks.push(look);
            if matches!(look, 38 | 48 | 58) && !whole {
                let count = if parts.next().is_some_and(|(kind, _)| kind == 2) {
                    3
                } else {
                    1
                };
                parts.by_ref().take(count).for_each(drop);
            }
        }
    }
    looks
}

/// Every name the window was given.
pub fn titles(bytes: &[u8]) -> Vec<String> {
    let named = sent(bytes).into_iter().filter_map(|sent| match sent {
        Sent::System(inside) => {
            let (kind, title) = inside.split_once(';')?;
            matches!(kind, "0" | "1" | "2").then(|| title.to_owned())
        }
        _ => None,
    });
    named.collect()
}

/// What was left switched on, or not given back, when the last byte was sent. Empty when the terminal is as it was.
pub fn left_untidy(bytes: &[u8]) -> Vec<String> {
    let mut on: Vec<String> = vec![];
    let mut hidden = false;
    let mut unwrapped = false;
    let mut keyboards = 0;
    let mut titles = 0;
    let mut cursor = String::new();
    let mut look = String::new();
    for sent in sent(bytes) {
        let Sent::Control(inside, last) = sent else {
            continue;
        };
        match (inside.as_str(), last) {
            ("?25", 'h' | 'l') => hidden = last == 'l',
            ("?7", 'h' | 'l') => unwrapped = last == 'l',
            (mode, 'h') => on.push(mode.to_owned()),
            (mode, 'l') => on.retain(|one| one != mode),
            (flags, 'u') if flags.starts_with('>') => keyboards += 1,
            (flags, 'u') if flags.starts_with('<') => keyboards -= 1,
            ("22;2" | "22;0", 't') => titles += 1,
            ("23;2" | "23;0", 't') => titles -= 1,
            (shape, 'q') if shape.ends_with(' ') => cursor = shape.trim().to_owned(),
            (_, 'm') if !inside.starts_with(['>', '?', '<']) => look = inside,
            _ => {}
        }
    }
    let mut left: Vec<String> = on
        .into_iter()
        .map(|mode| format!("mode {mode} on"))
        .collect();
    let mut say = |is_so: bool, what: String| left.extend(is_so.then_some(what));
    say(hidden, "the cursor is hidden".to_owned());
    say(unwrapped, "lines do not wrap".to_owned());
    say(
        keyboards != 0,
        format!("{keyboards} keyboard modes not given back"),
    );
    say(titles != 0, format!("{titles} titles not given back"));
    say(
        !matches!(cursor.as_str(), "" | "0"),
        format!("cursor shape {cursor}"),
    );
    say(!matches!(look.as_str(), "" | "0"), format!("look {look}"));
    left
}

#[test]
fn bytes_are_taken_apart() {
    let bytes = b"a\x1b[1;38;5;4;7mb\x07\x1b]2;Title\x1b\\\x1b]52;c;eA==\x07\x1b[48:2::4:9:3m\x1b[?25l\x1b[>4m";
    assert_eq!(looks(bytes), [1, 38, 7, 48]);
    assert_eq!(titles(bytes), ["Title"]);
    assert_eq!(
        sent(bytes)
            .iter()
            .filter(|sent| **sent == Sent::Bell)
            .count(),
        1
    );
    assert_eq!(
        left_untidy(bytes),
        ["the cursor is hidden", "look 48:2::4:9:3"]
    );
    assert_eq!(
        left_untidy(b"\x1b[?1049h\x1b[>1u\x1b[2 q\x1b[<1u\x1b[0 q\x1b[?1049l"),
        [""; 0]
    );
}

//! What sealing promises: whoever should can open it, nobody else can, and nothing read makes it stop.

use proptest::prelude::*;

use super::*;

/// Numbers that look like public keys and with which every secret comes to nothing.
const NO_KEYS: [&str; 14] = [
    "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z",
    "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqzqqsuwj9m",
    "age1qyqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj7vrya",
    "age1qyqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqzqqk67yly",
    "age1ur4h5lpmgxu2u9jku0a0r87ydtdqnr0tnsetrlvxvgz3vh6fhqqqzyt4v9",
    "age1ur4h5lpmgxu2u9jku0a0r87ydtdqnr0tnsetrlvxvgz3vh6fhzqqxqejhu",
    "age1t7wft09r2zxzfvwsk92eeql0tvzyghxytqwgapkcyf8dm5ylz9ts6wm9s8",
    "age1t7wft09r2zxzfvwsk92eeql0tvzyghxytqwgapkcyf8dm5ylz8ts72fzt7",
    "age1anlllllllllllllllllllllllllllllllllllllllllllllllals4n2t7m",
    "age1anllllllllllllllllllllllllllllllllllllllllllllllllls3hcv9z",
    "age1ahlllllllllllllllllllllllllllllllllllllllllllllllalsn46ayy",
    "age1ahlllllllllllllllllllllllllllllllllllllllllllllllllsh3g6la",
    "age1amlllllllllllllllllllllllllllllllllllllllllllllllalselrwrv",
    "age1amlllllllllllllllllllllllllllllllllllllllllllllllllsam3fc4",
];

fn envelopes(keys: &[&Key]) -> Envelopes {
    let recipients: Vec<Recipient> = keys
        .iter()
        .map(|key| Recipient {
            label: "Somebody".to_owned(),
            key: key.public(),
        })
        .collect();
    let text = write_recipients(&recipients);
    Envelopes::for_file(Path::new("recipients.txt"), text.as_bytes()).expect("are read")
}

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

#[test]
fn what_is_sealed_opens_to_the_same_words_whatever_their_length() {
    let key = Key::generate();
    let envelopes = envelopes(&[&key]);
    // A body is in pieces of 64 KiB, and the last one is marked.
    for length in [0, 1, 100, 65_535, 65_536, 65_537, 131_072] {
        let plain = vec![b'a'; length];
        let sealed = envelopes.seal(&plain).expect("sealed");
        assert_eq!(key.open(&sealed), Some(plain), "{length} bytes");
    }
}

#[test]
fn every_envelope_is_used_once() {
    let key = Key::generate();
    let envelopes = envelopes(&[&key]);
    let mut sealed: Vec<Vec<u8>> = (0..3 * READY)
        .map(|_| envelopes.seal(b"the same words").expect("sealed"))
        .collect();
    assert!(sealed.iter().all(|one| key.open(one).is_some()));
    let all = sealed.len();
    sealed.sort();
    sealed.dedup();
    assert_eq!(sealed.len(), all);
}

#[test]
fn either_of_two_opens_it_and_a_third_does_not() {
    let (worker, team, stranger) = (Key::generate(), Key::generate(), Key::generate());
    let sealed = envelopes(&[&worker, &team]).seal(b"words").expect("sealed");
    assert_eq!(worker.open(&sealed).as_deref(), Some(&b"words"[..]));
    assert_eq!(team.open(&sealed).as_deref(), Some(&b"words"[..]));
    assert_eq!(stranger.open(&sealed), None);
}

#[test]
fn damage_anywhere_opens_nothing() {
    let key = Key::generate();
    let sealed = envelopes(&[&key]).seal(b"words").expect("sealed");
    for at in 0..sealed.len() {
        let mut damaged = sealed.clone();
        damaged[at] ^= 1;
        assert_eq!(key.open(&damaged), None, "byte {at} changed");
        assert_eq!(key.open(&sealed[..at]), None, "ends at {at}");
    }
    let more = [&sealed[..], b"a"].concat();
    assert_eq!(key.open(&more), None);
}

#[test]
fn only_the_passphrase_takes_the_key_out() {
    let key = Key::generate();
    let file = key
        .to_file_with(&passphrase("correct horse"), 2)
        .expect("sealed");
    let opened = Key::from_file(&file, &passphrase("correct horse")).expect("opened");
    assert_eq!(opened.public(), key.public());
    assert!(Key::from_file(&file, &passphrase("correct hors")).is_none());
    assert!(Key::from_file(&file[..file.len() - 1], &passphrase("correct horse")).is_none());
    assert!(Key::from_file(b"", &passphrase("correct horse")).is_none());
}

#[test]
fn a_file_that_asks_for_hours_of_work_is_not_obeyed() {
    let salt = "A".repeat(22);
    let body = "A".repeat(43);
    for work in [MOST_WORK + 1, 63, 255] {
        let file = format!(
            "age-encryption.org/v1\n-> scrypt {salt} {work}\n{body}\n--- {body}\nnonce, 16 bytes."
        );
        assert!(Key::from_file(file.as_bytes(), &passphrase("any")).is_none());
    }
}

#[test]
fn a_number_that_keeps_no_secret_is_not_a_key() {
    for text in NO_KEYS {
        assert!(text.parse::<x25519::Recipient>().is_ok(), "{text}");
        assert_eq!(text.parse::<PublicKey>(), Err(NotAKey), "{text}");
    }
    let good = Key::generate().public();
    assert_eq!(good.to_string().parse(), Ok(good));
}

#[test]
fn a_recipients_file_keeps_who_is_who() {
    let (worker, team) = (Key::generate().public(), Key::generate().public());
    let text = format!("# Your own key\n{worker}\n\n# Team\n#  Team recovery \n {team}\n");
    let read = read_recipients(&text).expect("is read");
    let who: Vec<(&str, &PublicKey)> = read.iter().map(|one| (&*one.label, &one.key)).collect();
    assert_eq!(who, [("Your own key", &worker), ("Team recovery", &team)]);
    assert_eq!(read_recipients(&write_recipients(&read)), Ok(read));
}

#[test]
fn a_label_stays_one_comment() {
    let key = Key::generate().public();
    let label = "Team\nage1not a key".to_owned();
    let text = write_recipients(&[Recipient { label, key }]);
    assert_eq!(read_recipients(&text).map(|read| read.len()), Ok(1));
}

#[test]
fn a_recipients_file_that_is_none_says_where() {
    let key = Key::generate().public();
    let why = |text: &str| read_recipients(text).expect_err("is not read");
    assert_eq!(why("# nobody\n"), "no public key is in it");
    assert_eq!(
        why(&format!("{key}\nage1abc\n")),
        "line 2 is not a public key"
    );
    let many = format!("{key}\n").repeat(MOST_RECIPIENTS + 1);
    assert_eq!(why(&many), "over 64 public keys are in it");
}

#[test]
fn a_file_for_the_most_recipients_still_opens() {
    let key = Key::generate();
    let envelopes = envelopes(&[&key; MOST_RECIPIENTS]);
    let sealed = envelopes.seal(b"words").expect("sealed");
    assert!(key.open(&sealed).is_some());
}

#[test]
#[ignore = "prints what a seal costs; run it with --release --nocapture"]
fn what_a_seal_costs() {
    let keys = [Key::generate(), Key::generate()];
    let envelopes = envelopes(&[&keys[0], &keys[1]]);
    let line = [b'a'; 120];
    let timed = |name: &str, pause: bool, seal: &dyn Fn() -> Vec<u8>| {
        let mut took: Vec<_> = (0..500)
            .map(|_| {
                if pause {
                    thread::sleep(std::time::Duration::from_millis(2));
                }
                let start = std::time::Instant::now();
                seal();
                start.elapsed()
            })
            .collect();
        took.sort();
        println!("{name}: median {:?}, 99th {:?}", took[250], took[495]);
    };
    timed("from a ready envelope", true, &|| {
        envelopes.seal(&line).expect("sealed")
    });
    timed("faster than they are made", false, &|| {
        envelopes.seal(&line).expect("sealed")
    });
    timed("in place", false, &|| {
        fill(envelope_to(&envelopes.recipients).expect("made"), &line).expect("sealed")
    });
    let sealed = envelopes.seal(&line).expect("sealed");
    timed("opened", false, &|| keys[0].open(&sealed).expect("opened"));
}

/// Lines a header is made of, and some it is not.
fn header_line() -> impl Strategy<Value = String> {
    prop_oneof![
        "-> (X25519|scrypt|ssh-rsa|[!-~]{1,6})( [A-Za-z0-9+/]{0,50}){0,3}",
        "-> scrypt [A-Za-z0-9+/]{22} [0-9]{1,5}",
        "-> X25519 [A-Za-z0-9+/]{43}",
        "[A-Za-z0-9+/]{0,64}",
        "[A-Za-z0-9+/]{43}",
        "--- [A-Za-z0-9+/]{0,43}",
        ".{0,20}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_header_stops_the_program(
        lines in proptest::collection::vec(header_line(), 0..8),
        body in proptest::collection::vec(any::<u8>(), 0..64),
        whole in any::<bool>(),
    ) {
        let mut sealed = format!("age-encryption.org/v1\n{}\n", lines.join("\n")).into_bytes();
        if whole {
            sealed.extend(format!("--- {}\n", "A".repeat(43)).bytes());
        }
        sealed.extend(body);
        let key = x25519::Identity::generate();
        prop_assert!(open_with(&sealed, &key).is_err());
        let mut lock = scrypt::Identity::new(secret(&passphrase("any")));
        lock.set_max_work_factor(2);
        prop_assert!(open_with(&sealed, &lock).is_err());
    }

    #[test]
    fn no_change_to_a_sealed_file_opens_to_other_words(
        at in any::<prop::sample::Index>(),
        removed in 0..40_usize,
        put in proptest::collection::vec(any::<u8>(), 0..40),
    ) {
        let key = Key::generate();
        let sealed = envelopes(&[&key]).seal(b"words").expect("sealed");
        let at = at.index(sealed.len());
        let mut changed = sealed.clone();
        changed.splice(at..(at + removed).min(sealed.len()), put);
        if changed != sealed {
            prop_assert_eq!(key.open(&changed), None);
        }
    }

    #[test]
    fn no_recipients_file_stops_the_program(text in any::<String>()) {
        let _ = read_recipients(&text);
    }
}

use super::*;
use proptest::prelude::*;

fn topics(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    ["money", "home"]
        .into_iter()
        .find(|topic| topic.starts_with(&name))
}

/// A reading in one line: `worry apart #home Carol: he shouts`.
fn told(line: &str) -> String {
    match read(line, topics) {
        Reading::Note(words) => {
            let mark = words.mark.map(|mark| format!("{} ", mark.name()));
            let apart = if words.apart { "apart " } else { "" };
            let topic = words.topic.map(|topic| format!("#{topic} "));
            let speaker = words.speaker.map(|speaker| format!("{speaker}: "));
            let [mark, topic, speaker] = [mark, topic, speaker].map(Option::unwrap_or_default);
            format!("{mark}{apart}{topic}{speaker}[{}]", words.text)
        }
        other => format!("{other:?}"),
    }
}

#[test]
fn marks() {
    for (line, want) in [
        ("Still cooks. ", "[Still cooks.]"),
        ("! Frightened", "worry [Frightened]"),
        ("!Frightened", "worry [Frightened]"),
        ("!! Frightened", "worry [! Frightened]"),
        ("* her garden", "matters [her garden]"),
        ("> Sam rings\nthen I do", "step [Sam rings\nthen I do]"),
        ("+very good cook", "strength [very good cook]"),
        ("& his temper", "apart [his temper]"),
        ("&! his temper", "worry apart [his temper]"),
        ("& \"I hide\"", "own apart [I hide]"),
        ("!& his temper", "worry apart [his temper]"),
        ("! & then she fell", "worry [& then she fell]"),
    ] {
        assert_eq!(told(line), want, "{line}");
    }
}

#[test]
fn own_words() {
    for (line, want) in [
        ("\"I used to\"", "own [I used to]"),
        ("\"I used to", "own [I used to]"),
        ("\u{201C}I used to\u{201D} ", "own [I used to]"),
        ("'tis mine'", "own [tis mine]"),
        ("\"I owe\" #money", "own #money [I owe]"),
        ("She said \"no\"", "[She said \"no\"]"),
    ] {
        assert_eq!(told(line), want, "{line}");
    }
}

#[test]
fn topics_before_and_after() {
    for (line, want) in [
        ("#money behind with rent", "#money [behind with rent]"),
        ("behind with rent #MON", "#money [behind with rent]"),
        ("! #home no heating", "worry #home [no heating]"),
        ("! no heating #home", "worry #home [no heating]"),
        ("! #money", "worry [#money]"),
    ] {
        assert_eq!(told(line), want, "{line}");
    }
}

#[test]
fn whose_words() {
    for (line, want) in [
        ("Carol: she will not eat", "Carol: [she will not eat]"),
        ("\"Carol: I see it\"", "own Carol: [I see it]"),
        (
            "Carol (daughter): \"I see it\"",
            "own Carol (daughter): [I see it]",
        ),
        (
            "Carol: \"no\" she said, \"no\"",
            "Carol: [\"no\" she said, \"no\"]",
        ),
        (
            "&! Carol: he shouts #home",
            "worry apart #home Carol: [he shouts]",
        ),
        ("> Carol: ring her", "step [Carol: ring her]"),
        ("~ Carol: pale", "saw [Carol: pale]"),
        ("@ Carol: 01632 960123", "connection [Carol: 01632 960123]"),
    ] {
        assert_eq!(told(line), want, "{line}");
    }
}

#[test]
fn what_stays_as_typed() {
    let amounts = "+1|+1 on that|+ve about it|+ve|>2 falls|~5 miles|@10am|/5|10:30: rang|e=mc2";
    let signs = "!!!|\"\"|\" \"|&!|**";
    let topics = "# not a heading|#1 priority|#zzz|#zzz behind|paid #1|a #home b|a\nb #home";
    let names = "http://example.org|Note: she rang";
    for line in [amounts, signs, topics, names]
        .into_iter()
        .flat_map(|lines| lines.split('|'))
    {
        assert_eq!(told(line), format!("[{line}]"));
    }
}

#[test]
fn a_leading_space_means_just_text() {
    for text in [
        "! no",
        "#money no",
        "Carol: no",
        "/find",
        "& no",
        "no #money",
        "\"no\"",
        "!",
    ] {
        assert_eq!(told(&format!(" {text}")), format!("[{text}]"));
    }
}

#[test]
fn alone() {
    assert_eq!(read("  \n ", topics), Reading::Blank);
    assert_eq!(read("! ", topics), Reading::Mark(Mark::Worry));
    assert_eq!(read("\u{2019}", topics), Reading::Mark(Mark::OwnWords));
    assert_eq!(read("&", topics), Reading::Apart);
    assert_eq!(read("#mo ", topics), Reading::Topic("money"));
    for mark in Mark::ALL {
        assert_eq!(read(&mark.char().to_string(), topics), Reading::Mark(mark));
    }
}

#[test]
fn commands() {
    let command = |name, rest| Reading::Command { name, rest };
    assert_eq!(
        read("/find lunch club ", topics),
        command("find", "lunch club")
    );
    assert_eq!(read("/ ", topics), command("", ""));
    assert_eq!(read("/undo", topics), command("undo", ""));
    assert_eq!(told("//find"), "[/find]");
}

fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What was taken out of the line around the words must be syntax, all of it known, and nothing else.
fn conserved(line: &str, words: &Words<'_, &str>) -> Result<(), TestCaseError> {
    let at = words.text.as_ptr() as usize - line.as_ptr() as usize;
    let mut before = without_spaces(&line[..at]);
    if let Some(speaker) = words.speaker {
        before = before.replacen(&(without_spaces(speaker) + ":"), "", 1);
    }
    if let Some((marks, topic)) = before.clone().split_once('#') {
        // With a mark of quotes after the speaker, the mark is what is left of the topic's name.
        let name = topic.trim_end_matches(is_sign);
        prop_assert!(words.topic.is_some() && topics(name).is_some());
        before = before.replacen(&format!("#{name}"), "", 1);
        prop_assert!(before.starts_with(marks));
    }
    let marks = before.chars().filter(|c| *c != '&' && *c != '/').count();
    prop_assert_eq!(marks, usize::from(words.mark.is_some()), "{}", before);
    prop_assert!(before.chars().all(|c| c == '/' || is_sign(c)));
    prop_assert_eq!(before.contains('&'), words.apart);

    let after = line[at + words.text.len()..].trim();
    let (quote, topic) = after.split_at(after.find('#').unwrap_or(after.len()));
    let closing: Vec<_> = quote.trim().chars().map(Mark::from_char).collect();
    prop_assert!(closing.is_empty() || closing == [Some(Mark::OwnWords)]);
    prop_assert!(topic.is_empty() || topics(&topic[1..]).is_some());
    Ok(())
}

fn lines() -> impl Strategy<Value = String> {
    let pieces = "!|\"|'|\u{201C}|\u{201D}|&|+|*|@|~|=|?|>|#|#money|#zz|/|//|Carol: |Carol (daughter): |Note: |1|ve|\
                  a|she|\u{175}|: |find| | |\n";
    let piece = proptest::sample::select(pieces.split('|').collect::<Vec<_>>());
    prop_oneof![
        proptest::collection::vec(piece, 0..9).prop_map(|pieces| pieces.concat()),
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn words_are_conserved(line in lines()) {
        match read(&line, topics) {
            Reading::Note(words) => {
                prop_assert!(!words.text.is_empty());
                prop_assert_eq!(words.text.trim(), words.text);
                conserved(&line, &words)?;
            }
            Reading::Command { name, rest } => {
                prop_assert_eq!(without_spaces(&line), without_spaces(&["/", name, rest].concat()));
            }
            Reading::Blank => prop_assert!(line.trim().is_empty()),
            Reading::Mark(_) | Reading::Apart => prop_assert_eq!(line.trim().chars().count(), 1),
            Reading::Topic(_) => prop_assert!(line.starts_with('#')),
        }
    }
}

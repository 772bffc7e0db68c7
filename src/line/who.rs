//! Who does a next step.
//!
//! There is no dictionary of names. Somebody is named when the sentence begins with a capital and goes on as sentences
//! about people do: "Sam rings", "Carol to", "Dr Shah will". Most steps begin with what is to be done ("Ring the GP"),
//! and then nobody is named: that is said, not guessed.

use super::{Known, Who, sentence::Sentence};

/// What people do for each other. As a first word it tells the worker what to do, so it is no name; with an s it says
/// what somebody does. `Mark`, `Bill` and `Will` are not here: they are people.
const VERBS: &str = "\
    add agree apply arrange ask assess attend book bring buy call cancel carry change chase check clean \
    clear close collect come complete confirm contact cook copy deal decide deliver discuss do draft \
    drive drop email enquire explain fetch file fill find fit fix follow get give go hand help hold \
    install introduce invite join keep leave let link listen load look mail make measure meet mend \
    message move need note offer open order organise pack pass pay phone pick plan post prepare print \
    put raise read rebook refer register remind repair replace reply report request return review ring \
    say search see send set share show sign sit sort speak start stay stop submit support take talk tell \
    test text thank think track transfer translate try turn update use visit wait walk want wash work \
    write";

/// First words with a capital that do nothing themselves: "Letter to Carol", "Home visits by Friday".
const NOT_DOERS: &str = "\
    the a an this that these those there here it if when then after before until and but or so no not \
    any all some more both each every two three four another other extra new old next last first once \
    her his their my our your its home day daily weekly monthly regular welfare safe key keys lift lifts \
    letter letters form forms times time date meds medication referral referrals application \
    applications request appointment appointments transport taxi food meal meals shopping money parcel \
    thanks access back time welcome invitation link number details info information copy copies able \
    happy ready due morning afternoon evening night monday tuesday wednesday thursday friday saturday \
    sunday today tomorrow tonight please remember agreed";

/// Small words that may stand inside a name: "Sam next door", "Carol and Ann", "Jo from Age UK".
const JOINING: &str = "and & next door from at the of de van y ap ferch";

/// Roles: with a name or a capital before them they are who it is, as in "District nurse to visit".
const ROLES: &str = "\
    nurse carer carers team club service worker doctor neighbour daughter son sister brother wife \
    husband mum dad manager warden surgery pharmacy pharmacist office group agency council";

const MOST_NAME_WORDS: usize = 5;

/// Returns who does what the sentence says, from the word where its subject may begin.
pub(super) fn who(text: &str, words: &Sentence<'_>, subject: usize, known: &Known<'_>) -> Who {
    said_outright(text)
        .or_else(|| pronoun(words.word(subject)))
        .or_else(|| known_name(words, subject, known))
        .or_else(|| name(words, subject))
        .or_else(|| worker_anywhere(words))
        .unwrap_or(if known.crisis { Who::You } else { Who::NotSaid })
}

/// `who: Carol`, anywhere. It is typed to put the reading right, so it beats all else.
fn said_outright(text: &str) -> Option<Who> {
    let at = text
        .char_indices()
        .map(|(at, _)| at)
        .find(|at| starts_with_who(text, *at))?;
    let words = Sentence::new(text.get(at + "who:".len()..)?);
    let first = words.word(0);
    if matches!(first, "you" | "myself") {
        return Some(Who::You);
    }
    if let Some(who) = pronoun(first).or_else(|| object(first)) {
        return Some(who);
    }
    let more = (1..MOST_NAME_WORDS)
        .take_while(|at| is_capital(words.typed(*at)) && !is_in(NOT_DOERS, words.word(*at)));
    let name = words.span(&(0..1 + more.count()));
    (!name.is_empty()).then(|| Who::Named(String::from(name)))
}

fn starts_with_who(text: &str, at: usize) -> bool {
    let is_word = !text[..at].ends_with(char::is_alphanumeric);
    is_word
        && text
            .get(at..at + 4)
            .is_some_and(|typed| typed.eq_ignore_ascii_case("who:"))
}

fn pronoun(word: &str) -> Option<Who> {
    let subject = word.split('\'').next().unwrap_or_default();
    match subject {
        "i" | "we" | "me" => Some(Who::You),
        "she" | "he" | "they" => Some(Who::Person),
        _ => None,
    }
}

fn object(word: &str) -> Option<Who> {
    matches!(word, "her" | "him" | "them").then_some(Who::Person)
}

/// Somebody the conversation has named. Without a capital ("will ring") it must be followed as a name is.
fn known_name(words: &Sentence<'_>, subject: usize, known: &Known<'_>) -> Option<Who> {
    let is_here = |name: &&&str| {
        let parts: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let end = subject + parts.len();
        !parts.is_empty()
            && words.says(subject, &parts)
            && (is_capital(words.typed(subject)) || acts(words, end))
    };
    let longest = known
        .names
        .iter()
        .filter(is_here)
        .max_by_key(|name| name.len())?;
    Some(Who::Named(String::from(*longest)))
}

/// A name by the way the sentence goes on after it.
fn name(words: &Sentence<'_>, subject: usize) -> Option<Who> {
    let start = subject + usize::from(words.word(subject) == "the");
    if !is_name_start(words, start) {
        return None;
    }
    let end = (start + 1..=start + MOST_NAME_WORDS)
        .take_while(|end| *end == start + 1 || is_name_word(words, *end - 1))
        .find(|end| acts(words, *end))?;
    Some(Who::Named(String::from(words.span(&(start..end)))))
}

fn is_name_start(words: &Sentence<'_>, at: usize) -> bool {
    let word = words.word(at);
    is_capital(words.typed(at)) && !is_in(VERBS, word) && !is_in(NOT_DOERS, word)
}

fn is_name_word(words: &Sentence<'_>, at: usize) -> bool {
    let word = words.word(at);
    is_capital(words.typed(at)) || is_in(JOINING, word) || is_in(ROLES, word)
}

/// Whether what begins at `at` is something that the one before it does.
fn acts(words: &Sentence<'_>, at: usize) -> bool {
    match words.word(at) {
        "will" | "shall" | "can" | "should" | "must" | "to" => is_verb_like(words, at + 1),
        "is" => words.word(at + 1) == "to" || words.says(at + 1, &["going", "to"]),
        word => is_third_person(word),
    }
}

/// After "to" there is a verb, or else a place or a person: "Carol to ring", "Jo to Carol".
fn is_verb_like(words: &Sentence<'_>, at: usize) -> bool {
    const NOT_VERBS: &str = "the a an her him his them their my our me us it you this that";
    let word = words.word(at);
    !word.is_empty() && !is_capital(words.typed(at)) && !is_in(NOT_VERBS, word)
}

fn is_third_person(word: &str) -> bool {
    let base = |base: &str| !base.is_empty() && is_in(VERBS, base);
    let ies = word
        .strip_suffix("ies")
        .is_some_and(|stem| base(&format!("{stem}y")));
    ies || word.strip_suffix("es").is_some_and(base) || word.strip_suffix('s').is_some_and(base)
}

/// "Letter to the GP, I will post it".
fn worker_anywhere(words: &Sentence<'_>) -> Option<Who> {
    let is_worker = |at: usize| {
        let subject = words.typed(at).split(['\'', '\u{2019}']).next();
        subject == Some("I") || matches!(words.word(at), "we" | "we'll")
    };
    (0..words.len()).any(is_worker).then_some(Who::You)
}

fn is_capital(typed: &str) -> bool {
    typed.starts_with(char::is_uppercase)
}

fn is_in(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|listed| listed == word)
}

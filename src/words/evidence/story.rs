//! Stories of difference: what is asked, what is warned of, and what came of it.

use chrono::NaiveDate;

use crate::{
    evidence::story::{
        ABOUT_WORDS, NoStory, PARTS, Reach, Settled, Story, Tell, Told, Yes,
        telling::{NoYes, a_year_on},
    },
    text,
    words::{day, full_date},
};

/// The lines of the record.
pub const LINES_TITLE: &str = "Which lines tell it? Names known here are out";
/// Before a line that is chosen.
pub const IN: &str = "[ in]";
/// Before one that is not.
pub const OUT: &str = "[   ]";
/// After the lines.
pub const TO_THE_PARTS: &str = "Go on to the parts";
/// What that is.
pub const PARTS_ARE: &str = "you type on in each";
/// A part nothing stands in.
pub const NOTHING_YET: &str = "nothing yet";
/// After the parts.
pub const LOOK_OVER: &str = "Look it over, then keep it";
/// What that shows.
pub const LOOK_OVER_IS: &str = "and what may give them away";
/// Back to the lines.
pub const LINES_AGAIN: &str = "Choose other lines of the record";
/// The look over.
pub const CHECK_TITLE: &str = "Could somebody tell who this is? Enter goes on";
/// The warning before it is kept.
pub const WARNING: [&str; 2] = [
    "A rare place, a rare condition and a date together are a name.",
    "Read it as a neighbour would, and change one of the three.",
];
/// Nothing was found.
pub const NOTHING_FOUND: &str =
    "No dates, places, ages or numbers were found. Read it all the same.";
/// Line by line, after what was read out.
pub const ONE_GOES_ON: &str = "1 goes on.";
/// Words that may be a name are one.
pub const A_NAME: &str = "It is a name: blank it";
/// What stands there then.
pub const A_NAME_IS: &str = "[someone]";
/// They are a place.
pub const A_PLACE: &str = "It is a place: blank it";
/// What stands there then.
pub const A_PLACE_IS: &str = "[somewhere]";
/// They stay.
pub const STAYS: &str = "Keep it";
/// Because of that.
pub const STAYS_IS: &str = "it tells nobody who this is";
/// A story is to be kept, and words of it were not answered for.
pub const FIRST_THE_WORDS: &str = "First say of each word that may be a name whether it stays.";
/// Asks how it went.
pub const WENT_TITLE: &str = "How did it go?";
/// Under that.
pub const BADLY_WANTED: &str = "Stories that went badly are wanted as much.";
/// Ways to keep it.
pub const WAYS_TITLE: &str = "Keep the story";
/// Somebody said yes.
pub const SAID_YES: &str = "They said yes: say who, and to what";
/// What that does.
pub const SAID_YES_IS: &str = "then it may be shown";
/// Nobody did yet.
pub const AS_DRAFT: &str = "Keep it as a draft";
/// What that does.
pub const AS_DRAFT_IS: &str = "nobody else is shown it";
/// Back to the parts.
pub const CHANGE_IT: &str = "Change something first";
/// No copy goes to where they live.
pub const MARKED: &str =
    "Their record says: no copy to the home. Ask them about a story elsewhere.";
/// While nothing is typed of a part.
pub const TYPE_ON: &str = "Type a line, then Enter. Enter with nothing typed ends this part.";
/// The same line by line.
pub const TYPE_ON_ALOUD: &str =
    "Type a line. /undo takes the last one out. A blank line ends this part.";
/// `/undo` where nothing stands in the part, or nothing is typed.
pub const NOTHING_TO_TAKE_OUT: &str = "There is no line here to take out.";
/// Letters where a number answers.
pub const NUMBER_OR_ESC: &str = "Press a number, or Esc to go back. Everything is kept.";
/// Letters where Enter goes on.
pub const ENTER_OR_ESC: &str = "Enter goes on and Esc goes back. Everything is kept.";
/// Letters where there is only the way back.
pub const ONLY_ESC: &str = "Esc goes back to the story.";
/// Takes the typed line.
pub const TAKE_LINE: &str = "Enter takes this line";
/// Ends a part.
pub const END_PART: &str = "Enter goes back to the parts";
/// A part ended, or the list closed.
pub const KEPT_AS_IT_IS: &str = "Your story is kept as it is. /story goes on with it.";
/// Something is still on its way to its file.
pub const STILL_KEEPING: &str = "Still keeping what was told last. Try again in a moment.";
/// At the start, when one is kept from before.
pub const KEPT_SINCE: &str = "A story you were telling is kept. /story goes on with it.";
/// `/story` where one was begun.
pub const GOES_ON: &str = "Going on with the story you began. Keep it to begin another.";
/// The same where the record says something else now.
pub const PUT_RIGHT: &str = "Its record was put right since. Look at the lines again.";
/// The same where the record it is told from was made void since.
pub const ONLY_AWAY: &str = "Its record no longer stands, so this story can only be thrown away.";
/// Over what is left to do with it.
pub const NO_LONGER_STANDS: &str = "The record of this story no longer stands";
/// Ctrl+Z in an answer.
pub const NOTHING_TO_UNDO: &str = "There is nothing to undo in this answer.";
/// Ctrl+Y in an answer.
pub const NOTHING_TO_REDO: &str = "There is nothing to do again in this answer.";
/// Line by line, `/help` at a question of a story.
pub const HELP_ALOUD: [&str; 3] = [
    "Type a number to choose, or a line where words are asked for.",
    "/undo takes the last line out of a part. /part 3 puts a line under part 3.",
    "Another command leaves. Your story is kept, and /story goes on with it.",
];
/// On the page of what goes when a record is removed.
pub const GOES_WITH_ITS_RECORD: &str =
    "A story you began from it, and have not kept yet, goes with it.";
/// `/story` with no record in sight.
pub const FROM_WHICH: &str = "From which record? Choose one, then tell a story from it.";
/// Nothing stands in it.
pub const EMPTY: &str = "Nothing is in it yet. Choose a line or type one first.";
/// The list.
pub const LIST_TITLE: &str = "Stories of difference";
/// There are none.
pub const NONE: &str = "No stories yet. /story tells one from a finished record.";
/// They are being read.
pub const STILL_READING: &str = "Still reading the stories.";
/// They cannot be read without the key.
pub const SEALED: &str = "Stories are sealed. /unlock opens them with your passphrase.";
/// It is not there any more.
pub const NOT_THERE: &str = "That story is not there any more.";
/// Read it.
pub const READ: &str = "Read it";
/// Type on in it.
pub const CHANGE: &str = "Change it";
/// What that costs.
pub const CHANGE_IS: &str = "then who said yes is asked again";
/// Say who said yes.
pub const SAY_YES: &str = "Say who said yes, to what, until when";
/// Say it again.
pub const SAY_YES_AGAIN: &str = "They say yes again";
/// Take it back.
pub const WITHDRAW: &str = "Take it back";
/// What that does.
pub const WITHDRAW_IS: &str = "it is in no report from now on";
/// Takes it back.
pub const KEEP_WORDS: &str = "Take it back, and keep the words here";
/// What that does.
pub const KEEP_WORDS_IS: &str = "as a draft, for you alone";
/// Takes it back, words and all.
pub const REMOVE_WORDS: &str = "Take it back, and remove the words";
/// What that does.
pub const REMOVE_WORDS_IS: &str = "for good";
/// Taken back already.
pub const TAKEN_BACK: &str =
    "Taken back, and in no report from now on. Pages given stay where they are.";
/// The words went too.
pub const WORDS_GONE: &str = "Taken back, and its words are gone. Pages given stay where they are.";
/// Throw away what is being told.
pub const THROW_AWAY: &str = "Throw it away";
/// What that asks.
pub const THROW_AWAY_IS: &str = "asks once more";
/// Over that question.
pub const THROW_AWAY_TITLE: &str = "Throw away what you typed of this story?";
/// What cannot be undone.
pub const FOR_GOOD: &str = "for good";
/// It is not thrown away.
pub const GO_ON_TELLING: &str = "Go on telling it";
/// It was thrown away.
pub const THROWN_AWAY: &str = "Thrown away. A story you kept before is as it was.";
/// Takes a draft away.
pub const REMOVE: &str = "Remove it";
/// Names known here cannot be read without the key.
pub const NAMES_SEALED: &str =
    "Names known here are sealed, so stories were not compared with them.";
/// Takes the words of one that was taken back.
pub const REMOVE_ITS_WORDS: &str = "Remove its words";
/// It stays.
pub const LEAVE_IT: &str = "Leave it as it is";
/// It is gone.
pub const REMOVED: &str = "Removed. Nothing of it is kept here.";
/// `alongside evidence story withdraw` the second time.
pub const BACK_ALREADY: &str = "That story was taken back already. Nothing was changed.";
/// `alongside evidence story withdraw` with too few letters.
pub const TOO_SHORT: &str = "Type the first four letters of its name, or more.";
/// Line by line: how a line goes under another part.
pub const PART_HOW: &str = "/part 3 puts the line you chose last under part 3.";
/// How `/part` is typed: with the number of a part.
pub const PART_USAGE: &str = "/part 3, with the number of a part from 1 to 8";
/// `/part` where no line was chosen.
pub const PART_OF_WHAT: &str = "Choose a line of the record first with /story, then /part 3.";
/// A word where a number chooses.
pub const A_NUMBER: &str = "Type one of the numbers.";
/// Kept, for nobody else.
pub const KEPT_AS_DRAFT: &str = "Kept as a draft. Nobody else is shown it. /stories finds it.";
/// The row in what can be done with a record.
pub const TELL: &str = "Tell a story of difference from it";
/// What that is.
pub const TELL_IS: &str = "choose lines, without names";
/// A role-play.
pub const IN_PRACTICE: &str =
    "A role-play is no story of difference. /leave goes back to real work.";
/// Asks who may be shown it.
pub const REACH_TITLE: &str = "What did they say yes to?";
/// Enter takes the suggested last day.
pub const TYPE_IT: &str = "Type it, then Enter. Without it nobody is shown the story.";
/// `alongside evidence story withdraw` with more than one that begins so.
pub const MORE_THAN_ONE: &str = "More than one story begins so. Type more of its name.";

/// What helps in each part, in the order of [`PARTS`].
pub const HINTS: [&str; PARTS.len()] = [
    "Another name, or none. One true detail that matters.",
    "What led to the talk, in a line or two.",
    "What we would have done before. Honest, not worse than it was.",
    "What we did instead, and what the person did.",
    "In their own words, and since when.",
    "Time, money, and whose help.",
    "What did not work counts as much.",
    "What we would do again, and what not.",
];

/// How it went, in a row.
pub fn went(told: Told) -> &'static str {
    match told {
        Told::Better => "Better",
        Told::Badly => "Badly",
        Told::Open => "Still open",
    }
}

/// Over the parts: `Your story, 142 words. About 250 is right`.
pub fn parts_title(words: usize) -> String {
    format!("Your story, {}. About {ABOUT_WORDS} is right", count(words))
}

/// How many words it has, said while looking it over. It is never refused.
pub fn length(words: usize) -> String {
    match words > ABOUT_WORDS {
        true => format!(
            "{}. About {ABOUT_WORDS} is right: what could go?",
            count(words)
        ),
        false => format!("{}. About {ABOUT_WORDS} is right.", count(words)),
    }
}

fn count(words: usize) -> String {
    match words {
        1 => "1 word".to_owned(),
        words => format!("{words} words"),
    }
}

/// A line that was chosen or left out, and its part.
pub fn chose(chosen: bool, part: usize) -> String {
    let part = PARTS.get(part).copied().unwrap_or_default();
    match chosen {
        true => format!("In: {part}."),
        false => "Left out.".to_owned(),
    }
}

/// A line that was taken out of its part again.
pub fn taken_out(line: &str) -> String {
    format!("Taken out: {}", text::shown(line))
}

/// A line that was put under another part.
pub fn put_under(part: usize) -> String {
    format!("Under: {}.", PARTS.get(part).copied().unwrap_or_default())
}

/// Names of the talk, or of anybody known here, that stand in it.
pub fn names(names: &[String]) -> String {
    let names: Vec<String> = names
        .iter()
        .map(|name| text::shown(name).into_owned())
        .collect();
    format!(
        "A name known here is in it: {}. Take it out.",
        names.join(", ")
    )
}

/// What may give them away, by what it is.
pub fn tell(tell: &Tell) -> String {
    let shown = |words: &str| text::shown(words).into_owned();
    match tell {
        Tell::Day(words) => format!("A date: {}", shown(words)),
        Tell::Age(words) => format!("An age: {}", shown(words)),
        Tell::Number(words) => format!("A number: {}", shown(words)),
        Tell::Place(words) => format!("A place or a name: {}", shown(words)),
        Tell::Blank(words) => format!("A blank to fill: {}", shown(words)),
    }
}

/// Asks about words that may be a name, with how many are left.
pub fn word_title(word: &str, left: usize) -> String {
    let word = text::shown(word);
    match left {
        0 | 1 => format!("{word}: could it tell who this is?"),
        left => format!("{word}: could it tell who this is? {left} to answer"),
    }
}

/// Asks about a name known here, with how many are left: nobody is shown a story with it.
pub fn known_title(word: &str, left: usize) -> String {
    let word = text::shown(word);
    match left {
        0 | 1 => format!("{word} is a name known here: what is it in your story?"),
        left => format!("{word} is a name known here: what is it in your story? {left} to answer"),
    }
}

/// What became of words that may be a name.
pub fn settled(word: &str, settled: Settled) -> String {
    let word = text::shown(word);
    match settled {
        Settled::Someone => format!("{word} is now {A_NAME_IS}."),
        Settled::Somewhere => format!("{word} is now {A_PLACE_IS}."),
        Settled::Stays => format!("{word} stays."),
    }
}

/// What is asked of who said yes.
pub fn asks(asked: Yes) -> &'static str {
    match asked {
        Yes::By => "Who said yes? Not a name, such as: the person",
        Yes::Use => "Did they say more about it? Such as: team meetings",
        Yes::Until => "Until which day may it be used?",
    }
}

/// Who may be shown it, in a row.
pub fn reach(reach: Reach) -> &'static str {
    match reach {
        Reach::Team => "It is shown in our team",
        Reach::Council => "It is shared inside the council",
        Reach::Anybody => "Anybody may read it",
    }
}

/// What that means.
pub fn reach_is(reach: Reach) -> &'static str {
    match reach {
        Reach::Team => "it is in nothing that leaves",
        Reach::Council => "a line beside it says so",
        Reach::Anybody => "it may be printed",
    }
}

/// While nothing is typed there.
pub fn yes_hint(asked: Yes, today: NaiveDate) -> String {
    match asked {
        Yes::Until => format!("Enter is a year: {}", full_date(a_year_on(today))),
        Yes::Use => "Enter skips".to_owned(),
        Yes::By => TYPE_IT.to_owned(),
    }
}

/// Why an answer was not taken.
pub fn no_yes(why: &NoYes) -> String {
    match why {
        NoYes::Nothing => TYPE_IT.to_owned(),
        NoYes::Names(found) => {
            let shown: Vec<String> = found
                .iter()
                .map(|name| text::shown(name).into_owned())
                .collect();
            format!(
                "That names {}. Say who they are, not their name.",
                shown.join(", ")
            )
        }
        NoYes::NotADay => "Say a day, such as 1 april, or in 6 months.".to_owned(),
        NoYes::Over => "That day is over. Type one after today.".to_owned(),
    }
}

/// Somebody took it back while it was being told.
pub fn was_taken_back(story: &Story) -> String {
    match story.words() {
        0 => "That story was taken back and its words removed. Nothing was kept.".to_owned(),
        _ => "That story was taken back meanwhile, and stays so. Nothing was kept.".to_owned(),
    }
}

/// A story was taken back: which.
pub fn took_back(before: &Story, after: &Story, today: NaiveDate) -> String {
    let (first, _) = row(before, today);
    let first: Vec<&str> = first.split_whitespace().take(8).collect();
    format!("\"{}\". {}", first.join(" "), kept(after, today))
}

/// A story was kept.
pub fn kept(story: &Story, today: NaiveDate) -> String {
    match &story.permission {
        Some(given) if given.withdrawn.is_some() && story.words() == 0 => WORDS_GONE.to_owned(),
        Some(given) if given.withdrawn.is_some() => TAKEN_BACK.to_owned(),
        Some(given) => format!(
            "Kept. It may be shown until {}. /stories takes it back.",
            day(given.until, today)
        ),
        None => KEPT_AS_DRAFT.to_owned(),
    }
}

/// A story as a list shows it: how it begins, and beside it whether it may be shown.
pub fn row(story: &Story, today: NaiveDate) -> (String, String) {
    let first = story.parts.iter().find(|part| !part.trim().is_empty());
    let first = first.and_then(|part| part.lines().next());
    let first = first.map_or("No words".to_owned(), |line| text::shown(line).into_owned());
    (first, stands(story, today))
}

/// Whether it may be shown.
pub fn stands(story: &Story, today: NaiveDate) -> String {
    match &story.permission {
        None => "draft".to_owned(),
        Some(given) => match given.withdrawn {
            Some(back) => format!("taken back {}", day(back, today)),
            None if given.until < today => format!("over since {}", day(given.until, today)),
            None => format!("until {}", day(given.until, today)),
        },
    }
}

/// The title of what can be done with one.
pub fn menu_title(story: &Story, today: NaiveDate) -> String {
    let (first, stands) = row(story, today);
    format!("{first}  {stands}")
}

/// Why a record begins no story.
pub fn no_story(why: NoStory) -> &'static str {
    match why {
        NoStory::Void => "That record no longer stands, so no story is told from it.",
        NoStory::NotReal => IN_PRACTICE,
        NoStory::NotARecord => "That file cannot be read as a record. Nothing was begun.",
        NoStory::Empty => "Nothing stands in that record, so there is nothing to tell from.",
    }
}

/// No story has this name.
pub fn none_called(typed: &str) -> String {
    format!("No story is called \"{}\".", text::shown(typed))
}

/// What is the matter with a story's file: `stories/7k3f-q2m9.md, line 3: ...`.
pub fn trouble(id: &str, line: usize, message: &str) -> String {
    format!("stories/{id}.md, line {line}: {}", text::shown(message))
}

/// A story that may be shown has a name in it: `stories/7k3f-q2m9.md, line 3: ... It is not shown until that is out.`
pub fn not_shown(id: &str, line: usize, message: &str) -> String {
    format!(
        "{} It is not shown until that is out.",
        trouble(id, line, message)
    )
}

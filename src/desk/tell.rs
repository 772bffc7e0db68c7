//! Stories of difference and feedback: what can be asked about them, what the outside does, and what is not finished.

use serde::{Deserialize, Serialize};

use super::{Desk, Effect};
use crate::{
    conversation::ConversationId,
    evidence::{
        feedback::{Answer, Asked, Asking, Feedback},
        story::{Reach, Settled, Story, Telling, Told, Yes, telling::YesTyped},
    },
};

/// What a person can ask about stories. A story is named by its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stories {
    /// Begin one from the record that was read or saved last; go on with the one that was begun.
    Tell,
    /// Begin one from this record.
    Of(ConversationId),
    /// The lines of the record.
    Lines,
    /// Choose a line of the record, or leave it out.
    Choose(usize),
    /// Put it under the next part, or the one before.
    Under(usize, Way),
    /// The parts.
    Parts,
    /// Type on in a part.
    Part(usize),
    /// A line that was typed in a part; nothing ends it.
    Words(usize, String),
    /// Look it over, with what may give somebody away.
    Check,
    /// Ask about the next word that may be a name; how it went, where there is none.
    Ask,
    /// What becomes of a word that may be a name.
    Settle(String, Settled),
    /// Ask how it went.
    AskWent,
    /// How it went.
    Went(Told),
    /// Ways to keep it.
    Ways,
    /// Keep it as a draft.
    Keep,
    /// Ask who said yes to what.
    AskYes(Yes),
    /// What was typed in answer.
    Answer(Yes, String),
    /// Ask who may be shown it.
    AskReach,
    /// Who may be shown it.
    Reach(Reach),
    /// The list of stories.
    List,
    /// What can be done with one.
    Menu(String),
    /// Read it.
    Read(String),
    /// Go on with it.
    Change(String),
    /// Say who said yes, again where it was taken back.
    SayYes(String),
    /// Ask how it is taken back.
    Withdraw(String),
    /// Ask whether it goes for good, or what is left of its words.
    AskRemove(String),
    /// Take its file away.
    Remove(String),
    /// Ask whether what is being told is thrown away.
    AskThrowAway,
    /// Throw it away. A story that was kept before stays as it was.
    ThrowAway,
    /// Read what was told so far.
    ReadTold,
    /// Put the line that was chosen last under this part.
    PutLast(usize),
    /// Take it back.
    TakeBack {
        /// Which.
        id: String,
        /// Its words stay on this computer.
        keep_words: bool,
    },
}

/// One way or the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// On.
    Next,
    /// Back.
    Before,
}

/// What a person can ask about feedback.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskFeedback {
    /// Begin to ask; whom, where that was said. Goes on with what was begun.
    Begin(Option<Asked>),
    /// Begin to ask these, whatever was begun of others.
    Of(Asked),
    /// Ask who asks.
    AskBy,
    /// Who asks, as typed.
    By(String),
    /// Ask a question; past the last one, what becomes of it.
    Question(usize),
    /// An answer to a question; none skips it.
    Answer(usize, Option<Answer>),
    /// The words to it, as typed.
    Words(usize, String),
    /// Keep what was said.
    Keep,
    /// Ask whether it is thrown away.
    AskThrowAway,
    /// Throw it away.
    ThrowAway,
}

/// A story that is being told and somebody who is being asked, kept as they are typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unfinished {
    /// The story.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub telling: Option<Telling>,
    /// Whoever is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asking: Option<Asking>,
    /// How often more than letters changed. What is being typed belongs to one of these steps.
    #[serde(default)]
    pub step: u64,
}

/// What is being typed of it: all that a key changes. It is kept by itself, so that a key costs no more than its letters.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letters {
    step: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    story: Option<OfStory>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answers: Option<OfAnswers>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct OfStory {
    id: String,
    typed: Option<(usize, String)>,
    yes: YesTyped,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct OfAnswers {
    asked: Asked,
    by: String,
    words: String,
}

impl Unfinished {
    /// Whether nothing is.
    pub fn is_empty(&self) -> bool {
        self.telling.is_none() && self.asking.is_none()
    }

    /// Whether the story is told from this record: it goes where that is removed.
    pub fn is_told_from(&self, record: &ConversationId) -> bool {
        let telling = self.telling.as_ref();
        telling.is_some_and(|telling| telling.record.as_ref() == Some(record))
    }

    /// What is being typed of it.
    pub fn letters(&self) -> Letters {
        Letters {
            step: self.step,
            story: self.telling.as_ref().map(|telling| OfStory {
                id: telling.id.clone(),
                typed: telling.typed.clone(),
                yes: telling.yes.clone(),
            }),
            answers: self.asking.as_ref().map(|asking| OfAnswers {
                asked: asking.asked,
                by: asking.by.clone(),
                words: asking
                    .given
                    .get(asking.next)
                    .map_or(String::new(), |given| given.words.clone()),
            }),
        }
    }

    /// Puts these letters where they were typed. Those of another step are in it already.
    pub fn take_letters(&mut self, letters: Letters) {
        if letters.step != self.step {
            return;
        }
        if let (Some(telling), Some(of)) = (&mut self.telling, letters.story)
            && telling.id == of.id
        {
            telling.typed = of.typed;
            telling.yes = of.yes;
        }
        if let (Some(asking), Some(of)) = (&mut self.asking, letters.answers)
            && asking.asked == of.asked
        {
            asking.by = of.by;
            asking.words(asking.next, &of.words);
        }
    }

    /// Whether more than letters changed since.
    pub fn is_a_step_from(&self, before: &Self) -> bool {
        let mut same = before.clone();
        same.take_letters(self.letters());
        same != *self
    }
}

/// What the outside should do with stories and feedback.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tell {
    /// Keep what is not finished, in the place of what was kept of that; before it is shown. Nothing takes away what was
    /// kept.
    KeepUnfinished(Box<Unfinished>),
    /// Keep the letters that changed of it, before they are shown.
    KeepLetters(Box<Letters>),
    /// Read what is not finished.
    ReadUnfinished,
    /// Put a story in its file.
    KeepStory(Box<Keeping>),
    /// Take its file away.
    RemoveStory(String),
    /// Read these records too, which belong with the one a story is told from: whom they name goes from it.
    ReadLinked(Vec<ConversationId>),
    /// Read all stories.
    ReadStories,
    /// Put what somebody said in its file, as one more row.
    KeepFeedback(Feedback),
}

/// A story to be kept, and what must still be so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keeping {
    /// The story.
    pub story: Story,
    /// The record it is told from, which must still stand.
    pub record: Option<ConversationId>,
    /// It was known that it had been taken back. Otherwise one that was taken back meanwhile stays so.
    pub knew: bool,
}

/// What came of that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// What is not finished was read.
    Unfinished(Box<Unfinished>),
    /// All stories were read, and this is to be said of their files.
    Stories(Vec<Story>, Vec<String>),
    /// The records that belong with the one a story is told from, as far as they can be read.
    Linked(Vec<String>),
    /// A story is in its file.
    StoryKept(Box<Story>),
    /// It is not, as a sentence; what was there is as it was.
    StoryNotKept(String),
    /// It is not, because it was taken back meanwhile: this is how it stands.
    StoryWasBack(Box<Story>),
    /// Its file is gone.
    StoryRemoved(String),
    /// What somebody said is in its file.
    FeedbackKept(Asked),
    /// It is not, as a sentence.
    FeedbackNotKept(String),
}

impl Desk {
    /// Asks the outside for something about stories or feedback.
    pub fn tell(&mut self, what: Tell) {
        self.ask(Effect::Tell(Box::new(what)));
    }
}

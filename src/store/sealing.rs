//! Sealing everything there is, sealing it to one more person, and unsealing it.
//!
//! Each goes text by text. The new form is written whole beside the old one and read back; only then the old one goes.
//! So a text is at every moment there in one form or in both, and which forms there are is all that needs to be
//! remembered: after an interruption, doing it again goes on with it. A text that is there in both forms is read in the
//! plain one, so sealing takes what that says, and unsealing keeps it.
//!
//! The list of recipients is what turns sealing on. It is written after the key and goes last, so that whatever other
//! windows write in between is sealed, and can be opened.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

pub use super::seal::{NotAKey, PublicKey, Recipient};
use super::{
    Conversations, Home, Library, Lock, answers, atomic, cache,
    disk::Errand,
    error::{Result, StoreError},
    evidence_kept,
    files::read_limited,
    library::record_of,
    pieces::{JOURNAL_LIMIT, Pieces},
    seal, texts,
};
use crate::{
    conversation::{ConversationId, Moment},
    desk::Passphrase,
    words,
};

/// How often everything is gone through again because another window wrote something meanwhile.
const ROUNDS: usize = 3;

/// What form texts are to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Sealed to everybody in the list.
    Sealed,
    /// As anybody can read them.
    Plain,
}

/// What came of going through everything.
#[derive(Debug, Default)]
pub struct Outcome {
    /// How many texts have another form now.
    pub turned: usize,
    /// Conversations that another window is writing. They were left as they are.
    pub elsewhere: Vec<ConversationId>,
    /// What could not be done.
    pub troubles: Vec<StoreError>,
}

impl Outcome {
    /// Whether nothing was left out.
    pub fn is_whole(&self) -> bool {
        self.elsewhere.is_empty() && self.troubles.is_empty()
    }
}

/// How many there are of each form.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Sealed to everybody in the list.
    pub sealed: usize,
    /// Sealed to fewer: somebody was added since.
    pub behind: usize,
    /// Plain, in whole or in part.
    pub plain: usize,
}

impl Tally {
    fn count(&mut self, state: State) {
        match state {
            State::Sealed => self.sealed += 1,
            State::Behind => self.behind += 1,
            State::Plain => self.plain += 1,
        }
    }
}

/// What there is, and in what form.
#[derive(Debug, Default)]
pub struct Status {
    /// Who can open what is sealed. Empty when sealing is off.
    pub recipients: Vec<Recipient>,
    /// Finished records, each with what was kept apart from it.
    pub records: Tally,
    /// Open conversations.
    pub conversations: Tally,
    /// What is kept beside the records: baselines, what people said, stories.
    pub evidence: Tally,
    /// What could not be looked at.
    pub troubles: Vec<StoreError>,
}

/// The form of one thing. The later counts for a thing in parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    Sealed,
    Behind,
    Plain,
}

/// Makes a key, unless one is there already, and turns sealing on. The key is at hand then. Takes some seconds.
///
/// # Errors
///
/// [`StoreError::NotOpened`] when a key is there and this is not its passphrase. Others as the disk says; then sealing
/// is off, and this can be done again.
pub fn turn_on(home: &Home, passphrase: Passphrase) -> Result<()> {
    let identity = home.identity();
    if !identity.exists() {
        let file = seal::Key::generate().to_file(&passphrase);
        write_identity(
            home,
            &file.map_err(|error| StoreError::at(&identity, error))?,
        )?;
    }
    // From the disk, so that a key nobody could ever take out again is found out now.
    home.vault().unlock(passphrase)?;
    let key = home.vault().public_key().ok_or(StoreError::NotOpened)?;
    let label = words::sealing::OWN_KEY.to_owned();
    write_list(home, &[Recipient { label, key }])
}

pub(super) fn write_identity(home: &Home, file: &[u8]) -> Result<()> {
    home.on(Errand::SealKeys).write_new(&home.identity(), file)
}

/// Adds somebody to the list. What is written from now on is sealed to them too; [`turn_all`] does the rest.
///
/// # Errors
///
/// [`StoreError::AlreadyThere`] when they are in it; else as the disk says, and then they are not.
pub fn add_recipient(home: &Home, label: &str, key: PublicKey) -> Result<()> {
    let mut list = home.vault().recipients();
    if list.iter().any(|one| one.key == key) {
        return Err(StoreError::AlreadyThere {
            path: PathBuf::from(key.to_string()),
        });
    }
    let label = label.to_owned();
    list.push(Recipient { label, key });
    write_list(home, &list)
}

fn write_list(home: &Home, list: &[Recipient]) -> Result<()> {
    let text = seal::write_recipients(list);
    home.on(Errand::SealKeys)
        .replace(&home.recipients(), text.as_bytes())?;
    home.vault().refresh()
}

/// Unseals everything and, when nothing is left sealed, turns sealing off. The key stays in its file, for copies that
/// were made elsewhere in the meantime.
///
/// # Errors
///
/// [`StoreError::Sealed`] without the key; as the disk says when the list cannot be taken away.
pub fn turn_off(home: &Home, library: &Library, now: Moment) -> Result<Outcome> {
    let mut whole = Outcome::default();
    for _ in 0..ROUNDS {
        let outcome = turn_all(home, library, Form::Plain, now)?;
        whole.turned += outcome.turned;
        whole.elsewhere = outcome.elsewhere;
        whole.troubles = outcome.troubles;
        if outcome.turned == 0 || !whole.is_whole() {
            break;
        }
    }
    if whole.is_whole() {
        let on = home.on(Errand::SealKeys);
        on.remove(&home.recipients())?;
        on.sync_folder(&home.seal())?;
        home.vault().refresh()?;
    }
    Ok(whole)
}

/// Gives every text of the home this form: records, what was kept apart from them and beside them, and the journals of
/// conversations nobody else has open. What cannot be turned stays as it was, is said, and stops nothing.
///
/// # Errors
///
/// [`StoreError::Sealed`] when the key is needed and not here.
pub fn turn_all(home: &Home, library: &Library, form: Form, now: Moment) -> Result<Outcome> {
    let turning = Turning { home, form };
    if form == Form::Plain && !home.vault().has_key() {
        let path = home.identity();
        return Err(StoreError::Sealed { path });
    }
    cache::forget(home)?;
    let mut outcome = Outcome::default();
    for part in [home.clone(), home.practice()] {
        turning.conversations(&Conversations::of(&part), now, &mut outcome);
    }
    for path in answers::files(home) {
        outcome.take(turning.turn(&path, texts::TEXT_LIMIT));
    }
    for library in [library, &Library::of(&home.practice(), None)] {
        let found = library.texts();
        turning.texts(&found.paths, found.troubles, &mut outcome);
    }
    let (paths, troubles) = evidence_kept::all(home);
    turning.texts(&paths, troubles, &mut outcome);
    Ok(outcome)
}

/// Looks what there is. Opens nothing, so it needs no key.
pub fn status(home: &Home, library: &Library) -> Status {
    let readers = home.vault().recipients().len();
    let mut status = Status {
        recipients: home.vault().recipients(),
        ..Status::default()
    };
    for library in [library, &Library::of(&home.practice(), None)] {
        let found = library.texts();
        status.troubles.extend(found.troubles);
        let mut records: BTreeMap<PathBuf, State> = BTreeMap::new();
        for path in found.paths {
            let state = state_of(&path, readers);
            let record = records.entry(record_of(&path)).or_insert(state);
            *record = state.max(*record);
        }
        records
            .into_values()
            .for_each(|state| status.records.count(state));
    }
    let (beside, troubles) = evidence_kept::all(home);
    status.troubles.extend(troubles);
    beside
        .iter()
        .for_each(|path| status.evidence.count(state_of(path, readers)));
    for part in [home.clone(), home.practice()] {
        match conversation_states(&part, readers) {
            Ok(states) => states
                .into_iter()
                .for_each(|state| status.conversations.count(state)),
            Err(trouble) => status.troubles.push(trouble),
        }
    }
    status
}

fn conversation_states(home: &Home, readers: usize) -> Result<Vec<State>> {
    let listed = Conversations::of(home).list()?;
    let states = listed.iter().map(|listed| {
        let folder = home.conversation(&listed.id);
        let pieces = Pieces::of(&folder)?;
        let all = pieces.standing.iter().chain(&pieces.spent);
        let state = all
            .map(|piece| state_of(&texts::plain_name(&piece.path(&folder)), readers))
            .max();
        Ok(state.unwrap_or(State::Sealed))
    });
    states.collect()
}

/// The state of a text, by its plain name. One whose header cannot be read is damaged, not behind.
fn state_of(path: &Path, readers: usize) -> State {
    if path.exists() {
        return State::Plain;
    }
    match seal::readers_of(&start_of(&texts::sealed_name(path))) {
        Some(count) if count < readers => State::Behind,
        _ => State::Sealed,
    }
}

/// The first bytes of a file, enough for its header.
fn start_of(path: &Path) -> Vec<u8> {
    use std::io::Read;
    let mut start = vec![];
    if let Ok(file) = std::fs::File::open(path) {
        let _ = file
            .take(seal::LONGEST_HEADER as u64)
            .read_to_end(&mut start);
    }
    start
}

/// Going through everything.
struct Turning<'a> {
    home: &'a Home,
    form: Form,
}

impl Turning<'_> {
    fn conversations(&self, conversations: &Conversations, now: Moment, outcome: &mut Outcome) {
        let listed = match conversations.list() {
            Ok(listed) => listed,
            Err(trouble) => return outcome.troubles.push(trouble),
        };
        for conversation in listed {
            let home = conversations.home();
            let id = conversation.id;
            match Lock::take(home.disk(), &home.conversation(&id), now) {
                Ok(_held) => self.journal(&home.conversation(&id), outcome),
                Err(StoreError::OpenElsewhere { .. }) => outcome.elsewhere.push(id),
                Err(trouble) => outcome.troubles.push(trouble),
            }
        }
    }

    fn texts(&self, paths: &[PathBuf], troubles: Vec<StoreError>, outcome: &mut Outcome) {
        outcome.troubles.extend(troubles);
        for path in paths {
            outcome.take(self.turn(path, texts::TEXT_LIMIT));
        }
        let folders: BTreeSet<&Path> = paths.iter().filter_map(|path| path.parent()).collect();
        folders
            .into_iter()
            .for_each(|folder| self.on().clear_left_behind(folder));
    }

    fn journal(&self, folder: &Path, outcome: &mut Outcome) {
        let pieces = match Pieces::of(folder) {
            Ok(pieces) => pieces,
            Err(trouble) => return outcome.troubles.push(trouble),
        };
        for piece in pieces.standing.iter().chain(&pieces.spent) {
            let path = piece.path(folder);
            let turned = self.turn(&texts::plain_name(&path), JOURNAL_LIMIT);
            match turned {
                // The last write before a crash may be half a piece. It opens to nothing, and in the way of nothing.
                Err(StoreError::Damaged { .. }) if piece.sealed => self.set_aside(&path, outcome),
                turned => outcome.take(turned),
            }
        }
        self.on().clear_left_behind(folder);
    }

    /// Gives the text with this plain name the form, and says whether it had another.
    fn turn(&self, plain: &Path, limit: u64) -> Result<bool> {
        let sealed = texts::sealed_name(plain);
        match (self.form, plain.exists(), sealed.exists()) {
            (Form::Sealed, true, _) => self.seal(plain, &sealed, limit),
            (Form::Sealed, false, true) => self.seal_to_more(plain, &sealed, limit),
            (Form::Plain, true, true) => self.remove(&sealed),
            (Form::Plain, false, true) => self.unseal(plain, &sealed, limit),
            _ => Ok(false),
        }
    }

    fn seal(&self, plain: &Path, sealed: &Path, limit: u64) -> Result<bool> {
        let text = read_limited(plain, limit)?;
        self.write_sealed(sealed, &text, limit)?;
        self.remove_if_still(plain, &text, limit)
    }

    fn seal_to_more(&self, plain: &Path, sealed: &Path, limit: u64) -> Result<bool> {
        let readers = self.home.vault().recipients().len();
        if state_of(plain, readers) != State::Behind {
            return Ok(false);
        }
        let was = read_limited(sealed, limit)?;
        let text = self.home.vault().open(sealed, &was)?;
        self.write_sealed(sealed, &text, limit)?;
        Ok(true)
    }

    fn unseal(&self, plain: &Path, sealed: &Path, limit: u64) -> Result<bool> {
        let was = read_limited(sealed, limit)?;
        let text = self.home.vault().open(sealed, &was)?;
        self.on().write_new(plain, &text)?;
        check(plain, read_limited(plain, limit)? == text)?;
        self.remove_if_still(sealed, &was, limit)
    }

    /// Writes the sealed form and reads it back; with the key at hand, all the way to the words.
    fn write_sealed(&self, sealed: &Path, text: &[u8], limit: u64) -> Result<()> {
        let vault = self.home.vault();
        let bytes = vault.seal(text)?;
        self.on().replace(sealed, &bytes)?;
        let found = read_limited(sealed, limit)?;
        check(sealed, found == bytes)?;
        if vault.has_key() {
            check(sealed, vault.open(sealed, &found)? == text)?;
        }
        Ok(())
    }

    /// Takes the old form away, unless another window has written something else in it meanwhile.
    fn remove_if_still(&self, path: &Path, text: &[u8], limit: u64) -> Result<bool> {
        if read_limited(path, limit)? != text {
            return Err(StoreError::Changed {
                path: path.to_owned(),
            });
        }
        self.remove(path)
    }

    fn remove(&self, path: &Path) -> Result<bool> {
        self.on().remove(path)?;
        self.on().sync_folder(path.parent().unwrap_or(path))?;
        Ok(true)
    }

    /// Gives a piece that opens to nothing a name that no reader of journals looks at.
    fn set_aside(&self, path: &Path, outcome: &mut Outcome) {
        let mut name = path.as_os_str().to_owned();
        name.push(".damaged");
        let moved = self
            .home
            .disk()
            .rename(Errand::Seal, path, Path::new(&name));
        if let Err(error) = moved {
            outcome.troubles.push(StoreError::at(path, error));
        }
    }

    fn on(&self) -> atomic::OnErrand<'_> {
        self.home.on(Errand::Seal)
    }
}

impl Outcome {
    fn take(&mut self, turned: Result<bool>) {
        match turned {
            Ok(turned) => self.turned += usize::from(turned),
            // It went meanwhile: a record was saved, a conversation finished.
            Err(StoreError::NotThere { .. }) => {}
            Err(trouble) => self.troubles.push(trouble),
        }
    }
}

fn check(path: &Path, is_so: bool) -> Result<()> {
    if is_so {
        return Ok(());
    }
    Err(StoreError::Damaged {
        path: path.to_owned(),
        why: "what was written is not what is there".to_owned(),
    })
}

#[cfg(test)]
mod tests;

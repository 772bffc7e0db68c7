//! `alongside practice list --kept` and `alongside practice carry`: what has been played or observed and is still here.

use std::io::Write;

use super::{DONE, PROBLEMS, Trouble, open, passphrase, records};
use crate::{
    conversation::{Conversation, ConversationId, Side, apply},
    practice::NOT_REAL,
    run,
    store::{Conversations, Home, Library, StoreError},
    text,
    words::watching as words,
};

/// Lists what has been played and not thrown away, the last first, and the pages that were kept.
pub(super) fn list(home: &Home, out: &mut dyn Write) -> Result<u8, Trouble> {
    let practice = home.practice();
    let conversations = Conversations::of(&practice);
    let mut lines = vec![NOT_REAL.to_owned()];
    let mut troubles: Vec<String> = vec![];
    for id in open_ids(&conversations)? {
        match read(home, &conversations, &id) {
            Ok(Some(talk)) if !talk.is_blank() => lines.push(words::kept(&talk)),
            Ok(_) => {}
            Err(trouble) => troubles.push(trouble.sentence),
        }
    }
    let pages = Library::of(&practice, None).list();
    let path = |page: &crate::store::RecordFile| page.path.display().to_string();
    lines.extend(pages.records.iter().map(path));
    troubles.extend(pages.troubles.iter().map(ToString::to_string));
    if lines.len() == 1 {
        lines.push(crate::words::practice::NOTHING_PLAYED.to_owned());
    }
    let said = text::shown_lines(&(lines.join("\n") + "\n")).into_owned();
    super::print(out, said.as_bytes())?;
    troubles.iter().for_each(|trouble| open::say(trouble));
    Ok(if troubles.is_empty() { DONE } else { PROBLEMS })
}

/// Writes what an observer counted as a file for another computer.
pub(super) fn carry(home: &Home, id: &str, file: &str, out: &mut dyn Write) -> Result<u8, Trouble> {
    let conversations = Conversations::of(&home.practice());
    let mut found = open_ids(&conversations)?;
    found.retain(|open| !id.is_empty() && open.as_str().starts_with(id));
    let id = match found.as_slice() {
        [] => return Err(records::nothing_called(id)),
        [one] => one,
        several => return Err(records::several(id, several.iter())),
    };
    let events = passphrase::reading(home, || conversations.load(id))?.events;
    let said = run::carry(home, id, &events, &Home::path_named(file)?)?;
    let said = text::shown_lines(&said).into_owned();
    super::print(out, format!("{NOT_REAL}\n{said}\n").as_bytes())?;
    Ok(DONE)
}

fn open_ids(conversations: &Conversations) -> Result<Vec<ConversationId>, StoreError> {
    let listed = conversations.list()?.into_iter().map(|listed| listed.id);
    Ok(listed.filter(|id| id.side() == Side::Practice).collect())
}

fn read(
    home: &Home,
    conversations: &Conversations,
    id: &ConversationId,
) -> Result<Option<Conversation>, Trouble> {
    let events = passphrase::reading(home, || conversations.load(id))?.events;
    Ok(apply::replay(id.clone(), &events, || None))
}

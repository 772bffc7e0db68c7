//! What to know of somebody before they have to say it again: ten lines at most.
//!
//! What the worker promised comes first, as questions; then how to be in touch safely, what matters to them, what
//! others promised, and where the last record is.

use std::collections::HashSet;

use super::{
    met::Met,
    told::{Said, Told},
};
use crate::promise::{Doer, Promise};

/// The most lines there are.
pub const MOST: usize = 10;

/// The most promises of the worker's that are asked about here. `/due` has all.
const MOST_ASKED: usize = 3;

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line<'a> {
    /// A conversation with them that is still open.
    StillOpen(&'a Met),
    /// Something the worker promised and has still to keep, and how many more there are that have no line.
    Asked(&'a Promise, usize),
    /// Nothing may be sent to where they live, as this conversation says. True where that is the last one.
    NothingHome(&'a Met, bool),
    /// How they like to be contacted and what helps, as this conversation says.
    Contact(&'a Met, &'a str),
    /// Something they said, and the record it is in.
    Matters(&'a Told, &'a Said),
    /// Something they or others have still to keep, and how many more there are of theirs.
    Promised(&'a Promise, usize),
    /// Something that was kept, or is not needed, lately.
    Over(&'a Promise),
    /// The last record.
    Last(&'a Met),
}

/// The lines about somebody. `talks` are their conversations, the last first; `promises` are everybody's, the most
/// pressing first; `told` is what their last records tell, the last first; `is_mine` says whose promise is the
/// worker's at the screen.
pub fn ten_lines<'a>(
    talks: &[&'a Met],
    promises: &[&'a Promise],
    told: &'a [Told],
    is_mine: impl Fn(&Promise) -> bool,
) -> Vec<Line<'a>> {
    let ids: HashSet<_> = talks.iter().map(|met| &met.id).collect();
    let theirs = |promise: &&&Promise| ids.contains(promise.place.id());
    let theirs: Vec<&Promise> = promises.iter().filter(theirs).copied().collect();
    let (open, over): (Vec<&Promise>, Vec<&Promise>) =
        theirs.into_iter().partition(|promise| promise.is_open());
    let (mine, others): (Vec<&Promise>, Vec<&Promise>) =
        open.into_iter().partition(|promise| is_mine(promise));
    let (person, others): (Vec<&Promise>, Vec<&Promise>) = others
        .into_iter()
        .partition(|promise| promise.doer == Doer::Person);

    let mut lines: Vec<Line<'a>> = vec![];
    lines.extend(
        talks
            .iter()
            .find(|met| met.is_open())
            .map(|met| Line::StillOpen(met)),
    );
    lines.extend(asked(&mine));
    lines.extend(nothing_home(talks));
    lines.extend(
        talks
            .iter()
            .find_map(|met| Some(Line::Contact(met, met.contact.as_deref()?))),
    );
    let matters = lines.len();
    lines.extend(first_of(&person).into_iter().chain(first_of(&others)));
    let last = talks
        .iter()
        .find(|met| !met.is_open())
        .map(|met| Line::Last(met));
    let lately = over.into_iter().max_by_key(|promise| promise.last);
    // Two things they said are worth more of the room than what is over and done; what they said takes the rest.
    let room = MOST.saturating_sub(lines.len() + usize::from(last.is_some()));
    let said = what_matters(told, room - usize::from(lately.is_some() && room > 2));
    let room = room - said.len();
    lines.splice(matters..matters, said);
    lines.extend(lately.map(Line::Over).filter(|_| room > 0));
    lines.extend(last);
    lines
}

fn asked<'a>(mine: &[&'a Promise]) -> Vec<Line<'a>> {
    let shown = mine.len().min(MOST_ASKED);
    let more = mine.len() - shown;
    let line = |(at, promise): (usize, &&'a Promise)| {
        Line::Asked(promise, if at + 1 == shown { more } else { 0 })
    };
    mine.iter().take(shown).enumerate().map(line).collect()
}

/// The last conversation's word, or where it says nothing of it an earlier one's.
fn nothing_home<'a>(talks: &[&'a Met]) -> Option<Line<'a>> {
    let at = talks.iter().position(|met| met.no_copy_home)?;
    Some(Line::NothingHome(talks[at], at == 0))
}

fn first_of<'a>(promises: &[&'a Promise]) -> Option<Line<'a>> {
    let first = promises.first()?;
    Some(Line::Promised(first, promises.len() - 1))
}

/// Their own words, and something else that matters to them, each from the last record that has it; then the rest of
/// that, and last what else they told. What was said last comes first.
fn what_matters(told: &[Told], most: usize) -> Vec<Line<'_>> {
    let all = || {
        told.iter()
            .flat_map(|told| told.said.iter().map(move |said| (told, said)))
    };
    let is_it = |(_, said): &(&Told, &Said)| said.own || said.matters;
    let own = all().find(|(_, said)| said.own);
    let other = all().find(|(_, said)| !said.own && said.matters);
    let picked = own.into_iter().chain(other);
    let mut picked: Vec<_> = picked.collect();
    for one in all().filter(is_it).chain(all().filter(|one| !is_it(one))) {
        if !picked.contains(&one) {
            picked.push(one);
        }
    }
    let picked = picked.into_iter().take(most);
    picked
        .map(|(told, said)| Line::Matters(told, said))
        .collect()
}

#[cfg(test)]
mod tests;

//! What happened next, from the team's list.

use super::narrowed;
use crate::{
    app::{App, SheetRow},
    conversation::About,
    desk::Command,
    words::evidence::facts as said,
};

/// The team's routes that answer to what is typed, and what is typed itself: a list is never all there is.
pub(super) fn routes(app: &App, typed: &str) -> Vec<SheetRow> {
    let talk = app.desk.talk();
    let set = talk.and_then(|talk| talk.facts.route.as_deref());
    // The whole command may be typed again where only what follows it is asked for.
    let typed = typed.trim();
    let typed = typed.strip_prefix("/route ").unwrap_or(typed).trim_start();
    let routes = app.desk.team.routes.iter();
    let row = |text: String, route: &str| {
        let detail = if set == Some(route) { said::IS_SET } else { "" };
        let route = About::Route(Some(route.to_owned()));
        SheetRow::new(text, detail, Command::About(route))
    };
    let listed = narrowed(routes, typed, |route| (*route).clone());
    let is_listed = listed.iter().any(|route| *route == typed);
    // One that was typed is no less the one it is now.
    let own = set.filter(|set| typed.is_empty() && !listed.iter().any(|route| route == set));
    let own = own.map(|set| row(set.to_owned(), set));
    let as_typed = (!typed.is_empty() && !is_listed).then(|| row(said::as_typed(typed), typed));
    let listed = listed.into_iter().map(|route| row(route.clone(), route));
    listed.chain(own).chain(as_typed).collect()
}

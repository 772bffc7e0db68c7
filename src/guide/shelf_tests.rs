//! What the shelf does with team files, sound and unsound.

use super::{Guide, GuideId, Shelf, TeamFile, check, starter};

fn file(name: &str, text: &str) -> TeamFile {
    TeamFile {
        name: name.to_owned(),
        text: text.to_owned(),
    }
}

/// A guide that holds one borrowed topic, and nothing else to say.
fn borrower(id: &str, borrow: &str) -> String {
    let text = starter(id, "A guide");
    text.replace("listen-and-connect/have-i-got-you-right", borrow)
}

fn guide(shelf: &Shelf, id: &str) -> Guide {
    let found = shelf.guide(&GuideId::new(id));
    found.unwrap_or_else(|| panic!("no guide {id}"))
}

fn messages(name: &str, text: &str, shelf: &Shelf) -> Vec<String> {
    let problems = check(name, text, shelf).problems;
    problems
        .into_iter()
        .map(|problem| problem.message)
        .collect()
}

#[test]
fn a_team_guide_replaces_the_built_in_with_its_id() {
    let shelf = Shelf::new(vec![file("crisis.toml", &starter("crisis", "Our crisis"))]);
    assert_eq!(guide(&shelf, "crisis").title, "Our crisis");
    let listed = shelf.list();
    assert_eq!(listed[1].title, "Our crisis");
    assert_eq!(listed[1].team.as_deref(), Some("crisis.toml"));
    assert_eq!(listed.len(), Shelf::default().list().len());
    assert_eq!(shelf.setbacks(), []);
}

#[test]
fn a_new_team_guide_is_listed_last() {
    let shelf = Shelf::new(vec![file("m.toml", &starter("moving", "Moving house"))]);
    let last = shelf.list().pop();
    assert_eq!(
        last.map(|listed| listed.title),
        Some("Moving house".to_owned())
    );
}

#[test]
fn an_unsound_team_guide_falls_back_to_the_built_in() {
    let text = starter("good-life", "Ours").replace("\"listen-and-connect\"  #", "\"listen\"  #");
    let shelf = Shelf::new(vec![file("good-life.toml", &text)]);
    assert_eq!(guide(&shelf, "good-life").title, "Good life");
    let setback = &shelf.setbacks()[0];
    assert_eq!(
        (setback.file.as_str(), setback.line, setback.column),
        ("good-life.toml", 6, 8)
    );
    assert_eq!(setback.message, "There is no kind `listen`.");
    assert!(setback.fallback);
}

#[test]
fn an_unsound_team_guide_that_replaces_nothing_is_left_out() {
    let text = starter("moving", "Ours").replace("format = 1", "format = 2");
    let shelf = Shelf::new(vec![file("moving.toml", &text)]);
    assert_eq!(shelf.guide(&GuideId::new("moving")), None);
    assert!(!shelf.setbacks()[0].fallback);
    assert_eq!(shelf.list().len(), Shelf::default().list().len());
}

#[test]
fn a_fault_in_the_id_is_told_by_the_name_of_the_file() {
    let text = starter("good-life", "Ours").replace("id = \"good-life\"", "id = good life");
    let shelf = Shelf::new(vec![file("good-life.toml", &text)]);
    assert!(shelf.setbacks()[0].fallback);
}

#[test]
fn the_first_of_two_files_with_one_id_is_used() {
    let shelf = Shelf::new(vec![
        file("a.toml", &starter("x", "First")),
        file("b.toml", &starter("x", "Second")),
    ]);
    assert_eq!(guide(&shelf, "x").title, "First");
    assert_eq!(shelf.setbacks()[0].file, "b.toml");
    assert_eq!(
        shelf.setbacks()[0].message,
        "The guide id `x` is taken by a.toml."
    );
}

#[test]
fn a_borrow_of_a_borrow_is_fetched() {
    let shelf = Shelf::new(vec![
        file("a.toml", &borrower("a", "b/have-i-got-you-right")),
        file(
            "b.toml",
            &borrower("b", "listen-and-connect/have-i-got-you-right"),
        ),
    ]);
    let guide = guide(&shelf, "a");
    let last = guide.topics.last();
    assert_eq!(
        last.map(|topic| topic.id.as_str()),
        Some("have-i-got-you-right")
    );
    assert!(last.is_some_and(|topic| !topic.ask.is_empty()));
}

#[test]
fn a_borrowed_topic_can_have_its_own_title_and_section() {
    let text = borrower("a", "crisis/safe-today").replace(
        "section = \"what-next\"",
        "title = \"Safe for now\"\nsection = \"others\"",
    );
    let donor = starter("crisis", "Crisis")
        .replace("id = \"what-matters\"\ntitle", "id = \"safe-today\"\ntitle");
    let shelf = Shelf::new(vec![file("a.toml", &text), file("crisis.toml", &donor)]);
    assert_eq!(shelf.setbacks(), []);
    let guide = guide(&shelf, "a");
    let topic = guide.topics.last();
    assert_eq!(
        topic.map(|topic| topic.title.as_str()),
        Some("Safe for now")
    );
    assert_eq!(
        topic
            .and_then(|topic| topic.section.as_ref())
            .map(|id| id.as_str()),
        Some("others")
    );
}

#[test]
fn a_loop_is_named_and_nobody_in_it_is_used() {
    let (a, b) = (borrower("a", "b/x"), borrower("b", "a/x"));
    let shelf = Shelf::new(vec![file("a.toml", &a), file("b.toml", &b)]);
    assert_eq!(shelf.setbacks().len(), 2);
    assert_eq!(shelf.guide(&GuideId::new("a")), None);
    let said = messages("a.toml", &a, &shelf);
    assert_eq!(
        said,
        ["This borrowing goes round in a loop: a/x, then b/x, then a/x."]
    );
}

#[test]
fn a_loop_further_on_is_named_without_the_way_to_it() {
    let files = vec![
        file("b.toml", &borrower("b", "c/x")),
        file("c.toml", &borrower("c", "b/x")),
    ];
    let said = messages("a.toml", &borrower("a", "b/x"), &Shelf::new(files));
    assert_eq!(
        said,
        ["This borrowing goes round in a loop: b/x, then c/x, then b/x."]
    );
}

#[test]
fn a_guide_cannot_borrow_from_itself() {
    let said = messages("a.toml", &borrower("a", "a/x"), &Shelf::default());
    assert_eq!(
        said,
        ["This borrowing goes round in a loop: a/x, then a/x."]
    );
}

#[test]
fn a_team_guide_that_borrows_from_its_own_id_means_the_built_in() {
    let text = borrower(
        "listen-and-connect",
        "listen-and-connect/have-i-got-you-right",
    );
    let shelf = Shelf::new(vec![file("listen.toml", &text)]);
    assert_eq!(shelf.setbacks(), []);
    assert_eq!(guide(&shelf, "listen-and-connect").topics.len(), 3);
    // And the built-in guides that borrow from it still find what they need.
    assert_eq!(
        guide(&shelf, "carer").topics.len(),
        guide(&Shelf::default(), "carer").topics.len()
    );
}

#[test]
fn who_borrows_from_an_unsound_guide_falls_with_it() {
    let unsound = borrower("b", "nowhere/x");
    let files = vec![
        file("a.toml", &borrower("a", "b/what-matters-not")),
        file("b.toml", &unsound),
    ];
    let shelf = Shelf::new(files);
    let fallen: Vec<&str> = shelf
        .setbacks()
        .iter()
        .map(|setback| setback.file.as_str())
        .collect();
    assert_eq!(fallen, ["a.toml", "b.toml"]);
}

#[test]
fn checking_tells_a_fault_in_the_file_that_has_it() {
    let lender = borrower("b", "nowhere/x");
    let borrower = borrower("a", "b/what-matters")
        .replace("id = \"what-matters\"\ntitle", "id = \"mine\"\ntitle");
    let shelf = Shelf::new(vec![file("b.toml", &lender)]);
    assert_eq!(messages("a.toml", &borrower, &shelf), Vec::<String>::new());
    assert_eq!(
        messages("b.toml", &lender, &shelf),
        ["There is no guide `nowhere` to borrow from."]
    );
}

#[test]
fn a_guide_can_write_its_own_just_listening() {
    let text = starter("a", "A").replace(
        "id = \"what-matters\"\ntitle",
        "id = \"just-listening\"\ntitle",
    );
    let shelf = Shelf::new(vec![file("a.toml", &text)]);
    let guide = guide(&shelf, "a");
    assert_eq!(guide.topics.len(), 2);
    assert_eq!(guide.topics[0].title, "What matters");
}

//! Evidence: every chart in words, bars and numbers; few records, none, and none yet.

use alongside::app::Msg;

use super::{
    picture::{SIZES, SIZES_AND_SMALL, screens, words},
    play::Play,
    sample,
    talk::call,
};

/// The charts of a team's quarter.
fn evidence() -> Play {
    Play::new()
        .with_evidence(sample::report())
        .keys("/evidence<enter>")
}

screens! { SIZES_AND_SMALL;
    weeks: evidence();
    next_steps: evidence().keys("<tab>");
}

screens! { SIZES;
    weeks_in_numbers: evidence().keys(" ");
    next_steps_in_numbers: evidence().keys("<tab> ");
    next_steps_further_down: evidence().keys("<tab><pgdn>");
    at_the_end: evidence().keys("<tab><end>");
    longer_than_the_room: evidence().keys("3<enter>");
    people_who_came_back: evidence().keys("4<enter>");
    spends: evidence().keys("/evidence spends<enter><pgdn>");
    nothing_in_it: evidence().keys("/evidence staff<enter>");
    all_of_them: evidence().keys("/evidence all<enter>");
    few_records: Play::new().with_evidence(sample::few()).keys("/evidence<enter><tab>");
    none_in_these_days: Play::new().with_evidence(sample::none_in_these_days()).keys("/evidence<enter>");
    help: evidence().keys("<f1>");
    sealed_and_no_passphrase: Play::new().sealed().opened_again().keys("/evidence<enter><esc>");
    nothing_at_all: Play::new().keys("/evidence<enter>");
    days_before: evidence().keys("<left>");
    reading: Play::new().reads_slowly().keys("/evidence<enter>");
    reading_takes_long: Play::new().reads_slowly().keys("/evidence<enter>").tell(Msg::ReadingEvidence(40_000, 100_000));
    a_note_is_typed: evidence().keys("Rang because she cannot get out");
    from_a_conversation: call().with_evidence(sample::report()).keys("<esc>/evidence<enter>");
    not_days: evidence().keys("/evidence from teatime to 3 mar<enter>");
    commands: evidence().keys("/chart");
}

#[test]
fn a_screen_without_special_characters_shows_the_same() {
    let frame = |play: Play| words(&play.ascii_frame());
    let weeks = frame(evidence());
    assert!(weeks.is_ascii(), "{weeks}");
    assert!(
        weeks.contains("Listen and connect #   Crisis +   Good life ."),
        "{weeks}"
    );
    let steps = frame(evidence().keys("<tab>"));
    assert!(steps.is_ascii(), "{steps}");
    assert!(steps.contains("Same day"), "{steps}");
}

#[test]
fn every_bar_carries_its_number_and_no_number_is_hidden_on_the_teams_own_screen() {
    for (keys, numbers) in [
        ("", ["7 + 2 + 1", "13 + 4 + 3"]),
        ("<tab>", ["31  █", "3  █"]),
        (" ", ["10", "20"]),
    ] {
        let shown = words(&evidence().sized(120, 40).keys(keys).frame());
        for number in numbers {
            assert!(shown.contains(number), "{number} after {keys}: {shown}");
        }
        assert!(!shown.contains("Hidden"), "{shown}");
    }
}

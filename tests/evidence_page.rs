//! The report as a page, as text and as data, and what a reader of each would notice. The page is read by an HTML parser
//! that is not ours.

#[path = "evidence_page/sample.rs"]
mod sample;

use std::collections::BTreeMap;

use alongside::evidence::{cleared::Cleared, json::json, page::page, text::text};
use proptest::prelude::*;
use sample::{PLAIN, Typed, day, report};
use scraper::{ElementRef, Html, Selector};

fn cleared(typed: &Typed<'_>) -> Cleared {
    Cleared::of(report(typed))
}

fn sample_page() -> Html {
    Html::parse_document(&page(&cleared(&PLAIN), day("2026-04-02")))
}

fn select<'a>(page: &'a Html, what: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(what).expect("a selector");
    page.select(&selector).collect()
}

fn within<'a>(element: ElementRef<'a>, what: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(what).expect("a selector");
    element.select(&selector).collect()
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}

#[test]
fn the_page_is_read_without_a_complaint_and_says_its_language_and_its_name() {
    let page = sample_page();
    assert_eq!(page.errors, Vec::<String>::new());
    let html = page.root_element();
    assert_eq!(html.attr("lang"), Some("en-GB"));
    let title = select(&page, "head > title");
    assert_eq!(words(title[0]), "Evidence, January to March 2026");
    assert_eq!(
        words(select(&page, "h1")[0]),
        "Evidence, January to March 2026"
    );
}

#[test]
fn nothing_in_it_is_run_or_fetched() {
    let page = sample_page();
    for what in [
        "script", "link", "img", "iframe", "object", "form", "base", "image", "use",
    ] {
        assert!(select(&page, what).is_empty(), "{what}");
    }
    let source = page.html();
    for what in ["http:", "https:", "//", "url(", "@import", "javascript"] {
        assert!(!source.contains(what), "{what}");
    }
    let policy = select(&page, "meta[http-equiv]");
    let says = policy[0].attr("content").expect("a policy");
    assert!(says.starts_with("default-src 'none'"), "{says}");
}

#[test]
fn headings_come_in_order_and_none_is_jumped() {
    let page = sample_page();
    let levels: Vec<u32> = select(&page, "h1, h2, h3, h4, h5, h6")
        .into_iter()
        .map(|heading| {
            assert!(!words(heading).is_empty());
            let (_, level) = heading.value().name().split_at(1);
            level.parse().expect("a level")
        })
        .collect();
    assert_eq!(levels[0], 1);
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    for pair in levels.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "{levels:?}");
    }
}

#[test]
fn every_chart_has_a_name_and_says_what_it_shows_and_the_numbers_stand_beside_it() {
    let page = sample_page();
    let charts = select(&page, "svg");
    assert_eq!(charts.len(), select(&page, ".pair").len());
    assert!(charts.len() >= 5);
    for chart in charts {
        assert_eq!(chart.attr("role"), Some("img"));
        let labels = chart.attr("aria-labelledby").expect("labels");
        for id in labels.split(' ') {
            let label = select(&page, &format!("[id='{id}']"));
            assert_eq!(label.len(), 1, "{id}");
            assert!(!words(label[0]).is_empty(), "{id}");
        }
        let pair = ElementRef::wrap(chart.parent().expect("a pair")).expect("an element");
        assert_eq!(within(pair, "table").len(), 1);
    }
}

#[test]
fn every_bar_stands_under_its_number_and_the_table_says_the_same() {
    let page = sample_page();
    let pair = &select(&page, "section[aria-labelledby=next-steps] .pair")[0];
    let numbers = within(*pair, "svg .number").into_iter().map(words);
    let numbers: Vec<String> = numbers
        .map(|number| number.split(' ').next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(numbers, ["31", "46", "27", "12", "9", "0"]);
    let cells = within(*pair, "tbody tr").into_iter();
    let cells: Vec<String> = cells.map(|row| words(within(row, "td")[0])).collect();
    assert_eq!(cells, numbers);
    // As long as their numbers are to each other, and nothing where there is none.
    let bars = within(*pair, "svg rect").into_iter();
    let long: Vec<f64> = bars
        .map(|bar| bar.attr("width").expect("a width").parse().expect("px"))
        .collect();
    assert_eq!(long.len(), 5);
    assert!((long[0] / long[1] - 31.0 / 46.0).abs() < 0.01, "{long:?}");
}

#[test]
fn every_table_has_a_name_and_heads_on_its_rows_and_columns() {
    let page = sample_page();
    for table in select(&page, "table") {
        assert_eq!(within(table, "caption").len(), 1);
        assert!(!words(within(table, "caption")[0]).is_empty());
        let columns = within(table, "thead th").len();
        for head in within(table, "th") {
            assert!(matches!(head.attr("scope"), Some("row" | "col")));
            assert!(!words(head).is_empty());
        }
        for row in within(table, "tbody tr, tfoot tr") {
            assert_eq!(within(row, "th, td").len(), columns, "{}", row.html());
        }
    }
}

#[test]
fn every_name_in_it_is_there_once_and_every_link_leads_to_one() {
    let page = sample_page();
    let mut ids = BTreeMap::new();
    for named in select(&page, "[id]") {
        *ids.entry(named.attr("id").expect("an id")).or_insert(0) += 1;
    }
    let twice: Vec<_> = ids.iter().filter(|(_, count)| **count > 1).collect();
    assert!(twice.is_empty(), "{twice:?}");
    let links = select(&page, "a[href]");
    assert_eq!(links.len(), 17);
    for link in links {
        let to = link.attr("href").expect("a target");
        let id = to.strip_prefix('#').expect("in the page");
        assert!(ids.contains_key(id), "{id}");
    }
    for section in select(&page, "section") {
        let id = section.attr("aria-labelledby").expect("a name");
        assert!(ids.contains_key(id), "{id}");
    }
}

#[test]
fn every_part_says_how_it_is_counted_and_one_with_numbers_what_to_read_with_care() {
    let page = sample_page();
    let parts = select(&page, "main > section");
    assert_eq!(parts.len(), 17);
    for part in &parts[..16] {
        assert_eq!(within(*part, "p.answer").len(), 1);
        let headings: Vec<String> = within(*part, "h3").into_iter().map(words).collect();
        assert!(headings.contains(&"How it is counted".to_owned()));
        let has_numbers = !within(*part, "table").is_empty();
        let care = headings.last().is_some_and(|last| last == "Read with care");
        assert!(care || !has_numbers, "{headings:?}");
        let caveats = alongside::evidence::said::CAVEATS.join(" ");
        assert!(words(*part).contains(&caveats) || !has_numbers);
    }
}

#[test]
fn text_says_what_it_comes_to_then_the_bars_then_before_and_now() {
    insta::assert_snapshot!(text(&cleared(&PLAIN), day("2026-04-02")));
}

#[test]
fn coming_back_is_never_shown_without_long_term_support_and_what_people_said_beside_it() {
    let page = sample_page();
    let back = &select(&page, "section[aria-labelledby=back]")[0];
    let said = words(*back);
    for beside in [
        "Read beside it",
        "Counted elsewhere: ",
        "What people and families said: ",
    ] {
        assert!(said.contains(beside), "{said}");
    }
    let plain = text(&cleared(&PLAIN), day("2026-04-02"));
    assert!(plain.contains("Counted elsewhere: "), "{plain}");
}

#[test]
fn few_people_have_no_bar_and_no_percentage() {
    let page = sample_page();
    let pairs = select(&page, "section[aria-labelledby=first-talk] .pair");
    assert_eq!(within(pairs[0], "svg rect:not(.edge)").len(), 2);
    assert_eq!(within(pairs[1], "svg rect").len(), 0);
    assert!(!words(within(pairs[1], "tbody tr")[0]).contains('%'));
}

#[test]
fn what_is_for_the_screen_alone_and_the_name_of_a_story_are_in_none_of_them() {
    let cleared = cleared(&PLAIN);
    let made = day("2026-04-02");
    let all = [
        page(&cleared, made),
        text(&cleared, made),
        json(&cleared, made).to_string(),
    ];
    for given in all {
        assert!(!given.contains("a week for the screen alone"), "{given}");
        assert!(!given.contains("zq-name-of-a-file"), "{given}");
        assert!(given.contains("bus company herself now"), "{given}");
    }
}

#[test]
fn a_number_that_may_not_be_said_is_null_for_a_script_and_says_why() {
    let data = json(&cleared(&PLAIN), day("2026-04-02"));
    let measures = data["measures"].as_array().expect("measures");
    let of = |name: &str| {
        let mut all = measures.iter();
        all.find(|one| one["measure"] == name).expect("it is there")
    };
    // The three of the last group, and the next smallest, from which they could be worked out.
    let routes = &of("routes")["tables"][0]["groups"];
    assert_eq!(routes[0]["count"], 80);
    for group in [&routes[2], &routes[3]] {
        assert!(group["count"].is_null());
        assert_eq!(group["hidden"], true);
    }
    let days = &of("next-steps")["tables"][0];
    assert_eq!(days["groups"][1]["count"], 46);
    assert_eq!(days["total"]["count"], 125);
    let comparison = &of("first-talk")["comparisons"][0];
    assert_eq!(comparison["before"]["out_of"]["count"], 112);
    assert_eq!(comparison["went"], "up");
    assert_eq!(measures.len(), 16);
}

#[test]
fn text_is_at_most_80_columns_and_a_number_comes_before_its_bar() {
    let plain = text(&cleared(&PLAIN), day("2026-04-02"));
    for line in plain.lines() {
        assert!(alongside::text::width(line) <= 80, "{line}");
        assert_eq!(line, line.trim_end());
    }
    let row = plain.lines().find(|line| line.contains("1 to 2 days"));
    let row = row.expect("a row");
    let (number, bar) = (row.find("46"), row.find('#'));
    assert!(number.is_some() && number < bar, "{row}");
}

#[test]
#[ignore = "writes the page for the checkers of examples/evidence"]
fn the_page_is_written_for_other_checkers() {
    let path = concat!(env!("CARGO_TARGET_TMPDIR"), "/evidence.html");
    let made = page(&cleared(&PLAIN), day("2026-04-02"));
    std::fs::write(path, made).expect("written");
    println!("{path}");
}

/// Words that break out of a page, a chart or a terminal where one lets them.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("</title><script>alert(1)</script>".to_owned()),
        Just("</desc></svg><img src=x onerror=alert(1)>".to_owned()),
        Just("</style><!--".to_owned()),
        Just("-->".to_owned()),
        Just("\" onload=\"x".to_owned()),
        Just("' x='".to_owned()),
        Just("&lt;&amp;&#0;&".to_owned()),
        Just("]]>".to_owned()),
        Just("\u{1b}]0;x\u{7}\u{202e}\u{0}\r\n\t".to_owned()),
        "\\PC{0,12}",
    ];
    prop::collection::vec(pieces, 1..5).prop_map(|pieces| pieces.concat())
}

/// The names of elements and attributes, each with how many there are.
fn shape(page: &Html) -> BTreeMap<String, usize> {
    let mut shape = BTreeMap::new();
    for element in select(page, "*") {
        let value = element.value();
        let names = value
            .attrs()
            .map(|(name, _)| format!("{} {name}", value.name()));
        for name in names.chain([value.name().to_owned()]) {
            *shape.entry(name).or_insert(0) += 1;
        }
    }
    shape
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_somebody_typed_is_words_and_no_part_of_the_page(
        (group, baseline, counted_by, note, story) in
            (hostile(), hostile(), hostile(), hostile(), hostile()),
    ) {
        let typed = Typed {
            group: &group,
            baseline: &baseline,
            counted_by: &counted_by,
            note: &note,
            story: &format!("x{story}"),
        };
        let cleared = cleared(&typed);
        let made = day("2026-04-02");
        let source = page(&cleared, made);
        let read = Html::parse_document(&source);
        prop_assert_eq!(&read.errors, &Vec::<String>::new());
        let (ours, theirs) = (shape(&sample_page()), shape(&read));
        // Long words take more rows: nothing else may differ.
        for (name, count) in &theirs {
            let may_differ = ["text", "li", "ul", "p"].iter().any(|may| name.starts_with(may));
            prop_assert!(if may_differ { ours.contains_key(name) } else { ours.get(name) == Some(count) }, "{name}");
        }
        let acts = |c: char| c != '\n' && alongside::text::acts(c);
        prop_assert!(!source.contains(acts));
        let heads: Vec<String> = select(&read, "th").into_iter().map(words).collect();
        let before = format!("Before: {}, April to June 2025", alongside::text::shown(&baseline));
        prop_assert!(heads.contains(&before), "{before:?} {heads:?}");
        let plain = text(&cleared, made);
        prop_assert!(!plain.contains(acts));
        for line in plain.lines() {
            prop_assert!(alongside::text::width(line) <= 80, "{line:?}");
        }
    }
}

//! The last row of the Evidence screen: what works there now, and nothing else.

use super::super::{
    Draw,
    footer::{Hint, by_name, hint},
};

/// The keys that matter now, and those that are there however little room there is.
pub(in crate::tui::view) fn hints(draw: &Draw<'_>) -> (Vec<Hint>, Vec<Hint>) {
    let app = draw.app;
    let help = by_name("help", "help");
    if !app.line_is_empty() {
        let is_number = app.desk.line().trim().parse::<usize>().is_ok();
        let keeps = if is_number { "that chart" } else { "keep" };
        return (vec![hint("Enter", keeps)], help.into_iter().collect());
    }
    // The way back is never what there is no room for.
    let back = hint("Esc", "back");
    if app.charts_are_sealed() {
        return (
            std::iter::once(hint("/unlock", "reads them"))
                .chain(help)
                .collect(),
            vec![back],
        );
    }
    let [left, right, ..] = draw.glyphs.arrows;
    let arrows = format!("{left} {right}");
    if !draw.shape.has_rules {
        let next = by_name("chart", "next").into_iter();
        let list = next.chain([hint(&arrows, "days")]).collect();
        return (list, vec![back, hint("/", "more")]);
    }
    let charts = app.charts();
    let is_numbers = charts.is_some_and(|charts| charts.numbers);
    let mut list: Vec<Hint> = by_name("chart", "next chart").into_iter().collect();
    list.push(hint(&arrows, "period"));
    list.push(hint("Space", if is_numbers { "bars" } else { "numbers" }));
    // Figures that leave some records out are in nothing that is written.
    let report = charts.and_then(|charts| charts.shown());
    let is_whole = !report.is_some_and(|report| report.counted.sealed);
    list.extend(by_name("export-evidence", "export").filter(|_| is_whole));
    list.extend(help);
    (list, vec![back])
}

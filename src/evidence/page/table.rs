//! The numbers of a chart as a table, with a name and with heads on its rows and columns.

use super::{
    super::{
        headings,
        laid_out::{BeforeAndNow, Chart},
        report::Count,
        said,
    },
    markup::Markup,
};

const ROW: (&str, &str) = ("scope", "row");
const COLUMN: (&str, &str) = ("scope", "col");

/// What the whole report was counted from.
pub(super) fn counted(page: &mut Markup, counted: &[(&'static str, Count)]) {
    figures(page, headings::COUNTED_FROM, &[headings::NUMBER], |page| {
        page.within("tbody", &[], |page| {
            for (what, count) in counted {
                row(page, &[ROW], what, &[said::count(*count)]);
            }
        });
    });
}

/// The groups of a chart, and all of them together.
pub(super) fn numbers(page: &mut Markup, chart: &Chart<'_>) {
    let has_shares = chart.bars.iter().any(|bar| bar.percentage.is_some());
    let heads: &[&str] = match has_shares {
        true => &[headings::NUMBER, headings::SHARE],
        false => &[headings::NUMBER],
    };
    let cells = |number: String, share: Option<u32>| {
        let share = share.map_or(String::new(), |share| format!("{share}%"));
        let share = has_shares.then_some(share);
        std::iter::once(number).chain(share).collect::<Vec<_>>()
    };
    figures(page, chart.title, heads, |page| {
        page.within("tbody", &[], |page| {
            for bar in &chart.bars {
                let cells = cells(bar.number.clone(), bar.percentage);
                row(page, &[ROW], &bar.whole_name(), &cells);
            }
        });
        page.within("tfoot", &[], |page| {
            let cells = cells(said::count(chart.total), None);
            row(page, &[ROW], headings::ALL, &cells);
        });
    });
}

/// A table of numbers: a name for each row, and its numbers under their heads.
fn figures(page: &mut Markup, caption: &str, heads: &[&str], rows: impl FnOnce(&mut Markup)) {
    page.within("table", &[("class", "figures")], |page| {
        page.words("caption", &[], caption);
        page.within("thead", &[], |page| {
            page.within("tr", &[], |page| {
                for head in std::iter::once(&headings::GROUP).chain(heads) {
                    page.words("th", &[COLUMN], head);
                }
            });
        });
        rows(page);
    });
}

/// Before, now and the difference.
pub(super) fn before_and_now(page: &mut Markup, one: &BeforeAndNow) {
    page.within("table", &[], |page| {
        page.words("caption", &[], one.title);
        page.within("thead", &[], |page| {
            page.within("tr", &[], |page| {
                for head in [headings::DAYS, headings::FIGURE] {
                    page.words("th", &[COLUMN], head);
                }
            });
        });
        page.within("tbody", &[], |page| {
            let before = format!("{}: {}", headings::BEFORE, one.then);
            row(page, &[ROW], &before, std::slice::from_ref(&one.before));
            row(page, &[ROW], headings::NOW, std::slice::from_ref(&one.now));
            row(
                page,
                &[ROW],
                headings::DIFFERENCE,
                std::slice::from_ref(&one.said.difference),
            );
        });
    });
}

fn row(page: &mut Markup, head: &[(&'static str, &str)], name: &str, cells: &[String]) {
    page.within("tr", &[], |page| {
        page.words("th", head, name);
        cells.iter().for_each(|cell| page.words("td", &[], cell));
    });
}

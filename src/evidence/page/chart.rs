//! Charts as pictures. They are drawn 320 wide, so that their words are as large as those around them on a telephone
//! too: a name stands over its bar, never beside it.

use super::{
    super::{
        headings,
        laid_out::{BeforeAndNow, Chart},
    },
    markup::Markup,
};
use crate::text::{shown, wrap};

/// How wide the picture is, in its own units.
const WIDE: f64 = 320.0;
/// How many columns of letters are that wide.
const LETTERS: usize = 44;
/// How many of them a name may take, when its number stands on the same row.
const NAME: usize = 32;
/// From one row of words to the next.
const ROW: f64 = 17.0;
/// How thick a bar is.
const THICK: f64 = 11.0;
/// From a name down to its bar.
const BELOW: f64 = 5.0;
/// From a bar to the next name.
const GAP: f64 = 9.0;

/// The bars of a table, each with its number. `answer` is what the measure comes to, of which this is the chart.
pub(super) fn bars(page: &mut Markup, id: &str, chart: &Chart<'_>, answer: Option<&str>) {
    let mut drawing = Drawing::default();
    let title = format!("{} ({})", chart.title, chart.of);
    drawing.row(&title, "over");
    drawing.y += GAP;
    let mut over = None;
    for bar in &chart.bars {
        if bar.part.is_some() && over.replace(bar.name) != Some(bar.name) {
            drawing.row(bar.name, "under");
        }
        let number = bar.number_and_share();
        drawing.name(bar.part.unwrap_or(bar.name), Some(&number));
        drawing.bar(bar.length, Bar::Now);
    }
    let says = answer.map(str::to_owned).into_iter();
    let says: Vec<String> = says.chain(chart.at_a_glance.clone()).collect();
    drawing.show(page, id, &title, &says.join(" "));
}

/// How a figure was, over how it is. Where a bar would say more than the numbers can, there are the numbers alone.
pub(super) fn before_and_now(page: &mut Markup, id: &str, one: &BeforeAndNow) {
    let mut drawing = Drawing::default();
    let (before, now) = one.lengths.unzip();
    let before_is = format!("{}: {}", headings::BEFORE, one.before);
    let now_is = format!("{}: {}", headings::NOW, one.now);
    drawing.row(one.title, "over");
    drawing.y += GAP;
    for (words, length, kind) in [(&before_is, before, Bar::Before), (&now_is, now, Bar::Now)] {
        drawing.name(words, None);
        drawing.whole(length);
        drawing.bar(length, kind);
    }
    let says = format!("{before_is}. {now_is}. {}", one.said.difference);
    let title = format!("{}: {}", headings::BEFORE_AND_NOW, one.title);
    drawing.show(page, id, &title, &says);
}

/// A chart, from the top down.
#[derive(Default)]
struct Drawing {
    shapes: Markup,
    /// How far down it has come.
    y: f64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Bar {
    Before,
    Now,
}

impl Drawing {
    /// Words in a row of their own.
    fn row(&mut self, words: &str, class: &'static str) {
        self.words(words, LETTERS, class);
    }

    /// The name of a bar, and its number at the end of the same row.
    fn name(&mut self, name: &str, number: Option<&str>) {
        let wide = if number.is_some() { NAME } else { LETTERS };
        self.words(name, wide, "name");
        if let Some(number) = number {
            let at = [("x", &px(WIDE) as &str), ("y", &px(self.y))];
            let end = [("text-anchor", "end"), ("class", "number")];
            self.shapes.words("text", &[at, end].concat(), number);
        }
    }

    fn words(&mut self, words: &str, wide: usize, class: &'static str) {
        let words = shown(words);
        for row in wrap(&words, wide) {
            self.y += ROW;
            let at = [("x", "0"), ("y", &px(self.y)), ("class", class)];
            self.shapes.words("text", &at, &words[row]);
        }
    }

    /// The frame that the longest bar there can be would fill.
    fn whole(&mut self, length: Option<f64>) {
        if length.is_some() {
            let place = [("x", "1"), ("width", &px(WIDE - 2.0) as &str)];
            let (top, tall) = (px(self.y + BELOW), px(THICK));
            let rest = [("y", top.as_str()), ("height", &tall), ("class", "edge")];
            self.shapes.shape("rect", &[&place[..], &rest].concat());
        }
    }

    /// A bar of this length, and the line that all bars begin at.
    fn bar(&mut self, length: Option<f64>, kind: Bar) {
        let top = self.y + BELOW;
        // What there is one of is not drawn as none.
        let long = length.map(|length| match length {
            0.0 => 0.0,
            length => (length * (WIDE - 2.0)).max(2.0),
        });
        if let Some(long) = long.filter(|long| *long > 0.0) {
            let class = match kind {
                Bar::Before => "before",
                Bar::Now => "bar",
            };
            let place = [("x", "1"), ("y", &px(top)), ("width", &px(long))];
            let rest = [("height", &px(THICK) as &str), ("class", class)];
            self.shapes.shape("rect", &[&place[..], &rest].concat());
        }
        if length.is_some() {
            let line = format!("M1 {}V{}", px(top - 2.0), px(top + THICK + 2.0));
            let edge = [("d", line.as_str()), ("class", "edge")];
            self.shapes.shape("path", &edge);
            self.y += THICK;
        }
        self.y += GAP;
    }

    /// The picture, with a name, and with words that say what is to be seen.
    fn show(self, page: &mut Markup, id: &str, title: &str, says: &str) {
        let (name, words) = (format!("{id}-name"), format!("{id}-says"));
        let frame = format!("0 0 {} {}", px(WIDE), px(self.y));
        let labels = format!("{name} {words}");
        let attributes = [
            ("viewBox", frame.as_str()),
            ("role", "img"),
            ("aria-labelledby", labels.as_str()),
        ];
        page.within("svg", &attributes, |page| {
            page.words("title", &[("id", &name)], title);
            page.words("desc", &[("id", &words)], says);
            page.put(self.shapes);
        });
    }
}

/// A length in the picture's own units.
fn px(value: f64) -> String {
    format!("{}", (value * 10.0).round() / 10.0)
}

//! Draws the pictures of the README: moments of one made-up morning, as SVG.
//!
//! `cargo run --example pictures` makes them again in `examples/pictures/`. The program is played in memory, key by
//! key, as the tests of its screens play it; then each cell of its frame is drawn in the theme's own colours. Nothing
//! is read from a disk or a terminal, and the pictures need no font of their own.

// The tests use more of it than this does.
#[allow(dead_code)]
#[path = "../tests/screens/play.rs"]
mod play;
#[allow(dead_code)]
#[path = "../tests/screens/sample.rs"]
mod sample;

use std::{fmt::Write, fs, io, path::Path};

use alongside::tui::{
    Depth, Theme, ThemeName,
    row::{Frame, Ground, Role, Row, width},
    view::view,
};
use play::Play;
use ratatui::style::{Color, Modifier};

/// A cell, in the picture's own units.
const CELL: (f32, f32) = (9.0, 20.0);
/// The size of the letters; six tenths of it is a cell.
const LETTERS: f32 = 15.0;
/// Around the screen.
const EDGE: f32 = 14.0;

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/pictures");
    fs::create_dir_all(&folder)?;
    let pictures = [
        (
            "home",
            ThemeName::Dark,
            home(),
            "Home: four ways to start, and two conversations to carry on",
        ),
        (
            "conversation",
            ThemeName::Dark,
            conversation(),
            "A conversation: notes on the left, places to glance and a few questions on the right, and the line to type on",
        ),
        (
            "read-back",
            ThemeName::Light,
            read_back(),
            "Read back, in the light theme: each note in or out, and beside it the record as it will be",
        ),
        (
            "practice",
            ThemeName::Dark,
            practice(),
            "A scenario: what the listener sees, and that there is a card, hidden until a key is pressed for it",
        ),
        (
            "observer",
            ThemeName::Light,
            observer(),
            "The observer: what opens things up and what closes them down, each with how often it was heard",
        ),
        (
            "evidence",
            ThemeName::Dark,
            evidence(),
            "Evidence: conversations each week by kind, the answer in a sentence, before and now, a story of difference",
        ),
    ];
    for (name, theme, play, says) in pictures {
        let theme = Theme::new(Some(theme), Depth::True, false);
        let svg = picture(&play, &theme, says);
        let path = folder.join(format!("{name}.svg"));
        fs::write(&path, svg)?;
        println!("{}", path.display());
    }
    Ok(())
}

/// Two conversations left for later, one of them with a line half typed.
fn home() -> Play {
    Play::new()
        .later(-1303)
        .keys("2<enter>/who Alan Brook<enter>")
        .notes(&[
            "! The boiler man never came, and the baby is cold",
            "> Priya rings the landlord tomorrow at 9",
        ])
        .keys("<esc>he says the meter")
        .later(1)
        .keys("<c-q>")
        .later(1092)
        .keys("1<enter>/who Joan M<enter>")
        .notes(&["Rang because she cannot get out any more."])
        .notes(&["\"I used to be out every day. Now it's just me and the telly."])
        .later(3)
        .keys("<c-q>")
        .later(200)
        .keys("<esc>")
        .sized(80, 21)
}

/// The middle of a call, with a note half typed.
fn call() -> Play {
    Play::new()
        .keys("1<enter>/who Joan M<enter><tab><tab><tab>")
        .notes(&["Rang because she cannot get out any more."])
        .notes(&["\"I used to be out every day. Now it's just me and the telly."])
        .notes(&["! Frightened of the front step since the fall in January"])
        .keys("<esc>")
        .later(1)
        .notes(&["+ Still cooks. Sunday roast for the neighbour"])
        .keys("<tab>")
        .notes(&["@ Sam next door pops in most days"])
        .notes(&["Daughter Carol in Leeds, rings on Sundays"])
        .notes(&["? Who did she go to chapel with?"])
        .later(2)
        .notes(&["> Sam rings Joan tomorrow"])
        .keys("<shift+tab>")
}

fn conversation() -> Play {
    call()
        .keys("\"I don't want to be a nuisance to Carol")
        .sized(80, 24)
}

/// The same call, read back before it is saved.
fn read_back() -> Play {
    call()
        .notes(&[
            "\"I don't want to be a nuisance to Carol.",
            "= It is the step that stops her, not her health",
            "@ Chapel Lane lunch club, Tue 12-2, 01632 960123",
        ])
        .keys("<c-r><down><down>")
        .sized(116, 33)
}

/// The first scenario, as its listener sees it.
fn practice() -> Play {
    Play::new().keys("4<enter>").sized(80, 24)
}

/// A made-up quarter of a team.
fn evidence() -> Play {
    Play::new()
        .with_evidence(sample::report())
        .keys("/evidence<enter>")
        .sized(104, 34)
}

/// The same, observed for some minutes.
fn observer() -> Play {
    let strokes = [
        "11", "0", "2", "3", "0", "1", "6", "0", "15", "0", "2", "8", "0", "13", "0",
    ];
    let begun = Play::new().keys("4<enter>/observe<enter>");
    let counted = strokes
        .iter()
        .fold(begun, |play, keys| play.later(1).keys(keys));
    counted
        .keys("and who stands next to you<enter>1")
        .sized(80, 24)
}

/// A frame as SVG.
fn picture(play: &Play, theme: &Theme, says: &str) -> String {
    let frame = view(&play.app, theme.glyphs());
    let (columns, rows) = play.app.size;
    let (wide, high) = (
        f32::from(columns) * CELL.0 + 2.0 * EDGE,
        f32::from(rows) * CELL.1 + 2.0 * EDGE,
    );
    let page = hex(theme.style(Role::Text, Ground::Page).bg);
    let line = hex(theme.style(Role::Line, Ground::Page).fg);
    let mut svg = String::new();
    // Writing to a String cannot fail.
    let _ = writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\" \
         role=\"img\" font-family=\"ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'DejaVu Sans Mono', monospace\" \
         font-size=\"{LETTERS}\">\n<title>{}</title>",
        escaped(says)
    );
    let _ = writeln!(
        svg,
        "<rect x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" rx=\"10\" fill=\"{page}\" stroke=\"{line}\" \
         stroke-opacity=\"0.5\"/>",
        wide - 1.0,
        high - 1.0
    );
    for (at, row) in frame.rows.iter().enumerate() {
        draw_row(&mut svg, row, at, usize::from(columns), theme);
    }
    draw_cursor(&mut svg, &frame, theme);
    svg.push_str("</svg>\n");
    svg
}

fn draw_row(svg: &mut String, row: &Row, at: usize, columns: usize, theme: &Theme) {
    let top = EDGE + at as f32 * CELL.1;
    let mut column = 0;
    let mut grounds: Vec<(usize, usize, Ground)> = vec![];
    for span in &row.spans {
        let taken = width(&span.text);
        grounds.push((column, taken, span.ground));
        column += taken;
    }
    grounds.push((column, columns.saturating_sub(column), row.ground));
    for (from, taken, ground) in joined(grounds) {
        let fill = hex(theme.style(Role::Text, ground).bg);
        let _ = writeln!(
            svg,
            "<rect x=\"{:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{}\" fill=\"{fill}\"/>",
            EDGE + from as f32 * CELL.0,
            taken as f32 * CELL.0,
            CELL.1
        );
    }
    let mut column = 0;
    for span in &row.spans {
        let style = theme.style(span.role, span.ground);
        let colour = hex(style.fg);
        if span.role == Role::Line {
            draw_lines(svg, &span.text, column, top, &colour);
        } else {
            let bold = style.add_modifier.contains(Modifier::BOLD);
            draw_words(svg, &span.text, column, top, &colour, bold);
        }
        column += width(&span.text);
    }
}

/// Neighbours on one ground as one, without the page itself.
fn joined(grounds: Vec<(usize, usize, Ground)>) -> Vec<(usize, usize, Ground)> {
    let mut joined: Vec<(usize, usize, Ground)> = vec![];
    for (from, taken, ground) in grounds {
        match joined.last_mut() {
            Some((_, had, same)) if *same == ground => *had += taken,
            _ => joined.push((from, taken, ground)),
        }
    }
    joined.retain(|(_, taken, ground)| *taken > 0 && *ground != Ground::Page);
    joined
}

/// Words, each held to its cells whatever font is found.
fn draw_words(svg: &mut String, text: &str, column: usize, top: f32, colour: &str, bold: bool) {
    let words = text.trim();
    if words.is_empty() {
        return;
    }
    let before = width(text) - width(text.trim_start());
    let _ = writeln!(
        svg,
        "<text x=\"{:.1}\" y=\"{:.1}\" textLength=\"{:.1}\" lengthAdjust=\"spacingAndGlyphs\" \
         xml:space=\"preserve\" fill=\"{colour}\"{}>{}</text>",
        EDGE + (column + before) as f32 * CELL.0,
        top + CELL.1 * 0.72,
        width(words) as f32 * CELL.0,
        if bold { " font-weight=\"bold\"" } else { "" },
        escaped(words)
    );
}

/// Rules and dividers as lines, so that they meet.
fn draw_lines(svg: &mut String, text: &str, column: usize, top: f32, colour: &str) {
    let middle = top + CELL.1 / 2.0;
    let rules = text.chars().enumerate().filter(|(_, c)| "─┬┴".contains(*c));
    let at: Vec<usize> = rules.map(|(nth, _)| column + nth).collect();
    if let (Some(first), Some(last)) = (at.first(), at.last()) {
        let _ = writeln!(
            svg,
            "<path d=\"M{:.1} {middle:.1}H{:.1}\" stroke=\"{colour}\"/>",
            EDGE + *first as f32 * CELL.0,
            EDGE + (*last + 1) as f32 * CELL.0
        );
    }
    for (nth, c) in text.chars().enumerate() {
        let (from, to) = match c {
            '│' => (top, top + CELL.1),
            '┬' => (middle, top + CELL.1),
            '┴' => (top, middle),
            _ => continue,
        };
        let x = EDGE + (column + nth) as f32 * CELL.0 + CELL.0 / 2.0;
        let _ = writeln!(
            svg,
            "<path d=\"M{x:.1} {from:.1}V{to:.1}\" stroke=\"{colour}\"/>"
        );
    }
}

fn draw_cursor(svg: &mut String, frame: &Frame, theme: &Theme) {
    let (column, row) = frame.cursor;
    let _ = writeln!(
        svg,
        "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"2\" height=\"{}\" fill=\"{}\"/>",
        EDGE + f32::from(column) * CELL.0 - 1.5,
        EDGE + f32::from(row) * CELL.1 + 1.0,
        CELL.1 - 2.0,
        hex(theme.style(Role::Label, Ground::Page).fg)
    );
}

fn hex(colour: Option<Color>) -> String {
    match colour {
        Some(Color::Rgb(red, green, blue)) => format!("#{red:02X}{green:02X}{blue:02X}"),
        _ => "none".to_owned(),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

//! A table as bars. Every bar carries its number; parts of one bar differ without colour.

use super::{super::Draw, lead, numbers};
use crate::{
    evidence::{
        report::{Count, Group, Table},
        said,
    },
    text,
    tui::row::{Role, Row},
};

/// Columns between a number and its bar.
const BEFORE_BAR: usize = 2;

/// The most cells a thing has in a bar of parts.
const MOST_CELLS: usize = 3;

/// The rows of a table, at most so many groups of it.
pub(super) fn rows(draw: &Draw<'_>, table: &Table, most: usize) -> Vec<Row> {
    let parts = table.parts();
    let patterns = draw.glyphs.bar.len();
    match parts.len() {
        0 => plain(draw, table, most),
        parts if parts > patterns => numbers::rows(draw, table, most),
        _ => stacked(draw, table, &parts, most),
    }
}

/// Columns for the names, of which none takes more than two fifths of a row.
pub(super) fn name_columns<'a>(draw: &Draw<'_>, names: impl Iterator<Item = &'a str>) -> usize {
    let longest = names.map(|name| text::width(&text::shown(name))).max();
    longest.unwrap_or_default().min(columns(draw) * 2 / 5)
}

/// A name in its columns.
pub(super) fn named(draw: &Draw<'_>, name: &str, columns: usize) -> Row {
    let name = text::shown(name);
    let name = text::fit(&name, columns).into_owned();
    let mut row = Row::new()
        .with(Role::Text, draw.shape.margin())
        .with(Role::Text, lead(draw));
    row.spans.extend(Row::plain(name).fit(columns).spans);
    row
}

/// Columns between the margins, less the lead.
pub(super) fn columns(draw: &Draw<'_>) -> usize {
    let taken = 2 * draw.shape.margin().len() + lead(draw).len();
    draw.shape.columns.saturating_sub(taken)
}

/// `Same day              31  ███████████████`
fn plain(draw: &Draw<'_>, table: &Table, most: usize) -> Vec<Row> {
    let groups: Vec<&Group> = table.groups.iter().take(most).collect();
    let names = name_columns(draw, groups.iter().map(|group| group.name.as_str()));
    let count = |group: &&Group| said::count(group.count);
    let counts = groups.iter().map(|group| text::width(&count(group))).max();
    let counts = counts.unwrap_or_default();
    let longest = groups.iter().filter_map(|group| group.count.known()).max();
    let taken = names + BEFORE_BAR + counts + BEFORE_BAR;
    let room = columns(draw).saturating_sub(taken);
    let row = |group: &&Group| {
        let number = format!("{:>wide$}", count(group), wide = counts + BEFORE_BAR);
        let bar = match group.count {
            Count::Is(value) => bar(draw, value, longest.unwrap_or_default(), room),
            Count::Hidden => String::new(),
        };
        let row = named(draw, &group.name, names).with(Role::Title, number);
        match bar.is_empty() {
            true => row,
            false => row.with(Role::Label, format!("  {bar}")),
        }
    };
    groups.iter().map(row).collect()
}

/// A cell for each; where the longest does not fit, as much of the room as it is of the longest. It ends in half a
/// cell where that can be drawn, and nothing that is there is without a bar.
fn bar(draw: &Draw<'_>, value: usize, longest: usize, room: usize) -> String {
    let (full, half) = (draw.glyphs.bar[0], draw.glyphs.half_bar);
    if value == 0 || room == 0 {
        return String::new();
    }
    if longest <= room {
        return full.repeat(value);
    }
    let halves = (value * room * 2 / longest).clamp(1, room * 2);
    match (halves / 2, halves % 2) {
        (0, _) if half.is_empty() => full.to_owned(),
        (whole, 1) => format!("{}{half}", full.repeat(whole)),
        (whole, _) => full.repeat(whole),
    }
}

/// `5 Jan   ███▒▒░   7 + 2 + 1   10`; in little room without the parts in numbers.
fn stacked(draw: &Draw<'_>, table: &Table, parts: &[&str], most: usize) -> Vec<Row> {
    let bars = table.by_part(parts);
    let bars = &bars[..bars.len().min(most)];
    let names = name_columns(draw, bars.iter().map(|(name, _)| *name));
    let sums: Vec<String> = bars
        .iter()
        .map(|(_, counts)| numbers::sum(counts))
        .collect();
    let widest = |words: &[String]| words.iter().map(|words| text::width(words)).max();
    let totals: Vec<String> = bars.iter().map(|bar| total(bar).to_string()).collect();
    let (sum_wide, total_wide) = (
        widest(&sums).unwrap_or_default(),
        widest(&totals).unwrap_or_default(),
    );
    let right = total_wide + BEFORE_BAR;
    let left = columns(draw).saturating_sub(names + BEFORE_BAR + right);
    let has_sums = left > sum_wide + BEFORE_BAR + 10;
    let room = if has_sums {
        left - sum_wide - BEFORE_BAR - 1
    } else {
        left
    };
    let longest = bars.iter().map(total).max().unwrap_or_default();
    let mut rows = numbers::key(draw, parts, &draw.glyphs.bar);
    for (((name, counts), sum), total) in bars.iter().zip(&sums).zip(&totals) {
        let cells = cells(counts, longest, room);
        let drawn = cells.iter().zip(draw.glyphs.bar);
        let drawn: String = drawn.map(|(cells, glyph)| glyph.repeat(*cells)).collect();
        let mut row = named(draw, name, names).with(Role::Text, "  ");
        let drawn = Row::new().with(Role::Label, drawn).fit(room);
        row.spans.extend(drawn.spans);
        if has_sums {
            row.push(Role::Quiet, format!("  {sum:>sum_wide$} "));
        }
        row.push(Role::Title, format!("{total:>right$}"));
        rows.push(row);
    }
    rows
}

fn total((_, counts): &(&str, Vec<usize>)) -> usize {
    counts.iter().sum()
}

/// The cells of each part: the same number for each thing where they fit; else by how far the bar has come, so that
/// rounding never makes a bar longer than it is.
fn cells(counts: &[usize], longest: usize, room: usize) -> Vec<usize> {
    let each = room
        .checked_div(longest)
        .unwrap_or_default()
        .min(MOST_CELLS);
    if each > 0 {
        return counts.iter().map(|count| count * each).collect();
    }
    let come = |counts: &[usize]| {
        let sum: usize = counts.iter().sum();
        (sum * room).checked_div(longest).unwrap_or_default()
    };
    (0..counts.len())
        .map(|at| come(&counts[..=at]) - come(&counts[..at]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[test]
    fn parts_have_as_many_cells_each_or_share_the_room() {
        assert_eq!(cells(&[7, 2, 1], 20, 60), [21, 6, 3]);
        assert_eq!(cells(&[7, 2, 1], 20, 25), [7, 2, 1]);
        assert_eq!(cells(&[50, 30, 20], 100, 10), [5, 3, 2]);
        assert_eq!(cells(&[1, 1, 98], 100, 10).iter().sum::<usize>(), 10);
        assert_eq!(cells(&[0, 0, 0], 0, 10), [0, 0, 0]);
        assert_eq!(cells(&[3, 1, 1], 5, 0), [0, 0, 0]);
    }
}

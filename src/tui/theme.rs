//! How each part looks: one [`Theme`] for every palette, depth and set of glyphs.
//!
//! Only bold and reverse are used as attributes. Bold is never the only sign of anything.

use ratatui::style::{Color, Modifier, Style};

use super::depth::Depth;
use super::palette::{CONTRAST, DARK, LIGHT, Palette, SAFE, Tone};
use super::row::{Ground, Role};

/// The palettes by the names people type after `--theme`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ThemeName {
    /// Light words on near black.
    Dark,
    /// Dark words on cream.
    Light,
    /// The most contrast there is.
    Contrast,
    /// Marks that stay apart for every kind of colour vision.
    Safe,
}

impl ThemeName {
    /// Every theme, in the order help lists them.
    pub const ALL: [Self; 4] = [Self::Dark, Self::Light, Self::Contrast, Self::Safe];

    /// The name typed and kept in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Contrast => "contrast",
            Self::Safe => "safe",
        }
    }

    /// The theme with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    fn palette(self) -> &'static Palette {
        match self {
            Self::Dark => &DARK,
            Self::Light => &LIGHT,
            Self::Contrast => &CONTRAST,
            Self::Safe => &SAFE,
        }
    }
}

/// What lines and pointers are drawn with.
#[derive(Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// Before the chosen row; two columns.
    pub pointer: &'static str,
    /// In the pointer's place on other rows.
    pub no_pointer: &'static str,
    /// A rule across.
    pub across: &'static str,
    /// A divider down.
    pub down: &'static str,
    /// Where a divider hangs from a rule.
    pub down_from: &'static str,
    /// Where a divider stands on a rule.
    pub up_from: &'static str,
    /// Where words were cut.
    pub cut: &'static str,
    /// A small separator between two words.
    pub dot: &'static str,
    /// In place of a letter nobody may read.
    pub hidden: &'static str,
    /// A full, half and light cell of a bar.
    pub bar: [&'static str; 3],
    /// The left half of a full cell, where a bar may end in one.
    pub half_bar: &'static str,
    /// Arrows as keys are named: left, right, up, down.
    pub arrows: [&'static str; 4],
}

static UNICODE: Glyphs = Glyphs {
    pointer: "› ",
    no_pointer: "  ",
    across: "─",
    down: "│",
    down_from: "┬",
    up_from: "┴",
    cut: "…",
    dot: "·",
    hidden: "·",
    bar: ["█", "▒", "░"],
    half_bar: "▌",
    arrows: ["←", "→", "↑", "↓"],
};

static ASCII: Glyphs = Glyphs {
    pointer: "->",
    no_pointer: "  ",
    across: "-",
    down: "|",
    down_from: "+",
    up_from: "+",
    cut: "...",
    dot: "-",
    hidden: ".",
    bar: ["#", "+", "."],
    half_bar: "",
    arrows: ["Left", "Right", "Up", "Down"],
};

/// A palette at a depth, with its glyphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    name: ThemeName,
    depth: Depth,
    asked: bool,
    ascii: bool,
}

impl Theme {
    /// The theme a person asked for, or dark. At 16 colours hues are used only if they asked for a dark one: the
    /// background is the terminal's then, and on a light one no hue can be read everywhere.
    pub fn new(asked: Option<ThemeName>, depth: Depth, ascii: bool) -> Self {
        Self {
            name: asked.unwrap_or(ThemeName::Dark),
            depth,
            asked: asked.is_some(),
            ascii,
        }
    }

    /// The palette's name.
    pub fn name(&self) -> ThemeName {
        self.name
    }

    /// The depth it is shown at.
    pub fn depth(&self) -> Depth {
        self.depth
    }

    /// What lines and pointers are drawn with.
    pub fn glyphs(&self) -> &'static Glyphs {
        if self.ascii { &ASCII } else { &UNICODE }
    }

    /// How a part looks on a ground.
    pub fn style(&self, role: Role, ground: Ground) -> Style {
        let style = match self.depth {
            Depth::None => Style::reset(),
            Depth::Sixteen if self.hues_can_be_read() => Style::reset().fg(slot_of_sixteen(role)),
            Depth::Sixteen => Style::reset(),
            Depth::Indexed | Depth::True => self.painted(role, ground),
        };
        match ground {
            Ground::Chosen if self.depth <= Depth::Sixteen => {
                Style::reset().add_modifier(Modifier::BOLD | Modifier::REVERSED)
            }
            Ground::Chosen => style.add_modifier(Modifier::BOLD),
            _ if is_bold(role) => style.add_modifier(Modifier::BOLD),
            _ => style,
        }
    }

    fn hues_can_be_read(&self) -> bool {
        self.asked && self.name != ThemeName::Light
    }

    fn painted(&self, role: Role, ground: Ground) -> Style {
        let palette = self.name.palette();
        let (text, page) = match ground {
            Ground::Page => (tone_of(palette, role), &palette.page),
            Ground::Bar => (tone_of(palette, role), &palette.bar),
            Ground::Chosen => (&palette.chosen_text, &palette.chosen_page),
        };
        Style::reset().fg(self.colour(text)).bg(self.colour(page))
    }

    fn colour(&self, tone: &Tone) -> Color {
        match self.depth {
            Depth::True => Color::from_u32(tone.rgb),
            _ => Color::Indexed(tone.slot),
        }
    }
}

/// Parts that are bold at every depth, so that losing colour loses less.
fn is_bold(role: Role) -> bool {
    matches!(
        role,
        Role::Title | Role::Matters | Role::Worry | Role::NextStep | Role::Apart | Role::Problem
    )
}

fn tone_of(palette: &'static Palette, role: Role) -> &'static Tone {
    match role {
        Role::Text | Role::Title => &palette.text,
        Role::Quiet => &palette.quiet,
        Role::Label => &palette.label,
        Role::Line => &palette.line,
        Role::OwnWords => &palette.own_words,
        Role::Matters => &palette.matters,
        Role::Worry => &palette.worry,
        Role::Strength => &palette.strength,
        Role::Connection => &palette.connection,
        Role::Saw => &palette.saw,
        Role::View => &palette.view,
        Role::ComeBack => &palette.come_back,
        Role::NextStep => &palette.next_step,
        Role::Apart => &palette.apart,
        Role::Problem => &palette.problem,
    }
}

/// The slot of the sixteen that keeps its contrast on the dark backgrounds of the usual terminals. Slots 1, 4, 5, 8, 9,
/// 12 and 13 do not, on one or another.
fn slot_of_sixteen(role: Role) -> Color {
    match role {
        Role::Text | Role::Title | Role::Label | Role::Line | Role::Matters | Role::Saw => {
            Color::Reset
        }
        Role::OwnWords => Color::LightYellow,
        Role::Worry | Role::Apart | Role::Problem => Color::Yellow,
        Role::Strength => Color::LightGreen,
        Role::Connection => Color::LightCyan,
        Role::NextStep => Color::White,
        Role::View | Role::Quiet => Color::Gray,
        Role::ComeBack => Color::Cyan,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROUNDS: [Ground; 3] = [Ground::Page, Ground::Bar, Ground::Chosen];
    const DEPTHS: [Depth; 4] = [Depth::None, Depth::Sixteen, Depth::Indexed, Depth::True];

    fn every_look(depth: Depth, asked: Option<ThemeName>) -> impl Iterator<Item = Style> {
        let theme = Theme::new(asked, depth, false);
        Role::ALL
            .into_iter()
            .flat_map(move |role| GROUNDS.map(|ground| theme.style(role, ground)))
    }

    #[test]
    fn only_bold_and_reverse_are_used() {
        for name in ThemeName::ALL {
            for style in DEPTHS
                .into_iter()
                .flat_map(|depth| every_look(depth, Some(name)))
            {
                let used = style.add_modifier;
                assert!(
                    (Modifier::BOLD | Modifier::REVERSED).contains(used),
                    "{used:?}"
                );
            }
        }
    }

    #[test]
    fn without_colour_there_is_none() {
        let asked = [None, Some(ThemeName::Dark), Some(ThemeName::Light)];
        let plain = |style: Style| {
            assert_eq!(
                (style.fg, style.bg),
                (Some(Color::Reset), Some(Color::Reset))
            );
        };
        asked
            .into_iter()
            .flat_map(|name| every_look(Depth::None, name))
            .for_each(plain);
        // Sixteen colours on a background that is light, or unknown.
        every_look(Depth::Sixteen, None).for_each(plain);
        every_look(Depth::Sixteen, Some(ThemeName::Light)).for_each(plain);
    }

    #[test]
    fn sixteen_colours_avoid_the_unreadable_and_paint_no_background() {
        const UNREADABLE: [Color; 7] = [
            Color::Red,
            Color::Blue,
            Color::Magenta,
            Color::DarkGray,
            Color::LightRed,
            Color::LightBlue,
            Color::LightMagenta,
        ];
        for style in every_look(Depth::Sixteen, Some(ThemeName::Dark)) {
            assert!(!UNREADABLE.contains(&style.fg.unwrap_or_default()));
            assert_eq!(style.bg, Some(Color::Reset));
        }
    }

    #[test]
    fn the_chosen_row_looks_the_same_whatever_stands_on_it() {
        for depth in DEPTHS {
            let theme = Theme::new(Some(ThemeName::Dark), depth, false);
            let first = theme.style(Role::Text, Ground::Chosen);
            for role in Role::ALL {
                assert_eq!(theme.style(role, Ground::Chosen), first);
            }
            assert!(first.add_modifier.contains(Modifier::BOLD));
        }
    }

    #[test]
    fn themes_are_found_by_name() {
        for name in ThemeName::ALL {
            assert_eq!(ThemeName::named(name.name()), Some(name));
        }
        assert_eq!(ThemeName::named("solarized"), None);
    }

    #[test]
    fn glyphs_are_as_wide_in_both_sets_where_columns_depend_on_it() {
        for (one, other) in [
            (UNICODE.pointer, ASCII.pointer),
            (UNICODE.no_pointer, ASCII.no_pointer),
            (UNICODE.across, ASCII.across),
            (UNICODE.down, ASCII.down),
            (UNICODE.down_from, ASCII.down_from),
            (UNICODE.up_from, ASCII.up_from),
            (UNICODE.dot, ASCII.dot),
        ] {
            assert_eq!(
                super::super::row::width(one),
                super::super::row::width(other)
            );
        }
    }
}

//! What a terminal can show, worked out from what its environment says.
//!
//! Asking the terminal would block the start on one that does not answer, so nothing is asked. A wrong guess is only
//! ugly: at 256 colours and more the program paints its own background, and under that it uses few hues or none.

/// How many colours to send.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Depth {
    /// No colour codes at all; bold and reverse only.
    None,
    /// The terminal's own sixteen, on its own background.
    Sixteen,
    /// The 256, on a background of ours.
    Indexed,
    /// Any colour, on a background of ours.
    True,
}

/// What the command line, the settings and the environment say. Read by the caller: nothing here touches a process.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TermFacts {
    /// `--no-color` was given.
    pub no_color_flag: bool,
    /// Whether the settings ask for colour, where they say.
    pub colour_setting: Option<bool>,
    /// `NO_COLOR`.
    pub no_color: Option<String>,
    /// `FORCE_COLOR`.
    pub force_color: Option<String>,
    /// `CLICOLOR_FORCE`.
    pub clicolor_force: Option<String>,
    /// `CLICOLOR`.
    pub clicolor: Option<String>,
    /// `COLORTERM`.
    pub colorterm: Option<String>,
    /// `TERM`.
    pub term: Option<String>,
    /// The locale: the first of `LC_ALL`, `LC_CTYPE`, `LANG` that is set and not empty.
    pub locale: Option<String>,
    /// A console that needs no `TERM` and understands true colour: Windows 10 and later.
    pub modern_console: bool,
}

/// Terminals known for true colour that are often reached over a link which drops `COLORTERM`.
const TRUE_COLOUR_TERMS: [&str; 6] = [
    "kitty",
    "alacritty",
    "ghostty",
    "wezterm",
    "foot",
    "contour",
];

impl TermFacts {
    /// The depth to use. Order: flag, `NO_COLOR`, `FORCE_COLOR` or `CLICOLOR_FORCE`, `CLICOLOR`, settings, and then what
    /// the terminal seems able to show.
    pub fn depth(&self) -> Depth {
        if self.no_color_flag || is_set(&self.no_color) {
            return Depth::None;
        }
        let able = self.able();
        if asks(&self.force_color) || asks(&self.clicolor_force) {
            return able.max(Depth::Sixteen);
        }
        if says_no(&self.force_color) || says_no(&self.clicolor) {
            return Depth::None;
        }
        match self.colour_setting {
            Some(false) => Depth::None,
            Some(true) => able.max(Depth::Sixteen),
            None => able,
        }
    }

    /// Whether to draw with ASCII alone: the locale is named and is not UTF-8. An unset locale says nothing, because a
    /// bare container or link leaves it unset under a terminal that reads UTF-8 well.
    pub fn needs_ascii(&self) -> bool {
        let Some(locale) = self.locale.as_deref().filter(|locale| !locale.is_empty()) else {
            return false;
        };
        let locale = locale.to_ascii_lowercase();
        !locale.contains("utf-8") && !locale.contains("utf8")
    }

    fn able(&self) -> Depth {
        let term = self.term.as_deref().unwrap_or_default();
        let colorterm = self.colorterm.as_deref().unwrap_or_default();
        // GNU screen passes COLORTERM on but garbles true colour.
        let garbles = term.starts_with("screen");
        let claims = matches!(colorterm, "truecolor" | "24bit") || term.ends_with("-direct");
        let known = TRUE_COLOUR_TERMS.iter().any(|name| term.contains(name));
        match term {
            "dumb" => Depth::None,
            _ if (claims || known) && !garbles => Depth::True,
            "" if self.modern_console => Depth::True,
            "" => Depth::None,
            _ if claims || term.contains("256color") => Depth::Indexed,
            _ => Depth::Sixteen,
        }
    }
}

fn is_set(value: &Option<String>) -> bool {
    value.as_deref().is_some_and(|value| !value.is_empty())
}

fn says_no(value: &Option<String>) -> bool {
    matches!(value.as_deref(), Some("0" | "false"))
}

fn asks(value: &Option<String>) -> bool {
    is_set(value) && !says_no(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(pairs: &[(&str, &str)]) -> TermFacts {
        let get = |name: &str| {
            let found = pairs.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        TermFacts {
            no_color_flag: get("flag").is_some(),
            colour_setting: get("setting").map(|value| value == "yes"),
            no_color: get("NO_COLOR"),
            force_color: get("FORCE_COLOR"),
            clicolor_force: get("CLICOLOR_FORCE"),
            clicolor: get("CLICOLOR"),
            colorterm: get("COLORTERM"),
            term: get("TERM"),
            locale: get("LANG"),
            modern_console: get("windows").is_some(),
        }
    }

    #[test]
    fn the_terminal_says_what_it_can_show() {
        let table: [(&[(&str, &str)], Depth); 13] = [
            (&[("TERM", "xterm-256color")], Depth::Indexed),
            (
                &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")],
                Depth::True,
            ),
            (&[("TERM", "xterm"), ("COLORTERM", "24bit")], Depth::True),
            (
                &[("TERM", "screen"), ("COLORTERM", "truecolor")],
                Depth::Indexed,
            ),
            (
                &[("TERM", "tmux-256color"), ("COLORTERM", "truecolor")],
                Depth::True,
            ),
            (&[("TERM", "xterm-kitty")], Depth::True),
            (&[("TERM", "xterm-direct")], Depth::True),
            (&[("TERM", "linux")], Depth::Sixteen),
            (&[("TERM", "xterm")], Depth::Sixteen),
            (&[("TERM", "dumb"), ("COLORTERM", "truecolor")], Depth::None),
            (&[], Depth::None),
            (&[("windows", "")], Depth::True),
            (&[("windows", ""), ("TERM", "xterm")], Depth::Sixteen),
        ];
        for (pairs, depth) in table {
            assert_eq!(facts(pairs).depth(), depth, "{pairs:?}");
        }
    }

    #[test]
    fn people_are_obeyed_in_order() {
        const RICH: (&str, &str) = ("COLORTERM", "truecolor");
        let table: [(&[(&str, &str)], Depth); 11] = [
            (&[RICH, ("flag", ""), ("FORCE_COLOR", "1")], Depth::None),
            (
                &[RICH, ("NO_COLOR", "1"), ("FORCE_COLOR", "1")],
                Depth::None,
            ),
            (&[RICH, ("NO_COLOR", "")], Depth::True),
            (&[("TERM", "dumb"), ("FORCE_COLOR", "1")], Depth::Sixteen),
            (
                &[RICH, ("CLICOLOR_FORCE", "1"), ("CLICOLOR", "0")],
                Depth::True,
            ),
            (&[RICH, ("FORCE_COLOR", "0")], Depth::None),
            (&[RICH, ("CLICOLOR", "0"), ("setting", "yes")], Depth::None),
            (
                &[RICH, ("CLICOLOR_FORCE", "0"), ("CLICOLOR", "1")],
                Depth::True,
            ),
            (&[RICH, ("setting", "no")], Depth::None),
            (&[("TERM", "dumb"), ("setting", "yes")], Depth::Sixteen),
            (
                &[RICH, ("setting", "no"), ("FORCE_COLOR", "1")],
                Depth::True,
            ),
        ];
        for (pairs, depth) in table {
            assert_eq!(facts(pairs).depth(), depth, "{pairs:?}");
        }
    }

    #[test]
    fn ascii_only_where_the_locale_says_so() {
        let table = [
            ("en_GB.UTF-8", false),
            ("cy_GB.utf8", false),
            ("C.UTF-8", false),
            ("C", true),
            ("en_GB.ISO-8859-1", true),
            ("", false),
        ];
        for (locale, ascii) in table {
            assert_eq!(facts(&[("LANG", locale)]).needs_ascii(), ascii, "{locale}");
        }
        assert!(!TermFacts::default().needs_ascii());
    }
}

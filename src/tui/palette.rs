//! The four palettes: each part's colour, in true colour and as a slot of the 256.
//!
//! The colours were chosen by contrast, and the tests here hold the sums. Three parts reuse colours of others:
//!
//! - *matters most*: the words' own colour, bold, in dark and light (at least 9 CIEDE2000 from every mark in each
//!   simulated colour vision); the label's in high contrast (6.7) and colour-blind safe (7.9), where white stands nearer
//!   to *my view* and *come back to*;
//! - *saw or noticed*: the quiet colour in dark (6.0) and colour-blind safe (4.9); the words' own where quiet is under a
//!   mark's contrast (light) or too near *my view* (high contrast);
//! - *kept apart*: the problem message's, because it warns. It is near *worry*, but never stands in the marks' column.
//!
//! Colour is never the only sign: every mark has its character, and its word wherever there is room.

/// One colour, twice: `0xRRGGBB`, and the slot of the 256 nearest to it that keeps its contrast.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tone {
    pub rgb: u32,
    pub slot: u8,
}

/// Every colour of one theme.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Palette {
    pub page: Tone,
    pub bar: Tone,
    pub chosen_page: Tone,
    pub chosen_text: Tone,
    pub line: Tone,
    pub text: Tone,
    pub quiet: Tone,
    pub label: Tone,
    pub own_words: Tone,
    pub matters: Tone,
    pub worry: Tone,
    pub strength: Tone,
    pub connection: Tone,
    pub saw: Tone,
    pub view: Tone,
    pub come_back: Tone,
    pub next_step: Tone,
    pub apart: Tone,
    pub problem: Tone,
}

const fn tone(rgb: u32, slot: u8) -> Tone {
    Tone { rgb, slot }
}

pub(super) static DARK: Palette = Palette {
    page: tone(0x16181D, 234),
    bar: tone(0x23272F, 235),
    chosen_page: tone(0x2F4A6B, 24),
    chosen_text: tone(0xFFFFFF, 231),
    line: tone(0x6F7885, 243),
    text: tone(0xE9E6DF, 254),
    quiet: tone(0xA9B0BB, 145),
    label: tone(0x8CC8FF, 153),
    own_words: tone(0xF3C969, 222),
    matters: tone(0xE9E6DF, 254),
    worry: tone(0xFF9C8C, 210),
    strength: tone(0x8FD98F, 114),
    connection: tone(0x7CC7F5, 117),
    saw: tone(0xA9B0BB, 145),
    view: tone(0xC9D1D9, 252),
    come_back: tone(0xF7A8D6, 218),
    next_step: tone(0xD3ADFF, 183),
    apart: tone(0xFFB3A7, 217),
    problem: tone(0xFFB3A7, 217),
};

pub(super) static LIGHT: Palette = Palette {
    page: tone(0xFBF6EA, 255),
    bar: tone(0xEFE7D4, 254),
    chosen_page: tone(0xCFE0F5, 189),
    chosen_text: tone(0x10151B, 233),
    line: tone(0x7F8079, 244),
    text: tone(0x1E2227, 235),
    quiet: tone(0x535B66, 240),
    label: tone(0x0A4A86, 25),
    own_words: tone(0x6B4500, 58),
    matters: tone(0x1E2227, 235),
    worry: tone(0xA11D0C, 124),
    strength: tone(0x1D5C22, 22),
    connection: tone(0x0B4F8A, 25),
    saw: tone(0x1E2227, 235),
    view: tone(0x3A434E, 238),
    come_back: tone(0x8A1058, 89),
    next_step: tone(0x5A2A94, 55),
    apart: tone(0x8F1408, 88),
    problem: tone(0x8F1408, 88),
};

pub(super) static CONTRAST: Palette = Palette {
    page: tone(0x000000, 16),
    bar: tone(0x000000, 16),
    chosen_page: tone(0xFFFF00, 226),
    chosen_text: tone(0x000000, 16),
    line: tone(0xFFFFFF, 231),
    text: tone(0xFFFFFF, 231),
    quiet: tone(0xD6D6D6, 188),
    label: tone(0xFFFF00, 226),
    own_words: tone(0xFFE04D, 220),
    matters: tone(0xFFFF00, 226),
    worry: tone(0xFFB8AD, 217),
    strength: tone(0x8CFF8C, 120),
    connection: tone(0x8FDCFF, 117),
    saw: tone(0xFFFFFF, 231),
    view: tone(0xE8E8E8, 254),
    come_back: tone(0xFFC2E6, 218),
    next_step: tone(0xE6C7FF, 225),
    apart: tone(0xFFB8AD, 217),
    problem: tone(0xFFB8AD, 217),
};

pub(super) static SAFE: Palette = Palette {
    page: tone(0x101418, 233),
    bar: tone(0x1D242B, 235),
    chosen_page: tone(0x1F4E79, 24),
    chosen_text: tone(0xFFFFFF, 231),
    line: tone(0x6E7A86, 243),
    text: tone(0xECECEC, 255),
    quiet: tone(0xA8B3BE, 249),
    label: tone(0x8FB4FF, 111),
    own_words: tone(0xD9FF0E, 190),
    matters: tone(0x8FB4FF, 111),
    worry: tone(0xF08A2C, 208),
    strength: tone(0x0FD291, 42),
    connection: tone(0x6F96FF, 69),
    saw: tone(0xA8B3BE, 249),
    view: tone(0xB994AB, 139),
    come_back: tone(0xFFF6F4, 231),
    next_step: tone(0xBDD0FF, 153),
    apart: tone(0xF5A35A, 215),
    problem: tone(0xF5A35A, 215),
};

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [(&str, &Palette); 4] = [
        ("dark", &DARK),
        ("light", &LIGHT),
        ("contrast", &CONTRAST),
        ("safe", &SAFE),
    ];

    /// How a tone is read: as true colour, or by its slot.
    type Reading = fn(&Tone) -> u32;

    fn true_colour(tone: &Tone) -> u32 {
        tone.rgb
    }

    /// The colour xterm gives a slot of the cube or the greys.
    fn slot_colour(tone: &Tone) -> u32 {
        let slot = u32::from(tone.slot);
        assert!(slot >= 16, "slots under 16 have no fixed colour");
        if slot >= 232 {
            return (8 + 10 * (slot - 232)) * 0x01_01_01;
        }
        let level = |n: u32| if n == 0 { 0 } else { 55 + 40 * n };
        let cube = slot - 16;
        level(cube / 36) << 16 | level(cube / 6 % 6) << 8 | level(cube % 6)
    }

    fn luminance(rgb: u32) -> f64 {
        let part = |shift: u32| {
            let c = f64::from(rgb >> shift & 0xFF) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }

    /// WCAG 2 contrast of two tones.
    fn contrast(a: &Tone, b: &Tone, reading: Reading) -> f64 {
        let (a, b) = (luminance(reading(a)), luminance(reading(b)));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn marks(p: &Palette) -> [&Tone; 10] {
        [
            &p.own_words,
            &p.matters,
            &p.worry,
            &p.strength,
            &p.connection,
            &p.saw,
            &p.view,
            &p.come_back,
            &p.next_step,
            &p.apart,
        ]
    }

    fn holds(p: &Palette, name: &str, reading: Reading, mark_floor: f64) {
        let on_page = |what: &str, tone: &Tone, floor: f64| {
            let found = contrast(tone, &p.page, reading);
            assert!(found >= floor, "{name}: {what} {found:.2} under {floor}");
        };
        on_page("text", &p.text, 7.0);
        on_page("quiet", &p.quiet, 6.0);
        on_page("label", &p.label, mark_floor);
        on_page("problem", &p.problem, mark_floor);
        on_page("line", &p.line, 3.0);
        for mark in marks(p) {
            on_page("mark", mark, mark_floor);
        }
        let chosen = contrast(&p.chosen_text, &p.chosen_page, reading);
        assert!(chosen >= 7.0, "{name}: chosen row {chosen:.2}");
    }

    #[test]
    fn true_colours_meet_their_contrast() {
        for (name, palette) in ALL {
            holds(palette, name, true_colour, 6.5);
        }
    }

    #[test]
    fn slots_meet_their_contrast() {
        for (name, palette) in ALL {
            holds(palette, name, slot_colour, 5.5);
        }
    }

    #[test]
    fn words_can_be_read_on_bars() {
        for (name, palette) in ALL {
            for reading in [true_colour as Reading, slot_colour] {
                let on_bar = |tone| contrast(tone, &palette.bar, reading);
                assert!(on_bar(&palette.text) >= 7.0, "{name}");
                assert!(on_bar(&palette.quiet) >= 4.5, "{name}");
                for mark in marks(palette) {
                    assert!(on_bar(mark) >= 4.5, "{name}: {mark:?}");
                }
            }
        }
    }

    #[test]
    fn the_sums_are_the_published_ones() {
        let black_on_white = contrast(&tone(0, 16), &tone(0xFF_FF_FF, 231), true_colour);
        assert!((black_on_white - 21.0).abs() < 0.01);
        let dark_text = contrast(&DARK.text, &DARK.page, true_colour);
        assert!((dark_text - 14.2).abs() < 0.05, "{dark_text}");
        let dark_slot = contrast(&DARK.text, &DARK.page, slot_colour);
        assert!((dark_slot - 13.4).abs() < 0.05, "{dark_slot}");
    }
}

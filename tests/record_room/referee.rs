//! A CommonMark parser that is not ours, and what it sees in a record.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// What a reader of Markdown makes of a record.
#[derive(Debug, Default, PartialEq)]
pub struct Seen {
    pub headings: Vec<String>,
    /// Each paragraph outside a list or quote.
    pub paragraphs: Vec<String>,
    /// Each list item and block quote as words.
    pub entries: Vec<String>,
    /// Boxes of a list of things to do.
    pub boxes: usize,
    /// Anything a record never has.
    pub foreign: Vec<String>,
}

/// Everything GitHub and its like understand.
pub fn github() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
}

/// Plain CommonMark, but for the header.
pub fn commonmark() -> Options {
    Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
}

pub fn see(markdown: &str, options: Options) -> Seen {
    let mut seen = Seen::default();
    let mut words = String::new();
    let mut header = 0;
    let mut inside = 0;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => header += 1,
            Event::End(TagEnd::MetadataBlock(_)) => words.clear(),
            Event::Start(Tag::Heading { .. }) => words.clear(),
            Event::End(TagEnd::Heading(_)) => seen.headings.push(std::mem::take(&mut words)),
            Event::Start(Tag::Item | Tag::BlockQuote(None)) => {
                inside += 1;
                if inside > 1 {
                    seen.foreign.push("a block in a block".to_owned());
                }
                words.clear();
            }
            Event::End(TagEnd::Item | TagEnd::BlockQuote(None)) => {
                inside -= 1;
                seen.entries.push(std::mem::take(&mut words));
            }
            Event::Start(Tag::Paragraph) if !words.is_empty() => words.push_str("\n\n"),
            Event::Start(Tag::Paragraph | Tag::List(None)) => {}
            Event::End(TagEnd::Paragraph) if inside == 0 => {
                seen.paragraphs.push(std::mem::take(&mut words));
            }
            Event::End(TagEnd::Paragraph | TagEnd::List(false)) => {}
            Event::Start(Tag::Emphasis) => words.push('«'),
            Event::End(TagEnd::Emphasis) => words.push('»'),
            Event::Start(Tag::Strong) => words.push('‹'),
            Event::End(TagEnd::Strong) => words.push('›'),
            Event::Text(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push('\n'),
            Event::TaskListMarker(_) => seen.boxes += 1,
            other => seen.foreign.push(format!("{other:?}")),
        }
    }
    if header != 1 {
        seen.foreign.push(format!("{header} headers"));
    }
    seen
}

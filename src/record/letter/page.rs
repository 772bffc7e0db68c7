//! A letter as one file for a browser: 18 point on paper, black on white, nothing fetched and nothing run.

use crate::{
    record::{
        letter::ENGLISH,
        parts::{Part, Said},
    },
    text::html,
};

const STYLE: &str = "
html { background: #fffdf4; }
body { margin: 0 auto; max-width: 32em; padding: 1em 1em 3em; font: 18pt/1.55 Arial, Helvetica, sans-serif; color: #000; }
h1 { margin: 1em 0 .6em; font-size: 1.25em; line-height: 1.3; }
h2 { margin: 1.5em 0 .4em; font-size: 1.1em; line-height: 1.3; break-after: avoid; }
h3 { margin: .8em 0 .2em; font-size: 1em; break-after: avoid; }
p { margin: .4em 0; }
ul { margin: .2em 0; padding-left: 1.2em; }
li { margin: .5em 0; white-space: pre-line; break-inside: avoid; }
.space { margin-top: 2em; }
@media print {
  @page { size: A4; margin: 20mm; }
  html { background: #fff; }
  body { max-width: none; padding: 0; }
}
";

/// The page. Its title, which a browser shows to whoever passes, names nobody.
pub(super) fn page(parts: &[Part], language: &str) -> String {
    let language = html(language);
    let body = body(parts, &language);
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>Your copy</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
}

fn body(parts: &[Part], language: &str) -> String {
    let mut out = String::new();
    let mut in_list = false;
    let mut after_gap = false;
    for part in parts {
        let is_item = matches!(part, Part::Item(_));
        if is_item != in_list {
            out.push_str(if is_item { "<ul>\n" } else { "</ul>\n" });
            in_list = is_item;
        }
        out.push_str(&match part {
            Part::Title(words) => tag("h1", "", words),
            Part::Gap => {
                after_gap = true;
                continue;
            }
            Part::Heading(said, words) => tag("h2", &spoken(*said, language), words),
            Part::Under(said, words) => tag("h3", &spoken(*said, language), words),
            Part::Words(said, words) => {
                let class = if std::mem::take(&mut after_gap) {
                    " class=\"space\""
                } else {
                    ""
                };
                tag("p", &format!("{class}{}", spoken(*said, language)), words)
            }
            Part::Item(words) => tag("li", "", words),
        });
    }
    if in_list {
        out.push_str("</ul>\n");
    }
    out
}

fn tag(name: &str, attributes: &str, words: &str) -> String {
    let lines: Vec<String> = words.split('\n').map(html).collect();
    format!("<{name}{attributes}>{}</{name}>\n", lines.join("\n"))
}

/// Says which language a sentence of ours is in, where the page is in another.
fn spoken(said: Said, language: &str) -> String {
    match said {
        Said::Ours if !language.starts_with("en") => format!(" lang=\"{ENGLISH}\""),
        _ => String::new(),
    }
}

//! A page as one file for a browser: large type for a phone, a sheet of paper for each sheet, nothing fetched, nothing
//! run.

use super::page::{NOT_REAL, Page, Part, Said, Sheet};
use crate::text::html as escaped;

/// The page as HTML. Its first line, and the top of every sheet, says that it is not real.
pub fn as_html(page: &Page) -> String {
    let title = escaped(&page.title);
    let sheets: String = page.sheets.iter().map(|one| sheet(page, one)).collect();
    format!(
        "<!doctype html><!-- {NOT_REAL} -->\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{NOT_REAL}: {title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{sheets}</body>\n</html>\n"
    )
}

const STYLE: &str = "
body { margin: 0 auto; max-width: 34em; padding: 0 1em 2em; font: 1.25rem/1.45 sans-serif; color: #111; background: #fff; }
section { padding-top: 1em; }
.not-real { margin: 0; padding: .3em .6em; border: 3px solid #111; font-weight: bold; white-space: pre-wrap; }
h1 { margin: .6em 0 0; font-size: 1.5rem; }
h2 { margin: 1.1em 0 .2em; font-size: 1.15rem; break-after: avoid; }
p, ul, ol { margin: .3em 0; }
li { margin: .25em 0; break-inside: avoid; }
.when { display: block; font-size: .85em; color: #333; }
.row { border-bottom: 1px solid #555; height: 1.8em; }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; font-weight: normal; padding: .3em .5em .3em 0; width: 45%; }
tr { border-bottom: 1px solid #555; }
@media print {
  @page { size: A4; margin: 14mm; @bottom-center { content: \"Practice   Not real\"; } }
  body { max-width: none; padding: 0; font-size: 12pt; line-height: 1.3; }
  section { padding-top: 0; }
  section + section { break-before: page; }
}
";

fn sheet(page: &Page, sheet: &Sheet) -> String {
    let (title, whose) = (escaped(&page.title), escaped(&sheet.whose));
    let parts: String = sheet.parts.iter().map(part).collect();
    format!(
        "<section>\n<p class=\"not-real\">{NOT_REAL}</p>\n<h1>{title}</h1>\n<p>{whose}</p>\n{parts}</section>\n"
    )
}

fn part(part: &Part) -> String {
    match part {
        Part::Heading(words) => format!("<h2>{}</h2>\n", escaped(words)),
        Part::Words(words) => format!("<p>{}</p>\n", escaped(words)),
        Part::List(lines) => format!("<ul>\n{}</ul>\n", items(lines)),
        Part::Steps(lines) => format!("<ol>\n{}</ol>\n", items(lines)),
        Part::Said(said) => format!(
            "<ul>\n{}</ul>\n",
            said.iter().map(said_item).collect::<String>()
        ),
        Part::Tally(things) => format!(
            "<table>\n{}</table>\n",
            things
                .iter()
                .map(|thing| counted(thing))
                .collect::<String>()
        ),
        Part::Room(rows) => "<div class=\"row\"></div>\n".repeat((*rows).into()),
    }
}

fn items(lines: &[String]) -> String {
    lines
        .iter()
        .map(|line| format!("<li>{}</li>\n", escaped(line)))
        .collect()
}

fn said_item(said: &Said) -> String {
    let when = if said.when.is_empty() {
        String::new()
    } else {
        format!(" <span class=\"when\">{}</span>", escaped(&said.when))
    };
    format!("<li>\u{201c}{}\u{201d}{when}</li>\n", escaped(&said.words))
}

fn counted(thing: &str) -> String {
    format!(
        "<tr><th scope=\"row\">{}</th><td></td></tr>\n",
        escaped(thing)
    )
}

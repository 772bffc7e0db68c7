//! A blank to print: the questions in large type, with boxes to tick and room for words. It asks for no name.

use super::{Answer, Asked};
use crate::text::html as escaped;

/// What is said before the first question, line by line.
pub fn why(asked: Asked) -> [&'static str; 4] {
    match asked {
        Asked::People => [
            "We ask so that we learn what to do differently. Nothing is decided by it.",
            "Somebody other than the worker asks, or you fill it in by yourself.",
            "It names nobody. Leave names out of the words too.",
            "Skip any question. Nothing changes for you if you skip them all.",
        ],
        Asked::Staff => [
            "We ask so that we learn what to change. It is about the way of working.",
            "It is asked after a fortnight, and again at 12 weeks.",
            "It names nobody, and is shown only with the answers of 4 others or more.",
            "Skip any question. Leave the names of people and colleagues out.",
        ],
    }
}

/// What it is called.
pub fn title(asked: Asked) -> &'static str {
    match asked {
        Asked::People => "How was it for you?",
        Asked::Staff => "How was it to work this way?",
    }
}

const WHO_ASKED: &str = "Who asked (not a name; such as: a volunteer)";
const ON: &str = "On what day";
const IN_WORDS: &str = "In your words";

/// The blank in plain text.
pub fn as_text(asked: Asked) -> String {
    const ROOM: &str = "______________________________________________________________";
    let mut out = format!("{}\n\n", title(asked));
    why(asked)
        .iter()
        .for_each(|line| out.push_str(&format!("{line}\n")));
    out.push_str(&format!(
        "\n{ON}: ____________________\n{WHO_ASKED}:\n{ROOM}\n"
    ));
    for (nth, question) in asked.questions().iter().enumerate() {
        let boxes = Answer::ALL.map(|answer| format!("[ ] {}", asked.says(nth, answer)));
        // Longer answers have a line each.
        let wide: usize = boxes.iter().map(|one| one.chars().count() + 3).sum();
        let between = if wide > 75 { "\n   " } else { "   " };
        out.push_str(&format!(
            "\n{}. {question}\n\n   {}\n\n   {IN_WORDS}:\n",
            nth + 1,
            boxes.join(between)
        ));
        for _ in 0..3 {
            out.push_str(&format!("   {ROOM}\n\n"));
        }
    }
    out
}

/// The blank as a page for a browser, in large print. Nothing is fetched and nothing runs.
pub fn as_html(asked: Asked) -> String {
    let title = escaped(title(asked));
    let why: String = why(asked)
        .iter()
        .map(|line| format!("<p>{}</p>\n", escaped(line)))
        .collect();
    let questions: String = asked
        .questions()
        .iter()
        .enumerate()
        .map(|(nth, question)| {
            let boxes = Answer::ALL.map(|answer| {
                let says = escaped(asked.says(nth, answer));
                format!("<li>{says}</li>\n")
            });
            let boxes = boxes.concat();
            let question = escaped(question);
            format!(
                "<li>\n<h2>{question}</h2>\n<ul class=\"boxes\">\n{boxes}</ul>\n<p>{IN_WORDS}:</p>\n{ROOM}</li>\n"
            )
        })
        .collect();
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{why}\
         <p>{ON}:</p>\n<div class=\"row\"></div>\n<p>{WHO_ASKED}:</p>\n<div class=\"row\"></div>\n\
         <ol>\n{questions}</ol>\n</main>\n</body>\n</html>\n"
    )
}

const ROOM: &str =
    "<div class=\"row\"></div>\n<div class=\"row\"></div>\n<div class=\"row\"></div>\n";

const STYLE: &str = "
body { margin: 0 auto; max-width: 34em; padding: 0 1em 2em; font: 1.4rem/1.5 sans-serif; color: #111; background: #fff; }
h1 { font-size: 1.8rem; margin: .6em 0 .3em; }
h2 { font-size: 1.4rem; margin: 1em 0 .2em; break-after: avoid; }
p { margin: .4em 0; }
ol { padding-left: 1.4em; }
ol > li { break-inside: avoid; }
.boxes { list-style: none; padding: 0; margin: .3em 0; }
.boxes li { display: inline-block; margin-right: 1.4em; }
.boxes li::before { content: \"\"; display: inline-block; width: .9em; height: .9em; border: 2px solid #111; margin-right: .4em; vertical-align: -.1em; }
.row { border-bottom: 1px solid #555; height: 2em; }
@media print {
  @page { size: A4; margin: 16mm; }
  body { max-width: none; padding: 0; font-size: 18pt; line-height: 1.4; }
  h1 { font-size: 24pt; }
  h2 { font-size: 18pt; }
}
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_has_every_question_and_every_answer_and_asks_for_no_name() {
        for asked in Asked::ALL {
            for page in [as_text(asked), as_html(asked)] {
                for question in asked.questions() {
                    assert!(page.contains(&escaped(question)) || page.contains(question));
                }
                let boxes = page.matches("Rather not say").count();
                assert_eq!(boxes, asked.questions().len());
                assert!(page.contains("names nobody"), "{page}");
                assert!(!page.contains("<script") && !page.contains("http://"));
            }
            assert!(
                as_text(asked)
                    .lines()
                    .all(|line| line.chars().count() <= 75)
            );
        }
    }
}

//! Baselines, and what was counted elsewhere: every place is in its file, and what is read can be written, compared and
//! read again.

use alongside::evidence::{
    baseline::{self, compare},
    brought, file,
    measure::MeasureId,
    report::{Counted, Measure, Report},
};
use alongside::guide::Severity;

use super::{guides::has_places, trial::Trial};

const WORDS: [&str; 30] = [
    "format = 1\n",
    "name = \"North\"\n",
    "from = 2025-01-01\n",
    "to = 2025-03-31\n",
    "counted_by = \"Ann\"\n",
    "returned = true\n",
    "[[figures]]\n",
    "figure = \"crisis\"\n",
    "figure = \"words\"\n",
    "count = 3\n",
    "of = 12\n",
    "values = [3, 4.5]\n",
    "values = [",
    "n = 9\n",
    "median = 4\n",
    "lower = 3\n",
    "upper = nan\n",
    "definition = \"d\"\n",
    "name,from,to,counted_by,figure,count,of,definition\n",
    "what,from,to,count,of,pounds,counted_by,definition,returned\n",
    "complaints,2026-01-01,2026-03-31,2,,,Ann,\n",
    "cost-up,2026-01-01,2026-03-31,,,1e9,Ann,\n",
    "North,2025-01-01,2025-03-31,Ann,crisis,3,12,d\n",
    "31/03/2026",
    "£1,204.50",
    ",",
    ";",
    "\"",
    "\"\"",
    "-0.0",
];

#[test]
fn baselines() {
    Trial {
        name: "baselines",
        share: 16,
        also: &[
            ("examples/baselines", ".toml"),
            ("tests/before/broken", ".toml"),
        ],
        words: &WORDS,
        law,
    }
    .run();
}

#[test]
fn brought() {
    Trial {
        name: "brought",
        share: 16,
        also: &[
            ("examples/baselines", ".csv"),
            ("tests/before/broken", ".csv"),
        ],
        words: &WORDS,
        law,
    }
    .run();
}

fn law(input: &[u8]) {
    let text = String::from_utf8_lossy(input).into_owned();
    for name in ["a.toml", "a.csv"] {
        let (read, problems) = baseline::read(&text, name);
        has_places(&text, &problems);
        let is_wrong = problems
            .iter()
            .any(|problem| problem.severity == Severity::Error);
        assert_eq!(read.is_none(), is_wrong);
        let Some(read) = read else { continue };
        let again = baseline::read(&baseline::text_of(&read), "b.toml").0;
        assert_eq!(again.as_ref(), Some(&read));
        let mut report = Report {
            period: read.period,
            made: read.period.to(),
            counted: Counted::default(),
            measures: MeasureId::ALL.map(Measure::new).to_vec(),
            stories: vec![],
            troubles: vec![],
        };
        compare(&mut report, &[read]);
    }
    let (rows, problems) = brought::read(&text);
    has_places(&text, &problems);
    for (nth, row) in rows.iter().enumerate() {
        let twice = rows[..nth].iter().any(|other| other.counts_twice_with(row));
        assert!(!twice, "{row:?}");
    }
    has_places(&text, &file::check(&text, "a.csv").problems);
}

//! What records cannot know and somebody else counted: long-term support started, complaints, safeguarding concerns,
//! cost.

use super::Ground;
use crate::evidence::{
    brought::{Brought, BroughtAmount, What},
    kept::Kept,
    measure::MeasureId,
    report::{
        Count, CountNote, Group, Measure, Members, NoteAbout, Now, NowAmount, Population, Sum,
        Table,
    },
    said,
};

const OF: Population = Population::Elsewhere;

/// What was brought in for days wholly in the period, each thing added up; what is of other days is named.
pub fn elsewhere(ground: &Ground<'_>, kept: &Kept) -> Measure {
    let mut measure = Measure::new(MeasureId::Elsewhere);
    for what in What::ALL {
        let brought = kept.brought.iter().filter(|one| one.what == what);
        let (within, others): (Vec<&Brought>, Vec<&Brought>) =
            brought.partition(|one| ground.period.contains(one.period));
        Added::of(&within).goes_in(&mut measure, what);
        for one in &within {
            who_counted(one, &mut measure);
        }
        let returned = within.iter().copied().filter(|one| one.is_returned);
        let returned: Vec<&Brought> = returned.collect();
        let changed = said::notes::returns_changed(&returned);
        measure.read_with.extend(changed);
        let left_out = others.iter().map(|one| said::notes::other_days(one));
        measure.read_with.extend(left_out);
    }
    measure
}

/// Who counted it and how; of how many is a number of people as well.
fn who_counted(brought: &Brought, measure: &mut Measure) {
    let who = said::notes::brought_in(brought);
    let how = said::notes::how_brought(brought);
    match brought.amount {
        BroughtAmount::Count { of: Some(of), .. } => measure.noted.push(CountNote {
            about: NoteAbout::BroughtIn {
                what: brought.what,
                who,
                how,
            },
            of: OF,
            count: Count::Is(of),
            members: Members::new(),
        }),
        BroughtAmount::Count { of: None, .. } | BroughtAmount::Pence(_) => {
            let said = how.map_or_else(|| who.clone(), |how| format!("{who} {how}"));
            measure.read_with.push(said);
        }
    }
}

/// Several counts of one thing, added up.
#[derive(Default)]
struct Added {
    count: Option<usize>,
    /// Of how many, where each of them says so.
    of: Option<usize>,
    pence: Option<u64>,
}

impl Added {
    fn of(brought: &[&Brought]) -> Self {
        let counts = || {
            brought.iter().filter_map(|one| match one.amount {
                BroughtAmount::Count { count, of } => Some((count, of)),
                BroughtAmount::Pence(_) => None,
            })
        };
        let pence = || {
            brought.iter().filter_map(|one| match one.amount {
                BroughtAmount::Pence(pence) => Some(pence),
                BroughtAmount::Count { .. } => None,
            })
        };
        let any = counts().next().map(|_| ());
        Self {
            count: any.map(|()| counts().fold(0, |all, (count, _)| count.saturating_add(all))),
            of: any.and_then(|()| {
                counts().try_fold(0_usize, |all, (_, of)| Some(all.saturating_add(of?)))
            }),
            pence: pence().reduce(u64::saturating_add),
        }
    }

    fn goes_in(self, measure: &mut Measure, what: What) {
        if let Some(count) = self.count {
            measure.tables.push(table(what, count));
        }
        if let (Some(figure), Some(count), Some(of)) = (what.figure(), self.count, self.of) {
            measure.figures.push(Now {
                figure,
                of: OF,
                amount: NowAmount::Share {
                    count: Count::Is(count),
                    of: Count::Is(of),
                    members: Members::new(),
                    others: Members::new(),
                },
            });
        }
        if self.pence.is_some() {
            measure.sums.push(Sum {
                title: said::brought(what).to_owned(),
                pence: self.pence,
                // Whoever counted it knows of how many.
                n: Count::Is(0),
                of: OF,
                members: Members::new(),
            });
        }
    }
}

/// What its table is called in files.
fn name(what: What) -> &'static str {
    match what {
        What::LongTermSupportStarted => "started",
        What::SafeguardingConcerns => "concerns",
        What::Complaints => "complaints",
        What::HospitalToCareHome => "care-home",
        What::CostUp => "cost-up",
        What::CostDown => "cost-down",
    }
}

fn table(what: What, count: usize) -> Table {
    let title = said::brought(what);
    let group = Group {
        count: Count::Is(count),
        ..Group::of(title, Members::new())
    };
    Table {
        total: Count::Is(count),
        ..Table::of(name(what), title, OF, vec![group])
    }
}

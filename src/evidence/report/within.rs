//! What can be asked of a report, and of what is in one.

use super::{
    Amount, Comparison, Count, Figure, Group, Measure, MeasureId, Members, Now, Period, Population,
    Report, Story, Table,
};
use crate::evidence::said::{self, groups};

impl Amount {
    /// Without the middle and the quarters, which go together. How many there are stays.
    pub fn hide_middle(&mut self) {
        if let Self::Median {
            median, quartiles, ..
        } = self
        {
            (*median, *quartiles) = (None, None);
        }
    }
}

impl Comparison {
    /// Without the difference: from it and one side the other could be worked out.
    pub fn hide_difference(&mut self) {
        (self.interval, self.went) = (None, None);
    }
}

impl Group {
    /// A group that shows how many are in it.
    pub fn of(name: impl Into<String>, members: Members) -> Self {
        Self {
            name: name.into(),
            part: None,
            typed: false,
            count: Count::of(&members),
            members,
        }
    }

    /// Whether it says something of those in it, and not that nobody knows it, or not yet.
    fn is_known(&self) -> bool {
        self.typed || !groups::NOT_KNOWN.contains(&self.name.as_str())
    }
}

impl Table {
    /// Says of no group how many are in it.
    pub fn hide_groups(&mut self) {
        for group in &mut self.groups {
            group.count = Count::Hidden;
        }
    }

    /// A table of these groups, with their total. Somebody in two groups counts once in it.
    pub fn of(
        name: &'static str,
        title: impl Into<String>,
        of: Population,
        groups: Vec<Group>,
    ) -> Self {
        let mut all = Members::new();
        groups.iter().for_each(|group| all |= &group.members);
        Self {
            title: title.into(),
            name,
            of,
            groups,
            total: Count::of(&all),
            screen_only: false,
        }
    }

    /// How many are in the group of this name.
    pub fn count(&self, group: &str) -> Option<Count> {
        let group = self.groups.iter().find(|one| one.name == group)?;
        Some(group.count)
    }

    /// Of how many a group is a share: of those of whom it is known. None of a group that says that nobody knows, and
    /// where somebody else counted: of how many is not in such a table.
    pub fn base(&self, group: &Group) -> Option<Count> {
        if self.of == Population::Elsewhere || !group.is_known() {
            return None;
        }
        let not_known = self.groups.iter().filter(|group| !group.is_known());
        let known = not_known
            .map(|group| group.count)
            .fold(self.total, Count::without);
        Some(known)
    }

    /// The most that a group may hold which is not shown; 0 where all are.
    pub fn most_not_shown(&self) -> usize {
        /// Somebody may be in two groups of these: what is left of the whole says nothing.
        const SHARED: [&str; 3] = ["people", "moves", "people-moves"];
        if self.groups.iter().all(|group| group.count != Count::Hidden) {
            return 0;
        }
        let shown = self.groups.iter().filter_map(|group| group.count.known());
        match self.total.known() {
            None => usize::MAX,
            Some(total) if SHARED.contains(&self.name) => total,
            Some(total) => total.saturating_sub(shown.sum()),
        }
    }

    /// Whether anything is in it.
    pub fn is_filled(&self) -> bool {
        let mut groups = self.groups.iter();
        groups.any(|group| group.count != Count::Is(0))
    }

    /// The parts its groups have, each once, in the order they come; none where a group is a bar of its own.
    pub fn parts(&self) -> Vec<&str> {
        let mut parts: Vec<&str> = vec![];
        let named = self.groups.iter().filter_map(|group| group.part.as_deref());
        for part in named {
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        parts
    }

    /// The name of each bar, in the order they come, and how many are in each of these parts of it. Groups of one name
    /// are one bar where they stand together.
    pub fn by_part(&self, parts: &[&str]) -> Vec<(&str, Vec<usize>)> {
        let mut bars: Vec<(&str, Vec<usize>)> = vec![];
        for group in &self.groups {
            if bars.last().is_none_or(|(name, _)| *name != group.name) {
                bars.push((&group.name, vec![0; parts.len()]));
            }
            let part = parts
                .iter()
                .position(|part| Some(*part) == group.part.as_deref());
            if let (Some((_, counts)), Some(part)) = (bars.last_mut(), part) {
                counts[part] += group.count.known().unwrap_or_default();
            }
        }
        bars
    }
}

impl Report {
    /// The story beside the chart at this place: another for each, as far as there are.
    pub fn story_beside(&self, at: usize) -> Option<&Story> {
        self.stories.get(at.checked_rem(self.stories.len())?)
    }

    /// Those of its days that are over, today among them; all of them where none has come.
    pub fn days_over(&self) -> Period {
        self.period.up_to(self.made).unwrap_or(self.period)
    }

    /// That some of its days are to come, where that is so.
    pub fn not_over(&self) -> Option<String> {
        (self.made < self.period.to()).then(|| said::not_over(self.period, self.made))
    }

    /// One measure.
    pub fn measure(&self, id: MeasureId) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.id == id)
    }
}

impl Measure {
    /// A measure with nothing in it yet.
    pub fn new(id: MeasureId) -> Self {
        Self {
            id,
            tables: vec![],
            spreads: vec![],
            sums: vec![],
            figures: vec![],
            comparisons: vec![],
            read_with: vec![],
            noted: vec![],
        }
    }

    /// The table of this name.
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.name == name)
    }

    /// A figure as it is now.
    pub fn figure(&self, figure: Figure) -> Option<&Now> {
        self.figures.iter().find(|now| now.figure == figure)
    }
}

//! Named figures, some of them with a goal.

use std::fmt::Write as _;

/// One figure.
struct Figure {
    name: String,
    value: f64,
    goal: Option<Goal>,
}

/// What a value is to be.
#[derive(Clone, Copy)]
enum Goal {
    AtMost(f64),
    AtLeast(f64),
}

impl Goal {
    fn is_met_by(self, value: f64) -> bool {
        match self {
            Self::AtMost(most) => value <= most,
            Self::AtLeast(least) => value >= least,
        }
    }

    fn text(self) -> String {
        match self {
            Self::AtMost(most) => format!("≤ {}", short(most)),
            Self::AtLeast(least) => format!("≥ {}", short(least)),
        }
    }
}

/// All figures, in the order in which they were measured.
#[derive(Default)]
pub struct Figures(Vec<Figure>);

impl Figures {
    /// A figure that is only told. Its unit is the end of its name.
    pub fn tell(&mut self, name: impl Into<String>, value: f64) {
        self.0.push(Figure { name: name.into(), value, goal: None });
    }

    /// A figure that is to be at most `goal`.
    pub fn hold(&mut self, name: impl Into<String>, value: f64, goal: f64) {
        self.0.push(Figure { name: name.into(), value, goal: Some(Goal::AtMost(goal)) });
    }

    /// A figure that is to be at least `goal`.
    pub fn reach(&mut self, name: impl Into<String>, value: f64, goal: f64) {
        self.0.push(Figure { name: name.into(), value, goal: Some(Goal::AtLeast(goal)) });
    }

    /// One JSON object, a number a name.
    pub fn json(&self) -> serde_json::Value {
        let round = |value: f64| (value * 1000.0).round() / 1000.0;
        self.0.iter().map(|figure| (figure.name.clone(), serde_json::Value::from(round(figure.value)))).collect()
    }

    /// A table for people, with each goal and whether it is met.
    pub fn table(&self) -> String {
        let mut table = format!("{:<32} {:>12} {:>14}\n", "figure", "value", "goal");
        for figure in &self.0 {
            let goal = figure.goal.map_or_else(String::new, |goal| {
                format!("{:>14} {}", goal.text(), if goal.is_met_by(figure.value) { "✓" } else { "✗" })
            });
            // A `String` takes all that is written to it.
            let _ = writeln!(table, "{:<32} {:>12} {goal}", figure.name, short(figure.value));
        }
        let with_goal = self.0.iter().filter_map(|figure| figure.goal.map(|goal| goal.is_met_by(figure.value)));
        let (met, all) = with_goal.fold((0, 0), |(met, all), one| (met + u32::from(one), all + 1));
        let _ = writeln!(table, "\n{met} of {all} goals met");
        table
    }
}

fn short(value: f64) -> String {
    if value >= 1000.0 { format!("{value:.0}") } else { format!("{value:.2}") }
}

/// The value below which `share` of the samples lie.
pub fn percentile(samples: &mut [f64], share: f64) -> f64 {
    samples.sort_by(f64::total_cmp);
    let last = samples.len().saturating_sub(1);
    // The index is small and not negative.
    samples.get((last as f64 * share).round() as usize).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_samples() {
        let mut samples = [5.0, 1.0, 4.0, 2.0, 3.0];
        assert_eq!(percentile(&mut samples, 0.5), 3.0);
        assert_eq!(percentile(&mut samples, 1.0), 5.0);
        assert!(percentile(&mut [], 0.5).is_nan());
    }

    #[test]
    fn the_table_says_which_goals_are_met() {
        let mut figures = Figures::default();
        figures.tell("told", 7.0);
        figures.hold("met", 1.0, 2.0);
        figures.hold("missed", 3.0, 2.0);
        figures.reach("reached", 3.0, 2.0);
        let table = figures.table();
        assert!(table.contains("2 of 3 goals met"), "{table}");
        assert!(table.lines().any(|line| line.starts_with("missed") && line.ends_with('✗')), "{table}");
        assert_eq!(figures.json()["missed"], 3.0);
    }
}

//! What a test expects, and of what.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One thing that must hold of what a step came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Condition {
    /// What is looked at.
    pub aspect: Aspect,
    /// What it must be.
    pub expectation: Expectation,
}

impl Condition {
    /// Of what a call returned.
    pub fn of_value(expectation: Expectation) -> Self {
        Self { aspect: Aspect::Value, expectation }
    }
}

/// What is looked at of that which a step came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// What a call returned.
    Value,
    /// The status code of an answer.
    Status,
    /// A header of an answer, by its name in lower case; several of one name are joined by `, `.
    Header(String),
    /// The body of an answer, read as JSON.
    Body,
    /// The body of an answer, as text.
    Text,
    /// What a program wrote to standard output.
    Stdout,
    /// What a program wrote to standard error.
    Stderr,
    /// How a program ended.
    ExitCode,
    /// A file that a program left in its working folder.
    File(String),
    /// The rows of a result.
    Rows,
    /// The names of a result's columns.
    Columns,
    /// How many rows a statement changed.
    Changes,
    /// The lines of the plan by which a query is executed.
    Plan,
    /// How learners' own tests ended.
    Tests,
    /// The requests that the code has made so far in this test, a line each: `GET api.example.com/path`.
    Requests,
}

/// What something must be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expectation {
    /// Exactly this value. Whole floats equal integers; the order of an object's keys does not matter.
    Json(Value),
    /// At least what is named: objects may hold more keys, lists must have the same length.
    JsonLike(Value),
    /// A number within `tolerance` of `value`, or lists and objects of such.
    Approx {
        /// The value.
        value: Value,
        /// The largest absolute difference.
        tolerance: f64,
    },
    /// A list with these elements in any order.
    Unordered(Vec<Value>),
    /// A string, list or object of this length (of Unicode scalar values, elements, keys).
    Length(usize),
    /// An object that has these keys.
    Has(Vec<String>),
    /// An object that has none of these keys.
    HasNot(Vec<String>),
    /// A string that matches this regular expression somewhere.
    Matches(String),
    /// A string that is this one, but for spaces at the ends of lines and empty lines at its end.
    Prints(String),
    /// A string in which each of these stands.
    Contains(Vec<String>),
    /// A string in which none of these stands.
    Lacks(Vec<String>),
    /// Nothing is there at all.
    Absent,
    /// An exception. The text must stand in `"<type>: <message>"` of what is raised; empty takes any.
    Raises(String),
    /// The rows that this query gives on the untouched dataset.
    SameRows {
        /// The query.
        sql: String,
        /// Whether their order matters.
        ordered: bool,
    },
    /// A plan that uses this index.
    UsesIndex(String),
    /// A plan that reads none of these tables from end to end; none at all where no table is named.
    NoFullScan(Vec<String>),
    /// Tests that all pass.
    AllPass,
    /// Tests of which at least one fails.
    SomeFail,
}

/// How computing may grow with the size of the input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Growth {
    /// At least three sizes, rising.
    pub sizes: Vec<u64>,
    /// At most like this.
    pub bound: Bound,
}

/// A way of growing, slowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Bound {
    /// Not at all.
    #[serde(rename = "1")]
    Constant,
    /// With the logarithm.
    #[serde(rename = "log n")]
    Logarithmic,
    /// As the input.
    #[serde(rename = "n")]
    Linear,
    /// As sorting does.
    #[serde(rename = "n log n")]
    Linearithmic,
    /// With the square.
    #[serde(rename = "n^2")]
    Quadratic,
}

impl Bound {
    /// The name by which it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Constant => "1",
            Self::Logarithmic => "log n",
            Self::Linear => "n",
            Self::Linearithmic => "n log n",
            Self::Quadratic => "n²",
        }
    }

    /// How many times as much it allows for `to` as for `from`.
    pub fn factor(self, from: u64, to: u64) -> f64 {
        // Sizes are far below 2^52.
        #[expect(clippy::cast_precision_loss, reason = "sizes of inputs are small")]
        let (from, to) = (from.max(2) as f64, to.max(2) as f64);
        let (size, logarithm) = (to / from, to.ln() / from.ln());
        match self {
            Self::Constant => 1.0,
            Self::Logarithmic => logarithm,
            Self::Linear => size,
            Self::Linearithmic => size * logarithm,
            Self::Quadratic => size * size,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_allows_what_its_name_says() {
        let factors = |bound: Bound| (bound.factor(1_000, 4_000) * 100.0).round() / 100.0;
        assert_eq!(factors(Bound::Constant), 1.0);
        assert_eq!(factors(Bound::Logarithmic), 1.2);
        assert_eq!(factors(Bound::Linear), 4.0);
        assert_eq!(factors(Bound::Linearithmic), 4.8);
        assert_eq!(factors(Bound::Quadratic), 16.0);
    }
}

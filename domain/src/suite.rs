//! The hidden tests of an exercise, as data.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Language, Library, Limits};

/// How much a failed test shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reveal {
    /// Name and sentence only; the learner's output and exception text are held back.
    Name,
    /// What the learner's code answered as well, but not what it was asked.
    Actual,
    /// What it was asked and what it answered.
    Input,
    /// All of it, the expected value included.
    #[default]
    Full,
}

/// The tests of an exercise, in teaching order; one suite for all its languages.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Suite {
    /// The cases.
    pub tests: Vec<TestCase>,
}

/// One test. Runs in an instance of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TestCase {
    /// Stable identifier, unique in the suite.
    pub id: String,
    /// What a list of tests calls it.
    pub name: String,
    /// The sentence a learner reads when it fails.
    pub say: String,
    /// Listed with its input before anything was submitted (then `reveal` is [`Reveal::Full`]).
    pub visible: bool,
    /// What a failure shows.
    pub reveal: Reveal,
    /// Calls in order, in one instance; the test fails at the first that does.
    pub steps: Vec<Step>,
}

/// One call of the learner's function and what must come of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// The function in `snake_case`; see [`Language::function_name`].
    pub function: String,
    /// The arguments, in the tagged JSON of the values contract.
    pub args: Vec<Value>,
    /// What must come of it.
    pub expect: Expectation,
}

/// What a call must give.
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
    /// A string that matches this regular expression somewhere.
    Matches(String),
    /// An exception. The text must stand in `"<type>: <message>"` of what is raised; empty takes any.
    Raises(String),
}

/// All the judge needs to know of an exercise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    /// The language of the submission.
    pub language: Language,
    /// What it may import beside the standard library.
    #[serde(default)]
    pub libraries: Vec<Library>,
    /// The tests.
    pub suite: Suite,
    /// The limits of each test.
    pub limits: Limits,
    /// What a full pass is worth.
    pub points: u32,
}

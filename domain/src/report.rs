//! The test report: Exercism's `results.json` version 3, plus verdict, points and what the run cost.

use serde::{Deserialize, Serialize};

use crate::{Bound, Language, StageName, Verdict};

/// The three states of Exercism's format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// As expected.
    Pass,
    /// It ran, with another result.
    Fail,
    /// It did not run to its end.
    Error,
}

/// Points earned of points possible.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Points {
    /// Earned.
    pub earned: u32,
    /// Possible.
    pub possible: u32,
}

/// What the learner is told of one submission.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The format's version, 3.
    pub version: u8,
    /// Of all tests together.
    pub status: Status,
    /// Why nothing could be tested (a syntax error, a limit while loading), where that is so.
    pub message: Option<String>,
    /// Of all tests together: the verdict of the first test that did not pass.
    pub verdict: Verdict,
    /// Earned only by passing every test.
    pub points: Points,
    /// The language judged.
    pub language: Language,
    /// Wall time of all tests, in microseconds.
    pub duration_us: u64,
    /// Fuel of all tests.
    pub fuel: u64,
    /// The most linear memory of any test, in bytes.
    pub memory_bytes: u64,
    /// One entry a test, in teaching order.
    pub tests: Vec<TestResult>,
}

impl Report {
    /// How many tests passed.
    pub fn passed(&self) -> usize {
        self.tests.iter().filter(|test| test.status == Status::Pass).count()
    }
}

/// What the learner is told of one test. What its reveal rule holds back is `None` here, not hidden later.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TestResult {
    /// The test's stable identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Of this test.
    pub status: Status,
    /// Of this test.
    pub verdict: Verdict,
    /// The author's sentence, where the test did not pass.
    pub say: Option<String>,
    /// What the runtime said: an exception with the learner's lines, or which limit was met.
    pub message: Option<String>,
    /// The calls up to the one that failed (or all), as the learner would type them.
    pub test_code: Option<String>,
    /// What was expected, as the learner would write it.
    pub expected: Option<String>,
    /// What came, as the learner would write it.
    pub actual: Option<String>,
    /// The lines of `expected` that `actual` has not, counted from 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expected_differs: Vec<u32>,
    /// The lines of `actual` that `expected` has not, counted from 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actual_differs: Vec<u32>,
    /// How the computing grew, where that is measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub curve: Option<Curve>,
    /// What the learner's code printed in this test.
    pub output: Option<String>,
    /// Whether the test was listed before submitting.
    pub visible: bool,
    /// Whether it tries to do harm.
    #[serde(default, skip_serializing_if = "is_false")]
    pub attack: bool,
    /// In a project, the earlier stage that it comes from; none where it is the stage's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<StageName>,
    /// Fuel of this test.
    pub fuel: u64,
    /// Wall time in microseconds.
    pub duration_us: u64,
}

/// How computing grew with the size of the input, beside what was allowed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Curve {
    /// The bound.
    pub bound: Bound,
    /// Size and fuel of each run, rising.
    pub points: Vec<(u64, u64)>,
    /// The most fuel that the bound allows at each of these sizes, measured by the first.
    pub allowed: Vec<u64>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]
fn is_false(truth: &bool) -> bool {
    !truth
}

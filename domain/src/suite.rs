//! The hidden tests of an exercise, as data.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Condition, Expectation, Growth, Language, Library, Limits, Network, SourceFile, StageName};

/// How much a failed test shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

/// The tests of an exercise, in teaching order, and what they share.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Suite {
    /// The cases.
    pub tests: Vec<TestCase>,
    /// The databases that a query is judged on, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub datasets: BTreeMap<String, String>,
    /// What learners' own tests are run against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tested: Option<Tested>,
    /// The author's script, for what data cannot say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check: Option<SourceFile>,
}

/// What learners' own tests test: a module, and several implementations of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tested {
    /// The name by which the tests import it.
    pub module: String,
    /// Its functions, in `snake_case`.
    pub functions: Vec<String>,
    /// The files of each implementation by its name.
    pub implementations: BTreeMap<String, Vec<SourceFile>>,
}

/// One test. Begins in an instance that no other test has left anything in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
    /// It tries to do harm, which code that is safe withstands: the starter falls to it, the solution does not.
    #[serde(default, skip_serializing_if = "is_false")]
    pub attack: bool,
    /// In a project, the earlier stage that it comes from; none where it is the stage's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<StageName>,
    /// The datasets of the suite that it runs on, one after the other, each in an instance of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub datasets: Vec<String>,
    /// How its computing may grow with its input; every step then runs once for each size.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub growth: Option<Growth>,
    /// The hosts that the learner's code reaches; none where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<Network>,
    /// What is done, in order; the test fails at the first step that does.
    pub steps: Vec<Step>,
}

/// One thing that is done with the learner's code, and what must come of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What is done.
    pub action: Action,
    /// How often.
    #[serde(default = "once", skip_serializing_if = "is_once")]
    pub repeat: u32,
    /// What must come of it each time; all of it.
    pub expect: Vec<Condition>,
    /// What later steps take from it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub capture: Vec<Capture>,
}

/// What is done with the learner's code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// A function is called.
    Call {
        /// In `snake_case`; see [`Language::function_name`].
        function: String,
        /// In the tagged JSON of the values contract.
        args: Vec<Value>,
        /// Its computing does not count where growth is measured.
        #[serde(default, skip_serializing_if = "is_false")]
        unmeasured: bool,
    },
    /// The file is run as a program.
    Run {
        /// After its name.
        args: Vec<String>,
        /// On standard input.
        stdin: String,
        /// In its working folder.
        files: Vec<SourceFile>,
    },
    /// The service is asked over HTTP.
    Request(ServiceRequest),
    /// The service ends and starts again; what it wrote to its data folder stays.
    Restart,
    /// The learner's script is executed; what is looked at is its last result.
    Script,
    /// A statement of the test's is executed after the learner's script.
    Query(String),
    /// The learner's own tests run against an implementation.
    Suite {
        /// Its name in [`Tested::implementations`].
        implementation: String,
    },
    /// A function of the author's script looks at the learner's code.
    Check {
        /// Its name.
        function: String,
    },
}

/// What a service is asked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ServiceRequest {
    /// Who asks; each client keeps cookies of its own.
    pub client: String,
    /// In capitals.
    pub method: String,
    /// Path and query.
    pub path: String,
    /// In order.
    pub headers: Vec<(String, String)>,
    /// What is sent.
    pub body: RequestBody,
}

/// What a request carries.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestBody {
    /// Nothing.
    #[default]
    None,
    /// As `application/json`.
    Json(Value),
    /// As `application/x-www-form-urlencoded`.
    Form(Vec<(String, String)>),
    /// As it is; its kind is named by a header.
    Text(String),
}

/// A value that later steps of a test name as `{name}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capture {
    /// Its name.
    pub name: String,
    /// Where it comes from.
    pub from: CaptureSource,
}

/// Where a captured value comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaptureSource {
    /// A place in what a call returned, or in the JSON of a body: keys and indices, from the outside in.
    Path(Vec<String>),
    /// A header of the answer.
    Header(String),
    /// A cookie that the answer sets.
    Cookie(String),
}

impl Tested {
    /// The implementation that learners' tests must pass; every other has a bug.
    pub const RIGHT: &str = "right";
}

impl Step {
    /// A call with one expectation of what it returns.
    pub fn call(function: impl Into<String>, args: Vec<Value>, expect: Expectation) -> Self {
        let action = Action::Call { function: function.into(), args, unmeasured: false };
        Self { action, repeat: 1, expect: vec![Condition::of_value(expect)], capture: Vec::new() }
    }
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

fn once() -> u32 {
    1
}

// Serde hands these a reference.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]
fn is_once(repeat: &u32) -> bool {
    *repeat == 1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]
fn is_false(truth: &bool) -> bool {
    !truth
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_assessment_crosses_to_a_worker_and_is_the_same() {
        let call = Step::call("greet", vec![json!("Ada"), json!(null)], Expectation::Json(json!("Hello, Ada!")));
        let request = ServiceRequest { method: "GET".into(), path: "/".into(), ..Default::default() };
        let steps = vec![
            call,
            Step {
                action: Action::Request(request),
                repeat: 3,
                expect: vec![],
                capture: vec![Capture { name: "id".into(), from: CaptureSource::Path(vec!["id".into()]) }],
            },
            Step { action: Action::Restart, repeat: 1, expect: vec![], capture: vec![] },
            Step { action: Action::Script, repeat: 1, expect: vec![], capture: vec![] },
        ];
        let suite = Suite { tests: vec![TestCase { steps, ..TestCase::default() }], ..Suite::default() };
        let text = serde_json::to_string(&suite).map_err(|error| error.to_string());
        let back =
            text.as_deref().map(serde_json::from_str::<Suite>).map(|read| read.map_err(|error| error.to_string()));
        assert_eq!(back, Ok(Ok(suite)), "{text:?}");
    }
}

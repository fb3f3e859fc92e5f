//! `tests.toml`: the hidden tests of an exercise, as data.
//!
//! `steps` reads what is done with the learner's code, `expect` what must come of it.

mod expect;
mod steps;

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Action, Bound, ExerciseKind, Growth, Language, Network, Reveal, SourceFile, Step, Suite, TestCase, Tested,
};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value as Json;
use toml::Value;

use self::{expect::ExpectEntry, steps::StepEntry};
use super::words;
use crate::{
    error::Problems,
    text::{Passage, Spanned, is_kebab, not_kebab},
};

/// `tests.toml`
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TestsFile {
    /// The hosts that the learner's code reaches, in tests that do not name their own.
    network: Option<Network>,
    /// In teaching order.
    #[serde(default)]
    test: Vec<TestEntry>,
}

/// `[[test]]`
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct TestEntry {
    /// Stable, in kebab-case, unique in the file.
    id: Spanned<String>,
    /// What a list of tests calls it.
    name: Spanned<String>,
    /// The sentence a learner reads when it fails.
    say: Spanned<String>,
    /// Listed with its input before anything was submitted; implies the reveal `full`.
    #[serde(default)]
    visible: bool,
    /// What a failure shows; as in exercise.toml where it is not said here.
    reveal: Option<Spanned<Reveal>>,
    /// It tries to do harm.
    #[serde(default)]
    attack: bool,
    /// The datasets it runs on; all of them where it is left out.
    on: Option<Vec<Spanned<String>>>,
    /// How its computing may grow.
    grow: Option<Spanned<GrowEntry>>,
    /// What learners' tests are run against.
    against: Option<Spanned<String>>,
    /// A function of check.py.
    check: Option<Spanned<String>>,
    /// The hosts that the learner's code reaches.
    network: Option<Network>,
    /// Several steps in one instance, instead of the one that stands in the test itself.
    step: Option<Vec<Spanned<StepEntry>>>,

    // The fields of a step, for a test of one. Serde cannot both flatten and refuse what it does not know.
    call: Option<Spanned<String>>,
    #[schemars(with = "Option<Vec<Json>>")]
    args: Option<Vec<Spanned<Value>>>,
    run: Option<steps::RunEntry>,
    request: Option<Spanned<steps::RequestEntry>>,
    query: Option<String>,
    repeat: Option<u32>,
    expect: Option<Spanned<ExpectEntry>>,
}

/// `grow = { sizes = [1000, 2000, 4000], at_most = "n" }`
#[derive(Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct GrowEntry {
    sizes: Vec<u64>,
    at_most: Bound,
}

/// What the tests of an exercise may speak of.
pub(super) struct Ground<'a> {
    /// How the exercise is judged.
    pub(super) kind: ExerciseKind,
    /// The languages it can be solved in.
    pub(super) languages: &'a [Language],
    /// What a failure shows, where a test does not say.
    pub(super) reveal: Reveal,
    /// The databases, by name.
    pub(super) datasets: &'a BTreeMap<String, String>,
    /// The author's script.
    pub(super) check: Option<SourceFile>,
    /// What learners' own tests are run against, in each language.
    pub(super) tested: &'a BTreeMap<Language, Tested>,
    /// The tests of the stages before, by id, where these are those of a stage.
    pub(super) before: Option<&'a BTreeSet<String>>,
}

/// The tests as the judge takes them, for each language of the exercise.
pub(super) fn read(passage: Passage<'_>, ground: &Ground<'_>, problems: &mut Problems) -> BTreeMap<Language, Suite> {
    let read = passage.toml::<TestsFile>(problems);
    if read.as_ref().is_some_and(|file| file.test.is_empty()) {
        problems.at(passage.file, 1, "there is no test here");
    }
    let file = read.unwrap_or_default();
    let (mut ids, mut names) = (BTreeSet::new(), BTreeSet::new());
    for test in &file.test {
        let id = test.id.get_ref();
        if !is_kebab(id) {
            problems.at(passage.file, passage.line_of(&test.id), not_kebab(id));
        }
        if !ids.insert(id) {
            problems.at(passage.file, passage.line_of(&test.id), format!("two tests have the id `{id}`"));
        }
        if ground.before.is_some_and(|before| before.contains(id)) {
            let message = format!("a test of an earlier stage has the id `{id}`");
            problems.at(passage.file, passage.line_of(&test.id), message);
        }
        let name = words::line(passage, &test.name, "name", problems);
        if !names.insert(name) {
            problems.at(passage.file, passage.line_of(&test.name), "two tests have this name");
        }
        words::line(passage, &test.say, "say", problems);
    }
    if ground.kind == ExerciseKind::Security && !file.test.is_empty() {
        let (attacks, others): (Vec<&TestEntry>, Vec<_>) = file.test.iter().partition(|test| test.attack);
        // What must survive in a stage may be what the stages before have tested.
        if attacks.is_empty() || (others.is_empty() && ground.before.is_none()) {
            let message =
                "an exercise of the kind `security` has both attacks (`attack = true`) and tests of what must survive";
            problems.at(passage.file, 1, message);
        }
    }
    let is_right = |test: &TestEntry| test.against.as_ref().is_some_and(|against| against.get_ref() == Tested::RIGHT);
    if ground.kind == ExerciseKind::Tests && !file.test.is_empty() && !file.test.iter().any(is_right) {
        let message = "no test is `against = \"right\"`: tests that fail for everything would pass";
        problems.at(passage.file, 1, message);
    }
    // The stages of a project share one.
    let calls = |test: &TestEntry| test.check.is_some();
    if ground.check.is_some() && ground.before.is_none() && !file.test.is_empty() && !file.test.iter().any(calls) {
        problems.at(passage.file, 1, "no test calls a function of check.py");
    }
    let suite = |language: &Language, problems: &mut Problems| Suite {
        tests: file
            .test
            .iter()
            .map(|test| {
                let case = case(passage, test, *language, ground, problems);
                TestCase { network: test.network.clone().or_else(|| file.network.clone()), ..case }
            })
            .collect(),
        datasets: ground.datasets.clone(),
        tested: ground.tested.get(language).cloned(),
        check: ground.check.clone(),
    };
    ground.languages.iter().map(|language| (*language, suite(language, problems))).collect()
}

fn case(
    passage: Passage<'_>,
    test: &TestEntry,
    language: Language,
    ground: &Ground<'_>,
    problems: &mut Problems,
) -> TestCase {
    let reveal = match &test.reveal {
        Some(own) if test.visible && *own.get_ref() != Reveal::Full => {
            problems.at(passage.file, passage.line_of(own), "a visible test reveals all; leave `reveal` out");
            Reveal::Full
        }
        _ if test.visible => Reveal::Full,
        Some(own) => *own.get_ref(),
        None => ground.reveal,
    };
    let at = passage.line_of(&test.id);
    if test.attack && ground.kind != ExerciseKind::Security {
        problems.at(passage.file, at, "`attack` is for exercises of the kind `security`");
    }
    let datasets = datasets(passage, test, ground, problems);
    let growth = growth(passage, test, ground, problems);
    let reader =
        steps::Reader { passage, language, kind: ground.kind, grows: growth.is_some(), is_only: test.step.is_none() };
    if let Some(check) = &test.check
        && ground.check.is_none()
    {
        problems.at(passage.file, passage.line_of(check), "there is no check.py beside this file");
    }
    let steps = match (&test.against, test.one(), &test.step) {
        (None, None, None) if test.check.is_some() => Vec::new(),
        (Some(against), None, None) if ground.kind == ExerciseKind::Tests => {
            against_step(passage, against, ground, language, problems)
        }
        (None, Some(one), None) => {
            // The learner's script comes first, whatever is looked at afterwards.
            let script = (ground.kind == ExerciseKind::Sql && one.query.is_some()).then(steps::script);
            script.into_iter().chain([reader.step(&one, at, problems)]).collect()
        }
        (None, None, Some(entries)) if !entries.is_empty() => {
            let is_named = entries.iter().any(|entry| entry.get_ref().script);
            if growth.is_none() && test.check.is_none() && entries.iter().all(|entry| entry.get_ref().expect.is_none())
            {
                problems.at(
                    passage.file,
                    at,
                    "no step of this test has an `expect`, so only code that breaks down fails it",
                );
            }
            let script = (ground.kind == ExerciseKind::Sql && !is_named).then(steps::script);
            let read = entries.iter().map(|entry| reader.step(entry.get_ref(), passage.line_of(entry), problems));
            script.into_iter().chain(read).collect()
        }
        _ => {
            problems.at(passage.file, at, steps::form(ground.kind));
            Vec::new()
        }
    };
    // The script looks at what the steps have left.
    let check = test.check.as_ref().map(|check| Step {
        action: Action::Check { function: check.get_ref().clone() },
        repeat: 1,
        expect: vec![expect::of_tests(true)],
        capture: Vec::new(),
    });
    let steps = steps.into_iter().chain(check).collect();
    TestCase {
        id: test.id.get_ref().clone(),
        name: test.name.get_ref().clone(),
        say: test.say.get_ref().clone(),
        visible: test.visible,
        reveal,
        attack: test.attack,
        stage: None,
        datasets,
        growth,
        network: None,
        steps,
    }
}

impl TestEntry {
    /// The step that stands in the test itself, if one does.
    fn one(&self) -> Option<StepEntry> {
        let any = self.call.is_some()
            || self.args.is_some()
            || self.run.is_some()
            || self.request.is_some()
            || self.query.is_some()
            || self.repeat.is_some()
            || self.expect.is_some();
        any.then(|| StepEntry {
            call: self.call.clone(),
            args: self.args.clone(),
            run: self.run.clone(),
            request: self.request.clone(),
            query: self.query.clone(),
            repeat: self.repeat,
            expect: self.expect.clone(),
            ..StepEntry::default()
        })
    }
}

fn datasets(passage: Passage<'_>, test: &TestEntry, ground: &Ground<'_>, problems: &mut Problems) -> Vec<String> {
    let Some(named) = &test.on else { return ground.datasets.keys().cloned().collect() };
    let mut found = Vec::new();
    for name in named {
        if ground.datasets.contains_key(name.get_ref()) {
            found.push(name.get_ref().clone());
        } else {
            let message = format!("there is no file datasets/{}.sql", name.get_ref());
            problems.at(passage.file, passage.line_of(name), message);
        }
    }
    found
}

fn growth(passage: Passage<'_>, test: &TestEntry, ground: &Ground<'_>, problems: &mut Problems) -> Option<Growth> {
    let entry = test.grow.as_ref()?;
    let line = passage.line_of(entry);
    let GrowEntry { sizes, at_most } = entry.get_ref().clone();
    if ground.kind != ExerciseKind::Performance {
        problems.at(passage.file, line, "`grow` is for exercises of the kind `performance`");
    }
    if sizes.len() < 3
        || !sizes.is_sorted_by(|left, right| left < right)
        || sizes.iter().any(|size| !(2..=10_000_000).contains(size))
    {
        problems.at(passage.file, line, "`sizes` are three or more rising numbers from 2 to 10000000");
    }
    Some(Growth { sizes, bound: at_most })
}

fn against_step(
    passage: Passage<'_>,
    against: &Spanned<String>,
    ground: &Ground<'_>,
    language: Language,
    problems: &mut Problems,
) -> Vec<Step> {
    let name = against.get_ref();
    let is_known = ground.tested.get(&language).is_none_or(|tested| tested.implementations.contains_key(name));
    if !is_known {
        let right = Tested::RIGHT;
        let message = format!("{language}/bugs.toml has no bug `{name}`; `{right}` is the implementation without one");
        problems.at(passage.file, passage.line_of(against), message);
    }
    let action = Action::Suite { implementation: name.clone() };
    vec![Step { action, repeat: 1, expect: vec![expect::of_tests(name == Tested::RIGHT)], capture: Vec::new() }]
}

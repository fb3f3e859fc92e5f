//! Every kind of exercise, as an author writes it: `tests/kinds` is a small content of its own, and `submissions` in it are
//! what learners might send, named by the verdict they get.

use std::{collections::BTreeSet, fs, path::PathBuf, sync::OnceLock, thread};

use curriculum::{Catalogue, Exercise};
use domain::{Assessment, ExerciseKind, Language, Report, SourceFile, StageName, Status, Verdict};
use sandbox::{NATIVE_STACK_BYTES, Sandbox};

use crate::support::{root, runtimes};

fn content() -> PathBuf {
    root().join("tests/kinds")
}

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| {
        Catalogue::load(&content()).unwrap_or_else(|errors| {
            panic!("{}", errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
        })
    })
}

fn sandbox() -> &'static Sandbox {
    static SANDBOX: OnceLock<Sandbox> = OnceLock::new();
    SANDBOX.get_or_init(|| Sandbox::open(&runtimes()).unwrap())
}

fn exercise(slug: &str) -> &'static Exercise {
    catalogue().exercise("kinds", slug).unwrap()
}

fn judge(slug: &str, language: Language, files: &[SourceFile]) -> Report {
    judge_by(&exercise(slug).variant(language).unwrap().assessment, files)
}

/// Judges on a thread with room for a guest.
fn judge_by(assessment: &Assessment, files: &[SourceFile]) -> Report {
    thread::scope(|scope| {
        let judging = thread::Builder::new().stack_size(NATIVE_STACK_BYTES);
        judging.spawn_scoped(scope, || sandbox().judge(assessment, files)).unwrap().join().unwrap()
    })
}

fn main_file(language: Language, content: String) -> Vec<SourceFile> {
    vec![SourceFile { name: language.main_file().to_owned(), content }]
}

fn told(report: &Report) -> String {
    serde_json::to_string_pretty(report).unwrap()
}

#[test]
fn solutions_pass_starters_fail_and_mutants_are_caught_in_every_kind() {
    prove(catalogue());
}

#[test]
fn the_examples_for_authors_are_of_every_kind_and_hold() {
    let examples = Catalogue::load(&root().join("docs/examples")).unwrap();
    let kinds: BTreeSet<_> = examples.exercises().iter().map(|exercise| exercise.kind.label()).collect();
    assert_eq!(kinds.len(), ExerciseKind::ALL.len(), "{kinds:?}");
    prove(&examples);
}

fn prove(catalogue: &Catalogue) {
    for exercise in catalogue.judged() {
        let before = catalogue.stage_before(exercise);
        for (&language, variant) in &exercise.variants {
            let judge = |files: &[SourceFile]| judge_by(&variant.assessment, files);
            let what = format!("{} in {language}", exercise.path());
            let report = judge(&variant.solution);
            assert_eq!(report.verdict, Verdict::Passed, "the solution of {what}: {}", told(&report));
            // A stage begins with what the one before has come to.
            for begun in [Some(&variant.starter), before.map(|before| &before.variants[&language].solution)] {
                let Some(begun) = begun else { continue };
                let report = judge(begun);
                assert_ne!(report.verdict, Verdict::Passed, "what {what} begins with");
                assert_ne!(report.verdict, Verdict::InternalError, "what {what} begins with: {}", told(&report));
            }
            for mutant in &variant.mutants {
                let report = judge(&mutant.files);
                let verdict = report.verdict;
                let is_caught = !matches!(verdict, Verdict::Passed | Verdict::InternalError);
                assert!(is_caught, "`{}` of {what}: {}", mutant.name, told(&report));
            }
        }
    }
}

#[test]
fn a_stage_that_breaks_an_earlier_one_says_so() {
    let examples = Catalogue::load(&root().join("docs/examples")).unwrap();
    let basket = examples.stage("kinds", "a-till", "the-whole-basket").unwrap();
    for variant in basket.variants.values() {
        let mutant = variant.mutants.iter().find(|mutant| mutant.name == "breaks the free piece").unwrap();
        let report = judge_by(&variant.assessment, &mutant.files);
        let failed: Vec<_> = report.tests.iter().filter(|test| test.verdict != Verdict::Passed).collect();
        let [broken] = failed.as_slice() else { panic!("{}", told(&report)) };
        assert_eq!(broken.id, "every-tenth-is-free");
        assert_eq!(broken.stage, Some(StageName { number: 1, title: "One line".to_owned() }));
        // The stage's own tests come first.
        let own: Vec<bool> = report.tests.iter().map(|test| test.stage.is_none()).collect();
        assert_eq!(own, [true, true, false, false]);
    }
}

#[test]
fn what_learners_send_gets_the_verdict_that_its_name_says() {
    let (mut count, mut wrong) = (0, Vec::new());
    for folder in fs::read_dir(content().join("submissions")).unwrap() {
        let folder = folder.unwrap();
        let slug = folder.file_name().into_string().unwrap();
        for file in fs::read_dir(folder.path()).unwrap() {
            let path = file.unwrap().path();
            let extension = path.extension().unwrap().to_str().unwrap();
            let language = Language::ALL.into_iter().find(|language| language.extension() == extension).unwrap();
            let name = path.file_stem().unwrap().to_str().unwrap();
            let wanted = name.split_once('-').unwrap().0;
            let report = judge(&slug, language, &main_file(language, fs::read_to_string(&path).unwrap()));
            if report.verdict.as_str() != wanted {
                wrong.push(format!("{slug}/{name}: {}", told(&report)));
            }
            let again = judge(&slug, language, &main_file(language, fs::read_to_string(&path).unwrap()));
            let results = |report: &Report| report.tests.iter().map(|t| (t.verdict, t.fuel)).collect::<Vec<_>>();
            assert_eq!(results(&report), results(&again), "{slug}/{name} is judged differently each time");
            count += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 30, "only {count} submissions were there");
}

#[test]
fn a_failed_request_is_shown_as_it_was_sent_and_answered() {
    let exercise = exercise("notes");
    let language = Language::Javascript;
    let forgets = exercise.variants[&language].mutants.iter().find(|mutant| mutant.name == "forgets").unwrap();
    let report = judge("notes", language, &forgets.files);
    let test = report.tests.iter().find(|test| test.status != Status::Pass).unwrap();
    let done = test.test_code.as_deref().unwrap();
    assert!(done.starts_with("POST /notes\n\n{\"text\":\"milk\"}\n\nGET /notes/1"), "{done}");
    assert_eq!(test.expected.as_deref(), Some("status 200\n{\"id\":1,\"text\":\"milk\"}"));
    assert_eq!(test.actual.as_deref(), Some("status 404\n{}"));
    assert_eq!(
        (test.expected_differs.as_slice(), test.actual_differs.as_slice()),
        ([0, 1].as_slice(), [0, 1].as_slice())
    );
}

#[test]
fn rows_are_shown_as_a_table_with_the_lines_that_differ() {
    let wrong = "SELECT name, 1 AS orders FROM customers ORDER BY name;\n".to_owned();
    let report = judge("orders", Language::Sql, &main_file(Language::Sql, wrong));
    let test = &report.tests[0];
    assert_eq!(test.test_code.as_deref(), Some("-- on the dataset `small`\n(your script)"));
    assert_eq!(test.expected.as_deref(), Some("name | orders\n---- | ------\nAda  |      2\nBo   |      0"));
    assert_eq!(test.actual.as_deref(), Some("name | orders\n---- | ------\nAda  |      1\nBo   |      1"));
    assert_eq!(test.actual_differs, [2, 3]);
}

#[test]
fn growth_is_measured_and_drawn_beside_its_bound() {
    let solution = &exercise("find").variants[&Language::Python].solution;
    let curve = judge("find", Language::Python, solution).tests[1].curve.clone().unwrap();
    assert_eq!(curve.points.len(), 3);
    assert!(curve.points.iter().zip(&curve.allowed).all(|((_, fuel), allowed)| fuel <= allowed), "{curve:?}");
    let starter = &exercise("find").variants[&Language::Python].starter;
    let report = judge("find", Language::Python, starter);
    assert_eq!((report.tests[1].verdict, report.tests[0].verdict), (Verdict::TimeLimit, Verdict::Passed));
}

#[test]
fn a_planted_bug_is_hinted_at_and_never_shown() {
    let starter = &exercise("pricing").variants[&Language::Python].starter;
    let report = judge("pricing", Language::Python, starter);
    let text = told(&report);
    assert!(text.contains("Try the amount right at the limit"), "{text}");
    for secret in ["starts too late", "> 100", ">= 100", "takes anything"] {
        assert!(!text.contains(secret), "{secret} is in {text}");
    }
}

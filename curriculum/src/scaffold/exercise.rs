//! A new exercise: the smallest whole one of its kind.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use domain::{ExerciseKind, Language};
use uuid::Uuid;

use super::{
    Scaffold, ScaffoldError, module_folder, names,
    template::{fill, sections},
    title,
};

/// What every exercise has.
const COMMON: &str = include_str!("templates/common.txt");
/// What every exercise with code has.
const WITH_CODE: &str = include_str!("templates/with_code.txt");

/// The files of a new exercise. Without a language it is solved in Python and JavaScript.
///
/// # Errors
/// See [`ScaffoldError`].
pub fn exercise(
    root: &Path,
    module: &str,
    slug: &str,
    kind: ExerciseKind,
    languages: &[Language],
) -> Result<Scaffold, ScaffoldError> {
    let lessons = module_folder(root, module, slug)?;
    let folder = Path::new("exercises").join(module).join(slug);
    if root.join(&folder).symlink_metadata().is_ok() {
        return Err(ScaffoldError::Taken { path: folder });
    }
    let languages = languages_of(kind, languages)?;
    let [id, stage_1, stage_2] = [(); 3].map(|()| Uuid::new_v4().to_string());
    let (title, fields) = (title(slug), fields(kind, &languages));
    let values = [
        ("id", id.as_str()),
        ("stage-1", stage_1.as_str()),
        ("stage-2", stage_2.as_str()),
        ("title", title.as_str()),
        ("kind", kind.as_str()),
        ("fields", fields.as_str()),
    ];
    let texts = match kind {
        // Its files are those of its stages.
        ExerciseKind::Project => ["", "", template(kind, &languages)],
        ExerciseKind::Quiz => [COMMON, "", template(kind, &languages)],
        _ => [COMMON, WITH_CODE, template(kind, &languages)],
    };
    let mut files = BTreeMap::new();
    for section in texts.into_iter().flat_map(sections) {
        let text = fill(section.text, &values);
        // A folder that is named as a language, or with a star for each of them, is the last on the way to its files.
        let (path, file) = section.path.rsplit_once('/').unwrap_or(("", section.path));
        let (above, last) = path.rsplit_once('/').unwrap_or(("", path));
        match last {
            "*" => {
                let each = |language: &Language| (folder.join(above).join(language.as_str()).join(file), text.clone());
                files.extend(languages.iter().map(each));
            }
            _ if last.parse::<Language>().is_ok_and(|one| !languages.contains(&one)) => {}
            _ => {
                files.insert(folder.join(section.path), text);
            }
        }
    }
    let mut next = vec![lead_to(root, &lessons, module, slug)?];
    let what = match kind {
        ExerciseKind::Quiz => "change the text and the questions",
        ExerciseKind::Project => {
            "change the texts, the starters and, in each stage, the tests, the solutions and their mutants; add stages"
        }
        ExerciseKind::Tests => {
            "change the texts, the tests and, in each language, the implementation, its bugs and the answers"
        }
        _ => "change the texts, the tests and, in each language, the starter, the solution and its mutants",
    };
    next.push(format!("{what}; what stands there now is a small whole example"));
    next.push(format!("backroad check {}", folder.display()));
    Ok(Scaffold { files, next })
}

fn template(kind: ExerciseKind, languages: &BTreeSet<Language>) -> &'static str {
    match kind {
        ExerciseKind::Function => include_str!("templates/function.txt"),
        ExerciseKind::Program => include_str!("templates/program.txt"),
        ExerciseKind::Http => include_str!("templates/http.txt"),
        ExerciseKind::Sql => include_str!("templates/sql.txt"),
        ExerciseKind::Security => include_str!("templates/security.txt"),
        ExerciseKind::Tests => include_str!("templates/tests.txt"),
        ExerciseKind::Performance => include_str!("templates/performance.txt"),
        ExerciseKind::Quiz => include_str!("templates/quiz.txt"),
        ExerciseKind::Project if languages.contains(&Language::Sql) => include_str!("templates/project_sql.txt"),
        ExerciseKind::Project => include_str!("templates/project.txt"),
    }
}

/// The languages of the exercise, each once.
fn languages_of(kind: ExerciseKind, asked: &[Language]) -> Result<BTreeSet<Language>, ScaffoldError> {
    // SQL grows from stage to stage by itself: its stages are of another kind than those of all other languages.
    let is_sql = asked.first() == Some(&Language::Sql);
    let fits = |language: &Language| {
        kind.is_solved_in(*language) && (kind != ExerciseKind::Project || (*language == Language::Sql) == is_sql)
    };
    let allowed: Vec<Language> = Language::ALL.into_iter().filter(fits).collect();
    if let Some(&language) = asked.iter().find(|language| !allowed.contains(language)) {
        let allowed = match allowed.as_slice() {
            [] => "it has no code".to_owned(),
            some => format!("it is in {}", some.iter().map(|one| one.as_str()).collect::<Vec<_>>().join(", ")),
        };
        return Err(ScaffoldError::Language { kind, language, allowed });
    }
    Ok(match kind {
        ExerciseKind::Quiz => BTreeSet::new(),
        ExerciseKind::Sql => BTreeSet::from([Language::Sql]),
        _ if asked.is_empty() => BTreeSet::from([Language::Python, Language::Javascript]),
        _ => asked.iter().copied().collect(),
    })
}

/// The fields of `exercise.toml` that only some kinds have.
fn fields(kind: ExerciseKind, languages: &BTreeSet<Language>) -> String {
    if kind == ExerciseKind::Quiz || languages.contains(&Language::Sql) {
        return String::new();
    }
    let names: Vec<String> = languages.iter().map(|language| format!("\"{language}\"")).collect();
    let languages = format!("languages = [{}]", names.join(", "));
    if kind == ExerciseKind::Tests {
        return format!(
            "{languages}\nmodule = \"greetings\" # what the learner's tests import\nfunctions = [\"greet\"]"
        );
    }
    languages
}

/// Each exercise belongs to one lesson, and only its author knows which.
fn lead_to(root: &Path, lessons: &Path, module: &str, slug: &str) -> Result<String, ScaffoldError> {
    let files: Vec<String> = names(root, lessons)?.into_iter().filter(|name| name.ends_with(".md")).collect();
    let which = match files.as_slice() {
        [] => format!("a lesson in {}", lessons.display()),
        [one] => lessons.join(one).display().to_string(),
        some => format!("the lesson that leads to it, one of {}/{{{}}}", lessons.display(), some.join(", ")),
    };
    Ok(format!("add `\"{module}/{slug}\"` to the line `exercises = […]` in the front matter of {which}"))
}

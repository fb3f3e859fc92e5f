//! `backroad judge`: files against an exercise's tests, as a submission would be judged.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use curriculum::{Catalogue, Exercise};
use domain::{ExerciseId, Language, SourceFile, Verdict, check_files};
use sandbox::Sandbox;

use super::{NO, OURS, Outcome, Stopped, load_content, on_a_guest_thread, report_text, run::read_source, usable};
use crate::cli::{ContentArgs, RuntimesArgs};

/// `backroad judge`
#[derive(Clone, Debug, Args)]
pub struct JudgeArgs {
    /// The exercise: module/slug, its id, or its folder; a stage of a project is module/project/slug.
    exercise: String,
    /// The answer; the first file is the one the language begins with, whatever its name.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The language, where the first file's ending does not tell.
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<Language>,
    /// Print the report as one line of JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    content: ContentArgs,
    #[command(flatten)]
    runtimes: RuntimesArgs,
}

/// Judges. The exit code is 0 passed, 1 not passed, 2 usage, 3 our failure.
pub fn execute(args: &JudgeArgs) -> Outcome {
    let language = args.language.or_else(|| by_ending(&args.files[0])).ok_or_else(|| {
        Stopped::usage(format!("{} does not tell its language; name it with --language", args.files[0].display()))
    })?;
    let mut files = args.files.iter().map(|path| read_source(path)).collect::<Result<Vec<_>, _>>()?;
    name_main(&mut files, language);
    check_files(&files).map_err(Stopped::usage)?;

    let (root, name) = content_root(&args.exercise, &args.content.content);
    let catalogue = load_content(&root).map_err(Stopped::ours)?;
    let exercise = find(&catalogue, &name)
        .ok_or_else(|| Stopped::usage(format!("there is no exercise `{}`; write module/slug", args.exercise)))?;
    if let Some(stage) = catalogue.stages_of(exercise).next() {
        let message = format!("{} is a project; name one of its stages, such as {}", exercise.path(), stage.path());
        return Err(Stopped::usage(message));
    }
    let variant = exercise
        .variant(language)
        .ok_or_else(|| Stopped::usage(format!("{} cannot be solved in {}", exercise.path(), language.label())))?;

    let opened = Sandbox::open_to_judge(&args.runtimes.runtimes, &variant.assessment);
    let sandbox = usable(opened, &args.runtimes).map_err(Stopped::ours)?;
    let report = on_a_guest_thread(|| sandbox.judge(&variant.assessment, &files)).map_err(Stopped::ours)?;
    if args.json {
        println!("{}", serde_json::to_string(&report)?);
    } else {
        anstream::print!("{}", report_text::report(&report));
    }
    Ok(match report.verdict {
        Verdict::Passed => ExitCode::SUCCESS,
        Verdict::InternalError => ExitCode::from(OURS),
        _ => ExitCode::from(NO),
    })
}

fn by_ending(path: &Path) -> Option<Language> {
    let ending = path.extension()?.to_str()?;
    Language::ALL.into_iter().find(|language| language.extension() == ending)
}

/// Gives the first file the name that the language begins with, unless one of them has it.
fn name_main(files: &mut [SourceFile], language: Language) {
    if files.iter().all(|file| file.name != language.main_file()) {
        files[0].name = language.main_file().to_owned();
    }
}

/// Where the content is and what the exercise is called in it. A folder tells both: `…/exercises/module/slug`, or
/// `…/exercises/module/project/stages/01-slug`.
fn content_root(exercise: &str, content: &Path) -> (PathBuf, String) {
    let named = || (content.to_owned(), exercise.to_owned());
    let Ok(folder) = Path::new(exercise).canonicalize() else { return named() };
    let is_root = |folder: &&Path| folder.file_name().is_some_and(|name| name == "exercises");
    let Some(exercises) = folder.ancestors().find(is_root).filter(|_| folder.is_dir()) else { return named() };
    let Ok(path) = folder.strip_prefix(exercises) else { return named() };
    let names: Option<Vec<&str>> = path.iter().map(OsStr::to_str).collect();
    let root = exercises.parent().unwrap_or(Path::new("/")).to_owned();
    match names.as_deref() {
        Some([module, slug]) => (root, format!("{module}/{slug}")),
        Some([module, project, "stages", stage]) => {
            let slug = stage.split_once('-').map_or(*stage, |(_, slug)| slug);
            (root, format!("{module}/{project}/{slug}"))
        }
        _ => named(),
    }
}

fn find<'a>(catalogue: &'a Catalogue, name: &str) -> Option<&'a Exercise> {
    match name.split('/').collect::<Vec<_>>().as_slice() {
        [module, slug] => catalogue.exercise(module, slug),
        [module, project, slug] => catalogue.stage(module, project, slug),
        _ => catalogue.exercise_by_id(&ExerciseId::new(name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_names_its_exercise_and_its_content() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("exercises/internet/split-url");
        std::fs::create_dir_all(&folder).unwrap();
        let (root, name) = content_root(folder.to_str().unwrap(), Path::new("elsewhere"));
        assert_eq!((root, name), (dir.path().canonicalize().unwrap(), "internet/split-url".to_owned()));
        let stage = folder.join("stages/02-the-port");
        std::fs::create_dir_all(&stage).unwrap();
        assert_eq!(content_root(stage.to_str().unwrap(), Path::new("x")).1, "internet/split-url/the-port");
        let (root, name) = content_root("internet/split-url", Path::new("elsewhere"));
        assert_eq!((root, name.as_str()), (PathBuf::from("elsewhere"), "internet/split-url"));
    }

    #[test]
    fn the_first_file_becomes_the_main_file_unless_there_is_one() {
        let file = |name: &str| SourceFile { name: name.to_owned(), content: String::new() };
        let mut files = [file("answer.py"), file("helper.py")];
        name_main(&mut files, Language::Python);
        assert_eq!(files[0].name, "main.py");
        let mut files = [file("helper.js"), file("main.js")];
        name_main(&mut files, Language::Javascript);
        assert_eq!(files[0].name, "helper.js");
    }
}

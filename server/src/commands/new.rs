//! `backroad new`: something whole to begin a lesson or an exercise from.

use std::{path::PathBuf, process::ExitCode, str::FromStr};

use clap::{Args, Subcommand};
use curriculum::scaffold::{self, Scaffold, ScaffoldError};
use domain::{ExerciseKind, Language};

use super::{Outcome, Stopped, report_text};
use crate::cli::ContentArgs;

/// `backroad new`
#[derive(Clone, Debug, Args)]
pub struct NewArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Clone, Debug, Subcommand)]
enum What {
    /// Make an exercise: a small whole one of its kind, to be changed.
    Exercise {
        /// Its address: the module and its own slug.
        #[arg(value_name = "MODULE/SLUG")]
        place: Place,
        /// How it is judged: function, program, http, sql, security, tests, performance, quiz or project.
        #[arg(long, value_name = "KIND")]
        kind: ExerciseKind,
        /// A language it can be solved in; again for each. Python and JavaScript unless said otherwise.
        #[arg(long = "language", value_name = "LANGUAGE")]
        languages: Vec<Language>,
        #[command(flatten)]
        content: ContentArgs,
    },
    /// Make a project: two small stages in which one piece of code grows, to be changed.
    Project {
        /// Its address: the module and its own slug.
        #[arg(value_name = "MODULE/SLUG")]
        place: Place,
        /// A language it can be done in; again for each. Python and JavaScript unless said otherwise; SQL stands alone.
        #[arg(long = "language", value_name = "LANGUAGE")]
        languages: Vec<Language>,
        #[command(flatten)]
        content: ContentArgs,
    },
    /// Make a lesson: the next of its module.
    Lesson {
        /// Its address: the module and its own slug.
        #[arg(value_name = "MODULE/SLUG")]
        place: Place,
        #[command(flatten)]
        content: ContentArgs,
    },
}

/// Where it will be.
#[derive(Clone, Debug)]
struct Place {
    module: String,
    slug: String,
}

impl FromStr for Place {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once('/') {
            Some((module, slug)) => Ok(Self { module: module.to_owned(), slug: slug.to_owned() }),
            None => Err("write the module and the slug, as in http/pick-a-method"),
        }
    }
}

/// Makes it, and says what is left to do by hand.
pub fn execute(args: &NewArgs) -> Outcome {
    let (root, made) = match &args.what {
        What::Exercise { kind: ExerciseKind::Project, .. } => {
            return Err(Stopped::usage("a project is begun with `backroad new project`"));
        }
        What::Exercise { place, kind, languages, content } => {
            let root = &content.content;
            (root, scaffold::exercise(root, &place.module, &place.slug, *kind, languages))
        }
        What::Project { place, languages, content } => {
            let root = &content.content;
            (root, scaffold::exercise(root, &place.module, &place.slug, ExerciseKind::Project, languages))
        }
        What::Lesson { place, content } => {
            let root = &content.content;
            (root, scaffold::lesson(root, &place.module, &place.slug))
        }
    };
    let made = made.map_err(refused)?;
    made.write(root).map_err(refused)?;
    tell(&made);
    Ok(ExitCode::SUCCESS)
}

/// A disk that refuses is the only thing that no other words on the command line would mend.
fn refused(error: ScaffoldError) -> Stopped {
    match error {
        ScaffoldError::Disk { .. } => error.into(),
        _ => Stopped::usage(error),
    }
}

fn tell(made: &Scaffold) {
    for file in made.files.keys().map(PathBuf::as_path) {
        anstream::println!("{} {}", report_text::faint("made"), file.display());
    }
    anstream::println!("{}", report_text::good("next"));
    for (number, sentence) in (1..).zip(&made.next) {
        anstream::println!("  {number}. {sentence}");
    }
}

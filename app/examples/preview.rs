//! Writes every page with sample data, and the style sheet, into a folder: to look at them while working on them.
//!
//! `cargo run -p app --features ssr --example preview -- FOLDER`

use std::{error::Error, fs, path::Path};

use app::pages::{
    Frame, account, error, exercise, history, home, lesson, module, problems, progress, project, quiz, road, try_result,
};
use domain::{Theme, Verdict, Viewer};

#[path = "../tests/pages/samples.rs"]
mod samples;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: preview FOLDER")?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder.join("assets"))?;
    fs::write(folder.join("assets/style.css"), style_sheet()?)?;
    for theme in [Theme::Light, Theme::Dark] {
        for (name, html) in pages(theme) {
            fs::write(folder.join(format!("{name}-{}.html", theme.as_str())), html)?;
        }
    }
    Ok(())
}

fn pages(theme: Theme) -> Vec<(&'static str, String)> {
    let frame = |viewer: Viewer, path: &str| Frame { theme, ..samples::frame(viewer, path) };
    let here = "/exercises/internet/find-the-slow-stage";
    let exercise = |viewer, report| exercise::render(&frame(viewer, here), &samples::exercise_page(report));
    vec![
        ("home", home::render(&frame(Viewer::Visitor, "/"), &samples::home(false))),
        ("home-again", home::render(&frame(samples::ada(), "/"), &samples::home(true))),
        ("road", road::render(&frame(Viewer::Guest, "/road"), &samples::road())),
        ("module", module::render(&frame(samples::ada(), "/road/internet"), &samples::module())),
        (
            "lesson",
            lesson::render(&frame(samples::ada(), "/road/internet/a-requests-journey"), &samples::lesson(false))
                .to_string(),
        ),
        ("exercise-new", exercise(Viewer::Visitor, None)),
        ("exercise-wrong", exercise(Viewer::Guest, Some(samples::report(Verdict::WrongAnswer)))),
        ("exercise-error", exercise(Viewer::Guest, Some(samples::report(Verdict::RuntimeError)))),
        ("exercise-unreadable", exercise(Viewer::Guest, Some(samples::report(Verdict::CompileError)))),
        ("exercise-ours", exercise(Viewer::Guest, Some(samples::report(Verdict::InternalError)))),
        ("exercise-solved", exercise(samples::ada(), Some(samples::report(Verdict::Passed)))),
        ("project", project::render(&frame(Viewer::Guest, here), &samples::project(1))),
        ("project-done", project::render(&frame(samples::ada(), here), &samples::project(3))),
        ("stage-wrong", exercise::render(&frame(Viewer::Guest, here), &samples::stage_page())),
        ("stage-ahead", project::render_ahead(&frame(Viewer::Guest, here), &samples::stage_ahead())),
        ("quiz", quiz::render(&frame(Viewer::Visitor, here), &samples::quiz(None))),
        ("quiz-wrong", quiz::render(&frame(Viewer::Guest, here), &samples::quiz(Some([&[0], &[0, 2]])))),
        ("quiz-passed", quiz::render(&frame(Viewer::Guest, here), &samples::quiz(Some([&[1], &[0, 2]])))),
        ("progress", progress::render(&frame(samples::ada(), "/progress"), &samples::progress(true))),
        ("progress-guest", progress::render(&frame(Viewer::Guest, "/progress"), &samples::progress(false))),
        ("register", account::render_register(&frame(Viewer::Guest, "/register"), &samples::refused_form())),
        ("login", account::render_login(&frame(Viewer::Visitor, "/login"), &account::AccountForm::default())),
        ("error", error::render(&frame(Viewer::Visitor, "/nowhere"), &samples::not_found())),
        ("history", history::render(&frame(Viewer::Guest, here), &samples::history("return None"))),
        (
            "problems",
            problems::render(&frame(samples::administrator(), "/admin/problems"), &samples::problems("A typing slip.")),
        ),
        ("try", try_result::render(&frame(Viewer::Visitor, "/try"), &samples::try_result())),
    ]
}

/// The files of `style/` in their order.
fn style_sheet() -> std::io::Result<String> {
    let style = Path::new(env!("CARGO_MANIFEST_DIR")).join("../style");
    let mut sheet = fs::read_to_string(style.join("tokens.css"))? + &fs::read_to_string(style.join("base.css"))?;
    for folder in ["components", "pages"] {
        let mut files: Vec<_> = fs::read_dir(style.join(folder))?.collect::<Result<_, _>>()?;
        files.sort_by_key(fs::DirEntry::file_name);
        for file in files {
            sheet += &fs::read_to_string(file.path())?;
        }
    }
    Ok(sheet)
}

//! The pages as they are sent, to be looked at when they change.

use app::pages::{
    account, error, exercise, history, home, lesson, module, problems, progress, project, quiz, road, try_result,
};
use domain::{Verdict, Viewer};

use crate::samples;

/// One tag a line, so that a change shows as a line. The hash in an island's name follows its source, not the page.
fn readable(html: &str) -> String {
    const ISLAND: &str = "data-component=\"";
    let html = html.replace("><", ">\n<");
    let mut parts = html.split(ISLAND);
    let mut text = parts.next().unwrap().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('"').unwrap();
        text += &format!("{ISLAND}{}\"{rest}", name.trim_end_matches(|letter: char| letter.is_ascii_digit()));
    }
    text
}

macro_rules! snapshot {
    ($name:ident, $html:expr) => {
        #[test]
        fn $name() {
            insta::assert_snapshot!(readable(&$html));
        }
    };
}

snapshot!(home_for_a_visitor, home::render(&samples::frame(Viewer::Visitor, "/"), &samples::home(false)));
snapshot!(home_for_an_account, home::render(&samples::frame(samples::ada(), "/"), &samples::home(true)));
snapshot!(road_for_a_guest, road::render(&samples::frame(Viewer::Guest, "/road"), &samples::road()));
snapshot!(road_for_an_account, road::render(&samples::frame(samples::ada(), "/road"), &samples::road()));
snapshot!(module_for_a_guest, module::render(&samples::frame(Viewer::Guest, "/road/internet"), &samples::module()));
snapshot!(module_for_an_account, module::render(&samples::frame(samples::ada(), "/road/internet"), &samples::module()));
snapshot!(
    lesson_for_a_guest,
    lesson::render(&samples::frame(Viewer::Guest, "/road/internet/a-requests-journey"), &samples::lesson(false))
        .to_string()
);
snapshot!(
    lesson_read_by_an_account,
    lesson::render(&samples::frame(samples::ada(), "/road/internet/a-requests-journey"), &samples::lesson(true))
        .to_string()
);
snapshot!(
    exercise_for_a_visitor,
    exercise::render(&samples::frame(Viewer::Visitor, "/exercises/a/b"), &samples::exercise_page(None))
);
snapshot!(
    exercise_failed_by_a_guest,
    exercise::render(
        &samples::frame(Viewer::Guest, "/exercises/a/b?submission=1"),
        &samples::exercise_page(Some(samples::report(Verdict::WrongAnswer)))
    )
);
snapshot!(
    exercise_solved_by_an_account,
    exercise::render(
        &samples::frame(samples::ada(), "/exercises/a/b"),
        &samples::exercise_page(Some(samples::report(Verdict::Passed)))
    )
);
snapshot!(
    quiz_for_a_visitor,
    quiz::render(&samples::frame(Viewer::Visitor, "/exercises/internet/names-and-addresses"), &samples::quiz(None))
);
snapshot!(
    quiz_failed_by_a_guest,
    quiz::render(&samples::frame(Viewer::Guest, "/exercises/a/b"), &samples::quiz(Some([&[0], &[0, 2]])))
);
snapshot!(
    quiz_passed_by_an_account,
    quiz::render(&samples::frame(samples::ada(), "/exercises/a/b"), &samples::quiz(Some([&[1], &[0, 2]])))
);
snapshot!(
    exercise_that_is_a_stage,
    exercise::render(&samples::frame(Viewer::Guest, "/exercises/a/b/stages/c"), &samples::stage_page())
);
snapshot!(
    project_for_a_visitor,
    project::render(&samples::frame(Viewer::Visitor, "/exercises/a/b"), &samples::project(0))
);
snapshot!(project_begun, project::render(&samples::frame(Viewer::Guest, "/exercises/a/b"), &samples::project(1)));
snapshot!(project_done, project::render(&samples::frame(samples::ada(), "/exercises/a/b"), &samples::project(3)));
snapshot!(
    stage_that_is_not_open,
    project::render_ahead(&samples::frame(Viewer::Guest, "/exercises/a/b/stages/d"), &samples::stage_ahead())
);
snapshot!(
    progress_for_a_guest,
    progress::render(&samples::frame(Viewer::Guest, "/progress"), &samples::progress(false))
);
snapshot!(
    progress_for_an_account,
    progress::render(&samples::frame(samples::ada(), "/progress"), &samples::progress(true))
);
snapshot!(
    register_refused,
    account::render_register(&samples::frame(Viewer::Guest, "/register"), &samples::refused_form())
);
snapshot!(login, account::render_login(&samples::frame(Viewer::Visitor, "/login"), &account::AccountForm::default()));
snapshot!(error_page, error::render(&samples::frame(Viewer::Visitor, "/nowhere"), &samples::not_found()));
snapshot!(error_without_a_frame, app::error_page(&samples::frame(Viewer::Visitor, "/").assets, &samples::not_found()));
snapshot!(try_result_page, try_result::render(&samples::frame(Viewer::Visitor, "/try"), &samples::try_result()));
snapshot!(
    history_of_a_guest,
    history::render(&samples::frame(Viewer::Guest, "/exercises/a/b/submissions"), &samples::history("return None"))
);
snapshot!(
    problems_for_an_administrator,
    problems::render(
        &samples::frame(samples::administrator(), "/admin/problems"),
        &samples::problems("A typing slip.")
    )
);

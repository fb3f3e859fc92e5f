//! What the pages' policy forbids is on no page: styles and handlers in attributes, scripts without the nonce.

use app::pages::{account, error, exercise, history, home, lesson, module, problems, progress, quiz, road, try_result};
use domain::{Verdict, Viewer};

use crate::html::tags;
use crate::samples;

/// Every page, by name.
pub fn all() -> Vec<(&'static str, String)> {
    let here = "/exercises/internet/find-the-slow-stage?submission=0193-1";
    let mut pages = vec![
        ("home", home::render(&samples::frame(Viewer::Visitor, "/"), &samples::home(false))),
        ("home of an account", home::render(&samples::frame(samples::ada(), "/"), &samples::home(true))),
        ("road", road::render(&samples::frame(Viewer::Guest, "/road"), &samples::road())),
        ("module", module::render(&samples::frame(samples::ada(), "/road/internet"), &samples::module())),
        (
            "lesson",
            lesson::render(&samples::frame(Viewer::Guest, "/road/internet/x"), &samples::lesson(true)).to_string(),
        ),
        ("exercise", exercise::render(&samples::frame(Viewer::Visitor, here), &samples::exercise_page(None))),
        ("quiz", quiz::render(&samples::frame(Viewer::Visitor, "/exercises/a/b"), &samples::quiz(None))),
        ("judged quiz", quiz::render(&samples::frame(Viewer::Guest, here), &samples::quiz(Some([&[1], &[0, 2]])))),
        ("progress", progress::render(&samples::frame(Viewer::Guest, "/progress"), &samples::progress(true))),
        ("register", account::render_register(&samples::frame(Viewer::Guest, "/register"), &samples::refused_form())),
        ("login", account::render_login(&samples::frame(Viewer::Visitor, "/login"), &samples::refused_form())),
        ("error", error::render(&samples::frame(Viewer::Visitor, "/nowhere"), &samples::not_found())),
        ("bare error", app::error_page(&samples::frame(Viewer::Visitor, "/").assets, &samples::not_found())),
        (
            "history",
            history::render(&samples::frame(Viewer::Guest, "/exercises/a/b/submissions"), &samples::history("pass")),
        ),
        (
            "problems",
            problems::render(
                &samples::frame(samples::administrator(), "/admin/problems"),
                &samples::problems("A slip"),
            ),
        ),
        ("thanks", problems::render_thanks(&samples::frame(Viewer::Guest, "/road"), "/road")),
        ("try", try_result::render(&samples::frame(Viewer::Visitor, "/try"), &samples::try_result())),
    ];
    for verdict in
        [Verdict::Passed, Verdict::WrongAnswer, Verdict::RuntimeError, Verdict::CompileError, Verdict::InternalError]
    {
        let page = samples::exercise_page(Some(samples::report(verdict)));
        pages.push((verdict.as_str(), exercise::render(&samples::frame(samples::ada(), here), &page)));
    }
    pages
}

#[test]
fn no_page_has_a_style_or_a_handler_in_an_attribute() {
    for (page, html) in all() {
        for tag in tags(&html) {
            for (name, _) in &tag.attributes {
                assert!(name != "style" && !name.starts_with("on"), "{page}: {name} on <{}>", tag.name);
            }
        }
    }
}

#[test]
fn scripts_carry_the_nonce_and_stand_only_where_something_is_alive() {
    for (page, html) in all() {
        let tags = tags(&html);
        let scripts: Vec<_> = tags.iter().filter(|tag| tag.name == "script").collect();
        for script in &scripts {
            assert!(script.attributes.contains(&("nonce".into(), "n0nce".into())), "{page}");
        }
        let alive = tags.iter().any(|tag| tag.name == "leptos-island");
        assert_eq!(scripts.len(), usize::from(alive), "{page}");
    }
}

#[test]
fn every_page_has_one_heading_of_the_first_level_one_main_and_a_title() {
    for (page, html) in all() {
        // A drawing may name its parts by titles as well.
        let head = html.split("</head>").next().unwrap();
        for (text, name) in [(html.as_str(), "h1"), (html.as_str(), "main"), (head, "title")] {
            assert_eq!(tags(text).iter().filter(|tag| tag.name == name).count(), 1, "{page}: {name}");
        }
    }
}

#[test]
fn an_id_is_used_once_and_what_points_at_one_finds_it() {
    for (page, html) in all() {
        let tags = tags(&html);
        let attributes = || tags.iter().flat_map(|tag| &tag.attributes);
        let mut ids: Vec<_> = attributes().filter(|(name, _)| name == "id").map(|(_, id)| id.as_str()).collect();
        ids.sort_unstable();
        let all = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), all, "{page}");
        let pointers = attributes().filter(|(name, _)| {
            ["for", "aria-labelledby", "aria-describedby", "aria-controls"].contains(&name.as_str())
        });
        for id in pointers.flat_map(|(_, ids)| ids.split(' ')) {
            assert!(ids.contains(&id), "{page}: {id}");
        }
        let fragments = attributes().filter(|(name, href)| name == "href" && href.starts_with('#'));
        for (_, href) in fragments {
            assert!(ids.contains(&&href[1..]), "{page}: {href}");
        }
    }
}

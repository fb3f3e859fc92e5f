//! Text that people write is text on every page: a corpus of attacks goes through every field that takes any.

use app::pages::account::AccountForm;
use app::pages::error::ErrorPage;
use app::pages::{Frame, account, error, exercise, history, home, problems, progress, try_result};
use domain::{SourceFile, Verdict, Viewer};

use crate::html::{Tag, tags};
use crate::samples;

/// Each tries another way out of the place it is put into. All carry `xss`.
const CORPUS: &[&str] = &[
    "<script>xss()</script>",
    "</script><script>xss()</script>",
    "</textarea><script>xss()</script>",
    "</title><script>xss()</script>",
    "</code></pre><img src=x onerror=xss()>",
    "\"><svg onload=xss()>",
    "' onfocus='xss()' autofocus='",
    "\" onmouseover=\"xss()",
    "<a href=\"javascript:xss()\">",
    "javascript:xss()",
    "<iframe srcdoc='<script>xss()</script>'>",
    "<style>@import 'xss'</style>",
    "<math><mtext><table><mglyph><style><img src=x onerror=xss()>",
    "--><script>xss()</script>",
    "<!--><script>xss()</script>",
    "]]><script>xss()</script>",
    "&lt;script&gt;xss()&lt;/script&gt;",
    "{{xss()}} ${xss()}",
    "\u{2028}<script>xss()</script>",
    "<xss id=x tabindex=1 onfocus=xss()></xss>",
    "<form action=xss><button>",
    "<base href=//xss>",
    "<meta http-equiv=refresh content='0;url=//xss'>",
];

/// The tags of a page with nothing hostile in it, against those of the same page with an attack in its fields: the
/// attack may change values and texts, never what there is.
fn assert_same_shape(what: &str, attack: &str, calm: &str, attacked: &str) {
    let shape = |html: &str| -> Vec<(String, Vec<String>)> {
        let names = |tag: Tag| (tag.name, tag.attributes.into_iter().map(|(name, _)| name).collect());
        tags(html).into_iter().map(names).collect()
    };
    assert_eq!(shape(calm), shape(attacked), "{what}: {attack}");
    for tag in tags(attacked) {
        for (name, value) in tag.attributes {
            if matches!(name.as_str(), "href" | "action" | "src" | "formaction") {
                let value = value.trim_start().to_ascii_lowercase();
                assert!(!value.starts_with("javascript:"), "{what}: {attack}: {name}={value}");
            }
        }
    }
}

/// Renders with a harmless word and with each attack.
fn attack(what: &str, render: impl Fn(&str) -> String) {
    let calm = render("calm");
    assert!(calm.contains("calm"), "{what} is not on the page");
    for text in CORPUS {
        let attacked = render(text);
        assert!(attacked.contains("xss"), "{what} lost its text: {text}");
        assert_same_shape(what, text, &calm, &attacked);
    }
}

#[test]
fn the_name_of_an_account() {
    attack("name", |text| {
        home::render(
            &samples::frame(Viewer::Account { name: text.into(), open_problems: Some(2) }, "/"),
            &samples::home(true),
        )
    });
}

#[test]
fn what_is_wrong_with_the_content() {
    attack("a problem", |text| {
        let frame = samples::frame(Viewer::Guest, "/");
        home::render(&Frame { content_problems: vec![text.to_owned()].into(), ..frame }, &samples::home(true))
    });
}

#[test]
fn the_path_of_the_page_in_the_headers_forms() {
    attack("path", |text| {
        let frame = samples::frame(Viewer::Visitor, &format!("/calm{text}"));
        error::render(&frame, &samples::not_found())
    });
}

#[test]
fn what_was_typed_into_the_account_forms() {
    attack("form", |text| {
        let form = AccountForm {
            name: text.into(),
            email: text.into(),
            next: format!("/{text}"),
            problems: vec![("name", text.into()), ("", text.into())],
        };
        account::render_register(&samples::frame(Viewer::Guest, "/register"), &form)
    });
    attack("log-in form", |text| {
        let form =
            AccountForm { email: text.into(), problems: vec![("password", text.into())], ..AccountForm::default() };
        account::render_login(&samples::frame(Viewer::Visitor, "/login"), &form)
    });
}

#[test]
fn the_words_of_an_error() {
    let page = |text: &str| ErrorPage { status: 404, title: text.into(), detail: text.into() };
    attack("error", |text| error::render(&samples::frame(Viewer::Visitor, "/x"), &page(text)));
    attack("bare error", |text| app::error_page(&samples::frame(Viewer::Visitor, "/x").assets, &page(text)));
}

#[test]
fn tried_code_and_what_it_printed() {
    attack("try", |text| {
        let mut page = samples::try_result();
        page.code = text.into();
        page.outcome.stdout = text.into();
        page.outcome.stderr = text.into();
        page.back = format!("/{text}");
        try_result::render(&samples::frame(Viewer::Visitor, "/try"), &page)
    });
}

fn exercise_with(text: &str, change: impl Fn(&mut exercise::ExercisePage, String)) -> String {
    let mut page = samples::exercise_page(Some(samples::report(Verdict::WrongAnswer)));
    change(&mut page, text.to_owned());
    exercise::render(&samples::frame(Viewer::Guest, "/exercises/a/b"), &page)
}

#[test]
fn the_code_in_the_editor() {
    attack("draft", |text| {
        exercise_with(text, |page, text| {
            for editor in &mut page.editors {
                editor.starter = vec![SourceFile { name: "main.py".into(), content: text.clone() }];
                if let Some(draft) = &mut editor.draft {
                    draft.files.clone_from(&editor.starter);
                }
            }
        })
    });
    attack("file name", |text| {
        exercise_with(text, |page, text| {
            for editor in &mut page.editors {
                editor.draft = None;
                editor.starter = vec![SourceFile { name: text.clone(), content: String::new() }];
            }
        })
    });
}

#[test]
fn every_text_of_a_report() {
    attack("report", |text| {
        exercise_with(text, |page, text| {
            let report = page.report.as_mut().unwrap();
            report.message = Some(text.clone());
            for test in &mut report.tests {
                test.name = text.clone();
                test.say = Some(text.clone());
                test.message = Some(text.clone());
                test.test_code = Some(text.clone());
                test.output = Some(text.clone());
                // One letter is shared, so that the mark stands in the middle.
                test.expected = Some(format!("({text}"));
                test.actual = Some(format!("(-{text}"));
            }
        })
    });
}

#[test]
fn why_a_form_could_not_be_taken() {
    attack("problem", |text| exercise_with(text, |page, text| page.problem = Some(text)));
}

#[test]
fn identifiers_in_addresses() {
    attack("submission", |text| {
        exercise_with(text, |page, text| {
            for submission in &mut page.history {
                submission.id = domain::SubmissionId::new(text.clone());
            }
        })
    });
    attack("progress", |text| {
        let mut page = samples::progress(true);
        for (link, _) in &mut page.solved {
            link.title = text.into();
        }
        for submission in &mut page.recent {
            submission.link.title = text.into();
        }
        progress::render(&Frame { path: "/progress".into(), ..samples::frame(Viewer::Guest, "/") }, &page)
    });
}

#[test]
fn code_in_a_comparison_and_code_set_aside() {
    attack("history", |text| {
        history::render(&samples::frame(Viewer::Guest, "/exercises/a/b/submissions"), &samples::history(text))
    });
}

#[test]
fn what_readers_report() {
    attack("problems", |text| {
        problems::render(&samples::frame(samples::administrator(), "/admin/problems"), &samples::problems(text))
    });
}

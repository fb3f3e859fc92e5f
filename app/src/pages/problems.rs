//! `/admin/problems`: what readers say is wrong, for administrators; and the page that thanks a reader.

use domain::ProblemReport;
use leptos::either::Either;
use leptos::prelude::*;

use super::Frame;
use crate::components::{Icon, plural, when};
use crate::layout::{Head, document};

/// The data of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct ProblemsPage {
    /// Those that nobody has dealt with, then the others; newest first, and no more than fit a page.
    pub reports: Vec<ProblemReport>,
    /// How many nobody has dealt with, of all there are.
    pub open: u32,
}

/// The page as a document.
#[must_use]
pub fn render(frame: &Frame, page: &ProblemsPage) -> String {
    let head = Head::plain("page-problems", "Reported problems", "What readers say is wrong.");
    document(frame, head, || {
        view! {
            <header class="page-head">
                <h1>"Reported problems"</h1>
                <p class="lead">{lead(page)}</p>
            </header>
            <ol class="problem-list">{page.reports.iter().map(report).collect_view()}</ol>
        }
    })
}

fn lead(page: &ProblemsPage) -> String {
    match page.open {
        0 if page.reports.is_empty() => {
            "Nobody has reported anything yet. Each lesson and exercise has a form for it at its end.".to_owned()
        }
        0 => "Nothing to look at: all are settled.".to_owned(),
        open => format!("{} to look at.", plural(open as usize, "report")),
    }
}

fn report(report: &ProblemReport) -> impl IntoView + use<'_> {
    view! {
        <li class="problem">
            <p class="problem-head">
                <a href=report.page.as_str()>{report.page.as_str()}</a>
                <span class="row-facts">
                    {report.name.as_deref().unwrap_or("a guest or visitor")}" · "{when(report.created_at)}
                </span>
            </p>
            <p class="problem-message">{report.message.as_str()}</p>
            {match report.settled_at {
                Some(at) => Either::Left(view! {
                    <p class="row-facts"><span class="tag is-done">{Icon::Check.view()}"Settled"</span>" "{when(at)}</p>
                }),
                None => Either::Right(view! {
                    <form method="post" action=format!("/admin/problems/{}/settle", report.id)>
                        <button class="button is-small">{Icon::Check.view()}"Mark as settled"</button>
                    </form>
                }),
            }}
        </li>
    }
}

/// A reader has reported something.
#[must_use]
pub fn render_thanks(frame: &Frame, back: &str) -> String {
    document(frame, Head::plain("page-problems", "Thank you", "Your report was taken."), || {
        view! {
            <header class="page-head">
                <h1>"Thank you"</h1>
                <p class="lead">"Your report is kept. Whoever runs this installation sees it, with the page you were on."</p>
                <p class="actions"><a class="button is-primary" href=back.to_owned()>"Back to where you were"</a></p>
            </header>
        }
    })
}

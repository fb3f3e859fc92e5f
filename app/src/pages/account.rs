//! `/register` and `/login`.

use domain::Viewer;
use leptos::prelude::*;

use super::Frame;
use crate::components::query_value;
use crate::layout::{Head, document};

/// The data of a form that could not be taken the first time, or of an empty one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountForm {
    /// The name, as it was typed.
    pub name: String,
    /// The address, as it was typed.
    pub email: String,
    /// Where to go afterwards: a path of ours.
    pub next: String,
    /// What is wrong, by field (`name`, `email`, `password`) or with the whole (empty field).
    pub problems: Vec<(&'static str, String)>,
}

impl AccountForm {
    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| *name == field).map(|(_, problem)| problem.as_str())
    }
}

/// `/register` as a document.
#[must_use]
pub fn render_register(frame: &Frame, form: &AccountForm) -> String {
    let head = Head::plain("page-account", "Register", "Keep your progress: a name, an e-mail address and a password.");
    document(frame, head, || {
        view! {
            <div class="account-card">
                <h1>"Register"</h1>
                {(frame.viewer == Viewer::Guest).then(|| view! {
                    <p class="notice">"What you have done so far in this browser comes with you."</p>
                })}
                {whole_problem(form)}
                <form class="stack" method="post" action="/register">
                    <input type="hidden" name="next" value=form.next.as_str() />
                    {field(form, Field { name: "name", label: "Your name", kind: "text", autocomplete: "name", hint: "As you want to be greeted.", value: &form.name, autofocus: true })}
                    {field(form, Field { name: "email", label: "E-mail", kind: "email", autocomplete: "email", hint: "Only to log in. We send nothing.", value: &form.email, autofocus: false })}
                    {field(form, Field { name: "password", label: "Password", kind: "password", autocomplete: "new-password", hint: "8 to 128 characters of any kind; a few words in a row are good.", value: "", autofocus: false })}
                    <button class="button is-primary is-wide">"Register"</button>
                </form>
                <p class="account-other">"Already here before? "<a href=with_next("/login", &form.next)>"Log in"</a></p>
            </div>
        }
    })
}

/// `/login` as a document.
#[must_use]
pub fn render_login(frame: &Frame, form: &AccountForm) -> String {
    let head = Head::plain("page-account", "Log in", "Go on where you stopped.");
    document(frame, head, || {
        view! {
            <div class="account-card">
                <h1>"Log in"</h1>
                {(frame.viewer == Viewer::Guest).then(|| view! {
                    <p class="notice">"What you have done as a guest is added to your account."</p>
                })}
                {whole_problem(form)}
                <form class="stack" method="post" action="/login">
                    <input type="hidden" name="next" value=form.next.as_str() />
                    {field(form, Field { name: "email", label: "E-mail", kind: "email", autocomplete: "username", hint: "", value: &form.email, autofocus: true })}
                    {field(form, Field { name: "password", label: "Password", kind: "password", autocomplete: "current-password", hint: "", value: "", autofocus: false })}
                    <button class="button is-primary is-wide">"Log in"</button>
                </form>
                <p class="account-other">"New here? "<a href=with_next("/register", &form.next)>"Register"</a></p>
            </div>
        }
    })
}

fn whole_problem(form: &AccountForm) -> impl IntoView + use<'_> {
    form.problem("").map(|problem| view! { <p class="notice is-bad" role="alert">{problem}</p> })
}

/// One line of the form.
#[derive(Clone, Copy)]
struct Field<'a> {
    name: &'static str,
    label: &'static str,
    kind: &'static str,
    autocomplete: &'static str,
    hint: &'static str,
    value: &'a str,
    autofocus: bool,
}

/// A labelled input; what is wrong with it stands below and is read with it.
fn field<'a>(form: &'a AccountForm, field: Field<'a>) -> impl IntoView + use<'a> {
    let problem = form.problem(field.name);
    let (hint_id, problem_id) = (format!("{}-hint", field.name), format!("{}-problem", field.name));
    let described = match (field.hint.is_empty(), problem.is_some()) {
        (true, false) => None,
        (false, false) => Some(hint_id.clone()),
        (true, true) => Some(problem_id.clone()),
        (false, true) => Some(format!("{problem_id} {hint_id}")),
    };
    // What a browser may check before sending; the server checks all of it again.
    let (shortest, longest) = match field.autocomplete {
        "new-password" => (Some("8"), Some("128")),
        _ => (None, None),
    };
    view! {
        <div class="field" class:is-bad=problem.is_some()>
            <label for=field.name>{field.label}</label>
            <input
                id=field.name
                name=field.name
                type=field.kind
                autocomplete=field.autocomplete
                value=field.value
                required=true
                autofocus=field.autofocus
                minlength=shortest
                maxlength=longest
                aria-invalid=problem.map(|_| "true")
                aria-describedby=described
            />
            {problem.map(|problem| view! { <p class="field-problem" id=problem_id>{problem}</p> })}
            {(!field.hint.is_empty()).then(|| view! { <p class="field-hint" id=hint_id>{field.hint}</p> })}
        </div>
    }
}

fn with_next(page: &str, next: &str) -> String {
    if next.is_empty() { page.to_owned() } else { format!("{page}?next={}", query_value(next)) }
}

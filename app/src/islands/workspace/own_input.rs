//! Trying the code with an input of one's own: standard input, a few lines, a query, or requests to one's service.
//!
//! Without scripts its fields belong to the form of the code, and its button sends that form to another address. Awake, what
//! comes of it appears below.

use domain::api::RunRequest;
use domain::{Language, MAX_REQUESTS, METHODS, OwnInput, OwnOutcome, ServiceRequest, TypedRequest};
use leptos::either::EitherOf3;
use leptos::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast;

use super::drafts::Drafts;
use crate::client::{self, Method};
use crate::components::{Html, Icon, own_outcome, textarea_text};
use crate::data::OwnPanel;

/// The form that the fields belong to: that of the code.
const FORM: &str = "code";

/// What it is called where one chooses it.
pub(super) fn title(input: &OwnInput) -> &'static str {
    match input {
        OwnInput::Requests(_) => "Console",
        OwnInput::Query(_) => "Own query",
        OwnInput::Program { .. } => "Own input",
        OwnInput::Snippet(_) => "Own call",
    }
}

fn button_words(input: &OwnInput) -> &'static str {
    match input {
        OwnInput::Requests(_) => "Send",
        _ => "Run",
    }
}

/// The fields of the page, as they are found when something is sent.
#[derive(Clone, Copy)]
struct Fields {
    /// Standard input, lines or a query; for the console, the body.
    text: NodeRef<html::Textarea>,
    /// A program's arguments; for the console, the headers.
    more: NodeRef<html::Textarea>,
    method: NodeRef<html::Select>,
    path: NodeRef<html::Input>,
}

impl Fields {
    fn text_of(field: NodeRef<html::Textarea>) -> String {
        field.get_untracked().map(|field| field.value()).unwrap_or_default()
    }

    /// What is typed as an input of this kind; a new request comes after the earlier ones.
    fn read(self, kind: &OwnInput, earlier: &[ServiceRequest]) -> Result<OwnInput, String> {
        let text = Self::text_of(self.text);
        Ok(match kind {
            OwnInput::Program { .. } => OwnInput::Program { stdin: text, args: Self::text_of(self.more) },
            OwnInput::Snippet(_) => OwnInput::Snippet(text),
            OwnInput::Query(_) => OwnInput::Query(text),
            OwnInput::Requests(_) if earlier.len() >= MAX_REQUESTS => {
                return Err(format!("After {MAX_REQUESTS} requests a new conversation must begin."));
            }
            OwnInput::Requests(_) => {
                let typed = TypedRequest {
                    method: self.method.get_untracked().map(|field| field.value()).unwrap_or_default(),
                    path: self.path.get_untracked().map(|field| field.value()).unwrap_or_default(),
                    headers: Self::text_of(self.more),
                    body: text,
                };
                let request = typed.read().map_err(|wrong| wrong.to_string())?;
                OwnInput::Requests([earlier, &[request]].concat())
            }
        })
    }
}

/// The pane's other half.
#[component]
pub(super) fn OwnInputPanel(
    own: OwnPanel,
    action: String,
    shown: RwSignal<Language>,
    drafts: Drafts,
    awake: RwSignal<bool>,
) -> impl IntoView {
    let OwnPanel { input, snippets, typed, outcome, problem } = own;
    let fields = Fields { text: NodeRef::new(), more: NodeRef::new(), method: NodeRef::new(), path: NodeRef::new() };
    let drawn = {
        let mut html = Html::default();
        if let Some(outcome) = &outcome {
            own_outcome(&mut html, &input, outcome);
        }
        html.finish()
    };
    let earlier = match &input {
        OwnInput::Requests(requests) => requests.clone(),
        _ => Vec::new(),
    };
    let is_console = matches!(input, OwnInput::Requests(_));
    let history = if is_console { client::json(&earlier).unwrap_or_default() } else { String::new() };
    let asked = RwSignal::new(earlier);
    let below = RwSignal::new(drawn);
    let trouble = RwSignal::new(problem.unwrap_or_default());
    let busy = RwSignal::new(false);
    let kind = StoredValue::new(input.clone());
    let run_at = format!("{action}/run");
    let url = StoredValue::new(run_at.clone());
    let send = move || {
        if busy.get_untracked() {
            return;
        }
        let input = match kind.with_value(|kind| asked.with_untracked(|earlier| fields.read(kind, earlier))) {
            Ok(input) => input,
            Err(why) => return trouble.set(why),
        };
        trouble.set(String::new());
        busy.set(true);
        let language = shown.get_untracked();
        let request = RunRequest { language, files: drafts.files(language), input: input.clone() };
        leptos::task::spawn_local(async move {
            let answer = client::request(Method::Post, &url.get_value(), client::json(&request)).await;
            match answer.and_then(|answer| answer.read::<OwnOutcome>()) {
                Ok(outcome) => {
                    let mut html = Html::default();
                    own_outcome(&mut html, &input, &outcome);
                    below.set(html.finish());
                    // A request without an answer would be without one each time; it is not sent anew.
                    if let (OwnInput::Requests(mut requests), OwnOutcome::Conversed(conversation)) = (input, outcome) {
                        requests.truncate(conversation.answers.len());
                        asked.set(requests);
                    }
                }
                Err(failure) => trouble.set(failure.sentence()),
            }
            busy.set(false);
        });
    };
    // Lines that nobody has touched follow the language.
    let lines = StoredValue::new(snippets);
    Effect::new(move |before: Option<Language>| {
        let now = shown.get();
        let of = |language| {
            lines.with_value(|all| all.iter().find(|one| one.language == language).map(|one| one.code.clone()))
        };
        if let (Some(before), Some(field)) = (before.filter(|before| *before != now), fields.text.get_untracked())
            && let (Some(old), Some(new)) = (of(before), of(now))
            && field.value() == old
        {
            field.set_value(&new);
        }
        now
    });
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            send();
        }
    };
    let copy = move |event: ev::MouseEvent| {
        let button = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let line = button.filter(|button| button.has_attribute("data-copy")).and_then(|button| {
            let line = button.previous_element_sibling()?.text_content()?;
            button.set_text_content(Some("Copied"));
            Some(line)
        });
        if let Some(line) = line {
            client::copy_text(&line);
        }
    };
    let words = button_words(&input);
    let area = |label: &'static str, name: &'static str, field: NodeRef<html::Textarea>, rows: u32, text: &str| {
        view! {
            <label class="own-field">
                <span>{label}</span>
                <textarea
                    class="code-area"
                    form=FORM
                    name=name
                    rows=rows
                    spellcheck="false"
                    autocapitalize="off"
                    autocomplete="off"
                    node_ref=field
                    on:keydown=on_key
                    inner_html=textarea_text(text)
                ></textarea>
            </label>
        }
    };
    let form = match &input {
        OwnInput::Program { stdin, args } => EitherOf3::A(view! {
            {area("Standard input", "own_stdin", fields.text, 5, stdin)}
            {area("Arguments, one a line", "own_args", fields.more, 2, args)}
        }),
        OwnInput::Snippet(text) => EitherOf3::B(area(
            "Lines that run after your code, and may use what it defines",
            "own_text",
            fields.text,
            4,
            text,
        )),
        OwnInput::Query(text) => EitherOf3::B(area(
            "A query on the example data; it comes after your code",
            "own_text",
            fields.text,
            4,
            text,
        )),
        OwnInput::Requests(_) => {
            let chosen = typed.method.clone();
            EitherOf3::C(view! {
                <div class="own-line">
                    <label class="own-field is-method">
                        <span>"Method"</span>
                        <select name="own_method" form=FORM autocomplete="off" node_ref=fields.method>
                            {METHODS.map(|method| view! { <option selected=chosen == method>{method}</option> })}
                        </select>
                    </label>
                    <label class="own-field">
                        <span>"Path"</span>
                        <input
                            type="text"
                            class="code-line"
                            name="own_path"
                            form=FORM
                            value=if typed.path.is_empty() { "/".to_owned() } else { typed.path.clone() }
                            spellcheck="false"
                            autocapitalize="off"
                            autocomplete="off"
                            node_ref=fields.path
                            on:keydown=move |event| {
                                if event.key() == "Enter" {
                                    event.prevent_default();
                                    send();
                                }
                            }
                        />
                    </label>
                </div>
                {area("Headers, one a line", "own_headers", fields.more, 2, &typed.headers)}
                {area("Body", "own_body", fields.text, 3, &typed.body)}
                <input type="hidden" name="own_history" form=FORM value=history autocomplete="off" />
            })
        }
    };
    view! {
        <div class="own">
            {form}
            <p class="field-problem" role="alert">{move || trouble.get()}</p>
            <p class="actions">
                <button
                    class="button is-run"
                    form=FORM
                    formaction=run_at.clone()
                    formnovalidate=true
                    prop:disabled=move || busy.get()
                    on:click=move |event| {
                        if awake.get_untracked() {
                            event.prevent_default();
                            send();
                        }
                    }
                >
                    {Icon::Play.view()}
                    {words}
                </button>
                {is_console.then(|| view! {
                    <button
                        type="button"
                        class="button is-quiet is-small needs-script"
                        hidden=move || asked.with(Vec::is_empty)
                        on:click=move |_| {
                            asked.set(Vec::new());
                            below.set(String::new());
                            trouble.set(String::new());
                        }
                    >
                        "Begin anew"
                    </button>
                    <span class="own-note">
                        "Your service starts, gets every request of this list again, and then the new one."
                    </span>
                })}
            </p>
            <div
                class="own-outcome"
                role="status"
                aria-busy=move || busy.get().to_string()
                on:click=copy
                inner_html=move || below.get()
            ></div>
        </div>
    }
}

//! Code in a lesson that can be changed and run on the spot.
//!
//! Without scripts the switch, "Edit" and "Reset" work by style sheet and by what forms can do, and "Run" leads to a
//! page with the output. Awake, the output appears below the code.

use domain::api::TryRequest;
use domain::{Language, RunOutcome};
use leptos::prelude::*;
use leptos::{ev, html};
use serde::{Deserialize, Serialize};

use crate::client;
use crate::components::{Html, Icon, expected_output, not_run, run_output, textarea_text};

/// One language of the code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TryCode {
    /// The language.
    pub language: Language,
    /// The code as written. Only the server draws it; awake, the island keeps what is drawn.
    #[serde(skip)]
    pub code: String,
    /// What it prints, if the lesson shows it.
    pub output: Option<String>,
    /// The code as highlighted, safe HTML; likewise.
    #[serde(skip)]
    pub highlighted: String,
}

/// The island: the same code in one or more languages.
#[island]
pub fn TryIt(
    /// Its number among those of the page, from 1: it tells them apart.
    number: usize,
    /// In the order of the switch; at least one.
    variants: Vec<TryCode>,
    /// The language to show, where it is there.
    preferred: Option<Language>,
    /// The path of this page, to come back to.
    back: String,
) -> impl IntoView {
    let languages: Vec<Language> = variants.iter().map(|variant| variant.language).collect();
    let preferred = preferred.filter(|language| languages.contains(language));
    let first = preferred.or(languages.first().copied()).unwrap_or(Language::Python);
    let shown = RwSignal::new(first);
    let awake = RwSignal::new(false);
    let known = languages.clone();
    Effect::new(move |_| {
        awake.set(true);
        if let Some(language) = client::chosen_language().get().filter(|language| known.contains(language)) {
            shown.set(language);
        }
    });
    view! {
        <section class="try" aria-label=format!("Code to try, {number}") data-hydrated=move || awake.get().to_string()>
            <div class="try-bar">
                <span class="try-title">"Try it"</span>
                <fieldset class="switch">
                    <legend class="visually-hidden">"Language"</legend>
                    {languages
                        .into_iter()
                        .map(|language| view! {
                            <label>
                                <input
                                    type="radio"
                                    class="visually-hidden"
                                    name=format!("try-{number}")
                                    value=language.as_str()
                                    checked=language == first
                                    prop:checked=move || shown.get() == language
                                    autocomplete="off"
                                    on:change=move |_| client::remember_language(language)
                                />
                                <span>{language.label()}</span>
                            </label>
                        })
                        .collect_view()}
                </fieldset>
            </div>
            {variants.into_iter().map(|variant| view! { <Variant number variant back=back.clone() /> }).collect_view()}
        </section>
    }
}

/// The form of one language.
#[component]
fn Variant(number: usize, variant: TryCode, back: String) -> impl IntoView {
    let TryCode { language, code, output, highlighted } = variant;
    let below = RwSignal::new(before(output.as_deref()));
    let busy = RwSignal::new(false);
    let field = NodeRef::<html::Textarea>::new();
    let run = move || {
        let Some(field) = field.get_untracked() else { return };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let request = TryRequest { language, code: field.value() };
        leptos::task::spawn_local(async move {
            below.set(run_once(request).await);
            busy.set(false);
        });
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            run();
        }
    };
    view! {
        <form
            class="try-form"
            method="post"
            action="/try"
            data-language=language.as_str()
            on:submit=move |event| {
                event.prevent_default();
                run();
            }
            on:reset=move |_| below.set(before(output.as_deref()))
        >
            <input type="hidden" name="language" value=language.as_str() />
            <input type="hidden" name="back" value=back />
            <div class="try-code">
                <pre class="try-read code-area" tabindex="0"><code inner_html=highlighted></code></pre>
                <textarea
                    class="try-write code-area"
                    name="code"
                    id=format!("try-{number}-{language}")
                    aria-label=format!("{} code", language.label())
                    rows=code.lines().count().max(2)
                    spellcheck="false"
                    autocapitalize="off"
                    autocomplete="off"
                    node_ref=field
                    on:keydown=on_key
                    inner_html=textarea_text(&code)
                ></textarea>
            </div>
            <p class="try-actions">
                <button class="button is-run is-small" prop:disabled=move || busy.get()>
                    {Icon::Play.view()}
                    "Run"
                </button>
                <label class="button is-quiet is-small try-edit">
                    <input
                        type="checkbox"
                        class="visually-hidden"
                        autocomplete="off"
                        on:change=move |_| {
                            if let Some(field) = field.get_untracked() {
                                let _ = field.focus();
                            }
                        }
                    />
                    "Edit"
                </label>
                <button class="button is-quiet is-small try-reset" type="reset">"Reset"</button>
            </p>
            <div class="try-output" role="status" aria-busy=move || busy.get().to_string() inner_html=move || below.get()></div>
        </form>
    }
}

/// What stands below the code before it is run: what the lesson says it prints.
fn before(output: Option<&str>) -> String {
    let mut html = Html::default();
    if let Some(output) = output {
        expected_output(&mut html, output);
    }
    html.finish()
}

/// Runs the code, and writes what came of it.
async fn run_once(request: TryRequest) -> String {
    let answer = client::request(client::Method::Post, "/try", client::json(&request)).await;
    let mut html = Html::default();
    match answer.and_then(|answer| answer.read::<RunOutcome>()) {
        Ok(outcome) => run_output(&mut html, &outcome),
        Err(failure) => not_run(&mut html, &failure.sentence()),
    }
    html.finish()
}

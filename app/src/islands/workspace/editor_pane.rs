//! The pane with the code: a text field for each file, which give way to the code editor once it is there.

use domain::{Language, SourceFile};
use leptos::either::Either;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::drafts::{Drafts, Saving};
use super::run::Runner;
use crate::client::{self, Editor, EditorEvents};
use crate::components::{Html, Icon, textarea_text};

/// The editor on the page, once it is there. It belongs to the browser's one thread.
type Mounted = StoredValue<Option<Editor>, LocalStorage>;

/// The pane.
#[component]
pub(super) fn EditorPane(
    action: String,
    languages: Vec<Language>,
    shown: RwSignal<Language>,
    /// The files that the server drew.
    fields: Vec<SourceFile>,
    drafts: Drafts,
    runner: Runner,
    run: Callback<()>,
    /// Set once the code can be edited and run here.
    awake: RwSignal<bool>,
    /// The editor's module.
    url: String,
) -> impl IntoView {
    let host = NodeRef::<html::Div>::new();
    let form = NodeRef::<html::Form>::new();
    let active = RwSignal::new(0_usize);
    let mounted: Mounted = StoredValue::new_local(None);
    let live = RwSignal::new(false);
    let drawn = shown.get_untracked();
    Effect::new(move |_| {
        let (Some(host), Some(form)) = (host.get(), form.get()) else { return };
        // What was typed before the page was awake counts.
        for (index, field) in text_fields(&form).into_iter().enumerate() {
            drafts.change(drawn, index, field.value());
        }
        let url = url.clone();
        leptos::task::spawn_local(async move {
            let events = EditorEvents {
                change: Box::new(move |text| drafts.change(shown.get_untracked(), active.get_untracked(), text)),
                run: Box::new(move || run.run(())),
            };
            // Where the editor cannot be loaded the text fields stay, and everything still works with them.
            if let Ok(editor) = Editor::mount(&url, &host, "Your code", events).await {
                mounted.set_value(Some(editor));
                open(mounted, drafts, shown.get_untracked(), active.get_untracked());
                live.set(true);
            }
            awake.set(true);
        });
    });
    on_cleanup(move || mounted.set_value(None));

    let show_file = move |index: usize| {
        active.set(index);
        open(mounted, drafts, shown.get_untracked(), index);
        focus(mounted);
    };
    let replace_text = move |language: Language| {
        mounted.with_value(|editor| {
            if let Some(editor) = editor {
                editor.set(&drafts.text(language, active.get_untracked()));
            }
        });
        if let (false, Some(form)) = (live.get_untracked(), form.get_untracked()) {
            for (index, field) in text_fields(&form).into_iter().enumerate() {
                field.set_value(&drafts.text(language, index));
            }
        }
    };
    let submissions = format!("{action}/submissions");
    let switch = {
        let action = action.clone();
        move |language: Language| {
            drafts.save(shown.get_untracked());
            shown.set(language);
            client::remember_language(language);
            client::replace_address(&format!("{action}?language={language}"));
            active.set(0);
            open(mounted, drafts, language, 0);
        }
    };
    view! {
        <section class="pane pane-editor" aria-label="Code">
            <form
                class="editor-form"
                method="post"
                action=submissions
                node_ref=form
                on:submit=move |event| {
                    event.prevent_default();
                    run.run(());
                }
            >
                <input type="hidden" name="language" value=drawn.as_str() />
                <div class="editor-bar">
                    {language_links(action, languages, shown, live, switch)}
                    <div
                        class="file-tabs"
                        role="group"
                        aria-label="Files"
                        hidden=move || !live.get()
                        on:click=move |event| {
                            if let Some(index) = place_among_siblings(event.target()) {
                                show_file(index);
                            }
                        }
                        inner_html=move || file_tabs(&drafts.names(shown.get()), active.get())
                    ></div>
                    <SavingNote drafts shown replace_text=Callback::new(replace_text) />
                </div>
                <div class="editor-area" class:is-live=move || live.get()>
                    {fields
                        .into_iter()
                        .enumerate()
                        .map(|(index, file)| view! {
                            <label class="editor-field">
                                <span class="editor-file">{file.name.clone()}</span>
                                <textarea
                                    class="code-area"
                                    name=format!("file:{}", file.name)
                                    spellcheck="false"
                                    autocapitalize="off"
                                    autocomplete="off"
                                    on:input=move |event| drafts.change(drawn, index, event_target_value(&event))
                                    inner_html=textarea_text(&file.content)
                                ></textarea>
                            </label>
                        })
                        .collect_view()}
                    <div class="editor-host" node_ref=host></div>
                </div>
                <div class="editor-actions">
                    <button class="button is-primary is-run" prop:disabled=move || runner.is_busy()>
                        {Icon::Play.view()}
                        "Run the tests"
                    </button>
                    <button
                        class="button is-quiet needs-script"
                        type="button"
                        on:click=move |_| {
                            drafts.start_over(shown.get_untracked());
                            replace_text(shown.get_untracked());
                            focus(mounted);
                        }
                    >
                        "Start over"
                    </button>
                    <p class="editor-hint needs-script">
                        <kbd>"Ctrl"</kbd>" "<kbd>"Enter"</kbd>" runs, "<kbd>"Esc"</kbd>" "<kbd>"Tab"</kbd>" leaves"
                    </p>
                </div>
            </form>
        </section>
    }
}

fn open(mounted: Mounted, drafts: Drafts, language: Language, file: usize) {
    mounted.with_value(|editor| {
        if let Some(editor) = editor {
            editor.open(&format!("{language}/{file}"), &drafts.text(language, file), language);
        }
    });
}

fn focus(mounted: Mounted) {
    mounted.with_value(|editor| {
        if let Some(editor) = editor {
            editor.focus();
        }
    });
}

/// The text fields that the server drew.
fn text_fields(form: &web_sys::HtmlFormElement) -> Vec<web_sys::HtmlTextAreaElement> {
    let fields = form.get_elements_by_tag_name("textarea");
    (0..fields.length()).filter_map(|index| fields.item(index)?.dyn_into().ok()).collect()
}

/// Links that lead to the page in another language; with the editor there, they switch in place.
fn language_links(
    action: String,
    languages: Vec<Language>,
    shown: RwSignal<Language>,
    live: RwSignal<bool>,
    switch: impl Fn(Language) + Clone + 'static,
) -> impl IntoView {
    if let [only] = languages.as_slice() {
        // A switch with one position would look like something to press.
        return Either::Left(view! { <p class="language-only">{only.label()}</p> });
    }
    Either::Right(view! {
        <nav class="switch" aria-label="Language">
            {languages
                .into_iter()
                .map(|language| {
                    let switch = switch.clone();
                    view! {
                        <a
                            href=format!("{action}?language={language}")
                            aria-current=move || (shown.get() == language).then_some("true")
                            on:click=move |event| {
                                if live.get_untracked() && !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
                                    event.prevent_default();
                                    switch(language);
                                }
                            }
                        >
                            {language.label()}
                        </a>
                    }
                })
                .collect_view()}
        </nav>
    })
}

/// The inside of the row of file names, where there are several and the editor shows one at a time.
fn file_tabs(names: &[String], active: usize) -> String {
    let mut html = Html::default();
    for (index, name) in names.iter().enumerate().filter(|_| names.len() > 1) {
        let pressed = if index == active { "true" } else { "false" };
        html.raw(r#"<button type="button" aria-pressed=""#).raw(pressed).raw(r#"">"#).text(name).raw("</button>");
    }
    html.finish()
}

/// Which of its siblings an element is.
fn place_among_siblings(target: Option<web_sys::EventTarget>) -> Option<usize> {
    let mut element: web_sys::Element = target?.dyn_into().ok()?;
    let mut place = 0;
    if element.tag_name() != "BUTTON" {
        return None;
    }
    while let Some(before) = element.previous_element_sibling() {
        element = before;
        place += 1;
    }
    Some(place)
}

/// How safe the code is, always in the same place; a conflict brings its two ways out.
#[component]
fn SavingNote(drafts: Drafts, shown: RwSignal<Language>, replace_text: Callback<Language>) -> impl IntoView {
    let take_theirs = move |_| {
        drafts.take_theirs(shown.get_untracked());
        replace_text.run(shown.get_untracked());
    };
    let words = move || match drafts.saving(shown.get()) {
        Saving::Untouched => ("is-idle", String::new()),
        Saving::Pending => ("is-busy", "Not saved yet".to_owned()),
        Saving::Busy => ("is-busy", "Saving…".to_owned()),
        Saving::Saved => ("is-saved", "Saved".to_owned()),
        Saving::Offline => ("is-bad", "Offline. Kept here, saved when the server is back.".to_owned()),
        Saving::Conflict(_) => ("is-bad", "This exercise was also changed in another tab or device.".to_owned()),
        Saving::Refused(why) => ("is-bad", format!("Not saved. {why}")),
    };
    let conflict = move || matches!(drafts.saving(shown.get()), Saving::Conflict(_));
    view! {
        <div class=move || format!("saving {}", words().0)>
            <p role="status">{move || words().1}</p>
            <p class="saving-choice" hidden=move || !conflict()>
                <button type="button" class="button is-small" on:click=move |_| drafts.keep_mine(shown.get_untracked())>
                    "Keep mine"
                </button>
                <button type="button" class="button is-quiet is-small" on:click=take_theirs>"Take theirs"</button>
            </p>
        </div>
    }
}

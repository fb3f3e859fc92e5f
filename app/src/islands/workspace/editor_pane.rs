//! The pane with the code: a text field for each file, which give way to the code editor once it is there.

use domain::{Language, SourceFile};
use leptos::either::Either;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::drafts::{Drafts, Saving};
use super::run::Runner;
use super::settings::{Settings, SettingsMenu};
use crate::client::{self, Editor, EditorEvents};
use crate::components::{Html, Icon, textarea_text, two_texts};

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
    let settings = RwSignal::new(Settings::default());
    Effect::new(move |_| {
        let (Some(host), Some(form)) = (host.get(), form.get()) else { return };
        let found = drafts.take_up_unsent();
        for (index, field) in text_fields(&form).into_iter().enumerate() {
            // What was typed before the page was awake counts.
            if field.default_value().is_ok_and(|drawn| drawn != field.value()) {
                drafts.change(drawn, index, field.value());
            } else if found.contains(&drawn) {
                field.set_value(&drafts.text(drawn, index));
            }
        }
        settings.set(Settings::kept());
        settings.with_untracked(Settings::apply_size);
        if settings.with_untracked(|settings| settings.plain) {
            awake.set(true);
            return;
        }
        let url = url.clone();
        leptos::task::spawn_local(async move {
            let events = EditorEvents {
                change: Box::new(move |text| drafts.change(shown.get_untracked(), active.get_untracked(), text)),
                run: Box::new(move || run.run(())),
                too_long: Box::new(move |length| {
                    // A text's length is a whole number far below what 32 bits hold.
                    drafts.too_long(shown.get_untracked(), length as usize, "Nothing was changed.");
                }),
            };
            // Where the editor cannot be loaded the text fields stay, and everything still works with them.
            if let Ok(editor) = Editor::mount(&url, &host, "Your code", events).await {
                if settings.with_untracked(|settings| settings.vim) {
                    editor.vim(true);
                }
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
    let set = {
        let action = action.clone();
        Callback::new(move |now: Settings| {
            if now.plain == live.get_untracked() {
                // Which of the two there is is decided when the page wakes; what is unsent waits for it in this browser.
                drafts.save(shown.get_untracked());
                client::go_to(&format!("{action}?language={}", shown.get_untracked()));
                return;
            }
            mounted.with_value(|editor| {
                if let Some(editor) = editor {
                    editor.vim(now.vim);
                    editor.measure();
                }
            });
        })
    };
    let add_file = move |name: &str| {
        let added = drafts.add_file(shown.get_untracked(), name);
        if let Some(place) = added {
            show_file(place);
        }
        added.is_some()
    };
    let submissions = format!("{action}/submissions");
    let action_of_note = action.clone();
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
                id="code"
                method="post"
                action=submissions
                node_ref=form
                on:submit=move |event| {
                    event.prevent_default();
                    run.run(());
                }
            >
                <input type="hidden" name="language" value=drawn.as_str() />
                <input type="hidden" name="signed_in" value=drafts.is_signed_in().to_string() />
                <input type="hidden" name="exercise_hash" value=drafts.version().hash() />
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
                    <NewFile shown live add=Callback::new(move |name: String| add_file(&name)) />
                    <button
                        type="button"
                        class="button is-quiet is-small"
                        hidden=move || !(live.get() && drafts.is_own_file(shown.get(), active.get()))
                        on:click=move |_| {
                            drafts.remove_file(shown.get_untracked(), active.get_untracked());
                            show_file(0);
                        }
                    >
                        "Remove this file"
                    </button>
                    <SavingNote drafts shown action=action_of_note />
                </div>
                <Conflict drafts shown replace_text=Callback::new(replace_text) />
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
                        <kbd>"Ctrl"</kbd>" "<kbd>"Enter"</kbd>" runs"
                        <span hidden=move || !live.get()>
                            ", "<kbd>{move || if settings.get().vim { "Ctrl M" } else { "Esc" }}</kbd>" "<kbd>"Tab"</kbd>" leaves"
                        </span>
                    </p>
                    <SettingsMenu settings changed=set />
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

/// Asks for the name of a further file.
#[component]
fn NewFile(shown: RwSignal<Language>, live: RwSignal<bool>, add: Callback<String, bool>) -> impl IntoView {
    let name = NodeRef::<html::Input>::new();
    let wrong = RwSignal::new(false);
    let take = move || {
        let Some(field) = name.get_untracked() else { return };
        let typed = field.value().trim().to_owned();
        let taken = !typed.is_empty() && add.run(typed);
        wrong.set(!taken);
        if taken {
            field.set_value("");
        }
    };
    view! {
        <details class="menu new-file" hidden=move || !live.get()>
            <summary class="button is-quiet is-small">"New file"</summary>
            <div class="menu-panel">
                <label>
                    "Name"
                    <input
                        type="text"
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        maxlength="64"
                        placeholder=move || match shown.get() {
                            Language::Python => "helpers.py",
                            Language::Javascript => "helpers.js",
                            Language::Typescript => "helpers.ts",
                            Language::Ruby => "helpers.rb",
                            Language::Php => "helpers.php",
                            Language::Sql => "more.sql",
                        }
                        node_ref=name
                        on:keydown=move |event| {
                            if event.key() == "Enter" {
                                event.prevent_default();
                                take();
                            }
                        }
                    />
                </label>
                <button type="button" class="button is-small" on:click=move |_| take()>"Add"</button>
                <p class="field-problem" role="alert">
                    {move || wrong.get().then_some("A new name of letters, digits, _, - and a dot; at most ten files.")}
                </p>
            </div>
        </details>
    }
}

/// How safe the code is, always in the same place.
#[component]
fn SavingNote(drafts: Drafts, shown: RwSignal<Language>, action: String) -> impl IntoView {
    let words = move || match drafts.saving(shown.get()) {
        Saving::Untouched => ("is-idle", String::new()),
        Saving::Pending => ("is-busy", "Not saved yet".to_owned()),
        Saving::Busy => ("is-busy", "Saving…".to_owned()),
        Saving::Saved => ("is-saved", "Saved".to_owned()),
        Saving::Offline => ("is-bad", "Offline. Kept in this browser, sent when the server is back.".to_owned()),
        Saving::Conflict(_) => ("is-bad", "This exercise was also changed in another tab or device.".to_owned()),
        Saving::LoggedOut => ("is-bad", "You were logged out. Your code is kept in this browser.".to_owned()),
        Saving::Refused(why) => ("is-bad", format!("Not saved. {why}")),
    };
    let logged_out = move || drafts.saving(shown.get()) == Saving::LoggedOut;
    view! {
        <div class=move || format!("saving {}", words().0)>
            <p role="status">{move || words().1}</p>
            <a class="button is-small" hidden=move || !logged_out() href=format!("/login?next={action}")>"Log in again"</a>
        </div>
    }
}

/// Both texts of a conflict, line by line, and its two ways out. Nothing is overwritten before one is chosen.
#[component]
fn Conflict(drafts: Drafts, shown: RwSignal<Language>, replace_text: Callback<Language>) -> impl IntoView {
    let sides = move || drafts.sides(shown.get());
    let difference = move || {
        let mut html = Html::default();
        if let Some((theirs, mine)) = sides() {
            two_texts(&mut html, &theirs, &mine);
        }
        html.finish()
    };
    let take_theirs = move |_| {
        drafts.take_theirs(shown.get_untracked());
        replace_text.run(shown.get_untracked());
    };
    view! {
        <section class="conflict" aria-label="Two versions" hidden=move || sides().is_none()>
            <p>
                "Two versions of your code. Lines with "<del>"-"</del>" are only in the other tab or device, lines with "
                <ins>"+"</ins>" only here."
            </p>
            <p class="actions">
                <button type="button" class="button is-small" on:click=move |_| drafts.keep_mine(shown.get_untracked())>
                    "Keep mine"
                </button>
                <button type="button" class="button is-small" on:click=take_theirs>"Take theirs"</button>
            </p>
            <div inner_html=difference></div>
        </section>
    }
}

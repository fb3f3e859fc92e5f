//! The learner's code in each language, and keeping it: saved a moment after the last change, never over newer work.
//!
//! What the server has not taken yet is kept in this browser as well, from one key to the next. So nothing is lost with the
//! line, the page or the session; the next visit finds it and sends it, or asks where there is something newer.

use domain::api::{DraftView, SaveDraft};
use domain::{Draft, Language, MAX_FILE_BYTES, SourceFile, Timestamp};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::time::Duration;

use super::version::Version;
use crate::client::{self, Failure, Method};
use crate::data::EditorState;

/// After a change, how long to wait for the next one.
const PAUSE: Duration = Duration::from_millis(800);
/// How long to wait before asking a server again that could not be reached.
const RETRY: Duration = Duration::from_secs(5);

/// How safe the code on show is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Saving {
    /// Nothing to save yet.
    Untouched,
    /// Changed; will be saved in a moment.
    Pending,
    /// Being saved.
    Busy,
    /// The server has it.
    Saved,
    /// The server cannot be reached; tried again by itself.
    Offline,
    /// Another tab or device saved something else since. Nothing is overwritten before the learner chose.
    Conflict(Box<Draft>),
    /// Nobody is logged in any more; kept in this browser until somebody is.
    LoggedOut,
    /// The server refused it, or would, and why.
    Refused(String),
}

/// What this browser keeps of the code that the server has not taken yet.
#[derive(Debug, Serialize, Deserialize)]
struct Unsent {
    files: Vec<SourceFile>,
    /// The revision it builds on.
    revision: u32,
}

/// One language's code.
#[derive(Clone, Debug)]
struct Code {
    language: Language,
    starter: Vec<SourceFile>,
    files: Vec<SourceFile>,
    /// What the next save builds on.
    revision: u32,
    /// Changed since it was last sent.
    changed: bool,
    /// A save is under way.
    sending: bool,
    saving: Saving,
}

/// The code of every language. A handle: copies speak of the same code.
#[derive(Clone, Copy)]
pub(super) struct Drafts {
    codes: RwSignal<Vec<Code>>,
    action: StoredValue<String>,
    /// The account, by which this browser keeps unsent code of several people apart; none for a guest.
    owner: StoredValue<Option<String>>,
    version: Version,
    timer: StoredValue<Option<TimeoutHandle>>,
}

/// The files a language starts with: the draft, else the starter.
pub(super) fn files_of(editors: &[EditorState], language: Language) -> Vec<SourceFile> {
    editors.iter().find(|editor| editor.language == language).map(EditorState::files).unwrap_or_default()
}

impl Drafts {
    pub(super) fn new(action: &str, owner: Option<String>, version: Version, editors: Vec<EditorState>) -> Self {
        let codes = editors
            .into_iter()
            .map(|editor| Code {
                language: editor.language,
                files: editor.files(),
                revision: editor.draft.as_ref().map_or(0, |draft| draft.revision),
                saving: if editor.draft.is_some() { Saving::Saved } else { Saving::Untouched },
                starter: editor.starter,
                changed: false,
                sending: false,
            })
            .collect();
        Self {
            codes: RwSignal::new(codes),
            action: StoredValue::new(action.to_owned()),
            owner: StoredValue::new(owner),
            version,
            timer: StoredValue::new(None),
        }
    }

    /// Whether the page was drawn for an account.
    pub(super) fn is_signed_in(self) -> bool {
        self.owner.with_value(Option::is_some)
    }

    /// Which content of the exercise the page was drawn from.
    pub(super) fn version(self) -> Version {
        self.version
    }

    /// The name under which this browser keeps what is unsent.
    fn place(self, language: Language) -> String {
        let owner = self.owner.with_value(|owner| owner.clone().unwrap_or_default());
        self.action.with_value(|action| format!("backroad.unsent {owner} {action} {language}"))
    }

    /// Takes up what an earlier page could not send any more. Gives the languages whose code changed by that.
    pub(super) fn take_up_unsent(self) -> Vec<Language> {
        let languages = self.codes.with_untracked(|codes| codes.iter().map(|code| code.language).collect::<Vec<_>>());
        languages
            .into_iter()
            .filter(|&language| {
                let place = self.place(language);
                let Some(unsent) = client::kept::<Unsent>(&place) else { return false };
                let is_news = self.take_up(language, unsent);
                if !is_news {
                    client::forget(&place);
                }
                is_news
            })
            .collect()
    }

    /// Whether unsent code is another than the server's; then it is on show, and either on its way or in conflict.
    fn take_up(self, language: Language, unsent: Unsent) -> bool {
        let mut is_news = false;
        self.update(language, |code| {
            if unsent.files.is_empty() || unsent.files == code.files {
                return;
            }
            is_news = true;
            let theirs = Draft {
                language,
                files: std::mem::replace(&mut code.files, unsent.files),
                revision: code.revision,
                updated_at: Timestamp(0),
            };
            code.changed = true;
            code.saving =
                if unsent.revision == code.revision { Saving::Pending } else { Saving::Conflict(Box::new(theirs)) };
        });
        if is_news {
            self.save_in(PAUSE, language);
        }
        is_news
    }

    fn with<R: Default>(self, language: Language, read: impl FnOnce(&Code) -> R) -> R {
        self.codes.with(|codes| codes.iter().find(|code| code.language == language).map(read).unwrap_or_default())
    }

    fn update(self, language: Language, change: impl FnOnce(&mut Code)) {
        self.codes.update(|codes| {
            if let Some(code) = codes.iter_mut().find(|code| code.language == language) {
                change(code);
            }
        });
    }

    /// How safe the code of a language is; tracked.
    pub(super) fn saving(self, language: Language) -> Saving {
        self.codes.with(|codes| {
            codes.iter().find(|code| code.language == language).map_or(Saving::Untouched, |code| code.saving.clone())
        })
    }

    /// The names of a language's files; tracked.
    pub(super) fn names(self, language: Language) -> Vec<String> {
        self.with(language, |code| code.files.iter().map(|file| file.name.clone()).collect())
    }

    /// A language's files as they are now.
    pub(super) fn files(self, language: Language) -> Vec<SourceFile> {
        untrack(|| self.with(language, |code| code.files.clone()))
    }

    /// The text of one file as it is now.
    pub(super) fn text(self, language: Language, file: usize) -> String {
        untrack(|| {
            self.with(language, |code| code.files.get(file).map(|file| file.content.clone()).unwrap_or_default())
        })
    }

    /// Takes what the learner typed, and saves it in a moment.
    pub(super) fn change(self, language: Language, file: usize, text: String) {
        let same =
            untrack(|| self.with(language, |code| code.files.get(file).is_some_and(|file| file.content == text)));
        if same {
            return;
        }
        let too_long = (text.len() > MAX_FILE_BYTES).then_some(text.len());
        self.update(language, |code| {
            if let Some(file) = code.files.get_mut(file) {
                file.content = text;
            }
            code.changed = true;
            // A conflict stays in sight until it is settled.
            if !matches!(code.saving, Saving::Conflict(_)) {
                code.saving = Saving::Pending;
            }
        });
        if let Some(length) = too_long {
            self.too_long(language, length, "It stays on the page and is saved once it is shorter.");
            return;
        }
        let unsent =
            untrack(|| self.with(language, |code| Some(Unsent { files: code.files.clone(), revision: code.revision })));
        client::keep(&self.place(language), &unsent);
        self.save_in(PAUSE, language);
    }

    /// Says that a text is more than a file may hold, and what that means for it.
    pub(super) fn too_long(self, language: Language, length: usize, then: &str) {
        let words = format!(
            "That is too much for one file: {} KiB, and a file has at most {} KiB. {then}",
            length.div_ceil(1024),
            MAX_FILE_BYTES / 1024
        );
        self.update(language, |code| code.saving = Saving::Refused(words));
    }

    /// Adds an empty file, if the name can be one and is not taken. Gives its place.
    pub(super) fn add_file(self, language: Language, name: &str) -> Option<usize> {
        let mut files = self.files(language);
        files.push(SourceFile { name: name.to_owned(), content: String::new() });
        domain::check_files(&files).ok()?;
        let place = files.len() - 1;
        self.update(language, |code| {
            code.files = files;
            code.changed = true;
        });
        self.save_in(PAUSE, language);
        Some(place)
    }

    /// Takes a file away, unless it is one that the exercise began with.
    pub(super) fn remove_file(self, language: Language, file: usize) {
        self.update(language, |code| {
            let is_own = code.files.get(file).is_some_and(|file| !code.starter.iter().any(|own| own.name == file.name));
            if is_own {
                code.files.remove(file);
                code.changed = true;
            }
        });
        self.save_in(PAUSE, language);
    }

    /// Whether a file is the learner's own, and not one that the exercise began with; tracked.
    pub(super) fn is_own_file(self, language: Language, file: usize) -> bool {
        self.with(language, |code| {
            code.files.get(file).is_some_and(|file| !code.starter.iter().any(|own| own.name == file.name))
        })
    }

    /// Goes back to the starter; saved like any other change.
    pub(super) fn start_over(self, language: Language) {
        let starter = untrack(|| self.with(language, |code| code.starter.clone()));
        for file in starter {
            let place = untrack(|| self.with(language, |code| code.files.iter().position(|own| own.name == file.name)));
            match place {
                Some(place) => self.change(language, place, file.content),
                // The exercise has got this file since the draft was begun.
                None => self.update(language, |code| {
                    code.files.push(file);
                    code.changed = true;
                }),
            }
        }
        self.save_in(PAUSE, language);
    }

    fn save_in(self, pause: Duration, language: Language) {
        // The tests of these rules run without a browser, where there is no time to wait.
        if !cfg!(target_family = "wasm") {
            return;
        }
        self.timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
            *timer = set_timeout_with_handle(move || self.save(language), pause).ok();
        });
    }

    /// Saves now what has changed.
    pub(super) fn save(self, language: Language) {
        let ready = untrack(|| {
            self.with(language, |code| {
                let fits = code.files.iter().all(|file| file.content.len() <= MAX_FILE_BYTES);
                code.changed && !code.sending && fits && !matches!(code.saving, Saving::Conflict(_))
            })
        });
        if !ready {
            return;
        }
        self.update(language, |code| {
            code.changed = false;
            code.sending = true;
            code.saving = Saving::Busy;
        });
        let request = untrack(|| {
            self.with(language, |code| {
                let signed_in = self.is_signed_in();
                let exercise_hash = self.version.hash();
                client::json(&SaveDraft {
                    files: code.files.clone(),
                    revision: code.revision,
                    signed_in,
                    exercise_hash,
                })
            })
        });
        let url = self.action.with_value(|action| format!("{action}/drafts/{language}"));
        leptos::task::spawn_local(async move {
            let answer = client::request(Method::Put, &url, request).await;
            let outcome = answer.and_then(|answer| {
                let conflict = answer.status == 409;
                answer.read::<DraftView>().map(|view| {
                    self.version.compare(&view.exercise_hash);
                    (conflict, view.draft)
                })
            });
            self.take(language, outcome);
        });
    }

    /// What came of a save.
    fn take(self, language: Language, outcome: Result<(bool, Draft), Failure>) {
        let mut again = None;
        let mut is_safe = false;
        self.update(language, |code| {
            code.sending = false;
            match outcome {
                Ok((conflict, draft)) if !conflict || draft.files == code.files => {
                    code.revision = draft.revision;
                    if code.changed {
                        code.saving = Saving::Pending;
                        again = Some(PAUSE);
                    } else {
                        code.saving = Saving::Saved;
                        is_safe = true;
                    }
                }
                Ok((_, draft)) => {
                    code.changed = true;
                    code.saving = Saving::Conflict(Box::new(draft));
                }
                Err(Failure::Offline) => {
                    code.changed = true;
                    code.saving = Saving::Offline;
                    again = Some(RETRY);
                }
                Err(Failure::Refused(problem)) if problem.status == 401 => {
                    code.changed = true;
                    code.saving = Saving::LoggedOut;
                }
                Err(refused) => {
                    code.changed = true;
                    code.saving = Saving::Refused(refused.sentence());
                }
            }
        });
        if is_safe {
            self.forget_unsent(language);
        }
        if let Some(pause) = again {
            self.save_in(pause, language);
        }
    }

    fn forget_unsent(self, language: Language) {
        // As above.
        if cfg!(target_family = "wasm") {
            client::forget(&self.place(language));
        }
    }

    /// The text that another device saved, beside the one on the page; each with the names of its files. Tracked.
    pub(super) fn sides(self, language: Language) -> Option<(String, String)> {
        let text = |files: &[SourceFile]| match files {
            [only] => only.content.clone(),
            several => several.iter().map(|file| format!("== {} ==\n{}\n", file.name, file.content)).collect(),
        };
        self.with(language, |code| match &code.saving {
            Saving::Conflict(theirs) => Some((text(&theirs.files), text(&code.files))),
            _ => None,
        })
    }

    /// Settles a conflict for what is on the screen: it is saved as the next revision after theirs.
    pub(super) fn keep_mine(self, language: Language) {
        self.update(language, |code| {
            if let Saving::Conflict(theirs) = &code.saving {
                code.revision = theirs.revision;
                code.changed = true;
                code.saving = Saving::Pending;
            }
        });
        self.save(language);
    }

    /// Settles a conflict for what the server has.
    pub(super) fn take_theirs(self, language: Language) {
        self.update(language, |code| {
            if let Saving::Conflict(theirs) = &code.saving {
                code.revision = theirs.revision;
                code.files.clone_from(&theirs.files);
                code.changed = false;
                code.saving = Saving::Saved;
            }
        });
        self.forget_unsent(language);
    }

    /// Saves at once when the page is left or put aside; the request outlives the page.
    pub(super) fn save_when_leaving(self) {
        let save_all = move || {
            let languages: Vec<Language> =
                self.codes.with_untracked(|codes| codes.iter().map(|code| code.language).collect());
            for language in languages {
                self.save(language);
            }
        };
        let hidden = window_event_listener_untyped("pagehide", move |_| save_all());
        let aside = window_event_listener_untyped("blur", move |_| save_all());
        let back = window_event_listener_untyped("online", move |_| save_all());
        on_cleanup(move || {
            hidden.remove();
            aside.remove();
            back.remove();
        });
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use domain::Timestamp;

    use super::*;

    const PYTHON: Language = Language::Python;

    fn file(content: &str) -> Vec<SourceFile> {
        vec![SourceFile { name: "main.py".into(), content: content.into() }]
    }

    fn draft(content: &str, revision: u32) -> Draft {
        Draft { language: PYTHON, files: file(content), revision, updated_at: Timestamp(0) }
    }

    fn in_owner(test: impl FnOnce(Drafts)) {
        Owner::new().with(|| {
            let state = EditorState { language: PYTHON, starter: file("start"), draft: Some(draft("mine", 3)) };
            test(Drafts::new("/exercises/a/b", None, Version::new(String::new()), vec![state]));
        });
    }

    #[test]
    fn a_draft_goes_before_the_starter() {
        in_owner(|drafts| assert_eq!(drafts.text(PYTHON, 0), "mine"));
    }

    #[test]
    fn a_save_by_another_device_is_never_overwritten_unasked() {
        in_owner(|drafts| {
            drafts.take(PYTHON, Ok((true, draft("theirs", 4))));
            assert_eq!(drafts.text(PYTHON, 0), "mine");
            assert!(matches!(drafts.saving(PYTHON), Saving::Conflict(theirs) if theirs.revision == 4));
            drafts.take_theirs(PYTHON);
            assert_eq!(drafts.text(PYTHON, 0), "theirs");
            assert_eq!(drafts.saving(PYTHON), Saving::Saved);
        });
    }

    #[test]
    fn code_that_an_earlier_page_could_not_send_is_taken_up() {
        in_owner(|drafts| {
            assert!(!drafts.take_up(PYTHON, Unsent { files: file("mine"), revision: 3 }));
            assert_eq!(drafts.saving(PYTHON), Saving::Saved);
        });
        // It builds on what the server still has: it is only late.
        in_owner(|drafts| {
            assert!(drafts.take_up(PYTHON, Unsent { files: file("typed offline"), revision: 3 }));
            assert_eq!(drafts.text(PYTHON, 0), "typed offline");
            assert_eq!(drafts.saving(PYTHON), Saving::Pending);
        });
        // Something else was saved since: both are shown, and nothing is sent.
        in_owner(|drafts| {
            assert!(drafts.take_up(PYTHON, Unsent { files: file("typed offline"), revision: 2 }));
            assert_eq!(drafts.sides(PYTHON), Some(("mine".into(), "typed offline".into())));
            drafts.take_theirs(PYTHON);
            assert_eq!(drafts.text(PYTHON, 0), "mine");
        });
    }

    #[test]
    fn a_session_that_ended_is_told_and_the_text_stays() {
        in_owner(|drafts| {
            let problem = domain::api::Problem { title: "Out".into(), status: 401, detail: String::new(), field: None };
            drafts.take(PYTHON, Err(Failure::Refused(problem)));
            assert_eq!(drafts.saving(PYTHON), Saving::LoggedOut);
            assert_eq!(drafts.text(PYTHON, 0), "mine");
        });
    }

    #[test]
    fn the_same_text_saved_elsewhere_is_no_conflict() {
        in_owner(|drafts| {
            drafts.take(PYTHON, Ok((true, draft("mine", 9))));
            assert_eq!(drafts.saving(PYTHON), Saving::Saved);
        });
    }

    #[test]
    fn a_refusal_is_told_and_the_text_stays() {
        in_owner(|drafts| {
            let problem =
                domain::api::Problem { title: "Too long".into(), status: 413, detail: "64 KiB.".into(), field: None };
            drafts.take(PYTHON, Err(Failure::Refused(problem)));
            assert_eq!(drafts.saving(PYTHON), Saving::Refused("Too long. 64 KiB.".into()));
            assert_eq!(drafts.text(PYTHON, 0), "mine");
        });
    }
}

//! Which content of the exercise this page was drawn from, and whether the server has other content by now.

use leptos::prelude::*;

use crate::components::Html;

/// What the page knows of it. A handle: copies speak of the same page.
#[derive(Clone, Copy)]
pub(super) struct Version {
    hash: StoredValue<String>,
    is_old: RwSignal<bool>,
}

impl Version {
    /// Of a page that was drawn from content with this hash.
    pub(super) fn new(hash: String) -> Self {
        Self { hash: StoredValue::new(hash), is_old: RwSignal::new(false) }
    }

    /// What is sent along, so that the server knows which content the learner has seen.
    pub(super) fn hash(self) -> String {
        self.hash.get_value()
    }

    /// Takes what an answer says of the server's content. What was old stays old: only another page is newer.
    pub(super) fn compare(self, servers: &str) {
        let differs = !servers.is_empty() && self.hash.with_value(|own| own != servers);
        if differs && !self.is_old.get_untracked() {
            self.is_old.set(true);
        }
    }

    /// Whether the server has other content; tracked.
    pub(super) fn is_old(self) -> bool {
        self.is_old.get()
    }
}

/// Says that the page is old. It stands above all panes: which of them is on show depends on the window.
pub(super) fn changed_meanwhile(html: &mut Html, again: &str) {
    html.raw(r#"<p class="notice">This exercise has changed since you opened the page, and your code is now judged by its new tests. Your code stays as it is. <a class="button is-small" href=""#);
    html.text(again).raw(r#"">Load the new task</a></p>"#);
}

/// Says that the code is older than the exercise that the page shows.
pub(super) fn changed_before(html: &mut Html) {
    html.raw(r#"<p class="notice">This exercise has changed since you began. Your code is as you left it: read the task once more, and use Start over for the new beginning.</p>"#);
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_old_once_the_server_says_other_content() {
        Owner::new().with(|| {
            let version = Version::new("a".into());
            version.compare("a");
            // An answer that says nothing of it.
            version.compare("");
            assert!(!version.is_old());
            version.compare("b");
            version.compare("a");
            assert!(version.is_old());
        });
    }
}

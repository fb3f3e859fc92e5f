//! Content that is being written: every change below `lessons/` and `exercises/` is read at once.
//!
//! New content is swapped in as a whole, and whatever was begun with the old keeps it to its end. Content that cannot be
//! used changes nothing; the pages go on as they were and say what is wrong.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use curriculum::Catalogue;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use tokio::{sync::Notify, time::timeout};

use crate::{content::Content, state::AppState};

/// An editor writes a file in several steps, and a checkout many files; they are over when nothing happens for so long.
const QUIET: Duration = Duration::from_millis(100);

/// After so many pauses that were none, the content is read all the same: something else writes there without an end.
const PATIENCE: usize = 20;

/// The folders of the content.
const FOLDERS: [&str; 2] = ["lessons", "exercises"];

/// Watches the content of a server for as long as it runs.
///
/// # Errors
/// The system does not tell of changes, or the folder cannot be reached.
pub fn watch(app: AppState, root: &Path) -> anyhow::Result<()> {
    let root = root.canonicalize()?;
    let changed = Arc::new(Notify::new());
    let (waker, folders) = (Arc::clone(&changed), FOLDERS.map(|name| root.join(name)));
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // An event that could not be told is a change that nobody knows of.
        if event.map_or(true, |event| is_change(&event, &folders)) {
            waker.notify_one();
        }
    })?;
    // The root itself, since a folder that is put in the place of another is a change there.
    watcher.watch(&root, RecursiveMode::NonRecursive)?;
    observe(&mut watcher, &root);
    tokio::spawn(async move {
        loop {
            changed.notified().await;
            for _ in 0..PATIENCE {
                if timeout(QUIET, changed.notified()).await.is_err() {
                    break;
                }
            }
            observe(&mut watcher, &root);
            reload(&app, root.clone()).await;
        }
    });
    Ok(())
}

/// Watches what lies below the folders; again after each change, since a new folder of the old name is another one.
fn observe(watcher: &mut RecommendedWatcher, root: &Path) {
    for name in FOLDERS {
        let folder = root.join(name);
        if let Err(error) = watcher.watch(&folder, RecursiveMode::Recursive) {
            tracing::warn!("changes below {} are not seen: {error}", folder.display());
        }
    }
}

/// Whether something of the content may be different now. Reading is none, or each reload would cause the next.
fn is_change(event: &Event, folders: &[PathBuf]) -> bool {
    let counts = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let is_content = !name.starts_with('.') && !name.ends_with('~');
        is_content && folders.iter().any(|folder| path.starts_with(folder))
    };
    !matches!(event.kind, EventKind::Access(_)) && (event.need_rescan() || event.paths.iter().any(counts))
}

/// Reads the content and shows it, or what is wrong with it.
async fn reload(app: &AppState, root: PathBuf) {
    match tokio::task::spawn_blocking(move || Catalogue::load(&root).map(Content::new)).await {
        Ok(Ok(content)) => {
            app.show(content);
            tracing::info!("the content was changed and is shown");
        }
        Ok(Err(problems)) => {
            for problem in &problems {
                tracing::error!("{problem}");
            }
            tracing::error!("the content was changed and cannot be used; the pages stay as they were");
            app.keep(problems.iter().map(ToString::to_string).collect());
        }
        Err(error) => tracing::error!("the content was changed and could not be read: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, AccessMode, CreateKind, DataChange, Flag, ModifyKind};

    use super::*;

    #[test]
    fn what_an_author_writes_is_a_change_and_what_is_read_is_none() {
        let folders = FOLDERS.map(|name| Path::new("/content").join(name));
        let written = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        let made = EventKind::Create(CreateKind::Any);
        let read = EventKind::Access(AccessKind::Close(AccessMode::Read));
        for (kind, path, expected) in [
            (written, "/content/lessons/01-http/01-methods.md", true),
            (made, "/content/exercises/http/greet", true),
            (made, "/content/lessons", true),
            (read, "/content/lessons/01-http/01-methods.md", false),
            (written, "/content/lessons/01-http/.01-methods.md.swp", false),
            (written, "/content/lessons/01-http/01-methods.md~", false),
            (written, "/content/data/backroad.db-wal", false),
        ] {
            let event = Event::new(kind).add_path(path.into());
            assert_eq!(is_change(&event, &folders), expected, "{path}");
        }
        // More happened than the system could remember.
        assert!(is_change(&Event::new(EventKind::Other).set_flag(Flag::Rescan), &folders));
    }
}

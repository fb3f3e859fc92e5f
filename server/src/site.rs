//! The client files: style sheet, WebAssembly module and editor, each with the hash of its content in its name.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use app::pages::{Assets, Client};
use axum::{
    Router,
    http::{HeaderValue, header},
};
use serde::Deserialize;
use tower::ServiceBuilder;
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

/// A folder of client files that is complete.
#[derive(Clone, Debug)]
pub struct Site {
    folder: PathBuf,
    assets: Arc<Assets>,
}

/// The folder cannot be served.
#[derive(Debug, thiserror::Error)]
#[error("the client files in {} cannot be used: {why}\nMake them with `cargo xtask build`, or name their folder with --site", folder.display())]
pub struct SiteError {
    folder: PathBuf,
    why: String,
}

#[derive(Deserialize)]
struct Manifest {
    css: String,
    lesson_js: String,
    lesson_wasm: String,
    workspace_js: String,
    workspace_wasm: String,
    editor: String,
    /// What the editor imports at once.
    editor_parts: Vec<String>,
    /// What it imports when it is asked for.
    editor_later: Vec<String>,
}

impl Site {
    /// Reads `manifest.json` and looks for every file it names, so that a half-made folder shows at the start and not
    /// in a learner's browser.
    ///
    /// # Errors
    /// What is missing, and the command that makes it.
    pub fn open(folder: &Path) -> Result<Self, SiteError> {
        let error = |why: String| SiteError { folder: folder.to_owned(), why };
        let text =
            std::fs::read_to_string(folder.join("manifest.json")).map_err(|e| error(format!("manifest.json: {e}")))?;
        let manifest: Manifest = serde_json::from_str(&text).map_err(|e| error(format!("manifest.json: {e}")))?;
        let Manifest { css, lesson_js, lesson_wasm, workspace_js, workspace_wasm, editor, editor_parts, editor_later } =
            manifest;
        let named = [&css, &lesson_js, &lesson_wasm, &workspace_js, &workspace_wasm, &editor];
        for address in named.into_iter().chain(&editor_parts).chain(&editor_later) {
            let Some(name) = address.strip_prefix("/assets/").filter(|name| !name.contains("..")) else {
                return Err(error(format!("manifest.json names `{address}`, which is not below /assets/")));
            };
            if !folder.join("assets").join(name).is_file() {
                return Err(error(format!("assets/{name} is missing")));
            }
        }
        let assets = Assets {
            css,
            lesson: Client { js: lesson_js, wasm: lesson_wasm },
            workspace: Client { js: workspace_js, wasm: workspace_wasm },
            editor,
            editor_parts,
        };
        Ok(Self { folder: folder.to_owned(), assets: Arc::new(assets) })
    }

    /// The addresses that pages name.
    pub fn assets(&self) -> &Arc<Assets> {
        &self.assets
    }

    /// Serves the files below `/assets`, compressed beforehand, to be kept for ever: another content is another name.
    pub fn router<S: Clone + Send + Sync + 'static>(&self) -> Router<S> {
        let files = ServeDir::new(self.folder.join("assets"))
            .append_index_html_on_directories(false)
            .precompressed_br()
            .precompressed_gzip();
        let keep = HeaderValue::from_static("public, max-age=31536000, immutable");
        let only_found = move |response: &axum::http::Response<_>| response.status().is_success().then(|| keep.clone());
        let service = ServiceBuilder::new()
            .layer(SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, only_found))
            .service(files);
        Router::new().nest_service("/assets", service)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_or_half_made_folder_says_what_to_run() {
        let dir = tempfile::tempdir().unwrap();
        let error = Site::open(dir.path()).unwrap_err().to_string();
        assert!(error.contains("manifest.json") && error.contains("cargo xtask build"), "{error}");

        let manifest = r#"{"css":"/assets/a.css","lesson_js":"/assets/a.js","lesson_wasm":"/assets/a.wasm","workspace_js":"/assets/w.js","workspace_wasm":"/assets/w.wasm","editor":"/assets/e.js","editor_parts":[],"editor_later":[]}"#;
        std::fs::write(dir.path().join("manifest.json"), manifest).unwrap();
        let error = Site::open(dir.path()).unwrap_err().to_string();
        assert!(error.contains("assets/a.css is missing"), "{error}");
    }
}

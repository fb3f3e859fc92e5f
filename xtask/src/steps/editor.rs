//! The code editor: CodeMirror and ours around it in one file, loaded by the pages that have an editor.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::{
    exec,
    key::{self, Key},
    progress,
    workspace::Workspace,
};

/// Bundles `editor/` by its own `build` script, which is told where to write.
pub fn build(workspace: &Workspace, modules: &Path) -> Result<PathBuf> {
    let bundle = workspace.made("editor").join("editor.js");
    let mut key = Key::new("editor 1");
    key.tree(&workspace.path("editor"))?;
    key::unless_done(workspace, "editor", key, &[&bundle, modules], || {
        progress::step("bundling the editor", || {
            let mut npm = workspace.command("npm");
            npm.args(["run", "--silent", "build", "--"]).arg(format!("--outfile={}", bundle.display()));
            exec::quiet(workspace, "editor", npm.current_dir(workspace.path("editor")))
        })
    })?;
    Ok(bundle)
}

//! The code editor: CodeMirror and ours around it, loaded by the pages that have an editor. The grammars of the languages and
//! the keys of Vim are files of their own, for those who want them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{
    exec,
    key::{self, Key},
    progress,
    workspace::Workspace,
};

/// The editor's files.
pub struct Editor {
    /// What a page imports.
    pub entry: PathBuf,
    /// What the entry imports, now or when it is asked for; each has the hash of its content in its name.
    pub chunks: Vec<PathBuf>,
}

/// Bundles `editor/` by its own `build` script, which is told where to write.
pub fn build(workspace: &Workspace, modules: &Path) -> Result<Editor> {
    let folder = workspace.made("editor");
    let entry = folder.join("editor.js");
    let mut key = Key::new("editor 2");
    key.tree(&workspace.path("editor"))?;
    key::unless_done(workspace, "editor", key, &[&entry, modules], || {
        progress::step("bundling the editor", || {
            // Chunks of an earlier build would be served for ever.
            if folder.exists() {
                fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
            }
            let mut npm = workspace.command("npm");
            npm.args(["run", "--silent", "build", "--"]).arg(format!("--outdir={}", folder.display()));
            exec::quiet(workspace, "editor", npm.current_dir(workspace.path("editor")))
        })
    })?;
    let is_chunk = |file: &PathBuf| file.extension().is_some_and(|extension| extension == "js") && *file != entry;
    let chunks = key::files(&folder)?.into_iter().filter(is_chunk).collect();
    Ok(Editor { entry, chunks })
}

/// The names of the chunks that a module imports before it runs, so that a page can ask for all of them at once.
pub fn needed_at_once(module: &str) -> Vec<&str> {
    // What is imported later stands behind `import(`, which has no space or `from` before the name.
    let mut names: Vec<&str> = Vec::new();
    for keyword in ["from\"./", "import\"./"] {
        names.extend(module.split(keyword).skip(1).filter_map(|rest| rest.split('"').next()));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_later_is_not_needed_at_once() {
        let module =
            r#"import{a as b}from"./chunk-1.js";import"./chunk-2.js";var c=()=>import("./vim-3.js");export{c};"#;
        assert_eq!(needed_at_once(module), ["chunk-1.js", "chunk-2.js"]);
    }
}

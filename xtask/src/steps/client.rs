//! The half that runs in the browser: WebAssembly for the islands, and the glue that loads it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    exec,
    key::{self, Key},
    progress,
    steps::{npm, toolchain},
    workspace::Workspace,
};

/// The one profile of the client, of the workspace's Cargo.toml. It is small before fast, also while developing: what
/// is tested is what is served.
pub const PROFILE: &str = "client";

/// The parts of the client, each a module of its own with the islands of one kind of page: the names of `frontend`'s
/// features. Nobody who reads a lesson loads the workspace.
pub const PARTS: [&str; 2] = ["lesson", "workspace"];

/// The files of one part.
pub struct Part {
    /// The glue, an ES module of one file.
    pub js: PathBuf,
    /// The module.
    pub wasm: PathBuf,
}

/// Compiles `frontend` once for each part, makes the bindings and bundles the glue.
pub fn build(workspace: &Workspace, esbuild: &Path) -> Result<[Part; PARTS.len()]> {
    let toolchain = toolchain::wasm(workspace)?;
    let parts = PARTS.map(|part| {
        let folder = folder(workspace, part);
        Part { js: folder.join("client.min.js"), wasm: folder.join("client_bg.wasm") }
    });

    let mut key = Key::new("client 2");
    key.text(&toolchain.version()?).text(&npm::node()?);
    for input in ["app", "domain", "frontend", "Cargo.toml", "Cargo.lock", "editor/package-lock.json"] {
        key.tree(&workspace.path(input))?;
    }
    let outputs: Vec<&Path> = parts.iter().flat_map(|part| [part.js.as_path(), part.wasm.as_path()]).collect();
    key::unless_done(workspace, "client", key, &outputs, || {
        for (part, files) in PARTS.iter().zip(&parts) {
            progress::section(&format!("compiling the client of a {part}"), || {
                let mut cargo = toolchain.cargo(workspace);
                cargo.args(["build", "--locked", "-p", "frontend", "--lib", "--profile", PROFILE]);
                cargo.args(["--no-default-features", "--features", part]);
                exec::show(cargo.args(["--target", toolchain::TRIPLE]))
            })?;
            progress::step("making its bindings", || bind(workspace, &folder(workspace, part)))?;
            progress::step("bundling its glue", || bundle(workspace, esbuild, &folder(workspace, part), &files.js))?;
        }
        Ok(())
    })?;
    Ok(parts)
}

fn folder(workspace: &Workspace, part: &str) -> PathBuf {
    workspace.made("client-bindings").join(part)
}

/// Turns the compiler's module into one that a browser can load.
fn bind(workspace: &Workspace, folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    let compiled = workspace.made(toolchain::TRIPLE).join(PROFILE).join("frontend.wasm");
    Bindgen::new()
        .input_path(&compiled)
        .out_name("client")
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        // The page says where the module is, because its name has the hash of its content.
        .omit_default_module_path(true)
        .generate(folder)
        .context("wasm-bindgen does not understand the compiled client")
}

/// One minified file of the glue and the snippets it imports, so that one hash names all of it.
fn bundle(workspace: &Workspace, esbuild: &Path, folder: &Path, to: &Path) -> Result<()> {
    let mut command = workspace.command(esbuild);
    command.arg(folder.join("client.js")).args(["--bundle", "--minify", "--format=esm", "--target=es2022"]);
    command.arg(format!("--outfile={}", to.display()));
    exec::quiet(workspace, "client-bundle", &mut command)
}

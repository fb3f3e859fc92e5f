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

/// The client files.
pub struct Client {
    /// The glue, an ES module of one file.
    pub js: PathBuf,
    /// The module.
    pub wasm: PathBuf,
}

/// Compiles `frontend`, makes its bindings and bundles the glue.
pub fn build(workspace: &Workspace, esbuild: &Path) -> Result<Client> {
    let toolchain = toolchain::wasm(workspace)?;
    let folder = workspace.made("client-bindings");
    let client = Client { js: folder.join("client.min.js"), wasm: folder.join("client_bg.wasm") };

    let mut key = Key::new("client 1");
    key.text(&toolchain.version()?).text(&npm::node()?);
    for input in ["app", "domain", "frontend", "Cargo.toml", "Cargo.lock", "editor/package-lock.json"] {
        key.tree(&workspace.path(input))?;
    }
    key::unless_done(workspace, "client", key, &[&client.js, &client.wasm], || {
        progress::section("compiling the client", || {
            let mut cargo = toolchain.cargo(workspace);
            cargo.args(["build", "--locked", "-p", "frontend", "--lib", "--profile", PROFILE]);
            exec::show(cargo.args(["--target", toolchain::TRIPLE]))
        })?;
        progress::step("making the client's bindings", || bind(workspace, &folder))?;
        progress::step("bundling the client's glue", || bundle(workspace, esbuild, &folder, &client.js))
    })?;
    Ok(client)
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

//! `cargo xtask lint`: formatter, clippy for both halves, and cargo-deny; the quick ones first.

use anyhow::Result;

use crate::{
    exec, progress,
    steps::{cargo_deny, native, rustup, toolchain},
    workspace::Workspace,
};

/// The guest that is compiled for WebAssembly only; a workspace of its own.
const APART: &str = "runtimes/typescript/Cargo.toml";

/// Runs all of them; stops at the first that finds something.
pub fn run(workspace: &Workspace) -> Result<()> {
    rustup::component(workspace, "fmt", "rustfmt")?;
    rustup::component(workspace, "clippy", "clippy")?;
    progress::section("formatter", || {
        exec::show(workspace.cargo().args(["fmt", "--all", "--check"]))?;
        exec::show(workspace.cargo().args(["fmt", "--check", "--manifest-path", APART]))
    })?;

    let deny = cargo_deny::find(workspace)?;
    progress::section("cargo-deny: bans, licences, sources", || {
        let checks = ["check", "--hide-inclusion-graph", "bans", "licenses", "sources"];
        exec::show(workspace.command(&deny).args(checks))?;
        let apart = ["--manifest-path", APART, "--config", "deny.toml"];
        exec::show(workspace.command(&deny).args(apart).args(checks))
    })?;
    advisories(workspace, &deny)?;

    progress::section("clippy, the server half", || {
        let mut cargo = workspace.cargo();
        cargo.args(["clippy", "--locked", "--all-targets"]).args(native::SELECTION);
        exec::show(cargo.args(["--", "--deny", "warnings"]))
    })?;
    progress::section("clippy, xtask", || {
        let mut cargo = workspace.cargo();
        exec::show(cargo.args(["clippy", "--locked", "--all-targets", "-p", "xtask", "--", "--deny", "warnings"]))
    })?;
    let wasm = toolchain::wasm(workspace)?;
    progress::section("clippy, the client half", || {
        let mut clippy = wasm.clippy(workspace);
        clippy.args(["--locked", "-p", "frontend", "-p", "app", "--features", "app/hydrate"]);
        exec::show(clippy.args(["--target", toolchain::TRIPLE, "--", "--deny", "warnings"]))
    })
}

/// Known vulnerabilities. Their database is fetched, which not every machine can; then that is said, loudly.
fn advisories(workspace: &Workspace, deny: &std::path::Path) -> Result<()> {
    let reachable = progress::step("cargo-deny: fetching the advisories", || {
        Ok(exec::quiet(workspace, "advisories", workspace.command(deny).args(["fetch", "db"])).is_ok())
    })?;
    if reachable {
        return progress::section("cargo-deny: advisories", || {
            exec::show(workspace.command(deny).args(["--offline", "check", "advisories"]))
        });
    }
    let log = workspace.made("xtask/advisories.log");
    eprintln!("╔══════════════════════════════════════════════════════════════════════════╗");
    eprintln!("║  NOT CHECKED: the advisory database cannot be reached from this machine. ║");
    eprintln!("║  Known vulnerabilities in dependencies would go unseen here.             ║");
    eprintln!("╚══════════════════════════════════════════════════════════════════════════╝");
    progress::note(&format!("why: {}", log.display()));
    Ok(())
}

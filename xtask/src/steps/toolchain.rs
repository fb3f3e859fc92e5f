//! A compiler for the half that runs in the browser.
//!
//! rustup's own target where it can be had. Elsewhere, on Debian, the distribution's compiler for the web is unpacked
//! below the target folder and builds the target's standard library once; see `scripts/wasm-toolchain.sh`.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::{
    exec,
    key::{self, Key},
    progress,
    steps::{debian, rustup},
    workspace::Workspace,
};

/// The target of the client half.
pub const TRIPLE: &str = "wasm32-unknown-unknown";

/// `rustup`, `debian`, or a folder that `scripts/wasm-toolchain.sh` has filled. By default what works, in this order.
const OVERRIDE: &str = "BACKROAD_WASM_TOOLCHAIN";

const RECIPE: &str = include_str!("../../scripts/wasm-toolchain.sh");

/// A compiler that knows [`TRIPLE`].
pub enum Toolchain {
    /// The machine's own, with the target added.
    Own,
    /// A folder with the wrappers `rustc` and `cargo-clippy`.
    Unpacked(PathBuf),
}

impl Toolchain {
    /// Cargo, set to compile with this toolchain.
    pub fn cargo(&self, workspace: &Workspace) -> Command {
        let mut cargo = workspace.cargo();
        if let Self::Unpacked(folder) = self {
            cargo.env("RUSTC", folder.join("rustc"));
        }
        cargo
    }

    /// `cargo clippy`, set to lint with this toolchain: clippy and the standard library must be of one compiler.
    pub fn clippy(&self, workspace: &Workspace) -> Command {
        match self {
            Self::Own => {
                let mut cargo = workspace.cargo();
                cargo.arg("clippy");
                cargo
            }
            Self::Unpacked(folder) => {
                let mut clippy = workspace.command(folder.join("cargo-clippy"));
                clippy.env("RUSTC", folder.join("rustc")).env("CARGO_TARGET_DIR", workspace.made(""));
                clippy.arg("clippy");
                clippy
            }
        }
    }

    /// The compiler's own words about its version.
    pub fn version(&self) -> Result<String> {
        exec::output(Command::new(self.rustc()).arg("-vV"))
    }

    /// The compiler.
    pub fn rustc(&self) -> PathBuf {
        match self {
            Self::Own => PathBuf::from("rustc"),
            Self::Unpacked(folder) => folder.join("rustc"),
        }
    }
}

/// Finds or installs a toolchain.
pub fn wasm(workspace: &Workspace) -> Result<Toolchain> {
    match env::var(OVERRIDE).ok().as_deref() {
        Some("rustup") if own_has_target()? || add_with_rustup() => Ok(Toolchain::Own),
        Some("rustup") => bail!("{OVERRIDE}=rustup, but `rustup target add {TRIPLE}` does not work here"),
        Some("debian") => unpack(workspace),
        Some(folder) if Path::new(folder).join("rustc").is_file() => Ok(Toolchain::Unpacked(folder.into())),
        Some(other) => bail!("{OVERRIDE}={other} is neither rustup, debian, nor a folder with a `rustc`"),
        None if own_has_target()? => Ok(Toolchain::Own),
        None if workspace.made("toolchain/ready").exists() || !add_with_rustup() => unpack(workspace),
        None => Ok(Toolchain::Own),
    }
}

/// Whether the machine's compiler has the target's standard library already.
fn own_has_target() -> Result<bool> {
    let sysroot =
        exec::output(Command::new("rustc").args(["--print", "sysroot"])).context("the Rust compiler is needed")?;
    Ok(Path::new(&sysroot).join("lib/rustlib").join(TRIPLE).join("lib").is_dir())
}

fn add_with_rustup() -> bool {
    let added = progress::step(&format!("adding the target {TRIPLE} with rustup"), || Ok(rustup::add_target(TRIPLE)));
    matches!(added, Ok(true)) && own_has_target().unwrap_or(false)
}

/// The Debian way, once for each change of its script.
fn unpack(workspace: &Workspace) -> Result<Toolchain> {
    let folder = workspace.made("toolchain");
    if !debian::is_debian() {
        bail!(
            "the client half needs the Rust target {TRIPLE}. rustup could not add it (`rustup target add {TRIPLE}`), and \
             the other way, unpacking the packages rustc-web and rust-web-src, needs Debian 12 or newer"
        );
    }
    let mut key = Key::new("toolchain 1");
    key.text(RECIPE);
    key::unless_done(workspace, "toolchain", key, &[&folder.join("ready")], || {
        let what =
            "rustup has no wasm target here: unpacking Debian's compiler and building its standard library (once)";
        progress::step(what, || {
            let script = workspace.path("xtask/scripts/wasm-toolchain.sh");
            exec::quiet(workspace, "toolchain", workspace.command("bash").arg(script).arg(&folder))
        })
    })?;
    Ok(Toolchain::Unpacked(folder))
}

//! Where things are: the repository, the folder for everything that is made, and cargo itself.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

/// The repository and its target folder.
pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
    runtimes: PathBuf,
}

impl Workspace {
    /// Finds the repository by the place this crate was built from, the target folder by `CARGO_TARGET_DIR`.
    pub fn open() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask lies in the root of the repository")?
            .to_path_buf();
        let here = env::current_dir().context("the working directory cannot be read")?;
        let named = |variable: &str| env::var_os(variable).map(|folder| here.join(folder));
        let target = named("CARGO_TARGET_DIR").unwrap_or_else(|| root.join("target"));
        let runtimes = named("BACKROAD_RUNTIMES").unwrap_or_else(|| target.join("runtimes"));
        Ok(Self { root, target, runtimes })
    }

    /// A path in the repository.
    pub fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    /// A path below the target folder, where everything made ends up.
    pub fn made(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.target.join(relative)
    }

    /// Where the interpreters' snapshots are: `BACKROAD_RUNTIMES`, or below the target folder.
    pub fn runtimes(&self) -> &Path {
        &self.runtimes
    }

    /// Where the client files are.
    pub fn site(&self) -> PathBuf {
        self.made("site")
    }

    /// A program that is to run in the root of the repository.
    pub fn command(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command.current_dir(&self.root);
        // What cargo told *this* program about its own package is wrong for every other one.
        for (name, _) in env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") || text.starts_with("CARGO_BIN_") {
                command.env_remove(&name);
            }
        }
        command
    }

    /// Cargo, the same that started this program.
    pub fn cargo(&self) -> Command {
        let mut command = self.command(env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from));
        command.env("CARGO_TARGET_DIR", &self.target);
        command
    }
}

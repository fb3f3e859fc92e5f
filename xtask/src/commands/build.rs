//! `cargo xtask build`: everything that serving needs.

use std::path::PathBuf;

use anyhow::Result;

use crate::{
    progress,
    steps::{
        native::{self, Profile, Programs},
        runtimes, site,
    },
    workspace::Workspace,
};

/// What a server is started with.
pub struct Built {
    /// What was compiled for this machine.
    pub programs: Programs,
    /// The folder of the client files.
    pub site: PathBuf,
    /// The folder of the interpreters' snapshots.
    pub runtimes: PathBuf,
}

/// Builds the client, the interpreters and the server, in the order in which they fail earliest.
pub fn all(workspace: &Workspace, profile: Profile) -> Result<Built> {
    let site = site::build(workspace)?;
    let programs = native::build(workspace, profile)?;
    let runtimes = runtimes::build(workspace, &programs.runtimes)?;
    Ok(Built { programs, site, runtimes })
}

/// Builds the interpreters only.
pub fn runtimes(workspace: &Workspace) -> Result<()> {
    let programs = native::build(workspace, Profile::Dev)?;
    let folder = runtimes::build(workspace, &programs.runtimes)?;
    progress::note(&format!("the interpreters are in {}", folder.display()));
    Ok(())
}

/// Builds and says where things are.
pub fn run(workspace: &Workspace) -> Result<()> {
    let built = all(workspace, Profile::Dev)?;
    progress::note(&format!("the server is {}", built.programs.server.display()));
    progress::note(&format!("the client files are in {}", built.site.display()));
    progress::note(&format!("the interpreters are in {}", built.runtimes.display()));
    Ok(())
}

//! `cargo xtask build`: everything that serving needs.

use std::path::PathBuf;

use anyhow::Result;

use crate::{
    progress,
    steps::{
        runtimes,
        server::{self, Profile},
        site,
    },
    workspace::Workspace,
};

/// What a server is started with.
pub struct Built {
    /// The program.
    pub server: PathBuf,
    /// The folder of the client files.
    pub site: PathBuf,
    /// The folder of the interpreters' snapshots.
    pub runtimes: PathBuf,
}

/// Builds the client, the interpreters and the server, in the order in which they fail earliest.
pub fn all(workspace: &Workspace, profile: Profile) -> Result<Built> {
    let site = site::build(workspace)?;
    let server = server::build(workspace, profile)?;
    let runtimes = runtimes::build(workspace)?;
    Ok(Built { server, site, runtimes })
}

/// Builds and says where things are.
pub fn run(workspace: &Workspace) -> Result<()> {
    let built = all(workspace, Profile::Dev)?;
    progress::note(&format!("the server is {}", built.server.display()));
    progress::note(&format!("the client files are in {}", built.site.display()));
    progress::note(&format!("the interpreters are in {}", built.runtimes.display()));
    Ok(())
}

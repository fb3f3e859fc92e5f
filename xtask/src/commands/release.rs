//! `cargo xtask release`: one folder, and an archive of it, that a server can be run from.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use crate::{commands::build, exec, key, progress, steps::native::Profile, workspace::Workspace};

/// What of the repository goes along.
const FROM_REPOSITORY: [&str; 5] = ["lessons", "exercises", "LICENSE", "README.md", "docs/operating.md"];

/// Builds everything optimised and packs it.
pub fn run(workspace: &Workspace) -> Result<()> {
    let built = build::all(workspace, Profile::Release)?;
    let name = format!("backroad-{}-{}-{}", env!("CARGO_PKG_VERSION"), std::env::consts::ARCH, std::env::consts::OS);
    let dist = workspace.made("dist");
    let folder = dist.join(&name);
    progress::step("packing", || {
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
        }
        copy(&built.programs.server, &folder.join("backroad"))?;
        copy(&built.site, &folder.join("site"))?;
        copy(&built.runtimes, &folder.join("runtimes"))?;
        for part in FROM_REPOSITORY {
            copy(&workspace.path(part), &folder.join(part))?;
        }
        let mut tar = workspace.command("tar");
        tar.arg("-czf").arg(dist.join(format!("{name}.tar.gz"))).arg("-C").arg(&dist).arg(&name);
        exec::quiet(workspace, "release", &mut tar)
    })?;
    progress::note(&format!("packed in {}", dist.join(format!("{name}.tar.gz")).display()));
    progress::note("to serve from its folder: BACKROAD_RUNTIMES=runtimes ./backroad serve --site site");
    Ok(())
}

/// Copies a file, or a folder with all its files.
fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in key::files(from)? {
        let inside = file.strip_prefix(from).unwrap_or(&file);
        let place = if inside.as_os_str().is_empty() { to.to_path_buf() } else { to.join(inside) };
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent).with_context(|| format!("{} cannot be made", parent.display()))?;
        }
        fs::copy(&file, &place).with_context(|| format!("{} cannot be copied", file.display()))?;
    }
    Ok(())
}

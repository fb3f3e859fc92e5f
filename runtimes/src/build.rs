//! Every step from nothing to a folder of runtimes.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, anyhow};
use sandbox::{
    manifest::{MANIFEST, Manifest},
    prepare::Workshop,
};

use crate::{
    freeze::{freeze, sweep, write},
    guests::{self, Kitchen},
    recipe::{Inputs, Sources, say, step},
};

/// Builds every runtime; what is up to date is left as it is.
pub fn build(out: &Path, work: &Path, wasm_rustc: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(out).with_context(|| format!("{} cannot be made", out.display()))?;
    fs::create_dir_all(work).with_context(|| format!("{} cannot be made", work.display()))?;
    let work = &work.canonicalize()?;
    let _one_at_a_time = lock(work)?;
    let tools_inputs = Inputs::default()
        .files(&["recipes/common.sh", "recipes/tools.sh"])?
        .text(&std::env::var("BACKROAD_WASI_SDK").unwrap_or_default());
    let tools = step(work, "tools", "tools.sh", &tools_inputs, &[])?;
    let kitchen = Kitchen { work, tools, tools_inputs, sources: Sources::fetch()?, wasm_rustc: wasm_rustc.to_owned() };

    let workshop = Workshop::new().map_err(|error| anyhow!("{error:#}"))?;
    let former = Manifest::read(out).ok();
    let mut runtimes = BTreeMap::new();
    for guest in guests::all(&kitchen)? {
        let runtime = freeze(&workshop, out, &guest, former.as_ref())?;
        runtimes.insert(guest.name, runtime);
    }
    let manifest = Manifest { engine: workshop.fingerprint(), runtimes };
    if former.as_ref() != Some(&manifest) {
        write(out, MANIFEST, serde_json::to_string_pretty(&manifest)?.as_bytes())?;
    }
    sweep(out, &manifest)?;
    say("done", &out.display().to_string());
    Ok(())
}

/// Waits until no other builder works in the folder, and keeps others out while the file lives.
fn lock(work: &Path) -> anyhow::Result<fs::File> {
    let file = fs::File::create(work.join("lock"))?;
    if file.try_lock().is_err() {
        say("waiting", "another build is at work in the same folder");
        file.lock()?;
    }
    Ok(file)
}

//! From a guest to the files of a runtime.

use std::{fs, path::Path};

use anyhow::{Context, anyhow};
use sandbox::{
    manifest::{FileManifest, MANIFEST, Manifest, RuntimeManifest, blake3, sha256},
    prepare::Workshop,
};

use crate::{
    guests::Guest,
    recipe::{Inputs, say},
    snapshot::snapshot,
};

/// Part of every snapshot's key. To be raised when a change of the sandbox's world changes what an interpreter finds at its start.
const WORLD: &str = "3";

/// Starts, freezes and compiles an interpreter, unless the folder has the outcome already.
pub fn freeze(
    workshop: &Workshop,
    out: &Path,
    guest: &Guest,
    former: Option<&Manifest>,
) -> anyhow::Result<RuntimeManifest> {
    let name = guest.name.as_str();
    let mut inputs = Inputs::default()
        .text(WORLD)
        .text(&workshop.fingerprint())
        .text(&sha256(&guest.module))
        .text(&format!("{:?}", guest.exchange));
    for script in &guest.bootstrap {
        inputs = inputs.text(&script.name).text(&script.content);
    }
    inputs = inputs.text(&guest.library.as_deref().map(sha256).unwrap_or_default());
    let kept = former
        .and_then(|former| former.runtimes.get(&guest.name))
        .filter(|kept| kept.recipe == inputs.key() && is_whole(out, kept));
    if let Some(kept) = kept {
        say(name, "the snapshot is up to date");
        return Ok(RuntimeManifest { fuel_per_ms: guest.fuel_per_ms, version: guest.version.clone(), ..kept.clone() });
    }
    say(name, "starting the interpreter and freezing it");
    let module = snapshot(workshop, guest).with_context(|| format!("{name} cannot be frozen"))?;
    say(name, &format!("compiling the snapshot ({} MB)", module.len() / 1_000_000));
    let compiled = workshop.compile(&module).map_err(|error| anyhow!("{error:#}"))?;
    Ok(RuntimeManifest {
        exchange: guest.exchange,
        version: guest.version.clone(),
        recipe: inputs.key().to_owned(),
        snapshot: write_hashed(out, name, "wasm", &module)?,
        compiled: write_hashed(out, name, "cwasm", &compiled)?,
        library: guest
            .library
            .as_deref()
            .map(|library| write_hashed(out, &format!("{name}-library"), "tar", library))
            .transpose()?,
        fuel_per_ms: guest.fuel_per_ms,
    })
}

fn is_whole(out: &Path, runtime: &RuntimeManifest) -> bool {
    runtime.files().all(|file| file.read(out).is_ok())
}

/// Writes a file whose name has a part of its hash, so that what a manifest names stays until there is another manifest.
fn write_hashed(out: &Path, stem: &str, extension: &str, bytes: &[u8]) -> anyhow::Result<FileManifest> {
    write(out, &format!("{stem}-{}.{extension}", &blake3(bytes)[..12]), bytes)
}

/// Removes what no manifest names any more.
pub fn sweep(out: &Path, manifest: &Manifest) -> anyhow::Result<()> {
    let named = |name: &str| {
        name == MANIFEST || manifest.runtimes.values().flat_map(RuntimeManifest::files).any(|file| file.file == name)
    };
    for entry in fs::read_dir(out)? {
        let entry = entry?;
        if entry.file_type()?.is_file() && !named(&entry.file_name().to_string_lossy()) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Writes a file as a whole or not at all.
pub fn write(out: &Path, name: &str, bytes: &[u8]) -> anyhow::Result<FileManifest> {
    let part = out.join(format!("{name}.part"));
    fs::write(&part, bytes).with_context(|| format!("{} cannot be written", part.display()))?;
    fs::rename(&part, out.join(name))?;
    Ok(FileManifest::of(name, bytes))
}

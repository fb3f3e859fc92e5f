//! Every step from nothing to a folder of runtimes.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, anyhow};
use domain::{Language, SourceFile};
use sandbox::{
    manifest::{FileManifest, MANIFEST, Manifest, RuntimeManifest, sha256},
    prepare::Workshop,
};

use crate::{
    recipe::{HERE, Inputs, crate_sources, say, step},
    snapshot::snapshot,
};

/// Part of every snapshot's key. To be raised when a change of the sandbox's world changes what an interpreter finds at its start.
const WORLD: &str = "1";

/// What one millisecond of computing costs. Measured by `runtimes measure` on a virtual machine with 2 cores: over its programs
/// (loops, calls, text, dictionaries, sorting, JSON) from 4.4 to 8.4 million, the median 5.2 for Python and 6.6 for JavaScript.
/// One round figure for both, at the lower end: a limit is never longer than it says there. Limits are written in milliseconds;
/// this is what makes them mean the same on every machine.
fn fuel_per_ms(language: Language) -> u64 {
    match language {
        Language::Python | Language::Javascript => 5_000_000,
    }
}

/// An interpreter as WebAssembly that has not been started yet.
struct Guest {
    language: Language,
    version: String,
    module: Vec<u8>,
    bootstrap: Vec<SourceFile>,
    library: Option<Vec<u8>>,
}

/// Builds every runtime; what is up to date is left as it is.
pub fn build(out: &Path, work: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(out).with_context(|| format!("{} cannot be made", out.display()))?;
    fs::create_dir_all(work).with_context(|| format!("{} cannot be made", work.display()))?;
    let work = &work.canonicalize()?;
    let _one_at_a_time = lock(work)?;
    let guests = [python, javascript];
    let sources = crate_sources(["libz-sys", "rquickjs-sys"])?;
    let tools_inputs = Inputs::default()
        .files(&["recipes/common.sh", "recipes/tools.sh"])?
        .text(&std::env::var("BACKROAD_WASI_SDK").unwrap_or_default());
    let tools = step(work, "tools", "tools.sh", &tools_inputs, &[])?;

    let workshop = Workshop::new().map_err(|error| anyhow!("{error:#}"))?;
    let former = Manifest::read(out).ok();
    let mut runtimes = BTreeMap::new();
    for make in guests {
        let guest = make(work, &tools, &tools_inputs, &sources)?;
        let runtime = freeze(&workshop, out, &guest, former.as_ref())?;
        runtimes.insert(guest.language, runtime);
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

type Sources = [crate::recipe::CrateSource; 2];

fn python(work: &Path, tools: &Path, tools_inputs: &Inputs, [zlib, _]: &Sources) -> anyhow::Result<Guest> {
    let zlib_folder = zlib.folder.join("src/zlib");
    let inputs = tools_inputs.clone().files(&["recipes/cpython.sh"])?.text(&zlib.version);
    let cpython = step(work, "cpython", "cpython.sh", &inputs, &[tools, &zlib_folder])?;
    let inputs = inputs.files(&["recipes/python.sh", "guest/memory.c", "python/guest.c"])?;
    let linked = step(work, "python", "python.sh", &inputs, &[tools, &cpython, Path::new(HERE)])?;
    Ok(Guest {
        language: Language::Python,
        version: version_in(&cpython.join("src/Include/patchlevel.h"), "PY_VERSION")?,
        module: fs::read(linked.join("guest.wasm"))?,
        bootstrap: scripts("python", &["bootstrap.py", "warm_up.py"])?,
        library: Some(fs::read(cpython.join("stdlib.tar"))?),
    })
}

fn javascript(work: &Path, tools: &Path, tools_inputs: &Inputs, [_, quickjs]: &Sources) -> anyhow::Result<Guest> {
    let source = quickjs.folder.join("quickjs");
    let inputs = tools_inputs
        .clone()
        .files(&["recipes/javascript.sh", "guest/memory.c", "javascript/guest.c"])?
        .text(&quickjs.version);
    let linked = step(work, "javascript", "javascript.sh", &inputs, &[tools, &source, Path::new(HERE)])?;
    let bundle_inputs = Inputs::default().files(&[
        "recipes/common.sh",
        "recipes/url.sh",
        "javascript/url/package-lock.json",
        "javascript/url/entry.js",
    ])?;
    let bundled = step(work, "url", "url.sh", &bundle_inputs, &[Path::new(HERE)])?;
    let url = SourceFile { name: "url.js".to_owned(), content: fs::read_to_string(bundled.join("url.js"))? };
    let mut bootstrap = scripts(
        "javascript",
        &["bootstrap.js", "events.js", "inspect.js", "node.js", "text.js", "values.js", "web.js"],
    )?;
    bootstrap.push(url);
    let part = |name: &str| version_in(&source.join("quickjs.h"), &format!("QJS_VERSION_{name}"));
    Ok(Guest {
        language: Language::Javascript,
        version: format!("{}.{}.{}", part("MAJOR")?, part("MINOR")?, part("PATCH")?),
        module: fs::read(linked.join("guest.wasm"))?,
        bootstrap,
        library: None,
    })
}

/// Starts, freezes and compiles an interpreter, unless the folder has the outcome already.
fn freeze(
    workshop: &Workshop,
    out: &Path,
    guest: &Guest,
    former: Option<&Manifest>,
) -> anyhow::Result<RuntimeManifest> {
    let name = guest.language.as_str();
    let mut inputs = Inputs::default().text(WORLD).text(&workshop.fingerprint()).text(&sha256(&guest.module));
    for script in &guest.bootstrap {
        inputs = inputs.text(&script.name).text(&script.content);
    }
    inputs = inputs.text(&guest.library.as_deref().map(sha256).unwrap_or_default());
    let fuel_per_ms = fuel_per_ms(guest.language);
    let kept = former
        .and_then(|former| former.runtimes.get(&guest.language))
        .filter(|kept| kept.recipe == inputs.key() && is_whole(out, kept));
    if let Some(kept) = kept {
        say(name, "the snapshot is up to date");
        return Ok(RuntimeManifest { fuel_per_ms, version: guest.version.clone(), ..kept.clone() });
    }
    say(name, "starting the interpreter and freezing it");
    let snapshot = snapshot(workshop, &guest.module, &guest.bootstrap, guest.library.clone())
        .with_context(|| format!("{name} cannot be frozen"))?;
    say(name, &format!("compiling the snapshot ({} MB)", snapshot.len() / 1_000_000));
    let compiled = workshop.compile(&snapshot).map_err(|error| anyhow!("{error:#}"))?;
    Ok(RuntimeManifest {
        version: guest.version.clone(),
        recipe: inputs.key().to_owned(),
        snapshot: write_hashed(out, name, "wasm", &snapshot)?,
        compiled: write_hashed(out, name, "cwasm", &compiled)?,
        library: guest
            .library
            .as_deref()
            .map(|library| write_hashed(out, &format!("{name}-library"), "tar", library))
            .transpose()?,
        fuel_per_ms,
    })
}

fn is_whole(out: &Path, runtime: &RuntimeManifest) -> bool {
    runtime.files().all(|file| file.read(out).is_ok())
}

/// Writes a file whose name has a part of its hash, so that what a manifest names stays until there is another manifest.
fn write_hashed(out: &Path, stem: &str, extension: &str, bytes: &[u8]) -> anyhow::Result<FileManifest> {
    write(out, &format!("{stem}-{}.{extension}", &sha256(bytes)[..12]), bytes)
}

/// Removes what no manifest names any more.
fn sweep(out: &Path, manifest: &Manifest) -> anyhow::Result<()> {
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
fn write(out: &Path, name: &str, bytes: &[u8]) -> anyhow::Result<FileManifest> {
    let part = out.join(format!("{name}.part"));
    fs::write(&part, bytes).with_context(|| format!("{} cannot be written", part.display()))?;
    fs::rename(&part, out.join(name))?;
    Ok(FileManifest::of(name, bytes))
}

fn scripts(folder: &str, names: &[&str]) -> anyhow::Result<Vec<SourceFile>> {
    let read = |name: &&str| {
        let path = Path::new(HERE).join(folder).join(name);
        let content = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        Ok(SourceFile { name: (*name).to_owned(), content })
    };
    names.iter().map(read).collect()
}

/// The value of `#define NAME value` in a C header, without quotes.
fn version_in(header: &Path, name: &str) -> anyhow::Result<String> {
    let text = fs::read_to_string(header).with_context(|| format!("{} cannot be read", header.display()))?;
    define(&text, name).with_context(|| format!("{} defines no {name}", header.display()))
}

fn define(header: &str, name: &str) -> Option<String> {
    header.lines().find_map(|line| {
        let mut words = line.split_whitespace();
        (words.next() == Some("#define") && words.next() == Some(name))
            .then(|| words.next())?
            .map(|value| value.trim_matches('"').to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_its_header() {
        let header = "/* Version */\n#define PY_VERSION_HEX 1\n#define PY_VERSION              \"3.13.5\"\n";
        assert_eq!(define(header, "PY_VERSION").unwrap(), "3.13.5");
        assert_eq!(define(header, "PY_MAJOR"), None);
    }
}

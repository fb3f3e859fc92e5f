//! QuickJS-NG.

use std::{fs, path::Path};

use domain::Language;
use sandbox::Exchange;

use super::{Guest, Kitchen, crypto, library_sets, python, script, scripts_in, sqlite, version_in};
use crate::recipe::{HERE, Inputs};

pub(super) fn guests(kitchen: &Kitchen<'_>) -> anyhow::Result<Vec<Guest>> {
    let here = Path::new(HERE);
    let source = kitchen.sources.folder("rquickjs-sys")?.join("quickjs");
    let (cpython, cpython_inputs) = python::cpython(kitchen)?;
    let (sqlite, sqlite_inputs) = sqlite::library(kitchen)?;
    let (crypto, crypto_inputs) = crypto::library(kitchen, &cpython, &cpython_inputs)?;
    let inputs = crypto_inputs
        .text(sqlite_inputs.key())
        .text(kitchen.sources.version("rquickjs-sys")?)
        .files(&["recipes/javascript.sh", "guest/memory.c", "guest/holes.c", "guest/holes.h"])?
        .files_in("javascript", &[".c", ".h"])?;
    let linked = kitchen.step("javascript", &inputs, &[&kitchen.tools, &source, here, &sqlite, &crypto])?;
    let url_inputs = Inputs::default()
        .files(&["recipes/common.sh", "recipes/url.sh"])?
        .files_in("javascript/url", &["package-lock.json", ".js"])?;
    let url = kitchen.step("url", &url_inputs, &[here])?;
    let library_inputs = Inputs::default()
        .files(&["recipes/common.sh", "recipes/libraries-javascript.sh"])?
        .files_in("libraries/javascript", &["package-lock.json", ".js"])?;
    let libraries = kitchen.step("libraries-javascript", &library_inputs, &[here])?;

    let module = fs::read(linked.join("guest.wasm"))?;
    let part = |name: &str| version_in(&source.join("quickjs.h"), &format!("QJS_VERSION_{name}"));
    let version = format!("{}.{}.{}", part("MAJOR")?, part("MINOR")?, part("PATCH")?);
    let sets = library_sets(Language::Javascript).map(|(name, library)| {
        let mut bootstrap = scripts_in("javascript", ".js")?;
        bootstrap.push(script(url.join("url.js"), None)?);
        bootstrap.push(script(libraries.join("platform.js"), None)?);
        if let Some(library) = library {
            bootstrap.push(script(libraries.join(format!("{library}.js")), Some(format!("library-{library}.js")))?);
        }
        Ok(Guest {
            name,
            version: version.clone(),
            exchange: Exchange::Exports,
            module: module.clone(),
            bootstrap,
            library: None,
            fuel_per_ms: 5_000_000,
        })
    });
    sets.collect()
}

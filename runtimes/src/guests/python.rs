//! CPython.

use std::{
    fs,
    path::{Path, PathBuf},
};

use domain::Language;
use sandbox::Exchange;

use super::{Guest, Kitchen, crypto, library_sets, script, scripts_in, sqlite, version_in};
use crate::recipe::{HERE, Inputs};

/// The folder of CPython's library and source, and what it was made from.
pub(super) fn cpython(kitchen: &Kitchen<'_>) -> anyhow::Result<(PathBuf, Inputs)> {
    let zlib = kitchen.sources.folder("libz-sys")?.join("src/zlib");
    let inputs =
        kitchen.tools_inputs.clone().files(&["recipes/cpython.sh"])?.text(kitchen.sources.version("libz-sys")?);
    let folder = kitchen.step("cpython", &inputs, &[&kitchen.tools, &zlib])?;
    Ok((folder, inputs))
}

pub(super) fn guests(kitchen: &Kitchen<'_>) -> anyhow::Result<Vec<Guest>> {
    let here = Path::new(HERE);
    let (cpython, cpython_inputs) = cpython(kitchen)?;
    let (sqlite, sqlite_inputs) = sqlite::library(kitchen)?;
    let (crypto, crypto_inputs) = crypto::library(kitchen, &cpython, &cpython_inputs)?;
    let inputs = crypto_inputs
        .text(sqlite_inputs.key())
        .files(&["recipes/python.sh", "recipes/python_sqlite.sh", "guest/memory.c", "guest/holes.c", "guest/holes.h"])?
        .files_in("python", &[".c"])?;
    let linked = kitchen.step("python", &inputs, &[&kitchen.tools, &cpython, here, &sqlite, &crypto])?;
    let library_inputs = cpython_inputs.files(&["recipes/libraries-python.sh", "libraries/python/requirements.txt"])?;
    let libraries = kitchen.step("libraries-python", &library_inputs, &[&cpython, here])?;

    let module = fs::read(linked.join("guest.wasm"))?;
    let version = version_in(&cpython.join("src/Include/patchlevel.h"), "PY_VERSION")?;
    let sets = library_sets(Language::Python).map(|(name, library)| {
        let mut bootstrap = scripts_in("python", ".py")?;
        let mut archive = cpython.join("stdlib.tar");
        if let Some(library) = library {
            let warm_up = here.join(format!("libraries/python/{library}.py"));
            bootstrap.push(script(warm_up, Some(format!("library-{library}.py")))?);
            archive = libraries.join(format!("{library}.tar"));
        }
        Ok(Guest {
            name,
            version: version.clone(),
            exchange: Exchange::Exports,
            module: module.clone(),
            bootstrap,
            library: Some(fs::read(archive)?),
            fuel_per_ms: 5_000_000,
        })
    });
    sets.collect()
}

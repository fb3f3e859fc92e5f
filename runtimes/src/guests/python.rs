//! CPython.

use std::{fs, path::Path};

use domain::Language;
use sandbox::Exchange;

use super::{Guest, Kitchen, scripts, version_in};
use crate::recipe::HERE;

pub(super) fn guests(kitchen: &Kitchen<'_>) -> anyhow::Result<Vec<Guest>> {
    let zlib = kitchen.sources.folder("libz-sys")?.join("src/zlib");
    let inputs =
        kitchen.tools_inputs.clone().files(&["recipes/cpython.sh"])?.text(kitchen.sources.version("libz-sys")?);
    let cpython = kitchen.step("cpython", &inputs, &[&kitchen.tools, &zlib])?;
    let inputs = inputs.files(&["recipes/python.sh", "guest/memory.c", "python/guest.c"])?;
    let linked = kitchen.step("python", &inputs, &[&kitchen.tools, &cpython, Path::new(HERE)])?;
    Ok(vec![Guest {
        name: Language::Python.into(),
        version: version_in(&cpython.join("src/Include/patchlevel.h"), "PY_VERSION")?,
        exchange: Exchange::Exports,
        module: fs::read(linked.join("guest.wasm"))?,
        bootstrap: scripts("python", &["bootstrap.py", "warm_up.py"])?,
        library: Some(fs::read(cpython.join("stdlib.tar"))?),
        fuel_per_ms: 5_000_000,
    }])
}

//! PHP.

use std::{fs, path::Path};

use domain::Language;
use sandbox::Exchange;

use super::{Guest, Kitchen, sqlite, version_in};
use crate::recipe::HERE;

pub(super) fn guests(kitchen: &Kitchen<'_>) -> anyhow::Result<Vec<Guest>> {
    let here = Path::new(HERE);
    let zlib = kitchen.sources.folder("libz-sys")?.join("src/zlib");
    let (sqlite, inputs) = sqlite::library(kitchen)?;
    let inputs = inputs
        .text(kitchen.sources.version("libz-sys")?)
        .files(&["recipes/php.sh"])?
        .files_in("php/include", &[".h"])?
        .files_in("php/include/CommonCrypto", &[".h"])?
        .files_in("php/include/sys", &[".h"])?;
    let php = kitchen.step("php", &inputs, &[&kitchen.tools, &sqlite, &zlib, here])?;
    let inputs = inputs.files(&["recipes/php_guest.sh", "guest/memory.c"])?.files_in("php", &[".c", ".h"])?;
    let linked = kitchen.step("php_guest", &inputs, &[&kitchen.tools, &php, &sqlite, here])?;
    Ok(vec![Guest {
        name: Language::Php.into(),
        version: version_in(&php.join("src/main/php_version.h"), "PHP_VERSION")?,
        exchange: Exchange::Exports,
        module: fs::read(linked.join("guest.wasm"))?,
        bootstrap: Vec::new(),
        library: None,
        fuel_per_ms: 4_000_000,
    }])
}

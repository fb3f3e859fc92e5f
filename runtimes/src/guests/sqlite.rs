//! SQLite: the library, which other guests have inside them too, and the guest that is nothing else.

use std::{
    fs,
    path::{Path, PathBuf},
};

use domain::Language;
use sandbox::Exchange;

use super::{Guest, Kitchen, version_in};
use crate::recipe::{HERE, Inputs};

const LIBRARY: [&str; 5] = [
    "recipes/sqlite.sh",
    "guest/sqlite_files.h",
    "guest/sqlite_locks.c",
    "guest/sqlite_options.h",
    "guest/sqlite_vfs.c",
];

/// The library's folder, and what it was made from.
pub(super) fn library(kitchen: &Kitchen<'_>) -> anyhow::Result<(PathBuf, Inputs)> {
    let source = kitchen.sources.folder("libsqlite3-sys")?.join("sqlite3");
    let inputs = kitchen.tools_inputs.clone().files(&LIBRARY)?.text(kitchen.sources.version("libsqlite3-sys")?);
    let folder = kitchen.step("sqlite", &inputs, &[&kitchen.tools, &source, Path::new(HERE)])?;
    Ok((folder, inputs))
}

pub(super) fn guests(kitchen: &Kitchen<'_>) -> anyhow::Result<Vec<Guest>> {
    let (sqlite, inputs) = library(kitchen)?;
    let inputs = inputs.files(&["recipes/sql.sh", "guest/memory.c"])?.files_in("sql", &[".c", ".h"])?;
    let linked = kitchen.step("sql", &inputs, &[&kitchen.tools, &sqlite, Path::new(HERE)])?;
    Ok(vec![Guest {
        name: Language::Sql.into(),
        version: version_in(&sqlite.join("sqlite3.h"), "SQLITE_VERSION")?,
        exchange: Exchange::Exports,
        module: fs::read(linked.join("guest.wasm"))?,
        bootstrap: Vec::new(),
        library: None,
        fuel_per_ms: 5_000_000,
    }])
}

//! What takes the types out of TypeScript; JavaScript's interpreter runs what is left.

use std::{fs, path::Path};

use anyhow::Context;
use domain::RuntimeName;
use sandbox::Exchange;

use super::{Guest, Kitchen};
use crate::recipe::{HERE, Inputs};

const FILES: [&str; 6] = [
    "recipes/common.sh",
    "recipes/typescript.sh",
    "typescript/Cargo.toml",
    "typescript/Cargo.lock",
    "typescript/src/lib.rs",
    "typescript/src/diagnostics.rs",
];

pub(super) fn guests(kitchen: &Kitchen<'_>) -> anyhow::Result<Vec<Guest>> {
    let inputs = Inputs::default().files(&FILES)?;
    let source = Path::new(HERE).join("typescript");
    let compiled = kitchen.step("typescript", &inputs, &[&source, &kitchen.wasm_rustc])?;
    let lock = fs::read_to_string(source.join("Cargo.lock"))?;
    let version = locked(&lock, "swc_ts_fast_strip").context("Cargo.lock has no swc_ts_fast_strip")?;
    Ok(vec![Guest {
        name: RuntimeName::type_stripper(),
        version: version.to_owned(),
        exchange: Exchange::Exports,
        module: fs::read(compiled.join("guest.wasm"))?,
        bootstrap: Vec::new(),
        library: None,
        fuel_per_ms: 5_000_000,
    }])
}

/// The version of a package in a lock file.
fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, rest) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    rest.split_once('"').map(|(version, _)| version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"2.1.0\"\n";
        assert_eq!(locked(lock, "a"), Some("2.1.0"));
        assert_eq!(locked(lock, "c"), None);
    }
}

//! Hash functions and what is made of them, for the guests whose languages have them.

use std::path::{Path, PathBuf};

use super::Kitchen;
use crate::recipe::{HERE, Inputs};

const FILES: [&str; 5] = ["recipes/crypto.sh", "guest/hash.c", "guest/hash.h", "guest/kdf.c", "guest/kdf.h"];

/// The library's folder, and what it was made from. Its hash functions are those in CPython's source.
pub(super) fn library(kitchen: &Kitchen<'_>, cpython: &Path, made_from: &Inputs) -> anyhow::Result<(PathBuf, Inputs)> {
    let inputs = made_from.clone().files(&FILES)?;
    let folder = kitchen.step("crypto", &inputs, &[&kitchen.tools, cpython, Path::new(HERE)])?;
    Ok((folder, inputs))
}

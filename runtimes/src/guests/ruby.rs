//! Ruby, prebuilt.

use std::{fs, path::Path};

use domain::Language;
use sandbox::Exchange;

use super::{Guest, Kitchen, scripts_in, version_in};
use crate::recipe::{HERE, Inputs};

pub(super) fn guests(kitchen: &Kitchen<'_>) -> anyhow::Result<Vec<Guest>> {
    let inputs =
        Inputs::default().files(&["recipes/common.sh", "recipes/ruby.sh"])?.files_in("ruby", &[".json", ".mjs"])?;
    let fetched = kitchen.step("ruby", &inputs, &[Path::new(HERE)])?;
    Ok(vec![Guest {
        name: Language::Ruby.into(),
        version: version_in(&fetched.join("version.h"), "RUBY_VERSION")?,
        exchange: Exchange::Ruby,
        module: fs::read(fetched.join("guest.wasm"))?,
        bootstrap: scripts_in("ruby", ".rb")?,
        library: None,
        fuel_per_ms: 5_000_000,
    }])
}

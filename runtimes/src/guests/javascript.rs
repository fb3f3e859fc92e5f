//! QuickJS-NG.

use std::{fs, path::Path};

use domain::{Language, SourceFile};
use sandbox::Exchange;

use super::{Guest, Kitchen, scripts, version_in};
use crate::recipe::{HERE, Inputs};

pub(super) fn guests(kitchen: &Kitchen<'_>) -> anyhow::Result<Vec<Guest>> {
    let source = kitchen.sources.folder("rquickjs-sys")?.join("quickjs");
    let inputs = kitchen
        .tools_inputs
        .clone()
        .files(&["recipes/javascript.sh", "guest/memory.c", "javascript/guest.c"])?
        .text(kitchen.sources.version("rquickjs-sys")?);
    let linked = kitchen.step("javascript", &inputs, &[&kitchen.tools, &source, Path::new(HERE)])?;
    let bundle_inputs = Inputs::default().files(&[
        "recipes/common.sh",
        "recipes/url.sh",
        "javascript/url/package-lock.json",
        "javascript/url/entry.js",
    ])?;
    let bundled = kitchen.step("url", &bundle_inputs, &[Path::new(HERE)])?;
    let url = SourceFile { name: "url.js".to_owned(), content: fs::read_to_string(bundled.join("url.js"))? };
    let mut bootstrap = scripts(
        "javascript",
        &["bootstrap.js", "events.js", "inspect.js", "node.js", "text.js", "values.js", "web.js"],
    )?;
    bootstrap.push(url);
    let part = |name: &str| version_in(&source.join("quickjs.h"), &format!("QJS_VERSION_{name}"));
    Ok(vec![Guest {
        name: Language::Javascript.into(),
        version: format!("{}.{}.{}", part("MAJOR")?, part("MINOR")?, part("PATCH")?),
        exchange: Exchange::Exports,
        module: fs::read(linked.join("guest.wasm"))?,
        bootstrap,
        library: None,
        fuel_per_ms: 5_000_000,
    }])
}

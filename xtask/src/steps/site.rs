//! The client files as they are served: the content's hash in each name, compressed once, and a manifest of the names.

use std::{
    collections::BTreeSet,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{
    key::{self, Key},
    progress,
    steps::{client, editor, npm, style},
    workspace::Workspace,
};

/// Builds the client, the editor and the style sheet, and lays them out in `target/site`.
pub fn build(workspace: &Workspace) -> Result<PathBuf> {
    let modules = npm::install(workspace, "editor")?;
    let esbuild = modules.join(".bin/esbuild");
    let css = style::build(workspace, &esbuild)?;
    let editor = editor::build(workspace, &modules)?;
    let client = client::build(workspace, &esbuild)?;

    let site = workspace.site();
    let mut files = vec![("css".to_owned(), css), ("editor".to_owned(), editor.entry)];
    for (name, part) in client::PARTS.iter().zip(client) {
        files.push((format!("{name}_js"), part.js));
        files.push((format!("{name}_wasm"), part.wasm));
    }
    let mut key = Key::new("site 2");
    for file in files.iter().map(|(_, file)| file).chain(&editor.chunks) {
        key.tree(file)?;
    }
    key::unless_done(workspace, "site", key, &[&site.join("manifest.json"), &site.join("assets")], || {
        progress::step("compressing the client files", || lay_out(&site, &files, &editor.chunks))
    })?;
    Ok(site)
}

/// `chunks` keep their names, by which other modules import them; the others get one by their content.
fn lay_out(site: &Path, files: &[(String, PathBuf)], chunks: &[PathBuf]) -> Result<()> {
    let assets = site.join("assets");
    let mut names = BTreeSet::new();
    let mut lines = Vec::new();
    let mut needed = Vec::new();
    let read = |file: &Path| fs::read(file).with_context(|| format!("{} cannot be read", file.display()));
    let mut put = |name: &str, content: Vec<u8>| -> Result<()> {
        for (suffix, bytes) in [(".br", brotli(&content)?), (".gz", gzip(&content)?), ("", content)] {
            let name = format!("{name}{suffix}");
            key::write(&assets.join(&name), &bytes)?;
            names.insert(name);
        }
        Ok(())
    };
    for (kind, file) in files {
        let content = read(file)?;
        let name = asset_name(kind, &content);
        if kind == "editor" {
            let module = String::from_utf8_lossy(&content).into_owned();
            needed.extend(editor::needed_at_once(&module).into_iter().map(str::to_owned));
        }
        put(&name, content)?;
        lines.push(format!("  \"{kind}\": \"/assets/{name}\""));
    }
    let mut others = Vec::new();
    for chunk in chunks {
        let name = chunk.file_name().unwrap_or_default().to_string_lossy().into_owned();
        put(&name, read(chunk)?)?;
        if !needed.contains(&name) {
            others.push(name);
        }
    }
    let list = |names: &[String]| {
        let names: Vec<String> = names.iter().map(|name| format!("\"/assets/{name}\"")).collect();
        format!("[{}]", names.join(", "))
    };
    lines.push(format!("  \"editor_parts\": {}", list(&needed)));
    lines.push(format!("  \"editor_later\": {}", list(&others)));
    // The manifest changes at once and last. What the last one names stays for one build more, since a server that runs
    // serves it; what is older goes.
    let last = fs::read_to_string(site.join("manifest.json")).unwrap_or_default();
    let fresh = site.join("manifest.json.new");
    key::write(&fresh, format!("{{\n{}\n}}\n", lines.join(",\n")).as_bytes())?;
    fs::rename(&fresh, site.join("manifest.json")).context("the manifest cannot be put in place")?;
    for file in key::files(&assets)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let address = format!("/assets/{}\"", name.trim_end_matches(".br").trim_end_matches(".gz"));
        if !names.contains(&name) && !last.contains(&address) {
            fs::remove_file(&file).with_context(|| format!("{} cannot be removed", file.display()))?;
        }
    }
    Ok(())
}

/// `style-0123456789.css`, `lesson-0123456789.wasm`: 40 bits of the hash are plenty to tell one build from another.
fn asset_name(kind: &str, content: &[u8]) -> String {
    let (stem, extension) = match kind.rsplit_once('_') {
        Some(parts) => parts,
        None if kind == "css" => ("style", "css"),
        None => (kind, "js"),
    };
    format!("{stem}-{}.{extension}", &key::sha256(content)[..10])
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*content, &mut packed, &settings).context("brotli")?;
    Ok(packed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed assumption is a failed test")]

    use super::*;

    #[test]
    fn a_new_build_keeps_what_the_last_one_served_and_nothing_older() {
        let folder = std::env::temp_dir().join(format!("xtask-site-{}", std::process::id()));
        let source = folder.join("in.css");
        let site = folder.join("site");
        let mut seen = Vec::new();
        for (content, files) in [("body{color:red}", 3), ("body{color:blue}", 6), ("body{color:green}", 6)] {
            key::write(&source, content.as_bytes()).unwrap();
            lay_out(&site, &[("css".to_owned(), source.clone())], &[]).unwrap();
            let name = asset_name("css", content.as_bytes());
            let manifest = fs::read_to_string(site.join("manifest.json")).unwrap();
            let parts = "  \"editor_parts\": [],\n  \"editor_later\": []";
            assert_eq!(manifest, format!("{{\n  \"css\": \"/assets/{name}\",\n{parts}\n}}\n"));
            let mut unpacked = Vec::new();
            let packed = fs::read(site.join(format!("assets/{name}.br"))).unwrap();
            brotli::BrotliDecompress(&mut &*packed, &mut unpacked).unwrap();
            assert_eq!(unpacked, content.as_bytes());
            assert_eq!(key::files(&site.join("assets")).unwrap().len(), files);
            seen.push(name);
        }
        assert!(!site.join("assets").join(&seen[0]).exists());
        assert!(site.join("assets").join(&seen[1]).exists());
        fs::remove_dir_all(&folder).unwrap();
    }
}

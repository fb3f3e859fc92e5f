//! The style sheet: every file of `style/`, in one order, minified into one.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::{
    exec,
    key::{self, Key},
    progress,
    workspace::Workspace,
};

/// What comes first wins least: later files may rely on earlier ones. Within a folder, by name.
const ORDER: [&str; 5] = ["tokens", "base", "components", "pages", "print"];

/// Bundles the style sheet.
pub fn build(workspace: &Workspace, esbuild: &Path) -> Result<PathBuf> {
    let style = workspace.path("style");
    let bundle = workspace.made("style").join("style.css");
    let mut key = Key::new("style 1");
    key.tree(&style)?.tree(&workspace.path("editor/package-lock.json"))?;
    key::unless_done(workspace, "style", key, &[&bundle], || {
        progress::step("bundling the style sheet", || {
            let entry = workspace.made("style").join("all.css");
            key::write(&entry, imports(&style)?.as_bytes())?;
            let mut command = workspace.command(esbuild);
            command.arg(&entry).args(["--bundle", "--minify", "--target=chrome120,firefox121,safari17"]);
            exec::quiet(workspace, "style", command.arg(format!("--outfile={}", bundle.display())))
        })
    })?;
    Ok(bundle)
}

/// An `@import` for each file. A file that no place of [`ORDER`] knows is an error, not a surprise.
fn imports(style: &Path) -> Result<String> {
    let mut placed = Vec::new();
    for file in key::files(style)? {
        let inside = file.strip_prefix(style).unwrap_or(&file);
        let first = inside.iter().next().unwrap_or_default().to_string_lossy();
        let place = ORDER.iter().position(|place| first.strip_suffix(".css").unwrap_or(&first) == *place);
        match place {
            Some(place) if file.extension().is_some_and(|extension| extension == "css") => placed.push((place, file)),
            _ => bail!("{} has no place in the style sheet; the places are {}", file.display(), ORDER.join(", ")),
        }
    }
    if placed.is_empty() {
        bail!("there is no style sheet in {}", style.display());
    }
    placed.sort();
    Ok(placed.iter().map(|(_, file)| format!("@import \"{}\";\n", file.display())).collect())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed assumption is a failed test")]

    use super::*;

    #[test]
    fn files_come_in_their_order_and_strangers_are_refused() {
        let folder = std::env::temp_dir().join(format!("xtask-style-{}", std::process::id()));
        for file in
            ["print.css", "pages/home.css", "base.css", "components/card.css", "tokens.css", "components/button.css"]
        {
            key::write(&folder.join(file), b"").unwrap();
        }
        let all = imports(&folder).unwrap();
        let names: Vec<_> = all.lines().map(|line| line.rsplit('/').next().unwrap().trim_end_matches("\";")).collect();
        assert_eq!(names, ["tokens.css", "base.css", "button.css", "card.css", "home.css", "print.css"]);

        key::write(&folder.join("extra.css"), b"").unwrap();
        assert!(imports(&folder).unwrap_err().to_string().contains("extra.css has no place"));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}

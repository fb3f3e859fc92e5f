//! A new lesson: the next of its module.

use std::{collections::BTreeMap, path::Path};

use uuid::Uuid;

use super::{Scaffold, ScaffoldError, module_folder, names, template::fill, title};
use crate::load::numbered;

const TEMPLATE: &str = include_str!("templates/lesson.md");

/// The file of a new lesson.
///
/// # Errors
/// See [`ScaffoldError`].
pub fn lesson(root: &Path, module: &str, slug: &str) -> Result<Scaffold, ScaffoldError> {
    let folder = module_folder(root, module, slug)?;
    let mut last = 0;
    for name in names(root, &folder)? {
        let Some((number, taken)) = name.strip_suffix(".md").and_then(numbered) else { continue };
        if taken == slug {
            return Err(ScaffoldError::Taken { path: folder.join(&name) });
        }
        last = last.max(number);
    }
    if last >= 99 {
        return Err(ScaffoldError::Full(module.to_owned()));
    }
    let file = folder.join(format!("{:02}-{slug}.md", last + 1));
    let (id, title) = (Uuid::new_v4().to_string(), title(slug));
    let text = fill(TEMPLATE, &[("id", &id), ("title", &title), ("module", module)]);
    let next = vec![
        "change the text; what stands there now is a small whole example".to_owned(),
        "name what it introduces in `concepts`, and its exercises in `exercises` (`backroad new exercise` makes one)"
            .to_owned(),
        format!("backroad check {}", file.display()),
    ];
    Ok(Scaffold { files: BTreeMap::from([(file, text)]), next })
}

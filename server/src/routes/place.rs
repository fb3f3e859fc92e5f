//! Where an exercise stands in an address: `/exercises/{module}/{slug}`, or below it a stage of a project.

use curriculum::{Catalogue, Exercise};
use serde::Deserialize;

use crate::error::Failure;

/// The parameters of a path. Without a stage it is an exercise or a project.
#[derive(Debug, Deserialize)]
pub struct ExercisePlace {
    module: String,
    slug: String,
    stage: Option<String>,
    /// Of a draft.
    #[serde(default)]
    language: String,
}

impl ExercisePlace {
    /// What stands there.
    ///
    /// # Errors
    /// Nothing does.
    pub fn find<'a>(&self, catalogue: &'a Catalogue) -> Result<&'a Exercise, Failure> {
        let found = match &self.stage {
            Some(stage) => catalogue.stage(&self.module, &self.slug, stage),
            None => catalogue.exercise(&self.module, &self.slug),
        };
        found.ok_or(Failure::NotFound)
    }

    /// The language that the path names; nothing where it names none.
    pub fn language(&self) -> &str {
        &self.language
    }
}

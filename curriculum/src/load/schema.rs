//! JSON Schemas of the files that authors write, from the very types that read them: what an editor offers is what the
//! loader takes.

use std::collections::BTreeMap;

use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::{Value as Json, json};

use super::{
    ConceptEntry, SourceEntry,
    exercise::{ExerciseFile, ProjectFile, StageFile},
    mutants::MutantsFile,
    road::ModuleFile,
    suite::TestsFile,
};
use crate::markdown::Quiz;

/// A schema for each kind of file, by the name of its own file.
#[must_use]
pub fn schemas() -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        ("bibliography.schema.json", text(of::<BTreeMap<String, SourceEntry>>())),
        ("bugs.schema.json", text(bugs())),
        ("concepts.schema.json", text(of::<BTreeMap<String, ConceptEntry>>())),
        ("exercise.schema.json", text(of::<ExerciseFile>())),
        ("module.schema.json", text(of::<ModuleFile>())),
        ("mutants.schema.json", text(of::<MutantsFile>())),
        ("project.schema.json", text(of::<ProjectFile>())),
        ("questions.schema.json", text(of::<Quiz>())),
        ("stage.schema.json", text(of::<StageFile>())),
        ("tests.schema.json", text(of::<TestsFile>())),
    ])
}

/// Draft 7 is what every editor understands.
fn of<T: JsonSchema>() -> Json {
    let mut schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<T>().to_value();
    plain(&mut schema);
    schema
}

/// The same file with another name for its list; serde's `alias` is none that a schema could tell.
fn bugs() -> Json {
    let mut schema = of::<MutantsFile>();
    if let Some(properties) = schema["properties"].as_object_mut()
        && let Some(list) = properties.remove("mutant")
    {
        properties.insert("bug".to_owned(), list);
    }
    schema
}

/// Takes out what TOML cannot say (`null`), what only programs ask for (`format`), and the names of our types.
fn plain(schema: &mut Json) {
    match schema {
        Json::Object(entries) => {
            if entries.get("format").is_some_and(Json::is_string) {
                entries.remove("format");
            }
            if entries.get("title").is_some_and(Json::is_string) {
                entries.remove("title");
            }
            if entries.get("default").is_some_and(Json::is_null) {
                entries.remove("default");
            }
            if let Some(Json::Array(types)) = entries.get_mut("type") {
                types.retain(|one| one != "null");
                if let [one] = types.as_slice() {
                    let one = one.clone();
                    entries.insert("type".to_owned(), one);
                }
            }
            if let Some(Json::Array(choices)) = entries.get_mut("anyOf") {
                choices.retain(|one| *one != json!({"type": "null"}));
                if let [one] = choices.as_slice() {
                    let one = one.clone();
                    entries.remove("anyOf");
                    // Beside a `$ref`, draft 7 sees nothing else: the description would be lost.
                    entries.insert("allOf".to_owned(), json!([one]));
                }
            }
            entries.values_mut().for_each(plain);
        }
        Json::Array(items) => items.iter_mut().for_each(plain),
        _ => {}
    }
}

fn text(schema: Json) -> String {
    // A value that was just made can be written.
    format!("{schema:#}\n")
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::*;

    #[test]
    fn the_schemas_in_the_repository_are_those_of_the_loader() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/schemas");
        let schemas = schemas();
        for (name, schema) in &schemas {
            let written = fs::read_to_string(folder.join(name)).unwrap_or_default();
            assert!(
                written == *schema,
                "docs/schemas/{name} is out of date; write it with `cargo run -- schema docs/schemas`"
            );
        }
        for entry in fs::read_dir(folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            assert!(schemas.contains_key(name.as_str()), "docs/schemas/{name} is the schema of nothing");
        }
    }

    #[test]
    fn a_schema_knows_fields_choices_and_what_is_unknown() {
        let exercise = of::<ExerciseFile>();
        assert_eq!(exercise["additionalProperties"], json!(false));
        assert_eq!(exercise["properties"]["title"]["type"], "string");
        let text = exercise.to_string();
        for word in ["\"performance\"", "\"typescript\"", "\"time_ms\"", "A UUID that never changes."] {
            assert!(text.contains(word), "`{word}` is not in {text}");
        }
        assert!(!text.contains("\"null\""), "{text}");
        let required = exercise["required"].as_array().unwrap();
        assert!(required.contains(&json!("kind")) && !required.contains(&json!("languages")), "{required:?}");
        assert!(bugs()["properties"]["bug"].is_object() && bugs()["properties"]["mutant"].is_null());
    }
}

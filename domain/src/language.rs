//! The languages a learner can answer in, and the libraries that some exercises add to them.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A language that the sandbox runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// CPython.
    Python,
    /// QuickJS-NG, ECMAScript modules.
    Javascript,
    /// JavaScript with types, which are taken out before it runs.
    Typescript,
    /// CRuby.
    Ruby,
    /// PHP.
    Php,
    /// SQLite.
    Sql,
}

impl Language {
    /// Every language, in the order in which pages list them.
    pub const ALL: [Self; 6] = [Self::Python, Self::Javascript, Self::Typescript, Self::Ruby, Self::Php, Self::Sql];

    /// The lower-case name used in URLs, files and tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Python => "python",
            Self::Javascript => "javascript",
            Self::Typescript => "typescript",
            Self::Ruby => "ruby",
            Self::Php => "php",
            Self::Sql => "sql",
        }
    }

    /// The name a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            Self::Python => "Python",
            Self::Javascript => "JavaScript",
            Self::Typescript => "TypeScript",
            Self::Ruby => "Ruby",
            Self::Php => "PHP",
            Self::Sql => "SQL",
        }
    }

    /// The file extension without its dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Python => "py",
            Self::Javascript => "js",
            Self::Typescript => "ts",
            Self::Ruby => "rb",
            Self::Php => "php",
            Self::Sql => "sql",
        }
    }

    /// The file that the guest starts from.
    pub fn main_file(self) -> &'static str {
        match self {
            Self::Python => "main.py",
            Self::Javascript => "main.js",
            Self::Typescript => "main.ts",
            Self::Ruby => "main.rb",
            Self::Php => "main.php",
            Self::Sql => "main.sql",
        }
    }

    /// The language whose interpreter runs it.
    pub fn interpreted_as(self) -> Self {
        match self {
            Self::Typescript => Self::Javascript,
            other => other,
        }
    }

    /// A test names functions in `snake_case`; each language sees its own convention.
    ///
    /// `split_url` stays `split_url` in Python, Ruby and PHP, and is `splitUrl` in JavaScript.
    pub fn function_name(self, snake_case: &str) -> String {
        match self {
            Self::Python | Self::Ruby | Self::Php | Self::Sql => snake_case.to_owned(),
            Self::Javascript | Self::Typescript => {
                let mut words = snake_case.split('_');
                let mut name = words.next().unwrap_or_default().to_owned();
                for word in words {
                    let mut letters = word.chars();
                    name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
                    name.push_str(letters.as_str());
                }
                name
            }
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text named no language we run.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no language `{0}`; choose {names}", names = Language::ALL.map(Language::as_str).join(", "))]
pub struct UnknownLanguage(pub String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|language| language.as_str() == text).ok_or_else(|| UnknownLanguage(text.to_owned()))
    }
}

/// A library that an exercise can ask for; it is imported before the snapshot, so that it costs a guest nothing to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Library {
    /// Python: Flask with what it needs.
    Flask,
    /// JavaScript: the reference implementation of GraphQL.
    Graphql,
    /// JavaScript: the web framework.
    Hono,
    /// JavaScript: queries in MongoDB's language over objects.
    Mingo,
}

impl Library {
    /// Every library.
    pub const ALL: [Self; 4] = [Self::Flask, Self::Graphql, Self::Hono, Self::Mingo];

    /// The name it is imported by.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Flask => "flask",
            Self::Graphql => "graphql",
            Self::Hono => "hono",
            Self::Mingo => "mingo",
        }
    }

    /// The language whose interpreter loads it.
    pub fn language(self) -> Language {
        match self {
            Self::Flask => Language::Python,
            Self::Graphql | Self::Hono | Self::Mingo => Language::Javascript,
        }
    }
}

impl fmt::Display for Library {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text named no library we have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no library `{0}`; choose {names}", names = Library::ALL.map(Library::as_str).join(", "))]
pub struct UnknownLibrary(pub String);

impl FromStr for Library {
    type Err = UnknownLibrary;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|library| library.as_str() == text).ok_or_else(|| UnknownLibrary(text.to_owned()))
    }
}

/// Names an interpreter with the libraries in it: `python`, `python+flask`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RuntimeName(String);

impl RuntimeName {
    /// The interpreter of a language with those of the libraries that are for it.
    pub fn new(language: Language, libraries: &[Library]) -> Self {
        let interpreter = language.interpreted_as();
        let mut own: Vec<_> = libraries
            .iter()
            .filter(|library| library.language() == interpreter)
            .map(|library| library.as_str())
            .collect();
        own.sort_unstable();
        own.dedup();
        Self([interpreter.as_str()].into_iter().chain(own).collect::<Vec<_>>().join("+"))
    }

    /// What takes the types out of TypeScript.
    pub fn type_stripper() -> Self {
        Self(Language::Typescript.as_str().to_owned())
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Language> for RuntimeName {
    fn from(language: Language) -> Self {
        Self::new(language, &[])
    }
}

impl fmt::Display for RuntimeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_named_as_its_language_does() {
        assert_eq!(Language::Python.function_name("split_url"), "split_url");
        assert_eq!(Language::Javascript.function_name("split_url"), "splitUrl");
        assert_eq!(Language::Typescript.function_name("split_url"), "splitUrl");
        assert_eq!(Language::Javascript.function_name("parse"), "parse");
    }

    #[test]
    fn a_language_is_read_by_its_name_alone() {
        assert_eq!("javascript".parse(), Ok(Language::Javascript));
        let said = "JavaScript".parse::<Language>().map_err(|error| error.to_string());
        let whole = "there is no language `JavaScript`; choose python, javascript, typescript, ruby, php, sql";
        assert_eq!(said, Err(whole.to_owned()));
    }

    #[test]
    fn a_runtime_has_the_libraries_of_its_own_language() {
        let name = |language, libraries: &[Library]| RuntimeName::new(language, libraries).to_string();
        assert_eq!(name(Language::Ruby, &[]), "ruby");
        assert_eq!(name(Language::Python, &[Library::Hono, Library::Flask]), "python+flask");
        assert_eq!(
            name(Language::Typescript, &[Library::Mingo, Library::Flask, Library::Hono]),
            "javascript+hono+mingo"
        );
    }
}

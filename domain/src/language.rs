//! The languages a learner can answer in.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A language that a runtime of the sandbox executes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// CPython 3.13.
    Python,
    /// QuickJS-NG, ECMAScript modules.
    Javascript,
}

impl Language {
    /// Every language, in the order in which pages list them.
    pub const ALL: [Self; 2] = [Self::Python, Self::Javascript];

    /// The lower-case name used in URLs, files and tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Python => "python",
            Self::Javascript => "javascript",
        }
    }

    /// The name a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            Self::Python => "Python",
            Self::Javascript => "JavaScript",
        }
    }

    /// The file extension without its dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Python => "py",
            Self::Javascript => "js",
        }
    }

    /// The file that the guest starts from.
    pub fn main_file(self) -> &'static str {
        match self {
            Self::Python => "main.py",
            Self::Javascript => "main.js",
        }
    }

    /// A test names functions in `snake_case`; each language sees its own convention.
    ///
    /// `split_url` stays `split_url` in Python and is `splitUrl` in JavaScript.
    pub fn function_name(self, snake_case: &str) -> String {
        match self {
            Self::Python => snake_case.to_owned(),
            Self::Javascript => {
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
#[error("there is no language `{0}`; choose python or javascript")]
pub struct UnknownLanguage(pub String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|language| language.as_str() == text).ok_or_else(|| UnknownLanguage(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_named_as_its_language_does() {
        assert_eq!(Language::Python.function_name("split_url"), "split_url");
        assert_eq!(Language::Javascript.function_name("split_url"), "splitUrl");
        assert_eq!(Language::Javascript.function_name("parse"), "parse");
    }

    #[test]
    fn a_language_is_read_by_its_name_alone() {
        assert_eq!("javascript".parse(), Ok(Language::Javascript));
        assert!("JavaScript".parse::<Language>().is_err());
    }
}

//! What the line after the three backticks says about the code below it.

use std::str::FromStr;

use domain::Language;

use crate::highlight::is_known;

/// What is to be done with a block of code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fence {
    /// Code the reader can edit and run: ```` ```python try ````.
    Try(Language),
    /// What the code before it prints: ```` ```output ````.
    Output,
    /// Questions: ```` ```quiz ````.
    Quiz,
    /// Data that must be well-formed: ```` ```json ```` and ```` ```toml ````.
    Data(String),
    /// Only shown; the author said why it does not run: ```` ```http norun="why" ````.
    Shown(String),
}

impl FromStr for Fence {
    type Err = String;

    fn from_str(info: &str) -> Result<Self, Self::Err> {
        let info = info.trim();
        let (language, rest) = info.split_once(char::is_whitespace).unwrap_or((info, ""));
        let rest = rest.trim();
        match (language, rest) {
            ("", _) => Err("a fence needs a language, such as ```text norun=\"why\"".to_owned()),
            ("quiz", "") => Ok(Self::Quiz),
            ("output", "") => Ok(Self::Output),
            ("quiz" | "output", _) => Err(format!("nothing may follow `{language}`, but here `{rest}` does")),
            (_, "try") => language.parse().map(Self::Try).map_err(|_| {
                format!("`{language}` cannot be tried; we run {}", Language::ALL.map(Language::as_str).join(", "))
            }),
            _ if !is_known(language) => {
                Err(format!("there is no language `{language}`; use `text` for what has no syntax"))
            }
            ("json" | "toml", "") => Ok(Self::Data(language.to_owned())),
            (_, "") if language.parse::<Language>().is_ok() => {
                Err(format!("code either runs (```{language} try) or says why not (```{language} norun=\"why\")"))
            }
            (_, "") => Err(format!("code that does not run says why: ```{language} norun=\"why\"")),
            _ => match rest.strip_prefix("norun=\"").and_then(|rest| rest.strip_suffix('"')) {
                Some(why) if why.trim().is_empty() => Err("`norun` must say why this does not run".to_owned()),
                Some(why) if !why.contains('"') => Ok(Self::Shown(language.to_owned())),
                _ => Err(format!("`{rest}` is neither `try` nor `norun=\"why\"`")),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fence_says_what_becomes_of_its_code() {
        assert_eq!("python try".parse(), Ok(Fence::Try(Language::Python)));
        assert_eq!("javascript  try ".parse(), Ok(Fence::Try(Language::Javascript)));
        assert_eq!("output".parse(), Ok(Fence::Output));
        assert_eq!("quiz".parse(), Ok(Fence::Quiz));
        assert_eq!("json".parse(), Ok(Fence::Data("json".into())));
        assert_eq!("json norun=\"cut short\"".parse(), Ok(Fence::Shown("json".into())));
        assert_eq!("http norun=\"on the wire\"".parse(), Ok(Fence::Shown("http".into())));
    }

    #[test]
    fn a_fence_that_says_too_little_or_too_much_is_refused() {
        for (info, part) in [
            ("", "needs a language"),
            ("python", "either runs"),
            ("http", "says why"),
            ("rust try", "cannot be tried"),
            ("pyhton norun=\"x\"", "no language"),
            ("python norun=\"\"", "must say why"),
            ("python norun=\" \"", "must say why"),
            ("python try norun=\"x\"", "neither"),
            ("python norun=\"a\" x=\"b\"", "neither"),
            ("python run", "neither"),
            ("quiz hard", "nothing may follow"),
            ("output python", "nothing may follow"),
        ] {
            let error = info.parse::<Fence>().unwrap_err();
            assert!(error.contains(part), "{info}: {error}");
        }
    }
}

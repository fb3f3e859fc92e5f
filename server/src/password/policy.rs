//! Which passwords are accepted: long enough, and not one that everybody tries first.
//!
//! There are no rules on kinds of characters: they make passwords predictable, and NIST SP 800-63B and OWASP ASVS 5.0
//! (6.2) advise against them.

use zxcvbn::{Score, zxcvbn};

use super::Password;

/// The fewest characters.
const MIN_CHARS: usize = 8;
/// The most characters. Enough for a passphrase; keeps the work of hashing and judging one bounded.
const MAX_CHARS: usize = 128;

/// Why a password is refused, in words for the person who chose it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordProblem {
    /// Fewer than [`MIN_CHARS`].
    #[error("Use at least {MIN_CHARS} characters.")]
    TooShort,
    /// More than [`MAX_CHARS`].
    #[error("Use at most {MAX_CHARS} characters.")]
    TooLong,
    /// Among the first that an attacker tries.
    #[error("This password is easy to guess. Three or four unrelated words make a good one.")]
    Common,
}

/// Checks a new password. `about` holds what an attacker knows of the person: name and address.
///
/// # Errors
/// What is wrong with it.
pub fn check(password: &Password, about: &[&str]) -> Result<(), PasswordProblem> {
    let text = password.expose();
    match text.chars().count() {
        ..MIN_CHARS => return Err(PasswordProblem::TooShort),
        MIN_CHARS..=MAX_CHARS => {}
        _ => return Err(PasswordProblem::TooLong),
    }
    let mut known = vec!["backroad"];
    known.extend(about.iter().flat_map(|text| text.split(['@', '.', ' '])).filter(|word| word.len() > 2));
    // Score 2 begins at a hundred million guesses: out of reach for somebody who must ask a server that counts tries.
    if zxcvbn(text, &known).score() < Score::Two { Err(PasswordProblem::Common) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(text: &str) -> Result<(), PasswordProblem> {
        check(&Password::new(text), &["Ada Lovelace", "ada@example.org"])
    }

    #[test]
    fn length_counts_characters_not_bytes() {
        assert_eq!(checked("zB7!qkw"), Err(PasswordProblem::TooShort));
        assert_eq!(checked("zB7!qkwP"), Ok(()));
        assert_eq!(checked("ж7ёщЪфыв"), Ok(()));
        let long: String = "naïve otter 7 ".repeat(10).chars().take(128).collect();
        assert_eq!(checked(&long), Ok(()));
        assert_eq!(checked(&format!("{long}x")), Err(PasswordProblem::TooLong));
    }

    #[test]
    fn what_is_tried_first_is_refused() {
        for common in
            ["password", "password1", "12345678", "qwertyuiop", "iloveyou", "backroad1", "lovelace1", "aaaaaaaaaa"]
        {
            assert_eq!(checked(common), Err(PasswordProblem::Common), "{common}");
        }
    }

    #[test]
    fn any_characters_are_taken() {
        for fine in ["four unrelated words", "gravel lantern otter", "🦀🦊🐙🦉🐝🐢🦔🐳", "\"'<>;-- \\ tide"]
        {
            assert_eq!(checked(fine), Ok(()), "{fine}");
        }
    }
}

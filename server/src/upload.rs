//! Code on its way in, from a form or from a script.

use domain::{Language, OwnInput, SourceFile, TypedRequest, check_files};
use serde::Deserialize;

use crate::{
    error::Failure,
    extract::{EitherBody, Pairs},
};

/// The JSON of a submission. The language is a text here, so that a wrong one is refused in words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubmitJson {
    language: String,
    files: Vec<SourceFile>,
    #[serde(default)]
    signed_in: bool,
}

/// The JSON of code to be run with an input of one's own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunJson {
    language: String,
    files: Vec<SourceFile>,
    input: OwnInput,
}

/// The JSON of a program to try.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TryJson {
    language: String,
    code: String,
}

/// Code as it was sent, not looked at yet.
#[derive(Debug)]
pub struct Upload {
    /// The language's name.
    pub language: String,
    /// The files.
    pub files: Vec<SourceFile>,
    /// Whether it came from a plain form, which is answered with a page.
    pub from_form: bool,
    /// Whether the page it came from was drawn for an account.
    pub signed_in: bool,
    /// The hash of the content that its page was drawn from; empty where it does not say.
    pub exercise_hash: String,
}

/// What somebody wants to try their code with, as it was sent.
#[derive(Debug)]
pub enum TypedInput {
    /// By a script.
    Read(OwnInput),
    /// By a form, whose fields depend on the exercise.
    Form(Pairs),
}

impl Upload {
    /// A submission: JSON, or a form with a field `file:NAME` for each file.
    pub fn of_submission(body: EitherBody<SubmitJson>) -> Self {
        match body {
            EitherBody::Json(SubmitJson { language, files, signed_in }) => {
                Self { signed_in, ..Self::of_script(language, files) }
            }
            EitherBody::Form(form) => Self::of_form(&form),
        }
    }

    /// Code to be run with an input of one's own: JSON, or the form of a submission with more fields.
    pub fn of_run(body: EitherBody<RunJson>) -> (Self, TypedInput) {
        match body {
            EitherBody::Json(RunJson { language, files, input }) => {
                (Self::of_script(language, files), TypedInput::Read(input))
            }
            EitherBody::Form(form) => (Self::of_form(&form), TypedInput::Form(form)),
        }
    }

    fn of_script(language: String, files: Vec<SourceFile>) -> Self {
        Self { language, files, from_form: false, signed_in: false, exercise_hash: String::new() }
    }

    fn of_form(form: &Pairs) -> Self {
        let file = |(name, text): (&str, &str)| SourceFile { name: name.to_owned(), content: typed(text) };
        Self {
            language: form.text("language").to_owned(),
            files: form.with_prefix("file:").map(file).collect(),
            from_form: true,
            signed_in: form.text("signed_in") == "true",
            exercise_hash: form.text("exercise_hash").to_owned(),
        }
    }

    /// A program to try: JSON, or a form with the fields `language` and `code`.
    pub fn of_trial(body: EitherBody<TryJson>) -> (Self, Pairs) {
        let (language, code, form) = match body {
            EitherBody::Json(TryJson { language, code }) => (language, code, None),
            EitherBody::Form(form) => (form.text("language").to_owned(), typed(form.text("code")), Some(form)),
        };
        let name = language.parse::<Language>().map_or("main", |language| language.main_file());
        let files = vec![SourceFile { name: name.to_owned(), content: code }];
        (Self { from_form: form.is_some(), ..Self::of_script(language, files) }, form.unwrap_or_default())
    }

    /// The language, if it is one of these.
    ///
    /// # Errors
    /// In words, what it may be.
    pub fn language(&self, offered: &[Language]) -> Result<Language, Failure> {
        let known = self.language.parse::<Language>().ok().filter(|language| offered.contains(language));
        known.ok_or_else(|| {
            let names: Vec<&str> = offered.iter().map(|language| language.label()).collect();
            Failure::Invalid {
                detail: format!("This can be answered in {}.", names.join(" or ")),
                field: Some("language".to_owned()),
            }
        })
    }

    /// The files, if they can be taken: few enough, short enough, text, and one of them where the language begins.
    ///
    /// # Errors
    /// In words, what is wrong.
    pub fn checked(&self, language: Language) -> Result<&[SourceFile], Failure> {
        check_files(&self.files)?;
        if self.files.iter().all(|file| file.name != language.main_file()) {
            return Err(Failure::Invalid {
                detail: format!("A {} answer needs a file named {}.", language.label(), language.main_file()),
                field: Some("files".to_owned()),
            });
        }
        Ok(&self.files)
    }
}

/// The request that a form's fields say.
pub fn typed_request(form: &Pairs) -> TypedRequest {
    let text = |field| typed(form.text(field));
    TypedRequest {
        method: text("own_method"),
        path: text("own_path"),
        headers: text("own_headers"),
        body: text("own_body"),
    }
}

/// The text of a text area: browsers send its line ends as CR LF, whatever was typed.
pub fn typed(text: &str) -> String {
    text.replace("\r\n", "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn upload(language: &str, name: &str) -> Upload {
        let files = vec![SourceFile { name: name.to_owned(), content: String::new() }];
        Upload::of_script(language.to_owned(), files)
    }

    #[test]
    fn a_wrong_language_is_refused_with_what_it_may_be() {
        for name in ["ruby", "", "javascript"] {
            let failure = upload(name, "main.py").language(&[Language::Python]).unwrap_err();
            assert_eq!(failure.detail(), "This can be answered in Python.", "{name}");
        }
        assert_eq!(upload("python", "main.py").language(&Language::ALL).unwrap(), Language::Python);
    }

    #[test]
    fn the_file_to_begin_with_must_be_there() {
        assert!(upload("python", "main.py").checked(Language::Python).is_ok());
        let failure = upload("python", "main.js").checked(Language::Python).unwrap_err();
        assert!(failure.detail().contains("main.py"), "{failure:?}");
    }

    #[test]
    fn line_ends_of_a_text_area_become_those_that_were_typed() {
        assert_eq!(typed("a\r\nb\n"), "a\nb\n");
    }
}

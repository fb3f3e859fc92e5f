//! `/register` and `/login`.

/// The data of a form that could not be taken the first time, or of an empty one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountForm {
    /// The name, as it was typed.
    pub name: String,
    /// The address, as it was typed.
    pub email: String,
    /// Where to go afterwards: a path of ours.
    pub next: String,
    /// What is wrong, by field (`name`, `email`, `password`) or with the whole (empty field).
    pub problems: Vec<(&'static str, String)>,
}

//! The values contract, seen from the host.
//!
//! Values cross between host and guest as JSON. What JSON lacks is an object with one key, a tag:
//! `{"$bytes": base64}`, `{"$big": "decimal"}`, `{"$float": "nan"}`, `{"$date": "RFC 3339"}`, `{"$set": […]}`,
//! `{"$tuple": […]}`, and `{"$null": true}` where TOML has no null. A real object that looks like a tag is wrapped,
//! `{"$object": {…}}`. `tests/values.json` states the contract by example and is run in every language.
//!
//! [`Value`] is such a value read: it still knows a tuple from a list and `1.0` from `1`, as a learner who reads it would.
//! [`Canonical`] is what is compared: there, values that the contract calls equal are one and the same.

mod canonical;
mod read;

pub(crate) use canonical::Canonical;
pub use read::ValueError;

/// A value of a guest's language.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// `None`, `null`, `undefined`.
    Null,
    /// A truth value.
    Bool(bool),
    /// An integer, in decimal digits without a leading zero.
    Integer(String),
    /// An integer that crossed as `$big`: JavaScript's `BigInt`, or too large for a double.
    Big(String),
    /// A number with a fraction, an exponent or no value at all.
    Float(f64),
    /// Text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A moment, as it was written.
    Date(String),
    /// A list or array.
    List(Vec<Value>),
    /// A tuple.
    Tuple(Vec<Value>),
    /// A set.
    Set(Vec<Value>),
    /// A dictionary or plain object, in the order in which it was written.
    Object(Vec<(String, Value)>),
}

/// Checks that a value written by an author follows the contract.
///
/// # Errors
/// What is wrong with it.
pub fn check_value(value: &serde_json::Value) -> Result<(), ValueError> {
    Value::read(value).map(drop)
}

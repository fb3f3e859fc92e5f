//! Between columns and the words of `domain`.

use domain::{SourceFile, Timestamp};
use serde::{
    Deserialize,
    de::{IntoDeserializer as _, value::Error as ValueError},
};
use time::OffsetDateTime;

use crate::StoreError;

/// The present moment, as it is stored.
pub(crate) fn now() -> Timestamp {
    milliseconds(OffsetDateTime::now_utc())
}

/// A moment as it is stored; what lies outside 64 bits of milliseconds cannot be expressed by its type either.
pub(crate) fn milliseconds(moment: OffsetDateTime) -> Timestamp {
    Timestamp((moment.unix_timestamp_nanos() / 1_000_000) as i64)
}

/// A new identifier. Version 7 sorts by time, which keeps new rows at the end of an index.
pub(crate) fn new_id() -> String {
    uuid::Uuid::now_v7().to_string()
}

/// Reads a language, role or verdict by the name that serde gives it.
pub(crate) fn word<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, StoreError> {
    T::deserialize(text.into_deserializer()).map_err(|error: ValueError| StoreError::other(error))
}

/// The files as they stand in a column. Fails for nothing that a `SourceFile` can hold.
pub(crate) fn files_to_json(files: &[SourceFile]) -> Result<String, StoreError> {
    serde_json::to_string(files).map_err(StoreError::other)
}

/// The files of a column.
pub(crate) fn files_from_json(json: &str) -> Result<Vec<SourceFile>, StoreError> {
    serde_json::from_str(json).map_err(StoreError::other)
}

/// A count that the schema keeps positive and far below the limit.
pub(crate) fn count(column: i64) -> Result<u32, StoreError> {
    u32::try_from(column).map_err(StoreError::other)
}

/// A limit of rows for SQL.
pub(crate) fn limit(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

//! Parts that several pages, or both halves, are made of.

mod icon;
mod report_view;
mod run_view;
mod text;

pub(crate) use icon::Icon;
pub(crate) use report_view::{ReportSummary, ReportView, VerdictMark};
pub(crate) use run_view::RunView;
pub(crate) use text::{first_difference, mebibytes, milliseconds, plural, query_value, textarea_text};

#[cfg(feature = "ssr")]
mod lists;
#[cfg(feature = "ssr")]
mod meter;
#[cfg(feature = "ssr")]
mod quiz;
#[cfg(feature = "ssr")]
mod when;

#[cfg(feature = "ssr")]
pub(crate) use lists::{difficulty, exercise_row, lesson_row, next_card, pager, state_mark};
#[cfg(feature = "ssr")]
pub(crate) use meter::meter;
#[cfg(feature = "ssr")]
pub(crate) use quiz::quiz;
#[cfg(feature = "ssr")]
pub(crate) use when::when;

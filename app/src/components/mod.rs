//! Parts that several pages, or both halves, are made of.

#[cfg(any(feature = "ssr", feature = "workspace"))]
mod curve;
#[cfg(feature = "ssr")]
mod diff;
mod html;
mod icon;
#[cfg(any(feature = "ssr", feature = "workspace"))]
mod own_outcome;
#[cfg(any(feature = "ssr", feature = "workspace"))]
mod report;
mod run_output;
#[cfg(any(feature = "ssr", feature = "workspace"))]
mod state_mark;
mod text;
#[cfg(any(feature = "ssr", feature = "workspace"))]
mod two_texts;

#[cfg(feature = "ssr")]
pub(crate) use diff::diff;
pub(crate) use html::{Html, textarea_text};
pub(crate) use icon::Icon;
#[cfg(any(feature = "ssr", feature = "workspace"))]
pub(crate) use own_outcome::own_outcome;
#[cfg(any(feature = "ssr", feature = "workspace"))]
pub(crate) use report::{report, report_sentence, summary};
pub(crate) use run_output::run_output;
#[cfg(any(feature = "ssr", feature = "lesson"))]
pub(crate) use run_output::{expected_output, not_run};
#[cfg(any(feature = "ssr", feature = "workspace"))]
pub(crate) use state_mark::state_mark_parts;
pub(crate) use text::milliseconds;
#[cfg(any(feature = "ssr", feature = "workspace"))]
pub(crate) use text::{first_difference, is_table, mebibytes, plural};
#[cfg(any(feature = "ssr", feature = "workspace"))]
pub(crate) use two_texts::two_texts;

#[cfg(feature = "ssr")]
mod lists;
#[cfg(feature = "ssr")]
mod map;
#[cfg(feature = "ssr")]
mod meter;
#[cfg(feature = "ssr")]
mod quiz;
#[cfg(feature = "ssr")]
mod report_problem;
#[cfg(feature = "ssr")]
mod stages;
#[cfg(feature = "ssr")]
mod tables;
#[cfg(feature = "ssr")]
mod task_head;
#[cfg(feature = "ssr")]
mod verdict_mark;
#[cfg(feature = "ssr")]
mod when;

#[cfg(feature = "ssr")]
pub(crate) use lists::{difficulty, exercise_row, lesson_row, next_card, pager};
#[cfg(feature = "ssr")]
pub(crate) use map::{Place, map, state_word};
#[cfg(feature = "ssr")]
pub(crate) use meter::meter;
#[cfg(feature = "ssr")]
pub(crate) use quiz::quiz;
#[cfg(feature = "ssr")]
pub(crate) use report_problem::report_problem;
#[cfg(feature = "ssr")]
pub(crate) use stages::{closed_sentence, stage_list, stage_steps};
#[cfg(feature = "ssr")]
pub(crate) use state_mark::state_mark;
#[cfg(feature = "ssr")]
pub use tables::{ColumnView, TableView, tables_drawing};
#[cfg(feature = "ssr")]
pub(crate) use task_head::{TaskHead, task_head};
#[cfg(feature = "ssr")]
pub(crate) use text::{duration, query_value};
#[cfg(feature = "ssr")]
pub(crate) use verdict_mark::VerdictMark;
#[cfg(feature = "ssr")]
pub(crate) use when::{when, when_text};

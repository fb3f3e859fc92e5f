//! One integration binary; its modules mirror the routes and the promises.
//!
//! Each test has a server of its own: the real router over a database in a folder that goes away, the small content of
//! `tests/fixtures/content`, and the real sandbox. Requests are handed to the router without a network.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should fail")]

mod accounts;
mod bad_input;
mod drafts;
mod kinds;
mod limits;
mod logs;
mod metrics;
mod pages;
mod problems;
mod progress;
mod projects;
mod quizzes;
mod restart;
mod road;
mod route_table;
mod submissions;
mod support;
mod try_code;
mod workspace;

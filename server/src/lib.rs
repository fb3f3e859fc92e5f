//! The server of Backroad, and the commands around it.
//!
//! A request meets [`routes`], the one table of what can be asked; a handler gathers data from the content and the store
//! and has `app` render it. Whatever goes wrong is an [`error::Failure`]. Who asks is an [`identity::Identity`]. The
//! commands that are not `serve` are in [`commands`].

#![cfg_attr(test, expect(clippy::unwrap_used, reason = "a test that cannot go on should fail"))]

pub mod address;
pub mod cli;
pub mod commands;
pub mod content;
mod cookies;
pub mod error;
pub mod exposure;
mod extract;
pub mod identity;
pub mod judging;
pub mod limits;
mod middleware;
mod own_input;
mod page;
pub mod password;
mod paths;
mod pieces;
pub mod routes;
pub mod serving;
mod session_store;
pub mod site;
pub mod state;
mod upload;
pub mod watching;

//! The pages of Backroad, as Leptos components.
//!
//! A page is a function from plain data to a view: the server gathers the data (the structs in [`pages`]), renders the
//! view once, and sends it. What must be alive in the browser is an island; everything else is never sent as code.

pub mod pages;

//! What is alive in the browser. Each island is drawn whole by the server, works as plain links and forms, and is made
//! better once it is awake. In the browser each kind of page has a module of its own, which a feature names.

#[cfg(any(feature = "ssr", feature = "lesson"))]
mod try_it;
#[cfg(any(feature = "ssr", feature = "workspace"))]
mod workspace;

#[cfg(any(feature = "ssr", feature = "lesson"))]
pub use try_it::{TryCode, TryIt};
#[cfg(any(feature = "ssr", feature = "workspace"))]
pub use workspace::{Workspace, WorkspaceData};

//! What is alive in the browser. Each island is drawn whole by the server, works as plain links and forms, and is made
//! better once it is awake.

mod try_it;
mod workspace;

pub use try_it::{TryCode, TryIt};
pub use workspace::{Workspace, WorkspaceData};

//! One integration binary; its modules mirror the routes.

//! What a guest may use.

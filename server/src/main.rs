//! The `backroad` binary.
fn main() {}

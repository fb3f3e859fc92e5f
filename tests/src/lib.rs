//! Integration tests live in `integration/`, browser tests in `browser/`, hostile programs in `hostile/`.

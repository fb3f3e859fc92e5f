//! A migration that is added or removed is a change of this crate: the macro that embeds the folder
//! sees only the files that were there when it last ran.

fn main() {
    println!("cargo::rerun-if-changed=../migrations");
}

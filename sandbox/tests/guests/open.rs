//! A damaged or missing file is refused, in words that help.

use std::{fs, path::Path};

use domain::{Language, Limits, SourceFile};
use sandbox::{Answer, Guest, Request, Sandbox, manifest::Manifest};

use crate::runtimes_folder;

/// A copy of the runtimes' folder, by hard links: nothing is written into.
fn copy(to: &Path) {
    for entry in fs::read_dir(runtimes_folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            fs::hard_link(&path, to.join(path.file_name().unwrap()))
                .or_else(|_| fs::copy(&path, to.join(path.file_name().unwrap())).map(drop))
                .unwrap();
        }
    }
}

/// The name of one of a runtime's files, by its ending.
fn file_of(language: Language, extension: &str) -> String {
    let manifest = Manifest::read(&runtimes_folder()).unwrap();
    let file = manifest.runtimes[&language.into()].files().find(|file| file.file.ends_with(extension)).unwrap();
    file.file.clone()
}

fn refusal(change: impl FnOnce(&Path)) -> String {
    let folder = tempfile::tempdir().unwrap();
    copy(folder.path());
    change(folder.path());
    match Sandbox::open(folder.path()) {
        Ok(_) => panic!("the folder was taken"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn what_is_open_can_be_named() {
    let sandbox = crate::sandbox();
    let runtime = |language: Language| sandbox.runtime(&language.into()).unwrap();
    assert!(runtime(Language::Python).version().starts_with("3.13."));
    assert_eq!(runtime(Language::Javascript).hash().len(), 64);
    assert_ne!(runtime(Language::Javascript).hash(), runtime(Language::Python).hash());
}

#[test]
fn a_missing_file_is_named() {
    let name = file_of(Language::Python, "wasm");
    let said = refusal(|folder| fs::remove_file(folder.join(&name)).unwrap());
    assert!(said.contains(&name) && said.contains("cargo xtask runtimes"), "{said}");
    let said = refusal(|folder| fs::remove_file(folder.join("manifest.json")).unwrap());
    assert!(said.contains("manifest.json") && said.contains("cargo xtask runtimes"), "{said}");
}

#[test]
fn a_changed_byte_is_noticed() {
    for name in [file_of(Language::Javascript, "cwasm"), file_of(Language::Python, "tar")] {
        let said = refusal(|folder| {
            let path = folder.join(&name);
            let mut bytes = fs::read(&path).unwrap();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            fs::remove_file(&path).unwrap();
            fs::write(&path, bytes).unwrap();
        });
        assert!(said.contains(&name) && said.contains("damaged") && said.contains("cargo xtask runtimes"), "{said}");
    }
}

#[test]
fn a_manifest_that_is_none_is_refused() {
    let said = refusal(|folder| {
        fs::remove_file(folder.join("manifest.json")).unwrap();
        fs::write(folder.join("manifest.json"), "{}").unwrap();
    });
    assert!(said.contains("manifest.json"), "{said}");
}

#[test]
fn what_was_compiled_for_another_engine_is_compiled_again() {
    let folder = tempfile::tempdir().unwrap();
    copy(folder.path());
    let path = folder.path().join("manifest.json");
    let mut manifest = Manifest::read(folder.path()).unwrap();
    manifest.engine = "another".to_owned();
    fs::remove_file(&path).unwrap();
    fs::write(&path, serde_json::to_vec(&manifest).unwrap()).unwrap();
    // One is enough: each takes seconds.
    let sandbox = Sandbox::open_for(folder.path(), Language::Javascript, &[]).unwrap();
    let javascript = sandbox.runtime(&Language::Javascript.into()).unwrap();
    assert_eq!(javascript.hash(), crate::sandbox().runtime(&Language::Javascript.into()).unwrap().hash());
    let file = SourceFile { name: "main.js".to_owned(), content: "console.log('compiled')".to_owned() };
    crate::with_stack(|| {
        let mut guest = Guest::start(javascript, &[file], &[], &Limits::default()).unwrap();
        assert_eq!(guest.ask(&Request::Run { args: Vec::new() }), Ok(Answer::Ended(0)));
        assert_eq!(guest.take_output().stdout, b"compiled\n");
    });
}

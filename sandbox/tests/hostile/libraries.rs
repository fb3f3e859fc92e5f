//! The programs in `tests/libraries/`: each library answers as it does elsewhere, and is there only where it was asked for.

use std::fs;

use domain::{Language, Library, Limits, Program, RunVerdict, RuntimeName};
use sandbox::{Answer, Guest, HttpRequest, Request};
use serde::Deserialize;

use super::common::{main_file, on_a_large_stack, root, sandbox};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exchange {
    request: Sent,
    status: u16,
    /// Among those that come.
    headers: Vec<(String, String)>,
    body: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    method: String,
    path: String,
    #[serde(default)]
    headers: Vec<(String, String)>,
    #[serde(default)]
    body: String,
}

/// The program in a library's folder.
fn code(library: Library) -> (Language, String) {
    let language = library.language();
    let path = root().join("tests/libraries").join(library.as_str()).join(language.main_file());
    (language, fs::read_to_string(path).unwrap())
}

/// What a program asks to be printed, for a library whose program prints.
fn check_printed(library: Library) {
    let (language, code) = code(library);
    let files = main_file(language, code);
    let program = Program {
        language,
        libraries: vec![library],
        files,
        args: Vec::new(),
        stdin: Vec::new(),
        limits: Limits::default(),
    };
    let outcome = sandbox().run(&program);
    let expected = fs::read_to_string(root().join("tests/libraries").join(library.as_str()).join("stdout")).unwrap();
    assert_eq!((outcome.verdict, outcome.stdout.as_str()), (RunVerdict::Ok, expected.as_str()), "{outcome:?}");
}

/// What a service answers, request by request, in one instance.
fn check_answers(library: Library) {
    let (language, code) = code(library);
    let folder = root().join("tests/libraries").join(library.as_str());
    let exchanges: Vec<Exchange> =
        serde_json::from_str(&fs::read_to_string(folder.join("requests.json")).unwrap()).unwrap();
    let runtime = sandbox().runtime(&RuntimeName::new(language, &[library])).unwrap();
    let limits = Limits { time_ms: 20_000, ..Limits::default() };
    let mut guest = Guest::start(runtime, &main_file(language, code), &[], &limits).unwrap();
    assert_eq!(guest.ask(&Request::Load), Ok(Answer::Loaded));
    for Exchange { request: Sent { method, path, headers, body }, status, headers: expected, body: text } in exchanges {
        let name = format!("{library}: {method} {path}");
        let request = HttpRequest { method, path, headers, body: body.into_bytes() };
        let answer = match guest.ask(&Request::Http(request)) {
            Ok(Answer::Response(answer)) => answer,
            other => panic!("{name}: {other:?}"),
        };
        assert_eq!((answer.status, String::from_utf8_lossy(&answer.body).as_ref()), (status, text.as_str()), "{name}");
        for header in &expected {
            let found =
                answer.headers.iter().any(|(key, value)| key.eq_ignore_ascii_case(&header.0) && *value == header.1);
            assert!(found, "{name}: no {header:?} among {:?}", answer.headers);
        }
    }
}

#[test]
fn flask_answers() {
    on_a_large_stack(|| check_answers(Library::Flask));
}

#[test]
fn hono_answers() {
    on_a_large_stack(|| check_answers(Library::Hono));
}

#[test]
fn graphql_and_mingo_print() {
    on_a_large_stack(|| {
        check_printed(Library::Graphql);
        check_printed(Library::Mingo);
    });
}

#[test]
fn typescript_has_the_libraries_of_javascript() {
    on_a_large_stack(|| {
        let code = "import { Hono, type Context } from \"hono\";\nconst app = new Hono();\napp.get(\"/\", (c: Context) => c.text(\"hello\"));\nexport default app;\n";
        let program = Program {
            language: Language::Typescript,
            libraries: vec![Library::Hono],
            files: main_file(Language::Typescript, code),
            args: Vec::new(),
            stdin: Vec::new(),
            limits: Limits::default(),
        };
        assert_eq!(sandbox().run(&program).verdict, RunVerdict::Ok);
    });
}

#[test]
fn what_is_not_there_is_told_by_what_is() {
    on_a_large_stack(|| {
        for (language, code, libraries, says) in [
            (Language::Python, "import flask\n", vec![], "No module named 'flask'"),
            (Language::Python, "import numpy\n", vec![Library::Flask], "flask"),
            (Language::Javascript, "import { Hono } from 'hono';\n", vec![], "node:fs"),
            (Language::Javascript, "import express from 'express';\n", vec![Library::Hono], "hono"),
            (Language::Ruby, "require 'rails'\n", vec![], "json"),
        ] {
            let files = main_file(language, code);
            let outcome = sandbox().run(&Program {
                language,
                libraries,
                files,
                args: Vec::new(),
                stdin: Vec::new(),
                limits: Limits::default(),
            });
            assert_ne!(outcome.verdict, RunVerdict::Ok, "{code}");
            assert!(outcome.stderr.contains(says), "{code}: {}", outcome.stderr);
        }
    });
}

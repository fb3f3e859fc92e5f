//! Takes the types out of TypeScript: blanks stand where they were, so that every line and column stays the learner's own.
//!
//! A guest like the interpreters, with the same two functions to be asked by, and one operation:
//! `{"op":"strip","files":[{"name","content"}]}` gives `{"files":[…]}` or `{"syntax":{"message","trace"}}`.

mod diagnostics;

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use swc_common::{GLOBALS, Globals, SourceMap, errors::Handler, sync::Lrc};
use swc_ecma_parser::TsSyntax;
use swc_ts_fast_strip::{ErrorCode, Mode, Options, operate};

use crate::diagnostics::{Collector, First};

#[derive(Deserialize)]
struct Request {
    files: Vec<File>,
}

#[derive(Serialize, Deserialize)]
struct File {
    name: String,
    content: String,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Answer {
    Files(Vec<File>),
    Syntax { message: String, trace: String },
}

fn globals() -> &'static Globals {
    static GLOBALS: OnceLock<Globals> = OnceLock::new();
    GLOBALS.get_or_init(Globals::new)
}

/// Called once before the snapshot: the first file warms up what every file needs.
#[unsafe(no_mangle)]
pub extern "C" fn backroad_init() {
    let warm_up = "interface A { b?: string }\nexport function f<T extends A>(x: T, y: number = 1): string | undefined {\n  return (x as A).b!;\n}\n";
    let _ = strip(vec![File { name: "main.ts".to_owned(), content: warm_up.to_owned() }]);
}

/// What a module for WASI would export; there is nothing to be done here.
#[unsafe(no_mangle)]
pub extern "C" fn _initialize() {}

/// Room for a request of `length` bytes.
#[unsafe(no_mangle)]
pub extern "C" fn backroad_alloc(length: usize) -> *mut u8 {
    Box::leak(vec![0; length].into_boxed_slice()).as_mut_ptr()
}

/// Answers a request: the answer's address in the upper half, its length in the lower.
///
/// # Safety
/// `request` is what [`backroad_alloc`] gave for `length`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn backroad_ask(request: *mut u8, length: usize) -> u64 {
    // SAFETY: see above. The instance ends after its answer, so nothing is ever freed.
    let request = unsafe { std::slice::from_raw_parts(request, length) };
    let answer = match serde_json::from_slice::<Request>(request) {
        Ok(request) => strip(request.files),
        Err(error) => Answer::Syntax { message: error.to_string(), trace: String::new() },
    };
    let answer = Box::leak(serde_json::to_vec(&answer).unwrap_or_default().into_boxed_slice());
    ((answer.as_ptr() as u64) << 32) | answer.len() as u64
}

fn strip(files: Vec<File>) -> Answer {
    let mut stripped = Vec::with_capacity(files.len());
    for File { name, content } in files {
        match strip_one(&name, &content) {
            Ok(content) => stripped.push(File { name, content }),
            Err(First { message, trace }) => return Answer::Syntax { message, trace },
        }
    }
    Answer::Files(stripped)
}

fn strip_one(name: &str, content: &str) -> Result<String, First> {
    let sources: Lrc<SourceMap> = Lrc::default();
    let first = Collector::default();
    let handler = Handler::with_emitter(true, false, Box::new(first.emitter(name, content, sources.clone())));
    let options = Options {
        module: Some(true),
        filename: Some(name.to_owned()),
        parser: TsSyntax { decorators: true, ..TsSyntax::default() },
        mode: Mode::StripOnly,
        ..Options::default()
    };
    GLOBALS
        .set(globals(), || operate(&sources, &handler, content.to_owned(), options))
        .map(|output| output.code)
        .map_err(|error| {
            let kind = match error.code {
                ErrorCode::UnsupportedSyntax => "this needs more than taking types out",
                _ => "the code cannot be read",
            };
            first.take().unwrap_or_else(|| First { message: format!("SyntaxError: {kind}"), trace: String::new() })
        })
}

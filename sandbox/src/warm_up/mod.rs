//! Programs that every interpreter runs when it is opened: they say which pages of its memory programs write to.

use domain::{Language, Limits, RuntimeName, SourceFile};
use serde_json::json;

use crate::{Answer, Guest, HttpRequest, Request, Runtime, engine, pages, resident::Joining};

/// Runs them, and gives what is to be done for every later guest of this interpreter.
///
/// Needs a thread with [`NATIVE_STACK_BYTES`](crate::NATIVE_STACK_BYTES) of stack. An interpreter that cannot run them is
/// slower, no more: nobody's work depends on them.
pub(crate) fn warm_up(runtime: &Runtime, name: &RuntimeName) -> Joining {
    if !engine::keeps_pages() {
        return Joining::default();
    }
    let mut written = Vec::new();
    for (file, requests) in usual(name) {
        match written_by(runtime, file, &requests) {
            // The pages stay where they are, so this finds those of the programs before as well.
            Ok(pages) => written = pages,
            Err(problem) => tracing::warn!(%name, ?requests, problem, "a usual program cannot be run"),
        }
    }
    Joining::of(&written)
}

fn written_by(runtime: &Runtime, file: SourceFile, requests: &[Request]) -> Result<Vec<usize>, String> {
    let mut guest = Guest::start(runtime, &[file], &[], &Limits::default()).map_err(|failure| failure.to_string())?;
    for request in requests {
        let answer = guest.ask(request).map_err(|stop| format!("{stop:?}"))?;
        if matches!(answer, Answer::Raised { .. } | Answer::Syntax { .. } | Answer::Missing(_)) {
            return Err(format!("{answer:?}"));
        }
    }
    Ok(pages::written(guest.memory()).unwrap_or_default())
}

/// What such a runtime is usually asked, each list in an instance of its own. No more than that: pages that only some programs
/// write to cost all the others.
fn usual(name: &RuntimeName) -> Vec<(SourceFile, Vec<Request>)> {
    let call = Request::Call { function: "tally".to_owned(), args: vec![json!(["one", "two"])] };
    let http = Request::Http(HttpRequest {
        method: "GET".to_owned(),
        path: "/?word=one".to_owned(),
        headers: vec![("accept".to_owned(), "*/*".to_owned())],
        body: Vec::new(),
    });
    let (interpreter, libraries) = name.as_str().split_once('+').unwrap_or((name.as_str(), ""));
    let (language, content, asked) = match (interpreter, libraries) {
        ("python", "flask") => (Language::Python, include_str!("flask.py"), vec![call, http]),
        ("python", _) => (Language::Python, include_str!("main.py"), vec![call]),
        ("javascript", _) => (Language::Javascript, include_str!("main.js"), vec![call]),
        ("typescript", _) => (Language::Typescript, include_str!("main.ts"), Vec::new()),
        ("ruby", _) => (Language::Ruby, include_str!("main.rb"), vec![call]),
        ("php", _) => (Language::Php, include_str!("main.php"), vec![call]),
        ("sql", _) => (Language::Sql, include_str!("main.sql"), Vec::new()),
        _ => return Vec::new(),
    };
    let file = SourceFile { name: language.main_file().to_owned(), content: content.to_owned() };
    let first = match language {
        Language::Typescript => Request::Strip(vec![file.clone()]),
        _ => Request::Run { args: Vec::new() },
    };
    let asked = asked.into_iter().map(|request| vec![Request::Load, request]);
    [vec![first]].into_iter().chain(asked).map(|requests| (file.clone(), requests)).collect()
}

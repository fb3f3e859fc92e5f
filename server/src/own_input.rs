//! Trying code with an input of one's own: what kind of input fits an exercise, and how each kind is run.

use app::data::{OwnPanel, Snippet};
use curriculum::{Exercise, Variant};
use domain::{
    Action, ExerciseKind, Language, MAX_FILE_BYTES, MAX_REQUESTS, OwnInput, OwnOutcome, Program, ServiceRequest,
    SourceFile, visible_text,
};

use crate::{
    error::Failure,
    extract::Pairs,
    state::AppState,
    upload::{TypedInput, typed, typed_request},
};

/// The most arguments of a program.
const MOST_ARGUMENTS: usize = 50;

/// What kind of input fits an exercise: an empty one of it. None where there is nothing to be tried but the tests.
pub fn kind_of(exercise: &Exercise) -> Option<OwnInput> {
    let asks = |variant: &Variant| {
        let mut steps = variant.assessment.suite.tests.iter().flat_map(|test| &test.steps);
        steps.any(|step| matches!(step.action, Action::Request(_)))
    };
    let runs = |variant: &Variant| {
        let mut steps = variant.assessment.suite.tests.iter().flat_map(|test| &test.steps);
        steps.any(|step| matches!(step.action, Action::Run { .. }))
    };
    if exercise.variants.is_empty() {
        return None;
    }
    match exercise.kind {
        ExerciseKind::Quiz | ExerciseKind::Tests => None,
        ExerciseKind::Sql => Some(OwnInput::Query(String::new())),
        _ if exercise.variants.values().any(asks) => Some(OwnInput::Requests(Vec::new())),
        _ if exercise.variants.values().any(runs) => {
            Some(OwnInput::Program { stdin: String::new(), args: String::new() })
        }
        _ => Some(OwnInput::Snippet(String::new())),
    }
}

/// The panel as it stands before anything was tried.
pub fn panel(exercise: &Exercise) -> Option<OwnPanel> {
    let mut input = kind_of(exercise)?;
    let snippets: Vec<Snippet> = match input {
        OwnInput::Snippet(_) => exercise.variants.iter().map(snippet).collect(),
        _ => Vec::new(),
    };
    if let (OwnInput::Snippet(text), Some(first)) = (&mut input, snippets.first()) {
        text.clone_from(&first.code);
    }
    Some(OwnPanel { input, snippets, typed: Default::default(), outcome: None, problem: None })
}

/// Lines to begin with: the call of the first visible test, printed.
fn snippet((&language, variant): (&Language, &Variant)) -> Snippet {
    let visible = variant.assessment.suite.tests.iter().find(|test| test.visible);
    let call = visible.map(|test| sandbox::example(language, test).0);
    let call = call.filter(|call| !call.contains('\n'));
    let code = match (language, call) {
        (_, None) => String::new(),
        (Language::Python, Some(call)) => format!("print({call})"),
        (Language::Javascript | Language::Typescript, Some(call)) => format!("console.log({call})"),
        (Language::Ruby, Some(call)) => format!("p {call}"),
        (Language::Php, Some(call)) => format!("var_dump({call});"),
        (Language::Sql, Some(call)) => call,
    };
    Snippet { language, code }
}

/// What was sent as an input of the kind that fits the exercise.
///
/// # Errors
/// It is of another kind, or no request of HTTP, or too much; in words for the learner.
pub fn read(kind: &OwnInput, sent: TypedInput) -> Result<OwnInput, Failure> {
    let input = match sent {
        TypedInput::Read(input) => input,
        TypedInput::Form(form) => of_form(kind, &form)?,
    };
    match (&input, kind) {
        (OwnInput::Program { .. }, OwnInput::Program { .. })
        | (OwnInput::Snippet(_), OwnInput::Snippet(_))
        | (OwnInput::Query(_), OwnInput::Query(_)) => {}
        (OwnInput::Requests(requests), OwnInput::Requests(_)) => check_requests(requests)?,
        _ => return Err(Failure::invalid("This exercise takes another kind of input.")),
    }
    let length = match &input {
        OwnInput::Program { stdin, args } => stdin.len() + args.len(),
        OwnInput::Snippet(text) | OwnInput::Query(text) => text.len(),
        OwnInput::Requests(_) => 0,
    };
    if length > MAX_FILE_BYTES {
        return Err(Failure::invalid(format!(
            "Your input has {length} bytes; at most {MAX_FILE_BYTES} (64 KiB) can be sent."
        )));
    }
    Ok(input)
}

fn of_form(kind: &OwnInput, form: &Pairs) -> Result<OwnInput, Failure> {
    Ok(match kind {
        OwnInput::Program { .. } => {
            OwnInput::Program { stdin: typed(form.text("own_stdin")), args: typed(form.text("own_args")) }
        }
        OwnInput::Snippet(_) => OwnInput::Snippet(typed(form.text("own_text"))),
        OwnInput::Query(_) => OwnInput::Query(typed(form.text("own_text"))),
        OwnInput::Requests(_) => {
            let mut requests = earlier_requests(form);
            requests.push(typed_request(form).read().map_err(|wrong| Failure::invalid(sentence(&wrong.to_string())))?);
            OwnInput::Requests(requests)
        }
    })
}

/// The requests of a conversation so far, which its form carries along. What cannot be read was not written by us, and
/// begins a new one.
pub fn earlier_requests(form: &Pairs) -> Vec<ServiceRequest> {
    if form.text("own_anew") == "true" {
        return Vec::new();
    }
    serde_json::from_str(form.text("own_history")).unwrap_or_default()
}

fn check_requests(requests: &[ServiceRequest]) -> Result<(), Failure> {
    if requests.len() > MAX_REQUESTS {
        return Err(Failure::invalid(format!(
            "A conversation has at most {MAX_REQUESTS} requests, since all of them are sent anew each time. Begin a new one."
        )));
    }
    for request in requests {
        // Read once more what a script has read: nothing but our own page promised that it did.
        let typed = domain::TypedRequest {
            method: request.method.clone(),
            path: request.path.clone(),
            headers: request.headers.iter().map(|(name, value)| format!("{name}: {value}\n")).collect(),
            body: match &request.body {
                domain::RequestBody::Text(text) => text.clone(),
                domain::RequestBody::None => String::new(),
                _ => return Err(Failure::invalid("The console sends text.")),
            },
        };
        typed.read().map_err(|wrong| Failure::invalid(sentence(&wrong.to_string())))?;
    }
    Ok(())
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", letters.as_str())
}

/// Runs code with an input that fits its exercise.
///
/// # Errors
/// The queue is full.
pub async fn run(
    app: &AppState,
    key: &str,
    exercise: &Exercise,
    variant: &Variant,
    files: Vec<SourceFile>,
    input: &OwnInput,
) -> Result<OwnOutcome, Failure> {
    let language = variant.assessment.language;
    let program = |files: Vec<SourceFile>, args: Vec<String>, stdin: Vec<u8>| Program {
        language,
        libraries: variant.assessment.libraries.clone(),
        files,
        args,
        stdin,
        limits: exercise.limits,
    };
    let outcome = match input {
        OwnInput::Program { stdin, args } => {
            let args = args.lines().filter(|line| !line.is_empty()).take(MOST_ARGUMENTS).map(str::to_owned).collect();
            let main = language.main_file();
            let (mut first, rest): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| file.name == main);
            first.extend(rest);
            OwnOutcome::Ran(app.judge().run(key, program(first, args, stdin.clone().into_bytes())).await?)
        }
        OwnInput::Snippet(text) => {
            let first = with_code(language, text);
            let rest: Vec<_> = files.into_iter().filter(|file| file.name != first.name).collect();
            let all = [vec![first], rest].concat();
            OwnOutcome::Ran(app.judge().run(key, program(all, Vec::new(), Vec::new())).await?)
        }
        OwnInput::Query(query) => {
            let dataset = example_dataset(variant).map(str::to_owned);
            let assessment = variant.assessment.clone();
            OwnOutcome::Queried(app.judge().query(key, assessment, files, dataset, query.clone()).await?)
        }
        OwnInput::Requests(requests) => {
            let mut assessment = variant.assessment.clone();
            // The time is for one request, as it is for a test; here one instance answers all of them.
            let count = u32::try_from(requests.len()).unwrap_or(1).max(1);
            assessment.limits.time_ms = assessment.limits.time_ms.saturating_mul(count);
            OwnOutcome::Conversed(app.judge().converse(key, assessment, files, requests.clone()).await?)
        }
    };
    Ok(visible(outcome))
}

/// The dataset whose rows may be seen: that of the first test that shows its input.
pub fn example_dataset(variant: &Variant) -> Option<&str> {
    let suite = &variant.assessment.suite;
    suite.tests.iter().find(|test| test.visible).and_then(|test| test.datasets.first()).map(String::as_str)
}

/// A file that makes what the learner's code defines usable, in its first line, and then runs these lines.
fn with_code(language: Language, text: &str) -> SourceFile {
    let main = language.main_file();
    let (name, first) = match language {
        Language::Python => ("own_input.py", "from main import *".to_owned()),
        Language::Javascript => {
            ("own_input.js", format!("import * as mine from \"./{main}\"; Object.assign(globalThis, mine);"))
        }
        Language::Typescript => {
            ("own_input.ts", format!("import * as mine from \"./{main}\"; Object.assign(globalThis, mine);"))
        }
        Language::Ruby => ("own_input.rb", "require_relative \"main\"".to_owned()),
        Language::Php => ("own_input.php", format!("<?php require __DIR__ . \"/{main}\";")),
        Language::Sql => ("own_input.sql", String::new()),
    };
    let text = if language == Language::Php { text.trim_start().trim_start_matches("<?php") } else { text };
    SourceFile { name: name.to_owned(), content: format!("{first}\n{text}\n") }
}

/// For a page: no character may act on it or be lost in it.
fn visible(outcome: OwnOutcome) -> OwnOutcome {
    match outcome {
        OwnOutcome::Ran(mut outcome) => {
            outcome.stdout = visible_text(&outcome.stdout);
            outcome.stderr = visible_text(&outcome.stderr);
            OwnOutcome::Ran(outcome)
        }
        other => other,
    }
}

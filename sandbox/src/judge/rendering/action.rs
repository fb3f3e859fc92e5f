//! What is done with the learner's code, as the learner would do it.

use std::fmt::Write;

use domain::{Action, Language, RequestBody, ServiceRequest, Step, Tested};

use super::{call, json};

/// A step as a learner would type it: a call, a command, a request, a query.
pub(crate) fn action(language: Language, step: &Step) -> String {
    let text = match &step.action {
        Action::Call { function, args, .. } => call(language, function, args),
        Action::Run { args, stdin, files } => {
            let mut text = format!("$ {} {}", command(language), language.main_file());
            for arg in args {
                let _ = write!(text, " {}", quoted(arg));
            }
            for file in files {
                let _ = write!(text, "\n\n{}:\n{}", file.name, file.content.trim_end());
            }
            if !stdin.is_empty() {
                let _ = write!(text, "\n\nInput:\n{}", stdin.trim_end());
            }
            text
        }
        Action::Request(request) => service_request(request),
        Action::Restart => "(the service is restarted)".to_owned(),
        Action::Script => "(your script)".to_owned(),
        Action::Query(sql) => sql.trim().to_owned(),
        Action::Suite { implementation } if implementation == Tested::RIGHT => {
            "(your tests, against an implementation that is right)".to_owned()
        }
        Action::Suite { .. } => "(your tests, against an implementation with a bug)".to_owned(),
        Action::Check { .. } => "(a script of ours that uses your code)".to_owned(),
    };
    if step.repeat > 1 { format!("{text}\n({} times)", step.repeat) } else { text }
}

/// How a learner starts a program in the language.
fn command(language: Language) -> &'static str {
    match language {
        Language::Python => "python3",
        Language::Javascript | Language::Typescript => "node",
        Language::Ruby => "ruby",
        Language::Php => "php",
        Language::Sql => "sqlite3",
    }
}

/// An argument as a shell takes it.
fn quoted(arg: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./=:,@%+".contains(letter);
    if !arg.is_empty() && arg.chars().all(is_plain) {
        arg.to_owned()
    } else {
        format!("'{}'", arg.replace('\'', r"'\''"))
    }
}

/// The head and body of a request as they would be sent.
fn service_request(request: &ServiceRequest) -> String {
    let mut text = format!("{} {}", request.method, request.path);
    if !request.client.is_empty() {
        let _ = write!(text, "    (as {})", request.client);
    }
    for (name, value) in &request.headers {
        let _ = write!(text, "\n{name}: {value}");
    }
    let body = match &request.body {
        RequestBody::None => return text,
        RequestBody::Json(value) => json::text(value),
        RequestBody::Form(fields) => form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish(),
        RequestBody::Text(text) => text.clone(),
    };
    let _ = write!(text, "\n\n{body}");
    text
}

#[cfg(test)]
mod tests {
    use domain::SourceFile;
    use serde_json::json;

    use super::*;

    fn shown(language: Language, action: Action) -> String {
        super::action(language, &Step { action, repeat: 1, expect: Vec::new(), capture: Vec::new() })
    }

    #[test]
    fn a_program_is_a_command_with_its_files_and_input() {
        let files = vec![SourceFile { name: "a.log".into(), content: "one\n".into() }];
        let run = Action::Run { args: vec!["--top".into(), "it's 3".into()], stdin: "in\n".into(), files };
        assert_eq!(shown(Language::Python, run), "$ python3 main.py --top 'it'\\''s 3'\n\na.log:\none\n\nInput:\nin");
    }

    #[test]
    fn a_request_is_shown_as_it_is_sent() {
        let request = ServiceRequest {
            client: "ada".into(),
            method: "POST".into(),
            path: "/notes?x=1".into(),
            headers: vec![("Accept".into(), "*/*".into())],
            body: RequestBody::Json(json!({ "text": "hi" })),
        };
        let text = shown(Language::Javascript, Action::Request(request));
        assert_eq!(text, "POST /notes?x=1    (as ada)\nAccept: */*\n\n{\"text\":\"hi\"}");
    }
}

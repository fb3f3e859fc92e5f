//! What came of a learner's own input: printed text, rows, or a conversation with their service.

use domain::{Conversation, Grid, OwnInput, OwnOutcome, Queried, ServiceAnswer, ServiceRequest, curl};

use super::{Html, plural, run_output};

/// Writes it. The requests of a conversation stand in the input.
pub(crate) fn own_outcome(html: &mut Html, input: &OwnInput, outcome: &OwnOutcome) {
    match (outcome, input) {
        (OwnOutcome::Ran(outcome), _) => run_output(html, outcome),
        (OwnOutcome::Queried(queried), _) => rows(html, queried),
        (OwnOutcome::Conversed(conversation), OwnInput::Requests(requests)) => talk(html, requests, conversation),
        (OwnOutcome::Conversed(_), _) => {}
    }
}

fn problem(html: &mut Html, problem: Option<&str>, details: Option<&str>) {
    if let Some(problem) = problem {
        html.raw(r#"<p class="own-problem">"#).text(problem).raw("</p>");
    }
    printed(html, "own-details", details.unwrap_or_default());
}

fn printed(html: &mut Html, class: &'static str, text: &str) {
    if !text.is_empty() {
        html.raw(r#"<pre class=""#).raw(class).raw(r#"" tabindex="0"><code>"#).text(text).raw("</code></pre>");
    }
}

fn rows(html: &mut Html, queried: &Queried) {
    // What came last is what was asked for; it stands first.
    problem(html, queried.problem.as_deref(), queried.details.as_deref());
    for one in queried.grids.iter().rev() {
        grid(html, one);
    }
    if queried.grids.is_empty() && queried.problem.is_none() {
        html.raw(r#"<p class="run-silent">Nothing was asked.</p>"#);
    }
}

fn grid(html: &mut Html, grid: &Grid) {
    if grid.columns.is_empty() {
        let changes = usize::try_from(grid.changes).unwrap_or(usize::MAX);
        html.raw(r#"<p class="grid-done">Done: "#).text(&plural(changes, "row")).raw(" changed.</p>");
        return;
    }
    html.raw(r#"<div class="grid-frame" tabindex="0" role="region" aria-label="Rows"><table class="grid"><caption>"#);
    html.text(&plural(grid.count, "row"));
    if grid.count > grid.rows.len() {
        html.raw(", the first ").text(&grid.rows.len().to_string()).raw(" of them");
    }
    html.raw("</caption><thead><tr>");
    for name in &grid.columns {
        html.raw(r#"<th scope="col">"#).text(name).raw("</th>");
    }
    html.raw("</tr></thead><tbody>");
    for row in &grid.rows {
        html.raw("<tr>");
        for cell in row {
            match cell {
                Some(text) if is_number(text) => html.raw(r#"<td class="is-number">"#).text(text),
                Some(text) => html.raw("<td>").text(text),
                None => html.raw(r#"<td class="is-null">NULL"#),
            }
            .raw("</td>");
        }
        html.raw("</tr>");
    }
    html.raw("</tbody></table></div>");
}

/// Whether it reads as a number, which stands at the right.
fn is_number(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit() || letter == '-')
        && text.bytes().all(|byte| byte.is_ascii_digit() || b"-+.eE".contains(&byte))
}

fn talk(html: &mut Html, requests: &[ServiceRequest], conversation: &Conversation) {
    problem(html, conversation.problem.as_deref(), conversation.details.as_deref());
    html.raw(r#"<ol class="talk" reversed>"#);
    // The newest first: it is the one that was just sent.
    for (place, request) in requests.iter().enumerate().rev() {
        let answer = conversation.answers.get(place);
        let open = place + 1 == requests.len();
        html.raw("<li><details").raw(if open { " open" } else { "" }).raw(r#"><summary><span class="talk-asked">"#);
        html.text(&request.method).raw(" ").text(&request.path).raw("</span>");
        match answer {
            Some(answer) => {
                html.raw(r#"<span class="talk-status is-"#).raw(class_of(answer.status)).raw(r#"">"#);
                html.text(&answer.status.to_string()).raw(" ").raw(reason(answer.status)).raw("</span>");
            }
            None => {
                html.raw(r#"<span class="talk-status is-none">no answer</span>"#);
            }
        }
        html.raw(r#"</summary><div class="talk-body">"#);
        if let Some(answer) = answer {
            response(html, answer);
        }
        html.raw(r#"<p class="talk-curl"><span class="part-label">As curl</span><code>"#).text(&curl(request));
        html.raw(
            r#"</code><button type="button" class="button is-small is-quiet needs-script" data-copy>Copy</button></p>"#,
        );
        html.raw("</div></details></li>");
    }
    html.raw("</ol>");
    if !conversation.output.is_empty() {
        html.raw(r#"<p class="part-label">Your service printed</p>"#);
        printed(html, "run-stdout", &conversation.output);
    }
}

fn response(html: &mut Html, answer: &ServiceAnswer) {
    html.raw(r#"<dl class="talk-headers">"#);
    for (name, value) in &answer.headers {
        html.raw("<dt>").text(name).raw("</dt><dd>").text(value).raw("</dd>");
    }
    html.raw("</dl>");
    // JSON is read more easily on several lines.
    let json =
        serde_json::from_str::<serde_json::Value>(&answer.body).ok().filter(|json| json.is_object() || json.is_array());
    let pretty = json.and_then(|json| serde_json::to_string_pretty(&json).ok());
    printed(html, "talk-payload", pretty.as_deref().unwrap_or(&answer.body));
    if answer.body.len() < answer.bytes {
        html.raw(r#"<p class="run-silent">This is the beginning of "#)
            .text(&answer.bytes.to_string())
            .raw(" bytes.</p>");
    }
    if answer.bytes == 0 {
        html.raw(r#"<p class="run-silent">The body is empty.</p>"#);
    }
}

fn class_of(status: u16) -> &'static str {
    match status {
        200..300 => "good",
        300..400 => "elsewhere",
        400..500 => "asked-wrong",
        500.. => "broken",
        _ => "odd",
    }
}

/// The phrase beside a status, where it is one that people use.
fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        204 => "No Content",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        304 => "Not Modified",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        409 => "Conflict",
        410 => "Gone",
        412 => "Precondition Failed",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Content",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_service_says_is_text() {
        let evil = "<script>alert(1)</script>";
        let request = domain::TypedRequest { method: "GET".into(), path: "/<b>".into(), ..Default::default() };
        let answer = ServiceAnswer {
            status: 200,
            headers: vec![(evil.into(), evil.into())],
            body: evil.into(),
            bytes: evil.len(),
        };
        let conversation = Conversation { answers: vec![answer], output: evil.into(), ..Conversation::default() };
        let mut html = Html::default();
        let input = OwnInput::Requests(vec![request.read().unwrap()]);
        own_outcome(&mut html, &input, &OwnOutcome::Conversed(conversation));
        let html = html.finish();
        assert!(!html.contains("<script") && !html.contains("<b>"), "{html}");
        assert!(html.contains("200 OK"), "{html}");
    }

    #[test]
    fn null_is_told_apart_from_its_word() {
        let grid = Grid {
            columns: vec!["a".into(), "b".into()],
            rows: vec![vec![None, Some("NULL".into())]],
            count: 300,
            changes: 0,
        };
        let mut html = Html::default();
        let queried = Queried { grids: vec![grid], ..Queried::default() };
        own_outcome(&mut html, &OwnInput::Query(String::new()), &OwnOutcome::Queried(queried));
        let html = html.finish();
        assert!(html.contains(r#"<td class="is-null">NULL</td><td>NULL</td>"#), "{html}");
        assert!(html.contains("300 rows, the first 1 of them"), "{html}");
    }
}

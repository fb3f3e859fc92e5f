//! A learner's own requests to their service, and own queries: the same way as those of a test, and nothing is compared.

use domain::{Assessment, Conversation, Grid, Queried, ServiceAnswer, ServiceRequest, SourceFile, visible_text};

use super::{
    examinee::Submission,
    message::{Failure, shorten},
    session::Clients,
    subject::Subject,
    trial::Setup,
};
use crate::{Answer, HostFailure, HttpResponse, Request, ResultSet, Sandbox, run, typescript::Unread};

/// More of a body is not shown.
const SHOWN_BYTES: usize = 32 * 1024;
/// More rows, longer cells and more results are not shown.
const SHOWN_ROWS: usize = 100;
const SHOWN_CHARS: usize = 200;
const SHOWN_RESULTS: usize = 20;

impl Sandbox {
    /// Sends requests one after the other to one instance of a learner's service, and ends with the first that has no
    /// answer. The other hosts that it reaches are those of the first test.
    ///
    /// Blocks, and needs a thread with [`NATIVE_STACK_BYTES`](crate::NATIVE_STACK_BYTES) of stack; a [`Pool`](crate::Pool)
    /// has such threads.
    pub fn converse(&self, assessment: &Assessment, files: &[SourceFile], requests: &[ServiceRequest]) -> Conversation {
        let (runtime, files) = match self.prepare(assessment, files) {
            Ok(prepared) => prepared,
            Err(Unread::Syntax { message, trace }) => return ended(Failure::syntax(&message, &trace)),
            Err(Unread::Host(failure)) => return ours(&failure),
        };
        let submission = Submission::new(self, runtime, &files, assessment);
        let network = assessment.suite.tests.first().and_then(|test| test.network.clone());
        let mut service = match submission.start(&Setup { network, ..Setup::default() }) {
            Ok(service) => service,
            Err(failure) => return ours(&failure),
        };
        let mut conversation = answers(&mut service, assessment, requests);
        let (stdout, stderr) = run::streams(&service.take_output());
        conversation.output = shorten(visible_text(&(stdout + &stderr)));
        conversation
    }

    /// Executes a learner's script and then their query in a database with the dataset of this name in it.
    ///
    /// Blocks, as [`Self::converse`] does.
    pub fn query(&self, assessment: &Assessment, files: &[SourceFile], dataset: Option<&str>, query: &str) -> Queried {
        self.try_query(assessment, files, dataset, query).unwrap_or_else(|failure| {
            tracing::error!(%failure, "a query could not be executed");
            no_answer()
        })
    }

    fn try_query(
        &self,
        assessment: &Assessment,
        files: &[SourceFile],
        dataset: Option<&str>,
        query: &str,
    ) -> Result<Queried, HostFailure> {
        let (runtime, files) = match self.prepare(assessment, files) {
            Ok(prepared) => prepared,
            Err(Unread::Syntax { message, trace }) => return Ok(failed(Failure::syntax(&message, &trace))),
            Err(Unread::Host(failure)) => return Err(failure),
        };
        let submission = Submission::new(self, runtime, &files, assessment);
        let mut database = submission.start(&Setup::default())?;
        if let Some(sql) = dataset.and_then(|name| assessment.suite.datasets.get(name)) {
            match database.ask(&Request::Query(sql.clone())) {
                Ok(Answer::Results(_)) => {}
                other => return Err(HostFailure(format!("the dataset says {other:?}"))),
            }
        }
        let script = files.iter().map(|file| file.content.as_str());
        let mut queried = Queried::default();
        for sql in script.chain([query]).filter(|sql| !sql.trim().is_empty()) {
            let failure = match database.ask(&Request::Query(sql.to_owned())) {
                Ok(Answer::Results(results)) => {
                    queried.grids.extend(results.into_iter().map(grid));
                    continue;
                }
                Ok(Answer::Syntax { message, trace }) => Failure::syntax(&message, &trace),
                Ok(answer) => Failure::unexpected(assessment.language, &answer),
                Err(stop) => Failure::stopped(&stop, assessment.language, &assessment.limits)
                    .ok_or_else(|| HostFailure(format!("{stop:?}")))?,
            };
            return Ok(Queried { grids: last(queried.grids), ..failed(failure) });
        }
        Ok(Queried { grids: last(queried.grids), ..queried })
    }
}

/// The newest of the results: what came last is what was asked for.
fn last(mut grids: Vec<Grid>) -> Vec<Grid> {
    let surplus = grids.len().saturating_sub(SHOWN_RESULTS);
    grids.drain(..surplus);
    grids
}

fn grid(result: ResultSet) -> Grid {
    let ResultSet { columns, rows, changes } = result;
    let cell = |value: &serde_json::Value| match value {
        serde_json::Value::Null => None,
        serde_json::Value::String(text) => Some(short(text)),
        other => Some(short(&other.to_string())),
    };
    Grid {
        columns: columns.iter().map(|name| short(name)).collect(),
        count: rows.len(),
        rows: rows.iter().take(SHOWN_ROWS).map(|row| row.iter().map(cell).collect()).collect(),
        changes,
    }
}

fn short(text: &str) -> String {
    let text = visible_text(text);
    match text.char_indices().nth(SHOWN_CHARS) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text,
    }
}

fn failed(failure: Failure) -> Queried {
    Queried { grids: Vec::new(), problem: Some(failure.ours), details: failure.theirs }
}

/// An answer to a query that says our side failed.
pub(crate) fn no_answer() -> Queried {
    Queried { problem: internal_error().problem, ..Queried::default() }
}

/// An answer to a query that was never there in time, although fuel should have ended it.
pub(crate) fn late_answer() -> Queried {
    let problem = "The database did not answer in time. Look for a query that joins everything with everything.";
    Queried { problem: Some(problem.to_owned()), ..Queried::default() }
}

fn answers(service: &mut impl Subject, assessment: &Assessment, requests: &[ServiceRequest]) -> Conversation {
    let mut clients = Clients::default();
    let mut conversation = Conversation::default();
    let questions = requests.iter().map(Some);
    for request in std::iter::once(None).chain(questions) {
        let asked = request.map_or(Request::Load, |request| Request::Http(clients.request(request)));
        let failure = match (service.ask(&asked), request) {
            (Ok(Answer::Loaded), None) => continue,
            (Ok(Answer::Response(response)), Some(request)) => {
                clients.keep(&request.client, &response);
                conversation.answers.push(shown(response));
                continue;
            }
            (Ok(Answer::Missing(_)), _) => Failure::missing_service(assessment.language),
            (Ok(Answer::Syntax { message, trace }), _) => Failure::syntax(&message, &trace),
            (Ok(answer), _) => Failure::unexpected(assessment.language, &answer),
            (Err(stop), _) => match Failure::stopped(&stop, assessment.language, &assessment.limits) {
                Some(failure) => failure,
                None => {
                    return Conversation { answers: conversation.answers, ..ours(&HostFailure(format!("{stop:?}"))) };
                }
            },
        };
        return Conversation { answers: conversation.answers, ..ended(failure) };
    }
    conversation
}

fn shown(response: HttpResponse) -> ServiceAnswer {
    let HttpResponse { status, headers, body } = response;
    let bytes = body.len();
    let text = |text: String| visible_text(&text);
    let headers = headers.into_iter().map(|(name, value)| (text(name), text(value))).collect();
    let cut = &body[..bytes.min(SHOWN_BYTES)];
    // Only a character that our own cut broke is ours to leave out.
    let whole = match std::str::from_utf8(cut) {
        Err(error) if cut.len() < bytes && error.error_len().is_none() => &cut[..error.valid_up_to()],
        _ => cut,
    };
    ServiceAnswer { status, headers, body: visible_text(&String::from_utf8_lossy(whole)), bytes }
}

fn ended(failure: Failure) -> Conversation {
    Conversation { problem: Some(failure.ours), details: failure.theirs, ..Conversation::default() }
}

fn ours(failure: &HostFailure) -> Conversation {
    tracing::error!(%failure, "a service could not be asked");
    internal_error()
}

/// A conversation that says our side failed.
pub(crate) fn internal_error() -> Conversation {
    let problem = "Our runner failed. It is not your fault, and nothing of yours is lost; try again in a moment.";
    Conversation { problem: Some(problem.to_owned()), ..Conversation::default() }
}

/// A conversation that was never done in time, although fuel should have ended it.
pub(crate) fn time_limit() -> Conversation {
    let problem = "Your service did not answer in time. Look for a loop that does not end.";
    Conversation { problem: Some(problem.to_owned()), ..Conversation::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_body_is_cut_between_characters_and_its_length_is_told() {
        let body = "ä".repeat(SHOWN_BYTES).into_bytes();
        let answer = shown(HttpResponse { status: 200, headers: Vec::new(), body });
        assert_eq!((answer.bytes, answer.body.len()), (2 * SHOWN_BYTES, SHOWN_BYTES));
        assert!(!answer.body.contains('\u{fffd}'));
        // Here the cut goes through the middle of one.
        let body = format!("a{}", "ä".repeat(SHOWN_BYTES)).into_bytes();
        let odd = shown(HttpResponse { status: 200, headers: Vec::new(), body });
        assert_eq!(odd.body.len(), SHOWN_BYTES - 1);
        assert!(!odd.body.contains('\u{fffd}'));
    }

    #[test]
    fn a_grid_keeps_null_apart_from_the_word_and_counts_what_it_does_not_show() {
        let row = vec![serde_json::Value::Null, "NULL".into(), 1.into(), "x".repeat(500).into()];
        let columns = ["a", "b", "c", "d"].map(str::to_owned).to_vec();
        let grid = grid(ResultSet { columns, rows: vec![row; SHOWN_ROWS + 7], changes: 0 });
        assert_eq!((grid.rows.len(), grid.count), (SHOWN_ROWS, SHOWN_ROWS + 7));
        assert_eq!(grid.rows[0][..3], [None, Some("NULL".into()), Some("1".into())]);
        assert_eq!(grid.rows[0][3].as_ref().unwrap().chars().count(), SHOWN_CHARS + 1);
    }
}

//! A guest's way to ask the host.
//!
//! Some guests need more than their own memory: a learner's tests call the code that they test, an author's `check.py` calls
//! the learner's, and a program makes requests to other hosts. None of that is in there with them. The guest writes one line
//! of JSON to the file `/dev/bridge` and reads one line back; what answers is a [`Bridge`] on our side.
//!
//! - `subject` answers by asking another guest, which may be one of another language.
//! - `network` answers as hosts would that a test describes.
//! - `check` runs an author's script beside a subject.
//!
//! A guest without a bridge finds no such file.

use domain::NetworkLog;

mod check;
mod network;
mod question;
mod subject;

pub use self::{
    check::Checked,
    network::VirtualNetwork,
    question::{HttpQuestion, Question, Reply, Target},
    subject::Subject,
};
pub(crate) use question::answer_line;

/// What answers a guest's questions.
pub trait Bridge: Send + Sync {
    /// The answer. It comes at once: nothing here waits, and what it costs is bounded by limits of its own.
    fn answer(&mut self, question: Question) -> Reply;
}

/// The usual bridge: what a guest may reach.
#[derive(Clone, Default)]
pub struct Outside {
    /// Whose functions it may call, and whose service it may ask.
    pub subject: Option<Subject>,
    /// The hosts it may ask.
    pub network: Option<VirtualNetwork>,
}

impl Bridge for Outside {
    fn answer(&mut self, question: Question) -> Reply {
        match (question, &self.subject, &self.network) {
            (Question::Call { function, args }, Some(subject), _) => subject.call(&function, args),
            (Question::Call { function, .. }, None, _) => Reply::Missing(function),
            (Question::Http(HttpQuestion { to: Target::Service(path), request }), Some(subject), _) => {
                subject.request(path, request)
            }
            (Question::Http(HttpQuestion { to: Target::Service(_), .. }), None, _) => {
                Reply::Refused("there is no service to ask".to_owned())
            }
            (Question::Http(HttpQuestion { to: Target::Url(url), request }), _, Some(network)) => {
                network.request(&url, &request)
            }
            (Question::Resolve(name), _, Some(network)) => network.resolve(&name),
            (Question::Log, _, Some(network)) => Reply::Log(network.log()),
            (Question::Log, _, None) => Reply::Log(NetworkLog::default()),
            (Question::Http(_) | Question::Resolve(_), _, None) => {
                Reply::Refused("there is no network in the sandbox".to_owned())
            }
        }
    }
}

//! The learner's code as the judge examines it: an instance, with whatever a test puts beside it.

use domain::{Assessment, Limits, NetworkLog, SourceFile, Tested};

use super::{subject::Subject, trial::Setup};
use crate::{
    Answer, Checked, Guest, HostFailure, Output, Outside, Request, Runtime, Sandbox, Stop, Surroundings,
    VirtualNetwork, bridge, typescript::Unread,
};

/// What every instance of one submission is made from.
#[derive(Clone, Copy)]
pub(super) struct Submission<'a> {
    pub(super) sandbox: &'a Sandbox,
    pub(super) runtime: &'a Runtime,
    /// As the interpreter takes them.
    pub(super) files: &'a [SourceFile],
    pub(super) assessment: &'a Assessment,
}

/// One instance of it.
pub(super) struct Examinee<'a> {
    submission: Submission<'a>,
    guest: bridge::Subject,
    network: Option<VirtualNetwork>,
    /// The implementation that the learner's own tests are about.
    tested: Option<(&'a Tested, bridge::Subject)>,
}

impl<'a> Submission<'a> {
    /// A fresh instance.
    pub(super) fn start(self, setup: &Setup) -> Result<Examinee<'a>, HostFailure> {
        let limits = &self.assessment.limits;
        let files = [self.files, &setup.files].concat();
        let tested = match (&setup.implementation, &self.assessment.suite.tested) {
            (Some(name), Some(tested)) => Some((tested, self.implementation(tested, name)?)),
            (Some(_), None) => return Err(HostFailure("there is nothing to be tested".to_owned())),
            (None, _) => None,
        };
        let network = setup.network.clone().map(VirtualNetwork::new);
        let outside =
            Outside { subject: tested.as_ref().map(|(_, subject)| subject.clone()), network: network.clone() };
        let has_outside = outside.subject.is_some() || outside.network.is_some();
        let surroundings = Surroundings {
            stdin: &setup.stdin,
            bridge: has_outside.then(|| Box::new(outside) as Box<dyn bridge::Bridge>),
            ..Surroundings::default()
        };
        let mut guest = Guest::start_in(self.runtime, &files, limits, surroundings)?;
        guest.put_data(&setup.data);
        let guest = bridge::Subject::new(self.assessment.language, guest);
        Ok(Examinee { submission: self, guest, network, tested })
    }

    /// An instance of one of the implementations, loaded. Its author's code may run as long as the learner's.
    fn implementation(self, tested: &Tested, name: &str) -> Result<bridge::Subject, HostFailure> {
        let language = self.assessment.language;
        let failure = |what: String| HostFailure(format!("the implementation `{name}`: {what}"));
        let files = tested.implementations.get(name).ok_or_else(|| failure("is not there".to_owned()))?;
        let files = self.sandbox.interpretable(language, files).map_err(|unread| match unread {
            Unread::Syntax { message, .. } => failure(message),
            Unread::Host(error) => error,
        })?;
        let guest = Guest::start(self.runtime, &files, &[], &self.assessment.limits)?;
        let subject = bridge::Subject::new(language, guest);
        match subject.ask(&Request::Load) {
            Ok(Answer::Loaded) => Ok(subject),
            Ok(answer) => Err(failure(format!("{answer:?}"))),
            Err(stop) => Err(failure(format!("{stop:?}"))),
        }
    }
}

impl Subject for Examinee<'_> {
    fn ask(&mut self, request: &Request) -> Result<Answer, Stop> {
        self.guest.ask(request)
    }

    fn take_output(&mut self) -> Output {
        self.guest.take_output()
    }

    fn fuel_used(&self) -> u64 {
        let implementation = self.tested.as_ref().map_or(0, |(_, subject)| subject.fuel_used());
        self.guest.fuel_used().saturating_add(implementation)
    }

    fn memory_bytes(&self) -> u64 {
        self.guest.memory_bytes()
    }

    fn data(&mut self) -> Vec<(String, Vec<u8>)> {
        self.guest.data()
    }

    fn requests(&self) -> NetworkLog {
        self.network.as_ref().map(VirtualNetwork::log).unwrap_or_default()
    }

    fn run_tests(&mut self) -> Result<Answer, Stop> {
        let Some((tested, _)) = &self.tested else {
            return Err(Stop::Host("there is nothing to be tested".to_owned()));
        };
        self.guest.ask(&Request::Tests { module: tested.module.clone(), exports: tested.functions.clone() })
    }

    fn check(&mut self, script: &SourceFile, function: &str) -> Result<Checked, HostFailure> {
        // An author's script is not on the learner's budget.
        let limits = Limits::default();
        let script = std::slice::from_ref(script);
        self.submission.sandbox.check(script, function, &limits, &self.guest, self.network.as_ref())
    }

    fn stopped(&self) -> Option<Stop> {
        self.guest.stopped()
    }
}

//! The learner's code as the judge examines it: an instance, with whatever a test puts beside it.
//!
//! An instance is made when it is asked for the first time. Where that is what the one of an earlier test was asked as well,
//! it begins as that one was then: the code of a submission is loaded once for all its tests.

use std::{cell::RefCell, rc::Rc};

use domain::{Assessment, Language, Limits, NetworkLog, SourceFile, Tested};

use super::{subject::Subject, trial::Setup};
use crate::{
    Answer, Checked, Guest, HostFailure, Output, Outside, Request, Runtime, Sandbox, Stop, Surroundings,
    VirtualNetwork,
    bridge::{self, Bridge},
    guest::Checkpoint,
    idle::Idle,
    prepared::{Asked, Source},
    typescript::Unread,
};

/// In how many surroundings the loaded code of a submission is kept.
const MOST_LOADED: usize = 4;

/// What every instance of one submission is made from.
pub(super) struct Submission<'a> {
    sandbox: &'a Sandbox,
    runtime: &'a Runtime,
    /// As the interpreter takes them.
    files: &'a [SourceFile],
    assessment: &'a Assessment,
    idle: Idle<'a>,
    /// The learner's code when it was loaded.
    loaded: RefCell<Vec<(Setup, Rc<Checkpoint>)>>,
}

/// One instance of it.
pub(super) struct Examinee<'s, 'a> {
    submission: &'s Submission<'a>,
    setup: Setup,
    /// From when it is asked for the first time.
    guest: Option<bridge::Subject>,
    network: Option<VirtualNetwork>,
    /// The implementation that the learner's own tests are about.
    tested: Option<(&'a Tested, bridge::Subject)>,
    /// What a reference was asked so far.
    asked: Vec<Request>,
}

impl<'a> Submission<'a> {
    pub(super) fn new(
        sandbox: &'a Sandbox,
        runtime: &'a Runtime,
        files: &'a [SourceFile],
        assessment: &'a Assessment,
    ) -> Self {
        Self { sandbox, runtime, files, assessment, idle: Idle::default(), loaded: RefCell::default() }
    }

    /// A fresh instance.
    pub(super) fn start(&self, setup: &Setup) -> Result<Examinee<'_, 'a>, HostFailure> {
        let tested = match (&setup.implementation, &self.assessment.suite.tested) {
            (Some(name), Some(tested)) => Some((tested, self.implementation(tested, name)?)),
            (Some(_), None) => return Err(HostFailure("there is nothing to be tested".to_owned())),
            (None, _) => None,
        };
        let network = setup.network.clone().map(VirtualNetwork::new);
        Ok(Examinee { submission: self, setup: setup.clone(), guest: None, network, tested, asked: Vec::new() })
    }

    /// An instance of one of the implementations, loaded. Its author's code may run as long as the learner's.
    fn implementation(&self, tested: &Tested, name: &str) -> Result<bridge::Subject, HostFailure> {
        let language = self.assessment.language;
        let failure = |what: String| HostFailure(format!("the implementation `{name}`: {what}"));
        let files = tested.implementations.get(name).ok_or_else(|| failure("is not there".to_owned()))?;
        let files = self.sandbox.interpretable(language, files).map_err(|unread| match unread {
            Unread::Syntax { message, .. } => failure(message),
            Unread::Host(error) => error,
        })?;
        let source = Source { runtime: self.runtime, files: &files, limits: &self.assessment.limits };
        match self.sandbox.prepared.guest(&self.idle, &source, &Request::Load, None) {
            Ok((guest, Answer::Loaded)) => Ok(bridge::Subject::new(language, guest)),
            Ok((_, answer)) => Err(failure(format!("{answer:?}"))),
            Err(stop) => Err(failure(format!("{stop:?}"))),
        }
    }

    /// The learner's files as far as an instance may know them that only an author's SQL is asked of.
    fn nameplates(&self) -> Vec<SourceFile> {
        self.files.iter().map(|file| SourceFile { name: file.name.clone(), content: String::new() }).collect()
    }

    fn is_dataset(&self, request: &Request) -> bool {
        let Request::Query(sql) = request else { return false };
        self.assessment.language == Language::Sql
            && self.assessment.suite.datasets.values().any(|dataset| dataset == sql)
    }
}

impl Setup {
    /// Whether another test may well begin in the same surroundings.
    fn is_usual(&self) -> bool {
        let Self { files, stdin, data, network: _, implementation, is_reference } = self;
        files.is_empty() && stdin.is_empty() && data.is_empty() && implementation.is_none() && !is_reference
    }
}

impl Examinee<'_, '_> {
    /// An instance, and what it said to this where it, or another in its place, has been asked it before.
    fn begin(&self, request: &Request) -> Result<(Guest, Option<Answer>), Stop> {
        let Submission { sandbox, runtime, files, assessment, idle, .. } = self.submission;
        let host = |failure: HostFailure| Stop::Host(failure.0);
        let is_plain = self.setup.is_usual() && self.setup.network.is_none();
        if self.setup.is_reference || is_plain && self.submission.is_dataset(request) {
            let nameplates = self.submission.nameplates();
            let source = Source { runtime, files: &nameplates, limits: &assessment.limits };
            let (mut guest, answer) = sandbox.prepared.guest(idle, &source, request, None)?;
            if !self.setup.is_reference {
                guest.put_code(files);
            }
            return Ok((guest, Some(answer)));
        }
        if let Some(loaded) = self.loaded(request) {
            let guest = idle.resume(runtime, &loaded, self.outside()).map_err(host)?;
            return Ok((guest, Some(Answer::Loaded)));
        }
        let files = [*files, &self.setup.files].concat();
        let surroundings = Surroundings {
            stdin: &self.setup.stdin,
            data: &self.setup.data,
            bridge: self.outside(),
            ..Surroundings::default()
        };
        Ok((idle.start(runtime, &files, &assessment.limits, surroundings).map_err(host)?, None))
    }

    /// The learner's code as it was loaded for an earlier test.
    fn loaded(&self, request: &Request) -> Option<Rc<Checkpoint>> {
        if *request != Request::Load {
            return None;
        }
        let loaded = self.submission.loaded.borrow();
        loaded.iter().find(|(setup, _)| *setup == self.setup).map(|(_, checkpoint)| Rc::clone(checkpoint))
    }

    /// Keeps the learner's code as it is loaded, where another test may need it.
    fn keep(&self, guest: &bridge::Subject) {
        let mut loaded = self.submission.loaded.borrow_mut();
        if self.setup.is_usual()
            && loaded.len() < MOST_LOADED
            && let Some(checkpoint) = guest.checkpoint(self.submission.runtime)
        {
            loaded.push((self.setup.clone(), Rc::new(checkpoint)));
        }
    }

    /// What it can ask.
    fn outside(&self) -> Option<Box<dyn Bridge>> {
        let subject = self.tested.as_ref().map(|(_, subject)| subject.clone());
        let outside = Outside { subject, network: self.network.clone() };
        (outside.subject.is_some() || outside.network.is_some()).then(|| Box::new(outside) as Box<dyn Bridge>)
    }

    /// What a reference says. What it said before it needs not be asked again.
    fn refer(&mut self, request: &Request) -> Result<Answer, Stop> {
        let Submission { sandbox, runtime, assessment, .. } = self.submission;
        self.asked.push(request.clone());
        let nameplates = self.submission.nameplates();
        let source = Source { runtime, files: &nameplates, limits: &assessment.limits };
        let key = self.asked.iter().fold(source.key(), |key, request| key.then(request));
        if let Some(known) = sandbox.prepared.get(key) {
            return Ok(known.answer.clone());
        }
        let all = std::mem::take(&mut self.asked);
        let answer = all.iter().try_fold(None, |_, request| self.ask_guest(request).map(Some));
        self.asked = all;
        let answer = answer?.ok_or_else(|| Stop::Host("a reference was asked nothing".to_owned()))?;
        // The first is kept with the guest as it was then.
        if self.asked.len() > 1 {
            sandbox.prepared.keep(key, Asked { answer: answer.clone(), checkpoint: None });
        }
        Ok(answer)
    }

    fn ask_guest(&mut self, request: &Request) -> Result<Answer, Stop> {
        if let Some(guest) = &self.guest {
            return guest.ask(request);
        }
        let (guest, answered) = self.begin(request)?;
        let guest = self.guest.insert(bridge::Subject::new(self.submission.assessment.language, guest)).clone();
        if let Some(answer) = answered {
            return Ok(answer);
        }
        let answer = guest.ask(request)?;
        if answer == Answer::Loaded {
            self.keep(&guest);
        }
        Ok(answer)
    }
}

impl Subject for Examinee<'_, '_> {
    fn ask(&mut self, request: &Request) -> Result<Answer, Stop> {
        if self.setup.is_reference { self.refer(request) } else { self.ask_guest(request) }
    }

    fn take_output(&mut self) -> Output {
        self.guest.as_ref().map(bridge::Subject::take_output).unwrap_or_default()
    }

    fn fuel_used(&self) -> u64 {
        let implementation = self.tested.as_ref().map_or(0, |(_, subject)| subject.fuel_used());
        self.guest.as_ref().map_or(0, bridge::Subject::fuel_used).saturating_add(implementation)
    }

    fn memory_bytes(&self) -> u64 {
        self.guest.as_ref().map_or(0, bridge::Subject::memory_bytes)
    }

    fn data(&mut self) -> Vec<(String, Vec<u8>)> {
        match &self.guest {
            Some(guest) => guest.data(),
            None => self.setup.data.clone(),
        }
    }

    fn requests(&self) -> NetworkLog {
        self.network.as_ref().map(VirtualNetwork::log).unwrap_or_default()
    }

    fn run_tests(&mut self) -> Result<Answer, Stop> {
        let Some((tested, _)) = &self.tested else {
            return Err(Stop::Host("there is nothing to be tested".to_owned()));
        };
        self.ask_guest(&Request::Tests { module: tested.module.clone(), exports: tested.functions.clone() })
    }

    fn check(&mut self, script: &SourceFile, function: &str) -> Result<Checked, HostFailure> {
        let Some(guest) = &self.guest else { return Err(HostFailure("there is nothing to look at".to_owned())) };
        let Submission { sandbox, idle, .. } = self.submission;
        // An author's script is not on the learner's budget.
        let limits = Limits::default();
        sandbox.check_in(idle, std::slice::from_ref(script), function, &limits, (guest, self.network.as_ref()))
    }

    fn stopped(&self) -> Option<Stop> {
        self.guest.as_ref().and_then(bridge::Subject::stopped)
    }
}

impl Drop for Examinee<'_, '_> {
    fn drop(&mut self) {
        let Submission { idle, runtime, .. } = self.submission;
        // The one that asks first: it has the other's end of the bridge.
        let tested = self.tested.take().map(|(_, subject)| subject);
        for subject in [self.guest.take(), tested].into_iter().flatten() {
            if let Some(guest) = subject.into_guest() {
                idle.give(runtime, guest);
            }
        }
    }
}

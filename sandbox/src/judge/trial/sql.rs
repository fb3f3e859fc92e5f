//! SQL: the learner's script and an author's queries, on a dataset.

use domain::{Aspect, Condition, Expectation, Step};
use serde_json::Value as Json;

use super::{Came, Drive, End, OurFault, Setup};
use crate::{
    Answer, Request, ResultSet,
    judge::{
        message::Failure,
        outcome::Outcome,
        plan::{self, Plan},
        statements::last_statement,
        subject::Subject,
    },
};

impl<S: Subject> Drive<'_, S> {
    /// Executes SQL, and looks at its last result.
    pub(super) fn statements(&mut self, sql: &str, expect: &[Condition]) -> Result<Came, OurFault> {
        self.open_database()?;
        let result = match self.ask(&Request::Query(sql.to_owned()))? {
            Ok(Answer::Results(results)) => last_result(results),
            Ok(Answer::Syntax { message, trace }) if sql == self.script => {
                return Ok(Came::End(End::NotLoaded(Failure::syntax(&message, &trace))));
            }
            Ok(answer) => return Ok(self.raised(answer, expect)),
            Err(failure) => return Ok(failure.into()),
        };
        let is_about_plan = expect.iter().any(|condition| condition.aspect == Aspect::Plan);
        let Some(statement) = last_statement(sql).filter(|_| is_about_plan) else {
            return Ok(Came::Outcome(Outcome::Gave { result, plan: Plan::default() }, None));
        };
        // Asked afterwards, when the tables and indexes that the script makes are there.
        let questions =
            [format!("EXPLAIN QUERY PLAN {statement}"), format!("EXPLAIN {statement}"), plan::ROOTS.to_owned()];
        let mut answers = Vec::with_capacity(questions.len());
        for question in questions {
            match self.ask(&Request::Query(question))? {
                Ok(Answer::Results(results)) => answers.push(last_result(results)),
                Ok(answer) => return Ok(self.raised(answer, &[])),
                Err(failure) => return Ok(failure.into()),
            }
        }
        let plan = match answers.as_slice() {
            [told, program, roots] => Plan::read(told, program, roots),
            _ => Plan::default(),
        };
        Ok(Came::Outcome(Outcome::Gave { result, plan }, None))
    }

    /// Puts the rows of a reference query in its place: those of an instance that the learner's code has never seen.
    pub(super) fn reference(&mut self, step: &mut Step) -> Result<(), OurFault> {
        for condition in &mut step.expect {
            let Expectation::SameRows { sql, ordered } = &condition.expectation else { continue };
            let mut reference = (self.start)(&Setup { is_reference: true, ..Setup::default() })?;
            let fault = |what: &str| OurFault(format!("test `{}`: {what}", self.test.id));
            let mut ask = |sql: &str| match reference.ask(&Request::Query(sql.to_owned())) {
                Ok(Answer::Results(results)) => Ok(last_result(results)),
                Ok(answer) => Err(fault(&format!("the reference says {answer:?}"))),
                Err(stop) => Err(fault(&format!("the reference was stopped: {stop:?}"))),
            };
            if let Some(dataset) = self.dataset {
                ask(self.sql_of(dataset)?)?;
            }
            let rows: Vec<Json> = ask(sql)?.rows.into_iter().map(Json::Array).collect();
            condition.expectation =
                if *ordered { Expectation::Json(Json::Array(rows)) } else { Expectation::Unordered(rows) };
        }
        Ok(())
    }

    fn sql_of(&self, dataset: &str) -> Result<&str, OurFault> {
        let found = self.assessment.suite.datasets.get(dataset).map(String::as_str);
        found.ok_or_else(|| OurFault(format!("there is no dataset `{dataset}`")))
    }

    /// An instance with the dataset in it, where there is none yet.
    fn open_database(&mut self) -> Result<(), OurFault> {
        if self.subject.is_some() {
            return Ok(());
        }
        self.begin(Setup::default())?;
        let Some(dataset) = self.dataset else { return Ok(()) };
        let sql = self.sql_of(dataset)?.to_owned();
        match self.ask(&Request::Query(sql))? {
            Ok(Answer::Results(_)) => Ok(()),
            Ok(answer) => Err(OurFault(format!("the dataset `{dataset}` says {answer:?}"))),
            Err(failure) => Err(OurFault(format!("the dataset `{dataset}`: {}", failure.ours))),
        }
    }
}

/// What a script gave last: its last rows, or else what its last statement did.
fn last_result(mut results: Vec<ResultSet>) -> ResultSet {
    match results.iter().rposition(|result| !result.columns.is_empty()) {
        Some(index) => results.swap_remove(index),
        None => results.pop().unwrap_or(ResultSet { columns: Vec::new(), rows: Vec::new(), changes: 0 }),
    }
}

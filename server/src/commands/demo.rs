//! `backroad demo`: a data folder that looks lived in, so that every page has something on it.
//!
//! The people are invented and their work is not: what they hand in is the content's own starters, known mistakes and model
//! solutions, and it is judged as anybody's would be. Only the times are set afterwards.

use std::{process::ExitCode, sync::Arc, time::SystemTime};

use anyhow::{Context, ensure};
use clap::Args;
use curriculum::{Catalogue, Exercise, Lesson, Variant};
use domain::{Choice, Language, LearnerId, Role, SourceFile, SubmissionId, Timestamp, Verdict};
use store::{AnswerSheet, NewAccount, NewSubmission, Store};

use super::{Outcome, load_content, open_migrated_store, serve::start_pool};
use crate::{
    cli::{ContentArgs, DataArgs, RuntimesArgs},
    judging::{Judge, Task},
    password::{Hasher, Password},
    routes::draft_hash,
};

/// What everybody logs in with. The folder is for showing, and is told to be so.
const PASSWORD: &str = "a demo on gravel";

const DAY_MS: i64 = 86_400_000;
const MINUTE_MS: i64 = 60_000;

/// `backroad demo`
#[derive(Clone, Debug, Args)]
pub struct DemoArgs {
    /// The database; it must not have accounts yet.
    #[command(flatten)]
    data: DataArgs,
    /// The content.
    #[command(flatten)]
    content: ContentArgs,
    /// The interpreters.
    #[command(flatten)]
    runtimes: RuntimesArgs,
}

/// Somebody who has been here for a while.
struct Person {
    name: &'static str,
    email: &'static str,
    role: Role,
    /// Days since the account was opened.
    days: i64,
    /// The modules they worked on, and how many lessons of each; all where it says so.
    modules: &'static [(&'static str, usize)],
    /// The language they write.
    language: Language,
    /// Of so many exercises they get one wrong first.
    stumbles: usize,
}

const ALL: usize = usize::MAX;

const PEOPLE: [Person; 7] = [
    Person {
        name: "Ada Lindqvist",
        email: "ada@example.org",
        role: Role::Learner,
        days: 34,
        modules: &[("internet", ALL), ("terminal", 3), ("sql", 4), ("apis", 2)],
        language: Language::Python,
        stumbles: 2,
    },
    Person {
        name: "Bela Horvath",
        email: "bela@example.org",
        role: Role::Learner,
        days: 27,
        modules: &[("internet", 6), ("language", 3)],
        language: Language::Javascript,
        stumbles: 1,
    },
    Person {
        name: "Chidi Okafor",
        email: "chidi@example.org",
        role: Role::Learner,
        days: 20,
        modules: &[("internet", 4), ("security", 2)],
        language: Language::Python,
        stumbles: 3,
    },
    Person {
        name: "Dana Weiss",
        email: "dana@example.org",
        role: Role::Learner,
        days: 13,
        modules: &[("internet", 3)],
        language: Language::Python,
        stumbles: 2,
    },
    Person {
        name: "Emre Yilmaz",
        email: "emre@example.org",
        role: Role::Learner,
        days: 2,
        modules: &[("internet", 1)],
        language: Language::Javascript,
        stumbles: 4,
    },
    Person {
        name: "Grace Mbeki",
        email: "grace@example.org",
        role: Role::Instructor,
        days: 40,
        modules: &[("internet", 1)],
        language: Language::Python,
        stumbles: 9,
    },
    Person {
        name: "Linus Berg",
        email: "linus@example.org",
        role: Role::Administrator,
        days: 41,
        modules: &[],
        language: Language::Python,
        stumbles: 9,
    },
];

/// Fills the folder.
pub fn execute(args: &DemoArgs) -> Outcome {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no async runtime")?;
    runtime.block_on(fill(args))
}

async fn fill(args: &DemoArgs) -> Outcome {
    let catalogue = load_content(&args.content.content)?;
    let store = open_migrated_store(&args.data).await?;
    ensure_empty(&store).await?;
    let runtimes = args.runtimes.clone();
    let workers = std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
    let (pool, _) =
        tokio::task::spawn_blocking(move || start_pool(&runtimes, workers, 64)).await.context("no thread")??;
    let demo = Demo { judge: Judge::new(Arc::new(pool), store.clone(), 64), store, catalogue };
    let hash = Hasher::new()?.hash(Password::new(PASSWORD)).await?;
    let mut submissions = 0;
    for person in &PEOPLE {
        let count = demo.live(person, hash.clone()).await?;
        anstream::eprintln!("{}: {count} submissions", person.name);
        submissions += count;
    }
    demo.report_problems().await?;
    demo.store.standings().rebuild().await?;
    anstream::println!("{} people and {submissions} submissions, all of them judged.", PEOPLE.len());
    anstream::println!("Log in as ada@example.org, grace@example.org (teaches) or linus@example.org (administers).");
    anstream::println!("The password of everybody is: {PASSWORD}");
    anstream::println!("It is known to everybody, so let nobody but yourself reach a server with this folder.");
    Ok(ExitCode::SUCCESS)
}

async fn ensure_empty(store: &Store) -> anyhow::Result<()> {
    let accounts = store.accounts().list().await?;
    ensure!(
        accounts.is_empty(),
        "there are accounts in this folder already, and a demo must not be among them; name an empty one with --data"
    );
    Ok(())
}

struct Demo {
    catalogue: Catalogue,
    store: Store,
    judge: Judge,
}

impl Demo {
    /// One person's weeks; gives how much they handed in.
    async fn live(&self, person: &Person, password_hash: String) -> anyhow::Result<usize> {
        let new = NewAccount {
            guest: None,
            email: person.email.to_owned(),
            name: person.name.to_owned(),
            password_hash,
            role: person.role,
        };
        let learner = self.store.accounts().register(new).await?.learner;
        let begun = now() - person.days * DAY_MS;
        self.store.backdating().account(&learner, Timestamp(begun)).await?;
        let lessons = self.lessons_of(person);
        // Spread over the days, so that the last one was read today.
        let apart = person.days * DAY_MS / i64::try_from(lessons.len().max(1)).unwrap_or(1);
        let (mut clock, mut count, mut exercises) = (begun, 0, 0);
        for (place, lesson) in lessons.iter().enumerate() {
            self.store.lessons().mark_read(&learner, &lesson.id).await?;
            self.store.backdating().read(&learner, &lesson.id, Timestamp(clock)).await?;
            let is_last = place + 1 == lessons.len();
            let mut hour = clock + i64::from(lesson.minutes) * MINUTE_MS;
            for exercise in self.catalogue.exercises_of(lesson) {
                exercises += 1;
                let stumbles = exercises % person.stumbles == 0;
                count += self.work_on(person, &learner, exercise, stumbles, is_last, hour).await?;
                hour += i64::from(exercise.minutes) * MINUTE_MS;
            }
            clock += apart;
        }
        Ok(count)
    }

    fn lessons_of(&self, person: &Person) -> Vec<&Lesson> {
        let modules = person.modules.iter().filter_map(|(slug, most)| Some((self.catalogue.module(slug)?, *most)));
        modules.flat_map(|(module, most)| module.lessons.iter().take(most)).collect()
    }

    /// One exercise: some tries, and a pass unless the work stops here with half an idea in the editor.
    async fn work_on(
        &self,
        person: &Person,
        learner: &LearnerId,
        exercise: &Exercise,
        stumbles: bool,
        is_last: bool,
        at: i64,
    ) -> anyhow::Result<usize> {
        let language = if exercise.languages.contains(&person.language) {
            person.language
        } else if let Some(&first) = exercise.languages.first() {
            first
        } else {
            self.answer(learner, exercise, stumbles, at).await?;
            return Ok(0);
        };
        let variant = exercise.variant(language).context("an exercise has no code in its own language")?;
        let mut tries: Vec<&[SourceFile]> = Vec::new();
        if stumbles || is_last {
            tries.push(&variant.starter);
            tries.extend(variant.mutants.first().map(|mutant| mutant.files.as_slice()));
        }
        if !is_last {
            tries.push(&variant.solution);
        }
        for (place, files) in (0_i64..).zip(&tries) {
            let id = self.submit(learner, exercise, variant, files).await?;
            self.store.backdating().submission(&id, Timestamp(at + place * 7 * MINUTE_MS)).await?;
        }
        let drafts = self.store.drafts();
        let typed = tries.last().copied().unwrap_or(&variant.starter);
        drafts.replace(learner, exercise.draft_id(), language, draft_hash(exercise), typed).await?;
        if is_last && person.stumbles == 2 {
            // One of them looked at the solution, and has not written their own yet.
            self.store.solutions_seen().give_up(learner, &exercise.id).await?;
        }
        Ok(tries.len())
    }

    async fn submit(
        &self,
        learner: &LearnerId,
        exercise: &Exercise,
        variant: &Variant,
        files: &[SourceFile],
    ) -> anyhow::Result<SubmissionId> {
        let place = self.judge.reserve()?;
        let new = NewSubmission {
            learner: learner.clone(),
            exercise: exercise.id.clone(),
            language: variant.assessment.language,
            files: files.to_vec(),
            exercise_hash: exercise.content_hash.clone(),
            runtime_hash: self.judge.runtime_hash(&variant.assessment).to_owned(),
        };
        let submission = self.store.submissions().submit(&new).await?;
        let task = Task {
            submission: submission.clone(),
            learner: learner.to_string(),
            assessment: variant.assessment.clone(),
            files: files.to_vec(),
        };
        self.judge.start(task, place).await.context("judging ended early")?;
        Ok(submission)
    }

    /// The answers to a quiz: all right, or with the first option of each question.
    async fn answer(&self, learner: &LearnerId, exercise: &Exercise, stumbles: bool, at: i64) -> anyhow::Result<()> {
        let right = |question: &domain::Question| {
            let options = question.options.iter().enumerate();
            options.filter(|(_, option)| option.right).map(|(place, _)| place).collect::<Choice>()
        };
        let sheet = |choices: Vec<Choice>| {
            let all_right =
                exercise.questions.iter().zip(&choices).all(|(question, choice)| question.is_answered_by(choice));
            AnswerSheet {
                learner: learner.clone(),
                exercise: exercise.id.clone(),
                choices,
                exercise_hash: exercise.content_hash.clone(),
                verdict: if all_right { Verdict::Passed } else { Verdict::WrongAnswer },
            }
        };
        if stumbles {
            let first = exercise.questions.iter().map(|_| std::iter::once(0).collect::<Choice>()).collect();
            self.store.answer_sheets().hand_in(&sheet(first)).await?;
        }
        self.store.answer_sheets().hand_in(&sheet(exercise.questions.iter().map(right).collect())).await?;
        self.store.backdating().answers(learner, &exercise.id, Timestamp(at)).await?;
        Ok(())
    }

    /// What readers stumbled over.
    async fn report_problems(&self) -> anyhow::Result<()> {
        let ada = self.store.accounts().find_by_email(PEOPLE[0].email).await?;
        let ada = ada.map(|found| found.account.learner);
        let pages = self.catalogue.lessons().map(crate::paths::lesson).take(3);
        let messages = [
            "The second picture is hard to read in dark colours on my phone.",
            "In the last paragraph it says \"the the\".",
            "The quiz asks about something that only comes in the next lesson.",
        ];
        for (place, (page, message)) in pages.zip(messages).enumerate() {
            let who = if place == 1 { None } else { ada.as_ref() };
            self.store.problem_reports().file(who, &page, message).await?;
        }
        Ok(())
    }
}

/// The time now, in milliseconds of the Unix epoch.
fn now() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

//! Data as a learner meets it, for the tests and for looking at the pages.

use std::sync::Arc;

use app::data::OwnPanel;
use app::pages::account::AccountForm;
use app::pages::error::ErrorPage;
use app::pages::exercise::{EditorState, ExercisePage, TestItem};
use app::pages::history::{Against, HistoryPage, SetAside, Shown};
use app::pages::home::HomePage;
use app::pages::lesson::{DrawnLesson, LessonBody, LessonPage, Source};
use app::pages::module::ModulePage;
use app::pages::problems::ProblemsPage;
use app::pages::progress::{ProgressPage, RecentSubmission};
use app::pages::project::{ProjectPage, StageAheadPage, StagePlace};
use app::pages::quiz::QuizPage;
use app::pages::road::RoadPage;
use app::pages::try_result::TryResultPage;
use app::pages::{Assets, Client, ExerciseItem, Frame, LessonItem, Link, ModuleItem, StageItem};
use domain::{
    Block, Choice, Counts, Draft, ExerciseId, ExerciseKind, ExerciseState, Hint, Language, Minutes, OwnInput, Pillar,
    Points, ProblemReport, Question, QuestionOption, QuestionView, Report, RunOutcome, RunVerdict, Solutions,
    SourceFile, StageName, Status, StretchState, SubmissionId, SubmissionSummary, TestResult, Theme, Timestamp,
    TocEntry, TryVariant, TypedRequest, Verdict, Viewer,
};

/// 21 November 2026, 09:30 UTC.
const MORNING: Timestamp = Timestamp(1_795_253_400_000);

/// A frame without anything special.
pub fn frame(viewer: Viewer, path: &str) -> Frame {
    Frame {
        viewer,
        theme: Theme::System,
        path: path.into(),
        nonce: "n0nce".into(),
        assets: Arc::new(Assets {
            css: "/assets/style.css".into(),
            lesson: Client { js: "/assets/lesson.js".into(), wasm: "/assets/lesson.wasm".into() },
            workspace: Client { js: "/assets/workspace.js".into(), wasm: "/assets/workspace.wasm".into() },
            editor: "/assets/editor.js".into(),
            editor_parts: vec!["/assets/chunk.js".into()],
        }),
        language: Language::Python,
        content_problems: Arc::default(),
    }
}

/// Somebody logged in.
pub fn ada() -> Viewer {
    Viewer::Account { name: "Ada".into(), open_problems: None }
}

/// Somebody logged in who runs the installation.
pub fn administrator() -> Viewer {
    Viewer::Account { name: "Grace".into(), open_problems: Some(1) }
}

fn link(title: &str, href: &str) -> Link {
    Link { title: title.into(), href: href.into() }
}

fn exercise(title: &str, slug: &str, state: ExerciseState) -> ExerciseItem {
    ExerciseItem {
        link: link(title, &format!("/exercises/internet/{slug}")),
        kind: ExerciseKind::Function,
        minutes: 15,
        difficulty: 2,
        state,
        stages: None,
    }
}

fn lesson_item(title: &str, slug: &str, summary: &str, read: bool, exercises: Vec<ExerciseItem>) -> LessonItem {
    LessonItem {
        link: link(title, &format!("/road/internet/{slug}")),
        summary: summary.into(),
        minutes: 9,
        read,
        exercises,
        builds_on: (slug != "what-a-backend-does")
            .then(|| link("What a back end is and does", "/road/internet/what-a-backend-does"))
            .into_iter()
            .collect(),
    }
}

/// A module in the middle of being learned.
pub fn module_item() -> ModuleItem {
    ModuleItem {
        link: link("How the web works", "/road/internet"),
        number: 1,
        summary: "What happens between a tap on a link and a page on the screen, and which part of it is yours.".into(),
        lessons: vec![
            lesson_item(
                "What a back end is and does",
                "what-a-backend-does",
                "A back end receives, decides, remembers and answers.",
                true,
                vec![exercise("Answer the door", "answer-the-door", ExerciseState::Solved)],
            ),
            lesson_item(
                "A request's journey",
                "a-requests-journey",
                "From the address bar to your function and back: who carries it, and where it waits.",
                true,
                vec![exercise("Find the slow stage", "find-the-slow-stage", ExerciseState::Tried)],
            ),
            lesson_item(
                "DNS and domains",
                "dns-and-domains",
                "How a name becomes a number, and why the answer may be an hour old.",
                false,
                vec![exercise("Read a zone", "read-a-zone", ExerciseState::New)],
            ),
            lesson_item("URLs", "urls", "Five parts, each with a reader of its own.", false, Vec::new()),
        ],
        done: Counts { done: 3, all: 7 },
        pillar: Pillar::Foundations,
        state: StretchState::Begun,
        minutes: Minutes { all: 81, left: 48 },
        builds_on: Vec::new(),
    }
}

/// A module that builds on the first one, and that somebody knows.
fn second_module() -> ModuleItem {
    ModuleItem {
        link: link("APIs", "/road/apis"),
        number: 9,
        summary: "From one handler to an interface that others can rely on.".into(),
        pillar: Pillar::Services,
        state: StretchState::Known,
        lessons: vec![LessonItem {
            link: link("Your first handler", "/road/apis/your-first-handler"),
            ..lesson_item("", "", "A function between a request and a response.", false, Vec::new())
        }],
        done: Counts { done: 0, all: 1 },
        minutes: Minutes { all: 9, left: 0 },
        builds_on: vec![link("How the web works", "/road/internet")],
    }
}

/// `/`.
pub fn home(begun: bool) -> HomePage {
    HomePage {
        lessons: 5,
        exercises: 5,
        first: link("What a back end is and does", "/road/internet/what-a-backend-does"),
        next: begun.then(|| link("Find the slow stage", "/exercises/internet/find-the-slow-stage")),
        modules: vec![module_item()],
    }
}

/// `/road`.
pub fn road() -> RoadPage {
    RoadPage {
        modules: vec![module_item(), second_module()],
        pillar: None,
        lessons: Counts { done: 2, all: 4 },
        exercises: Counts { done: 1, all: 3 },
        next: Some(link("Find the slow stage", "/exercises/internet/find-the-slow-stage")),
    }
}

/// `/road/internet`.
pub fn module() -> ModulePage {
    ModulePage {
        module: module_item(),
        intro:
            "<p>Everything you will build answers <strong>requests</strong>. This module follows one from the first \
                tap to the last byte.</p>"
                .into(),
        test_out: vec![exercise("Read a zone", "read-a-zone", ExerciseState::New)],
        previous: None,
        next: Some(link("The terminal and Linux", "/road/terminal")),
    }
}

/// A lesson with a bit of everything.
pub fn lesson(read: bool) -> LessonPage {
    let python = r#"def where(stages):
    slowest = max(stages, key=lambda stage: stage["ms"])
    return slowest["name"]

print(where([{"name": "dns", "ms": 20}, {"name": "tls", "ms": 95}]))"#;
    let python_html = r#"<span class="hl-source hl-python"><span class="hl-storage hl-type">def</span> <span class="hl-entity hl-name hl-function">where</span>(stages):
    slowest = <span class="hl-support hl-function">max</span>(stages, key=<span class="hl-storage">lambda</span> stage: stage[<span class="hl-string">"ms"</span>])
    <span class="hl-keyword">return</span> slowest[<span class="hl-string">"name"</span>]

<span class="hl-comment"># the slowest of two</span>
<span class="hl-support hl-function">print</span>(where([{<span class="hl-string">"name"</span>: <span class="hl-string">"dns"</span>, <span class="hl-string">"ms"</span>: <span class="hl-constant">20</span>}, {<span class="hl-string">"name"</span>: <span class="hl-string">"tls"</span>, <span class="hl-string">"ms"</span>: <span class="hl-constant">95</span>}]))</span>"#;
    let javascript = "const where = (stages) => stages.toSorted((a, b) => b.ms - a.ms)[0].name;\n\nconsole.log(where([{ name: \"dns\", ms: 20 }, { name: \"tls\", ms: 95 }]));";
    let body = LessonBody {
        title: "A request's journey".into(),
        summary: "From the address bar to your function and back: who carries it, and where it waits.".into(),
        minutes: 9,
        toc: vec![
            TocEntry { anchor: "five-stages".into(), text: "Five stages".into() },
            TocEntry { anchor: "where-time-goes".into(), text: "Where the time goes".into() },
            TocEntry { anchor: "the-usual-mistake".into(), text: "The usual mistake".into() },
        ],
        blocks: vec![
            Block::Html(INTRO.into()),
            Block::Try(vec![
                TryVariant {
                    language: Language::Python,
                    code: python.into(),
                    highlighted: python_html.into(),
                    output: Some("tls\n".into()),
                },
                TryVariant {
                    language: Language::Javascript,
                    code: javascript.into(),
                    highlighted: javascript.replace('>', "&gt;"),
                    output: None,
                },
            ]),
            Block::Html(MISTAKE.into()),
            Block::Quiz(vec![
                Question {
                    ask:
                        "A page takes two seconds, and your handler takes <code>40 ms</code>. Where do you look first?"
                            .into(),
                    options: vec![
                        QuestionOption {
                            text: "At the handler: it is the part that is mine".into(),
                            right: false,
                            why: "Making it twice as fast saves 20 ms of 2,000.".into(),
                        },
                        QuestionOption {
                            text: "At the stages before and after it".into(),
                            right: true,
                            why: "1,960 ms are spent there. Measure, then choose.".into(),
                        },
                    ],
                },
                Question {
                    ask: "Which of these happen before your code is called?".into(),
                    options: vec![
                        QuestionOption {
                            text: "The name is looked up".into(),
                            right: true,
                            why: "Without an address there is nobody to connect to.".into(),
                        },
                        QuestionOption {
                            text: "The TLS handshake".into(),
                            right: true,
                            why: "Your code reads what was decrypted.".into(),
                        },
                        QuestionOption {
                            text: "The page is drawn".into(),
                            right: false,
                            why: "That is the browser's work with your answer.".into(),
                        },
                    ],
                },
            ]),
        ],
        sources: vec![
            Source {
                title: "RFC 9110, HTTP Semantics, section 3".into(),
                url: Some("https://www.rfc-editor.org/rfc/rfc9110".into()),
            },
            Source { title: "High Performance Browser Networking, chapter 1".into(), url: None },
        ],
    };
    LessonPage {
        lesson: Arc::new(DrawnLesson::draw(
            &body,
            &link("How the web works", "/road/internet"),
            "/road/internet/a-requests-journey",
        )),
        exercises: vec![exercise("Find the slow stage", "find-the-slow-stage", ExerciseState::Tried)],
        builds_on: vec![
            (link("What a back end is and does", "/road/internet/what-a-backend-does"), true),
            (link("URLs", "/road/internet/urls"), false),
        ],
        previous: Some(link("What a back end is and does", "/road/internet/what-a-backend-does")),
        next: Some(link("DNS and domains", "/road/internet/dns-and-domains")),
        read,
        read_action: "/road/internet/a-requests-journey/read".into(),
    }
}

const INTRO: &str = r#"<p>Somebody types an address and presses Enter. A second later there is a page. In that second at least
five parties have spoken, and <em>your</em> code was one of them.</p>
<h2 id="five-stages">Five stages</h2>
<p>Each stage waits for the one before. The client learns the address by <strong>DNS</strong>, opens a connection, agrees on
keys, sends the request with <code>GET /timetable</code> and then waits for you.</p>
<figure class="diagram"><svg viewBox="0 0 400 120" role="img" aria-label="A client asks, a server answers"><rect class="d-box" x="4" y="30" width="120" height="60" rx="10"></rect><text class="d-text" x="64" y="56" text-anchor="middle">Client</text><text class="d-small" x="64" y="76" text-anchor="middle">asks first</text><line class="d-line" x1="130" y1="50" x2="264" y2="50"></line><line class="d-line d-dash" x1="264" y1="72" x2="130" y2="72"></line><text class="d-small" x="198" y="40" text-anchor="middle">request</text><text class="d-small" x="198" y="92" text-anchor="middle">response</text><rect class="d-box d-accent" x="270" y="30" width="120" height="60" rx="10"></rect><text class="d-text" x="330" y="64" text-anchor="middle">Back end</text></svg><figcaption>One question, one answer.</figcaption></figure>
<table><thead><tr><th scope="col">Stage</th><th scope="col">Who works</th><th scope="col" class="align-right">Usual time</th></tr></thead><tbody><tr><td>Name lookup</td><td>a resolver</td><td class="align-right">0 to 50 ms</td></tr><tr><td>Handshake</td><td>both ends</td><td class="align-right">1 to 2 round trips</td></tr></tbody></table>
<h2 id="where-time-goes">Where the time goes</h2>
<p>Measure before you guess. The code below finds the slowest of some stages; change a number and run it again.</p>"#;

const MISTAKE: &str = r#"<aside class="note note-tip" role="note" aria-label="Tip"><p class="note-title">Tip</p><p>Most browsers show these stages:
open the developer tools, then <em>Network</em>, then <em>Timing</em>.</p></aside>
<h2 id="the-usual-mistake">The usual mistake</h2>
<aside class="note note-warning" role="note" aria-label="Warning"><p class="note-title">Warning</p><p>Making your own part faster without
having measured it. A handler of 5 ms in a journey of 900 ms is not the problem.</p></aside>
<pre class="code" tabindex="0"><code class="language-http">GET /timetable HTTP/1.1
Host: trains.example</code></pre>
<ul><li>Start with the longest stage.</li><li>Then ask whether it is needed at all.</li></ul>"#;

fn file(language: Language, content: &str) -> Vec<SourceFile> {
    vec![SourceFile { name: language.main_file().into(), content: content.into() }]
}

/// A test that passed.
pub fn passed(name: &str) -> TestResult {
    TestResult {
        id: name.replace(' ', "-"),
        name: name.into(),
        status: Status::Pass,
        verdict: Verdict::Passed,
        say: None,
        message: None,
        test_code: Some("slow_stage([{\"name\": \"dns\", \"ms\": 20}])".into()),
        expected: Some("\"dns\"".into()),
        actual: Some("\"dns\"".into()),
        expected_differs: Vec::new(),
        actual_differs: Vec::new(),
        curve: None,
        output: None,
        visible: true,
        attack: false,
        stage: None,
        fuel: 90_000,
        duration_us: 640,
    }
}

/// A report of three tests that ends so.
pub fn report(verdict: Verdict) -> Report {
    let mut failed = passed("an empty journey has no slow stage");
    failed.status = Status::Fail;
    failed.verdict = verdict;
    failed.say = Some("A journey without stages has no slowest one: answer None, and do not raise.".into());
    failed.test_code = Some("slow_stage([])".into());
    let mut tests = vec![passed("one stage is the slowest"), failed, passed("the first of equals wins")];
    let mut message = None;
    match verdict {
        Verdict::Passed => tests[1] = passed("an empty journey has no slow stage"),
        Verdict::WrongAnswer => {
            tests[1].expected = Some("{\"name\": \"tls\", \"ms\": 95}".into());
            tests[1].actual = Some("{\"name\": \"dns\", \"ms\": 20}".into());
            tests[1].output = Some("comparing dns tls\nlongest so far: dns".into());
        }
        Verdict::CompileError | Verdict::InternalError => {
            message = (verdict == Verdict::CompileError)
                .then(|| "SyntaxError: '(' was never closed\n  main.py, line 2\n    print(stages".to_owned());
            tests.clear();
        }
        _ => {
            tests[1].expected = Some("None".into());
            tests[1].actual = None;
            tests[1].message =
                Some("Traceback (most recent call last):\n  main.py, line 2, in slow_stage\nValueError: max() iterable argument is empty".into());
        }
    }
    let all_passed = verdict == Verdict::Passed;
    Report {
        version: 3,
        status: if all_passed { Status::Pass } else { Status::Fail },
        message,
        verdict,
        points: Points { earned: if all_passed { 10 } else { 0 }, possible: 10 },
        language: Language::Python,
        duration_us: 4_210,
        fuel: 300_000,
        memory_bytes: 11 << 20,
        tests,
    }
}

fn submission(number: u32, verdict: Option<Verdict>) -> SubmissionSummary {
    SubmissionSummary {
        id: SubmissionId::new(format!("0193-{number}")),
        exercise: ExerciseId::new("e1"),
        language: Language::Python,
        created_at: Timestamp(MORNING.0 + i64::from(number) * 90_000),
        verdict,
    }
}

/// An exercise; with a report if there is one.
pub fn exercise_page(report: Option<Report>) -> ExercisePage {
    let solved = report.as_ref().is_some_and(|report| report.verdict == Verdict::Passed);
    ExercisePage {
        title: "Find the slow stage".into(),
        action: "/exercises/internet/find-the-slow-stage".into(),
        kind: ExerciseKind::Function,
        instructions: "<p>The timetable page is slow, and everybody suspects something else. You have the measured \
                       <strong>stages</strong> of one request. Write <code>slow_stage</code>, which gives back the name \
                       of the slowest.</p><ul><li>Each stage has a <code>name</code> and its <code>ms</code>.</li><li>Of \
                       equals, the first counts.</li><li>A journey without stages has no slow one: <code>None</code>.</li></ul>"
            .into(),
        difficulty: 2,
        minutes: 15,
        points: 10,
        lesson: Some(link("A request's journey", "/road/internet/a-requests-journey")),
        stage: None,
        next: Some(link("DNS and domains", "/road/internet/dns-and-domains")),
        hints: vec![
            Hint { title: "Where to begin".into(), html: "<p>Keep the slowest so far in a variable.</p>".into() },
            Hint { title: "The empty case".into(), html: "<p><code>max</code> takes a <code>default</code>.</p>".into() },
        ],
        language: Language::Python,
        editors: vec![
            EditorState {
                language: Language::Python,
                starter: file(Language::Python, "def slow_stage(stages):\n    ...\n"),
                draft: report.is_some().then(|| Draft {
                    language: Language::Python,
                    files: file(
                        Language::Python,
                        "def slow_stage(stages):\n    # the longest wins\n    slowest = max(stages, key=lambda stage: stage[\"ms\"])\n    return slowest[\"name\"]\n",
                    ),
                    revision: 3,
                    updated_at: MORNING,
                }),
            },
            EditorState {
                language: Language::Javascript,
                starter: file(Language::Javascript, "export function slowStage(stages) {\n  // your code\n}\n"),
                draft: None,
            },
        ],
        tests: vec![
            TestItem {
                name: "one stage is the slowest".into(),
                example: vec![
                    (Language::Python, "slow_stage([{\"name\": \"dns\", \"ms\": 20}])".into(), "\"dns\"".into()),
                    (Language::Javascript, "slowStage([{ name: \"dns\", ms: 20 }])".into(), "\"dns\"".into()),
                ],
                stage: None,
            },
            TestItem { name: "an empty journey has no slow stage".into(), example: Vec::new(), stage: None },
            TestItem { name: "the first of equals wins".into(), example: Vec::new(), stage: None },
        ],
        state: match (&report, solved) {
            (None, _) => ExerciseState::New,
            (Some(_), false) => ExerciseState::Tried,
            (Some(_), true) => ExerciseState::Solved,
        },
        solutions: solved.then(|| Solutions {
            explanation: "<p>One pass, one variable: the list is read once, whatever its length.</p>".into(),
            files: vec![(Language::Python, file(Language::Python, "def slow_stage(stages):\n    if not stages:\n        return None\n    return max(stages, key=lambda stage: stage[\"ms\"])[\"name\"]\n"))],
        }),
        history: report.as_ref().map_or_else(Vec::new, |report| {
            vec![submission(2, Some(report.verdict)), submission(1, Some(Verdict::RuntimeError))]
        }),
        report,
        waiting: false,
        problem: None,
        given_up: None,
        outdated: Vec::new(),
        exercise_hash: "e".repeat(64),
        own: Some(OwnPanel {
            input: OwnInput::Snippet("print(slow_stage([]))".into()),
            snippets: Vec::new(),
            typed: TypedRequest::default(),
            outcome: None,
            problem: None,
        }),
        owner: solved.then(|| "0193-ada".to_owned()),
        tables: None,
    }
}

/// The stages of a project, so many of them passed.
fn stages(passed: u32) -> Vec<StageItem> {
    let of = [("Tables", "tables"), ("Rules", "rules"), ("Speed", "speed")];
    let item = |(number, (title, slug)): (u32, (&str, &str))| StageItem {
        link: link(title, &format!("/exercises/sql/library-schema/stages/{slug}")),
        number,
        summary: format!("What {title} are for, in one sentence."),
        minutes: 30,
        difficulty: 4,
        state: if number <= passed { ExerciseState::Solved } else { ExerciseState::New },
        open: number <= passed + 1,
        passed_at: (number <= passed).then_some(MORNING),
    };
    (1..).zip(of).map(item).collect()
}

fn stage_place(number: u32, passed: u32) -> StagePlace {
    StagePlace { project: link("A lending library", "/exercises/sql/library-schema"), number, stages: stages(passed) }
}

/// A project, so many of its three stages passed.
pub fn project(passed: u32) -> ProjectPage {
    ProjectPage {
        title: "A lending library".into(),
        action: "/exercises/sql/a-lending-library".into(),
        instructions: "<p>The library keeps its books on one long list. You give it a database.</p>".into(),
        difficulty: 6,
        minutes: 90,
        points: 60,
        lesson: Some(link("Designing tables", "/road/sql/design")),
        state: match passed {
            0 => ExerciseState::New,
            3 => ExerciseState::Solved,
            _ => ExerciseState::Tried,
        },
        stages: stages(passed),
        next: Some(link("Transactions", "/road/sql/transactions")),
    }
}

/// The third stage, for somebody who has passed the first only.
pub fn stage_ahead() -> StageAheadPage {
    StageAheadPage {
        title: "Speed".into(),
        kind: ExerciseKind::Sql,
        instructions: "<p>Five questions are answered without reading everything.</p>".into(),
        difficulty: 4,
        minutes: 30,
        points: 20,
        lesson: Some(link("Designing tables", "/road/sql/design")),
        place: stage_place(3, 1),
        before: (StageName { number: 2, title: "Rules".into() }, "/exercises/sql/library-schema/stages/rules".into()),
    }
}

/// The second stage, in which the first is broken.
pub fn stage_page() -> ExercisePage {
    let mut report = report(Verdict::WrongAnswer);
    let first = StageName { number: 1, title: "Tables".into() };
    report.tests = vec![passed("a price below zero is refused")];
    for (name, status) in [("a book has a copy", Status::Pass), ("a book has two authors", Status::Fail)] {
        let verdict = if status == Status::Pass { Verdict::Passed } else { Verdict::WrongAnswer };
        report.tests.push(TestResult { status, verdict, stage: Some(first.clone()), ..passed(name) });
    }
    ExercisePage { stage: Some(stage_place(2, 1)), ..exercise_page(Some(report)) }
}

/// The submissions of an exercise, the newest against the one before.
pub fn history(text: &str) -> HistoryPage {
    let before = submission(1, Some(Verdict::RuntimeError));
    let file = |content: String| vec![SourceFile { name: "main.py".into(), content }];
    HistoryPage {
        title: "Find the slow stage".into(),
        action: "/exercises/internet/find-the-slow-stage".into(),
        submissions: vec![submission(2, Some(Verdict::WrongAnswer)), before.clone()],
        shown: Some(Shown {
            submission: submission(2, Some(Verdict::WrongAnswer)),
            files: file(format!("def slow_stage(stages):\n    {text}\n")),
            choices: vec![Against::Starter, Against::Submission(before.clone())],
            against: Against::Submission(before),
            other: file("def slow_stage(stages):\n    return max(stages)\n".into()),
        }),
        set_aside: vec![SetAside {
            language: Language::Python,
            files: file(text.into()),
            at: MORNING,
            was_conflict: true,
        }],
    }
}

/// `/admin/problems`.
pub fn problems(text: &str) -> ProblemsPage {
    let report = |id: &str, settled_at| ProblemReport {
        id: id.into(),
        name: Some(text.into()),
        page: "/road/internet/urls".into(),
        message: text.into(),
        created_at: MORNING,
        settled_at,
    };
    ProblemsPage { reports: vec![report("0193-3", None), report("0193-4", Some(MORNING))], open: 1 }
}

/// A quiz; judged with these choices if there are any.
pub fn quiz(choices: Option<[&[usize]; 2]>) -> QuizPage {
    let option = |text: &str, right, why: &str| QuestionOption { text: text.into(), right, why: why.into() };
    let questions = [
        Question {
            ask: "What says how long an answer of DNS may be kept?".into(),
            options: vec![
                option("The browser's settings", false, "The browser may keep it for less, never for longer."),
                option("The <em>time to live</em> of the record", true, "It comes with each record, in seconds."),
            ],
        },
        Question {
            ask: "Which of these are in the <code>Host</code> field?".into(),
            options: vec![
                option("The name", true, "One address serves many names."),
                option("The path", false, "It is in the first line."),
                option("The port, where it is not the usual one", true, "It follows the name after a colon."),
            ],
        },
    ];
    let choices = choices.map(|choices| choices.map(|places| places.iter().copied().collect::<Choice>()));
    let passed = choices
        .as_ref()
        .is_some_and(|choices| questions.iter().zip(choices).all(|(question, choice)| question.is_answered_by(choice)));
    let view = |(place, question)| match &choices {
        Some(choices) => QuestionView::judged(question, &choices[place], passed),
        None => QuestionView::asked(question, None),
    };
    QuizPage {
        title: "Names and addresses".into(),
        action: "/exercises/internet/names-and-addresses".into(),
        exercise_hash: "e".repeat(64),
        instructions: "<p>Two questions on what the last two lessons said. All of them right solves it.</p>".into(),
        difficulty: 2,
        minutes: 5,
        points: 5,
        lesson: Some(link("DNS and domains", "/road/internet/dns-and-domains")),
        next: Some(link("URLs", "/road/internet/urls")),
        state: match (&choices, passed) {
            (None, _) => ExerciseState::New,
            (Some(_), false) => ExerciseState::Tried,
            (Some(_), true) => ExerciseState::Solved,
        },
        questions: questions.iter().enumerate().map(view).collect(),
        verdict: choices.is_some().then_some(if passed { Verdict::Passed } else { Verdict::WrongAnswer }),
        problem: None,
    }
}

/// `/progress`.
pub fn progress(begun: bool) -> ProgressPage {
    ProgressPage {
        lessons: Counts { done: if begun { 2 } else { 0 }, all: 4 },
        exercises: Counts { done: u32::from(begun), all: 3 },
        points: Counts { done: if begun { 10 } else { 0 }, all: 30 },
        next: Some(link("Find the slow stage", "/exercises/internet/find-the-slow-stage")),
        solved: if begun {
            vec![(link("Answer the door", "/exercises/internet/answer-the-door"), MORNING)]
        } else {
            Vec::new()
        },
        projects: if begun {
            vec![(link("A lending library", "/exercises/sql/library-schema"), Counts { done: 2, all: 6 })]
        } else {
            Vec::new()
        },
        recent: if begun {
            [Some(Verdict::WrongAnswer), Some(Verdict::Passed), Some(Verdict::InternalError), None]
                .into_iter()
                .map(|verdict| RecentSubmission {
                    link: link("Find the slow stage", "/exercises/internet/find-the-slow-stage?submission=0193-1"),
                    language: Some(Language::Javascript),
                    at: MORNING,
                    verdict,
                })
                .collect()
        } else {
            Vec::new()
        },
    }
}

/// A form that was refused.
pub fn refused_form() -> AccountForm {
    AccountForm {
        name: "Ada".into(),
        email: "ada@".into(),
        next: "/road".into(),
        problems: vec![
            ("email", "This is no complete address.".into()),
            ("", "Please look at the marked lines.".into()),
        ],
    }
}

/// 404.
pub fn not_found() -> ErrorPage {
    ErrorPage {
        status: 404,
        title: "There is no such page".into(),
        detail: "It may have moved, or the address has a slip in it. The road is a good place to look.".into(),
    }
}

/// A run that printed and then failed.
pub fn try_result() -> TryResultPage {
    TryResultPage {
        language: Language::Python,
        code: "for n in range(3):\n    print(n)\nprint(1 / 0)\n".into(),
        outcome: RunOutcome {
            verdict: RunVerdict::RuntimeError,
            stdout: "0\n1\n2\n".into(),
            stderr: "ZeroDivisionError: division by zero\n  main.py, line 3".into(),
            exit_code: Some(1),
            fuel: 100,
            wall_ms: 0.42,
            memory_bytes: 1 << 20,
        },
        back: "/road/internet/a-requests-journey".into(),
    }
}

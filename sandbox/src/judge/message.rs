//! What a learner reads when code did not come to an answer.
//!
//! A message has two parts. The first is ours and tells nothing of a test. The second came out of the guest, where the
//! learner's code may have put anything it was given, so a test's reveal rule decides whether it is shown.

use domain::{Language, Limits, Verdict, visible_text};

use crate::{Answer, Stop};

/// The most characters of a guest's own words.
const MOST_CHARS: usize = 4_000;

/// Python's exception of `sys.exit()`. Leaving is no answer, so it is not one that a test can ask for.
pub(super) const SYSTEM_EXIT: &str = "SystemExit";
/// What the guests call it when a function returned something that the values contract has no place for. It was returned,
/// not raised, so it is not an exception that a test can ask for either.
pub(super) const UNSUPPORTED_VALUE: &str = "UnsupportedValue";

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Failure {
    /// What it counts as.
    pub(super) verdict: Verdict,
    /// Our words.
    pub(super) ours: String,
    /// The guest's words: an exception with the learner's lines.
    pub(super) theirs: Option<String>,
}

impl Failure {
    pub(super) fn new(verdict: Verdict, ours: impl Into<String>) -> Self {
        Self { verdict, ours: ours.into(), theirs: None }
    }

    fn with(self, theirs: &str) -> Self {
        let theirs = shorten(visible_text(theirs.trim_end()));
        Self { theirs: (!theirs.is_empty()).then_some(theirs), ..self }
    }

    /// An exception that nobody caught.
    pub(super) fn raised(language: Language, kind: &str, message: &str, trace: &str) -> Self {
        match kind {
            SYSTEM_EXIT => return Self::ended_itself(language),
            UNSUPPORTED_VALUE => {
                return Self::new(Verdict::RuntimeError, "Your code returned something that cannot be an answer.")
                    .with(message);
            }
            _ => {}
        }
        let headline = if message.is_empty() { kind.to_owned() } else { format!("{kind}: {message}") };
        // A traceback that ends with the exception says it all; one that does not is followed by it.
        let theirs = match trace.trim_end() {
            "" => headline,
            trace if trace.contains(&headline) || trace.contains(&format!("{message} ({kind})")) => trace.to_owned(),
            trace => format!("{trace}\n{headline}"),
        };
        Self::new(Verdict::RuntimeError, "Your code raised an exception.").with(&theirs)
    }

    /// It left by a door of the language's, or by one of the system's.
    fn ended_itself(language: Language) -> Self {
        let how = match language {
            Language::Python => "Take `exit()`, `quit()` or `sys.exit()` out",
            Language::Javascript | Language::Typescript => "Take `process.exit()` out",
            Language::Ruby => "Take `exit` and `abort` out",
            Language::Php => "Take `exit` and `die` out",
            Language::Sql => "Take out what ends it",
        };
        let ours = format!("Your code ended itself before it answered. {how}; a function answers with `return`.");
        Self::new(Verdict::RuntimeError, ours)
    }

    /// The file cannot be parsed.
    pub(super) fn syntax(message: &str, trace: &str) -> Self {
        let theirs = match trace.trim_end() {
            "" => message.to_owned(),
            trace if trace.contains(message) => trace.to_owned(),
            trace => format!("{trace}\n{message}"),
        };
        Self::new(Verdict::CompileError, Verdict::CompileError.sentence()).with(&theirs)
    }

    /// There is no such function.
    pub(super) fn missing(language: Language, function: &str) -> Self {
        let file = language.main_file();
        let ours = match language {
            Language::Python => format!(
                "Your code does not define `{function}`. The tests call it by this name: write \
                 `def {function}(…):` in {file}, at the left margin."
            ),
            Language::Ruby => format!(
                "Your code does not define `{function}`. The tests call it by this name: write `def {function}(…)` in \
                 {file}, outside of any class."
            ),
            Language::Php => format!(
                "Your code does not define `{function}`. The tests call it by this name: write \
                 `function {function}(…) {{ … }}` in {file}, outside of any class."
            ),
            Language::Sql => "SQL has no functions that could be called.".to_owned(),
            Language::Javascript | Language::Typescript => format!(
                "Your code does not export `{function}`. The tests call it by this name: write \
                 `export function {function}(…) {{ … }}` in {file}."
            ),
        };
        Self::new(Verdict::RuntimeError, ours)
    }

    /// There is no service.
    pub(super) fn missing_service(language: Language) -> Self {
        let file = language.main_file();
        let ours = match language {
            Language::Python => format!(
                "Your code has no service: the tests send their requests to `app`, a Flask application or another WSGI \
                 callable, at the left margin of {file}."
            ),
            Language::Javascript | Language::Typescript => format!(
                "Your code has no service: the tests send their requests to what {file} exports by default, such as \
                 `export default {{ fetch }}` or a Hono application."
            ),
            Language::Ruby => format!(
                "Your code has no service: the tests send their requests to `App`, a Rack application with the method \
                 `call(env)`, in {file}."
            ),
            Language::Php => {
                "Your code has no service: the tests send their requests to index.php, or to main.php where \
                              there is none."
                    .to_owned()
            }
            Language::Sql => "SQL is no service.".to_owned(),
        };
        Self::new(Verdict::RuntimeError, ours)
    }

    /// A program ended with an exit code that nobody asked for.
    pub(super) fn exited(code: i32, stderr: &str) -> Self {
        Self::new(Verdict::RuntimeError, format!("Your program ended with exit code {code}.")).with(stderr)
    }

    /// The learner was to write tests, and there are none.
    pub(super) fn no_tests(language: Language) -> Self {
        let ours = match language {
            Language::Python => {
                "There is no test in your file: write methods whose names begin with `test` in a class of \
                 `unittest.TestCase`."
            }
            _ => "There is no test in your file: write `test(\"what it does\", () => { … })`, from `node:test`.",
        };
        Self::new(Verdict::WrongAnswer, ours)
    }

    /// Something that a later step needs is not in what came.
    pub(super) fn nothing_to_capture(name: &str) -> Self {
        let ours = format!("The next step needs the `{name}` of this answer, and it is not in it.");
        Self::new(Verdict::WrongAnswer, ours)
    }

    /// The guest answered another question than the one it was asked, or in a way nobody can read.
    pub(super) fn malformed(detail: &str) -> Self {
        let ours = "What your code answered could not be read: it is too long, or your code changed something that the \
                    language itself needs.";
        Self::new(Verdict::RuntimeError, ours).with(detail)
    }

    /// An answer that does not fit what was asked.
    pub(super) fn unexpected(language: Language, answer: &Answer) -> Self {
        match answer {
            Answer::Raised { kind, message, trace } => Self::raised(language, kind, message, trace),
            Answer::Syntax { message, trace } => Self::raised(language, "SyntaxError", message, trace),
            _ => Self::malformed("It is no answer to what was asked."),
        }
    }

    /// The guest was stopped. `None` where our own side failed.
    pub(super) fn stopped(stop: &Stop, language: Language, limits: &Limits) -> Option<Self> {
        Some(match stop {
            Stop::Fuel => Self::new(
                Verdict::TimeLimit,
                format!(
                    "Your code used up its computing time of {}. Look for a loop that does not end.",
                    duration(limits.time_ms)
                ),
            ),
            Stop::VirtualTime => Self::new(
                Verdict::TimeLimit,
                format!("Your code slept for longer than the {} s it may.", limits.virtual_seconds),
            ),
            Stop::Memory => Self::new(
                Verdict::MemoryLimit,
                format!("Your code asked for more than the {} MiB of memory it may have.", limits.memory_mb),
            ),
            Stop::Output => Self::new(
                Verdict::OutputLimit,
                format!(
                    "Your code printed more than the {} KiB we keep. Look for a print inside a loop.",
                    limits.output_kb
                ),
            ),
            Stop::Exit(code) => Self::ended_itself(language).with(&format!("It ended with exit code {code}.")),
            Stop::Crash(trap) => Self::new(
                Verdict::RuntimeError,
                "Your code crashed the interpreter; calls nested too deeply often do that.",
            )
            .with(trap),
            Stop::Malformed(detail) => Self::malformed(detail),
            Stop::Host(_) => return None,
        })
    }

    /// Both parts, for whoever may see them.
    pub(super) fn text(&self, with_theirs: bool) -> String {
        match &self.theirs {
            Some(theirs) if with_theirs => format!("{}\n\n{theirs}", self.ours),
            _ => self.ours.clone(),
        }
    }
}

fn duration(milliseconds: u32) -> String {
    if milliseconds.is_multiple_of(1_000) {
        format!("{} s", milliseconds / 1_000)
    } else {
        format!("{milliseconds} ms")
    }
}

/// Keeps both ends: the first call and the exception itself are what a learner needs of a long traceback.
pub(super) fn shorten(text: String) -> String {
    let length = text.chars().count();
    if length <= MOST_CHARS {
        return text;
    }
    let half = MOST_CHARS / 2;
    let head: String = text.chars().take(half).collect();
    let tail: String = text.chars().skip(length - half).collect();
    format!("{head}\n… ({} characters left out) …\n{tail}", length - 2 * half)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exception_is_named_once() {
        let failure =
            Failure::raised(Language::Python, "ValueError", "no", "main.py, line 2, in f\n    raise\nValueError: no\n");
        assert_eq!(failure.theirs.as_deref(), Some("main.py, line 2, in f\n    raise\nValueError: no"));
        let failure = Failure::raised(Language::Python, "ValueError", "no", "main.py, line 2, in f");
        assert_eq!(failure.theirs.as_deref(), Some("main.py, line 2, in f\nValueError: no"));
        assert_eq!(Failure::raised(Language::Python, "KeyError", "", "").theirs.as_deref(), Some("KeyError"));
    }

    #[test]
    fn a_guests_words_are_made_visible_and_short() {
        let failure = Failure::raised(Language::Python, "E", &format!("\x1b[2J{}", "x".repeat(100_000)), "");
        let theirs = failure.theirs.unwrap();
        assert!(theirs.starts_with("E: ␛[2Jxxx"));
        assert!(theirs.chars().count() < MOST_CHARS + 60);
    }

    #[test]
    fn every_stop_but_our_own_has_words_that_tell_nothing_of_the_test() {
        let limits = Limits { time_ms: 1_500, ..Limits::default() };
        for (stop, verdict, word) in [
            (Stop::Fuel, Verdict::TimeLimit, "1500 ms"),
            (Stop::VirtualTime, Verdict::TimeLimit, "60 s"),
            (Stop::Memory, Verdict::MemoryLimit, "128 MiB"),
            (Stop::Output, Verdict::OutputLimit, "64 KiB"),
            (Stop::Exit(77), Verdict::RuntimeError, "ended itself"),
            (Stop::Crash("secret".into()), Verdict::RuntimeError, "crashed"),
            (Stop::Malformed("secret".into()), Verdict::RuntimeError, "could not be read"),
        ] {
            let failure = Failure::stopped(&stop, Language::Python, &limits).unwrap();
            assert_eq!(failure.verdict, verdict);
            let ours = failure.text(false);
            assert!(ours.contains(word), "{ours}");
            assert!(!ours.contains("secret") && !ours.contains("77"), "{ours}");
        }
        assert_eq!(Failure::stopped(&Stop::Host("disk".into()), Language::Python, &limits), None);
    }

    #[test]
    fn a_missing_function_is_named_as_its_language_writes_it() {
        assert!(Failure::missing(Language::Python, "split_url").ours.contains("`def split_url(…):`"));
        assert!(Failure::missing(Language::Javascript, "splitUrl").ours.contains("`export function splitUrl(…)"));
    }
}

//! The binary as a person or a script meets it: its words, its exit codes, and a server that is stopped from outside.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should fail")]

mod support;

use std::{
    fs,
    net::TcpListener,
    path::Path,
    process::Output,
    thread,
    time::{Duration, Instant},
};

use support::{Server, backroad, content, get, post_form, runtimes, site, text};

const RIGHT: &str = "def greet(name):\n    return 'Hello, ' + name + '!'\n";

#[track_caller]
fn fails(output: &Output, code: i32, words: &[&str]) {
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{said}{}", text(&output.stdout));
    for word in words {
        assert!(said.contains(word), "`{word}` is not said in: {said}");
    }
    assert!(
        !said.contains("panicked") && !said.contains("RUST_BACKTRACE") && !said.contains("stack backtrace"),
        "{said}"
    );
}

fn write(folder: &Path, name: &str, content: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_port_in_use_is_named_with_a_way_out() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let addr = taken.local_addr().unwrap().to_string();
    let output = backroad(&["serve", "--addr", &addr]).output().unwrap();
    fails(&output, 1, &[&addr, "taken by another program", "--addr"]);
}

#[test]
fn cookies_in_the_clear_are_refused_at_the_start() {
    for args in [&["--addr", "0.0.0.0:0"][..], &["--addr", "127.0.0.1:0", "--public-url", "http://learn.example.org"]] {
        let output = backroad(&[&["serve"], args].concat()).output().unwrap();
        fails(&output, 2, &["--public-url https://"]);
    }
}

#[test]
fn what_is_missing_is_said_with_the_command_that_makes_it() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("nowhere").to_str().unwrap().to_owned();
    let site = site(folder.path());
    let serve = |args: &[&str]| backroad(&[&["serve", "--addr", "127.0.0.1:0"], args].concat()).output().unwrap();

    fails(&serve(&["--site", &nowhere]), 1, &["manifest.json", "cargo xtask build", "--site"]);
    let (content, runtimes) = (content(), runtimes());
    fails(&serve(&["--site", &site, "--content", &nowhere]), 1, &["content", "lessons"]);
    fails(
        &serve(&["--site", &site, "--content", &content, "--runtimes", &nowhere]),
        1,
        &["interpreters", "cargo xtask runtimes"],
    );
    let file = write(folder.path(), "file", "");
    let data = format!("{file}/data");
    let args = ["--site", &site, "--content", &content, "--runtimes", &runtimes, "--data", &data];
    fails(&serve(&args), 1, &["data folder", "cannot be written"]);
    let data = folder.path().join("data");
    fs::create_dir(&data).unwrap();
    fs::write(data.join("backroad.db"), "This is not a database. ".repeat(100)).unwrap();
    let args = ["--site", &site, "--content", &content, "--runtimes", &runtimes, "--data", data.to_str().unwrap()];
    fails(&serve(&args), 1, &["not a database"]);
}

#[test]
fn a_damaged_interpreter_is_noticed_before_it_runs() {
    let folder = tempfile::tempdir().unwrap();
    let mut damaged = None;
    for entry in fs::read_dir(runtimes()).unwrap() {
        let entry = entry.unwrap();
        let copy = folder.path().join(entry.file_name());
        fs::copy(entry.path(), &copy).unwrap();
        let name = entry.file_name().into_string().unwrap();
        if damaged.is_none() && name.starts_with("python-") && name.ends_with(".cwasm") {
            let mut bytes = fs::read(&copy).unwrap();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 0xff;
            fs::write(&copy, bytes).unwrap();
            damaged = Some(name);
        }
    }
    assert!(damaged.is_some(), "there is no Python in {}", runtimes());
    let program = write(folder.path(), "main.py", "print(1)");
    let output = backroad(&["run", "--runtime", "python", "--runtimes", folder.path().to_str().unwrap(), &program])
        .output()
        .unwrap();
    fails(&output, 3, &["interpreters", "cargo xtask runtimes"]);
}

#[test]
fn a_program_runs_as_it_would_for_a_learner() {
    let folder = tempfile::tempdir().unwrap();
    let helper = write(folder.path(), "helper.py", "WORD = 'helped'");
    let main = write(
        folder.path(),
        "main.py",
        "import helper, sys\nprint(helper.WORD, input())\nprint('no', file=sys.stderr)",
    );
    let input = write(folder.path(), "input", "by a file\n");
    let run = |args: &[&str]| backroad(&[&["run", "--runtimes", &runtimes()], args].concat()).output().unwrap();

    let output = run(&["--runtime", "python", "--stdin", &input, &main, &helper]);
    assert_eq!(
        (output.status.code(), text(&output.stdout).as_str()),
        (Some(0), "helped by a file\n"),
        "{}",
        text(&output.stderr)
    );
    assert_eq!(text(&output.stderr), "no\n");

    let output = run(&["--runtime", "python", "--json", "--stdin", &input, &main, &helper]);
    let outcome: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&outcome["verdict"], &outcome["exit_code"]), (&"ok".into(), &0.into()), "{outcome}");
    for key in ["stdout", "stderr", "fuel", "wall_ms", "memory_bytes"] {
        assert!(!outcome[key].is_null(), "{outcome}");
    }

    let endless = write(folder.path(), "endless.py", "while True: pass");
    let output = run(&["--runtime", "python", "--time-ms", "100", &endless]);
    fails(&output, 1, &["time limit"]);
    assert!(!text(&output.stderr).contains('\u{1b}'), "colours in a file");
    let raises = write(folder.path(), "raises.js", "throw new Error('mine')");
    fails(&run(&["--runtime", "javascript", &raises]), 1, &["mine"]);
    fails(&run(&["--runtime", "python", "/nowhere/main.py"]), 2, &["/nowhere/main.py"]);
    fails(&run(&["--runtime", "cobol", &main]), 2, &["python, javascript"]);
    fs::write(folder.path().join("binary.py"), b"\xff\xfe").unwrap();
    fails(&run(&["--runtime", "python", folder.path().join("binary.py").to_str().unwrap()]), 2, &["not text"]);
}

#[test]
fn files_are_judged_by_name_by_id_and_by_folder() {
    let folder = tempfile::tempdir().unwrap();
    let right = write(folder.path(), "my answer.py", RIGHT);
    let (content, runtimes) = (content(), runtimes());
    let judge = |args: &[&str]| {
        backroad(&[&["judge", "--content", &content, "--runtimes", &runtimes], args].concat()).output().unwrap()
    };
    let exercise_folder = format!("{content}/exercises/basics/greet");
    for exercise in ["basics/greet", "22222222-0000-4000-8000-000000000001", &exercise_folder] {
        let output = judge(&[exercise, &right]);
        assert_eq!(output.status.code(), Some(0), "{exercise}: {}", text(&output.stderr));
        assert!(text(&output.stdout).starts_with("passed: "), "{}", text(&output.stdout));
    }
    let wrong = write(folder.path(), "wrong.py", "def greet(name):\n    return name\n");
    let output = judge(&["basics/greet", &wrong]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("Ada must be greeted by name."), "{}", text(&output.stdout));
    let output = judge(&["--json", "basics/greet", &wrong]);
    let report: domain::Report = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((report.version, report.verdict), (3, domain::Verdict::WrongAnswer));
    fails(&judge(&["basics/nowhere", &right]), 2, &["no exercise `basics/nowhere`"]);
    fails(&judge(&["--language", "javascript", "basics/add-up", &right]), 2, &["JavaScript"]);
    let unknown = write(folder.path(), "answer.txt", RIGHT);
    fails(&judge(&["basics/greet", &unknown]), 2, &["--language"]);
}

/// A copy of the fixtures, to be damaged.
fn copied_content(to: &Path) {
    let copied = std::process::Command::new("cp").args(["-r", &format!("{}/.", content())]).arg(to).status().unwrap();
    assert!(copied.success());
}

#[test]
fn good_content_is_proven_with_counts() {
    let output = backroad(&["check", "--content", &content(), "--runtimes", &runtimes()]).output().unwrap();
    let said = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{said}{}", text(&output.stderr));
    assert_eq!(said.trim_end(), "all is well: 7 starters, 7 solutions, 14 mutants, 3 code blocks");
    let part = format!("{}/exercises/basics/add-up", content());
    let output = backroad(&["check", &part, "--runtimes", &runtimes()]).output().unwrap();
    assert_eq!(text(&output.stdout).trim_end(), "all is well: 1 starter, 1 solution, 2 mutants, 0 code blocks");
}

#[test]
fn what_is_made_new_is_proven_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    copied_content(folder.path());
    let root = folder.path().to_str().unwrap();
    let new = |args: &[&str]| backroad(&[&["new"], args, &["--content", root]].concat()).output().unwrap();
    let lesson = folder.path().join("lessons/01-basics/01-greetings.md");
    for kind in ["function", "program", "http", "sql", "security", "tests", "performance", "quiz"] {
        let place = format!("basics/new-{kind}");
        let output = new(&["exercise", &place, "--kind", kind]);
        let said = text(&output.stdout);
        assert!(output.status.success(), "{}", text(&output.stderr));
        assert!(said.contains(&format!("\"{place}\"")) && said.contains("01-greetings.md"), "{said}");
        let text = fs::read_to_string(&lesson).unwrap();
        fs::write(&lesson, text.replacen("[\"basics/greet\"", &format!("[\"basics/greet\", \"{place}\""), 1)).unwrap();
    }
    assert!(new(&["project", "basics/new-project"]).status.success());
    let text_of_lesson = fs::read_to_string(&lesson).unwrap();
    let names_it = text_of_lesson.replacen("[\"basics/greet\"", "[\"basics/greet\", \"basics/new-project\"", 1);
    fs::write(&lesson, names_it).unwrap();
    assert!(new(&["lesson", "basics/farewells"]).status.success());
    let output = backroad(&["check", "--content", root, "--runtimes", &runtimes()]).output().unwrap();
    let said = text(&output.stdout);
    assert_eq!(said.trim_end(), "all is well: 24 starters, 24 solutions, 52 mutants, 4 code blocks");
    let quiz = folder.path().join("exercises/basics/new-quiz");
    let output = backroad(&["check", quiz.to_str().unwrap()]).output().unwrap();
    assert_eq!(text(&output.stdout).trim_end(), "all is well: there is no code to run");
    // What is judged in one language may be checked by a script in another.
    let right = folder.path().join("exercises/basics/new-security/javascript/solution.js");
    let judge = ["judge", "basics/new-security", right.to_str().unwrap(), "--content", root, "--runtimes", &runtimes()];
    let output = backroad(&judge).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));

    fails(&new(&["exercise", "basics/new-quiz", "--kind", "quiz"]), 2, &["is there already"]);
    fails(&new(&["exercise", "basics/one", "--kind", "riddle"]), 2, &["no kind `riddle`", "function, program"]);
    fails(&new(&["exercise", "basics/one", "--kind", "project"]), 2, &["backroad new project"]);
    fails(&new(&["exercise", "one", "--kind", "quiz"]), 2, &["module and the slug"]);
    fails(&new(&["exercise", "basics/one", "--kind", "sql", "--language", "php"]), 2, &["not solved in php"]);
    fails(&new(&["lesson", "advanced/one"]), 2, &["no module `advanced`", "choose basics"]);
}

#[test]
fn the_curriculum_is_told_in_figures() {
    let report = |args: &[&str]| {
        let output = backroad(&[&["check", "--content", &content(), "--report"], args].concat()).output().unwrap();
        assert!(output.status.success(), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    let table = report(&[]);
    for part in
        ["basics", "python 3", "basics/a-till", "basics/add-up", "greeting", "used before they are introduced: 0"]
    {
        assert!(table.contains(part), "`{part}` is not in: {table}");
    }
    let figures: serde_json::Value = serde_json::from_str(&report(&["--json"])).unwrap();
    assert_eq!(figures["all"]["exercises"], 4);
    assert_eq!(figures["difficulty"].as_array().unwrap().len(), 4);
    assert_eq!(figures["concepts"][0]["introduced_by"], "basics/greetings");
}

#[test]
fn bad_content_is_named_by_file_and_line() {
    let folder = tempfile::tempdir().unwrap();
    copied_content(folder.path());
    let change = |file: &str, from: &str, to: &str| {
        let path = folder.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no `{from}`");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    };
    let root = folder.path().to_str().unwrap().to_owned();
    let check = || backroad(&["check", "--content", &root, "--runtimes", &runtimes()]).output().unwrap();

    // The starter that solves it, a mutant that nothing catches, an example that says something else, and a test that
    // the solution fails.
    change("exercises/basics/greet/python/starter.py", "\"Hello!\"", "f\"Hello, {name}!\"");
    change("exercises/basics/greet/javascript/mutants.toml", "replace = '+ \"Ada\" +'", "replace = '+ (name) +'");
    change("exercises/basics/add-up/tests.toml", "expect = { json = 3 }", "expect = { json = 4 }");
    change("lessons/01-basics/02-sums.md", "\n3\n", "\n4\n");
    let output = check();
    let said = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{said}");
    for line in [
        "exercises/basics/greet/python/starter.py: the starter passes every test",
        "exercises/basics/greet/javascript/mutants.toml:2: no test catches the mutant `greets Ada only`",
        "exercises/basics/add-up/tests.toml:2: the Python solution does not pass",
        "lessons/01-basics/02-sums.md:16: this code does not print what stands below it",
        "4 problems: ",
    ] {
        assert!(said.contains(line), "`{line}` is not said in: {said}");
    }

    // A test that nothing fails.
    copied_content(folder.path());
    change(
        "exercises/basics/add-up/tests.toml",
        "args = [[]]\nexpect = { json = 0 }",
        "args = [[]]\nexpect = { json = 0 }\n\n[[test]]\nid = \"idle\"\nname = \"idle\"\nsay = \"Nothing.\"\ncall = \"len\"\nargs = [[]]\nexpect = { raises = \"\" }",
    );
    let output = check();
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stdout));

    // Malformed content is refused by `check` and by `serve`.
    copied_content(folder.path());
    change("exercises/basics/add-up/exercise.toml", "difficulty = 2", "difficulty = \"two\"");
    let output = check();
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("exercises/basics/add-up/exercise.toml:4"), "{}", text(&output.stdout));
    let site = site(&folder.path().join("made"));
    let output = backroad(&["serve", "--addr", "127.0.0.1:0", "--site", &site, "--content", &root]).output().unwrap();
    fails(&output, 1, &["exercises/basics/add-up/exercise.toml:4"]);
}

#[test]
fn the_tables_go_up_and_down_on_request() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data").to_str().unwrap().to_owned();
    let migrate = |args: &[&str]| backroad(&[&["migrate", "--data", &data], args].concat()).output().unwrap();
    let status = |args: &[&str]| {
        let output = migrate(args);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    assert!(!status(&["status"]).contains("applied"));
    assert!(!status(&["up"]).contains("missing"));
    fails(&migrate(&["down"]), 2, &["--lose-data"]);
    let down = status(&["down", "--lose-data"]);
    assert!(down.contains("missing") && down.contains("applied"), "{down}");
    assert!(!status(&["down", "--to", "0", "--lose-data"]).contains("applied"));
    assert!(!status(&["up"]).contains("missing"));
}

#[test]
fn accounts_are_made_listed_and_changed() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data").to_str().unwrap().to_owned();
    let user = |args: &[&str]| {
        let output = backroad(&[&["user", "--data", &data], args].concat()).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    let added = user(&["add", "Ada@example.org", "--role", "administrator"]);
    assert!(
        added.contains("administrator") && added.contains("ada@example.org") && added.contains("password: "),
        "{added}"
    );
    let again = backroad(&["user", "--data", &data, "add", "ada@example.org"]).output().unwrap();
    fails(&again, 1, &["has an account already"]);
    assert!(user(&["list"]).contains("active"));
    assert!(user(&["role", "ada@example.org", "learner"]).contains("learner"));
    assert!(user(&["disable", "ada@example.org"]).contains("disabled"));
    assert!(user(&["enable", "ada@example.org"]).contains("active"));
    assert!(user(&["password", "ada@example.org"]).contains("password: "));
    let weak = backroad(&["user", "--data", &data, "password", "ada@example.org", "--password-stdin"])
        .stdin(support::input("password1\n"))
        .output();
    fails(&weak.unwrap(), 2, &["easy to guess"]);
    let unknown = backroad(&["user", "--data", &data, "disable", "nobody@example.org"]).output().unwrap();
    fails(&unknown, 1, &["no account of nobody@example.org"]);
}

#[test]
fn a_server_keeps_everything_over_a_stop_and_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(folder.path(), "");
    assert_eq!(get(&server.addr, "/healthz", "").status, 200);
    let answer = post_form(
        &server.addr,
        "/exercises/basics/greet/submissions",
        "",
        &[("language", "python"), ("file:main.py", RIGHT)],
    );
    assert_eq!(answer.status, 303, "{}", answer.text);
    let cookie = answer.cookie();
    assert!(server.stop_by("-TERM").success());

    let server = Server::start(folder.path(), "");
    let page = get(&server.addr, "/exercises/basics/greet", &cookie);
    assert!(page.text.contains("The secret of the model solution"), "{}", page.text);
    server.stop_by("-KILL");

    let server = Server::start(folder.path(), "");
    let page = get(&server.addr, "/progress", &cookie);
    assert!(page.text.contains("Greet somebody"), "{}", page.text);
    assert!(server.stop_by("-TERM").success());
}

/// Asks for a page until it is as wanted; an author waits no longer than this either.
#[track_caller]
#[expect(clippy::disallowed_methods, reason = "the page is asked again, as by somebody who reloads it")]
fn becomes(server: &Server, path: &str, what: &str, is_so: impl Fn(&str) -> bool) -> String {
    let begin = Instant::now();
    loop {
        let page = get(&server.addr, path, "").text;
        if is_so(&page) {
            return page;
        }
        assert!(begin.elapsed() < Duration::from_secs(20), "{path} does not show {what}: {page}\n{}", server.said());
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_change_of_the_content_is_shown_at_once_and_a_bad_one_changes_nothing() {
    const PAGE: &str = "/road/basics/greetings";
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("content");
    fs::create_dir(&root).unwrap();
    copied_content(&root);
    let lesson = root.join("lessons/01-basics/01-greetings.md");
    let good = fs::read_to_string(&lesson).unwrap();
    let server = Server::start_with(folder.path(), "", &["--content", root.to_str().unwrap(), "--watch"]);
    let submit = |code: &str| {
        let fields = [("language", "python"), ("file:main.py", code)];
        post_form(&server.addr, "/exercises/basics/greet/submissions", "", &fields)
    };

    let before = get(&server.addr, PAGE, "").text;
    assert!(before.contains("Greetings") && !before.contains("content-problems"), "{before}");
    fs::write(&lesson, good.replace("title = \"Greetings\"", "title = \"Salutations\"")).unwrap();
    becomes(&server, PAGE, "the new title", |page| page.contains("Salutations"));

    // A submission is under way while the content is replaced by some that cannot be used.
    let slow = "def greet(name):\n    for _ in range(3_000_000): pass\n    return 'Hello, ' + name + '!'\n";
    thread::scope(|scope| {
        let answer = scope.spawn(|| submit(slow));
        fs::write(&lesson, good.replace("\"rfc9110\"", "\"<b>rfc</b>\"")).unwrap();
        let page = becomes(&server, PAGE, "what is wrong", |page| page.contains("content-problems"));
        assert!(page.contains("lessons/01-basics/01-greetings.md:9: "), "{page}");
        assert!(page.contains("&lt;b&gt;rfc&lt;/b&gt;") && !page.contains("<b>rfc"), "{page}");
        assert!(page.contains("Salutations"), "the old content is kept: {page}");
        assert_eq!(answer.join().unwrap().status, 303);
    });
    assert!(get(&server.addr, "/", "").text.contains("content-problems"), "every page says so");
    assert_eq!(submit(RIGHT).status, 303, "what was there is judged as before");
    assert!(server.said().contains("lessons/01-basics/01-greetings.md:9: "), "{}", server.said());

    // A folder that is put in the place of another is seen, and what is in it later as well.
    let (lessons, aside) = (root.join("lessons"), root.join("aside"));
    fs::rename(&lessons, &aside).unwrap();
    becomes(&server, PAGE, "that a folder is missing", |page| page.contains("this folder is missing"));
    fs::write(aside.join("01-basics/01-greetings.md"), &good).unwrap();
    fs::rename(&aside, &lessons).unwrap();
    becomes(&server, PAGE, "the mended lesson", |page| {
        !page.contains("content-problems") && page.contains("Greetings")
    });
    fs::write(&lesson, good.replace("title = \"Greetings\"", "title = \"Good day\"")).unwrap();
    becomes(&server, PAGE, "the last title", |page| page.contains("Good day"));
    assert!(server.stop_by("-TERM").success());
}

#[test]
fn a_full_disk_stops_writing_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    // A write beyond the limit is to fail, not to end the process.
    let server = Server::start(folder.path(), "trap '' XFSZ;");
    let draft = |n: usize| {
        let code = format!("# draft {n}\n{}", "#".repeat(60_000));
        post_form(
            &server.addr,
            "/exercises/basics/greet/submissions",
            "",
            &[("language", "python"), ("file:main.py", &code)],
        )
    };
    // The interpreter is in memory from here on; its pages count as a file too.
    let first = draft(0);
    assert_eq!(first.status, 303);
    let cookie = first.cookie();
    server.limit_files(Some(600_000));
    let full = (1..60).map(draft).find(|answer| answer.status != 303).expect("the disk never was full");
    assert_eq!(full.status, 503, "{}", full.text);
    assert!(full.text.contains("disk is full") && full.text.contains("# draft"), "{}", full.text);
    // Reading works.
    for path in ["/", "/road", "/road/basics/greetings", "/exercises/basics/greet", "/healthz"] {
        assert_eq!(get(&server.addr, path, "").status, 200, "{path}");
        assert_eq!(get(&server.addr, path, &cookie).status, 200, "{path}");
    }
    // There is room again, and nobody has to restart anything.
    server.limit_files(None);
    assert_eq!(draft(99).status, 303);
    assert!(server.stop_by("-TERM").success());
}

//! How long one run takes and how many pages it touches: `spawn RUNTIMES LANGUAGE [RUNS [FILE]]`.
//!
//! Runs one small program again and again in a single thread, without the pool, so that what is measured is the engine, the
//! kernel and the guest.

use std::{env, error::Error, fs, path::Path, thread, time::Instant};

use domain::{Language, Limits, Program, RunVerdict, SourceFile};
use sandbox::{NATIVE_STACK_BYTES, Sandbox};

/// Runs before the first that counts.
const WARM_UP: usize = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    // Guests need more stack than a main thread may have.
    let thread = thread::Builder::new()
        .stack_size(NATIVE_STACK_BYTES)
        .spawn(move || measure(&arguments).map_err(|error| error.to_string()))?;
    Ok(thread.join().map_err(|_| "the measurement panicked")??)
}

fn measure(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let [runtimes, language, rest @ ..] = arguments else {
        return Err("usage: spawn RUNTIMES LANGUAGE [RUNS [FILE]]".into());
    };
    let language: Language = serde_json::from_value(language.as_str().into())?;
    let runs = rest.first().map_or(Ok(1_000), |runs| runs.parse())?;
    let content = match rest.get(1) {
        Some(file) => fs::read_to_string(file)?,
        None => smallest(language).to_owned(),
    };
    let file = SourceFile { name: language.main_file().to_owned(), content };
    let program = Program {
        language,
        libraries: Vec::new(),
        files: vec![file],
        args: Vec::new(),
        stdin: Vec::new(),
        limits: Limits::default(),
    };

    let begun = Instant::now();
    let sandbox = Sandbox::open_for(Path::new(runtimes), language, &[])?;
    println!("opened in {:.3} s", begun.elapsed().as_secs_f64());

    let mut times = Vec::with_capacity(runs);
    let mut fuel = 0;
    let mut faults = 0;
    for run in 0..WARM_UP + runs {
        if run == WARM_UP {
            faults = minor_faults()?;
        }
        let begun = Instant::now();
        let outcome = sandbox.run(&program);
        let taken = begun.elapsed().as_secs_f64() * 1e3;
        if outcome.verdict != RunVerdict::Ok {
            return Err(format!("the program failed: {outcome:?}").into());
        }
        if run >= WARM_UP {
            times.push(taken);
        }
        fuel = outcome.fuel;
    }
    faults = (minor_faults()? - faults) / runs.max(1) as u64;
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    println!(
        "{language}: least {:.3} ms, p50 {:.3} ms, p95 {:.3} ms, {faults} page faults, {fuel} fuel",
        at(0),
        at(50),
        at(95)
    );
    Ok(())
}

/// The smallest program that says something.
fn smallest(language: Language) -> &'static str {
    match language {
        Language::Python => "print(1)\n",
        Language::Javascript => "console.log(1);\n",
        Language::Typescript => "const one: number = 1;\nconsole.log(one);\n",
        Language::Ruby => "puts 1\n",
        Language::Php => "<?php echo 1, \"\\n\";\n",
        Language::Sql => "SELECT 1;\n",
    }
}

/// Page faults of this thread that no disk was needed for.
fn minor_faults() -> Result<u64, Box<dyn Error>> {
    let stat = fs::read_to_string("/proc/thread-self/stat")?;
    // The second field, the name, may hold spaces; the tenth is what is wanted.
    let (_, fields) = stat.rsplit_once(')').ok_or("the kernel's account of this thread is not understood")?;
    Ok(fields.split_whitespace().nth(7).ok_or("the kernel counts no page faults")?.parse()?)
}

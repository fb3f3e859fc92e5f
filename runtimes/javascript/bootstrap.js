// The host's side of a JavaScript guest: takes a request, runs the learner's code, answers with what came of it.
//
// Loaded once while the snapshot is made. What a learner's code can still bend is the answer itself, and that is all an answer
// can ever be: the host compares it, and nothing here knows what is expected.

// First: libraries need it while they load.
import "<backroad>/text.js";

import { Subject, makeBridge } from "<backroad>/bridge.js";
import { EventLoop } from "<backroad>/events.js";
import { makeHttp } from "<backroad>/http.js";
import { format, inspect, inspectLines } from "<backroad>/inspect.js";
import { loadLibraries, provide } from "<backroad>/modules.js";
import { provideNode } from "<backroad>/node.js";
import { showAssertedBy } from "<backroad>/platform.js";
import { MAX_TESTS, TestRunner, report } from "<backroad>/test.js";
import { UnsupportedValue, listFromTagged, toTagged } from "<backroad>/values.js";
import { provideWeb } from "<backroad>/web.js";

const STDOUT = 1;
const STDERR = 2;
const MAX_TEXT = 8000; // of a message or trace, in characters
const MAX_NAME = 200; // of a learner's test
const MAX_CASE_TEXT = 2000; // of why it failed
const UNSETTLED = 13; // Node's exit code for a top-level await that never ends

const { parse, stringify } = JSON;
const { apply } = Reflect;
const EngineError = InternalError;

// Replies are JSON already. A string is written by `stringify`, which asks no prototype about strings.
const ended = (code) => `{"ended":${code & 0xff}}`;
const LOADED = '{"loaded":true}';

// Called once with the functions of guest.c; gives the function that answers requests.
export function start(host) {
  const loop = new EventLoop(host);
  const print = (descriptor) => (...values) => host.write(descriptor, format(...values) + "\n");
  const context = { argv: ["node", "/code/main.js"], exitCode: 0, sources: new Map() };
  const bridge = makeBridge(host);
  const runner = new TestRunner(loop);

  provideWeb(globalThis, host, loop, bridge, { out: print(STDOUT), error: print(STDERR), format, inspect });
  const modules = provideNode(globalThis, host, loop, bridge, context);
  modules["node:test"] = runner.exports;
  showAssertedBy(inspectLines);
  host.onRejection(loop.onRejection);
  const offered = provide(host, modules, loadLibraries(host, loop));

  let loaded = null; // the learner's module, after "load"

  function open(file) {
    const source = host.files.readText("/code/" + file);
    if (typeof source === "number") throw new ReferenceError(`there is no file '${file}' here`);
    context.sources.set(file, source);
    return host.load(file, source);
  }

  // The learner's stack frames, and the line of the first.
  function frames(error) {
    const found = [];
    for (const line of String(error.stack ?? "").split("\n")) {
      const match = /^\s+at (?:(.*) \()?([^()<>:]+):(\d+)(?::(\d+))?\)?$/.exec(line);
      if (match && !match[2].startsWith("node:")) found.push({ text: line.trim(), file: match[2], line: Number(match[3]), column: Number(match[4] ?? 0) });
    }
    return found;
  }

  function sourceLine({ file, line }) {
    let source = context.sources.get(file);
    if (source === undefined) {
      source = host.files.readText("/code/" + file);
      if (typeof source === "number") source = "";
      context.sources.set(file, source);
    }
    return source.split("\n")[line - 1];
  }

  function describe(error) {
    let type = "Error";
    let message = "";
    let trace = "";
    try {
      if (error instanceof Error) {
        // A class that sets no name is still told from others by its own.
        type = String((error.name === "Error" ? error.constructor?.name : error.name) || "Error");
        message = String(error.message);
        const own = frames(error);
        const source = own.length > 0 ? sourceLine(own[0]) : undefined;
        if (source !== undefined) {
          const caret = own[0].column > 0 ? `\n${source.slice(0, own[0].column - 1).replace(/[^\t]/g, " ")}^` : "";
          trace = `${own[0].file}:${own[0].line}\n${source}${caret}\n\n`;
        }
        trace += message === "" ? type : `${type}: ${message}`;
        for (const frame of own) trace += `\n    ${frame.text}`;
        if (error.cause !== undefined) trace += `\nCaused by: ${error.cause instanceof Error ? `${error.cause.name}: ${error.cause.message}` : format(error.cause)}`;
      } else {
        message = typeof error === "string" ? error : format(error);
        type = "Uncaught";
        trace = `Uncaught ${format(error)}`;
      }
    } catch {
      message = "(the exception cannot be shown)";
      trace = message;
    }
    const short = (text) => text.slice(0, MAX_TEXT).toWellFormed();
    return { type: short(type), message: short(message), trace: short(trace) + "\n" };
  }

  function raised(error) {
    const { type, message, trace } = describe(error);
    return `{"raised":{"type":${stringify(type)},"message":${stringify(message)},"trace":${stringify(trace)}}}`;
  }

  const isOutOfMemory = (error) => error instanceof EngineError && error.message === "out of memory";

  // What parsing threw is the file's syntax, or an import that is not there.
  function unparsed(error) {
    if (!(error instanceof SyntaxError)) return raised(error);
    const { type, message, trace } = describe(error);
    return `{"syntax":{"message":${stringify(`${type}: ${message}`)},"trace":${stringify(trace)}}}`;
  }

  function unsettled(what) {
    const error = new Error(`${what} never settles: nothing is left to wait for`);
    error.name = "UnsettledPromise";
    error.stack = "";
    return error;
  }

  // Runs jobs and timers while something is wanted; gives what failed.
  function follow(main, wanted) {
    loop.runWhile(wanted);
    return main.state === "rejected" ? main : loop.takeFailure();
  }

  // Runs a file as a program, until nothing is left to do.
  function run({ file, args = [] }) {
    context.argv.push(...args);
    let opened;
    try {
      opened = open(file);
    } catch (error) {
      return unparsed(error);
    }
    const main = loop.watch(opened[0]);
    let failure = follow(main, () => main.state !== "rejected");
    while (!failure && runner.isWaiting) {
      runner.runWaiting(describe);
      failure = follow(main, () => main.state !== "rejected");
    }
    if (runner.results.length > 0) {
      host.write(STDOUT, report(runner.results));
      if (runner.results.some(({ status }) => status === "fail" || status === "error")) context.exitCode ||= 1;
    }
    if (failure) {
      // The host says which limit that was.
      if (isOutOfMemory(failure.value)) return raised(failure.value);
      host.write(STDERR, describe(failure.value).trace);
      return ended(1);
    }
    if (main.state === "pending") {
      host.write(STDERR, "Warning: a top-level await never ended\n");
      return ended(UNSETTLED);
    }
    return ended(context.exitCode);
  }

  function load({ file }) {
    let opened;
    try {
      opened = open(file);
    } catch (error) {
      return unparsed(error);
    }
    const evaluated = loop.watch(opened[0]);
    loop.runWhile(() => evaluated.state === "pending");
    const failure = evaluated.state === "rejected" ? evaluated : loop.takeFailure();
    if (failure) return raised(failure.value);
    if (evaluated.state === "pending") return raised(unsettled("the module's top-level await"));
    loaded = opened[1];
    return LOADED;
  }

  function call({ function: name, args }) {
    let value;
    try {
      const target = loaded?.[name];
      if (typeof target !== "function") return `{"missing":${stringify(name)}}`;
      value = apply(target, undefined, listFromTagged(args));
    } catch (error) {
      return raised(error);
    }
    const returned = loop.watch(value);
    loop.runWhile(() => returned.state === "pending");
    if (returned.state === "rejected") return raised(returned.value);
    const failure = loop.takeFailure();
    if (failure) return raised(failure.value);
    if (returned.state === "pending") return raised(unsettled("the returned promise"));
    try {
      return `{"value":${toTagged(returned.value)}}`;
    } catch (error) {
      if (error instanceof UnsupportedValue) error.stack = "";
      return raised(error);
    }
  }

  const http = makeHttp({ loop, loaded: () => loaded, raised, unsettled });

  // Runs the learner's tests, whose subject is in another instance.
  function tests({ file, module, exports }) {
    const subject = { ...new Subject(bridge.ask).exports(exports) };
    for (const extension of ["js", "mjs", "ts"]) offered[`${module}.${extension}`] = subject;
    let opened;
    try {
      opened = open(file);
    } catch (error) {
      return unparsed(error);
    }
    const evaluated = loop.watch(opened[0]);
    let failure = follow(evaluated, () => evaluated.state === "pending");
    while (!failure && runner.isWaiting) {
      runner.runWaiting(describe);
      failure = follow(evaluated, () => evaluated.state === "pending");
    }
    if (failure) return raised(failure.value);
    if (evaluated.state === "pending") return raised(unsettled("the module's top-level await"));
    const field = (text, most) => stringify(text.slice(0, most).toWellFormed());
    let cases = "";
    for (const { name, status, message, trace } of runner.results.slice(0, MAX_TESTS)) {
      cases += `${cases === "" ? "" : ","}{"name":${field(name, MAX_NAME)},"status":"${status}","message":${field(message, MAX_CASE_TEXT)},"trace":${field(trace.trimEnd(), MAX_CASE_TEXT)}}`;
    }
    return `{"tests":[${cases}]}`;
  }

  const operations = { run, load, call, http, tests };

  return function answer(message) {
    const request = parse(message);
    host.seed(request.seed);
    try {
      return operations[request.op](request);
    } catch (error) {
      return raised(error);
    }
  };
}

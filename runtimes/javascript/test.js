// `node:test`: tests are gathered while the program's module runs, and run one after the other when it has nothing else to do.

export const MAX_TESTS = 300;

class Suite {
  children = [];
  hooks = { before: [], after: [], beforeEach: [], afterEach: [] };

  constructor(name, parent, isSkipped) {
    this.name = name;
    this.parent = parent;
    this.isSkipped = isSkipped;
  }

  // From the outermost to this one.
  get path() {
    return this.parent ? [...this.parent.path, this] : [this];
  }
}

// What one test is told and may say of itself.
class TestContext {
  #cleanups = [];

  constructor(name, runSubtest) {
    this.name = name;
    this.fullName = name;
    this.outcome = {};
    this.signal = new AbortController().signal;
    this.test = (...args) => runSubtest(this, ...args);
  }

  skip(message = "") {
    this.outcome = { status: "skip", message: String(message) };
  }

  todo(message = "") {
    this.outcome = { status: "skip", message: String(message) };
  }

  diagnostic() {}

  after(callback) {
    this.#cleanups.push(callback);
  }

  async cleanUp() {
    for (const callback of this.#cleanups) await called(callback, this);
  }
}

// name?, options?, callback? in whatever combination Node takes.
function parts(args) {
  const name = typeof args[0] === "string" ? args[0] : undefined;
  const callback = args.find((arg) => typeof arg === "function");
  const options = args.find((arg) => typeof arg === "object" && arg !== null) ?? {};
  return { name: name ?? (callback?.name || "<anonymous>"), options, callback: callback ?? (() => {}) };
}

// Calls a test or hook: with a second parameter it waits for that to be called.
async function called(callback, context) {
  if (callback.length < 2) return callback(context);
  return new Promise((resolve, reject) => {
    callback(context, (error) => (error ? reject(error) : resolve()));
  });
}

export class TooManyTests extends Error {
  name = "TooManyTests";
}

export class TestRunner {
  #loop;
  #root = new Suite("", null, false);
  #current = this.#root;
  #count = 0;
  results = [];

  constructor(loop) {
    this.#loop = loop;
  }

  // Whether there are tests that did not run yet.
  get isWaiting() {
    return this.#root.children.length > 0;
  }

  // What `node:test` exports.
  get exports() {
    const withVariants = (add) =>
      Object.assign((...args) => add(parts(args)), {
        skip: (...args) => add(parts(args), { skip: true }),
        todo: (...args) => add(parts(args), { skip: true }),
        only: (...args) => add(parts(args)),
      });
    const test = withVariants((given, variant) => this.#addTest(given, variant));
    const describe = withVariants((given, variant) => this.#addSuite(given, variant));
    const hook = (kind) => (callback) => void this.#current.hooks[kind].push(callback);
    const exports = { test, it: test, describe, suite: describe, mock: { fn: mockFunction } };
    for (const kind of ["before", "after", "beforeEach", "afterEach"]) exports[kind] = hook(kind);
    return { ...exports, default: Object.assign(test, exports) };
  }

  #addTest({ name, options, callback }, variant = {}) {
    if (++this.#count > MAX_TESTS) throw new TooManyTests(`there are more than ${MAX_TESTS} tests; so many are run`);
    const isSkipped = Boolean(variant.skip || options.skip || options.todo);
    return new Promise((resolve) => {
      this.#current.children.push({ name, callback, isSkipped, resolve });
    });
  }

  #addSuite({ name, options, callback }, variant = {}) {
    const outer = this.#current;
    const suite = new Suite(name, outer, Boolean(outer.isSkipped || variant.skip || options.skip || options.todo));
    outer.children.push(suite);
    this.#current = suite;
    try {
      callback({ name });
    } finally {
      this.#current = outer;
    }
    return Promise.resolve();
  }

  // Runs what is waiting; `describe` makes text of an error.
  runWaiting(describe) {
    const waiting = this.#root.children;
    this.#root.children = [];
    const root = this.#root;
    const failed = this.#runHooks(root, "before", describe);
    for (const child of waiting) this.#runChild(root, child, failed, describe);
    root.hooks.before = [];
    if (!this.isWaiting) this.#runHooks(root, "after", describe, true);
  }

  #runChild(suite, child, failed, describe) {
    if (child instanceof Suite) {
      const broken = failed ?? (child.isSkipped ? null : this.#runHooks(child, "before", describe));
      for (const inner of child.children) this.#runChild(child, inner, broken, describe);
      if (!broken && !child.isSkipped) this.#runHooks(child, "after", describe, true);
      return;
    }
    const name = [...suite.path.slice(1).map((outer) => outer.name), child.name].join(" > ");
    const result = { name, status: "pass", message: "", trace: "" };
    this.results.push(result);
    if (child.isSkipped || suite.isSkipped) result.status = "skip";
    else if (failed) Object.assign(result, failed, { name });
    else this.#runTest(suite, child, result, describe);
    child.resolve();
  }

  #runTest(suite, { callback }, result, describe) {
    const context = new TestContext(result.name, (parent, ...args) => this.#runSubtest(parent, parts(args), describe));
    const error = this.#settle(async () => {
      const errors = [];
      const attempt = async (work) => {
        try {
          await work();
          return true;
        } catch (error) {
          errors.push(error);
          return false;
        }
      };
      let isReady = true;
      for (const outer of suite.path) for (const hook of outer.hooks.beforeEach) isReady &&= await attempt(() => called(hook, context));
      if (isReady) await attempt(() => called(callback, context));
      await attempt(() => context.cleanUp());
      for (const outer of suite.path.reverse()) for (const hook of outer.hooks.afterEach) await attempt(() => called(hook, context));
      if (errors.length > 0) throw errors[0];
    });
    if (error) Object.assign(result, this.#told(error.value, describe));
    else if (context.outcome.status) Object.assign(result, context.outcome);
  }

  // A test inside of a test; where it fails, so does the other.
  async #runSubtest(parent, { name, options, callback }, describe) {
    if (++this.#count > MAX_TESTS) throw new TooManyTests(`there are more than ${MAX_TESTS} tests; so many are run`);
    const result = { name: `${parent.name} > ${name}`, status: "pass", message: "", trace: "" };
    this.results.push(result);
    if (options.skip || options.todo) {
      result.status = "skip";
      return;
    }
    const context = new TestContext(result.name, (inner, ...args) => this.#runSubtest(inner, parts(args), describe));
    try {
      await called(callback, context);
      await context.cleanUp();
      Object.assign(result, context.outcome);
    } catch (error) {
      Object.assign(result, this.#told(error, describe));
    }
    if (result.status === "fail" || result.status === "error") parent.outcome = { status: result.status, message: result.message, trace: result.trace };
    else if (context.outcome.status && result.status !== "skip") parent.outcome = context.outcome;
  }

  // Runs a suite's hooks; gives what its tests are to be told if one fails.
  #runHooks(suite, kind, describe, isLast = false) {
    for (const hook of suite.hooks[kind]) {
      const error = this.#settle(() => called(hook, { name: suite.name }));
      if (!error) continue;
      const told = this.#told(error.value, describe);
      if (isLast) this.results.push({ name: [...suite.path.slice(1).map((outer) => outer.name), kind].join(" > "), ...told, status: "error" });
      return { ...told, status: "error" };
    }
    return null;
  }

  // Waits until work is done, and gives the error that came of it, in an object.
  #settle(work) {
    const done = this.#loop.watch(work());
    this.#loop.runWhile(() => done.state === "pending");
    const failure = this.#loop.takeFailure();
    if (done.state === "rejected") return { value: done.value };
    if (failure) return failure;
    if (done.state === "fulfilled") return null;
    const error = new Error("it never ends: nothing is left to wait for");
    error.name = "UnsettledPromise";
    error.stack = "";
    return { value: error };
  }

  #told(error, describe) {
    const { type, message, trace } = describe(error);
    const isAssertion = error instanceof Error && error.code === "ERR_ASSERTION";
    return { status: isAssertion ? "fail" : "error", message: message === "" ? type : `${type}: ${message}`, trace };
  }
}

// A function that remembers how it was called.
function mockFunction(original = () => undefined, implementation = original) {
  const calls = [];
  const mock = function (...args) {
    const call = { arguments: args, this: this, result: undefined, error: undefined };
    calls.push(call);
    try {
      call.result = implementation.apply(this, args);
      return call.result;
    } catch (error) {
      call.error = error;
      throw error;
    }
  };
  mock.mock = { calls, callCount: () => calls.length, resetCalls: () => void (calls.length = 0) };
  return mock;
}

// As Node's reporter `spec` shows it, without times.
export function report(results) {
  const marks = { pass: "✔", fail: "✖", error: "✖", skip: "﹣" };
  const lines = [];
  for (const { name, status, message, trace } of results) {
    lines.push(`${marks[status]} ${name}${status === "skip" ? ` # SKIP${message ? ` ${message}` : ""}` : ""}`);
    if (status === "fail" || status === "error") for (const line of (trace.trimEnd() || message).split("\n")) lines.push(`  ${line}`);
  }
  const count = (...wanted) => results.filter(({ status }) => wanted.includes(status)).length;
  lines.push(`ℹ tests ${results.length}`, `ℹ pass ${count("pass")}`, `ℹ fail ${count("fail", "error")}`, `ℹ skipped ${count("skip")}`);
  return `${lines.join("\n")}\n`;
}

// The guest's way to ask the host: a line of JSON there, a line of JSON back.
//
// Like values.js it binds what it needs before any learner's code runs.

import { UnsupportedValue, fromTagged, toTagged } from "<backroad>/values.js";

const { parse, stringify } = JSON;
const { defineProperty } = Object;
const BUILT_IN = { __proto__: null, Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
const STOPPED = {
  __proto__: null,
  time_limit: "the code under test used up its computing time",
  memory_limit: "the code under test asked for more memory than it may have",
  output_limit: "the code under test printed more than it may",
};

export function makeBridge(host) {
  // The answer to a question, which is JSON already; null where there is nobody to ask.
  function ask(question) {
    const answer = host.ask(`${question}\n`);
    return typeof answer === "string" ? parse(answer) : null;
  }
  return { ask };
}

// As Language::function_name: `split_url` is `splitUrl` here.
export function camelCase(name) {
  return name.replace(/_(.?)/g, (_, letter) => letter.toUpperCase());
}

// The code on the other side, and the exceptions that come from there.
export class Subject {
  #ask;
  #exceptions = { __proto__: null, ...BUILT_IN };

  constructor(ask) {
    this.#ask = ask;
  }

  // The built-in exception of a name, or else a class made for it; always the same one.
  exception(name) {
    if (!(name in this.#exceptions)) {
      const Made = class extends Error {};
      for (const on of [Made, Made.prototype]) defineProperty(on, "name", { value: name, writable: true, configurable: true });
      this.#exceptions[name] = Made;
    }
    return this.#exceptions[name];
  }

  call(name, args) {
    let tagged = "";
    try {
      for (let n = 0; n < args.length; n++) tagged += (n > 0 ? "," : "") + toTagged(args[n]);
    } catch (error) {
      if (!(error instanceof UnsupportedValue)) throw error;
      throw new TypeError(error.message.replace("returned", "passed").replace("; return ", "; pass "));
    }
    const answer = this.#ask(`{"call":{"function":${stringify(name)},"args":[${tagged}]}}`) ?? { malformed: "there is no code under test" };
    if ("value" in answer) return fromTagged(answer.value);
    if (answer.raised) {
      const Type = this.exception(answer.raised.type);
      throw new Type(answer.raised.message);
    }
    if ("missing" in answer) throw new TypeError(`the code under test has no '${camelCase(answer.missing)}'`);
    if (!answer.stopped) throw new Error(answer.malformed ?? answer.refused);
    const error = new Error(STOPPED[answer.stopped] ?? "the code under test ended before it answered");
    error.name = "SubjectStopped";
    throw error;
  }

  // What a module of the subject's exports, by the names that it has there.
  exports(names) {
    const exports = { __proto__: null };
    for (const name of names) {
      if (/^[A-Z]/.test(name)) {
        exports[name] = this.exception(name);
        continue;
      }
      const proxy = (...args) => this.call(name, args);
      const own = camelCase(name);
      defineProperty(proxy, "name", { value: own, configurable: true });
      exports[own] = proxy;
    }
    return exports;
  }
}

// Events, and what stops asynchronous work: Event, CustomEvent, EventTarget, AbortController, AbortSignal, as the DOM Standard has them.

let isStopped;

export class Event {
  #canceled = false;
  #stopped = false;
  target = null;
  currentTarget = null;

  constructor(type, { bubbles = false, cancelable = false, composed = false } = {}) {
    const fixed = { type: String(type), bubbles: Boolean(bubbles), cancelable: Boolean(cancelable), composed: Boolean(composed), isTrusted: false };
    for (const [name, value] of Object.entries(fixed)) Object.defineProperty(this, name, { value, enumerable: true });
    this.timeStamp = performance.now();
  }

  static {
    isStopped = (event) => event.#stopped;
  }

  get defaultPrevented() {
    return this.#canceled;
  }

  preventDefault() {
    if (this.cancelable) this.#canceled = true;
  }

  stopPropagation() {}

  stopImmediatePropagation() {
    this.#stopped = true;
  }

  composedPath() {
    return this.currentTarget === null ? [] : [this.currentTarget];
  }
}

export class CustomEvent extends Event {
  constructor(type, options = {}) {
    super(type, options);
    this.detail = options.detail ?? null;
  }
}

export class EventTarget {
  #listeners = new Map();

  addEventListener(type, callback, options = {}) {
    if (callback === null || callback === undefined) return;
    const { capture = false, once = false, signal } = typeof options === "boolean" ? { capture: options } : options;
    if (signal?.aborted) return;
    const listeners = this.#listeners.get(String(type)) ?? [];
    if (listeners.some((listener) => listener.callback === callback && listener.capture === capture)) return;
    this.#listeners.set(String(type), [...listeners, { callback, capture, once }]);
    signal?.addEventListener("abort", () => this.removeEventListener(type, callback, { capture }), { once: true });
  }

  removeEventListener(type, callback, options = {}) {
    const { capture = false } = typeof options === "boolean" ? { capture: options } : options;
    const listeners = this.#listeners.get(String(type)) ?? [];
    this.#listeners.set(
      String(type),
      listeners.filter((listener) => listener.callback !== callback || listener.capture !== capture),
    );
  }

  dispatchEvent(event) {
    event.target = this;
    event.currentTarget = this;
    const call = (callback) => {
      try {
        if (typeof callback === "function") callback.call(this, event);
        else callback.handleEvent(event);
      } catch (error) {
        // Whoever dispatches is not to blame; the error is nobody's, as one in a timer.
        queueMicrotask(() => {
          throw error;
        });
      }
    };
    if (typeof this[`on${event.type}`] === "function") call(this[`on${event.type}`]);
    for (const { callback, capture, once } of this.#listeners.get(event.type) ?? []) {
      if (isStopped(event)) break;
      if (once) this.removeEventListener(event.type, callback, { capture });
      call(callback);
    }
    event.currentTarget = null;
    return !event.defaultPrevented;
  }
}

let newSignal;
let abort;
const aborted = () => new DOMException("This operation was aborted", "AbortError");

export class AbortSignal extends EventTarget {
  #aborted = false;
  #reason = undefined;
  onabort = null;

  static #isNew = false;

  constructor() {
    super();
    if (!AbortSignal.#isNew) throw new TypeError("Illegal constructor");
    AbortSignal.#isNew = false;
  }

  static {
    newSignal = () => {
      AbortSignal.#isNew = true;
      return new AbortSignal();
    };
    abort = (signal, reason) => {
      if (signal.#aborted) return;
      signal.#aborted = true;
      signal.#reason = reason;
      signal.dispatchEvent(new Event("abort"));
    };
  }

  get aborted() {
    return this.#aborted;
  }

  get reason() {
    return this.#reason;
  }

  throwIfAborted() {
    if (this.#aborted) throw this.#reason;
  }

  static abort(reason = aborted()) {
    const signal = newSignal();
    abort(signal, reason);
    return signal;
  }

  static timeout(milliseconds) {
    const signal = newSignal();
    setTimeout(() => abort(signal, new DOMException("The operation was aborted due to timeout", "TimeoutError")), milliseconds);
    return signal;
  }

  static any(signals) {
    const signal = newSignal();
    for (const other of signals) {
      if (other.aborted) abort(signal, other.reason);
      else other.addEventListener("abort", () => abort(signal, other.reason), { once: true });
    }
    return signal;
  }
}

export class AbortController {
  #signal = newSignal();

  get signal() {
    return this.#signal;
  }

  abort(reason = aborted()) {
    abort(this.#signal, reason);
  }
}

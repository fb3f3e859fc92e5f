// The event loop: promise jobs, then timers in the order of the virtual clock, which moves instead of anybody waiting.

// A promise's outcome, kept for when it is asked for.
class Watched {
  state = "pending";
  value = undefined;
}

export class EventLoop {
  #host;
  #timers = new Map();
  #nextId = 1;
  #nextOrder = 1;
  #rejected = new Map();
  #failure = null;
  #then = Promise.prototype.then;
  #resolve = Promise.resolve.bind(Promise);

  constructor(host) {
    this.#host = host;
  }

  // Called by the engine for each promise that is rejected without a handler, and again if it gets one after all.
  onRejection = (promise, reason, isHandled) => {
    if (isHandled) this.#rejected.delete(promise);
    else this.#rejected.set(promise, reason);
  };

  // Follows a value or promise.
  watch(value) {
    const watched = new Watched();
    const settle = (state) => (value) => {
      watched.state = state;
      watched.value = value;
    };
    this.#then.call(this.#resolve(value), settle("fulfilled"), settle("rejected"));
    return watched;
  }

  // Runs jobs and timers until `wanted()` is false, something fails, or nothing is left.
  runWhile(wanted) {
    for (;;) {
      try {
        this.#host.runJobs();
      } catch (error) {
        this.#fail(error);
      }
      for (const [, reason] of this.#rejected) this.#fail(reason);
      this.#rejected.clear();
      if (this.#failure || !wanted() || !this.#runNextTimer()) return;
    }
  }

  // What nobody caught, once.
  takeFailure() {
    const failure = this.#failure;
    this.#failure = null;
    return failure;
  }

  #fail(reason) {
    this.#failure ??= { value: reason };
  }

  add(callback, delay, args, repeats) {
    if (typeof callback !== "function") throw new TypeError("the callback of a timer must be a function");
    const milliseconds = Math.min(Math.max(Number(delay) || 0, 1), 2 ** 31 - 1);
    const id = this.#nextId++;
    this.#timers.set(id, { id, callback, args, every: repeats ? milliseconds : null, at: this.#host.now() + milliseconds, order: this.#nextOrder++ });
    return id;
  }

  addImmediate(callback, args) {
    if (typeof callback !== "function") throw new TypeError("the callback of setImmediate must be a function");
    const id = this.#nextId++;
    this.#timers.set(id, { id, callback, args, every: null, at: 0, order: this.#nextOrder++ });
    return id;
  }

  remove(id) {
    this.#timers.delete(Number(id));
  }

  #runNextTimer() {
    let next = null;
    for (const timer of this.#timers.values()) {
      if (next === null || timer.at < next.at || (timer.at === next.at && timer.order < next.order)) next = timer;
    }
    if (next === null) return false;
    const wait = next.at - this.#host.now();
    if (wait > 0) this.#host.sleep(wait);
    if (next.every === null) this.#timers.delete(next.id);
    else {
      next.at = Math.max(next.at, this.#host.now() - next.every) + next.every;
      next.order = this.#nextOrder++;
    }
    try {
      next.callback(...next.args);
    } catch (error) {
      this.#fail(error);
    }
    return true;
  }
}

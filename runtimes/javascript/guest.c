// QuickJS as a guest: starts the interpreter, loads bootstrap.js, and passes messages to it.
//
// Before the snapshot: _initialize, then backroad_init. Afterwards, in each instance: backroad_alloc, then backroad_ask.
// The bootstrap script gets an object `host` with the few functions below; a learner's code does not.

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "crypto.h"
#include "files.h"
#include "holes.h"
#include "quickjs.h"
#include "sqlite.h"

// How deep JavaScript may recurse, in bytes of C stack; beyond it a RangeError is thrown. The engine's own limit is farther away.
#define JS_STACK_BYTES (768 * 1024)
// Modules of the bootstrap have names that no learner's file can have.
#define OURS "<backroad>/"

static JSRuntime *runtime;
static JSContext *context;
static JSValue answer_function;
static JSValue rejection_tracker;
static JSValue builtin_modules;
static JSValue describe_missing;
static const char *last_answer;

static void stop(const char *message) {
  write(2, message, strlen(message));
  write(2, "\n", 1);
  abort();
}

// host.write(descriptor, text): all of it.
static JSValue host_write(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  int32_t descriptor;
  size_t length;
  if (JS_ToInt32(ctx, &descriptor, argv[0])) return JS_EXCEPTION;
  const char *text = JS_ToCStringLen(ctx, &length, argv[1]);
  if (!text) return JS_EXCEPTION;
  for (size_t done = 0; done < length;) {
    ssize_t written = write(descriptor, text + done, length - done);
    if (written <= 0) break;
    done += (size_t)written;
  }
  JS_FreeCString(ctx, text);
  return JS_UNDEFINED;
}

// host.readInput(): what is left of standard input, as an ArrayBuffer.
static JSValue host_read_input(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  size_t room = 16384, used = 0;
  char *bytes = js_malloc(ctx, room);
  while (bytes) {
    ssize_t got = read(0, bytes + used, room - used);
    if (got <= 0) break;
    used += (size_t)got;
    if (used == room) {
      room *= 2;
      char *more = js_realloc(ctx, bytes, room);
      if (!more) js_free(ctx, bytes);
      bytes = more;
    }
  }
  if (!bytes) return JS_EXCEPTION;
  JSValue buffer = JS_NewArrayBufferCopy(ctx, (uint8_t *)bytes, used);
  js_free(ctx, bytes);
  return buffer;
}

// host.ask(line): what the bridge answers to a line, or the number of the error where there is no bridge.
static JSValue host_ask(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  size_t length;
  const char *line = JS_ToCStringLen(ctx, &length, argv[0]);
  if (!line) return JS_EXCEPTION;
  int bridge = open("/dev/bridge", O_RDWR);
  int failed = bridge < 0 ? errno : 0;
  for (size_t done = 0; !failed && done < length;) {
    ssize_t written = write(bridge, line + done, length - done);
    if (written < 0) failed = errno;
    else done += (size_t)written;
  }
  JS_FreeCString(ctx, line);
  size_t room = 16384, used = 0;
  char *bytes = failed ? NULL : js_malloc(ctx, room);
  while (bytes) {
    ssize_t got = read(bridge, bytes + used, room - used);
    if (got <= 0) break;
    used += (size_t)got;
    if (used == room) {
      room *= 2;
      char *more = js_realloc(ctx, bytes, room);
      if (!more) js_free(ctx, bytes);
      bytes = more;
    }
  }
  if (bridge >= 0) close(bridge);
  if (failed) return JS_NewInt32(ctx, failed);
  if (!bytes) return JS_EXCEPTION;
  JSValue answer = JS_NewStringLen(ctx, bytes, used);
  js_free(ctx, bytes);
  return answer;
}

// host.now(): milliseconds since the guest started.
static JSValue host_now(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return JS_NewFloat64(ctx, (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6);
}

// host.sleep(milliseconds): moves the virtual clock.
static JSValue host_sleep(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  double milliseconds;
  if (JS_ToFloat64(ctx, &milliseconds, argv[0])) return JS_EXCEPTION;
  struct timespec time = {.tv_sec = (time_t)(milliseconds / 1e3), .tv_nsec = 0};
  time.tv_nsec = (long)((milliseconds - (double)time.tv_sec * 1e3) * 1e6);
  nanosleep(&time, NULL);
  return JS_UNDEFINED;
}

// host.random(length): an ArrayBuffer of random bytes.
static JSValue host_random(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  uint32_t length;
  if (JS_ToUint32(ctx, &length, argv[0])) return JS_EXCEPTION;
  uint8_t *bytes = js_malloc(ctx, length + 1);
  if (!bytes) return JS_EXCEPTION;
  for (uint32_t at = 0; at < length; at += 256) getentropy(bytes + at, length - at < 256 ? length - at : 256);
  JSValue buffer = JS_NewArrayBufferCopy(ctx, bytes, length);
  js_free(ctx, bytes);
  return buffer;
}

// The state of Math.random, never zero.
static uint64_t random_state = 1;

// host.seed(number): Math.random gives the same numbers after the same seed.
static JSValue host_seed(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  int64_t seed;
  if (JS_ToInt64(ctx, &seed, argv[0])) return JS_EXCEPTION;
  // The finaliser of SplitMix64: near seeds give far states.
  uint64_t mixed = (uint64_t)seed + 0x9e3779b97f4a7c15;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
  random_state = (mixed ^ (mixed >> 31)) | 1;
  return JS_UNDEFINED;
}

// Math.random(): xorshift64*, the 53 bits that a double holds.
static JSValue math_random(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  random_state ^= random_state >> 12;
  random_state ^= random_state << 25;
  random_state ^= random_state >> 27;
  return JS_NewFloat64(ctx, (double)((random_state * 0x2545f4914f6cdd1d) >> 11) * 0x1p-53);
}

// host.runJobs(): runs what promises have waiting.
static JSValue host_run_jobs(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  JSContext *job_context;
  int more;
  while ((more = JS_ExecutePendingJob(runtime, &job_context)) > 0) {
  }
  return more < 0 ? JS_EXCEPTION : JS_UNDEFINED;
}

// host.exit(code)
static JSValue host_exit(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  int32_t code;
  if (JS_ToInt32(ctx, &code, argv[0])) return JS_EXCEPTION;
  _Exit(code);
}

// host.load(name, source): [promise of its evaluation, namespace] of an ES module. Throws what the parser throws.
static JSValue host_load(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  size_t length;
  const char *name = JS_ToCString(ctx, argv[0]), *source = JS_ToCStringLen(ctx, &length, argv[1]);
  JSValue function = JS_EXCEPTION, result = JS_EXCEPTION;
  if (name && source) function = JS_Eval(ctx, source, length, name, JS_EVAL_TYPE_MODULE | JS_EVAL_FLAG_COMPILE_ONLY);
  JS_FreeCString(ctx, name);
  JS_FreeCString(ctx, source);
  if (JS_IsException(function)) return JS_EXCEPTION;
  JSModuleDef *module = JS_VALUE_GET_PTR(function);
  JSValue promise = JS_EvalFunction(ctx, function);
  if (JS_IsException(promise)) return JS_EXCEPTION;
  result = JS_NewArray(ctx);
  JS_SetPropertyUint32(ctx, result, 0, promise);
  JS_SetPropertyUint32(ctx, result, 1, JS_GetModuleNamespace(ctx, module));
  return result;
}

// host.onRejection(function): called with a promise, a reason and whether it is handled by now.
static JSValue host_on_rejection(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  JS_FreeValue(ctx, rejection_tracker);
  rejection_tracker = JS_DupValue(ctx, argv[0]);
  return JS_UNDEFINED;
}

// host.provide(modules, describe): modules is an object of objects, by the names that learners import them by; describe(name) says
// what is wrong with a name that is not among them.
static JSValue host_provide(JSContext *ctx, JSValueConst this, int argc, JSValueConst *argv) {
  JS_FreeValue(ctx, builtin_modules);
  builtin_modules = JS_DupValue(ctx, argv[0]);
  JS_FreeValue(ctx, describe_missing);
  describe_missing = JS_DupValue(ctx, argv[1]);
  return JS_UNDEFINED;
}

static void track_rejection(JSContext *ctx, JSValueConst promise, JSValueConst reason, bool is_handled, void *opaque) {
  if (JS_IsUndefined(rejection_tracker)) return;
  JSValueConst arguments[] = {promise, reason, JS_NewBool(ctx, is_handled)};
  JSValue result = JS_Call(ctx, rejection_tracker, JS_UNDEFINED, 3, arguments);
  if (JS_IsException(result)) JS_FreeValue(ctx, JS_GetException(ctx));
  JS_FreeValue(ctx, result);
}

// Gives each export of a provided module its value.
static int fill_builtin(JSContext *ctx, JSModuleDef *module) {
  JSAtom atom = JS_GetModuleName(ctx, module);
  JSValue exports = JS_GetProperty(ctx, builtin_modules, atom);
  JS_FreeAtom(ctx, atom);
  JSPropertyEnum *names;
  uint32_t count;
  if (JS_GetOwnPropertyNames(ctx, &names, &count, exports, JS_GPN_STRING_MASK | JS_GPN_ENUM_ONLY)) return -1;
  for (uint32_t index = 0; index < count; index++) {
    const char *name = JS_AtomToCString(ctx, names[index].atom);
    if (name) JS_SetModuleExport(ctx, module, name, JS_GetProperty(ctx, exports, names[index].atom));
    JS_FreeCString(ctx, name);
  }
  JS_FreePropertyEnum(ctx, names, count);
  JS_FreeValue(ctx, exports);
  return 0;
}

static JSModuleDef *load_builtin(JSContext *ctx, const char *module_name, JSValue exports) {
  JSModuleDef *module = JS_NewCModule(ctx, module_name, fill_builtin);
  JSPropertyEnum *names;
  uint32_t count;
  if (module && !JS_GetOwnPropertyNames(ctx, &names, &count, exports, JS_GPN_STRING_MASK | JS_GPN_ENUM_ONLY)) {
    for (uint32_t index = 0; index < count; index++) {
      const char *name = JS_AtomToCString(ctx, names[index].atom);
      if (name) JS_AddModuleExport(ctx, module, name);
      JS_FreeCString(ctx, name);
    }
    JS_FreePropertyEnum(ctx, names, count);
  }
  JS_FreeValue(ctx, exports);
  return module;
}

// A ReferenceError with as much to say as there is; the interpreter's own would be cut off.
static void throw_missing(JSContext *ctx, const char *name) {
  JSValue error = JS_NULL, message = JS_UNDEFINED, argument = JS_NewString(ctx, name);
  if (JS_IsFunction(ctx, describe_missing)) message = JS_Call(ctx, describe_missing, JS_UNDEFINED, 1, (JSValueConst *)&argument);
  JS_FreeValue(ctx, argument);
  JS_ThrowReferenceError(ctx, "there is no module '%s' here", name);
  if (JS_IsString(message)) {
    error = JS_GetException(ctx);
    JS_SetPropertyStr(ctx, error, "message", message);
    JS_Throw(ctx, error);
  }
}

// Loads an imported module: one of the bootstrap's, a provided one, or a file beside the learner's.
static JSModuleDef *load_module(JSContext *ctx, const char *name, void *opaque) {
  if (JS_IsObject(builtin_modules)) {
    JSValue exports = JS_GetPropertyStr(ctx, builtin_modules, name);
    if (JS_IsObject(exports)) return load_builtin(ctx, name, exports);
    JS_FreeValue(ctx, exports);
  }
  char path[512];
  const char *file = strncmp(name, OURS, strlen(OURS)) == 0 ? name + strlen(OURS) : name;
  snprintf(path, sizeof path, "/code/%s", file);
  size_t length;
  char *source = read_file(ctx, path, &length);
  if (!source) {
    throw_missing(ctx, name);
    return NULL;
  }
  JSValue function = JS_Eval(ctx, source, length, name, JS_EVAL_TYPE_MODULE | JS_EVAL_FLAG_COMPILE_ONLY);
  js_free(ctx, source);
  if (JS_IsException(function)) return NULL;
  JSModuleDef *module = JS_VALUE_GET_PTR(function);
  JS_FreeValue(ctx, function);
  return module;
}

static const JSCFunctionListEntry host_functions[] = {
    JS_CFUNC_DEF("write", 2, host_write),      JS_CFUNC_DEF("readInput", 0, host_read_input),
    JS_CFUNC_DEF("seed", 1, host_seed),        JS_CFUNC_DEF("now", 0, host_now),
    JS_CFUNC_DEF("sleep", 1, host_sleep),      JS_CFUNC_DEF("random", 1, host_random),
    JS_CFUNC_DEF("runJobs", 0, host_run_jobs), JS_CFUNC_DEF("exit", 1, host_exit),
    JS_CFUNC_DEF("load", 2, host_load),        JS_CFUNC_DEF("onRejection", 1, host_on_rejection),
    JS_CFUNC_DEF("provide", 2, host_provide),  JS_CFUNC_DEF("ask", 1, host_ask),
};

static void stop_with_exception(const char *message) {
  JSValue exception = JS_GetException(context);
  const char *text = JS_ToCString(context, exception);
  if (text) write(2, text, strlen(text)), write(2, "\n", 1);
  JSValue stack = JS_GetPropertyStr(context, exception, "stack");
  text = JS_ToCString(context, stack);
  if (text) write(2, text, strlen(text));
  stop(message);
}

// The interpreter makes most built-in functions when they are first asked for. Asks for all that can be reached from the global
// object and the modules, so that no program has to.
static void make_functions(void) {
  static const char source[] =
      "(function (root, modules) {\n"
      "  const seen = new Set(), left = [root, modules];\n"
      "  while (left.length) {\n"
      "    const value = left.pop();\n"
      "    if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value)) continue;\n"
      "    seen.add(value);\n"
      "    left.push(Object.getPrototypeOf(value));\n"
      "    for (const key of Reflect.ownKeys(value)) {\n"
      "      const found = Reflect.getOwnPropertyDescriptor(value, key);\n"
      "      if (found) left.push(found.value, found.get, found.set);\n"
      "    }\n"
      "  }\n"
      "})";
  JSValue walk = JS_Eval(context, source, sizeof source - 1, OURS "make_functions.js", JS_EVAL_TYPE_GLOBAL);
  if (JS_IsException(walk)) stop_with_exception("the built-in functions cannot be made");
  JSValueConst arguments[] = {JS_GetGlobalObject(context), builtin_modules};
  JSValue done = JS_Call(context, walk, JS_UNDEFINED, 2, arguments);
  if (JS_IsException(done)) stop_with_exception("the built-in functions cannot be made");
  JS_FreeValue(context, arguments[0]);
  JS_FreeValue(context, walk);
}

// QuickJS takes its small blocks from arenas of 4 KiB, one kind for each size: these have holes as well. Afterwards each kind has
// an arena that is new.
static void fill_arenas(void) {
  char *end = fill_holes();
  for (size_t size = 8; size <= 512; size += 8) {
    for (char *block = NULL; block < end;) {
      block = js_malloc_rt(runtime, size);
      if (!block) stop("there is no memory for the interpreter's start");
    }
  }
}

// Room for a request of `length` bytes.
__attribute__((export_name("backroad_alloc"))) char *backroad_alloc(int32_t length) { return malloc((size_t)length + 1); }

__attribute__((export_name("backroad_init"))) void backroad_init(void) {
  runtime = JS_NewRuntime();
  if (!runtime) stop("the interpreter did not start");
  JS_SetMaxStackSize(runtime, JS_STACK_BYTES);
  JS_SetModuleLoaderFunc(runtime, NULL, load_module, NULL);
  JS_SetHostPromiseRejectionTracker(runtime, track_rejection, NULL);
  context = JS_NewContext(runtime);
  if (!context) stop("the interpreter did not start");
  JSValue global = JS_GetGlobalObject(context), math = JS_GetPropertyStr(context, global, "Math");
  JS_SetPropertyStr(context, math, "random", JS_NewCFunction(context, math_random, "random", 0));
  JS_FreeValue(context, math);
  JS_FreeValue(context, global);
  answer_function = rejection_tracker = builtin_modules = describe_missing = JS_UNDEFINED;
  if (chdir("/code") != 0) stop("/code cannot be entered");

  // The bootstrap scripts lie in /code only while the snapshot is made.
  JSModuleDef *module = load_module(context, OURS "bootstrap.js", NULL);
  if (!module) stop_with_exception("bootstrap.js cannot be loaded");
  JSValue promise = JS_EvalFunction(context, JS_DupValue(context, JS_MKPTR(JS_TAG_MODULE, module)));
  if (JS_IsException(promise)) stop_with_exception("bootstrap.js failed");
  host_run_jobs(context, JS_UNDEFINED, 0, NULL);
  if (JS_PromiseState(context, promise) != JS_PROMISE_FULFILLED) {
    JS_Throw(context, JS_PromiseResult(context, promise));
    stop_with_exception("bootstrap.js failed");
  }
  JS_FreeValue(context, promise);
  JSValue namespace = JS_GetModuleNamespace(context, module);
  JSValue start = JS_GetPropertyStr(context, namespace, "start");
  JS_FreeValue(context, namespace);
  JSValue host = JS_NewObject(context);
  JS_SetPropertyFunctionList(context, host, host_functions, sizeof host_functions / sizeof *host_functions);
  JS_SetPropertyStr(context, host, "files", new_files(context));
  JS_SetPropertyStr(context, host, "sqlite", sqlite_new_host_object(context));
  JS_SetPropertyStr(context, host, "crypto", new_crypto(context));
  answer_function = JS_Call(context, start, JS_UNDEFINED, 1, (JSValueConst *)&host);
  JS_FreeValue(context, host);
  JS_FreeValue(context, start);
  if (!JS_IsFunction(context, answer_function)) stop_with_exception("bootstrap.js: start() returned no function");
  make_functions();
  JS_RunGC(runtime);
  fill_arenas();
  // What SQLite has drawn of randomness is not kept: each instance draws its own.
  sqlite3_randomness(0, NULL);
}

// Answers a request: the high half is where the answer is, the low half how long it is.
__attribute__((export_name("backroad_ask"))) int64_t backroad_ask(char *request, int32_t length) {
  JS_UpdateStackTop(runtime);
  if (last_answer) JS_FreeCString(context, last_answer);
  last_answer = NULL;
  JSValue message = JS_NewStringLen(context, request, (size_t)length);
  free(request);
  JSValue answer = JS_Call(context, answer_function, JS_UNDEFINED, 1, (JSValueConst *)&message);
  JS_FreeValue(context, message);
  size_t answer_length = 0;
  if (JS_IsString(answer)) last_answer = JS_ToCStringLen(context, &answer_length, answer);
  JS_FreeValue(context, answer);
  // Not even the bootstrap's last resort worked: the host takes an empty answer for what it is.
  if (!last_answer) return 0;
  return (int64_t)((uint64_t)(uintptr_t)last_answer << 32 | (uint32_t)answer_length);
}

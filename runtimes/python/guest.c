// CPython as a guest: starts the interpreter, imports bootstrap.py, and passes messages to it.
//
// Before the snapshot: _initialize, then backroad_init. Afterwards, in each instance: backroad_alloc, then backroad_ask.

#include <Python.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "holes.h"

// Modules that are linked in, but not part of the interpreter's own list.
PyMODINIT_FUNC PyInit__kdf(void);
PyMODINIT_FUNC PyInit__sqlite3(void);
// Of SQLite; its header is not needed for this one.
void sqlite3_randomness(int length, void *bytes);

static PyObject *answer_function;
static PyObject *last_answer;

static void stop(const char *message) {
  write(2, message, strlen(message));
  write(2, "\n", 1);
  abort();
}

static void make_immortal(PyObject *object);

static int visit(PyObject *object, void *unused) {
  make_immortal(object);
  return 0;
}

// Counts no more references to an object, nor to what only it leads to.
static void make_immortal(PyObject *object) {
  if (!object || _Py_IsImmortal(object)) return;
  object->ob_refcnt = _Py_IMMORTAL_REFCNT;
  if (PyCode_Check(object)) {
    PyCodeObject *code = (PyCodeObject *)object;
    PyObject *parts[] = {code->co_consts,   code->co_names, code->co_exceptiontable, code->co_localsplusnames, code->co_localspluskinds,
                         code->co_filename, code->co_name,  code->co_qualname,       code->co_linetable};
    for (size_t index = 0; index < sizeof parts / sizeof *parts; index++) make_immortal(parts[index]);
  } else if (Py_TYPE(object)->tp_traverse && !(PyObject_IS_GC(object) && PyObject_GC_IsTracked(object))) {
    // What the collector tracks is in its list, which is walked from outside.
    Py_TYPE(object)->tp_traverse(object, visit, NULL);
  }
}

// Makes all that is here immortal. A reference count that changes is a page that must be copied; and nothing of the snapshot is ever
// freed anyway.
static void make_all_immortal(void) {
  PyObject *collector = PyImport_ImportModule("gc");
  PyObject *objects = collector ? PyObject_CallMethod(collector, "get_objects", NULL) : NULL;
  if (!objects) stop("the collector does not tell its objects");
  Py_ssize_t count = PyList_GET_SIZE(objects);
  for (Py_ssize_t index = 0; index < count; index++) {
    PyObject *object = PyList_GET_ITEM(objects, index);
    object->ob_refcnt = _Py_IMMORTAL_REFCNT;
    if (Py_TYPE(object)->tp_traverse) Py_TYPE(object)->tp_traverse(object, visit, NULL);
  }
  PyObject_CallMethod(collector, "freeze", NULL);
}

// Python takes its small blocks from pools, one kind for each size: these have holes as well.
static void fill_pools(void) {
  char *end = fill_holes();
  for (size_t size = 512; size > 0; size -= 16) {
    for (char *block = NULL; block < end;) {
      block = PyObject_Malloc(size);
      if (!block) stop("there is no memory for the interpreter's start");
    }
  }
}

// Room for a request of `length` bytes.
__attribute__((export_name("backroad_alloc"))) char *backroad_alloc(int32_t length) { return malloc((size_t)length); }

__attribute__((export_name("backroad_init"))) void backroad_init(void) {
  // Without an environment, Python would take the locale for ASCII: names of files and open() must be UTF-8 all the same.
  PyPreConfig early;
  PyPreConfig_InitIsolatedConfig(&early);
  early.utf8_mode = 1;
  PyStatus status = Py_PreInitialize(&early);
  if (PyStatus_Exception(status)) stop(status.err_msg ? status.err_msg : "the interpreter did not start");
  PyImport_AppendInittab("_kdf", PyInit__kdf);
  PyImport_AppendInittab("_sqlite3", PyInit__sqlite3);
  PyConfig config;
  PyConfig_InitIsolatedConfig(&config);
  config.site_import = 0;
  config.use_hash_seed = 1; // The order of sets is the same in every run.
  config.hash_seed = 0;
  config.write_bytecode = 0;
  config.install_signal_handlers = 0;
  config.pathconfig_warnings = 0;
  config.module_search_paths_set = 1;
  PyWideStringList_Append(&config.module_search_paths, L"/lib");
  PyConfig_SetString(&config, &config.home, L"/");
  PyConfig_SetString(&config, &config.executable, L"/python");
  PyConfig_SetString(&config, &config.stdlib_dir, L"/lib");
  PyConfig_SetString(&config, &config.stdio_encoding, L"utf-8");
  // What a learner prints, a terminal would show, whatever it is.
  PyConfig_SetString(&config, &config.stdio_errors, L"backslashreplace");
  status = Py_InitializeFromConfig(&config);
  if (PyStatus_Exception(status)) stop(status.err_msg ? status.err_msg : "the interpreter did not start");
  if (chdir("/code") != 0) stop("/code cannot be entered");

  // The bootstrap scripts lie in /code only while the snapshot is made.
  FILE *file = fopen("/code/bootstrap.py", "r");
  if (!file) stop("/code/bootstrap.py cannot be read");
  PyObject *module = PyImport_AddModule("__backroad__");
  PyObject *globals = PyModule_GetDict(module);
  // A copy: what a learner's code does to `builtins` is the learner's own affair.
  PyDict_SetItemString(globals, "__builtins__", PyDict_Copy(PyEval_GetBuiltins()));
  PyObject *done = PyRun_FileEx(file, "<backroad>", Py_file_input, globals, globals, 1);
  if (!done) {
    PyErr_Print();
    stop("the bootstrap script failed");
  }
  Py_DECREF(done);
  answer_function = PyDict_GetItemString(globals, "answer");
  if (!answer_function) stop("the bootstrap script defines no answer()");
  Py_INCREF(answer_function);
  // No name leads from the learner's code to ours, other than through the interpreter's own innards.
  PyObject *modules = PyImport_GetModuleDict();
  Py_INCREF(module);
  PyDict_DelItemString(modules, "__backroad__");
  make_all_immortal();
  fill_pools();
  // What SQLite has drawn of randomness is not kept: each instance draws its own.
  sqlite3_randomness(0, NULL);
}

// Answers a request: the high half is where the answer is, the low half how long it is.
__attribute__((export_name("backroad_ask"))) int64_t backroad_ask(char *request, int32_t length) {
  PyObject *message = PyBytes_FromStringAndSize(request, length);
  free(request);
  PyObject *answer = message ? PyObject_CallOneArg(answer_function, message) : NULL;
  Py_XDECREF(message);
  if (!answer || !PyBytes_Check(answer)) {
    // Not even the bootstrap's last resort worked. The host takes an empty answer for what it is.
    PyErr_Clear();
    Py_XDECREF(answer);
    return 0;
  }
  Py_XSETREF(last_answer, answer);
  uint64_t at = (uint64_t)(uintptr_t)PyBytes_AS_STRING(answer);
  return (int64_t)(at << 32 | (uint32_t)PyBytes_GET_SIZE(answer));
}

// CPython as a guest: starts the interpreter, imports bootstrap.py, and passes messages to it.
//
// Before the snapshot: _initialize, then backroad_init. Afterwards, in each instance: backroad_alloc, then backroad_ask.

#include <Python.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static PyObject *answer_function;
static PyObject *last_answer;

static void stop(const char *message) {
  write(2, message, strlen(message));
  write(2, "\n", 1);
  abort();
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

  // The bootstrap script lies in /code only while the snapshot is made.
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

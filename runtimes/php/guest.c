// PHP as a guest: starts the interpreter, takes requests, runs the learner's code, and answers with what came of it.
//
// Before the snapshot: _initialize, then backroad_init. Afterwards, in each instance: backroad_alloc, then backroad_ask. Where PHP ends
// in the middle (bailout), the guest exits, and backroad_left has the answer that it leaves.

#include "guest.h"

#include <ext/json/php_json.h>
#include <ext/random/php_random.h>
#include <ext/standard/basic_functions.h>
#include <php_main.h>
#include <php_output.h>
#include <stdint.h>
#include <unistd.h>
#include <zend_exceptions.h>
#include <zend_ini.h>

// PHP throws an Error when 1.5 MiB of the C stack are used. The engine's own stack grows with it, up to ten times as fast (measured: `usort`
// in `usort`), and ends at 16 MiB.
static const char settings[] =
    "zend.max_allowed_stack_size=2M\n"
    "zend.reserved_stack_size=512K\n"
    "memory_limit=-1\n" // the host limits it
    "max_execution_time=0\n"
    "max_input_time=-1\n"
    "error_reporting=32767\n"
    "display_errors=stderr\n"
    "log_errors=0\n"
    "html_errors=0\n"
    "implicit_flush=1\n"
    "output_buffering=0\n"
    "register_argc_argv=1\n"
    "expose_php=0\n"
    "date.timezone=UTC\n"
    "include_path=.\n"
    "sys_temp_dir=/tmp\n"
    "upload_tmp_dir=/tmp\n"
    "session.save_path=/data\n" // which is kept when a server is started anew
    "session.gc_probability=0\n";

Operation operation = RUN;

// Whether a request of PHP's has begun and not ended.
static bool is_active;

_Noreturn void stop(const char *message) {
  write(2, message, strlen(message));
  write(2, "\n", 1);
  abort();
}

// Of mt_rand and all that is built on it; each request of PHP's begins without one.
static uint32_t seed;

static void begin_request(void) {
  if (php_request_startup() != SUCCESS) stop("PHP did not start");
  php_mt_srand(seed);
  is_active = true;
}

static void end_request(void) {
  is_active = false;
  php_request_shutdown(NULL);
}

// STDIN, STDOUT and STDERR.
static void open_standard_streams(void) {
  static const struct {
    const char *constant, *path, *mode;
  } streams[] = {{"STDIN", "php://stdin", "rb"}, {"STDOUT", "php://stdout", "wb"}, {"STDERR", "php://stderr", "wb"}};
  for (size_t index = 0; index < sizeof streams / sizeof *streams; index++) {
    php_stream *stream = php_stream_open_wrapper_ex(streams[index].path, streams[index].mode, 0, NULL, NULL);
    if (!stream) stop("a standard stream cannot be opened");
    stream->flags |= PHP_STREAM_FLAG_NO_RSCR_DTOR_CLOSE;
    zend_constant constant;
    php_stream_to_zval(stream, &constant.value);
    Z_ADDREF(constant.value);
    ZEND_CONSTANT_SET_FLAGS(&constant, 0, 0);
    constant.name = zend_string_init_interned(streams[index].constant, strlen(streams[index].constant), 0);
    zend_register_constant(&constant);
  }
}

// Leaving. WASI cannot jump back over a stack: what PHP does after a fatal error, it does here, on top of it; then the guest exits.

static void finish_output(void) {
  EG(current_execute_data) = NULL;
  php_call_shutdown_functions();
  php_output_end_all();
}

_Noreturn void backroad_bailout(void) {
  static int depth;
  restore_display();
  // What is done here can fail again.
  depth++;
  if (depth == 1) finish_output();
  if (depth == 2) php_output_end_all();
  depth = 0;
  _Exit(EG(exit_status) ? EG(exit_status) : 255);
}

// `exit` in what is loaded or called: the guest ends as the program would.
static _Noreturn void leave(void) {
  zend_clear_exception();
  finish_output();
  _Exit(EG(exit_status));
}

static bool has_exited(void) { return EG(exception) && zend_is_unwind_exit(EG(exception)); }

// Requests.

static zend_string *text_of(HashTable *request, const char *name) {
  zval *value = zend_hash_str_find(request, name, strlen(name));
  if (!value || Z_TYPE_P(value) != IS_STRING) stop("a request has not all that belongs to it");
  return Z_STR_P(value);
}

static void path_of(zend_file_handle *handle, const char *file) {
  char path[512];
  snprintf(path, sizeof path, "/code/%s", file);
  zend_stream_init_filename(handle, path);
  handle->primary_script = true;
  CG(skip_shebang) = true;
}

static void run(HashTable *request) {
  const char *file = ZSTR_VAL(text_of(request, "file"));
  set_command_line(file, zend_hash_str_find(request, ZEND_STRL("args")));
  zend_file_handle handle;
  path_of(&handle, file);
  php_execute_script(&handle);
  php_call_shutdown_functions();
  zend_call_destructors();
  php_output_end_all();
  if (!is_answered()) answer_ended(EG(exit_status));
}

// A frame for exceptions to be thrown into while we call: without one, PHP would take them for the end of everything.
static zend_execute_data our_frame;

static zend_op_array *compile(const char *file) {
  zend_file_handle handle;
  path_of(&handle, file);
  PG(during_request_startup) = false;
  zend_op_array *code = zend_compile_file(&handle, ZEND_REQUIRE);
  if (handle.opened_path) zend_hash_add_empty_element(&EG(included_files), handle.opened_path);
  zend_destroy_file_handle(&handle);
  return code;
}

// Executes a file at the top level, and leaves what it threw in EG(exception).
static void execute(const char *file) {
  zend_op_array *code = compile(file);
  if (!code) return;
  zval result;
  ZVAL_UNDEF(&result);
  zend_execute(code, &result);
  zval_ptr_dtor(&result);
}

static void load(HashTable *request) {
  const char *file = ZSTR_VAL(text_of(request, "file"));
  set_command_line(file, NULL);
  if (strcmp(file, "index.php") == 0) {
    // A page: each web request executes it anew.
    compile(file);
  } else {
    execute(file);
  }
  if (has_exited()) leave();
  php_output_end_all();
  if (EG(exception)) {
    answer_exception();
  } else {
    answer_loaded();
  }
}

static void call_function(zend_function *function, zval *list) {
  uint32_t count = list && Z_TYPE_P(list) == IS_ARRAY ? zend_hash_num_elements(Z_ARRVAL_P(list)) : 0, index = 0;
  zval *arguments = safe_emalloc(count ? count : 1, sizeof *arguments, 0), *given, result;
  if (count) {
    ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(list), given) {
      zval *argument = &arguments[index++];
      ZVAL_COPY(argument, given);
      from_tagged(argument);
      if (ARG_MUST_BE_SENT_BY_REF(function, index)) ZVAL_MAKE_REF(argument);
    }
    ZEND_HASH_FOREACH_END();
  }
  ZVAL_UNDEF(&result);
  EG(current_execute_data) = &our_frame;
  if (!EG(exception)) zend_call_known_function(function, NULL, NULL, &result, count, arguments, NULL);
  if (has_exited()) leave();
  php_output_end_all();
  bool is_plain = !EG(exception) && answer_value(&result);
  if (EG(exception)) answer_exception();
  EG(current_execute_data) = NULL;
  for (index = 0; index < count; index++) zval_ptr_dtor(&arguments[index]);
  efree(arguments);
  // Any other may be nested so deeply that freeing it needs more stack than there is.
  if (is_plain) zval_ptr_dtor(&result);
}

static void call(HashTable *request) {
  zend_string *name = text_of(request, "function"), *key = zend_string_tolower(name);
  zend_function *function = zend_hash_find_ptr(EG(function_table), key);
  zend_string_release(key);
  if (function && function->type == ZEND_USER_FUNCTION) {
    call_function(function, zend_hash_str_find(request, ZEND_STRL("args")));
  } else {
    answer_missing(name);
  }
}

static void name_sapi(char *name) {
  sapi_module.name = name;
  zval *constant = zend_get_constant_str(ZEND_STRL("PHP_SAPI"));
  if (constant) ZVAL_INTERNED_STR(constant, zend_string_init_interned(name, strlen(name), true));
}

// Serves one request as a web server would. Nothing stays from one to the next but what is in files.
static void serve(HashTable *message) {
  zval *request = zend_hash_str_find(message, ZEND_STRL("request"));
  if (!request || Z_TYPE_P(request) != IS_ARRAY) stop("a request has not all that belongs to it");
  const char *script = access("/code/index.php", F_OK) == 0 ? "/code/index.php" : "/code/main.php";
  set_web_request(Z_ARRVAL_P(request), script);
  end_request();
  name_sapi("cli-server");
  announce_web_request();
  begin_request();
  execute(script + strlen("/code/"));
  if (EG(exception) && !has_exited() && Z_TYPE(EG(user_exception_handler)) != IS_UNDEF) zend_user_exception_handler();
  if (has_exited()) zend_clear_exception();
  if (EG(exception)) answer_exception();
  end_request();
  forget_web_request();
  if (is_answered()) return;
  smart_str response = {0};
  put_web_response(&response);
  answer_response(&response);
}

static void handle(HashTable *request) {
  zend_string *name = text_of(request, "op");
  if (zend_string_equals_literal(name, "run")) {
    operation = RUN;
    run(request);
  } else if (zend_string_equals_literal(name, "load")) {
    operation = LOAD;
    load(request);
  } else if (zend_string_equals_literal(name, "call")) {
    operation = CALL;
    call(request);
  } else if (zend_string_equals_literal(name, "http")) {
    operation = HTTP;
    serve(request);
  } else {
    stop("there is no such request");
  }
}

// Room for a request of `length` bytes.
__attribute__((export_name("backroad_alloc"))) char *backroad_alloc(int32_t length) { return malloc((size_t)length + 1); }

__attribute__((export_name("backroad_init"))) void backroad_init(void) {
  static JMP_BUF nowhere;
  if (chdir("/code") != 0) stop("/code cannot be entered");
  sapi_startup(&sapi);
  sapi.ini_entries = (char *)settings;
  if (sapi.startup(&sapi) != SUCCESS) stop("PHP did not start");
  SG(options) |= SAPI_OPTION_NO_CHDIR;
  EG(bailout) = &nowhere;
  watch_errors();
  SG(request_info).no_headers = 1;
  begin_request();
  open_standard_streams();
}

// Answers a request: the high half is where the answer is, the low half how long it is.
__attribute__((export_name("backroad_ask"))) int64_t backroad_ask(char *text, int32_t length) {
  zval request;
  text[length] = '\0';
  if (!is_active) begin_request();
  php_json_decode_ex(&request, text, (size_t)length, PHP_JSON_OBJECT_AS_ARRAY, 512);
  free(text);
  if (Z_TYPE(request) != IS_ARRAY) stop("a request cannot be read");
  zval *given = zend_hash_str_find(Z_ARRVAL(request), ZEND_STRL("seed"));
  if (given) seed = (uint32_t)zval_get_long(given);
  php_mt_srand(seed);
  handle(Z_ARRVAL(request));
  return take_answer();
}

// What a guest that exited in the middle of a request has left as its answer, or nothing.
__attribute__((export_name("backroad_left"))) int64_t backroad_left(void) { return take_answer(); }

// How PHP reaches the world around it (its SAPI): as the command line, or as a web server that has one request.

#include "guest.h"

#include <ext/standard/base64.h>
#include <ext/standard/url.h>
#include <php_main.h>
#include <php_variables.h>
#include <unistd.h>

enum { MAX_HEADERS = 100 };

// The request that is being served.
static struct {
  char *method, *uri, *path, *query, *script, *body;
  size_t body_length, body_read;
  struct {
    char *name, *value; // the name as it was sent
  } headers[MAX_HEADERS];
  size_t header_count;
} web;

static char *header(const char *name);

// What came of it, in memory that outlives PHP's request.
static int status;
static smart_str headers, body;

// Output.

static void write_all(const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, length);
    if (written <= 0) return;
    bytes += written, length -= (size_t)written;
  }
}

static size_t write_output(const char *bytes, size_t length) {
  if (operation == HTTP) {
    smart_str_appendl_ex(&body, bytes, length, true);
  } else {
    write_all(bytes, length);
  }
  return length;
}

static void log_message(const char *message, int priority) { fprintf(stderr, "%s\n", message); }

// Headers, as they are sent; the end is a null pointer.
static void send_header(sapi_header_struct *header, void *context) {
  if (operation != HTTP || !header) return;
  const char *line = header->header, *colon = memchr(line, ':', header->header_len);
  if (!colon) return; // the line with the status
  const char *value = colon + 1, *end = line + header->header_len;
  while (value < end && *value == ' ') value++;
  smart_str pair = {0};
  smart_str_appends(&pair, "[");
  put_text(&pair, line, colon - line);
  smart_str_appendc(&pair, ',');
  put_text(&pair, value, end - value);
  smart_str_appendc(&pair, ']');
  if (headers.s && ZSTR_LEN(headers.s) > 0) smart_str_appendc_ex(&headers, ',', true);
  smart_str_appendl_ex(&headers, ZSTR_VAL(pair.s), ZSTR_LEN(pair.s), true);
  smart_str_free(&pair);
  status = SG(sapi_headers).http_response_code;
}

// Input.

static size_t read_post(char *buffer, size_t length) {
  size_t left = web.body_length - web.body_read, part = length < left ? length : left;
  memcpy(buffer, web.body + web.body_read, part);
  web.body_read += part;
  return part;
}

static char *read_cookies(void) { return header("cookie"); }

static void set(zval *variables, const char *name, const char *value) { php_register_variable(name, value, variables); }

static void set_header_variables(zval *variables) {
  for (size_t index = 0; index < web.header_count; index++) {
    char variable[256];
    int length = snprintf(variable, sizeof variable, "HTTP_%s", web.headers[index].name);
    if (length >= (int)sizeof variable) continue;
    for (char *at = variable; *at; at++) *at = *at == '-' ? '_' : (char)toupper((unsigned char)*at);
    set(variables, variable, web.headers[index].value);
  }
}

static void register_variables(zval *variables) {
  if (operation != HTTP) {
    const char *file = SG(request_info).argc > 0 ? SG(request_info).argv[0] : "";
    set(variables, "PHP_SELF", file);
    set(variables, "SCRIPT_NAME", file);
    set(variables, "SCRIPT_FILENAME", file);
    set(variables, "PATH_TRANSLATED", file);
    set(variables, "DOCUMENT_ROOT", "");
    return;
  }
  const char *script = web.script + strlen("/code");
  set(variables, "DOCUMENT_ROOT", "/code");
  set(variables, "REMOTE_ADDR", "127.0.0.1");
  set(variables, "REMOTE_PORT", "50000");
  set(variables, "SERVER_SOFTWARE", "PHP " PHP_VERSION);
  set(variables, "SERVER_PROTOCOL", "HTTP/1.1");
  set(variables, "SERVER_NAME", "localhost");
  set(variables, "SERVER_PORT", "80");
  set(variables, "REQUEST_SCHEME", "http");
  set(variables, "REQUEST_URI", web.uri);
  set(variables, "REQUEST_METHOD", web.method);
  set(variables, "SCRIPT_NAME", script);
  set(variables, "SCRIPT_FILENAME", web.script);
  set(variables, "PHP_SELF", script);
  set(variables, "PATH_INFO", web.path);
  set(variables, "QUERY_STRING", web.query);
  set_header_variables(variables);
  if (header("content-type")) set(variables, "CONTENT_TYPE", header("content-type"));
  if (web.body_length > 0 || header("content-type")) {
    char length[24];
    snprintf(length, sizeof length, "%zu", web.body_length);
    set(variables, "CONTENT_LENGTH", length);
  }
}

// getallheaders(), which each kind of web server brings with it.
ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arguments_of_getallheaders, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_FUNCTION(getallheaders) {
  ZEND_PARSE_PARAMETERS_NONE();
  array_init(return_value);
  for (size_t index = 0; index < web.header_count; index++) add_assoc_string(return_value, web.headers[index].name, web.headers[index].value);
}

static const zend_function_entry functions[] = {
    ZEND_FE(getallheaders, arguments_of_getallheaders) //
    ZEND_NAMED_FE(apache_request_headers, ZEND_FN(getallheaders), arguments_of_getallheaders) //
    ZEND_FE_END};

static int start(sapi_module_struct *module) { return php_module_startup(module, NULL); }

sapi_module_struct sapi = {
    .name = "cli",
    .pretty_name = "Backroad",
    .startup = start,
    .shutdown = php_module_shutdown_wrapper,
    .ub_write = write_output,
    .sapi_error = php_error,
    .send_header = send_header,
    .read_post = read_post,
    .read_cookies = read_cookies,
    .register_server_variables = register_variables,
    .log_message = log_message,
    .php_ini_ignore = 1,
    .php_ini_ignore_cwd = 1,
    .phpinfo_as_text = 1,
    .additional_functions = functions,
};

// The most arguments of a program: more than any test gives.
#define MAX_ARGUMENTS 63

// As `php FILE ARGUMENTS` on the command line. They live as long as the request that brings them.
void set_command_line(const char *file, zval *given) {
  static char name[256];
  static char *arguments[MAX_ARGUMENTS + 2];
  int count = 0;
  snprintf(name, sizeof name, "%s", file);
  arguments[count++] = name;
  if (given && Z_TYPE_P(given) == IS_ARRAY) {
    zval *argument;
    ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(given), argument) {
      if (Z_TYPE_P(argument) == IS_STRING && count <= MAX_ARGUMENTS) arguments[count++] = Z_STRVAL_P(argument);
    } ZEND_HASH_FOREACH_END();
  }
  arguments[count] = NULL;
  SG(request_info).argc = count;
  SG(request_info).argv = arguments;
  SG(request_info).path_translated = name;
  SG(request_info).no_headers = 1;
  SG(headers_sent) = 1;
  php_build_argv(NULL, NULL);
}

// The request outlives the memory of PHP's former request: all of it is copied.

static char *copy(const char *text, size_t length) {
  char *own = malloc(length + 1);
  if (!own) stop("there is no memory for the request");
  memcpy(own, text, length);
  own[length] = '\0';
  return own;
}

static char *text_of(HashTable *table, const char *name, const char *otherwise) {
  zval *value = zend_hash_str_find(table, name, strlen(name));
  return value && Z_TYPE_P(value) == IS_STRING ? copy(Z_STRVAL_P(value), Z_STRLEN_P(value)) : copy(otherwise, strlen(otherwise));
}

static char *header(const char *name) {
  for (size_t index = 0; index < web.header_count; index++) {
    if (strcasecmp(web.headers[index].name, name) == 0) return web.headers[index].value;
  }
  return NULL;
}

// Adds a header; one that comes again is joined to the former.
static void add_header(zend_string *name, zend_string *value) {
  for (size_t index = 0; index < web.header_count; index++) {
    if (strcasecmp(web.headers[index].name, ZSTR_VAL(name)) != 0) continue;
    const char *separator = zend_string_equals_literal_ci(name, "cookie") ? "; " : ", ";
    zend_string *joined = zend_strpprintf(0, "%s%s%s", web.headers[index].value, separator, ZSTR_VAL(value));
    free(web.headers[index].value);
    web.headers[index].value = copy(ZSTR_VAL(joined), ZSTR_LEN(joined));
    zend_string_release(joined);
    return;
  }
  if (web.header_count == MAX_HEADERS) return;
  web.headers[web.header_count].name = copy(ZSTR_VAL(name), ZSTR_LEN(name));
  web.headers[web.header_count++].value = copy(ZSTR_VAL(value), ZSTR_LEN(value));
}

static void add_headers(HashTable *request) {
  zval *list = zend_hash_str_find(request, ZEND_STRL("headers")), *pair;
  web.header_count = 0;
  if (!list || Z_TYPE_P(list) != IS_ARRAY) return;
  ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(list), pair) {
    zval *name = Z_TYPE_P(pair) == IS_ARRAY ? zend_hash_index_find(Z_ARRVAL_P(pair), 0) : NULL;
    zval *value = name ? zend_hash_index_find(Z_ARRVAL_P(pair), 1) : NULL;
    if (value && Z_TYPE_P(name) == IS_STRING && Z_TYPE_P(value) == IS_STRING) add_header(Z_STR_P(name), Z_STR_P(value));
  }
  ZEND_HASH_FOREACH_END();
}

// Takes over a request, before PHP's own request begins. `script` is the file that answers it.
void set_web_request(HashTable *request, const char *script) {
  add_headers(request);
  if (!header("host")) {
    zend_string *name = ZSTR_INIT_LITERAL("host", 0), *value = ZSTR_INIT_LITERAL("localhost", 0);
    add_header(name, value);
    zend_string_release(name);
    zend_string_release(value);
  }
  web.method = text_of(request, "method", "GET");
  web.uri = text_of(request, "path", "/");
  web.script = copy(script, strlen(script));
  size_t path_length = strcspn(web.uri, "?");
  web.path = copy(web.uri, path_length);
  php_url_decode(web.path, path_length);
  web.query = web.uri + path_length + (web.uri[path_length] == '?');

  char *encoded = text_of(request, "body", "");
  zend_string *decoded = php_base64_decode((const unsigned char *)encoded, strlen(encoded));
  free(encoded);
  web.body_read = 0;
  web.body_length = decoded ? ZSTR_LEN(decoded) : 0;
  web.body = copy(decoded ? ZSTR_VAL(decoded) : "", web.body_length);
  if (decoded) zend_string_release(decoded);
}

// Tells PHP of the request, right before PHP's own begins.
void announce_web_request(void) {
  web.body_read = 0; // the former request read what was left for it
  status = 200;
  smart_str_free_ex(&headers, true);
  smart_str_free_ex(&body, true);
  SG(server_context) = &web; // what tells a web server from the command line
  SG(request_info).request_method = web.method;
  SG(request_info).request_uri = web.uri;
  SG(request_info).query_string = web.query;
  SG(request_info).path_translated = web.script;
  SG(request_info).content_type = header("content-type");
  SG(request_info).content_length = (zend_long)web.body_length;
  SG(request_info).cookie_data = NULL;
  SG(request_info).proto_num = 1001;
  SG(request_info).argc = 0;
  SG(request_info).argv = NULL;
  SG(request_info).no_headers = 0;
  SG(request_info).headers_only = strcmp(web.method, "HEAD") == 0;
  SG(sapi_headers).http_response_code = 200;
  SG(headers_sent) = 0;
  php_handle_auth_data(header("authorization"));
}

// After PHP's own request has ended.
void forget_web_request(void) {
  for (size_t index = 0; index < web.header_count; index++) {
    free(web.headers[index].name);
    free(web.headers[index].value);
  }
  free(web.method);
  free(web.uri);
  free(web.path);
  free(web.script);
  free(web.body);
  memset(&web, 0, sizeof web);
  memset(&SG(request_info), 0, sizeof SG(request_info));
  SG(server_context) = NULL;
}

void put_web_response(smart_str *out) {
  smart_str_append_printf(out, "{\"response\":{\"status\":%d,\"headers\":[", status);
  if (headers.s) smart_str_appendl(out, ZSTR_VAL(headers.s), ZSTR_LEN(headers.s));
  smart_str_appends(out, "],\"body\":");
  put_base64(out, body.s ? ZSTR_VAL(body.s) : "", body.s ? ZSTR_LEN(body.s) : 0);
  smart_str_appends(out, "}}");
}

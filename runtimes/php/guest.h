// What the parts of the PHP guest share.
#pragma once

#include <php.h>
#include <SAPI.h>
#include <zend_smart_str.h>

// What is being done. A run prints its errors as PHP's command line does; the others answer with them.
typedef enum { RUN, LOAD, CALL, HTTP } Operation;
extern Operation operation;

// guest.c
_Noreturn void stop(const char *message);

// answer.c: the answer to a request.
bool is_answered(void);
void answer_ended(int code);
void answer_loaded(void);
bool answer_value(zval *value);
void answer_missing(zend_string *name);
void answer_raised(const char *type, size_t type_length, zend_string *message, zend_string *trace);
void answer_syntax(zend_string *message, zend_string *trace);
void answer_out_of_memory(void);
void answer_response(smart_str *response);
int64_t take_answer(void);
bool put_utf8(smart_str *out, const char *text, size_t length);
void put_text(smart_str *out, const char *text, size_t length);
void put_base64(smart_str *out, const char *bytes, size_t length);

// errors.c: errors and exceptions, as a learner should see them.
void watch_errors(void);
void restore_display(void);
void answer_exception(void);

// values.c: values between the host's JSON and PHP.
void from_tagged(zval *value);
bool put_tagged(smart_str *out, zval *value, zend_string **reason);

// web.c: one request, as a web server hands it over.
extern sapi_module_struct sapi;
void set_command_line(const char *file, zval *arguments);
void set_web_request(HashTable *request, const char *script);
void announce_web_request(void);
void forget_web_request(void);
void put_web_response(smart_str *out);

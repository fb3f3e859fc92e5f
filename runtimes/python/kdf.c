// The module `_kdf`: hashlib's pbkdf2_hmac and scrypt, which CPython has only with OpenSSL. Arguments and errors are OpenSSL's.

#include <Python.h>

#include "../guest/kdf.h"

static PyObject *python_pbkdf2_hmac(PyObject *module, PyObject *args, PyObject *named) {
  static char *names[] = {"hash_name", "password", "salt", "iterations", "dklen", NULL};
  const char *hash_name;
  Py_buffer password, salt;
  long iterations, length;
  PyObject *asked_length = Py_None, *key = NULL;
  if (!PyArg_ParseTupleAndKeywords(args, named, "sy*y*l|O:pbkdf2_hmac", names, &hash_name, &password, &salt, &iterations, &asked_length)) return NULL;
  const HashAlgorithm *algorithm = hash_algorithm(hash_name);
  if (!algorithm) {
    PyErr_Format(PyExc_ValueError, "unsupported hash type %s", hash_name);
    goto done;
  }
  if (iterations < 1) {
    PyErr_SetString(PyExc_ValueError, "iteration value must be greater than 0.");
    goto done;
  }
  length = asked_length == Py_None ? (long)algorithm->digest_bytes : PyLong_AsLong(asked_length);
  if (length == -1 && PyErr_Occurred()) goto done;
  if (length < 1) {
    PyErr_SetString(PyExc_ValueError, "key length must be greater than 0.");
    goto done;
  }
  key = PyBytes_FromStringAndSize(NULL, length);
  if (!key) goto done;
  pbkdf2_hmac(algorithm, password.buf, (size_t)password.len, salt.buf, (size_t)salt.len, (uint32_t)iterations, (uint8_t *)PyBytes_AS_STRING(key),
              (size_t)length);
done:
  PyBuffer_Release(&password);
  PyBuffer_Release(&salt);
  return key;
}

// An unsigned number, or an error that says which one is missing.
static int read_number(PyObject *object, const char *name, uint64_t *number) {
  unsigned long value = object ? PyLong_AsUnsignedLong(object) : (unsigned long)-1;
  if (!object || (value == (unsigned long)-1 && PyErr_Occurred())) {
    PyErr_Format(PyExc_TypeError, "%s is required and must be an unsigned int", name);
    return 0;
  }
  *number = value;
  return 1;
}

static PyObject *python_scrypt(PyObject *module, PyObject *args, PyObject *named) {
  static char *names[] = {"password", "salt", "n", "r", "p", "maxmem", "dklen", NULL};
  Py_buffer password = {0}, salt = {0};
  PyObject *n = NULL, *r = NULL, *p = NULL, *key = NULL;
  long max_memory = 0, length = 64;
  ScryptCost cost;
  if (!PyArg_ParseTupleAndKeywords(args, named, "y*|$y*O!O!O!ll:scrypt", names, &password, &salt, &PyLong_Type, &n, &PyLong_Type, &r, &PyLong_Type, &p,
                                   &max_memory, &length))
    return NULL;
  if (!salt.buf) {
    PyErr_SetString(PyExc_TypeError, "salt is required");
    goto done;
  }
  if (!read_number(n, "n", &cost.cost)) goto done;
  if (cost.cost < 2 || (cost.cost & (cost.cost - 1)) != 0) {
    PyErr_SetString(PyExc_ValueError, "n must be a power of 2.");
    goto done;
  }
  if (!read_number(r, "r", &cost.block_size) || !read_number(p, "p", &cost.parallelization)) goto done;
  if (max_memory < 0) {
    PyErr_Format(PyExc_ValueError, "maxmem must be positive and smaller than %d", INT_MAX);
    goto done;
  }
  if (length < 1) {
    PyErr_Format(PyExc_ValueError, "dklen must be greater than 0 and smaller than %d", INT_MAX);
    goto done;
  }
  switch (scrypt_fit(&cost, (uint64_t)max_memory)) {
    case SCRYPT_INVALID:
      PyErr_SetString(PyExc_ValueError, "Invalid parameter combination for n, r, p, maxmem.");
      goto done;
    case SCRYPT_TOO_LARGE:
      PyErr_SetString(PyExc_ValueError, "[digital envelope routines] memory limit exceeded");
      goto done;
    case SCRYPT_FITS:
      break;
  }
  key = PyBytes_FromStringAndSize(NULL, length);
  if (key && !scrypt(&cost, password.buf, (size_t)password.len, salt.buf, (size_t)salt.len, (uint8_t *)PyBytes_AS_STRING(key), (size_t)length)) {
    Py_CLEAR(key);
    PyErr_NoMemory();
  }
done:
  PyBuffer_Release(&password);
  if (salt.buf) PyBuffer_Release(&salt);
  return key;
}

static PyMethodDef methods[] = {
    {"pbkdf2_hmac", (PyCFunction)(void (*)(void))python_pbkdf2_hmac, METH_VARARGS | METH_KEYWORDS,
     "pbkdf2_hmac($module, /, hash_name, password, salt, iterations, dklen=None)\n--\n\n"
     "Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function."},
    {"scrypt", (PyCFunction)(void (*)(void))python_scrypt, METH_VARARGS | METH_KEYWORDS,
     "scrypt($module, /, password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64)\n--\n\n"
     "scrypt password-based key derivation function."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "_kdf", .m_doc = "Keys from passwords.", .m_size = 0, .m_methods = methods};

PyMODINIT_FUNC PyInit__kdf(void) { return PyModule_Create(&definition); }

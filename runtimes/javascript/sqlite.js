// node:sqlite, as Node documents it, without sessions: `host.sqlite` does the work, here are names, checks and options.

const isObject = (value) => typeof value === "object" && value !== null;
const isView = ArrayBuffer.isView;

function failure(Type, code, message) {
  return Object.assign(new Type(message), { code });
}

const wrongType = (name, what) => failure(TypeError, "ERR_INVALID_ARG_TYPE", `The "${name}" argument must be ${what}.`);
const wrongState = (message) => failure(Error, "ERR_INVALID_STATE", message);

function checkString(value, name) {
  if (typeof value !== "string") throw wrongType(name, "a string");
}

function checkFunction(value, name) {
  if (typeof value !== "function") throw wrongType(name, "a function");
}

function checkBoolean(value, name) {
  if (typeof value !== "boolean") throw wrongType(name, "a boolean");
}

// An option of a type, or what it is without.
function option(options, name, type, otherwise) {
  const value = options[name];
  if (value === undefined) return otherwise;
  const fits = type === "integer" ? Number.isInteger(value) : typeof value === type;
  if (!fits) throw wrongType(`options.${name}`, type === "integer" ? "an integer" : `a ${type}`);
  return value;
}

function checkOptions(options) {
  if (options === undefined) return {};
  if (!isObject(options)) throw wrongType("options", "an object");
  return options;
}

// A path is text, bytes of text, or a URL of a file.
function pathOf(path) {
  let text = path;
  if (isView(path)) text = new TextDecoder().decode(path);
  else if (isObject(path) && typeof path.href === "string") {
    if (path.protocol !== "file:") throw failure(TypeError, "ERR_INVALID_URL_SCHEME", "The URL must be of scheme file:");
    text = path.href;
  }
  if (typeof text !== "string" || text.includes("\0")) throw wrongType("path", "a string, Uint8Array, or URL without null bytes");
  return text;
}

const STATEMENT_OPTIONS = { readBigInts: false, returnArrays: false, allowBareNamedParameters: true, allowUnknownNamedParameters: false };

function statementOptions(options, otherwise) {
  const own = {};
  for (const name of Object.keys(STATEMENT_OPTIONS)) own[name] = option(options, name, "boolean", otherwise[name]);
  return own;
}

// SQLite's numbers of the limits that Node names.
const LIMITS = {
  length: 0, sqlLength: 1, column: 2, exprDepth: 3, compoundSelect: 4, vdbeOp: 5, functionArg: 6, attach: 7, likePatternLength: 8, variableNumber: 9,
  triggerDepth: 10,
};

const ACTIONS = [
  "CREATE_INDEX", "CREATE_TABLE", "CREATE_TEMP_INDEX", "CREATE_TEMP_TABLE", "CREATE_TEMP_TRIGGER", "CREATE_TEMP_VIEW", "CREATE_TRIGGER", "CREATE_VIEW",
  "DELETE", "DROP_INDEX", "DROP_TABLE", "DROP_TEMP_INDEX", "DROP_TEMP_TABLE", "DROP_TEMP_TRIGGER", "DROP_TEMP_VIEW", "DROP_TRIGGER", "DROP_VIEW", "INSERT",
  "PRAGMA", "READ", "SELECT", "TRANSACTION", "UPDATE", "ATTACH", "DETACH", "ALTER_TABLE", "REINDEX", "ANALYZE", "CREATE_VTABLE", "DROP_VTABLE", "FUNCTION",
  "SAVEPOINT", "RECURSIVE",
];

const constants = Object.freeze({
  SQLITE_OK: 0,
  SQLITE_DENY: 1,
  SQLITE_IGNORE: 2,
  SQLITE_COPY: 0,
  ...Object.fromEntries(ACTIONS.map((name, index) => [`SQLITE_${name}`, index + 1])),
});

export function makeSqlite(host) {
  const ours = Symbol("made by prepare()");

  class StatementSync {
    #handle;
    #database; // held, so that it stays open while there are statements
    #options;
    #bare = null; // names without their prefix

    constructor(key, database, handle, options) {
      if (key !== ours) throw failure(TypeError, "ERR_ILLEGAL_CONSTRUCTOR", "Illegal constructor");
      this.#database = database;
      this.#handle = handle;
      this.#options = options;
    }

    #bareNames(parameters) {
      const names = new Map();
      for (const name of parameters) {
        if (name === null) continue;
        const bare = name.slice(1);
        if (names.has(bare) && names.get(bare) !== name) {
          throw wrongState(`Cannot create bare named parameter '${bare}' because of conflicting names '${names.get(bare)}' and '${name}'.`);
        }
        names.set(bare, name);
      }
      return names;
    }

    #bindOne(index, value) {
      if (typeof value === "bigint" && BigInt.asIntN(64, value) !== value) {
        throw failure(TypeError, "ERR_INVALID_ARG_VALUE", "BigInt value is too large to bind.");
      }
      if (!host.bind(this.#handle, index, value)) {
        throw failure(TypeError, "ERR_INVALID_ARG_TYPE", `Provided value cannot be bound to SQLite parameter ${index}.`);
      }
    }

    #bindNamed(parameters, values) {
      if (this.#options.allowBareNamedParameters) this.#bare ??= this.#bareNames(parameters);
      for (const key of Object.keys(values)) {
        let at = parameters.indexOf(key);
        if (at < 0 && this.#options.allowBareNamedParameters && this.#bare.has(key)) at = parameters.indexOf(this.#bare.get(key));
        if (at >= 0) this.#bindOne(at + 1, values[key]);
        else if (!this.#options.allowUnknownNamedParameters) throw wrongState(`Unknown named parameter '${key}'`);
      }
    }

    #bind(values) {
      host.begin(this.#handle);
      const parameters = host.parameters(this.#handle);
      let next = 0;
      if (isObject(values[0]) && !isView(values[0])) {
        this.#bindNamed(parameters, values[0]);
        next = 1;
      }
      let at = 0;
      for (; next < values.length; next++, at++) {
        while (at < parameters.length && parameters[at] !== null && !parameters[at].startsWith("?")) at++;
        this.#bindOne(at + 1, values[next]);
      }
    }

    #step() {
      return host.step(this.#handle, this.#options.readBigInts, this.#options.returnArrays);
    }

    all(...values) {
      this.#bind(values);
      const rows = [];
      try {
        for (let row; (row = this.#step()) !== undefined; ) rows.push(row);
      } finally {
        host.end(this.#handle);
      }
      return rows;
    }

    get(...values) {
      this.#bind(values);
      try {
        const row = this.#step();
        return host.isFinalized(this.#handle) || host.columnCount(this.#handle) === 0 ? undefined : row;
      } finally {
        host.end(this.#handle);
      }
    }

    run(...values) {
      this.#bind(values);
      try {
        // What it returns is not wanted, but all of it must have been done.
        while (this.#step() !== undefined);
      } finally {
        host.end(this.#handle);
      }
      const [lastInsertRowid, changes] = host.changes(this.#handle, this.#options.readBigInts);
      return { lastInsertRowid, changes };
    }

    iterate(...values) {
      this.#bind(values);
      const step = () => this.#step();
      let isDone = false;
      const finish = () => {
        isDone = true;
        host.end(this.#handle);
        return { done: true, value: null };
      };
      return Object.assign(Object.create(Iterator.prototype), {
        next() {
          if (isDone) return { done: true, value: null };
          let row;
          try {
            row = step();
          } catch (error) {
            finish();
            throw error;
          }
          return row === undefined ? finish() : { done: false, value: row };
        },
        return: finish,
      });
    }

    columns() {
      return host.columns(this.#handle).map(([column, database, name, table, type]) => ({ __proto__: null, column, database, name, table, type }));
    }

    get sourceSQL() {
      return host.source(this.#handle);
    }

    get expandedSQL() {
      const text = host.expanded(this.#handle);
      if (text === null) throw failure(Error, "ERR_SQLITE_ERROR", "Expanded SQL text would exceed configured limits");
      return text;
    }

    setAllowBareNamedParameters(enabled) {
      checkBoolean(enabled, "allowBareNamedParameters");
      this.#options.allowBareNamedParameters = enabled;
    }

    setAllowUnknownNamedParameters(enabled) {
      checkBoolean(enabled, "enabled");
      this.#options.allowUnknownNamedParameters = enabled;
    }

    setReadBigInts(enabled) {
      checkBoolean(enabled, "readBigInts");
      this.#options.readBigInts = enabled;
    }

    setReturnArrays(enabled) {
      checkBoolean(enabled, "returnArrays");
      this.#options.returnArrays = enabled;
    }

    close() {
      host.finalize(this.#handle);
    }

    [Symbol.dispose ?? Symbol.for("dispose")]() {
      if (!host.isFinalized(this.#handle)) this.close();
    }
  }

  // A cache of statements by their text, the one that was used longest ago goes first.
  class SQLTagStore {
    #database;
    #statements = new Map();
    #capacity;

    constructor(key, database, capacity) {
      if (key !== ours) throw failure(TypeError, "ERR_ILLEGAL_CONSTRUCTOR", "Illegal constructor");
      this.#database = database;
      this.#capacity = capacity;
    }

    #statement(strings) {
      if (!Array.isArray(strings)) throw wrongType("strings", "an array of strings");
      const sql = strings.join("?");
      const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
      this.#statements.delete(sql);
      this.#statements.set(sql, statement);
      if (this.#statements.size > this.#capacity) this.#statements.delete(this.#statements.keys().next().value);
      return statement;
    }

    all(strings, ...values) {
      return this.#statement(strings).all(...values);
    }

    get(strings, ...values) {
      return this.#statement(strings).get(...values);
    }

    iterate(strings, ...values) {
      return this.#statement(strings).iterate(...values);
    }

    run(strings, ...values) {
      return this.#statement(strings).run(...values);
    }

    get size() {
      return this.#statements.size;
    }

    get capacity() {
      return this.#capacity;
    }

    get db() {
      return this.#database;
    }

    clear() {
      this.#statements.clear();
    }
  }

  class DatabaseSync {
    #path;
    #options;
    #statementOptions;
    #handle = null;
    #limits = null;

    constructor(path, options) {
      this.#path = pathOf(path);
      const given = checkOptions(options);
      this.#statementOptions = statementOptions(given, STATEMENT_OPTIONS);
      this.#options = {
        readOnly: option(given, "readOnly", "boolean", false),
        foreignKeys: option(given, "enableForeignKeyConstraints", "boolean", true),
        doubleQuotes: option(given, "enableDoubleQuotedStringLiterals", "boolean", false),
        defensive: option(given, "defensive", "boolean", true),
        timeout: option(given, "timeout", "integer", 0),
        limits: option(given, "limits", "object", {}),
      };
      option(given, "allowExtension", "boolean", false);
      if (option(given, "open", "boolean", true)) this.open();
    }

    #database() {
      if (this.#handle === null) throw wrongState("database is not open");
      return this.#handle;
    }

    open() {
      if (this.isOpen) throw wrongState("database is already open");
      const { readOnly, foreignKeys, doubleQuotes, defensive, timeout, limits } = this.#options;
      this.#handle = host.open(this.#path, readOnly, foreignKeys, doubleQuotes, defensive, timeout);
      this.#limits = null;
      for (const [name, value] of Object.entries(limits)) if (name in LIMITS) this.limits[name] = value;
    }

    close() {
      host.close(this.#database());
    }

    get isOpen() {
      return this.#handle !== null && host.isOpen(this.#handle);
    }

    get isTransaction() {
      return host.isTransaction(this.#database());
    }

    get limits() {
      const database = this.#database();
      if (this.#limits) return this.#limits;
      this.#limits = {};
      for (const [name, number] of Object.entries(LIMITS)) {
        Object.defineProperty(this.#limits, name, {
          enumerable: true,
          get: () => host.limit(database, number, -1),
          set: (value) => {
            if (typeof value !== "number" || Number.isNaN(value)) throw wrongType(name, "a number");
            if (value < 0) throw failure(RangeError, "ERR_OUT_OF_RANGE", `The value of "${name}" must be zero or above.`);
            host.limit(database, number, Math.min(value, 2 ** 31 - 1));
          },
        });
      }
      return this.#limits;
    }

    location(name = "main") {
      checkString(name, "dbName");
      return host.location(this.#database(), name);
    }

    exec(sql) {
      const database = this.#database();
      checkString(sql, "sql");
      host.exec(database, sql);
    }

    prepare(sql, options) {
      const database = this.#database();
      checkString(sql, "sql");
      const own = statementOptions(checkOptions(options), this.#statementOptions);
      return new StatementSync(ours, database, host.prepare(database, sql), own);
    }

    createTagStore(maxSize = 1000) {
      return new SQLTagStore(ours, this, maxSize);
    }

    function(name, options, callback = options) {
      const database = this.#database();
      checkString(name, "name");
      const given = callback === options ? {} : checkOptions(options);
      checkFunction(callback, "function");
      const count = option(given, "varargs", "boolean", false) ? -1 : callback.length;
      const flag = (name) => option(given, name, "boolean", false);
      host.createFunction(database, name, count, flag("deterministic"), flag("directOnly"), flag("useBigIntArguments"), callback);
    }

    aggregate(name, options) {
      const database = this.#database();
      checkString(name, "name");
      if (!isObject(options)) throw wrongType("options", "an object");
      const { start, step, result, inverse } = options;
      if (start === undefined) throw wrongType("options.start", "a function or a primitive value");
      checkFunction(step, "options.step");
      if (result !== undefined) checkFunction(result, "options.result");
      if (inverse !== undefined) checkFunction(inverse, "options.inverse");
      const flag = (name) => option(options, name, "boolean", false);
      const count = flag("varargs") ? -1 : Math.max(step.length, inverse?.length ?? 0, 1) - 1;
      host.createAggregate(
        database, name, count, flag("deterministic"), flag("directOnly"), flag("useBigIntArguments"), start, step, result, inverse,
      );
    }

    setAuthorizer(callback) {
      if (callback !== null) checkFunction(callback, "callback");
      host.setAuthorizer(this.#database(), callback);
    }

    serialize(name = "main") {
      checkString(name, "dbName");
      return host.serialize(this.#database(), name);
    }

    deserialize(buffer, options) {
      if (!(buffer instanceof Uint8Array)) throw wrongType("buffer", "a Uint8Array");
      host.deserialize(this.#database(), buffer, option(checkOptions(options), "dbName", "string", "main"));
    }

    enableDefensive(active) {
      checkBoolean(active, "active");
      host.setDefensive(this.#database(), active);
    }

    enableLoadExtension(allow) {
      checkBoolean(allow, "allow");
      if (allow) throw wrongState("Cannot enable extension loading: there are no extensions here");
    }

    loadExtension() {
      throw wrongState("extension loading is not allowed");
    }

    // For backup() alone.
    static copy(database, ...rest) {
      return host.backup(database.#database(), ...rest);
    }

    [Symbol.dispose ?? Symbol.for("dispose")]() {
      if (this.isOpen) this.close();
    }
  }

  const { copy } = DatabaseSync;
  delete DatabaseSync.copy;

  async function backup(sourceDb, path, options) {
    if (!(sourceDb instanceof DatabaseSync)) throw wrongType("sourceDb", "an object");
    const given = checkOptions(options);
    const { progress } = given;
    if (progress !== undefined) checkFunction(progress, "options.progress");
    const tell = progress && ((remainingPages, totalPages) => void progress({ totalPages, remainingPages }));
    const named = (name) => option(given, name, "string", "main");
    return copy(sourceDb, pathOf(path), named("source"), named("target"), option(given, "rate", "integer", 100), tell);
  }

  return { DatabaseSync, StatementSync, SQLTagStore, backup, constants };
}

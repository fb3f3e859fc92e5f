// Gives the prebuilt Ruby room to recurse.
//   node stacks.mjs IN OUT
//
// This Ruby is made by Asyncify: to leave its C frames by a jump, or to find what they refer to when it collects garbage, it
// writes the locals of all of them to a buffer, and puts them back from there. Each buffer has 24 KiB, and only when it is full
// long since, and what lies behind it overwritten, does anybody look whether that was enough. So a collection in the middle of a
// few dozen methods that take blocks ends in a crash.
//
// Here all that is written goes to one large buffer first, in pages that follow all others. What fits is then copied to where it
// belongs. What the collector reads is left where it is, since it is read at once. What a jump needs later and does not fit is kept
// in an arena: it belongs to a frame, and once the stack is shorter than that frame, its part of the arena is free again.
//
// Only the two functions of Asyncify that begin and end the writing are replaced. Whatever is not exactly as expected is refused.

import { readFileSync, writeFileSync } from "node:fs";

const MIB = 1 << 20;
const STACK_END = 16 * MIB;
const BUFFER_BYTES = 8 * MIB;
const ARENA_BYTES = 24 * MIB;

const [input, output] = process.argv.slice(2);
const module = readFileSync(input);

function expect(truth, what) {
  if (!truth) throw new Error(`${input} is not the Ruby that this script knows: ${what}`);
}

// Reading.

function unsigned(at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = module[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

function text(at) {
  const [length, start] = unsigned(at);
  return [module.toString("utf8", start, start + length), start + length];
}

function* sections() {
  for (let at = 8; at < module.length; ) {
    const id = module[at];
    const [size, start] = unsigned(at + 1);
    yield { id, start, end: start + size };
    at = start + size;
  }
}

const section = (id) => [...sections()].find((one) => one.id === id);

function importedFunctions() {
  let [count, at] = unsigned(section(2).start);
  let functions = 0;
  while (count-- > 0) {
    [, at] = text(at);
    [, at] = text(at);
    expect(module[at] === 0, "it imports something that is no function");
    [, at] = unsigned(at + 1);
    functions++;
  }
  return functions;
}

function exportedFunctions() {
  let [count, at] = unsigned(section(7).start);
  const exported = {};
  while (count-- > 0) {
    let name, index;
    [name, at] = text(at);
    const kind = module[at];
    [index, at] = unsigned(at + 1);
    if (kind === 0) exported[name] = index;
  }
  return exported;
}

// Writing.

function leb(value) {
  const bytes = [];
  for (;;) {
    const byte = value & 127;
    value >>= 7;
    if ((value === 0 && !(byte & 64)) || (value === -1 && byte & 64)) return [...bytes, byte];
    bytes.push(byte | 128);
  }
}

function uleb(value) {
  const bytes = [];
  do {
    bytes.push((value & 127) | (value > 127 ? 128 : 0));
    value = Math.floor(value / 128);
  } while (value > 0);
  return bytes;
}

// The instructions that are used here, with operands before operators as the machine has them.
const constant = (value) => [0x41, ...leb(value)];
const get = (local) => [0x20, local];
const set = (local) => [0x21, local];
const tee = (local) => [0x22, local];
const getGlobal = (global) => [0x23, global];
const setGlobal = (global) => [0x24, global];
const load = (offset = 0) => [0x28, 2, ...uleb(offset)];
const store = (offset = 0) => [0x36, 2, ...uleb(offset)];
const load64 = [0x29, 0, 0];
const store64 = [0x37, 0, 0];
const [isZero, equal, notEqual, greaterThan, atLeast] = [0x45, 0x46, 0x47, 0x4b, 0x4f];
const [add, subtract, and] = [0x6a, 0x6b, 0x71];
const [unreachable, giveBack] = [0x00, 0x0f];
const when = (...then) => [0x04, 0x40, ...then.flat(), 0x0b];
const block = (...body) => [0x02, 0x40, ...body.flat(), 0x0b];
const loop = (...body) => [0x03, 0x40, ...body.flat(), 0x0b];
const branch = (depth) => [0x0c, depth];
const branchIf = (depth) => [0x0d, depth];

function func(locals, ...body) {
  const code = [...(locals ? [1, locals, 0x7f] : [0]), ...body.flat(), 0x0b];
  return [...uleb(code.length), ...code];
}

const STACK_POINTER = 0;
const STATE = 1;
const DATA = 2; // the buffer that is written or read: two words, where it is filled to and where it ends

// Asyncify's `start_unwind(buffer)`. `cells` are three words: where the caller's buffer begins and ends, and how far the arena is
// filled.
function startUnwind({ cells, buffer }) {
  return func(
    0,
    [constant(1), setGlobal(STATE), get(0), setGlobal(DATA)].flat(),
    [constant(cells), get(0), load(), store()].flat(),
    [constant(cells), get(0), load(4), store(4)].flat(),
    [get(0), constant(buffer.start), store()].flat(),
    [get(0), constant(buffer.end), store(4)].flat(),
  );
}

// Asyncify's `stop_unwind()`. `scan` and `jump` are the buffers whose content nobody needs for longer than the next moment: the
// collector's, and the one in which a jump leaves what it jumps out of.
function stopUnwind({ cells, buffer, arena, scan, jump }) {
  const [caller, filled, used, target, pointer] = [0, 1, 2, 3, 4];
  const from = pointer; // the same local: the stack's pointer is no longer needed when bytes are copied
  // Parts of the arena end in three words: the stack's pointer then, whose it is, and where it begins.
  const FOOTER = 16;
  const footer = (local, offset) => [get(local), constant(FOOTER), subtract, load(offset)].flat();
  return func(
    5,
    [constant(0), setGlobal(STATE), getGlobal(DATA), tee(caller), load(), tee(filled)].flat(),
    [constant(buffer.end), greaterThan, when([unreachable])].flat(),
    [get(filled), constant(buffer.start), subtract, set(used)].flat(),
    // The collector reads as far as this buffer is filled.
    [get(caller), constant(scan), equal, when(get(caller), get(filled), store(4), [giveBack])].flat(),
    [get(caller), constant(cells), load(4), store(4)].flat(),
    [get(caller), constant(cells), load(), tee(target), store()].flat(),
    [get(caller), constant(jump), equal, when([giveBack])].flat(),
    // Where it does not fit. (Eight bytes are copied at a time, so the last four may be of no use.)
    [get(target), get(used), add, constant(4), add, get(caller), load(4), greaterThan].flat(),
    when(
      // A fiber has a stack of its own, and no arena.
      getGlobal(STACK_POINTER), tee(pointer), constant(STACK_END), [greaterThan], when([unreachable]),
      constant(cells), load(8), set(target),
      get(target), [isZero], when(constant(arena.start), set(target)),
      // Frames below the stack's pointer are gone.
      block(loop(
        get(target), constant(arena.start), [equal], branchIf(1),
        footer(target, 0), get(pointer), [atLeast], branchIf(1),
        footer(target, 8), set(target), branch(0),
      )),
      // What the same frame kept for the same caller is replaced, with all that came after it.
      get(target), set(used),
      block(loop(
        get(used), constant(arena.start), [equal], branchIf(1),
        footer(used, 0), get(pointer), [notEqual], branchIf(1),
        footer(used, 4), get(caller), [equal], when(footer(used, 8), set(target), branch(2)),
        footer(used, 8), set(used), branch(0),
      )),
      get(filled), constant(buffer.start), [subtract], set(used),
      get(target), get(used), [add], constant(8 + FOOTER), [add], constant(arena.end), [greaterThan], when([unreachable]),
      constant(cells), get(target), get(used), [add], constant(7 + FOOTER), [add], constant(-8), [and], store(8),
      constant(cells), load(8), constant(FOOTER), [subtract], get(pointer), store(),
      constant(cells), load(8), constant(FOOTER), [subtract], get(caller), store(4),
      constant(cells), load(8), constant(FOOTER), [subtract], get(target), store(8),
      get(caller), get(target), get(used), [add], store(4),
    ),
    [get(caller), get(target), get(used), add, store()].flat(),
    [constant(buffer.start), set(from)].flat(),
    block(loop(
      get(from), get(filled), [atLeast], branchIf(1),
      get(target), get(from), load64, store64,
      get(target), constant(8), [add], set(target),
      get(from), constant(8), [add], set(from),
      branch(0),
    )),
  );
}

// The module as it is to be.

const { start: memoryAt } = section(5);
expect(module[memoryAt] === 1 && module[memoryAt + 1] === 0, "its memory has a limit");
const [pages, memoryEnd] = unsigned(memoryAt + 2);
const cells = pages << 16;
const buffer = { start: cells + 16, end: cells + BUFFER_BYTES };
const arena = { start: buffer.end, end: buffer.end + ARENA_BYTES };

const { start: globals } = section(6);
expect(module.toString("hex", globals, globals + 9) === "037f014180808008" + "0b", "its stack is elsewhere");

const code = section(10);
const first = importedFunctions();
const exported = exportedFunctions();
const [starting, stopping] = ["asyncify_start_unwind", "asyncify_stop_unwind"].map((name) => exported[name] - first);

const bodies = [];
let at = unsigned(code.start)[1];
for (const functions = unsigned(code.start)[0]; bodies.length < functions; ) {
  const [size, start] = unsigned(at);
  bodies.push({ at, start, end: start + size });
  at = start + size;
}
const hex = ({ start, end }) => module.toString("hex", start, end);
expect(hex(bodies[starting]) === "004101240120002402230228020023022802044b0440000b0b", "asyncify_start_unwind is another");
expect(hex(bodies[stopping]) === "0041002401230228020023022802044b0440000b0b", "asyncify_stop_unwind is another");

// The two buffers of fixed places are found by the calls that name them.
const callOfStart = [0x10, ...uleb(exported.asyncify_start_unwind)];
const named = [];
for (const { start, end } of bodies) {
  const body = module.subarray(start, end);
  for (let call = body.indexOf(Buffer.from(callOfStart)); call !== -1; call = body.indexOf(Buffer.from(callOfStart), call + 1)) {
    const before = body.subarray(0, call).lastIndexOf(0x41);
    const [value, after] = unsigned(start + before + 1);
    if (after === start + call) named.push(value);
  }
}
expect(named.length === 2, `its buffers are ${named.join(", ")}`);
const [scan, jump] = named.sort((a, b) => a - b);

const replaced = new Map([
  [bodies[starting], startUnwind({ cells, buffer })],
  [bodies[stopping], stopUnwind({ cells, buffer, arena, scan, jump })],
]);
const codeParts = [];
let kept = code.start;
for (const [body, bytes] of [...replaced].sort(([a], [b]) => a.at - b.at)) {
  codeParts.push(module.subarray(kept, body.at), Buffer.from(bytes));
  kept = body.end;
}
codeParts.push(module.subarray(kept, code.end));

const contents = {
  5: [Buffer.from([1, 0, ...uleb(arena.end >>> 16)]), module.subarray(memoryEnd, section(5).end)],
  10: codeParts,
};
const parts = [module.subarray(0, 8)];
for (const { id, start, end } of sections()) {
  const content = contents[id] ?? [module.subarray(start, end)];
  const size = content.reduce((sum, part) => sum + part.length, 0);
  parts.push(Buffer.from([id, ...uleb(size)]), ...content);
}
writeFileSync(output, Buffer.concat(parts));

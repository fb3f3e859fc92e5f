(globalThis.process?.exit ?? globalThis.std?.exit ?? globalThis.exit)(0);

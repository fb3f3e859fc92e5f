console.log(new Date().toISOString().slice(0, 10));
console.log(Date.now(), Math.random(), Math.random());
console.log(globalThis.performance?.now?.(), globalThis.crypto?.randomUUID?.());

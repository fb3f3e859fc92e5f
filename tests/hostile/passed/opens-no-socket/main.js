for (const name of ["WebSocket", "Worker", "SharedWorker", "WebAssembly", "EventSource"]) {
  if (name in globalThis) console.log("FOUND", name);
}
console.log("done");

const found = [];
if (globalThis.marker || Array.prototype.marker || Object.marker) found.push("a patch");
console.log(found.length ? found : "clean");

globalThis.marker = "marker-7c1e93";
Array.prototype.marker = Object.marker = globalThis.marker;
globalThis.hoard = Array.from({ length: 100 }, () => globalThis.marker.repeat(1000));

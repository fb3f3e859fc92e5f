type Shape =
  | { kind: "circle"; radius: number }
  | { kind: "square"; side: number };

function area(shape: Shape): never {
  throw new Error(`no area of ${(shape as Shape).kind}`);
}

try {
  area({ kind: "circle", radius: 1 });
} catch (error: unknown) {
  const [, frame] = /(main\.ts:\d+)/.exec((error as Error).stack ?? "") ?? [];
  console.log(frame);
}

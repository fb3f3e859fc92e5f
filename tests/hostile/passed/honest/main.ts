interface Description {
  readonly number: number;
  names: string[];
  even: boolean;
  root: number;
  note?: string;
}

export function add(a: number, b: number): number {
  return a + b;
}

export function reverse(text: string): string {
  return [...text].reverse().join("");
}

export function describe<T extends number>(number: T): Description {
  return { number, names: ["one", "ein"], even: false, root: 1, note: undefined } satisfies Description;
}

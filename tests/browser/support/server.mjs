// The built server, as a person would start it: on a port of its own, with a data folder of its own.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** The root of the content: the repository, unless said otherwise. */
export const content = process.env.BACKROAD_CONTENT ?? fileURLToPath(new URL("../../..", import.meta.url));

/** The small content of the integration tests, which has one of what the lessons may not have yet. */
export const fixtures = fileURLToPath(new URL("../../fixtures/content", import.meta.url));

const target = path.resolve(content, process.env.CARGO_TARGET_DIR ?? "target");
const program = process.env.BACKROAD ?? path.join(target, "debug/backroad");

/** Until a server answers, or has ended. Reading the interpreters takes seconds on a busy machine. */
const PATIENCE_MS = 120_000;

/** A server that can be stopped and started again on the same data, at the same address. */
export class Server {
  static async start(served = content) {
    const server = new Server();
    server.content = served;
    server.data = await mkdtemp(path.join(tmpdir(), "backroad-browser-"));
    server.port = await freePort();
    server.address = `http://127.0.0.1:${server.port}`;
    await server.run();
    return server;
  }

  async run() {
    this.log = "";
    const options = ["serve", "--addr", `127.0.0.1:${this.port}`, "--data", this.data, "--content", this.content];
    this.process = spawn(program, options, {
      env: {
        ...process.env,
        BACKROAD_SITE: process.env.BACKROAD_SITE ?? path.join(target, "site"),
        BACKROAD_RUNTIMES: process.env.BACKROAD_RUNTIMES ?? path.join(target, "runtimes"),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.ended = new Promise((resolve, reject) => {
      this.process.once("error", reject);
      this.process.once("exit", resolve);
    });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream.on("data", (chunk) => (this.log += chunk));
    }
    let over = false;
    this.ended.then(() => (over = true), () => (over = true));
    const patience = Date.now() + PATIENCE_MS;
    for (;;) {
      const answer = await fetch(`${this.address}/healthz`).catch(() => null);
      if (answer?.ok) return;
      if (over || Date.now() > patience) throw new Error(`${program} does not serve:\n${this.log}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** `backroad user …` on the data of this server, as whoever runs it does. */
  user(...options) {
    return promisify(execFile)(program, ["user", "--data", this.data, ...options]);
  }

  async restart() {
    await this.end();
    await this.run();
  }

  async stop() {
    await this.end();
    await rm(this.data, { recursive: true });
  }

  async end() {
    this.process.kill("SIGTERM");
    await this.ended;
  }
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

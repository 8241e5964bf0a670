// Starts what the stories need, once for each browser at work: stand-ins for the register and the publisher and, unless one is
// given, a server.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startPublisher } from "./publisher";
import { startRegister } from "./register";
import type { Server } from "./server";

const START_MS = 180_000;
const STOP_MS = 20_000;
const PROFILES = "1500";

export default async function environment(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.CARNET_E2E_URL;
  const wanted = given ? 1 : project.config.maxWorkers;
  const started = await Promise.allSettled(Array.from({ length: wanted }, () => stage(given)));
  const stages = started.filter((one) => one.status === "fulfilled").map((one) => one.value);
  const stop = async () => {
    await Promise.all(stages.map((one) => one.stop()));
  };
  const failed = started.find((one) => one.status === "rejected");
  if (failed) {
    await stop();
    throw failed.reason;
  }
  project.provide(
    "servers",
    stages.map((one) => one.server),
  );
  return stop;
}

/** A server, unless one is given, and the outside systems it asks. */
async function stage(given?: string): Promise<{ server: Server; stop: () => Promise<void> }> {
  const register = await startRegister(Number(process.env.CARNET_E2E_REGISTER ?? 0));
  const publisher = await startPublisher(Number(process.env.CARNET_E2E_PUBLISHER ?? 0));
  const outside = async () => {
    await register.stop();
    await publisher.stop();
  };
  try {
    if (given) {
      const mail = needed("CARNET_E2E_MAIL");
      const url = given.replace(/\/$/, "");
      const program = process.env.CARNET_BIN ?? "carnet";
      return {
        server: { url, mail, publisher: publisher.url, program, data: null },
        stop: outside,
      };
    }
    const program = needed("CARNET_BIN");
    const own = await startServer(program, register.url, publisher.url);
    const stop = async () => {
      await own.stop();
      await outside();
    };
    const { url, data } = own;
    return {
      server: { url, mail: join(data, "mail"), publisher: publisher.url, program, data },
      stop,
    };
  } catch (error) {
    await outside();
    throw error;
  }
}

function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: see e2e/README.md`);
  return value;
}

async function startServer(binary: string, register: string, publisher: string) {
  const data = await mkdtemp(join(tmpdir(), "carnet-e2e-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  // The stories know the starter catalogue, whatever archive the machine has at hand.
  const { ROME_ARCHIVE: _, ...inherited } = process.env;
  const child = spawn(binary, ["serve", "--demo"], {
    cwd: new URL("../..", `${import.meta.url}/..`),
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...inherited,
      CARNET_LISTEN: `127.0.0.1:${port}`,
      CARNET_DATA: data,
      CARNET_LIMITS: "off",
      CARNET_METRICS_LISTEN: "off",
      CARNET_DEMO_PROFILES: PROFILES,
      CARNET_PUBLIC_URL: url,
      CARNET_SIRENE_URL: register,
      // Nothing is to be had yet: the starter catalogue is used, as on a machine of its own.
      CARNET_ROME_URL: publisher,
      CARNET_RNCP_URL: "off",
    },
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  }
  const stop = async () => {
    await ended(child);
    // What a story sees as "internal" is only told here.
    const errors = output
      .join("")
      .split("\n")
      .filter((line) => line.includes("ERROR"));
    if (errors.length > 0) console.error(`The server said:\n${errors.slice(-20).join("\n")}`);
    await rm(data, { recursive: true, force: true });
  };
  try {
    await ready(url, child);
  } catch (error) {
    await stop();
    throw new Error(`The server did not start: ${error}\n${output.join("").slice(-4000)}`);
  }
  return { url, data, stop };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + START_MS;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`exit code ${child.exitCode}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`not ready after ${START_MS / 1000} s`);
}

/** Asks the server to stop, and insists when it does not. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const insist = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await exit;
  clearTimeout(insist);
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

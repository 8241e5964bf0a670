// The database of the server, for what only days bring: a day is written back, and the timed job that watches it runs at once.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect } from "vitest";
import { server } from "./server";

const run = promisify(execFile);
const PROGRAMS = fileURLToPath(new URL("../../../script/postgres-bin", import.meta.url));
const PATIENCE_MS = 60_000;
/** Where the database of a folder lives that its account cannot reach. */
const SHARED_HOME = "/var/lib/carnet";
/** The line of its notice that says in which folder the socket is. */
const SOCKET_LINE = 4;

/** Asks the database; what it answers, cell by cell. */
export async function sql(statement: string): Promise<string> {
  const programs = (await run(PROGRAMS)).stdout.trim();
  const quiet = ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"];
  const asked = [...quiet, ...(await address()), "-c", statement];
  return (await run(join(programs, "psql"), asked)).stdout.trim();
}

/** Runs a timed job now, as if its hour had come, and waits for its end. */
export async function runNow(kind: string): Promise<void> {
  await sql(
    `INSERT INTO job (id, kind, key, payload, run_at, created_at)
     VALUES (gen_random_uuid(), '${kind}', 'timed', '{}', now(), now())
     ON CONFLICT ON CONSTRAINT job_kind_key_key DO UPDATE SET
       run_at = EXCLUDED.run_at, again = job.lease_until IS NOT NULL`,
  );
  const left = () => sql(`SELECT count(*) FROM job WHERE kind = '${kind}'`);
  await expect.poll(left, { timeout: PATIENCE_MS, interval: 200 }).toBe("0");
}

/** How to connect: to the database that was given, or to the one that the server runs for itself. */
async function address(): Promise<string[]> {
  if (process.env.DATABASE_URL) return ["-d", process.env.DATABASE_URL];
  const data = server().data ?? process.env.CARNET_DATA;
  if (!data) throw new Error("DATABASE_URL or CARNET_DATA is not set: see e2e/README.md");
  const sockets = await socketsIn(join(data, "postgres")).catch(async () =>
    socketsIn(join(SHARED_HOME, await stableName(data), "postgres")),
  );
  return ["-h", sockets, "-U", "carnet", "-d", "carnet"];
}

async function socketsIn(cluster: string): Promise<string> {
  const notice = await readFile(join(cluster, "postmaster.pid"), "utf8");
  return notice.split("\n")[SOCKET_LINE] ?? "";
}

/** As the server names a folder for good. */
async function stableName(data: string): Promise<string> {
  const path = await realpath(data);
  const digest = createHash("sha256").update(path).digest("hex").slice(0, 12);
  return `${basename(path)
    .replace(/[^a-zA-Z0-9]/g, "")
    .slice(0, 24)}-${digest}`;
}

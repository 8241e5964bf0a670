// Sends what waits: at most a thousand rows at once, those of the roll and those of paper apart.
import { api, unwrap } from "@/api/client";
import { type ApiProblem, asProblem } from "@/api/problem";
import type { RollCallResult } from "@/api/types";
import { leaving, type Method, refused, sendable, settled, type Waiting } from "./model/outbox";
import { outboxStore, type Place } from "./outboxStore";
import { at, SLOT } from "./queries";

const MOST_ROWS = 1000;
const METHODS: Method[] = ["trainer", "paper"];
/** What was said longer ago may have been said by somebody else than who is logged in now. */
const FRESH_MS = 10_000;

export interface Sender {
  person: string;
  place: Place;
  label: string;
  /** Rows that stand now, with the numbers of their marks. */
  onSaved?: (rows: readonly Waiting[], result: RollCallResult) => void;
}

/** The problem that keeps rows waiting; null when nothing waits any more but what somebody has to look at. */
export async function sendWaiting(sender: Sender): Promise<ApiProblem | null> {
  const { person, place } = sender;
  const rows = () => sendable(outboxStore.rows(person, place.slot));
  const isOld = ({ at: said, sent }: Waiting) => sent || Date.now() - said > FRESH_MS;
  try {
    if (rows().some(isOld) && !(await isStill(person))) return null;
    for (;;) {
      const waiting = rows();
      const method = METHODS.find((one) => waiting.some((row) => row.method === one));
      if (!method) return null;
      await sendSome(
        sender,
        method,
        waiting.filter((row) => row.method === method).slice(0, MOST_ROWS),
      );
    }
  } catch (error) {
    return asProblem(error);
  }
}

/** Whether the device still belongs to whoever said it. */
async function isStill(person: string): Promise<boolean> {
  const me = await unwrap(api.GET("/api/v1/me"));
  return me.id === person;
}

async function sendSome(sender: Sender, method: Method, rows: Waiting[]): Promise<void> {
  const { person, place, label } = sender;
  const update = (change: Parameters<typeof outboxStore.update>[3]) =>
    outboxStore.update(person, place, label, change);
  update((outbox) => leaving(outbox, rows));
  try {
    const body = { method, rows: rows.map(bodyOf) };
    const params = { path: at(place) };
    const result = await unwrap(api.PUT(`${SLOT}/attendance/marks`, { params, body }));
    sender.onSaved?.(rows, result);
    update((outbox) => settled(outbox, rows, result));
  } catch (error) {
    const problem = asProblem(error);
    // It passes, or somebody has to log in again: the rows go on waiting.
    if (problem.temporary || problem.status === 401) throw problem;
    const faults = faultsOf(problem, rows);
    // Without a fault of their own, all of them are refused for the same reason.
    const stopped = faults.size > 0 ? rows.filter((row) => faults.has(row)) : rows;
    update((outbox) =>
      refused(outbox, stopped, (row) => faults.get(row) ?? problem.detail ?? problem.message),
    );
  }
}

const bodyOf = (row: Waiting) => ({
  enrolment_id: row.enrolment,
  part: row.part,
  seen_number: row.seen,
  client_key: row.key,
  ...row.said,
  ...(row.proof ? { proof_file_id: row.proof } : {}),
});

/** The rows that a problem points at, each with what is wrong with it. */
function faultsOf(problem: ApiProblem, rows: Waiting[]): Map<Waiting, string> {
  const found = new Map<Waiting, string>();
  for (const { pointer, message } of problem.errors) {
    const row = rows[Number(/^\/rows\/(\d+)\b/.exec(pointer)?.[1])];
    if (row && !found.has(row)) found.set(row, message);
  }
  return found;
}

// An attempt while it runs: typed here, saved at once, kept on this device until it has arrived, and told apart from what another
// tab or device answers.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useConnected } from "@/api/connection";
import { type ApiProblem, asProblem, ILLEGAL } from "@/api/problem";
import { sessionStore } from "@/lib/sessionStore";
import { type AttemptDoor, attemptQuery, type ReadAttempt } from "./attemptDoors";
import {
  batchOf,
  changed,
  type Entry,
  keptOf,
  merged,
  type Sheet,
  settled,
  waitingOf,
} from "./model/answers";
import { type Reading, readingOf } from "./model/countdown";

const PAUSE_MS = 1_200;
/** Whoever types without a pause is saved all the same. */
const LONGEST_MS = 4_000;
const RETRY_MS = 5_000;
const KEPT = { group: "quiz:", most: 5 };
/** The attempt is over: handed in here or elsewhere, or by the clock. */
const OVER = ["attempt_over", ILLEGAL];

export type SaveState = "saved" | "waiting" | "saving" | "offline" | "refused";

export interface RunningAttempt {
  sheet: Sheet;
  reading: Reading;
  state: SaveState;
  /** What the server refused, with its places; null when it took everything. */
  problem: ApiProblem | null;
  /** What is wrong with the answer to this question. */
  faultOf: (question: string) => string | null;
  /** Questions that were answered elsewhere meanwhile. */
  replaced: string[];
  forgetReplaced: () => void;
  change: (question: string, patch: Partial<Pick<Entry, "answer" | "flagged">>) => void;
  /** Hands it in with what is not saved yet; throws what went wrong. */
  submit: () => Promise<void>;
  /** Its time is over: hands it in, or reads what the server's clock has done. */
  expire: () => Promise<void>;
}

export function useAttempt(given: AttemptDoor, read: ReadAttempt): RunningAttempt {
  const { attempt } = read;
  // An attempt stays behind its door: whoever draws may name it anew each time.
  const [door] = useState(given);
  const name = `quiz:${door.name}`;
  const cache = useQueryClient();
  const connected = useConnected();
  const [first] = useState(() => merged(keptOf(sessionStore.read(name)), attempt.questions));
  const [sheet, setSheet] = useState<Sheet>(first.sheet);
  const [replaced, setReplaced] = useState<string[]>(first.replaced);
  const [reading, setReading] = useState(() => readingOf(attempt, read.at));
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [faults, setFaults] = useState<Record<string, string>>({});
  // What timers read: the newest state, whichever was drawn last.
  const latest = useRef(sheet);
  const running = useRef<Promise<void> | null>(null);
  /** Since when something waits, by the steady counter. */
  const since = useRef<number | null>(null);

  const write = useCallback(
    (next: Sheet) => {
      latest.current = next;
      setSheet(next);
      if (next.unsent.length === 0) sessionStore.remove(name);
      else sessionStore.write(name, waitingOf(next), KEPT);
    },
    [name],
  );

  const reread = useCallback(async () => {
    const anew = await door.read();
    if (anew.attempt.state !== "started") {
      sessionStore.remove(name);
      cache.setQueryData(attemptQuery(door).queryKey, anew);
      return;
    }
    setReading(readingOf(anew.attempt, anew.at));
    const { sheet: next, replaced: more } = merged(latest.current, anew.attempt.questions);
    write(next);
    if (more.length > 0) setReplaced(more);
  }, [cache, door, name, write]);

  const refuse = useCallback(
    async (error: unknown, sent: ReturnType<typeof batchOf>) => {
      const refusal = asProblem(error);
      if (refusal.temporary) return setFailed(true);
      if (OVER.includes(refusal.code)) {
        setProblem(refusal);
        return reread().catch(() => setFailed(true));
      }
      // A request with a fault saves nothing: the faulty answers stay here, the others leave without them.
      const found: Record<string, string> = {};
      for (const { pointer, message } of refusal.errors) {
        const place = /^\/answers\/(\d+)\//.exec(pointer)?.[1];
        const question = place ? sent[Number(place)]?.question_id : undefined;
        if (question) found[question] = message;
      }
      setFaults(found);
      if (Object.keys(found).length === 0) return setProblem(refusal);
      const { entries, unsent } = latest.current;
      write({ entries, unsent: unsent.filter((question) => !found[question]) });
    },
    [reread, write],
  );

  const flush = useCallback((): Promise<void> => {
    if (running.current) return running.current;
    const sent = batchOf(latest.current);
    if (sent.length === 0) return Promise.resolve();
    setBusy(true);
    since.current = null;
    const run = async () => {
      try {
        const kept = await door.save(sent);
        setFailed(false);
        setProblem(null);
        setReading(readingOf(kept, performance.now()));
        const { sheet: next, doubtful } = settled(latest.current, sent, kept);
        write(next);
        if (doubtful) await reread();
      } catch (error) {
        await refuse(error, sent);
      } finally {
        running.current = null;
        setBusy(false);
      }
    };
    running.current = run();
    return running.current;
  }, [door, refuse, reread, write]);

  const waits = sheet.unsent.length > 0;
  // Saved shortly after the last change; what failed is tried again, at once when the connection is back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change begins the pause anew
  useEffect(() => {
    if (!waits || busy || !connected) return;
    since.current ??= performance.now();
    const patience = Math.max(0, LONGEST_MS - (performance.now() - since.current));
    const pause = failed ? RETRY_MS : Math.min(PAUSE_MS, patience);
    const timer = setTimeout(() => void flush(), pause);
    return () => clearTimeout(timer);
  }, [sheet, waits, busy, failed, connected, flush]);

  // Whoever leaves the page, or comes back to it after a while, saves and reads the clock anew.
  useEffect(() => {
    const seen = () => {
      void flush();
      if (document.visibilityState === "visible") reread().catch(() => undefined);
    };
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, [flush, reread]);

  const submit = async () => {
    await running.current;
    const anew = await door.submit(batchOf(latest.current));
    sessionStore.remove(name);
    cache.setQueryData(attemptQuery(door).queryKey, anew);
  };

  const expire = async () => {
    try {
      await submit();
    } catch {
      // The clock was faster, or nothing can be sent now: what the server says of it is read.
      await reread().catch(() => setFailed(true));
    }
  };

  const refused = problem !== null || Object.keys(faults).length > 0;
  return {
    sheet,
    reading,
    state: stateOf({ waits, busy, failed, connected, refused }),
    problem,
    faultOf: (question) => faults[question] ?? null,
    replaced,
    forgetReplaced: () => setReplaced([]),
    change: (question, patch) => {
      setFaults(({ [question]: _gone, ...rest }) => rest);
      write(changed(latest.current, question, patch));
    },
    submit,
    expire,
  };
}

interface Signs {
  waits: boolean;
  busy: boolean;
  failed: boolean;
  connected: boolean;
  refused: boolean;
}

export function stateOf({ waits, busy, failed, connected, refused }: Signs): SaveState {
  if (refused) return "refused";
  if (waits && (failed || !connected)) return "offline";
  if (busy) return "saving";
  return waits ? "waiting" : "saved";
}

// A training being written: what was read, what is typed, what the server said of it.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type ApiProblem, asProblem, ILLEGAL, STALE } from "@/api/problem";
import type { Training } from "@/api/types";
import { bodyOf, type Draft, draftOf, EMPTY, same } from "./model/draft";
import { ELSEWHERE, type Faults, NO_FAULTS, placeFaults, stillStanding } from "./model/faults";
import { type Merged, reapply } from "./model/merge";
import { useTrainingChanges } from "./queries";

export type Edit = (change: (draft: Draft) => Draft) => void;
/** What may be done to a training as a whole. */
export type Step = "publish" | "archive" | "restore" | "discard";

interface State {
  /** What was read or last saved; null while the training is new. */
  base: Training | null;
  draft: Draft;
  faults: Faults;
}

const stateOf = (base: Training | null): State => ({
  base,
  draft: base ? draftOf(base.content) : EMPTY,
  faults: NO_FAULTS,
});

const contentOf = (base: Training | null): Draft => (base ? draftOf(base.content) : EMPTY);

export type Editor = ReturnType<typeof useEditor>;

export function useEditor(organisation: string, read: Training | null) {
  const changes = useTrainingChanges(organisation);
  const [state, setState] = useState(() => stateOf(read));
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  /** What somebody else saved meanwhile. */
  const [theirs, setTheirs] = useState<Training | null>(null);
  /** What was typed here, put aside when the other version was taken. */
  const [aside, setAside] = useState<Draft | null>(null);
  const [savedAt, setSavedAt] = useState(0);
  const { base, draft, faults } = state;
  const dirty = useMemo(() => !same(draft, contentOf(base)), [draft, base]);
  // Read when leaving the page: a training that was just saved lets go at once.
  const unsaved = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a save lets go of it, and what is typed meanwhile holds it again
  useEffect(() => {
    unsaved.current = dirty || aside !== null;
  }, [dirty, aside, base]);

  // A newer version that arrives while nothing is typed takes the place of the one on screen.
  useEffect(() => {
    if (dirty || pending || theirs || !read || !base) return;
    if (read.id === base.id && read.version > base.version) setState(stateOf(read));
  }, [read, base, dirty, pending, theirs]);

  const edit: Edit = useCallback((change) => {
    setState((now) => {
      const next = change(now.draft);
      if (next === now.draft) return now;
      return { ...now, draft: next, faults: stillStanding(now.faults, now.draft, next) };
    });
  }, []);

  /** What somebody else made of the training, when that is why a change was refused. */
  const changedMeanwhile = async ({ code, current }: ApiProblem): Promise<Training | null> => {
    if (code === STALE) return current as Training | null;
    if (code !== ILLEGAL || !base) return null;
    const now = await changes.read(base.id).catch(() => null);
    return now && now.version > base.version ? now : null;
  };

  const refuse = async (error: unknown, sent: Draft) => {
    const refusal = asProblem(error);
    const changed = await changedMeanwhile(refusal);
    if (changed) {
      setTheirs(changed);
      return;
    }
    const found = placeFaults(refusal.errors, sent);
    setState((now) => ({ ...now, faults: found }));
    setProblem(refusal.errors.length === 0 || ELSEWHERE in found ? refusal : null);
  };

  /** Sends something; null when it was refused, and the page says why. What is typed beyond `sent` stays. */
  const attempt = async (sent: Draft, send: () => Promise<Training>): Promise<Training | null> => {
    setPending(true);
    setProblem(null);
    try {
      const view = await send();
      unsaved.current = false;
      setState((now) => ({
        base: view,
        draft: reapply(sent, now.draft, draftOf(view.content)).draft,
        faults: NO_FAULTS,
      }));
      return view;
    } catch (error) {
      await refuse(error, sent);
      return null;
    } finally {
      setPending(false);
    }
  };

  const save = async (): Promise<Training | null> => {
    const view = await attempt(draft, () =>
      base ? changes.write(base, bodyOf(draft)) : changes.create(bodyOf(draft)),
    );
    if (view) {
      setAside(null);
      setSavedAt((times) => times + 1);
    }
    return view;
  };

  const perform = async (step: Step, from = base): Promise<Training | null> => {
    if (!from) return null;
    // Discarding takes along what is typed; nothing else does.
    const sent = step === "discard" ? draft : contentOf(from);
    return attempt(sent, () => changes[step](from));
  };

  /** What is typed here put onto their version. */
  const merged = useMemo<Merged | null>(
    () => (theirs ? reapply(contentOf(base), draft, draftOf(theirs.content)) : null),
    [theirs, base, draft],
  );

  const settle = (next: Draft, kept: Draft | null) => {
    setState({ base: theirs, draft: next, faults: NO_FAULTS });
    setAside(kept);
    setTheirs(null);
  };

  return {
    organisation,
    base,
    draft,
    faults,
    dirty,
    /** Somebody archived it: it cannot be written until it is restored. */
    archived: base?.status === "archived",
    pending,
    problem,
    /** Counts saves, so that each one is announced. */
    savedAt,
    unsaved,
    edit,
    save,
    perform,
    remove: async () => {
      if (!base) return;
      await changes.remove(base);
      unsaved.current = false;
    },
    conflict: theirs && merged ? { theirs, merged } : null,
    takeTheirs: () =>
      theirs && merged && settle(draftOf(theirs.content), dirty ? merged.draft : null),
    reapplyMine: () => merged && settle(merged.draft, null),
    /** Something typed was put aside and can come back. */
    hasAside: aside !== null,
    bringBack: () => {
      if (aside) edit((now) => reapply(contentOf(base), now, aside).draft);
      setAside(null);
    },
    dropAside: () => setAside(null),
    /** Gives up what is typed. */
    drop: () => setState(stateOf(base)),
  };
}

// A training being written: what was read, what is typed, what the server said of it.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type ApiProblem, asProblem, STALE } from "@/api/problem";
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
  useEffect(() => {
    unsaved.current = dirty || aside !== null;
  }, [dirty, aside]);

  // A newer version that arrives while nothing is typed takes the place of the one on screen.
  useEffect(() => {
    if (read && base && read.id === base.id && read.version > base.version && !dirty && !pending) {
      setState(stateOf(read));
    }
  }, [read, base, dirty, pending]);

  const edit: Edit = useCallback((change) => {
    setState((now) => {
      const next = change(now.draft);
      if (next === now.draft) return now;
      return { ...now, draft: next, faults: stillStanding(now.faults, now.draft, next) };
    });
  }, []);

  const refuse = (error: unknown, sent: Draft) => {
    const refusal = asProblem(error);
    if (refusal.code === STALE && refusal.current) {
      setTheirs(refusal.current as Training);
      return;
    }
    const found = placeFaults(refusal.errors, sent);
    setState((now) => ({ ...now, faults: found }));
    setProblem(refusal.errors.length === 0 || ELSEWHERE in found ? refusal : null);
  };

  /** Sends something; null when it was refused, and the page says why. */
  const attempt = async (send: () => Promise<Training>): Promise<Training | null> => {
    const sent = draft;
    setPending(true);
    setProblem(null);
    try {
      const view = await send();
      unsaved.current = false;
      setState((now) => ({
        base: view,
        // What was typed while the answer was on its way stays.
        draft: reapply(sent, now.draft, draftOf(view.content)).draft,
        faults: NO_FAULTS,
      }));
      return view;
    } catch (error) {
      refuse(error, sent);
      return null;
    } finally {
      setPending(false);
    }
  };

  const save = async (): Promise<Training | null> => {
    const view = await attempt(() =>
      base ? changes.write(base, bodyOf(draft)) : changes.create(bodyOf(draft)),
    );
    if (view) {
      setAside(null);
      setSavedAt((times) => times + 1);
    }
    return view;
  };

  const perform = (step: Step, from: Training | null = base): Promise<Training | null> =>
    from ? attempt(() => changes[step](from)) : Promise.resolve(null);

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
  };
}

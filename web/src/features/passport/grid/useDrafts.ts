// The drafts of a grid, kept as long as its page is open.
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import {
  type CellDraft,
  type Drafts,
  fromProposal,
  type Key,
  type Proposed,
  without,
} from "../model/drafts";

export interface DraftsInHand {
  drafts: Drafts;
  put: (key: Key, draft: CellDraft) => void;
  drop: (keys: readonly Key[]) => void;
  /** Starts from what is in the cell now. */
  rebase: (key: Key, version: number) => void;
  /** Takes up what results propose. */
  take: (proposed: readonly Proposed[]) => void;
  /** Whether something would be lost by leaving. */
  unsaved: RefObject<boolean>;
}

export function useDrafts(): DraftsInHand {
  const [drafts, setDrafts] = useState<Drafts>({});
  const unsaved = useRef(false);
  useEffect(() => {
    unsaved.current = Object.keys(drafts).length > 0;
  }, [drafts]);
  const changes = useMemo(
    () => ({
      put: (key: Key, draft: CellDraft) => setDrafts((all) => ({ ...all, [key]: draft })),
      drop: (keys: readonly Key[]) => setDrafts((all) => without(all, keys)),
      rebase: (key: Key, version: number) =>
        setDrafts((all) => {
          const draft = all[key];
          return draft ? { ...all, [key]: { ...draft, version } } : all;
        }),
      take: (proposed: readonly Proposed[]) =>
        setDrafts((all) => ({
          ...all,
          ...Object.fromEntries(proposed.map((one) => [one.key, fromProposal(one)])),
        })),
    }),
    [],
  );
  return { drafts, ...changes, unsaved };
}

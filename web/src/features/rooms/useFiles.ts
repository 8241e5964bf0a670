// Files that go with a message: several at a time, each on its way, refused or there.
import { useEffect, useRef, useState } from "react";
import { discardFile, MY_FILES, uploadFile } from "@/api/files";
import type { FileCard } from "@/api/types";

export const MOST_FILES = 10;

export interface Attached {
  key: string;
  name: string;
  file: File;
  /** How much of it has left, from 0 to 1. */
  share: number;
  card: FileCard | null;
  /** Why it was refused. */
  error: unknown;
}

export function useFiles() {
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const underway = useRef(new Map<string, AbortController>());

  // Whoever leaves the page gives up what is under way.
  useEffect(() => {
    const all = underway.current;
    return () => {
      for (const controller of all.values()) controller.abort();
    };
  }, []);

  const change = (key: string, to: Partial<Attached>) =>
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));

  const start = async (key: string, file: File) => {
    const controller = new AbortController();
    underway.current.set(key, controller);
    change(key, { share: 0, error: null });
    try {
      const card = await uploadFile(MY_FILES, file, {
        signal: controller.signal,
        onProgress: (share) => change(key, { share }),
      });
      if (!controller.signal.aborted) change(key, { card, share: 1 });
    } catch (error) {
      if (!controller.signal.aborted) change(key, { error });
    } finally {
      underway.current.delete(key);
    }
  };

  return {
    files,
    add: (chosen: readonly File[]) => {
      const fresh = chosen.map((file) => ({
        key: crypto.randomUUID(),
        name: file.name,
        file,
        share: 0,
        card: null,
        error: null,
      }));
      setFiles((all) => [...all, ...fresh]);
      for (const { key, file } of fresh) void start(key, file);
    },
    retry: (one: Attached) => void start(one.key, one.file),
    remove: (one: Attached) => {
      underway.current.get(one.key)?.abort();
      // What cannot be taken back now goes by itself within a day.
      if (one.card) discardFile(one.card.id).catch(() => undefined);
      setFiles((all) => all.filter(({ key }) => key !== one.key));
    },
    /** They go with the message. */
    clear: () => setFiles([]),
  };
}

// One upload at a time: sending, cancelled, refused, sent.
import { useEffect, useRef, useState } from "react";
import { uploadFile } from "@/api/files";
import type { FileCard } from "@/api/types";

export interface Upload {
  /** The file on its way, and how much of it has left; null when none is. */
  sending: { name: string; share: number } | null;
  /** Why the last one was refused. */
  error: unknown;
  start: (file: File) => Promise<void>;
  cancel: () => void;
  /** Sends the refused file again; null when none was. */
  retry: (() => Promise<void>) | null;
  /** Forgets the refusal. */
  forget: () => void;
}

export function useUpload(path: string, onSent: (card: FileCard) => void): Upload {
  const [sending, setSending] = useState<Upload["sending"]>(null);
  const [refused, setRefused] = useState<{ file: File; error: unknown } | null>(null);
  const underway = useRef<AbortController | null>(null);

  // Whoever leaves the page gives the upload up.
  useEffect(() => () => underway.current?.abort(), []);

  const start = async (file: File) => {
    const controller = new AbortController();
    underway.current?.abort();
    underway.current = controller;
    setRefused(null);
    setSending({ name: file.name, share: 0 });
    try {
      const card = await uploadFile(path, file, {
        signal: controller.signal,
        onProgress: (share) => setSending({ name: file.name, share }),
      });
      if (controller.signal.aborted) return;
      setSending(null);
      onSent(card);
    } catch (error) {
      if (controller.signal.aborted) return;
      setSending(null);
      setRefused({ file, error });
    }
  };

  const cancel = () => {
    underway.current?.abort();
    setSending(null);
  };

  return {
    sending,
    error: refused?.error ?? null,
    start,
    cancel,
    retry: refused ? () => start(refused.file) : null,
    forget: () => setRefused(null),
  };
}

// Files that the server draws or keeps, with the name it gives them.
import { useMutation } from "@tanstack/react-query";
import { saveFile } from "@/lib/save";
import { unwrap } from "./client";

export interface Download {
  content: Blob;
  name: string;
}

interface Outcome {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** The name in a `Content-Disposition` header: the one in UTF-8 first, as RFC 6266 asks. */
export function nameIn(header: string | null): string | null {
  const encoded = /filename\*\s*=\s*UTF-8''([^;\s]+)/i.exec(header ?? "")?.[1];
  if (encoded) {
    try {
      return decodeURIComponent(encoded);
    } catch {
      // A name that cannot be read is no reason to lose the file.
    }
  }
  return /filename\s*=\s*"([^"]+)"/i.exec(header ?? "")?.[1] ?? null;
}

/** The bytes of an answer asked for as a blob; throws the problem otherwise. */
export async function downloaded(call: Promise<Outcome>, otherwise: string): Promise<Download> {
  const outcome = await call;
  const content = (await unwrap(Promise.resolve(outcome))) as Blob;
  return {
    content,
    name: nameIn(outcome.response.headers.get("content-disposition")) ?? otherwise,
  };
}

/** Hands what is downloaded to the browser; with whether it is under way and why it failed. */
export const useDownload = <T>(download: (wanted: T) => Promise<Download>) =>
  useMutation({
    mutationFn: async (wanted: T) => {
      const { content, name } = await download(wanted);
      saveFile(content, name);
    },
  });

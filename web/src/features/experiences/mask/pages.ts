// The pages of a proof, drawn one at a time: a picture is one page; a PDF is read by a library that is loaded only for it.
import { MOST_PAGES } from "./zones";

export interface Pages {
  count: number;
  /** Whether what is drawn is the page itself; else a blank sheet stands for it. */
  drawn: boolean;
  /** Draws a page, so many pixels wide at most. */
  draw: (page: number, canvas: HTMLCanvasElement, width: number) => Promise<void>;
  close: () => void;
}

/** A4. */
const SHEET_RATIO = 297 / 210;

/** Sheets that stand for pages which cannot be shown: how many there are is not known. */
const blank: Pages = {
  count: MOST_PAGES,
  drawn: false,
  draw: async (_, canvas, width) => {
    canvas.width = width;
    canvas.height = Math.round(width * SHEET_RATIO);
    const pen = canvas.getContext("2d");
    if (!pen) return;
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
  },
  close: () => undefined,
};

async function picture(content: Blob): Promise<Pages> {
  // Turned as the camera was held: the server masks it as it is shown.
  const bitmap = await createImageBitmap(content, { imageOrientation: "from-image" });
  return {
    count: 1,
    drawn: true,
    draw: async (_, canvas, width) => {
      const scale = Math.min(1, width / bitmap.width);
      canvas.width = Math.max(1, Math.round(bitmap.width * scale));
      canvas.height = Math.max(1, Math.round(bitmap.height * scale));
      canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    },
    close: () => bitmap.close(),
  };
}

/** Opens a proof to be looked at; what cannot be read is stood for by blank sheets. */
export async function openPages(content: Blob, mediaType: string): Promise<Pages> {
  try {
    if (mediaType.startsWith("image/")) return await picture(content);
    const { openPdf } = await import("./pdf");
    return await openPdf(await content.arrayBuffer());
  } catch {
    // Locked, damaged, or a browser too old: zones can still be given by their place.
    return mediaType.startsWith("image/") ? { ...blank, count: 1 } : blank;
  }
}

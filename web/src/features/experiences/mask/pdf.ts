// Reads PDF files. Loaded only where one is looked at: the library is larger than a whole page of the app.
import { GlobalWorkerOptions, getDocument, version } from "pdfjs-dist/legacy/build/pdf.mjs";
import worker from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import type { Pages } from "./pages";
import { MOST_PAGES } from "./zones";

GlobalWorkerOptions.workerSrc = worker;

/** Where the decoders of scans are, as scripts: pages may not compile WebAssembly. The build puts them there. */
const DECODERS = import.meta.env.DEV ? "/node_modules/pdfjs-dist/wasm/" : `/assets/pdf-${version}/`;

/** Opens a PDF; rejects one that is locked or damaged. */
export async function openPdf(bytes: ArrayBuffer): Promise<Pages> {
  // Letters that the file does not bring along are those of the reader's own system.
  const task = getDocument({
    data: bytes,
    useSystemFonts: true,
    useWasm: false,
    wasmUrl: DECODERS,
  });
  const document = await task.promise;
  return {
    count: Math.min(document.numPages, MOST_PAGES),
    drawn: true,
    draw: async (number, canvas, width) => {
      const page = await document.getPage(number);
      const natural = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: width / natural.width });
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      await page.render({ canvas, viewport }).promise;
    },
    close: () => void task.destroy(),
  };
}

// A QR code as the outline of its dark modules, in units of one module.
import { encode } from "uqr";

export interface QrPath {
  size: number;
  path: string;
}

/** Runs of dark modules side by side are one rectangle: five times less to draw. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  let path = "";
  data.forEach((line, y) => {
    for (let x = 0; x < size; x++) {
      if (!line[x]) continue;
      const start = x;
      while (x + 1 < size && line[x + 1]) x++;
      path += `M${start} ${y}h${x + 1 - start}v1h-${x + 1 - start}z`;
    }
  });
  return { size, path };
}

/** The address that a scan opens when people leave. */
export function leavingUrl(url: string): string {
  const address = new URL(url);
  address.searchParams.set("sortie", "1");
  return address.toString();
}

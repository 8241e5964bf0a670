// A random key that this device keeps: it only tells that two signatures came from one device.
const KEY = "carnet-appareil";

let here: string | null = null;

const drawn = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

export function deviceKey(): string {
  if (here) return here;
  try {
    here = localStorage.getItem(KEY) ?? drawn();
    localStorage.setItem(KEY, here);
  } catch {
    // A browser that keeps nothing has a key for as long as the page is open.
    here ??= drawn();
  }
  return here;
}

// Bytes as text and back. What decodes two ways is refused: one text for one value, or a change could hide.

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** The text of these bytes; null when they are none. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** Bytes as letters of the same number, to be searched. */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return text;
}

export function hex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}

/** Bytes of hexadecimal digits that are known to be some. */
export function fromHex(digits: string): Uint8Array {
  const pairs = digits.match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

/** Bytes of a text in base64 with its padding. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    const letters = atob(text);
    // `atob` passes over white space and stray bits; a signature has one way to be written.
    if (btoa(letters) !== text) return null;
    return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Bytes of a text in base64url without padding. */
export function fromBase64Url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const padded = text.replaceAll("-", "+").replaceAll("_", "/");
  return fromBase64(padded + "=".repeat((4 - (text.length % 4)) % 4));
}

export function base64Url(bytes: Uint8Array): string {
  return btoa(latin1(bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

function fromBase58(text: string): Uint8Array | null {
  if (text.length > 4_096) return null;
  const bytes: number[] = [];
  for (const letter of text) {
    let carry = BASE58.indexOf(letter);
    if (carry < 0) return null;
    for (let at = 0; at < bytes.length; at += 1) {
      carry += (bytes[at] ?? 0) * 58;
      bytes[at] = carry & 0xff;
      carry >>= 8;
    }
    while (carry > 0) {
      bytes.push(carry & 0xff);
      carry >>= 8;
    }
  }
  const zeros = text.length - text.replace(/^1+/, "").length;
  return Uint8Array.from([...new Array<number>(zeros).fill(0), ...bytes.reverse()]);
}

/** Bytes of a multibase text: `z` for base58, `u` for base64url. */
export function fromMultibase(text: string): Uint8Array | null {
  if (text.startsWith("z")) return fromBase58(text.slice(1));
  return text.startsWith("u") ? fromBase64Url(text.slice(1)) : null;
}

export function concat(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const areSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

const isAt = (bytes: Uint8Array, needle: Uint8Array, at: number): boolean => {
  for (let offset = 0; offset < needle.length; offset += 1) {
    if (bytes[at + offset] !== needle[offset]) return false;
  }
  return true;
};

/** Where these letters first stand; -1 where they do not. */
export function indexOf(bytes: Uint8Array, letters: string, from = 0): number {
  const needle = utf8(letters);
  for (let at = from; at + needle.length <= bytes.length; at += 1) {
    if (isAt(bytes, needle, at)) return at;
  }
  return -1;
}

/** Where these letters last stand; -1 where they do not. */
export function lastIndexOf(bytes: Uint8Array, letters: string): number {
  const needle = utf8(letters);
  for (let at = bytes.length - needle.length; at >= 0; at -= 1) {
    if (isAt(bytes, needle, at)) return at;
  }
  return -1;
}

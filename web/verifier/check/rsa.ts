// RSASSA-PKCS1-v1_5 with SHA-256, verification only: what is computed here is public, so nothing needs constant time.
import { sha256 } from "@noble/hashes/sha2.js";
import { areSame, concat, fromHex, hex } from "./bytes";

/** What stands before the hash: that it is one of SHA-256 (RFC 8017, 9.2). */
const DIGEST_INFO = fromHex("3031300d060960864801650304020105000420");
const [FEWEST_BITS, MOST_BITS] = [2_048, 8_192] as const;

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${hex(bytes) || "0"}`);

function bytesOf(number: bigint, length: number): Uint8Array {
  const digits = number.toString(16).padStart(length * 2, "0");
  const byteAt = (at: number) => Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16);
  return Uint8Array.from({ length }, (_, at) => byteAt(at));
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, factor] = [1n, base % modulus];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) % modulus;
    factor = (factor * factor) % modulus;
  }
  return result;
}

/** Whether the key of this modulus and exponent signed this. */
export function verifiesRsa(
  signature: Uint8Array,
  message: Uint8Array,
  n: Uint8Array,
  e: Uint8Array,
): boolean {
  const [modulus, exponent] = [numberOf(n), numberOf(e)];
  const bits = modulus.toString(2).length;
  const length = Math.ceil(bits / 8);
  // An exponent beyond 33 bits is none that anybody uses, and would take for ever.
  if (bits < FEWEST_BITS || bits > MOST_BITS || signature.length !== length) return false;
  if (exponent < 3n || exponent >= 1n << 33n || exponent % 2n === 0n) return false;
  const number = numberOf(signature);
  if (number >= modulus) return false;
  const padding = new Uint8Array(length - DIGEST_INFO.length - 32 - 3).fill(0xff);
  const expected = concat(
    Uint8Array.of(0, 1),
    padding,
    Uint8Array.of(0),
    DIGEST_INFO,
    sha256(message),
  );
  return areSame(bytesOf(power(number, exponent, modulus), length), expected);
}

/** Modulus and exponent of a key as PKCS#1 writes it; null when it is none. */
export function readPkcs1(der: Uint8Array): { n: Uint8Array; e: Uint8Array } | null {
  const sequence = element(der, 0, 0x30);
  if (!sequence || sequence.end !== der.length) return null;
  const n = element(der, sequence.start, 0x02);
  const e = n && element(der, n.end, 0x02);
  if (!n || !e || e.end !== der.length) return null;
  return { n: der.subarray(n.start, n.end), e: der.subarray(e.start, e.end) };
}

function element(der: Uint8Array, at: number, tag: number): { start: number; end: number } | null {
  const first = der[at + 1];
  if (der[at] !== tag || first === undefined) return null;
  const extra = first < 0x80 ? 0 : first & 0x7f;
  if (extra > 3) return null;
  let length = extra === 0 ? first : 0;
  for (const byte of der.subarray(at + 2, at + 2 + extra)) length = length * 256 + byte;
  const start = at + 2 + extra;
  return start + length <= der.length ? { start, end: start + length } : null;
}

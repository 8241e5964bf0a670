// The platform's seal: Ed25519 over a purpose, a line end and the SHA-256 of what is sealed, in hexadecimal.
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 as digest } from "@noble/hashes/sha2.js";
import { fromBase64, hex, utf8 } from "./bytes";
import { hasExactly, isObject, type Json } from "./json";
import { type Said, said } from "./said";

export interface PublicKey {
  key_id: string;
  public_key: string;
}

export interface Seal {
  key_id: string;
  sha256: string;
  signature: string;
}

/** `content`: changed after it was sealed. `key`: no such key was given. `signature`: not by this key. */
export type SealFault = "content" | "key" | "signature";

export const sha256 = (content: string | Uint8Array): string =>
  hex(digest(typeof content === "string" ? utf8(content) : content));

export function isKey(value: Json | undefined): value is JsonKey {
  return (
    hasExactly(value, "key_id", "algorithm", "public_key") &&
    value.algorithm === "Ed25519" &&
    typeof value.key_id === "string" &&
    typeof value.public_key === "string"
  );
}

type JsonKey = { [name: string]: Json } & PublicKey;

/** The seal in a document; null when it is none. */
export function readSeal(value: Json | undefined): Seal | null {
  if (!hasExactly(value, "key_id", "sha256", "signature")) return null;
  const { key_id, sha256, signature } = value;
  const isText = typeof key_id === "string" && typeof sha256 === "string";
  return isText && typeof signature === "string" ? { key_id, sha256, signature } : null;
}

function isSigned(bytes: Uint8Array, message: string, key: Uint8Array): boolean {
  try {
    return ed25519.verify(bytes, utf8(message), key, { zip215: false });
  } catch {
    return false;
  }
}

/** Whether a known key signed the hash, whatever was hashed. */
export function signatureFault(seal: Seal, purpose: string, keys: PublicKey[]): SealFault | null {
  const key = keys.find((known) => known.key_id === seal.key_id);
  const bytes = key ? fromBase64(key.public_key) : null;
  // A file of keys that gives a key another's name proves nothing.
  if (!bytes || sha256(bytes).slice(0, 16) !== seal.key_id) return "key";
  const signature = fromBase64(seal.signature);
  const isGood = signature !== null && isSigned(signature, `${purpose}\n${seal.sha256}`, bytes);
  return isGood ? null : "signature";
}

/** Whether a known key sealed this text for this purpose. */
export function sealFault(
  seal: Seal,
  purpose: string,
  text: string,
  keys: PublicKey[],
): SealFault | null {
  return sha256(text) === seal.sha256 ? signatureFault(seal, purpose, keys) : "content";
}

const REASONS: Record<SealFault, Said> = {
  content: said(
    "le contenu a été modifié après avoir été scellé",
    "the content was changed after it was sealed",
  ),
  key: said("la clé n’est pas connue", "the key is not known"),
  signature: said("la signature n’est pas de cette clé", "the signature is not by this key"),
};

/** Says which seal does not hold, and why. */
export function ofSeal(fr: string, en: string, fault: SealFault): Said {
  const reason = REASONS[fault];
  return said(`${fr}\u00a0: ${reason.fr}.`, `${en}: ${reason.en}.`);
}

/** A whole file's hash with its own line or comment cut out: a changed byte and a forged signature look the same. */
export function wholeFault(
  sha256: string,
  mark: { key_id: string; signature: string },
  purpose: string,
  keys: PublicKey[],
): SealFault | null {
  const fault = signatureFault({ ...mark, sha256 }, purpose, keys);
  return fault === "signature" ? "content" : fault;
}

/** Whether a JSON is a list of a platform's keys. */
export const keysOf = (value: Json | undefined): PublicKey[] => {
  const keys = isObject(value) ? value.keys : undefined;
  return Array.isArray(keys) ? keys.filter(isKey) : [];
};

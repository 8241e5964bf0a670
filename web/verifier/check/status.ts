// The list that says which badges are revoked, a bit each.
import { gunzipSync } from "fflate";
import { fromMultibase } from "./bytes";
import { at, textAt } from "./json";
import type { GivenKeys } from "./keys";
import { credentialOf, isSigner, readToken, signerOf } from "./token";

export interface StatusList {
  url: string;
  bits: Uint8Array;
  asOf: string;
}

const [FEWEST, MOST] = [131_072 / 8, 32 * 1024 * 1024] as const;

/** Whether a bit is set; null when the list does not have it. The first index is the left-most bit. */
export function isSet({ bits }: StatusList, index: number): boolean | null {
  const byte = bits[Math.floor(index / 8)];
  return byte === undefined ? null : (byte & (0x80 >> (index % 8))) !== 0;
}

function decode(text: string): Uint8Array | null {
  const isPacked = (bytes: Uint8Array | null) => bytes?.[0] === 0x1f && bytes[1] === 0x8b;
  const plain = fromMultibase(text);
  // The `u` of multibase may lack, as in older drafts.
  const packed = isPacked(plain) ? plain : fromMultibase(`u${text}`);
  if (!packed) return null;
  try {
    const bits = gunzipSync(packed);
    return bits.length >= FEWEST && bits.length <= MOST ? bits : null;
  } catch {
    return null;
  }
}

/** Reads a signed status list; null when the file is none, or nobody trusted vouches for it. */
export function readStatusList(bytes: Uint8Array, keys: GivenKeys): StatusList | null {
  const token = readToken(bytes);
  const credential = token && credentialOf(token);
  if (!credential) return null;
  const subject = at(credential, "credentialSubject");
  const isList = textAt(subject, "type") === "BitstringStatusList";
  if (!isList || textAt(subject, "statusPurpose") !== "revocation") return null;
  const issuer = textAt(credential, "issuer") || textAt(credential, "issuer", "id");
  const signer = signerOf(token, issuer, keys);
  // A list that brings its own key could be anybody's.
  if (!isSigner(signer) || signer.kind === "itself") return null;
  const bits = decode(textAt(subject, "encodedList"));
  const [url, asOf] = [textAt(credential, "id"), textAt(credential, "validFrom")];
  return bits && url && asOf ? { url, bits, asOf } : null;
}

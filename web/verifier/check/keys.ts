// The keys that whoever checks trusts: a platform's list, a JWK, a set of them, a DID document.
import { ed25519 } from "@noble/curves/ed25519.js";
import { p256 } from "@noble/curves/nist.js";
import { concat, fromBase64, fromBase64Url, fromMultibase, textOf } from "./bytes";
import { at, isObject, type Json, listAt, parse, textAt } from "./json";
import { readPkcs1, verifiesRsa } from "./rsa";
import { isKey, type PublicKey } from "./seal";

export type Algorithm = "EdDSA" | "ES256" | "RS256";

/** A key that verifies tokens of its one algorithm. */
export interface VerifyingKey {
  algorithm: Algorithm;
  verifies(message: Uint8Array, signature: Uint8Array): boolean;
}

export interface NamedKey {
  kind: "platform" | "given";
  id: string | null;
  /** The issuer it belongs to, where its file says so: it verifies nobody else's badges. */
  owner: string | null;
  key: VerifyingKey;
}

export interface GivenKeys {
  platform: PublicKey[];
  named: NamedKey[];
}

const guarded =
  (verify: (message: Uint8Array, signature: Uint8Array) => boolean) =>
  (message: Uint8Array, signature: Uint8Array): boolean => {
    try {
      return verify(message, signature);
    } catch {
      return false;
    }
  };

const ed25519Key = (key: Uint8Array): VerifyingKey => ({
  algorithm: "EdDSA",
  verifies: guarded((message, signature) =>
    ed25519.verify(signature, message, key, { zip215: false }),
  ),
});

const p256Key = (key: Uint8Array): VerifyingKey => ({
  algorithm: "ES256",
  verifies: guarded(
    (message, signature) =>
      signature.length === 64 && p256.verify(signature, message, key, { lowS: false }),
  ),
});

const rsaKey = (n: Uint8Array, e: Uint8Array): VerifyingKey => ({
  algorithm: "RS256",
  verifies: guarded((message, signature) => verifiesRsa(signature, message, n, e)),
});

/** The key of a JWK; null when it is of no known kind. */
export function keyOfJwk(jwk: Json | undefined): VerifyingKey | null {
  const bytes = (name: string, length?: number): Uint8Array | null => {
    const read = fromBase64Url(textAt(jwk, name));
    return read && read.length > 0 && (length ?? read.length) === read.length ? read : null;
  };
  const [kind, curve] = [textAt(jwk, "kty"), textAt(jwk, "crv")];
  if (kind === "OKP" && curve === "Ed25519") {
    const x = bytes("x", 32);
    return x && ed25519Key(x);
  }
  if (kind === "EC" && curve === "P-256") {
    const [x, y] = [bytes("x", 32), bytes("y", 32)];
    return x && y && p256Key(concat(Uint8Array.of(4), x, y));
  }
  if (kind === "RSA") {
    const [n, e] = [bytes("n"), bytes("e")];
    return n && e && rsaKey(n, e);
  }
  return null;
}

/** A key in multibase, its kind before it; null when it is of no known kind. */
function keyOfMultibase(text: string): VerifyingKey | null {
  const bytes = fromMultibase(text);
  if (!bytes) return null;
  const [first, second] = bytes;
  const key = bytes.subarray(2);
  // The codes of the kinds, as multicodec writes them.
  if (first === 0xed && second === 0x01) return key.length === 32 ? ed25519Key(key) : null;
  if (first === 0x80 && second === 0x24) return key.length === 33 ? p256Key(key) : null;
  if (first === 0x85 && second === 0x24) {
    const rsa = readPkcs1(key);
    return rsa && rsaKey(rsa.n, rsa.e);
  }
  return null;
}

/** The key that a `did:key` is; null when it is none. */
export function keyOfDid(did: string): VerifyingKey | null {
  const name = /^did:key:([^#]+)/.exec(did)?.[1];
  return name === undefined ? null : keyOfMultibase(name);
}

export const noKeys = (): GivenKeys => ({ platform: [], named: [] });

export const withPlatform = (keys: GivenKeys, platform: PublicKey[]): GivenKeys => {
  const named = platform.flatMap((key): NamedKey[] => {
    const bytes = fromBase64(key.public_key);
    const owner = null;
    return bytes ? [{ kind: "platform", id: key.key_id, owner, key: ed25519Key(bytes) }] : [];
  });
  return { platform: [...keys.platform, ...platform], named: [...keys.named, ...named] };
};

/** These keys and those of a file; null when it holds none. */
export function withFile(keys: GivenKeys, bytes: Uint8Array): GivenKeys | null {
  const file = parse(textOf(bytes));
  if (!isObject(file)) return null;
  let [platform, named]: [PublicKey[], NamedKey[]] = [[], []];
  if (Array.isArray(file.verificationMethod)) {
    named = ofDidDocument(file);
  } else if (Array.isArray(file.keys)) {
    platform = file.keys.filter(isKey);
    named = file.keys.flatMap(ofJwk);
  } else {
    named = ofJwk(file);
  }
  if (platform.length + named.length === 0) return null;
  const all = withPlatform(keys, platform);
  return { ...all, named: [...all.named, ...named] };
}

function ofJwk(jwk: Json): NamedKey[] {
  const key = keyOfJwk(jwk);
  return key ? [{ kind: "given", id: textAt(jwk, "kid") || null, owner: null, key }] : [];
}

function ofDidDocument(document: Json): NamedKey[] {
  const owner = textAt(document, "id");
  return listAt(document, "verificationMethod").flatMap((method): NamedKey[] => {
    const jwk = at(method, "publicKeyJwk");
    const key =
      jwk === undefined ? keyOfMultibase(textAt(method, "publicKeyMultibase")) : keyOfJwk(jwk);
    return key && owner ? [{ kind: "given", id: textAt(method, "id") || null, owner, key }] : [];
  });
}

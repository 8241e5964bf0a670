// A token (JWS in compact form) taken apart, and the key that signed it.
import { fromBase64Url, textOf, utf8 } from "./bytes";
import { at, isObject, type Json, type JsonObject, parse, textAt } from "./json";
import { type GivenKeys, keyOfDid, keyOfJwk, type NamedKey, type VerifyingKey } from "./keys";

export interface Token {
  header: JsonObject;
  claims: JsonObject;
  /** What the signature is over. */
  signed: string;
  signature: Uint8Array;
}

/** Where the key came from that verified a token. */
export type Signer =
  | { kind: "platform" | "given"; id: string | null }
  | { kind: "issuer" }
  | { kind: "itself" };

/** Why no key verifies it. */
export type TokenFault = { header: string } | "no_key" | "signature";

const LONGEST = 1_048_576;

/** Takes a token apart; null when it is none. White space around it is passed over. */
export function readToken(bytes: Uint8Array): Token | null {
  const text = textOf(bytes)?.trim() ?? "";
  const parts = text.split(".");
  const [first, second, third] = parts;
  if (text.length > LONGEST || parts.length !== 3) return null;
  const header = objectOf(first ?? "");
  const claims = objectOf(second ?? "");
  const signature = fromBase64Url(third ?? "");
  if (!header || !claims || !signature) return null;
  return { header, claims, signed: `${first}.${second}`, signature };
}

function objectOf(text: string): JsonObject | null {
  const bytes = fromBase64Url(text);
  const value = bytes ? parse(textOf(bytes)) : undefined;
  return isObject(value) ? value : null;
}

/** The credential: the claims themselves, or what the older form wraps in `vc`. */
export const credentialOf = ({ claims }: Token): JsonObject =>
  isObject(claims.vc) ? claims.vc : claims;

function isNamed(named: NamedKey, kid: string): boolean {
  // In a DID document a name may be only its fragment.
  return named.id !== null && (named.id === kid || `${named.owner ?? ""}${named.id}` === kid);
}

/** Finds the key that signed a token of this issuer. */
export function signerOf(token: Token, issuer: string, given: GivenKeys): Signer | TokenFault {
  const algorithm = textAt(token.header, "alg");
  if (token.header.crit !== undefined) return { header: "crit" };
  if (!["EdDSA", "ES256", "RS256"].includes(algorithm))
    return { header: `alg ${algorithm || "?"}` };
  const message = utf8(token.signed);
  const isBy = (key: VerifyingKey) =>
    key.algorithm === algorithm && key.verifies(message, token.signature);
  const kid = at(token.header, "kid");
  const isPointed = typeof kid === "string" && given.named.some((named) => isNamed(named, kid));
  const candidates = given.named.filter(
    (named) =>
      (named.owner === null || named.owner === issuer) &&
      // A name points at one key; without a match any key given may have signed.
      (!isPointed || isNamed(named, kid as string)),
  );
  const found = candidates.find((named) => isBy(named.key));
  if (found) return { kind: found.kind, id: found.id };
  const own = keyOfDid(issuer);
  if (own) return isBy(own) ? { kind: "issuer" } : "signature";
  const jwk: Json | undefined = at(token.header, "jwk");
  if (jwk === undefined) return candidates.length > 0 ? "signature" : "no_key";
  const carried = keyOfJwk(jwk);
  return carried && isBy(carried) ? { kind: "itself" } : "signature";
}

export const isSigner = (found: Signer | TokenFault): found is Signer =>
  typeof found === "object" && "kind" in found;

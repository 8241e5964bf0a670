// The chain of a passport: each link names the one before it, and is sealed.
import { canonical, hasExactly, isObject, type Json } from "./json";
import { type Said, said } from "./said";
import { ofSeal, type PublicKey, readSeal, sealFault, sha256 } from "./seal";

const PURPOSE = "carnet.passport-link/1";

const chain = (fr: string, en: string): Said =>
  said(`Chaîne des inscriptions\u00a0: ${fr}.`, `The chain: ${en}.`);

/** Why the links are no chain; every fault is told. */
export function chainFaults(links: Json[], keys: PublicKey[]): Said[] {
  const faults: Said[] = [];
  let before: { sha256: string; at: string } | null = null;
  for (const [place, link] of links.entries()) {
    const number = place + 1;
    if (!isObject(link)) return [...faults, broken(number)];
    const { number: told, kind, subject, at, previous, content_sha256, seal: sealed } = link;
    const seal = readSeal(sealed);
    if (!seal || typeof at !== "string" || typeof content_sha256 !== "string") {
      return [...faults, broken(number)];
    }
    if (told !== number) faults.push(broken(number));
    if (previous !== (before?.sha256 ?? null)) {
      faults.push(
        chain(
          `le maillon ${number} ne suit pas le précédent`,
          `link ${number} does not follow the one before it`,
        ),
      );
    }
    if (before && at < before.at) {
      faults.push(
        chain(
          `le maillon ${number} est daté d’avant celui qu’il suit`,
          `link ${number} is dated before the one it follows`,
        ),
      );
    }
    if (link.content !== undefined && contentHash(link.content) !== content_sha256) {
      faults.push(
        chain(
          `ce que dit le maillon ${number} a été modifié`,
          `what link ${number} says was changed`,
        ),
      );
    }
    const text = canonical({
      number,
      at,
      content_sha256,
      kind: kind ?? null,
      subject: subject ?? null,
      previous: previous ?? null,
    });
    const fault = sealFault(seal, PURPOSE, text, keys);
    if (fault)
      faults.push(ofSeal(`Sceau du maillon ${number}`, `The seal of link ${number}`, fault));
    before = { sha256: seal.sha256, at };
  }
  return faults;
}

const broken = (number: number): Said =>
  chain(
    `le maillon ${number} manque ou figure deux fois`,
    `link ${number} is missing, or stands twice`,
  );

function contentHash(content: Json): string {
  return hasExactly(content, "salt", "fact") ? sha256(canonical(content)) : "";
}

// What somebody holds, checked without a connection. Pure: bytes, keys, status lists and the moment come in.
import { ATTENDANCE, CERTIFICATE, checkAttendance } from "./attendance";
import { checkBadge } from "./badge";
import { checkClaim, DISCLOSURE } from "./claims";
import type { GivenKeys } from "./keys";
import { checkPassport, PASSPORT, passportTold } from "./passport";
import { attachments, isPdf, pdfFault } from "./pdf";
import { type Answer, refused, type Said, said, UNREADABLE } from "./said";
import type { PublicKey } from "./seal";
import { formatOf } from "./signed";
import type { StatusList } from "./status";
import { readToken } from "./token";
import { checkZip, isZip } from "./zip";

export interface Means {
  keys: GivenKeys;
  lists: StatusList[];
  now: Date;
}

/** Checks a file; every fault is told. A file that no rule expects is refused, never passed over. */
export function check(bytes: Uint8Array, means: Means): Answer {
  try {
    return answer(bytes, means);
  } catch {
    return refused(UNREADABLE);
  }
}

function answer(bytes: Uint8Array, means: Means): Answer {
  const keys = means.keys.platform;
  if (isZip(bytes)) return checkZip(bytes, keys);
  if (isPdf(bytes)) return checkPdf(bytes, keys);
  const token = readToken(bytes);
  if (token) return checkBadge(token, means.keys, means.lists, means.now);
  if (formatOf(bytes) === DISCLOSURE) return checkClaim(bytes, keys, dayInParis(means.now));
  return checkJson(bytes, keys, false);
}

function checkJson(bytes: Uint8Array, keys: PublicKey[], isInPdf: boolean): Answer {
  switch (formatOf(bytes)) {
    case PASSPORT: {
      const passport = checkPassport(bytes, keys);
      return Array.isArray(passport)
        ? refused(...passport)
        : passportTold(passport, isInPdf ? "pdf" : "json");
    }
    case ATTENDANCE:
    case CERTIFICATE:
      return checkAttendance(bytes, keys, isInPdf);
    default:
      return refused(UNREADABLE);
  }
}

function checkPdf(bytes: Uint8Array, keys: PublicKey[]): Answer {
  const faults: Said[] = [];
  const fault = pdfFault(bytes, keys);
  if (fault) faults.push(fault);
  const json = attachments(bytes).find((file) => formatOf(file) !== "");
  if (!json) {
    const none = said(
      "Le PDF ne contient aucun document signé.",
      "The PDF holds no signed document.",
    );
    return refused(...faults, none);
  }
  const found = checkJson(json, keys, true);
  if (!found.isHeld) return refused(...faults, ...found.faults);
  return faults.length > 0 ? refused(...faults) : found;
}

/** The day in Paris, as documents write days. */
function dayInParis(now: Date): string {
  const format = new Intl.DateTimeFormat("fr-FR", {
    timeZone: "Europe/Paris",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`;
}

// Sentences that several kinds of files share.
import { dayIn, type Said, said } from "./said";

export const keysTold = (keys: string[]): Said => {
  const names = [...new Set(keys)].sort().join(", ");
  return said(`Clés\u00a0: ${names}.`, `Keys: ${names}.`);
};

/** That only whoever issued it knows what was revoked since. */
export const revocation = (asOf: string, url: string): Said =>
  said(
    `Une révocation après le ${dayIn("fr", asOf)} ne se voit pas sans connexion. À demander à ${url}`,
    `A revocation after ${dayIn("en", asOf)} cannot be seen offline. Ask ${url}`,
  );

export const identity = said(
  "Que la personne qui présente ce fichier est bien celle qu’il nomme.",
  "That whoever presents this file is the person it names.",
);

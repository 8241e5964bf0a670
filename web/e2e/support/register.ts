// Stands in for the public registers: every well-formed number is an active establishment of a training organisation with
// its own declaration number and the Qualiopi certification, but for the endings below.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Ends the number of an establishment that closed. */
export const CLOSED = "00099";
/** Ends a number that designates nothing. */
export const UNKNOWN = "00088";
/** Ends the number of a training organisation without certification. */
export const UNCERTIFIED = "00077";
/** Ends a number about which nothing is answered. */
export const SILENT = "00066";

/** The declaration number the stand-in knows for a SIRET. */
export const ndaOf = (siret: string): string => `99${siret.slice(0, 9)}`;

export async function startRegister(port: number) {
  const server = createServer((request, response) => {
    const siret = new URL(request.url ?? "/", "http://register").searchParams.get("q") ?? "";
    if (siret.endsWith(SILENT)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(answer(siret)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${bound}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function answer(siret: string) {
  if (siret.endsWith(UNKNOWN)) return { results: [], total_results: 0 };
  const siren = siret.slice(0, 9);
  const name = `Ateliers ${siren}`;
  return {
    total_results: 1,
    results: [
      {
        siren,
        nom_complet: name,
        nom_raison_sociale: name,
        etat_administratif: "A",
        complements: {
          est_organisme_formation: true,
          est_qualiopi: !siret.endsWith(UNCERTIFIED),
          liste_id_organisme_formation: [ndaOf(siret)],
        },
        matching_etablissements: [
          {
            siret,
            etat_administratif: siret.endsWith(CLOSED) ? "F" : "A",
            adresse: "1 rue des Essais 99999 Beaurivage",
            code_postal: "99999",
            libelle_commune: "Beaurivage",
          },
        ],
      },
    ],
  };
}

/** A number with right check digits that ends as asked, drawn at random. */
export function drawSiret(ending?: string): string {
  for (;;) {
    const body = String(Math.floor(Math.random() * 1e8)).padStart(8, "0");
    const siren = withCheckDigit(body);
    if (siren.startsWith("356")) continue;
    if (!ending) return withCheckDigit(`${siren}0001`);
    if (luhn(siren + ending)) return siren + ending;
  }
}

function withCheckDigit(body: string): string {
  for (let digit = 0; digit < 10; digit++) {
    if (luhn(`${body}${digit}`)) return `${body}${digit}`;
  }
  throw new Error("one digit out of ten completes every number");
}

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, char, i) => {
    const digit = Number(char) * (i % 2 === 1 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}

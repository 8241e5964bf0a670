// A table of certifications for the stories, and the command that loads it, as whoever runs the server does.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { server } from "./server";
import { YEAR } from "./sessions";
import { zip } from "./zip";

const PATIENCE_MS = 30_000;
const PAUSE_MS = 250;

/** The day in the names of its files, and how it is written. */
const DAY = "2026_03_02";
export const PUBLISHED = "2 mars 2026";

interface Certification {
  number: string;
  title: string;
  level: string;
  /** The last day of its registration as the file has it, and as pages write it. */
  endsOn: string;
  until: string;
  state: "ACTIVE" | "INACTIVE";
  jobs: string[];
}

/** In force, and about software developers. */
export const ACTIVE: Certification = {
  number: "RNCP910001",
  title: "Écrire et faire vivre des applications",
  level: "NIV6",
  endsOn: `31/12/${YEAR + 1}`,
  until: `31 décembre ${YEAR + 1}`,
  state: "ACTIVE",
  jobs: ["M1805"],
};

/** No longer in force. */
export const INACTIVE: Certification = {
  number: "RNCP910002",
  title: "Programmer des outils de bureau",
  level: "NIV5",
  endsOn: "31/12/2019",
  until: "31 décembre 2019",
  state: "INACTIVE",
  jobs: ["M1805"],
};

/** Still called active, although its registration is over. */
export const OVER: Certification = {
  number: "RNCP910003",
  title: "Assembler des pages accessibles",
  level: "NIV4",
  endsOn: "30/06/2020",
  until: "30 juin 2020",
  state: "ACTIVE",
  jobs: ["M1855"],
};

/** In force, and about bakers. */
export const BAKERS: Certification = {
  number: "RS910004",
  title: "Tenir un fournil propre",
  level: "",
  endsOn: "",
  until: "",
  state: "ACTIVE",
  jobs: ["D1102"],
};

/** Looks like a number, and is in no table. */
export const UNKNOWN = "RNCP910999";

const TABLE = [ACTIVE, INACTIVE, OVER, BAKERS];
export const COUNT = TABLE.length;

const csv = (rows: string[][]): string =>
  rows.map((fields) => `${fields.map((field) => `"${field}"`).join(";")}\n`).join("");

/** The export, with the columns that matter of the two files that matter. */
function archive(): Buffer {
  const sheets = [
    ["Numero_Fiche", "Intitule", "Nomenclature_Europe_Niveau", "Date_Fin_Enregistrement", "Actif"],
    ...TABLE.map((one) => [one.number, one.title, one.level, one.endsOn, one.state]),
  ];
  const jobs = [
    ["Numero_Fiche", "Codes_Rome_Code", "Codes_Rome_Libelle"],
    ...TABLE.flatMap((one) => one.jobs.map((job) => [one.number, job, ""])),
  ];
  return zip(
    new Map([
      [`export_fiches_CSV_Standard_${DAY}.csv`, csv(sheets)],
      [`export_fiches_CSV_Rome_${DAY}.csv`, csv(jobs)],
    ]),
  );
}

/** Loads the table from a file, and waits until the server answers from it. */
export async function loadCertifications(): Promise<void> {
  const { program, data, url } = server();
  const folder = await mkdtemp(join(tmpdir(), "carnet-rncp-"));
  try {
    const file = join(folder, "export-fiches-csv.zip");
    await writeFile(file, archive());
    await promisify(execFile)(program, ["sync-catalog", "--rncp", file], {
      // Of a server that was given, the environment says where its data are.
      env: data ? { ...process.env, CARNET_DATA: data } : process.env,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const end = Date.now() + PATIENCE_MS;
  while (!(await fetch(`${url}/api/v1/catalog/certifications/${ACTIVE.number}`)).ok) {
    if (Date.now() > end) throw new Error("the server does not know the table that was loaded");
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

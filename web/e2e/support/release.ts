// A release of the catalogue for the stories: the starter catalogue under another number, with what is to change.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { zip } from "./zip";

const STARTER = fileURLToPath(new URL("../../../data/starter/", import.meta.url));

type Row = Record<string, string>;

export class Release {
  private readonly files = new Map<string, string>();

  constructor(private readonly version: number) {
    for (const name of readdirSync(STARTER)) {
      this.files.set(renumbered(name, version), readFileSync(`${STARTER}${name}`, "utf8"));
    }
    const note = `Numero de version : ${version}\n\nDate de publication : 15/06/2026\n`;
    this.files.set("version.txt", note);
  }

  /** The job keeps its code and takes another name. */
  renameJob(code: string, label: string): this {
    this.edit("referentiel_code_rome", (row) => {
      if (row.code_rome === code) row.libelle_rome = label;
    });
    return this.edit("referentiel_appellation", (row) => {
      if (row.code_rome === code && row.classification === "PRINCIPALE") {
        row.libelle_appellation_long = label;
      }
    });
  }

  /** The code is given to another job; what it meant is found under a third one. */
  reuseJob(code: string, title: string, movedTo: string): this {
    this.edit("referentiel_appellation", (row) => {
      if (row.code_rome === code)
        Object.assign(row, { code_rome: movedTo, classification: "SYNONYME" });
    });
    this.edit("referentiel_code_rome", (row) => {
      if (row.code_rome === code) row.libelle_rome = title;
    });
    const name = this.name("referentiel_appellation");
    const fields = ["999001", title, title, code, "", "", "", "", "", "PRINCIPALE", "", code, "N"];
    this.files.set(name, `${this.files.get(name)?.trimEnd()}\n${line(fields)}\n`);
    return this;
  }

  renameSkill(code: string, label: string): this {
    return this.edit("referentiel_competence", (row) => {
      if (row.code_ogr === code) row.libelle_competence = label;
    });
  }

  withoutSkill(code: string): this {
    for (const table of ["referentiel_competence", "coherence_item"]) {
      this.edit(table, (row) => row.code_ogr !== code);
    }
    return this;
  }

  zip(): Buffer {
    return zip(this.files);
  }

  private name(table: string): string {
    return renumbered(`unix_${table}_v460_utf8.csv`, this.version);
  }

  /** Passes every row of a table through `change`; those for which it says false are left out. */
  private edit(table: string, change: (row: Row) => unknown): this {
    const [head = "", ...lines] = (this.files.get(this.name(table)) ?? "").trimEnd().split(/\r?\n/);
    const columns = fieldsOf(head);
    const kept = lines.flatMap((text) => {
      const fields = fieldsOf(text);
      const row = Object.fromEntries(columns.map((column, at) => [column, fields[at] ?? ""]));
      return change(row) === false ? [] : [line(columns.map((column) => row[column] ?? ""))];
    });
    this.files.set(this.name(table), `${[head, ...kept].join("\n")}\n`);
    return this;
  }
}

const renumbered = (name: string, version: number): string =>
  name.replace("_v460_", `_v4${version}_`);

/** Every field of these files stands in quotes; a quote inside one is doubled, and stays so. */
const fieldsOf = (text: string): string[] => text.slice(1, -1).split('","');
const line = (fields: string[]): string => `"${fields.join('","')}"`;

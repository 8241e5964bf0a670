import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { t } from "@/i18n/notifications";
import { paths } from "@/lib/paths";
import type { Told } from "./queries";
import { lineOf } from "./told";

const NOTICES = readFileSync(join(__dirname, "../../../../src/notices.rs"), "utf8");
const KINDS = [...NOTICES.matchAll(/=> "([a-z_.]+)", (?:true|false);/g)].map(([, kind]) => kind);
const SUBJECT = "0d2c6f6e-1111-4111-8111-111111111111";

const told = (kind: string, facts: object): Told =>
  ({ id: "n1", kind, subject: SUBJECT, facts, told_at: "2026-03-02T08:00:00Z" }) as never;

/** The addresses of the app, with anything in the place of what varies. */
const PATTERNS = Object.values(paths).map(
  (path) => new RegExp(`^${path.replace(/\$\w+/g, "[^/$]+")}$`),
);

describe("notices", () => {
  it.each(KINDS)("of kind %s are said in French, and lead to a page of the app", (kind) => {
    const facts = { room: "r1", title: "Titre", offer_id: "o1", name: "Nom", people: 2, days: 7 };
    const { said, to } = lineOf(t, told(kind ?? "", facts));
    expect(said).toMatch(/^\S.*[.]$/);
    expect(said).not.toMatch(/told\.|\{\{/);
    expect(PATTERNS.some((pattern) => pattern.test(to))).toBe(true);
  });

  it("name what they are about", () => {
    const facts = { title: "Boulanger", company: "Fournil", reply_by: "2026-04-01" };
    expect(lineOf(t, told("offer.received", facts))).toEqual({
      said: "Une entreprise vous a fait une offre.",
      about: "«\u00a0Boulanger\u00a0» · Fournil",
      to: `/mes-offres/${SUBJECT}`,
    });
    const answer = { title: "Boulanger", first_name: "Inès", last_name: "Roy", offer_id: "o1" };
    expect(lineOf(t, told("offer.answered", { ...answer, answer: "undone" }))).toMatchObject({
      said: expect.stringContaining("Inès Roy"),
      to: "/recrutement/offres/o1",
    });
  });

  it("say why somebody's message was removed", () => {
    const removed = { room: "r1", decision: "removed", as: "author" };
    const said = (facts: object) => lineOf(t, told("room.report_decided", facts)).said;
    expect(said({ ...removed, reason: "Publicité" })).toBe(
      "Un de vos messages a été retiré. Motif\u00a0: Publicité",
    );
    expect(said(removed)).toBe("Un de vos messages a été retiré.");
  });

  it("lead where the matter still is", () => {
    const closed = { room: "r1", title: "Boulanger", why: "closed", by: "person" };
    expect(lineOf(t, told("room.closed", closed)).to).toBe("/salons/r1");
    expect(lineOf(t, told("room.closed", { title: "Boulanger", why: "deleted" })).to).toBe(
      paths.roomReceipts,
    );
    expect(lineOf(t, told("room.reported", { private: true })).to).toBe(paths.adminReports);
    expect(lineOf(t, told("list.shared", { what: "list", name: "Fournil" })).to).toBe(
      `/recrutement/listes/${SUBJECT}`,
    );
    expect(lineOf(t, told("list.shared", { what: "search" })).to).toBe(paths.savedSearches);
  });
});

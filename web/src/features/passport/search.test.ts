import { describe, expect, it } from "vitest";
import { deskSearch, filterOf, gridSearch, MAP_FILTERS, nameOf, timelineSearch } from "./search";

const ID = "0190a0a0-0000-7000-8000-000000000001";

describe("addresses of the passport", () => {
  it("keep what they understand and leave the rest out", () => {
    const raw = { vue: "personne", qui: ID, quoi: "101", autre: "x" };
    expect(gridSearch.parse(raw)).toEqual({ vue: "personne", qui: ID, quoi: "101" });
    expect(gridSearch.parse({ vue: "ailleurs", qui: "zoe", quoi: "a b" })).toEqual({});
    expect(deskSearch.parse({ vue: "reponses", etat: "retard" })).toEqual({
      vue: "reponses",
      etat: "retard",
    });
    expect(deskSearch.parse({ vue: "tout", etat: "bientot", session: "1" })).toEqual({});
  });

  it("say which events are asked for", () => {
    const search = timelineSearch.parse({
      competence: "101",
      organisme: ID,
      type: "non-acquise",
      du: "2026-03-01",
      au: "2026-02-30",
    });
    expect(filterOf(search)).toEqual({
      skill: "101",
      organisation_id: ID,
      kind: "not_acquired",
      from: "2026-03-01",
    });
    expect(filterOf({})).toEqual({});
  });

  it("name what is shown", () => {
    expect(nameOf(MAP_FILTERS, "attested")).toBe("attestees");
  });
});

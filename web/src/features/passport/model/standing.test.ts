import { describe, expect, it } from "vitest";
import type { MappedSkill, SkillInOrganisation } from "@/api/types";
import { freshnessOf } from "./levelFreshness";
import { bestOf, countsOf, shows, standingIn } from "./standing";

const says = (status: SkillInOrganisation["status"], is_attested = false): SkillInOrganisation => ({
  organisation_id: `${status} ${is_attested}`,
  organisation_name: "École du Rhône",
  level_rule: "highest",
  status,
  current: null,
  is_attested,
  entries: 1,
  last_entry_on: null,
});

const skill = (declared: number | null, ...organisations: SkillInOrganisation[]): MappedSkill => ({
  code: "101",
  label: "Souder",
  declared_level: declared,
  declared_at: null,
  experiences: [],
  organisations,
  searchable: null,
  last_proof_on: null,
});

describe("what is said best of a skill", () => {
  it("is an organisation's own finding, then an attested one, then one's own word", () => {
    const attested = says("validated", true);
    expect(standingIn(attested)).toBe("attested");
    expect(bestOf(skill(3, attested, says("validated")))).toBe("validated");
    expect(bestOf(skill(3, says("not_acquired"), attested))).toBe("attested");
    expect(bestOf(skill(3, says("revoked")))).toBe("declared");
    expect(bestOf(skill(null, says("revoked")))).toBe("revoked");
    expect(bestOf(skill(null))).toBeNull();
  });

  it("is said by an experience that claims it as by a declaration", () => {
    const claim = { experience_id: "x", title: "Atelier", level: 2, counted: true };
    expect(bestOf({ ...skill(null), experiences: [claim] })).toBe("declared");
  });

  it("chooses what the map shows, and is counted", () => {
    const map = [skill(3), skill(null, says("validated")), skill(2, says("expired"))];
    expect(map.filter((one) => shows("declared", one))).toHaveLength(2);
    expect(countsOf(map)).toEqual({ all: 3, validated: 1, attested: 0, declared: 2 });
  });
});

describe("freshnessOf", () => {
  it("tells a year from three from more", () => {
    expect(freshnessOf("2026-03-03", "2026-03-03")).toBe("recent");
    expect(freshnessOf("2025-03-03", "2026-03-03")).toBe("recent");
    expect(freshnessOf("2025-03-02", "2026-03-03")).toBe("settled");
    expect(freshnessOf("2023-03-03", "2026-03-03")).toBe("old");
  });
});

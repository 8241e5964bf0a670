// What is said of a skill, and by whom it is best said: declared by oneself, attested from an experience, validated.
import type { CellStatus, EntryProof, MappedSkill, SkillInOrganisation } from "@/api/types";

export type Standing = CellStatus | EntryProof["status"] | "attested";

/** What an organisation says of a skill. */
export const standingIn = ({ status, is_attested: attested }: SkillInOrganisation): Standing =>
  status === "validated" && attested ? "attested" : status;

/** The best that is said of a skill: an organisation's own finding before one from an experience, that before one's own word. */
export function bestOf({
  organisations,
  declared_level: declared,
  experiences,
}: MappedSkill): Standing | null {
  const found = organisations.map(standingIn);
  if (found.includes("validated")) return "validated";
  if (found.includes("attested")) return "attested";
  if (declared || experiences.length > 0) return "declared";
  return found[0] ?? null;
}

/** Which skills of the map are looked at. */
export type MapFilter = "all" | "validated" | "attested" | "declared";

export const shows = (filter: MapFilter, skill: MappedSkill): boolean =>
  filter === "all" || bestOf(skill) === filter;

export function countsOf(skills: readonly MappedSkill[]): Record<MapFilter, number> {
  const count = (filter: MapFilter) => skills.filter((skill) => shows(filter, skill)).length;
  return {
    all: skills.length,
    validated: count("validated"),
    attested: count("attested"),
    declared: count("declared"),
  };
}

// The skills and the standing validations of one's own passport, to choose among.
import { useQuery } from "@tanstack/react-query";
import type { MySkill } from "@/api/types";
import { mySkillsQuery } from "@/features/passport";
import { dayOf, today } from "@/lib/days";

type Validation = MySkill["validations"][number];

/** It counts today: acquired, not taken back, not over. */
function stands({ passing, revoked_at: revoked, expires_at: expires }: Validation): boolean {
  return passing && !revoked && (!expires || dayOf(expires) >= today());
}

export function useOwnPassport() {
  const query = useQuery(mySkillsQuery);
  const items = query.data?.items ?? [];
  return {
    query,
    skills: items.map(({ code, label }) => ({ code, label })),
    /** Those that at least one validation stands for. */
    validated: items
      .filter(({ validations }) => validations.some(stands))
      .map(({ code, label }) => ({ code, label })),
    validations: items.flatMap(({ label, validations }) =>
      validations.filter(stands).map((one) => ({
        id: one.id,
        label,
        step: one.step_name,
        level: one.common_level ?? null,
        organisation: one.organisation_name,
        at: one.validated_at,
      })),
    ),
  };
}

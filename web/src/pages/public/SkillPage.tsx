import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Skill } from "@/api/types";
import { isUnknown, LicenceLine, RetiredSkill, SkillSheet, skillQuery } from "@/features/catalog";
import { useTranslation } from "@/i18n/reference";
import { PageTitle } from "@/ui/PageTitle";
import { SheetFailure, SheetSkeleton, UnknownEntry } from "./SheetStates";
import { SheetTrail } from "./SheetTrail";
import { ToProfiles } from "./ToProfiles";

const route = getRouteApi("/referentiel/competences/$code");

/** The sheet of a skill or a knowledge item, at its code. */
export function SkillPage() {
  const { t } = useTranslation();
  const { code } = route.useParams();
  const skill = useQuery(skillQuery(code));
  if (isUnknown(skill.error)) {
    return (
      <UnknownEntry
        title={t("reference.unknownSkill")}
        lead={t("reference.unknownSkillLead", { code })}
      />
    );
  }
  if (skill.isError) return <SheetFailure error={skill.error} onRetry={() => skill.refetch()} />;
  if (!skill.data) return <SheetSkeleton />;
  return <Sheet key={code} skill={skill.data} />;
}

function Sheet({ skill }: { skill: Skill }) {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={960} mx="auto">
      <Stack gap="xs">
        <SheetTrail steps={[]} />
        <div>
          <PageTitle
            title={skill.label}
            tab={`${skill.label} (${skill.code})`}
            lead={t("reference.skillLead", {
              kind: t(`catalog.kind.${skill.kind}`),
              code: skill.code,
            })}
          />
        </div>
        <ToProfiles search={{ c: skill.code }} label={t("reference.toHolders")} />
      </Stack>
      {skill.active ? null : <RetiredSkill replacedBy={skill.replaced_by} />}
      <SkillSheet skill={skill} />
      <LicenceLine />
    </Stack>
  );
}

import { Button, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Skill } from "@/api/types";
import { isUnknown, LicenceLine, RetiredSkill, SkillSheet, skillQuery } from "@/features/catalog";
import { useTranslation } from "@/lib/i18n";
import { paths } from "@/lib/paths";
import { useStanding } from "@/shell/standing";
import { Icon } from "@/ui/Icon";
import { PageTitle } from "@/ui/PageTitle";
import { SheetTrail } from "./SheetTrail";
import { SheetFailure, SheetSkeleton, UnknownEntry } from "./SheetStates";

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
        <ToProfiles code={skill.code} />
      </Stack>
      {skill.active ? null : <RetiredSkill replacedBy={skill.replaced_by} />}
      <SkillSheet skill={skill} />
      <LicenceLine />
    </Stack>
  );
}

/** For those who may search: the profiles that have this skill. */
function ToProfiles({ code }: { code: string }) {
  const { t } = useTranslation();
  if (useStanding()?.company?.status !== "granted") return null;
  return (
    <div>
      <Button
        component={Link}
        to={paths.search}
        search={{ c: code }}
        variant="default"
        leftSection={<Icon name="search" />}
      >
        {t("reference.toHolders")}
      </Button>
    </div>
  );
}

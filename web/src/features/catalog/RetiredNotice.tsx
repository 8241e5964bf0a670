import type { Job, Skill } from "@/api/types";
import { useTranslation } from "@/i18n/reference";
import { Notice } from "@/ui/Notice";
import { JobLink, SkillLink } from "./SheetLink";

/** Says that a job has left the catalogue, and leads to the one that took its place, where that is known. */
export function RetiredJob({ replacedBy: heir }: { replacedBy: Job["replaced_by"] }) {
  const { t } = useTranslation();
  return (
    <Notice tone="warning" icon="info" title={t("reference.retiredJob")}>
      {t("reference.retiredHelp")}
      {heir ? (
        <div>
          {t("reference.replacedBy")}{" "}
          <JobLink code={heir.code}>{`${heir.label} (${heir.code})`}</JobLink>
        </div>
      ) : null}
    </Notice>
  );
}

/** The same for a skill. */
export function RetiredSkill({ replacedBy: heir }: { replacedBy: Skill["replaced_by"] }) {
  const { t } = useTranslation();
  return (
    <Notice tone="warning" icon="info" title={t("reference.retiredSkill")}>
      {t("reference.retiredHelp")}
      {heir ? (
        <div>
          {t("reference.replacedBy")}{" "}
          <SkillLink code={heir.code}>{`${heir.label} (${heir.code})`}</SkillLink>
        </div>
      ) : null}
    </Notice>
  );
}

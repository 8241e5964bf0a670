import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/reference";
import { Notice } from "@/ui/Notice";
import { jobQuery, skillQuery } from "./queries";
import { JobLink, SkillLink } from "./SheetLink";

interface Props {
  /** The code of what took its place, where that is known. */
  replacedBy: string | null | undefined;
}

/** Says that a job has left the catalogue, and leads to the one that took its place. */
export function RetiredJob({ replacedBy }: Props) {
  const { t } = useTranslation();
  const next = useQuery({ ...jobQuery(replacedBy ?? ""), enabled: Boolean(replacedBy) });
  return (
    <Notice tone="warning" icon="info" title={t("reference.retiredJob")}>
      {t("reference.retiredHelp")}
      {replacedBy ? (
        <div>
          {t("reference.replacedBy")}{" "}
          <JobLink code={replacedBy}>
            {next.data ? `${next.data.label} (${replacedBy})` : replacedBy}
          </JobLink>
        </div>
      ) : null}
    </Notice>
  );
}

/** The same for a skill. */
export function RetiredSkill({ replacedBy }: Props) {
  const { t } = useTranslation();
  const next = useQuery({ ...skillQuery(replacedBy ?? ""), enabled: Boolean(replacedBy) });
  return (
    <Notice tone="warning" icon="info" title={t("reference.retiredSkill")}>
      {t("reference.retiredHelp")}
      {replacedBy ? (
        <div>
          {t("reference.replacedBy")}{" "}
          <SkillLink code={replacedBy}>
            {next.data ? `${next.data.label} (${replacedBy})` : replacedBy}
          </SkillLink>
        </div>
      ) : null}
    </Notice>
  );
}

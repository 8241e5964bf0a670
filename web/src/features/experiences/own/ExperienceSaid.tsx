import { Text, Title } from "@mantine/core";
import type { Experience } from "@/api/types";
import { useTranslation } from "@/i18n/experiences";
import { formatDateShort } from "@/lib/days";
import { formatDay } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";
import classes from "../Experiences.module.css";
import { periodOf, shortLevel } from "../words";

/** What a person says of an experience, and in one line what became of each skill they claim. */
export function ExperienceSaid({ experience }: { experience: Experience }) {
  const { t } = useTranslation();
  const { skills, jobs, description, declared_at: declared, withdrawn_at: withdrawn } = experience;
  const { expires_on: last } = experience;
  const facts: [string, string][] = [
    [t("experience.where"), experience.organisation_name],
    [t("experience.place"), experience.place],
    [t("experience.when"), periodOf(t, experience)],
    [t("experience.until"), last ? formatDateShort(last) : ""],
    [t("experience.jobs"), jobs.map(({ label, code }) => `${label} (${code})`).join(", ")],
    [t("experience.declaredOn"), declared ? formatDay(declared) : ""],
    [t("experience.withdrawnOn"), withdrawn ? formatDay(withdrawn) : ""],
  ];
  return (
    <Panel labelledBy="dit">
      <Title order={2} id="dit" mb="sm">
        {t("experience.said")}
      </Title>
      <Facts facts={facts.filter(([, value]) => value !== "")} />
      {description ? <p className={`${classes.words} ${classes.below}`}>{description}</p> : null}
      <Title order={3} mt="md">
        {t("experience.claims")}
      </Title>
      {skills.length === 0 ? (
        <Text c="dimmed">{t("experience.noClaims")}</Text>
      ) : (
        <ul className={classes.rows}>
          {skills.map((claim) => (
            <li key={claim.skill}>
              <p className={classes.name}>{claim.label}</p>
              <p className={classes.facts}>
                <span>{t("experience.claimedAt", { level: shortLevel(t, claim.level) })}</span>
              </p>
              <p className={classes.said}>{claim.trace.line}</p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

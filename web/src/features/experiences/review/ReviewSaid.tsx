import { Text, Title } from "@mantine/core";
import type { ReviewedExperience } from "@/api/types";
import { useTranslation } from "@/i18n/experienceReviews";
import { formatDateShort } from "@/lib/days";
import { Facts } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";
import classes from "../Experiences.module.css";
import { periodOf, shortLevel } from "../words";

/** What a person says of an experience, in their own words: nobody else changes them. */
export function ReviewSaid({ review }: { review: ReviewedExperience }) {
  const { t } = useTranslation();
  const { skills, jobs, description, message, expires_on: last } = review;
  const facts: [string, string][] = [
    [t("experienceReview.where"), review.organisation_name],
    [t("experienceReview.place"), review.place],
    [t("experienceReview.when"), periodOf(t, review)],
    [t("experienceReview.until"), last ? formatDateShort(last) : ""],
    [t("experienceReview.jobs"), jobs.map(({ label, code }) => `${label} (${code})`).join(", ")],
  ];
  return (
    <Panel labelledBy="dit">
      <Title order={2} id="dit">
        {t("experienceReview.said")}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t("experienceReview.saidHelp")}
      </Text>
      <Facts facts={facts.filter(([, value]) => value !== "")} />
      {description ? <p className={`${classes.words} ${classes.below}`}>{description}</p> : null}
      {message ? (
        <>
          <Title order={3} mt="md">
            {t("experienceReview.message")}
          </Title>
          <p className={classes.quote}>{message}</p>
        </>
      ) : null}
      <Title order={3} mt="md">
        {t("experienceReview.claims")}
      </Title>
      {skills.length === 0 ? (
        <Text c="dimmed">{t("experienceReview.noClaims")}</Text>
      ) : (
        <ul className={classes.rows}>
          {skills.map(({ skill, label, level }) => (
            <li key={skill}>
              <p className={classes.name}>{label}</p>
              <p className={classes.facts}>
                <span>{t("experienceWord.claimed", { level: shortLevel(t, level) })}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

import { Anchor, Text } from "@mantine/core";
import { useId } from "react";
import type { CertificationOfJob, Job } from "@/api/types";
import { type Translate, useTranslation } from "@/i18n/reference";
import { formatDateShort, today } from "@/lib/days";
import { formatNumber } from "@/lib/format";
import { standingOf } from "@/record/certification";
import { StateTag } from "@/ui/StateTag";
import { LongList } from "./LongList";
import { Section } from "./SheetParts";
import classes from "./Sheets.module.css";

const SHOWN = 6;

/** The certifications of France compétences that lead to a job, those in force first. */
export function CertificationsOfJob({ found }: { found: Job["certifications"] }) {
  const { t } = useTranslation();
  const id = useId();
  const { published_on: published, total, items } = found;
  const empty = published ? "reference.certification.none" : "reference.certification.notLoaded";
  return (
    <Section
      id={id}
      title={t("reference.certification.title")}
      help={t("reference.certification.help")}
    >
      {items.length === 0 ? <p className={classes.sentence}>{t(empty)}</p> : null}
      {items.length > 0 ? (
        <LongList items={items} most={SHOWN} labelledBy={id}>
          {(one) => <Line key={one.number} certification={one} />}
        </LongList>
      ) : null}
      {total > items.length ? (
        <Text size="sm" mt="sm">
          {t("reference.certification.cut", {
            shown: formatNumber(items.length),
            total: formatNumber(total),
          })}
        </Text>
      ) : null}
      {published ? (
        <Text size="sm" c="dimmed" mt="sm">
          {t("reference.certification.source", { date: formatDateShort(published) })}
        </Text>
      ) : null}
    </Section>
  );
}

function Line({ certification }: { certification: CertificationOfJob }) {
  const { t } = useTranslation();
  const { title, url, family } = certification;
  const standing = standingOf(certification, today());
  return (
    <li className={classes.certification}>
      <Anchor href={url} rel="external noreferrer" inherit>
        {title}
      </Anchor>{" "}
      <span className={classes.details}>{details(t, certification)}</span>{" "}
      {standing === "active" ? null : (
        <StateTag tone="warning">{t(`reference.certification.standing.${standing}`)}</StateTag>
      )}{" "}
      {family ? <StateTag tone="neutral">{t("reference.certification.family")}</StateTag> : null}
    </li>
  );
}

function details(t: Translate, { number, level, ends_on: last }: CertificationOfJob): string {
  return [
    number,
    ...(level ? [t("reference.certification.level", { level })] : []),
    ...(last ? [t("reference.certification.until", { date: formatDateShort(last) })] : []),
  ].join(", ");
}

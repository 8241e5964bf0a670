import { Stack, Text } from "@mantine/core";
import type { CatalogImport } from "@/api/types";
import { type Translate, useTranslation } from "@/i18n/sync";
import { formatMoment, formatNumber } from "@/lib/format";
import { Disclosure } from "@/ui/Disclosure";
import { StateTag } from "@/ui/StateTag";
import { ImportEffect } from "./ImportEffect";
import classes from "./Imports.module.css";
import { spanOf } from "./sync";

const TONES = {
  applied: "success",
  unchanged: "neutral",
  compared: "neutral",
  refused: "error",
  failed: "error",
} as const;

/** What is not of a release: the API and the certifications say more about whichever is in place. */
const BESIDE: CatalogImport["source"][] = ["api", "certifications"];

const UNCOUNTED: CatalogImport["outcome"][] = ["refused", "failed"];

interface Props {
  entry: CatalogImport;
  /** Whether its effect is shown from the start. */
  unfolded: boolean;
}

/** One attempt: what it brought, why it failed, what it changes and for whom. */
export function ImportEntry({ entry, unfolded }: Props) {
  const { t } = useTranslation();
  const { outcome, release, error, notices, source, summary } = entry;
  const changes =
    source === "api"
      ? t("imports.summaryApi")
      : source === "certifications"
        ? t("imports.summaryCertifications")
        : release
          ? t("imports.summary", { release })
          : t("imports.summaryUnknown");
  return (
    <Stack gap="sm">
      <div className={classes.head}>
        <h3 className={classes.date}>{formatMoment(entry.started_at)}</h3>
        <StateTag tone={TONES[outcome]}>{t(`imports.outcomes.${outcome}`)}</StateTag>
      </div>
      {error ? (
        <p className={classes.cause}>
          <strong>{t("imports.cause")}</strong> {error}
        </p>
      ) : null}
      <dl className={classes.figures}>
        {facts(t, entry).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {notices.length > 0 ? (
        <div>
          <Text size="sm" fw={600}>
            {t("imports.notices")}
          </Text>
          <ul className={classes.notices}>
            {notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {summary ? (
        <Disclosure label={changes}>
          <section
            className={classes.summary}
            aria-label={changes}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it
            tabIndex={0}
          >
            <pre>{summary}</pre>
          </section>
        </Disclosure>
      ) : null}
      {outcome === "applied" && !BESIDE.includes(source) ? (
        <Disclosure label={t("imports.effect")} open={unfolded}>
          <ImportEffect id={entry.id} release={release ?? null} />
        </Disclosure>
      ) : null}
    </Stack>
  );
}

function facts(t: Translate, entry: CatalogImport): [string, string][] {
  const { unit, minutes, seconds } = spanOf(entry.started_at, entry.finished_at);
  const { release, source } = entry;
  const ofRelease: [string, string][] = BESIDE.includes(source)
    ? []
    : [[t("imports.release"), release ? String(release) : t("imports.unknown")]];
  const attempt: [string, string][] = [
    ...ofRelease,
    [t("imports.source"), t(`imports.sources.${source}`)],
    [t("imports.duration"), t(`imports.span.${unit}`, { minutes, seconds })],
  ];
  // Of an archive that was not taken over nothing was counted.
  if (UNCOUNTED.includes(entry.outcome)) return attempt;
  return [
    ...attempt,
    [t("imports.added"), formatNumber(entry.added)],
    [t("imports.changed"), formatNumber(entry.changed)],
    [t("imports.retired"), formatNumber(entry.retired)],
  ];
}

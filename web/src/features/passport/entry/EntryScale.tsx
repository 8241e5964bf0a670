import { Title } from "@mantine/core";
import type { EntryProof } from "@/api/types";
import { useTranslation } from "@/i18n/entryProof";
import { LevelMark } from "@/record/LevelMark";
import { LEVELS, levelName } from "@/record/levels";
import { Panel } from "@/ui/Panel";
import { StateTag } from "@/ui/StateTag";
import classes from "./EntryScale.module.css";

interface Step {
  key: number;
  name: string;
  common: number | null;
  /** Whether it means acquired; null where the scale does not say. */
  passing: boolean | null;
  reached: boolean;
}

/** The scale the level was found on, as it was, with the level marked in it: a level alone says little. */
export function EntryScale({ proof }: { proof: EntryProof }) {
  const { t } = useTranslation();
  const { scale, entry } = proof;
  if (!scale && !entry.common_level) return null;
  const steps: Step[] = scale
    ? scale.steps.map((step) => ({
        key: step.position,
        name: step.name,
        common: step.common_level ?? null,
        passing: step.passing,
        reached: step.position === entry.step,
      }))
    : LEVELS.map((level) => ({
        key: level,
        name: levelName(t, level),
        common: level,
        passing: null,
        reached: level === entry.common_level,
      }));
  return (
    <Panel labelledBy="echelle">
      <Title order={2} id="echelle" mb="xs">
        {t("entryProof.scale")}
      </Title>
      <p className={classes.title}>
        {scale
          ? t("entryProof.scaleNamed", { name: scale.name, version: entry.grid_version ?? 1 })
          : t("entryProof.scaleCommon")}
      </p>
      <ol className={classes.steps}>
        {steps.map(({ key, name, common, passing, reached }) => (
          <li key={key} data-reached={reached || undefined} aria-current={reached || undefined}>
            <LevelMark level={common} />
            <span className={classes.name}>{name}</span>
            {scale && common ? (
              <span className={classes.aside}>{t("entryProof.common", { level: common })}</span>
            ) : null}
            {passing === null ? null : (
              <span className={classes.aside}>
                {t(passing ? "entryProof.enough" : "entryProof.notEnough")}
              </span>
            )}
            {reached ? (
              <StateTag tone={entry.passing ? "success" : "error"}>
                {t("entryProof.reached")}
              </StateTag>
            ) : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

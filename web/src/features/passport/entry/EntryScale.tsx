import { Title } from "@mantine/core";
import type { EntryProof } from "@/api/types";
import { useTranslation } from "@/i18n/entryProof";
import { LevelMark } from "@/record/LevelMark";
import { LEVELS, levelName } from "@/record/levels";
import { Panel } from "@/ui/Panel";
import { StateTag } from "@/ui/StateTag";
import classes from "./EntryScale.module.css";

/** The scale the level was found on, as it was, with the level marked in it: a level alone says little. */
export function EntryScale({ proof }: { proof: EntryProof }) {
  const { t } = useTranslation();
  const { scale, entry } = proof;
  if (!scale && !entry.common_level) return null;
  const steps = scale
    ? scale.steps.map((step) => ({
        key: step.position,
        name: step.name,
        common: step.common_level ?? null,
        passing: step.passing as boolean | null,
        reached: step.position === entry.step,
      }))
    : LEVELS.map((level) => ({
        key: level as number,
        name: levelName(t, level),
        common: level as number | null,
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

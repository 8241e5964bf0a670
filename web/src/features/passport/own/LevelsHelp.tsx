import { Stack, Title } from "@mantine/core";
import { useTranslation } from "@/i18n/skillMap";
import { LevelMark } from "@/record/LevelMark";
import { LEVELS, spokenLevel } from "@/record/levels";
import { Panel } from "@/ui/Panel";
import { StandingTag } from "../StandingTag";
import classes from "./LevelsHelp.module.css";

const WHO = ["declared", "attested", "validated"] as const;
const OVER = ["revoked", "superseded", "expired", "not_acquired"] as const;
const RULES = ["highest", "latest"] as const;

/** What levels and words of a passport mean, for those who read it for the first time. */
export function LevelsHelp() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg">
      <Panel labelledBy="qui">
        <Title order={2} id="qui" mb="sm">
          {t("levelsHelp.who")}
        </Title>
        <dl className={classes.terms}>
          {WHO.map((standing) => (
            <div key={standing}>
              <dt>
                <StandingTag standing={standing} />
              </dt>
              <dd>{t(`levelsHelp.${standing}`)}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel labelledBy="commune">
        <Title order={2} id="commune" mb="sm">
          {t("levelsHelp.common")}
        </Title>
        <p>{t("levelsHelp.commonHelp")}</p>
        <dl className={classes.terms}>
          {LEVELS.map((level) => (
            <div key={level}>
              <dt>
                <LevelMark level={level} /> {spokenLevel(t, level)}
              </dt>
              <dd>{t(`levelsHelp.meaning.${level}`)}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel labelledBy="grilles">
        <Title order={2} id="grilles" mb="sm">
          {t("levelsHelp.grids")}
        </Title>
        <p>{t("levelsHelp.gridsHelp")}</p>
      </Panel>
      <Panel labelledBy="aujourdhui">
        <Title order={2} id="aujourdhui" mb="sm">
          {t("levelsHelp.current")}
        </Title>
        <p>{t("levelsHelp.currentHelp")}</p>
        <ul>
          {RULES.map((rule) => (
            <li key={rule}>{t(`passportWord.rule.${rule}`)}</li>
          ))}
        </ul>
        <p>{t("levelsHelp.searchHelp")}</p>
      </Panel>
      <Panel labelledBy="fin">
        <Title order={2} id="fin" mb="sm">
          {t("levelsHelp.time")}
        </Title>
        <dl className={classes.terms}>
          {OVER.map((standing) => (
            <div key={standing}>
              <dt>
                <StandingTag standing={standing} />
              </dt>
              <dd>{t(`levelsHelp.${standing}`)}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </Stack>
  );
}

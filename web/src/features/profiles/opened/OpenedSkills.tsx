import { Text, Title } from "@mantine/core";
import type { HitSkill } from "@/api/types";
import { useTranslation } from "@/i18n/openedProfile";
import { Panel } from "@/ui/Panel";
import { SkillList } from "../SkillList";
import classes from "./Opened.module.css";

/** Every skill of a profile with its level: those an organisation validated, then those the person declares. */
export function OpenedSkills({ skills }: { skills: HitSkill[] }) {
  const { t } = useTranslation();
  const validated = skills.filter(({ status }) => status === "validated");
  const declared = skills.filter(({ status }) => status === "declared");
  return (
    <Panel labelledBy="competences">
      <Title order={2} id="competences" mb="sm">
        {t("hit.allSkills")}
      </Title>
      {skills.length === 0 ? <Text c="dimmed">{t("openedProfile.noSkills")}</Text> : null}
      <div className={classes.skills}>
        <SkillList
          whole
          skills={validated}
          title={t("openedProfile.validated", { count: validated.length })}
        />
        <SkillList
          whole
          skills={declared}
          title={t("openedProfile.declared", { count: declared.length })}
        />
      </div>
    </Panel>
  );
}

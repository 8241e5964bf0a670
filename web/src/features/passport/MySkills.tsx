import { Skeleton, Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/passport";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { MySkillCard } from "./MySkillCard";
import classes from "./MySkills.module.css";
import { mySkillsQuery } from "./queries";

/** The list of one's skills. */
export function MySkills() {
  const { t } = useTranslation();
  const skills = useQuery(mySkillsQuery);
  if (skills.isError) {
    return <ProblemNotice error={skills.error} onRetry={() => skills.refetch()} />;
  }
  if (!skills.data) {
    return <Skeleton height={180} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  const { items } = skills.data;
  if (items.length === 0) {
    return <Notice title={t("mySkills.empty")}>{t("mySkills.emptyHelp")}</Notice>;
  }
  return (
    <Stack gap="md">
      <Title order={2}>{t("mySkills.count", { count: items.length })}</Title>
      <ul className={classes.list}>
        {items.map((skill) => (
          <li key={skill.code}>
            <MySkillCard skill={skill} />
          </li>
        ))}
      </ul>
    </Stack>
  );
}

import { Skeleton, Stack, Title } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/passport";
import type { Names } from "@/record/drift";
import { NamesChoice } from "@/record/NamesChoice";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { MySkillCard } from "./MySkillCard";
import classes from "./MySkills.module.css";
import { mySkillsAs } from "./queries";

interface Props {
  names: Names;
  onNames: (names: Names) => void;
}

/** The list of one's skills. */
export function MySkills({ names, onNames }: Props) {
  const { t } = useTranslation();
  const skills = useQuery({ ...mySkillsAs(names), placeholderData: keepPreviousData });
  if (skills.isError) {
    return <ProblemNotice error={skills.error} onRetry={() => skills.refetch()} />;
  }
  if (!skills.data) {
    return <Skeleton height={180} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  const { items } = skills.data;
  const changed = items.filter((skill) => skill.difference).length;
  if (items.length === 0) {
    return <Notice title={t("mySkills.empty")}>{t("mySkills.emptyHelp")}</Notice>;
  }
  return (
    <Stack gap="md">
      <Title order={2}>{t("mySkills.count", { count: items.length })}</Title>
      {changed > 0 ? <NamesChoice count={changed} names={names} onChange={onNames} /> : null}
      <ul className={classes.list}>
        {items.map((skill) => (
          <li key={skill.code}>
            <MySkillCard skill={skill} names={names} />
          </li>
        ))}
      </ul>
    </Stack>
  );
}

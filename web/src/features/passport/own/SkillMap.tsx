import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/skillMap";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { Choices } from "@/ui/Choices";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { countsOf, type MapFilter, shows } from "../model/standing";
import { skillMapQuery } from "../ownQueries";
import { MAP_FILTERS } from "../search";
import { MappedSkillCard } from "./MappedSkillCard";
import classes from "./SkillMap.module.css";

interface Props {
  filter: MapFilter;
  onFilter: (filter: MapFilter) => void;
}

/** The map of one's skills: who says what of each. */
export function SkillMap({ filter, onFilter }: Props) {
  const { t } = useTranslation();
  const map = useQuery(skillMapQuery);
  if (!map.data) {
    return map.isError ? (
      <ProblemNotice error={map.error} onRetry={() => map.refetch()} />
    ) : (
      <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />
    );
  }
  const toSkills = <ButtonLink to={paths.skills}>{t("skillMap.toSkills")}</ButtonLink>;
  if (map.data.length === 0) {
    return (
      <Notice title={t("skillMap.empty")} actions={toSkills}>
        {t("skillMap.emptyHelp")}
      </Notice>
    );
  }
  const counts = countsOf(map.data);
  const shown = map.data.filter((skill) => shows(filter, skill));
  return (
    <Stack>
      {map.isError ? <ProblemNotice error={map.error} onRetry={() => map.refetch()} /> : null}
      <Choices<MapFilter>
        legend={t("skillMap.filter")}
        value={filter}
        choices={Object.values(MAP_FILTERS).map((value) => ({
          value,
          label: t(`skillMap.filters.${value}`),
          figure: String(counts[value]),
        }))}
        onChange={onFilter}
      />
      <Title order={2}>{t("skillMap.count", { count: shown.length })}</Title>
      {shown.length === 0 ? <Notice title={t("skillMap.none")} /> : null}
      <ul className={classes.list}>
        {shown.map((skill) => (
          <li key={skill.code}>
            <MappedSkillCard skill={skill} />
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        {t("skillMap.freshHelp")}
      </Text>
    </Stack>
  );
}

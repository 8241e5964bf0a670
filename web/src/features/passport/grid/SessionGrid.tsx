import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { asProblem, ILLEGAL } from "@/api/problem";
import { useTranslation } from "@/i18n/validationGrid";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { gridQuery, gridsQuery, type Place } from "../gridQueries";
import type { GridView } from "../search";
import { GridBoard } from "./GridBoard";

export interface GridAddress {
  view: GridView | undefined;
  person: string | undefined;
  skill: string | undefined;
}

interface Props {
  place: Place;
  /** Whether this person validates: the organisation is not suspended. */
  writes: boolean;
  address: GridAddress;
  onAddress: (address: Partial<GridAddress>) => void;
  /** Finds a skill of the catalogue; null for those who may not validate outside the programme. */
  skillPicker:
    | ((taken: ReadonlySet<string>, onPick: (code: string, label: string) => void) => ReactNode)
    | null;
  /** The way to what waits for a second person. */
  toQueue: ReactNode;
}

/** The grid of a session, once it is there. */
export function SessionGrid(props: Props) {
  const { place, writes } = props;
  const { t } = useTranslation();
  const grid = useQuery(gridQuery(place));
  const grids = useQuery(gridsQuery(place.organisation));
  if (!grid.data) {
    if (!grid.isError) {
      return <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />;
    }
    if (asProblem(grid.error).code === ILLEGAL) {
      return <Notice title={t("validating.notYet")}>{t("validating.notYetHelp")}</Notice>;
    }
    return <ProblemNotice error={grid.error} onRetry={() => grid.refetch()} />;
  }
  const { participants, skills, two_people: two, level_rule: rule } = grid.data;
  if (participants.length === 0) {
    return <Notice title={t("validating.nobody")}>{t("validating.nobodyHelp")}</Notice>;
  }
  if (skills.length === 0 && !props.skillPicker) {
    return <Notice title={t("validating.noSkill")}>{t("validating.noSkillHelp")}</Notice>;
  }
  return (
    <Stack>
      <div>
        <Title order={2}>{t("validating.title")}</Title>
        <Text c="dimmed" mt={4} maw="72ch">
          {t("validating.lead")}
        </Text>
      </div>
      {/* What was read stays in sight; what failed is tried again. */}
      {grid.isError ? <ProblemNotice error={grid.error} onRetry={() => grid.refetch()} /> : null}
      {writes ? null : <Notice tone="warning" title={t("validating.suspended")} />}
      {two ? (
        <Notice title={t("validating.two")} icon="users" actions={props.toQueue}>
          {t("validating.twoHelp")}
        </Notice>
      ) : null}
      <GridBoard key={place.session} {...props} grid={grid.data} grids={grids.data?.items ?? []} />
      <Text size="sm" c="dimmed">
        {t("validating.rule", { rule: t(`passportWord.rule.${rule}`) })}
      </Text>
    </Stack>
  );
}

export type BoardProps = Props;

import { Button, Group, Skeleton, Stack } from "@mantine/core";
import { useTranslation } from "@/i18n/sync";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./Imports.module.css";
import { useTouchedGrids } from "./queries";

/** Which grids measure, in lines of trainings, what a release changed. */
export function TouchedGrids({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation();
  const list = useTouchedGrids(id);
  if (list.isError && !list.data) {
    return <ProblemNotice error={list.error} onRetry={() => list.refetch()} />;
  }
  if (!list.data) return <Skeleton height={60} role="img" aria-label={t("state.loading")} />;
  const grids = list.data.pages.flatMap((page) => page.items);
  return (
    <Stack gap="sm">
      <ul className={classes.grids} aria-label={name}>
        {grids.map((grid) => (
          <li key={grid.id}>
            <strong>{grid.name}</strong> <span>{grid.organisation}</span>{" "}
            <span>{t("effect.gridLines", { count: grid.lines })}</span>
          </li>
        ))}
      </ul>
      {list.isFetchNextPageError ? <ProblemNotice error={list.error} /> : null}
      {list.hasNextPage ? (
        <Group>
          <Button
            variant="default"
            size="sm"
            loading={list.isFetchingNextPage}
            onClick={() => list.fetchNextPage()}
          >
            {t("action.more")}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

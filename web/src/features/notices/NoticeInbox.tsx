import { Button, Group, Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/notices";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { groupByTraining } from "./groups";
import { NoticeGroupPanel } from "./NoticeGroupPanel";
import classes from "./Notices.module.css";
import { archivedTrainingsQuery, useNotices } from "./queries";
import type { NoticeFilter } from "./url";

interface Props {
  organisation: string;
  filter: NoticeFilter;
  writable: boolean;
  /** The release in place; undefined while it is not known. */
  release: number | undefined;
  onFilter: (next: NoticeFilter) => void;
}

/** What new releases say otherwise than the trainings, one training after the other. */
export function NoticeInbox({ organisation, filter, writable, release, onFilter }: Props) {
  const { t } = useTranslation();
  const list = useNotices(organisation, filter);
  const archived = useQuery(archivedTrainingsQuery(organisation)).data ?? [];
  if (list.isError && !list.data) {
    return <ProblemNotice error={list.error} onRetry={() => list.refetch()} />;
  }
  if (!list.data) {
    return <Skeleton height={220} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  const groups = groupByTraining(list.data.pages.flatMap((page) => page.items));
  if (groups.length === 0) return <Nothing filter={filter} release={release} />;
  return (
    <Stack>
      <ul className={classes.groups} aria-label={t("notice.list")}>
        {groups.map((group) => (
          <li key={group.training}>
            <NoticeGroupPanel
              group={group}
              organisation={organisation}
              writable={writable}
              archived={archived.includes(group.training)}
              onOnly={
                filter.training
                  ? undefined
                  : () => onFilter({ ...filter, training: group.training })
              }
            />
          </li>
        ))}
      </ul>
      {list.isFetchNextPageError ? <ProblemNotice error={list.error} /> : null}
      {list.hasNextPage ? (
        <Group>
          <Button
            variant="default"
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

function Nothing({ filter, release }: { filter: NoticeFilter; release: number | undefined }) {
  const { t } = useTranslation();
  if (filter.wanted === "decided") {
    return <Notice title={t("notice.nothingDecided")}>{t("notice.nothingDecidedText")}</Notice>;
  }
  if (filter.wanted === "all") {
    return <Notice title={t("notice.nothing")}>{t("notice.nothingText")}</Notice>;
  }
  if (release === undefined) return <Notice title={t("notice.nothingWaits")} />;
  const title = t(filter.training ? "notice.alignedOne" : "notice.aligned", { release });
  return (
    <Notice tone="success" title={title}>
      {t("notice.alignedText")}
    </Notice>
  );
}

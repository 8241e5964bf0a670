import { useTranslation } from "@/i18n/notices";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { groupByTraining } from "./groups";
import { NoticeGroupPanel } from "./NoticeGroupPanel";
import classes from "./Notices.module.css";
import { useNotices } from "./queries";
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
  return (
    <PagedList list={list} height={220} none={<Nothing filter={filter} release={release} />}>
      {(notices) => (
        <ul className={classes.groups} aria-label={t("notice.list")}>
          {groupByTraining(notices).map((group) => (
            <li key={group.training}>
              <NoticeGroupPanel
                group={group}
                organisation={organisation}
                writable={writable}
                onOnly={
                  filter.training
                    ? undefined
                    : () => onFilter({ ...filter, training: group.training })
                }
              />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
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

// Notices of one training stand together, in the order in which the trainings first appear.
import type { CatalogNotice } from "@/api/types";

export interface NoticeGroup {
  training: string;
  title: string;
  /** The training is put away: lines can be kept, and nothing accepted. */
  archived: boolean;
  notices: CatalogNotice[];
}

const RANK: Record<CatalogNotice["subject"], number> = { job: 0, skill: 1 };

/** A release after the other, the newest first; jobs before skills, each by its code. */
function inOrder(a: CatalogNotice, b: CatalogNotice): number {
  return (
    b.release - a.release ||
    RANK[a.subject] - RANK[b.subject] ||
    a.code.localeCompare(b.code, "fr", { numeric: true })
  );
}

export function groupByTraining(notices: CatalogNotice[]): NoticeGroup[] {
  const groups = new Map<string, NoticeGroup>();
  for (const notice of notices) {
    const { training_id: training, training: title } = notice;
    const group = groups.get(training);
    if (group) group.notices.push(notice);
    else {
      const archived = notice.training_status === "archived";
      groups.set(training, { training, title, archived, notices: [notice] });
    }
  }
  return [...groups.values()].map((group) => ({
    ...group,
    notices: group.notices.toSorted(inOrder),
  }));
}

export const waitingIn = (notices: CatalogNotice[]): number =>
  notices.filter(({ decision }) => !decision).length;

import { Checkbox, NativeSelect } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { QueuedExperience } from "@/api/types";
import { useTranslation } from "@/i18n/experienceReviews";
import { formatDateShort } from "@/lib/days";
import { formatDay } from "@/lib/format";
import { fullName } from "@/lib/names";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { StateTag } from "@/ui/StateTag";
import classes from "../Experiences.module.css";
import { filterOf, LATE, NOBODY, QUEUE_STATES, type QueueSearch, queueSearch } from "../search";
import { SubmissionTag } from "../Tags";
import { useQueue } from "./queries";

/** Somebody who may look at experiences. */
export interface Reviewer {
  id: string;
  name: string;
}

interface Props {
  organisation: string;
  reviewers: Reviewer[];
  search: QueueSearch;
  onSearch: (search: QueueSearch) => void;
}

/** What was put before an organisation: what waits longest first, and whom it waits for. */
export function ReviewQueue({ organisation, reviewers, search, onSearch }: Props) {
  const { t } = useTranslation();
  const list = useQueue(organisation, filterOf(search));
  const filtered = Object.values(search).some(Boolean);
  return (
    <>
      <Filters reviewers={reviewers} search={search} onSearch={onSearch} />
      <PagedList
        list={list}
        height={280}
        none={
          <Notice title={t(filtered ? "reviewQueue.none" : "reviewQueue.empty")}>
            {t(filtered ? "reviewQueue.noneHelp" : "reviewQueue.emptyHelp")}
          </Notice>
        }
      >
        {(queued) => (
          <Panel>
            <ul className={classes.rows}>
              {queued.map((one) => (
                <li key={one.id}>
                  <Line organisation={organisation} queued={one} />
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </PagedList>
    </>
  );
}

function Filters({ reviewers, search, onSearch }: Omit<Props, "organisation">) {
  const { t } = useTranslation();
  const set = (change: Partial<QueueSearch>) => {
    const next = Object.entries({ ...search, ...change });
    // What is not chosen does not stand in the address.
    onSearch(queueSearch.parse(Object.fromEntries(next.filter(([, value]) => value))));
  };
  return (
    <Panel>
      <div className={classes.fields}>
        <NativeSelect
          label={t("reviewQueue.state")}
          value={search.etat ?? ""}
          data={[
            { value: "", label: t("reviewQueue.waiting") },
            ...Object.entries(QUEUE_STATES).map(([value, status]) => ({
              value,
              label: t(`experienceWord.submission.${status}`),
            })),
          ]}
          onChange={(event) => set({ etat: event.currentTarget.value || undefined })}
        />
        <NativeSelect
          label={t("reviewQueue.reviewer")}
          value={search.examinateur ?? ""}
          data={[
            { value: "", label: t("reviewQueue.anybody") },
            { value: NOBODY, label: t("reviewQueue.nobody") },
            ...reviewers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => set({ examinateur: event.currentTarget.value || undefined })}
        />
        <Checkbox
          className={classes.beside ?? ""}
          label={t("reviewQueue.late")}
          checked={search.retard === LATE}
          onChange={(event) => set({ retard: event.currentTarget.checked ? LATE : undefined })}
        />
      </div>
    </Panel>
  );
}

function Line({ organisation, queued }: { organisation: string; queued: QueuedExperience }) {
  const { t } = useTranslation();
  const { id, title, status, overdue, assigned_to: reviewer } = queued;
  const name = fullName(queued);
  return (
    <div className={classes.head}>
      <div className={classes.main}>
        <h2 className={classes.name}>
          <Link
            to={paths.review}
            params={{ organisation, submission: id }}
            className={classes.link}
          >
            {title}
          </Link>
        </h2>
        <p className={classes.facts}>
          <span>{name}</span>
          <span>{t("reviewQueue.sent", { date: formatDay(queued.submitted_at) })}</span>
          {status === "submitted" ? (
            <>
              <span>
                {queued.age_days > 0
                  ? t("reviewQueue.age", { count: queued.age_days })
                  : t("reviewQueue.today")}
              </span>
              <span>{t("reviewQueue.due", { date: formatDateShort(queued.due_on) })}</span>
            </>
          ) : null}
          <span>
            {reviewer ? t("reviewQueue.by", { name: reviewer.name }) : t("reviewQueue.byNobody")}
          </span>
        </p>
      </div>
      {overdue ? <StateTag tone="error">{t("reviewQueue.overdue")}</StateTag> : null}
      <SubmissionTag status={status} />
    </div>
  );
}

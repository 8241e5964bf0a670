import { Button, Group, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
import { asProblem } from "@/api/problem";
import type { PastSearch, SearchCriteria } from "@/api/types";
import { useTranslation } from "@/i18n/saved";
import { formatMoment } from "@/lib/format";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "../saved/Saved.module.css";
import { askedOf, type Names } from "./asked";
import { useHistoryChanges, useSearchHistory } from "./queries";

interface Props {
  /** The names of the codes that these searches hold, as a hook: they are asked of the catalogue. */
  useNames: (searches: SearchCriteria[]) => Names;
  /** Leads to the search with its filters set. */
  openLink: (search: SearchCriteria, label: string, spoken: string) => ReactNode;
  searchLink: ReactNode;
  refused: (code: string) => ReactNode;
}

/** The searches one made lately, latest first, each one press away from its profiles. */
export function SearchHistory({ searchLink, refused, ...rest }: Props) {
  const { t } = useTranslation();
  const list = useSearchHistory();
  const { clear } = useHistoryChanges();
  const top = useRef<HTMLDivElement>(null);
  const refocus = () => setTimeout(() => top.current?.focus());
  if (list.isError && !list.data) {
    const problem = asProblem(list.error);
    if (problem.status === 403) return refused(problem.code);
  }
  return (
    <div ref={top} tabIndex={-1} className={classes.list}>
      <PagedList
        list={list}
        height={280}
        none={
          <Notice icon="clock" title={t("searchHistory.none")} actions={searchLink}>
            {t("searchHistory.noneHelp")}
          </Notice>
        }
      >
        {(searches) => (
          <Stack>
            <Group>
              <ConfirmButton
                label={t("searchHistory.clear")}
                title={t("searchHistory.clearTitle")}
                confirm={t("searchHistory.clear")}
                danger
                variant="default"
                action={async () => {
                  await clear();
                  refocus();
                }}
              >
                {t("searchHistory.clearText")}
              </ConfirmButton>
            </Group>
            <Rows {...rest} searches={searches} onForgotten={refocus} />
          </Stack>
        )}
      </PagedList>
    </div>
  );
}

type RowsProps = Pick<Props, "useNames" | "openLink"> & {
  searches: PastSearch[];
  onForgotten: () => void;
};

function Rows({ useNames, searches, ...rest }: RowsProps) {
  const { t } = useTranslation();
  const names = useNames(searches.map(({ search }) => search));
  return (
    <ul className={classes.cards} aria-label={t("searchHistory.list")}>
      {searches.map((past) => (
        <li key={past.id}>
          <Row {...rest} past={past} names={names} />
        </li>
      ))}
    </ul>
  );
}

interface RowProps {
  past: PastSearch;
  names: Names;
  openLink: Props["openLink"];
  onForgotten: () => void;
}

function Row({ past, names, openLink, onForgotten }: RowProps) {
  const { t } = useTranslation();
  const { forget } = useHistoryChanges();
  const run = useMutation({ mutationFn: () => forget(past.id), onSuccess: onForgotten });
  const date = formatMoment(past.at);
  const asked = askedOf(t, past.search, names);
  return (
    <article className={classes.card} aria-labelledby={`past-${past.id}`}>
      <div className={classes.head}>
        <div className={classes.main}>
          <h2 className={classes.name} id={`past-${past.id}`}>
            {date}
          </h2>
          <div className={classes.meta}>{t("searchHistory.found", { count: past.results })}</div>
        </div>
        <div className={classes.actions}>
          {openLink(past.search, t("searchHistory.again"), t("searchHistory.againOf", { date }))}
          <Button
            variant="subtle"
            color="brick"
            size="compact-sm"
            aria-label={t("searchHistory.forgetOf", { date })}
            loading={run.isPending}
            onClick={() => run.mutate()}
          >
            {t("searchHistory.forget")}
          </Button>
        </div>
      </div>
      {asked.length === 0 ? (
        <p className={classes.everybody}>{t("saved.everybody")}</p>
      ) : (
        <ul className={classes.asked}>
          {asked.map(({ key, text, detail }) => (
            <li key={key} className={classes.line}>
              {text}
              {detail ? <span className={classes.detail}>{detail}</span> : null}
            </li>
          ))}
        </ul>
      )}
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </article>
  );
}

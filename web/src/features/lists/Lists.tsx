import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";
import type { CandidateList } from "@/api/types";
import { useTranslation } from "@/i18n/lists";
import { formatDay } from "@/lib/format";
import { fullName } from "@/lib/names";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { StateTag } from "@/ui/StateTag";
import classes from "./Lists.module.css";
import { useLists } from "./queries";
import { STAGES } from "./rights";

interface Props {
  /** The way to the search, for those who have no list yet. */
  searchLink: ReactNode;
  /** What an account is told that may not search. */
  refused: (code: string) => ReactNode;
}

/** The lists one made or was given access to, newest first. */
export function Lists({ searchLink, refused }: Props) {
  const { t } = useTranslation();
  const list = useLists();
  if (list.isError && !list.data) {
    const problem = asProblem(list.error);
    if (problem.status === 403) return refused(problem.code);
  }
  return (
    <PagedList
      list={list}
      height={280}
      none={
        <Notice icon="list" title={t("candidateLists.none")} actions={searchLink}>
          {t("candidateLists.noneHelp")}
        </Notice>
      }
    >
      {(lists) => (
        <ul className={classes.cards} aria-label={t("candidateLists.title")}>
          {lists.map((one) => (
            <li key={one.id}>
              <Card list={one} />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}

function Card({ list }: { list: CandidateList }) {
  const { t } = useTranslation();
  const { name, description, counts } = list;
  return (
    <article className={classes.card} aria-labelledby={`list-${list.id}`}>
      <div className={classes.head}>
        <h2 className={classes.name} id={`list-${list.id}`}>
          <Link to={paths.candidateList} params={{ list: list.id }}>
            {name}
          </Link>
        </h2>
        <span className={classes.meta}>
          <ListAccessTag list={list} />
        </span>
      </div>
      {description ? <p className={classes.description}>{description}</p> : null}
      <p className={classes.meta}>
        <span>{t("candidateList.people", { count: counts.total })}</span>
        {STAGES.filter((stage) => counts[stage] > 0).map((stage) => (
          <span key={stage}>
            {t(`candidateStage.${stage}`)} : {counts[stage]}
          </span>
        ))}
        <span>{t("candidateList.changed", { date: formatDay(list.updated_at) })}</span>
      </p>
    </article>
  );
}

/** Whose list it is, and what one may do with it. */
export function ListAccessTag({ list }: { list: CandidateList }) {
  const { t } = useTranslation();
  const { owner, access } = list;
  if (!owner) return <StateTag tone="warning">{t("candidateList.orphan")}</StateTag>;
  if (access === "owner") return null;
  return (
    <>
      <span>{t("candidateList.by", { name: fullName(owner) })}</span>
      <StateTag tone="neutral">{t(`listAccess.${access}.name`)}</StateTag>
    </>
  );
}

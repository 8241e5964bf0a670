import type { ReactNode } from "react";
import { useEffect, useRef } from "react";
import type { Hit, SearchPage } from "@/api/types";
import { useTranslation } from "@/i18n/search";
import { DepthNotice } from "./DepthNotice";
import { EmptyResults } from "./EmptyResults";
import { HitCard } from "./HitCard";
import { HitSkeletons } from "./HitSkeleton";
import { Legend } from "./Legend";
import { Pagination } from "./Pagination";
import { PickPage, PickProfile } from "./Picking";
import type { ProfileSearch } from "./queries";
import classes from "./Results.module.css";
import { ResultsHeader } from "./ResultsHeader";
import { SearchFailure } from "./SearchFailure";
import { type SearchState, setCursor } from "./state";

interface Props {
  search: ProfileSearch;
  state: SearchState;
  labelOf: (code: string) => string;
  jobLabel: string | null;
  companyLink: ReactNode;
  /** What else can be done with the search. */
  actions: ReactNode;
  /** Makes the name of each profile the way to it. */
  linkOf?: (hit: Hit, name: string) => ReactNode;
  /** What can be done with each profile. */
  toolsOf?: (hit: Hit) => ReactNode;
  /** Whether people can be picked. */
  picks?: boolean;
  onChange: (next: SearchState) => void;
}

/** What the search found: the total, one page of profiles, the way to the other pages. */
export function Results(props: Props) {
  const { search, state, companyLink, actions, onChange } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const { page, stale, error } = search;

  // After a change of page, reading starts again at the top of the list.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that was kept is never stale
  useEffect(() => {
    if (stale || !moved.current) return;
    moved.current = false;
    heading.current?.focus();
    window.scrollTo({ top: 0 });
  }, [stale, page]);

  if (error && !search.loading) {
    return (
      <SearchFailure
        error={error}
        state={state}
        labelOf={props.labelOf}
        companyLink={companyLink}
        onChange={onChange}
        onRetry={search.retry}
      />
    );
  }
  return (
    <div className={classes.results} aria-busy={stale}>
      <ResultsHeader total={page?.total} stale={stale} headingRef={heading} actions={actions} />
      {page ? (
        <Found
          {...props}
          page={page}
          onMove={(cursor) => {
            moved.current = true;
            onChange(setCursor(state, cursor));
          }}
        />
      ) : (
        <HitSkeletons />
      )}
    </div>
  );
}

function Found(props: Props & { page: SearchPage; onMove: (cursor: string) => void }) {
  const { page, search, state, labelOf, jobLabel, linkOf, onChange, onMove } = props;
  const { t } = useTranslation();
  if (page.total === 0) {
    return (
      <EmptyResults state={state} facets={search.facets} labelOf={labelOf} onChange={onChange} />
    );
  }
  return (
    <>
      <Legend />
      {props.picks ? <PickPage hits={page.hits} /> : null}
      <ol
        className={classes.list}
        aria-label={t("results.list")}
        data-stale={search.stale || undefined}
      >
        {page.hits.map((hit) => (
          <li key={hit.profile_id}>
            <HitCard
              hit={hit}
              criteria={state.criteria}
              labelOf={labelOf}
              {...(jobLabel ? { jobLabel } : {})}
              {...(linkOf ? { link: (name: string) => linkOf(hit, name) } : {})}
              tools={props.toolsOf?.(hit)}
              pick={props.picks ? <PickProfile hit={hit} /> : null}
            />
          </li>
        ))}
      </ol>
      <Pagination
        previous={page.previous_cursor ?? null}
        next={page.next_cursor ?? null}
        disabled={search.stale}
        onMove={onMove}
      />
      {page.next_cursor ? null : <DepthNotice reachable={page.reachable} total={page.total} />}
    </>
  );
}

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
import { asProblem } from "@/api/problem";
import type { ExcludedProfile, ShownProfile } from "@/api/types";
import { useTranslation } from "@/i18n/lists";
import { formatDay } from "@/lib/format";

import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useExcluded, useExclusions } from "./exclusionQueries";
import classes from "./Lists.module.css";
import { useCalled } from "./useCalled";

interface Props {
  skillsOf: (profile: ShownProfile) => ReactNode;
  searchLink: ReactNode;
  refused: (code: string) => ReactNode;
}

/** Those the company leaves out of its searches, and the way back for each of them. */
export function ExcludedList({ skillsOf, searchLink, refused }: Props) {
  const { t } = useTranslation();
  const list = useExcluded();
  const top = useRef<HTMLDivElement>(null);
  if (list.isError && !list.data) {
    const problem = asProblem(list.error);
    if (problem.status === 403) return refused(problem.code);
  }
  return (
    <div ref={top} tabIndex={-1} className={classes.said}>
      <PagedList
        list={list}
        height={280}
        none={
          <Notice icon="eyeOff" title={t("excludedPeople.none")} actions={searchLink}>
            {t("excludedPeople.noneHelp")}
          </Notice>
        }
      >
        {(lines) => (
          <ul className={classes.cards} aria-label={t("excludedPeople.title")}>
            {lines.map((line) => (
              <li key={line.id}>
                <Line
                  line={line}
                  skillsOf={skillsOf}
                  onIncluded={() => setTimeout(() => top.current?.focus())}
                />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </div>
  );
}

interface LineProps {
  line: ExcludedProfile;
  skillsOf: (profile: ShownProfile) => ReactNode;
  onIncluded: () => void;
}

function Line({ line, skillsOf, onIncluded }: LineProps) {
  const { t } = useTranslation();
  const called = useCalled();
  const { include } = useExclusions();
  const run = useMutation({ mutationFn: () => include(line.id), onSuccess: onIncluded });
  const name = line.profile ? called(line.profile) : t("listPerson.gone");
  return (
    <article
      className={line.profile ? classes.card : `${classes.card} ${classes.gone}`}
      aria-labelledby={`excluded-${line.id}`}
    >
      <div className={classes.head}>
        <h2 className={classes.name} id={`excluded-${line.id}`}>
          {name}
        </h2>
        <span className={classes.meta}>
          {t("excludedPeople.since", { date: formatDay(line.excluded_at) })}
        </span>
      </div>
      {line.profile ? skillsOf(line.profile) : null}
      <div className={classes.tools}>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t("excludedPeople.includeOf", { name })}
          loading={run.isPending}
          onClick={() => run.mutate()}
        >
          {t("excludedPeople.include")}
        </Button>
      </div>
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </article>
  );
}

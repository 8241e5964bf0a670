import { Button, Group, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";
import type { NewMatch, ShownProfile } from "@/api/types";
import { useTranslation } from "@/i18n/saved";
import { formatMoment } from "@/lib/format";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { HitCard } from "../HitCard";
import { useNewMatches, useSavedSearchChanges } from "./queries";
import classes from "./Saved.module.css";

interface Props {
  /** The saved search. */
  id: string;
  toolsOf: (profile: ShownProfile) => ReactNode;
  /** Makes the name of somebody the way to their profile. */
  linkOf: (profile: ShownProfile, name: string) => ReactNode;
  /** Leads to the list of saved searches. */
  listLink: ReactNode;
  refused: (code: string) => ReactNode;
}

/** Those who match a saved search, did not before, and were not looked at yet. */
export function NewMatches({ id, toolsOf, linkOf, listLink, refused }: Props) {
  const { t } = useTranslation();
  const list = useNewMatches(id);
  if (list.isError && !list.data) {
    const problem = asProblem(list.error);
    if (problem.status === 404) return <Notice title={t("saved.openedGone")} actions={listLink} />;
    if (problem.status === 403) return refused(problem.code);
  }
  return (
    <PagedList
      list={list}
      height={320}
      none={
        <Notice icon="check" title={t("newMatches.none")} actions={listLink}>
          {t("newMatches.noneHelp")}
        </Notice>
      }
    >
      {(found) => <Found id={id} found={found} toolsOf={toolsOf} linkOf={linkOf} />}
    </PagedList>
  );
}

type FoundProps = Pick<Props, "id" | "toolsOf" | "linkOf"> & { found: NewMatch[] };

function Found({ id, found, toolsOf, linkOf }: FoundProps) {
  const { t } = useTranslation();
  const { seen } = useSavedSearchChanges();
  const run = useMutation({ mutationFn: (until: string) => seen(id, until) });
  // Those found later than the first of the list were not shown: they stay new.
  const latest = found[0]?.found_at;
  return (
    <Stack>
      <Group>
        <Button
          variant="default"
          loading={run.isPending}
          onClick={() => latest && run.mutate(latest)}
        >
          {t("newMatches.seen")}
        </Button>
      </Group>
      {run.error ? <ProblemNotice error={run.error} /> : null}
      <ul className={classes.cards} aria-label={t("newMatches.title")}>
        {found.map(({ profile, found_at: foundAt }) => (
          <li key={profile.profile_id}>
            <p className={classes.foundAt}>{t("newMatches.at", { date: formatMoment(foundAt) })}</p>
            <HitCard
              hit={profile}
              order={2}
              link={(name) => linkOf(profile, name)}
              tools={toolsOf(profile)}
            />
          </li>
        ))}
      </ul>
    </Stack>
  );
}

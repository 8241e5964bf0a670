import { Skeleton, Stack } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { asProblem } from "@/api/problem";
import type { ShownProfile } from "@/api/types";
import { useTranslation } from "@/i18n/openedProfile";
import { nameOf, referenceOf } from "@/record/profileName";
import { PageTitle } from "@/ui/PageTitle";
import { OpenedFailure } from "./OpenedFailure";
import { OpenedSkills } from "./OpenedSkills";
import { useOpenedProfile } from "./queries";
import { Told } from "./Told";

/** Unknown, not visible any more, or hidden from this company. */
const GONE = [404, 422];

interface Props {
  /** The public id of the profile. */
  id: string;
  /** The way back to where it was opened from. */
  back: ReactNode;
  /** The way to the search, for those who find nobody here. */
  searchLink: ReactNode;
  /** What an account is told that may not search. */
  refused: (code: string) => ReactNode;
  /** What can be done with the profile; `onListed` once the person is on a list. */
  moves: (profile: ShownProfile, name: string, onListed: () => void) => ReactNode;
  /** What the company notes about the person. */
  notes: ReactNode;
}

/** Somebody’s profile, opened: what the company may see of it, and that the person is told. */
export function OpenedProfile({ id, back, searchLink, refused, moves, notes }: Props) {
  const { t } = useTranslation();
  const opened = useOpenedProfile(id);
  const [listed, setListed] = useState(false);
  const problem = opened.isError ? asProblem(opened.error) : null;
  const gone = problem !== null && GONE.includes(problem.status);
  // What was read before is shown no more once it may not be.
  const profile = gone || problem?.status === 403 ? undefined : opened.data;
  const name = profile
    ? (nameOf(profile) ?? t("hit.anonymous", { reference: referenceOf(profile) }))
    : null;
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        {back}
        <PageTitle
          title={
            gone
              ? t("openedProfile.gone")
              : (name ?? t(problem ? "openedProfile.title" : "state.loading"))
          }
        />
      </div>
      {problem ? (
        <OpenedFailure
          problem={problem}
          gone={gone}
          since={opened.errorUpdatedAt}
          searchLink={searchLink}
          refused={refused}
          onRetry={() => void opened.refetch()}
        />
      ) : null}
      {profile && name !== null ? (
        <>
          <Told
            withheld={nameOf(profile) === null}
            listed={listed}
            opening={opened.isFetching}
            onOpen={() => void opened.refetch()}
          />
          {moves(profile, name, () => setListed(true))}
          <OpenedSkills skills={profile.skills} />
          {notes}
        </>
      ) : problem ? null : (
        <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />
      )}
    </Stack>
  );
}

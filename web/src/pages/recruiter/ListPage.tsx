import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { asProblem } from "@/api/problem";
import { ListHead, listQuery, People } from "@/features/lists";
import { stageOf, stageSearchOf } from "@/features/lists/url";
import { newOfferSearch } from "@/features/offers/sent/url";
import { SkillList } from "@/features/profiles";
import { useTranslation } from "@/i18n/lists";
import { paths } from "@/lib/paths";
import { BackLink } from "@/ui/BackLink";
import { ButtonLink } from "@/ui/ButtonLink";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { AccessRefused } from "./AccessRefused";
import { InviteToQuizButton } from "./InviteToQuizButton";
import { MembersLink } from "./MembersLink";
import { ProfileLink } from "./ProfileLink";

const route = getRouteApi("/guarded/recrutement/listes/$list");

/** A list of people: what it is for, who is on it and how far the company is with each of them. */
export function ListPage() {
  const { t } = useTranslation();
  const { list: id } = route.useParams();
  const stage = stageOf(route.useSearch());
  const go = route.useNavigate();
  const list = useQuery(listQuery(id));
  const refusal = list.isError ? asProblem(list.error) : null;
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <BackLink to={paths.candidateLists}>{t("candidateLists.back")}</BackLink>
        <PageTitle
          title={list.data?.name ?? (refusal ? t("candidateLists.title") : t("state.loading"))}
        />
      </div>
      {refusal?.status === 404 ? (
        <Notice icon="list" title={t("candidateList.gone")} />
      ) : refusal?.status === 403 ? (
        <AccessRefused code={refusal.code} />
      ) : refusal && !list.data ? (
        <ProblemNotice error={refusal} onRetry={() => list.refetch()} />
      ) : list.data ? (
        <>
          <ListHead
            list={list.data}
            membersLink={<MembersLink />}
            onGone={() => void go({ to: paths.candidateLists })}
          />
          <People
            key={id}
            list={list.data}
            stage={stage}
            onStage={(next) =>
              void go({ search: stageSearchOf(next), replace: true, resetScroll: false })
            }
            slots={{
              skillsOf: ({ skills }) => (
                <SkillList skills={skills} title={t("hit.allSkills")} belowMatch />
              ),
              personLink: (profile, name) => (
                <ProfileLink
                  profile={profile.profile_id}
                  from={{ liste: id, ...stageSearchOf(stage) }}
                >
                  {name}
                </ProfileLink>
              ),
              offerLink: (profiles, label) => (
                <>
                  <ButtonLink to={paths.offerNew} search={newOfferSearch(profiles, "")} size="sm">
                    {label}
                  </ButtonLink>
                  <InviteToQuizButton profiles={profiles} />
                </>
              ),
              searchLink: (
                <ButtonLink to={paths.search} size="sm">
                  {t("candidateLists.toSearch")}
                </ButtonLink>
              ),
            }}
          />
        </>
      ) : (
        <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />
      )}
    </Stack>
  );
}

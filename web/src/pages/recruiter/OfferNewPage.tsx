import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { asProblem } from "@/api/problem";
import type { SearchCriteria } from "@/api/types";
import { AddToDraft } from "@/features/offers/sent/AddToDraft";
import { EMPTY, modelOf } from "@/features/offers/sent/draft";
import { OfferForm } from "@/features/offers/sent/OfferForm";
import { draftsQuery, offerQuery } from "@/features/offers/sent/queries";
import { profilesOf } from "@/features/offers/sent/url";
import { searchParams, selection, stateFromParams, useSelection } from "@/features/profiles";
import { searchBody } from "@/features/profiles/request";
import { useTranslation } from "@/i18n/sentOffers";
import { today } from "@/lib/days";
import { formatList } from "@/lib/format";
import { paths } from "@/lib/paths";
import { readQuery } from "@/lib/query";
import { Pending } from "@/shell/PageState";
import { BackLink } from "@/ui/BackLink";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { OffersRefused } from "./OffersRefused";
import { useJobPicker } from "./useJobPicker";

const route = getRouteApi("/guarded/recrutement/offres/nouvelle");

/** What the search asked that found the people; null where there was none, or it asked nothing. */
function criteriaOf(text: string | undefined): SearchCriteria | null {
  const read = text === undefined ? null : searchParams.safeParse(readQuery(text));
  if (!read?.success) return null;
  const { facets: _, limit: __, cursor: ___, ...criteria } = searchBody(stateFromParams(read.data));
  return Object.keys(criteria).length > 0 ? criteria : null;
}

/** Begins an offer: to those who were picked, from a model, or from nothing. */
export function OfferNewPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const jobPicker = useJobPicker();
  const profiles = profilesOf(search);
  const model = useQuery({ ...offerQuery(search.modele ?? ""), enabled: Boolean(search.modele) });
  const access = useQuery(draftsQuery);
  if (search.modele && model.isPending) return <Pending />;
  const refused = access.isError && asProblem(access.error).status === 403;
  const begun = model.data ? modelOf(model.data, today()) : EMPTY;
  const toOffer = (offer: string, leftOut: number, replace: boolean) => {
    selection.remove(profiles);
    void navigate({
      to: paths.sentOffer,
      params: { offer },
      search: leftOut > 0 ? { ecartes: String(leftOut) } : {},
      replace,
    });
  };
  return (
    <Stack gap="lg" maw={760} mx="auto">
      <div>
        <BackLink to={paths.sentOffers}>{t("offerBoard.back")}</BackLink>
        <PageTitle title={t("offerForm.newTitle")} lead={t("offerForm.newLead")} />
      </div>
      {refused ? (
        <OffersRefused code={asProblem(access.error).code} />
      ) : (
        <>
          {model.isError ? (
            <ProblemNotice
              title={t("offerForm.modelGone")}
              error={model.error}
              onRetry={() => void model.refetch()}
            />
          ) : null}
          {model.data ? (
            <Notice icon="book">{t("offerForm.fromModel", { title: model.data.title })}</Notice>
          ) : null}
          <Chosen
            profiles={profiles}
            onAdded={(offer, leftOut) => toOffer(offer, leftOut, false)}
            drafts={access.data?.length ?? 0}
          />
          <Panel>
            <OfferForm
              initial={{ ...begun, search: criteriaOf(search.recherche) }}
              profiles={profiles}
              jobPicker={jobPicker}
              onDone={(written) => toOffer(written.id, written.not_added.length, true)}
              onCancel={() =>
                void navigate(
                  profiles.length > 0
                    ? { to: paths.search, search: readSearch(search.recherche) }
                    : { to: paths.sentOffers },
                )
              }
            />
          </Panel>
        </>
      )}
    </Stack>
  );
}

/** The search one came from. */
function readSearch(text: string | undefined) {
  const read = searchParams.safeParse(readQuery(text ?? ""));
  return read.success ? read.data : {};
}

interface ChosenProps {
  profiles: string[];
  drafts: number;
  onAdded: (offer: string, leftOut: number) => void;
}

/** For whom the offer is; the names are those one read in the search. */
function Chosen({ profiles, drafts, onAdded }: ChosenProps) {
  const { t } = useTranslation();
  const { people } = useSelection();
  if (profiles.length === 0) return <Text c="dimmed">{t("offerForm.forNobody")}</Text>;
  const names = people
    .filter(({ id, name }) => name !== null && profiles.includes(id))
    .map(({ name }) => name ?? "");
  return (
    <Notice
      icon="users"
      title={t("offerForm.forPeople", { count: profiles.length })}
      actions={drafts > 0 ? <AddToDraft profiles={profiles} onAdded={onAdded} size="sm" /> : null}
    >
      {names.length === profiles.length ? formatList(names) : null}
    </Notice>
  );
}

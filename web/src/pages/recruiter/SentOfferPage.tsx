import { Box, Stack } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, useState } from "react";
import { Board } from "@/features/offers/sent/Board";
import { DraftView } from "@/features/offers/sent/DraftView";
import { boardSearchOf, boardStateOf } from "@/features/offers/sent/url";
import { OfferStateTag } from "@/features/offers/shared/OfferStateTag";
import type { Offer, SentOffer } from "@/features/offers/shared/types";
import { paramsFromState } from "@/features/profiles";
import { stateFromBody } from "@/features/profiles/request";
import { useTranslation } from "@/i18n/sentOffers";
import { paths } from "@/lib/paths";
import { BackLink } from "@/ui/BackLink";
import { ButtonLink } from "@/ui/ButtonLink";
import { Icon } from "@/ui/Icon";
import { Later } from "@/ui/Later";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";
import { ProfileLink } from "./ProfileLink";
import { WithOffer } from "./WithOffer";

/** Few people share their whole passport: those who look at one load what draws it. */
const CompanyPassport = lazy(async () => ({
  default: (await import("@/features/exports/shared/CompanyPassport")).CompanyPassport,
}));

/** One offer of the company: a draft to finish, or what was sent and where it stands. */
export function SentOfferPage() {
  return <WithOffer>{(offer) => <Shown key={offer.id} offer={offer} />}</WithOffer>;
}

const route = getRouteApi("/guarded/recrutement/offres/$offer");

function Shown({ offer }: { offer: Offer }) {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [sent, setSent] = useState<SentOffer | null>(null);
  const isDraft = offer.status === "draft";
  return (
    <Stack gap="lg" maw={960} mx="auto">
      <div>
        <BackLink to={paths.sentOffers}>{t("offerBoard.back")}</BackLink>
        <PageTitle title={offer.title} lead={offer.job?.label} />
        {isDraft ? (
          <Box mt="xs">
            <OfferStateTag state="draft" />
          </Box>
        ) : null}
      </div>
      {sent ? <Gone sent={sent} /> : null}
      {isDraft ? (
        <DraftView
          offer={offer}
          leftOut={Number(search.ecartes ?? 0)}
          searchLink={
            <ButtonLink
              to={paths.search}
              search={offer.search ? paramsFromState(stateFromBody(offer.search, null)) : {}}
              variant="default"
              size="sm"
              leftSection={<Icon name="search" size={16} />}
            >
              {t("offerPeople.search")}
            </ButtonLink>
          }
          onSent={(done) => {
            setSent(done);
            void navigate({ search: {}, replace: true, resetScroll: true });
          }}
          onRemoved={() => navigate({ to: paths.sentOffers })}
        />
      ) : (
        <Board
          offer={offer}
          state={boardStateOf(search)}
          onState={(state) =>
            void navigate({ search: boardSearchOf(state), replace: true, resetScroll: false })
          }
          personLink={(profile, name) => (
            <ProfileLink
              profile={profile}
              from={{ offre: offer.id, ...boardSearchOf(boardStateOf(search)) }}
            >
              {name}
            </ProfileLink>
          )}
          passport={(share) => (
            <Later height={240}>
              <CompanyPassport share={share} />
            </Later>
          )}
        />
      )}
    </Stack>
  );
}

/** What became of a sending. */
function Gone({ sent }: { sent: SentOffer }) {
  const { t } = useTranslation();
  const skipped = sent.skipped.length;
  return (
    <Notice tone="success" announce title={t("offerSend.done", { count: sent.sent })}>
      {skipped > 0 ? <div>{t("offerSend.skipped", { count: skipped })}</div> : null}
      <div>{t("offerSend.doneHelp")}</div>
    </Notice>
  );
}

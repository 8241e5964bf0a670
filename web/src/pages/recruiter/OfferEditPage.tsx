import { Stack } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { OfferForm } from "@/features/offers/sent/OfferForm";
import { Warnings } from "@/features/offers/sent/Warnings";
import { useTranslation } from "@/i18n/sentOffers";
import { paths } from "@/lib/paths";
import { BackLink } from "@/ui/BackLink";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";
import { Panel } from "@/ui/Panel";
import { useJobPicker } from "./useJobPicker";
import { WithOffer } from "./WithOffer";

/** Writes a draft anew. What was sent, and what somebody else writes, can only be read. */
export function OfferEditPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const jobPicker = useJobPicker();
  return (
    <WithOffer>
      {(offer) => {
        const params = { offer: offer.id };
        const back = () => void navigate({ to: paths.sentOffer, params });
        const sent = offer.status !== "draft";
        return (
          <Stack gap="lg" maw={760} mx="auto">
            <div>
              <BackLink to={paths.sentOffer} params={params}>
                {t("offerForm.back")}
              </BackLink>
              <PageTitle title={t("offerForm.editTitle")} lead={offer.title} />
            </div>
            {sent || !offer.can_act ? (
              <Notice
                title={t(sent ? "offerForm.notDraft" : "offerForm.notYours")}
                actions={
                  <Link to={paths.sentOffer} params={params}>
                    {t("offerForm.back")}
                  </Link>
                }
              >
                {t(sent ? "offerForm.notDraftHelp" : "offerForm.notYoursHelp")}
              </Notice>
            ) : (
              <>
                <Warnings warnings={offer.warnings} />
                <Panel>
                  <OfferForm
                    key={offer.id}
                    offer={offer}
                    jobPicker={jobPicker}
                    onDone={back}
                    onCancel={back}
                  />
                </Panel>
              </>
            )}
          </Stack>
        );
      }}
    </WithOffer>
  );
}

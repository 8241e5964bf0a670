import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { CvPanel } from "@/features/offers/contact/CvPanel";
import { PhoneForm } from "@/features/offers/contact/PhoneForm";
import { useContact } from "@/features/offers/contact/queries";
import { useTranslation } from "@/i18n/contact";
import { paths } from "@/lib/paths";
import { BackLink } from "@/ui/BackLink";
import { PageTitle } from "@/ui/PageTitle";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";

/** How one can be reached, and one's CV: what one may share when one accepts an offer. */
export function ContactDetailsPage() {
  const { t } = useTranslation();
  const contact = useContact();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <BackLink to={paths.myOffers}>{t("contactDetails.back")}</BackLink>
        <PageTitle title={t("contactDetails.title")} lead={t("contactDetails.lead")} />
      </div>
      {contact.data ? (
        <>
          <PhoneForm contact={contact.data} />
          <CvPanel contact={contact.data} />
          <Panel labelledBy="adresse">
            <Stack gap="sm">
              <Title order={2} id="adresse">
                {t("contactDetails.emailTitle")}
              </Title>
              <Text>{t("contactDetails.email", { email: contact.data.email })}</Text>
              <Link to={paths.account}>{t("contactDetails.toAccount")}</Link>
            </Stack>
          </Panel>
          <Link to={paths.myData}>{t("contactDetails.who")}</Link>
        </>
      ) : contact.isError ? (
        <ProblemNotice error={contact.error} onRetry={() => void contact.refetch()} />
      ) : (
        <Skeleton height={420} radius="lg" role="img" aria-label={t("state.loading")} />
      )}
    </Stack>
  );
}

import { Group, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { MyOfferView } from "@/features/offers/received/MyOfferView";
import { myOfferQuery } from "@/features/offers/received/queries";
import { OfferStateTag } from "@/features/offers/shared/OfferStateTag";
import { useTranslation } from "@/i18n/myOffers";
import { paths } from "@/lib/paths";
import { BackLink } from "@/ui/BackLink";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";

/** One offer: what it says, one's answer, what one shares for it. */
export function MyOfferPage() {
  const { t } = useTranslation();
  const { offer: id = "" } = useParams({ strict: false });
  const query = useQuery(myOfferQuery(id));
  const offer = query.data?.offer;
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <BackLink to={paths.myOffers}>{t("myOffer.back")}</BackLink>
        <PageTitle title={offer?.title ?? t("myOffer.page")} />
        {offer ? (
          <Group gap="sm" mt={6}>
            <Text c="dimmed">{t("myOffer.from", { company: offer.company.name })}</Text>
            <OfferStateTag state={offer.state} />
          </Group>
        ) : null}
      </div>
      {query.isError && !query.data ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.data ? (
        <MyOfferView key={id} id={id} read={query.data} />
      ) : query.isError ? null : (
        <Skeleton height={420} radius="lg" role="img" aria-label={t("state.loading")} />
      )}
    </Stack>
  );
}

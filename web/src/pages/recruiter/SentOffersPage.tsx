import { getRouteApi } from "@tanstack/react-router";
import { OfferList } from "@/features/offers/sent/OfferList";
import { PoolList } from "@/features/offers/sent/PoolList";
import { offerFilterOf, offerSearchOf } from "@/features/offers/sent/url";
import { useTranslation } from "@/i18n/sentOffers";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { Icon } from "@/ui/Icon";
import { OffersLayout } from "./OffersLayout";
import { OffersRefused } from "./OffersRefused";

const route = getRouteApi("/guarded/recrutement/offres");

/** The offers of the company; what is looked for stands in the address. */
export function SentOffersPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const refused = (code: string) => <OffersRefused code={code} />;
  if (search.vue === "vivier") {
    return (
      <OffersLayout part="pool">
        <PoolList refused={refused} />
      </OffersLayout>
    );
  }
  return (
    <OffersLayout
      part="offers"
      actions={
        <ButtonLink to={paths.offerNew} leftSection={<Icon name="plus" size={16} />}>
          {t("offerList.create")}
        </ButtonLink>
      }
    >
      <OfferList
        filter={offerFilterOf(search)}
        onFilter={(filter) =>
          void navigate({ search: offerSearchOf(filter), replace: true, resetScroll: false })
        }
        refused={refused}
      />
    </OffersLayout>
  );
}

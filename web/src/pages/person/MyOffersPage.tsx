import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { OfferInbox } from "@/features/offers/received/OfferInbox";
import { OfferSettingsPanel } from "@/features/offers/received/OfferSettingsPanel";
import { GROUPS, type GroupName, groupOf } from "@/features/offers/received/url";
import { visibilityQuery } from "@/features/sharing/queries";
import { useTranslation } from "@/i18n/myOffers";
import { paths } from "@/lib/paths";
import { PageTitle } from "@/ui/PageTitle";
import links from "@/ui/SectionLinks.module.css";
import { SectionNav } from "@/ui/SectionNav";

/** The offers one received, and what one decides about all of them. */
export function MyOffersPage() {
  const { t } = useTranslation();
  const group = groupOf(useSearch({ strict: false }));
  const visibility = useQuery(visibilityQuery);
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("myOffers.title")} lead={t("myOffers.lead")} />
      </div>
      <SectionNav label={t("myOffers.groups")}>
        {(Object.keys(GROUPS) as GroupName[]).map((name) => {
          const isHere = GROUPS[name] === group;
          return (
            <Link
              key={name}
              to={paths.myOffers}
              search={name === "a-repondre" ? {} : { etat: name }}
              className={links.link}
              data-active={isHere || undefined}
              aria-current={isHere ? "page" : undefined}
              activeProps={{}}
            >
              {t(`myOffers.group.${GROUPS[name]}`)}
            </Link>
          );
        })}
      </SectionNav>
      <OfferInbox key={group} group={group} isVisible={visibility.data?.visible} />
      <OfferSettingsPanel />
    </Stack>
  );
}

import { Group, Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/sentOffers";
import { paths } from "@/lib/paths";
import { PageTitle } from "@/ui/PageTitle";
import links from "@/ui/SectionLinks.module.css";
import { SectionNav } from "@/ui/SectionNav";

interface Props {
  part: "offers" | "pool";
  actions?: ReactNode;
  children: ReactNode;
}

/** The offers of the company, and those who agreed to be kept in mind, each at its own address. */
export function OffersLayout({ part, actions, children }: Props) {
  const { t } = useTranslation();
  const current = (one: Props["part"]) =>
    one === part ? ({ "aria-current": "page", "data-active": true } as const) : {};
  return (
    <Stack gap="lg" maw={960} mx="auto">
      <SectionNav label={t("offerList.nav")}>
        <Link to={paths.sentOffers} className={links.link} {...current("offers")}>
          {t("offerList.offers")}
        </Link>
        <Link
          to={paths.sentOffers}
          search={{ vue: "vivier" }}
          className={links.link}
          {...current("pool")}
        >
          {t("pool.title")}
        </Link>
      </SectionNav>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ flex: "1 1 20rem", minWidth: 0 }}>
          {part === "pool" ? (
            <PageTitle key="pool" title={t("pool.title")} lead={t("pool.lead")} />
          ) : (
            <PageTitle key="offers" title={t("offerList.title")} lead={t("offerList.lead")} />
          )}
        </div>
        {actions}
      </Group>
      {children}
    </Stack>
  );
}

import { Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/admin";
import { paths } from "@/lib/paths";
import { PageTitle } from "@/ui/PageTitle";
import links from "@/ui/SectionLinks.module.css";
import { SectionNav } from "@/ui/SectionNav";

const SECTIONS = [
  { to: paths.admin, key: "recruiters" },
  { to: paths.adminOrganisations, key: "organisations" },
  { to: paths.adminIndex, key: "index" },
  { to: paths.adminCatalog, key: "catalog" },
  { to: paths.adminReports, key: "reports" },
  { to: paths.adminRegister, key: "register" },
] as const;

/** The parts of the administration, each at its own address. */
export function AdminLayout({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={960} mx="auto">
      <SectionNav label={t("admin.nav")}>
        {SECTIONS.map(({ to, key }) => (
          <Link
            key={to}
            to={to}
            className={links.link}
            activeProps={{ "aria-current": "page", "data-active": true }}
            activeOptions={{ exact: true }}
          >
            {t(`admin.${key}`)}
          </Link>
        ))}
      </SectionNav>
      <div>
        <PageTitle title={title} />
      </div>
      {children}
    </Stack>
  );
}

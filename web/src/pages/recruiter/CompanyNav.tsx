import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/members";
import { paths } from "@/lib/paths";
import links from "@/ui/SectionLinks.module.css";
import { SectionNav } from "@/ui/SectionNav";

const PARTS = [
  { to: paths.company, key: "toCompany" },
  { to: paths.companyMembers, key: "toMembers" },
] as const;

/** The pages of a company that may search. */
export function CompanyNav() {
  const { t } = useTranslation();
  return (
    <SectionNav label={t("colleagues.nav")}>
      {PARTS.map(({ to, key }) => (
        <Link
          key={to}
          to={to}
          className={links.link}
          activeProps={{ "aria-current": "page", "data-active": true }}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {t(`colleagues.${key}`)}
        </Link>
      ))}
    </SectionNav>
  );
}

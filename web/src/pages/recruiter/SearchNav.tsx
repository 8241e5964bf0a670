import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/search";
import { paths } from "@/lib/paths";
import links from "@/ui/SectionLinks.module.css";
import { SectionNav } from "@/ui/SectionNav";

const PARTS = [
  { to: paths.search, key: "search" },
  { to: paths.savedSearches, key: "saved" },
  { to: paths.searchHistory, key: "history" },
  { to: paths.excludedProfiles, key: "leftOut" },
] as const;

/** The pages around the search: those kept, those made lately, and whom it leaves out. */
export function SearchNav() {
  const { t } = useTranslation();
  return (
    <SectionNav label={t("searchNav.label")}>
      {PARTS.map(({ to, key }) => (
        <Link
          key={to}
          to={to}
          className={links.link}
          activeProps={{ "aria-current": "page", "data-active": true }}
          activeOptions={{ exact: key === "search", includeSearch: false }}
        >
          {t(`searchNav.${key}`)}
        </Link>
      ))}
    </SectionNav>
  );
}

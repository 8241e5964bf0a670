import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/exportWords";
import { paths } from "@/lib/paths";
import links from "@/ui/SectionLinks.module.css";
import { SectionNav } from "@/ui/SectionNav";

const PARTS = [
  { to: paths.exports, key: "exports" },
  { to: paths.singleProofs, key: "proofs" },
  { to: paths.shares, key: "shares" },
  { to: paths.imports, key: "imports" },
] as const;

/** The ways in which something leaves one's passport, or comes in. */
export function ExportNav() {
  const { t } = useTranslation();
  return (
    <SectionNav label={t("exportNav.label")}>
      {PARTS.map(({ to, key }) => (
        <Link
          key={to}
          to={to}
          className={links.link}
          activeProps={{ "aria-current": "page", "data-active": true }}
          activeOptions={{ exact: true }}
        >
          {t(`exportNav.${key}`)}
        </Link>
      ))}
    </SectionNav>
  );
}

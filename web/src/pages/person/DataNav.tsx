import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/privacyWords";
import { paths } from "@/lib/paths";
import links from "@/ui/SectionLinks.module.css";
import { SectionNav } from "@/ui/SectionNav";

const PARTS = [
  { to: paths.myData, key: "overview" },
  { to: paths.visibility, key: "visibility" },
  { to: paths.myDataReadings, key: "readings" },
  { to: paths.myDataReceipts, key: "receipts" },
  { to: paths.roomReceipts, key: "rooms" },
  { to: paths.myDataDownload, key: "copy" },
  { to: paths.erasure, key: "erasure" },
] as const;

/** The pages from which one keeps hold of one's data. */
export function DataNav() {
  const { t } = useTranslation();
  return (
    <SectionNav label={t("dataNav.label")}>
      {PARTS.map(({ to, key }) => (
        <Link
          key={to}
          to={to}
          className={links.link}
          activeProps={{ "aria-current": "page", "data-active": true }}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {t(`dataNav.${key}`)}
        </Link>
      ))}
    </SectionNav>
  );
}

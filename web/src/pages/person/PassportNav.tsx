import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/skillMap";
import { paths } from "@/lib/paths";
import links from "@/ui/SectionLinks.module.css";
import { SectionNav } from "@/ui/SectionNav";

const PARTS = [
  { to: paths.skills, key: "skills" },
  { to: paths.skillMap, key: "map" },
  { to: paths.timeline, key: "timeline" },
  { to: paths.experiences, key: "experiences" },
  { to: paths.exports, key: "exports" },
  { to: paths.levels, key: "levels" },
] as const;

/** Those that have pages of their own below them. */
const HOLDING: ReadonlySet<string> = new Set(["experiences", "exports"]);

/** The ways to look at one's passport, each at its own address. */
export function PassportNav() {
  const { t } = useTranslation();
  return (
    <SectionNav label={t("passportNav.label")}>
      {PARTS.map(({ to, key }) => (
        <Link
          key={to}
          to={to}
          className={links.link}
          activeProps={{ "aria-current": "page", "data-active": true }}
          activeOptions={{ exact: !HOLDING.has(key), includeSearch: false }}
        >
          {t(`passportNav.${key}`)}
        </Link>
      ))}
    </SectionNav>
  );
}

import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/companyQuizzes";
import { paths } from "@/lib/paths";
import links from "@/ui/SectionLinks.module.css";
import { SectionNav } from "@/ui/SectionNav";

const PARTS = [
  { to: paths.companyQuiz, key: "quiz" },
  { to: paths.companyQuizCopies, key: "copies" },
  { to: paths.companyQuizResults, key: "results" },
] as const;

/** The pages about one quiz of a company. */
export function CompanyQuizNav({ quiz }: { quiz: string }) {
  const { t } = useTranslation();
  return (
    <SectionNav label={t("companyQuiz.nav")}>
      {PARTS.map(({ to, key }) => (
        <Link
          key={to}
          to={to}
          params={{ quiz }}
          className={links.link}
          activeProps={{ "aria-current": "page", "data-active": true }}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {t(`companyQuiz.part.${key}`)}
        </Link>
      ))}
    </SectionNav>
  );
}

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { NotAllowed } from "@/features/profiles";
import { useTranslation } from "@/i18n/search";
import { paths } from "@/lib/paths";

/** Where an account goes that may not search yet. */
export function AccessRefused({ code }: { code: string }) {
  return <NotAllowed code={code} companyLink={<CompanyLink />} />;
}

export function CompanyLink() {
  const { t } = useTranslation();
  return (
    <Button component={Link} to={paths.company} size="sm">
      {t("access.toCompany")}
    </Button>
  );
}

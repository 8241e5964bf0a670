import { useTranslation } from "@/i18n/members";
import { paths } from "@/lib/paths";
import { useStanding } from "@/shell/standing";
import { ButtonLink } from "@/ui/ButtonLink";

/** The way to the colleagues: to invite them, for those who may. */
export function MembersLink() {
  const { t } = useTranslation();
  const runs = useStanding()?.company?.role === "admin";
  return (
    <ButtonLink to={paths.companyMembers} size="sm" variant="default">
      {t(runs ? "colleagues.invite" : "colleagues.see")}
    </ButtonLink>
  );
}

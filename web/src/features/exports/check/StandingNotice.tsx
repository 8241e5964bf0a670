import type { PassportStanding } from "@/api/types";
import { useTranslation } from "@/i18n/passportCheck";
import type { IconName } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";

const LOOKS: Record<PassportStanding, ["success" | "warning" | "error", IconName]> = {
  valid: ["success", "seal"],
  revoked_since: ["error", "ban"],
  superseded: ["warning", "refresh"],
  unknown: ["error", "alert"],
};

/** Whether an export still holds, and what that means. */
export function StandingNotice({ standing }: { standing: PassportStanding }) {
  const { t } = useTranslation();
  const [tone, icon] = LOOKS[standing];
  return (
    <Notice tone={tone} icon={icon} announce title={t(`passportCheck.standing.${standing}`)}>
      {t(`passportCheck.means.${standing}`)}
    </Notice>
  );
}

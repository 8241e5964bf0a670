import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/saved";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { savedSearchesQuery, useSavedSearchChanges } from "./queries";

/** Unsubscribes from every search at once, where there is more than one to unsubscribe from. */
export function StopAlerts() {
  const { t } = useTranslation();
  const { unwatchAll } = useSavedSearchChanges();
  const watched = (useQuery(savedSearchesQuery).data ?? []).filter(
    ({ alert }) => alert && alert.frequency !== "none",
  );
  if (watched.length < 2) return null;
  return (
    <ConfirmButton
      label={t("savedAlert.off")}
      title={t("savedAlert.offTitle")}
      confirm={t("savedAlert.off")}
      variant="default"
      action={unwatchAll}
    >
      {t("savedAlert.offText")}
    </ConfirmButton>
  );
}

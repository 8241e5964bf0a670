import type { ShownProfile } from "@/api/types";
import { useTranslation } from "@/i18n/lists";
import { nameOf, referenceOf } from "@/record/profileName";

/** How somebody is called: by name, or by what stands in its place. */
export function useCalled(): (profile: ShownProfile) => string {
  const { t } = useTranslation();
  return (profile) => nameOf(profile) ?? t("hit.anonymous", { reference: referenceOf(profile) });
}

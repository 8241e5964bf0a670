import type { ShownProfile } from "@/api/types";
import { AddToList, ExcludeButton, type Excluded, ProfileNotesButton } from "@/features/lists";
import { useTranslation } from "@/i18n/lists";
import { nameOf, referenceOf } from "@/record/profileName";

interface Props {
  profile: ShownProfile;
  onExcluded?: (excluded: Excluded) => void;
}

/** What can be done with a profile that was found: kept, noted, left out. */
export function ProfileTools({ profile, onExcluded }: Props) {
  const { t } = useTranslation();
  const { profile_id: id } = profile;
  const name = nameOf(profile) ?? t("hit.anonymous", { reference: referenceOf(profile) });
  return (
    <>
      <AddToList
        profiles={[id]}
        spoken={t("addToList.openOf", { name })}
        variant="subtle"
        size="compact-sm"
      />
      <ProfileNotesButton profile={id} name={name} />
      {onExcluded ? <ExcludeButton profile={id} name={name} onExcluded={onExcluded} /> : null}
    </>
  );
}

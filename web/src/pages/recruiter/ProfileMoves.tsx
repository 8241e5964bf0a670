import { useRef, useState } from "react";
import type { ShownProfile } from "@/api/types";
import { AddToList, ExcludeButton, type Excluded, ExcludedNote } from "@/features/lists";
import { newOfferSearch } from "@/features/offers/sent/url";
import { useTranslation } from "@/i18n/openedProfile";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { Icon } from "@/ui/Icon";
import { InviteToQuizButton } from "./InviteToQuizButton";
import classes from "./ProfileMoves.module.css";

interface Props {
  profile: ShownProfile;
  name: string;
  /** The search that found them, as a text. */
  search: string;
  /** Called once they are on a list. */
  onListed: () => void;
}

/** What can be done with the profile one reads: written to, kept, invited, left out. */
export function ProfileMoves({ profile, name, search, onListed }: Props) {
  const { t } = useTranslation();
  const { profile_id: id } = profile;
  const [excluded, setExcluded] = useState<Excluded | null>(null);
  const bar = useRef<HTMLElement>(null);
  const takenBack = () => {
    setExcluded(null);
    // The button that was pressed is gone: the keyboard goes on from here.
    bar.current?.focus();
  };
  return (
    <>
      <section
        ref={bar}
        tabIndex={-1}
        className={classes.bar}
        aria-label={t("openedProfile.moves")}
      >
        <ButtonLink
          to={paths.offerNew}
          search={newOfferSearch([id], search)}
          size="sm"
          leftSection={<Icon name="mail" size={16} />}
        >
          {t("openedProfile.offer")}
        </ButtonLink>
        <AddToList profiles={[id]} size="sm" onAdded={onListed} />
        <InviteToQuizButton profiles={[id]} />
        {excluded ? null : (
          <ExcludeButton
            profile={id}
            name={name}
            size="sm"
            variant="default"
            onExcluded={setExcluded}
          />
        )}
      </section>
      {excluded ? <ExcludedNote excluded={excluded} onDone={takenBack} /> : null}
    </>
  );
}

import { AddToList } from "@/features/lists";
import { newOfferSearch } from "@/features/offers/sent/url";
import { paramsFromState, type SearchState, SelectionBar } from "@/features/profiles";
import { useTranslation } from "@/i18n/selection";
import { paths } from "@/lib/paths";
import { writeQuery } from "@/lib/query";
import { ButtonLink } from "@/ui/ButtonLink";
import { Icon } from "@/ui/Icon";
import { InviteToQuizButton } from "./InviteToQuizButton";

/** The address of a search as a text, without the page at hand and without what only its owner can read. */
export const searchText = (state: SearchState): string =>
  writeQuery(paramsFromState({ ...state, cursor: null, saved: null })).replace(/^\?/, "");

/** What can be done with the people picked in the results. */
export function SelectionActions({ state }: { state: SearchState }) {
  const { t } = useTranslation();
  return (
    <SelectionBar>
      {(profiles) => (
        <>
          <ButtonLink
            to={paths.offerNew}
            search={newOfferSearch(profiles, searchText(state))}
            size="sm"
            leftSection={<Icon name="mail" size={16} />}
          >
            {t("selection.write")}
          </ButtonLink>
          <AddToList profiles={profiles} size="sm" />
          <InviteToQuizButton profiles={profiles} />
        </>
      )}
    </SelectionBar>
  );
}

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { SavedSearch } from "@/api/types";
import { filterCount, type SearchState } from "@/features/profiles";
import { SaveSearch } from "@/features/profiles/saved";
import { useTranslation } from "@/i18n/saved";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";

interface Props {
  state: SearchState;
  labels: string[];
  onSaved: (saved: SavedSearch) => void;
}

/** Keeping the search, once it asks something, and the way to those that are kept. */
export function SearchActions({ state, labels, onSaved }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {filterCount(state) > 0 ? (
        <SaveSearch state={state} labels={labels} listLink={<SavedListLink />} onSaved={onSaved} />
      ) : null}
      <Button
        component={Link}
        to={paths.savedSearches}
        variant="subtle"
        size="compact-sm"
        leftSection={<Icon name="list" size={16} />}
      >
        {t("saved.entry")}
      </Button>
    </>
  );
}

/** The way to the list, from a message. */
export function SavedListLink() {
  const { t } = useTranslation();
  return (
    <Button component={Link} to={paths.savedSearches} size="sm" variant="default">
      {t("saved.see")}
    </Button>
  );
}

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { SavedSearch } from "@/api/types";
import { filterCount, type SearchState } from "@/features/profiles";
import { SaveSearch } from "@/features/profiles/saved";
import { useTranslation } from "@/i18n/saved";
import { paths } from "@/lib/paths";

interface Props {
  state: SearchState;
  labels: string[];
  onSaved: (saved: SavedSearch) => void;
}

/** Keeping the search, once it asks something. */
export function SearchActions({ state, labels, onSaved }: Props) {
  if (filterCount(state) === 0) return null;
  return (
    <SaveSearch state={state} labels={labels} listLink={<SavedListLink />} onSaved={onSaved} />
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

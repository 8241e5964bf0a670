import { Checkbox } from "@mantine/core";
import type { Hit } from "@/api/types";
import { useTranslation } from "@/i18n/selection";
import { nameOf, referenceOf } from "@/record/profileName";
import { type Picked, selection, useSelection } from "./selection";

const pickedOf = (hit: Hit): Picked => ({ id: hit.profile_id, name: nameOf(hit) });

/** Picks one of the people found. */
export function PickProfile({ hit }: { hit: Hit }) {
  const { t } = useTranslation();
  const { people, full } = useSelection();
  const { id, name } = pickedOf(hit);
  const checked = people.some((one) => one.id === id);
  return (
    <Checkbox
      size="md"
      aria-label={
        name
          ? t("selection.pick", { name })
          : t("selection.pickUnnamed", { reference: referenceOf(hit) })
      }
      checked={checked}
      disabled={full && !checked}
      onChange={(event) =>
        event.currentTarget.checked ? selection.add([{ id, name }]) : selection.remove([id])
      }
    />
  );
}

/** Picks everybody of the page at hand, as far as there is room. */
export function PickPage({ hits }: { hits: readonly Hit[] }) {
  const { t } = useTranslation();
  const { people, full } = useSelection();
  const held = hits.filter((hit) => people.some(({ id }) => id === hit.profile_id)).length;
  const all = held === hits.length;
  return (
    <Checkbox
      label={t("selection.page")}
      checked={all}
      indeterminate={held > 0 && !all}
      disabled={full && held === 0}
      onChange={() =>
        all || (full && held > 0)
          ? selection.remove(hits.map((hit) => hit.profile_id))
          : selection.add(hits.map(pickedOf))
      }
    />
  );
}

import type { BrowseParams } from "@/features/catalog";
import { useTranslation } from "@/i18n/reference";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import classes from "./SheetTrail.module.css";
import { TextLink } from "./TextLink";

interface Step {
  label: string;
  /** The branches that this step opens in the tree. */
  search: BrowseParams;
}

/** The way back up from a sheet: the catalogue, then the branches that lead here. */
export function SheetTrail({ steps }: { steps: Step[] }) {
  const { t } = useTranslation();
  const all = [{ label: t("reference.tab"), search: {} }, ...steps];
  return (
    <nav aria-label={t("reference.trail")}>
      <ol className={classes.trail}>
        {all.map(({ label, search }, place) => (
          <li key={label}>
            {place > 0 ? <Icon name="chevronRight" size={14} /> : null}
            <TextLink to={paths.reference} search={search} size="sm" underline="hover">
              {label}
            </TextLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}

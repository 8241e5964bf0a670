import type { Facets } from "@/api/types";
import { useTranslation } from "@/i18n/search";
import { formatNumber } from "@/lib/format";
import { Disclosure } from "@/ui/Disclosure";
import { Icon } from "@/ui/Icon";
import classes from "./FrequentSkills.module.css";

const SHOWN = 10;

interface Props {
  counts: Facets["skills"];
  exclude: string[];
  onAdd: (code: string) => void;
}

/** Skills that many results hold: one press narrows the search to those who do. */
export function FrequentSkills({ counts, exclude, onAdd }: Props) {
  const { t } = useTranslation();
  const shown = (counts ?? []).filter(({ code }) => !exclude.includes(code)).slice(0, SHOWN);
  if (shown.length === 0) return null;
  return (
    <Disclosure label={<span className={classes.title}>{t("frequent.title")}</span>}>
      <ul className={classes.list}>
        {shown.map(({ code, label, count }) => (
          <li key={code}>
            <button type="button" className={classes.add} onClick={() => onAdd(code)}>
              <Icon name="plus" size={14} />
              <span className={classes.label}>{label}</span>
              <span className={classes.count}>{formatNumber(count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

import { Button, NumberInput } from "@mantine/core";
import type { ProofZone } from "@/api/types";
import { useTranslation } from "@/i18n/proofMask";
import classes from "./Mask.module.css";
import type { Placed } from "./Sheet";
import { percentsOf, type Side, typed } from "./zones";

const SIDES: Side[] = ["x", "y", "width", "height"];

interface Props {
  zones: Placed[];
  chosen: number | null;
  onChange: (place: number, zone: ProofZone) => void;
  onRemove: (place: number) => void;
}

/** The zones of a page by their measures: for those who would rather type than draw. */
export function ZoneList({ zones, chosen, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <ul className={classes.list}>
      {zones.map(({ zone, place }) => {
        const number = place + 1;
        const percents = percentsOf(zone);
        return (
          <li key={place} data-chosen={place === chosen || undefined}>
            <div className={classes.head}>
              <strong>{t("proofMask.zone", { number })}</strong>
              <Button
                variant="subtle"
                color="brick"
                size="compact-sm"
                aria-label={t("proofMask.removeOf", { number })}
                onClick={() => onRemove(place)}
              >
                {t("proofMask.remove")}
              </Button>
            </div>
            <div className={classes.fields}>
              {SIDES.map((side) => (
                <NumberInput
                  key={side}
                  size="sm"
                  label={t(`proofMask.side.${side}`)}
                  aria-label={t(`proofMask.sideOf.${side}`, { number })}
                  min={side === "x" || side === "y" ? 0 : 1}
                  max={100}
                  suffix={"\u00a0%"}
                  allowDecimal={false}
                  value={percents[side]}
                  onChange={(value) => {
                    if (typeof value === "number") onChange(place, typed(zone, side, value));
                  }}
                />
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

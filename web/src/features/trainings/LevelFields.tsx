import { NativeSelect } from "@mantine/core";
import { useTranslation } from "@/i18n/writing";
import classes from "./LevelFields.module.css";
import { type LevelEdit, type Scale, scaleOf } from "./model/scales";

interface Props {
  scales: Scale[];
  grid: string | null;
  target: number;
  pass: number;
  faults?: { target?: string | undefined; pass?: string | undefined };
  onChange: (edit: LevelEdit) => void;
}

/** The level a skill aims at, the one from which it counts as acquired, and the scale both are read on. */
export function LevelFields({ scales, grid, target, pass, faults = {}, onChange }: Props) {
  const { t } = useTranslation();
  const steps = scaleOf(scales, grid)?.steps ?? [];
  const options = (most: number) =>
    steps
      .filter(({ value }) => value <= most)
      .map(({ value, name }) => ({ value: String(value), label: name }));
  return (
    <div className={classes.fields} data-scales={scales.length > 1 || undefined}>
      {scales.length > 1 ? (
        <NativeSelect
          label={t("writing.levels.scale")}
          value={grid ?? ""}
          data={scales.map((scale) => ({ value: scale.grid ?? "", label: scale.name }))}
          onChange={(event) => {
            const scale = scaleOf(scales, event.currentTarget.value || null);
            if (scale) onChange({ scale });
          }}
        />
      ) : null}
      <NativeSelect
        label={t("writing.levels.target")}
        value={target}
        error={faults.target}
        data={options(Number.POSITIVE_INFINITY)}
        onChange={(event) => onChange({ target: Number(event.currentTarget.value) })}
      />
      <NativeSelect
        label={t("writing.levels.pass")}
        value={pass}
        error={faults.pass}
        data={options(target)}
        onChange={(event) => onChange({ pass: Number(event.currentTarget.value) })}
      />
    </div>
  );
}

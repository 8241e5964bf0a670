import { Button, Checkbox, Group, VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "@/i18n/writing";
import classes from "./BulkLevels.module.css";
import { LevelFields } from "./LevelFields";
import { type LevelEdit, type Scale, scaleOf } from "./model/scales";
import { removeSkills, setLevels } from "./model/skills";
import type { Edit } from "./useEditor";

interface Props {
  total: number;
  chosen: ReadonlySet<string>;
  scales: Scale[];
  edit: Edit;
  onAll: (all: boolean) => void;
}

/** Sets the levels of many skills at once. */
export function BulkLevels({ total, chosen, scales, edit, onAll }: Props) {
  const { t } = useTranslation();
  const [grid, setGrid] = useState<string | null>(null);
  const scale = scaleOf(scales, grid) ?? scales[0];
  const [levels, setLevelsHere] = useState(() => scale?.start ?? { target: 3, pass: 3 });
  const [told, setTold] = useState("");
  if (!scale) return null;
  const count = chosen.size;

  const change = ({ scale: next, target = levels.target, pass = levels.pass }: LevelEdit) => {
    setGrid(next ? next.grid : grid);
    setLevelsHere(next ? next.start : { target, pass: Math.min(pass, target) });
  };
  const apply = () => {
    edit((draft) => setLevels(draft, chosen, { scale, ...levels }));
    setTold(t("writing.bulk.applied", { count }));
  };

  return (
    <div className={classes.bar}>
      <Checkbox
        size="md"
        label={
          count === 0
            ? t("writing.bulk.all", { count: total })
            : t("writing.bulk.chosen", { count })
        }
        checked={count === total}
        indeterminate={count > 0 && count < total}
        onChange={() => onAll(count < total)}
      />
      {count > 0 ? (
        <div className={classes.fields}>
          <LevelFields scales={scales} grid={scale.grid} {...levels} onChange={change} />
          <Group gap="xs">
            <Button size="sm" onClick={apply}>
              {t("writing.bulk.apply", { count })}
            </Button>
            <Button
              size="sm"
              variant="default"
              onClick={() => edit((draft) => removeSkills(draft, chosen))}
            >
              {t("writing.bulk.remove", { count })}
            </Button>
          </Group>
        </div>
      ) : null}
      <VisuallyHidden role="status">{told}</VisuallyHidden>
    </div>
  );
}

import { ActionIcon, NativeSelect } from "@mantine/core";
import { useId, useState } from "react";
import type { Facets } from "@/api/types";
import { useTranslation } from "@/i18n/search";
import { formatNumber, formatShort } from "@/lib/format";
import { LEVELS, levelName } from "@/record/levels";
import { type Choice, Choices } from "@/ui/Choices";
import { Icon } from "@/ui/Icon";
import classes from "./CriterionCard.module.css";
import { levelCount, statusCount } from "./counts";
import { boundsFor, type Criterion, type LevelMode, levelMode } from "./state";
import { criterionSummary } from "./words";

interface Props {
  criterion: Criterion;
  label: string;
  facets: Facets | undefined;
  open: boolean;
  onToggle: () => void;
  onEdit: (edit: Partial<Omit<Criterion, "skill">>) => void;
  onRemove: () => void;
}

/** One skill of the search: what is asked of it in one line, and every way to ask differently inside. */
export function CriterionCard(props: Props) {
  const { criterion, label, facets, open, onToggle, onEdit, onRemove } = props;
  const { t } = useTranslation();
  const id = useId();
  return (
    <li className={classes.card} data-open={open || undefined}>
      <div className={classes.head}>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={open}
          aria-controls={id}
          onClick={onToggle}
        >
          <span className={classes.label}>{label}</span>
          <span className={classes.summary}>{criterionSummary(t, criterion)}</span>
        </button>
        <ActionIcon
          variant="subtle"
          color="slate.8"
          size="lg"
          aria-label={t("criterion.remove", { label })}
          onClick={onRemove}
        >
          <Icon name="close" size={16} />
        </ActionIcon>
      </div>
      <div id={id} hidden={!open} className={classes.body}>
        {open ? <Editor criterion={criterion} facets={facets} onEdit={onEdit} /> : null}
      </div>
    </li>
  );
}

type EditorProps = Pick<Props, "criterion" | "facets" | "onEdit">;

function Editor({ criterion, facets, onEdit }: EditorProps) {
  return (
    <>
      <LevelChoice criterion={criterion} facets={facets} onEdit={onEdit} />
      <StatusChoice criterion={criterion} facets={facets} onEdit={onEdit} />
      <DemandChoice criterion={criterion} onEdit={onEdit} />
    </>
  );
}

const ANY = "any";

function LevelChoice({ criterion, facets, onEdit }: EditorProps) {
  const { t } = useTranslation();
  const mode = levelMode(criterion);
  // The last way of bounding is kept while no level is asked, ready for the next choice.
  const [preferred, setPreferred] = useState<LevelMode>(mode === "any" ? "at_least" : mode);
  const counted: LevelMode = preferred === "between" ? "at_least" : preferred;
  const level = criterion.min ?? criterion.max;

  const choices: Choice<string>[] = LEVELS.map((step) => {
    const count = levelCount(facets, criterion.skill, counted, step);
    return {
      value: String(step),
      label: step,
      figure: count === null ? null : formatShort(count),
      spoken: t("criterion.levelSpoken", {
        level: step,
        name: levelName(t, step),
        profiles: count === null ? "" : t("count.profiles", { count }),
      }),
    };
  });

  const bound = (next: LevelMode, at: number) => {
    setPreferred(next);
    onEdit(boundsFor(next, at));
  };

  return (
    <div>
      <Choices<string>
        legend={t("criterion.level")}
        aside={
          <NativeSelect
            aria-label={t("criterion.mode")}
            size="xs"
            variant="unstyled"
            classNames={{ input: classes.mode ?? "" }}
            value={preferred}
            onChange={(event) => bound(event.currentTarget.value as LevelMode, level ?? 1)}
            data={[
              { value: "at_least", label: t("criterion.at_least") },
              { value: "exactly", label: t("criterion.exactly") },
              { value: "at_most", label: t("criterion.at_most") },
              ...(mode === "between" ? [{ value: "between", label: t("criterion.between") }] : []),
            ]}
          />
        }
        value={level === null ? ANY : String(level)}
        choices={[
          { value: ANY, label: t("criterion.anyLevel"), spoken: t("criterion.anyLevelSpoken") },
          ...choices,
        ]}
        onChange={(value) =>
          value === ANY ? onEdit(boundsFor("any", 1)) : bound(counted, Number(value))
        }
      />
      <p className={classes.names}>{t("criterion.scale")}</p>
    </div>
  );
}

function StatusChoice({ criterion, facets, onEdit }: EditorProps) {
  const { t } = useTranslation();
  const choice = (value: "any" | "validated", label: string): Choice<"any" | "validated"> => {
    const count = statusCount(facets, criterion.skill, value);
    return {
      value,
      label: (
        <span className={classes.inline}>
          {value === "validated" ? <Icon name="seal" size={15} /> : null}
          {label}
        </span>
      ),
      figure: count === null ? null : formatNumber(count),
      spoken: `${label} ${count === null ? "" : t("count.profiles", { count })}`,
    };
  };
  return (
    <Choices<"any" | "validated">
      legend={t("criterion.status")}
      value={criterion.validated ? "validated" : "any"}
      choices={[
        choice("any", t("criterion.anyStatus")),
        choice("validated", t("criterion.validatedOnly")),
      ]}
      onChange={(value) => onEdit({ validated: value === "validated" })}
    />
  );
}

function DemandChoice({ criterion, onEdit }: Pick<EditorProps, "criterion" | "onEdit">) {
  const { t } = useTranslation();
  return (
    <Choices<"required" | "optional">
      legend={t("criterion.demand")}
      value={criterion.required ? "required" : "optional"}
      choices={[
        { value: "required", label: t("criterion.required") },
        { value: "optional", label: t("criterion.optional") },
      ]}
      onChange={(value) => onEdit({ required: value === "required" })}
    />
  );
}

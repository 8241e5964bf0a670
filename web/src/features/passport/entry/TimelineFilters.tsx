import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "@/i18n/timeline";
import { isDay } from "@/lib/isDay";
import classes from "../Passport.module.css";
import { KINDS, type TimelineSearch } from "../search";

interface Choice {
  id: string;
  name: string;
}

interface Props {
  search: TimelineSearch;
  /** The skills to choose from. */
  skills: Choice[];
  /** The organisations to choose from; null where only one may be read. */
  organisations: Choice[] | null;
  onChange: (search: TimelineSearch) => void;
}

const kept = (search: TimelineSearch): TimelineSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value));

/** Which events are shown; each choice stands in the address. */
export function TimelineFilters({ search, skills, organisations, onChange }: Props) {
  const { t } = useTranslation();
  const change = (some: TimelineSearch) => onChange(kept({ ...search, ...some }));
  const options = (first: string, choices: Choice[]) => [
    { value: "", label: first },
    ...choices.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const kinds = Object.entries(KINDS).filter(
    ([, kind]) => organisations !== null || kind !== "declared",
  );
  return (
    <search aria-label={t("timeline.filters")}>
      <div className={classes.fields}>
        <NativeSelect
          label={t("timeline.skill")}
          data={options(t("timeline.all"), skills)}
          value={search.competence ?? ""}
          onChange={(event) => change({ competence: event.currentTarget.value })}
        />
        {organisations ? (
          <NativeSelect
            label={t("timeline.organisation")}
            data={options(t("timeline.everybody"), organisations)}
            value={search.organisme ?? ""}
            onChange={(event) => change({ organisme: event.currentTarget.value })}
          />
        ) : null}
        <NativeSelect
          label={t("timeline.kind")}
          data={options(
            t("timeline.allKinds"),
            kinds.map(([id, kind]) => ({ id, name: t(`passportWord.kind.${kind}`) })),
          )}
          value={search.type ?? ""}
          onChange={(event) => change({ type: event.currentTarget.value })}
        />
        <DayField
          label={t("timeline.from")}
          value={search.du}
          max={search.au}
          onChange={(du) => change({ du })}
        />
        <DayField
          label={t("timeline.to")}
          value={search.au}
          min={search.du}
          onChange={(au) => change({ au })}
        />
      </div>
      {Object.keys(kept(search)).length > 0 ? (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => onChange({})}>
          {t("timeline.clear")}
        </Button>
      ) : null}
    </search>
  );
}

interface DayProps {
  label: string;
  value: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  onChange: (day: string) => void;
}

function DayField({ label, value = "", min, max, onChange }: DayProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <TextInput
      type="date"
      label={label}
      min={min}
      max={max}
      value={typed}
      onChange={(event) => {
        const day = event.currentTarget.value;
        setTyped(day);
        // A day that is being typed is no day yet.
        if (day === "" || isDay(day)) onChange(day);
      }}
    />
  );
}

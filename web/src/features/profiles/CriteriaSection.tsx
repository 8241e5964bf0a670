import { NativeSelect } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "@/i18n/search";
import classes from "./CriteriaSection.module.css";
import { CriterionCard } from "./CriterionCard";
import type { FilterProps } from "./FilterPanel";
import { FrequentSkills } from "./FrequentSkills";
import { addCriteria, editCriterion, LIMITS, removeCriterion, setMinMatching } from "./state";

interface Props extends FilterProps {
  picker: ReactNode;
  fromJob: ReactNode;
}

/** The skills asked for, and how many of the optional ones are enough. */
export function CriteriaSection(props: Props) {
  const { state, facets, labelOf, optionalCount, onChange, picker, fromJob } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useOpened(state.criteria.map((criterion) => criterion.skill));
  const full = state.criteria.length >= LIMITS.criteria;
  return (
    <div className={classes.section}>
      {full ? (
        <p className={classes.note}>{t("criteria.full", { count: LIMITS.criteria })}</p>
      ) : (
        picker
      )}
      {full ? null : fromJob}
      {state.criteria.length > 0 ? (
        <ul className={classes.list} aria-label={t("criteria.list")}>
          {state.criteria.map((criterion) => (
            <CriterionCard
              key={criterion.skill}
              criterion={criterion}
              label={labelOf(criterion.skill)}
              facets={facets}
              open={open === criterion.skill}
              onToggle={() => setOpen(open === criterion.skill ? null : criterion.skill)}
              onEdit={(edit) => onChange(editCriterion(state, criterion.skill, edit))}
              onRemove={() => onChange(removeCriterion(state, criterion.skill))}
            />
          ))}
        </ul>
      ) : null}
      {optionalCount > 0 ? (
        <MinMatching
          value={state.minMatching}
          optionalCount={optionalCount}
          byDefault={state.criteria.some((criterion) => criterion.required) ? 0 : 1}
          onChange={(value) => onChange(setMinMatching(state, value))}
        />
      ) : null}
      {full ? null : (
        <FrequentSkills
          counts={facets?.skills}
          exclude={state.exclude}
          onAdd={(code) => onChange(addCriteria(state, [code], true))}
        />
      )}
    </div>
  );
}

/** One criterion is open at a time; a skill that has just been added alone opens by itself. */
function useOpened(skills: string[]) {
  const [open, setOpen] = useState<string | null>(null);
  const before = useRef(skills);
  useEffect(() => {
    const added = skills.filter((skill) => !before.current.includes(skill));
    if (added.length === 1 && before.current.length === skills.length - 1) {
      setOpen(added[0] ?? null);
    }
    before.current = skills;
  }, [skills]);
  return [open, setOpen] as const;
}

interface MinMatchingProps {
  value: number | null;
  optionalCount: number;
  byDefault: number;
  onChange: (value: number | null) => void;
}

function MinMatching({ value, optionalCount, byDefault, onChange }: MinMatchingProps) {
  const { t } = useTranslation();
  const numbers = Array.from({ length: optionalCount + 1 }, (_, n) => n);
  return (
    <NativeSelect
      label={t("criteria.minMatching")}
      description={t("criteria.minMatchingHelp")}
      size="sm"
      value={String(value ?? byDefault)}
      onChange={(event) => {
        const chosen = Number(event.currentTarget.value);
        onChange(chosen === byDefault ? null : chosen);
      }}
      data={numbers.map((n) => ({
        value: String(n),
        label:
          n === 0 ? t("criteria.noneNeeded") : t("criteria.atLeast", { n, count: optionalCount }),
      }))}
    />
  );
}

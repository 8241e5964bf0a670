import { Button, Checkbox, Group } from "@mantine/core";
import type { ReactNode } from "react";
import type { Facets } from "@/api/types";
import { useTranslation } from "@/i18n/search";
import { Disclosure } from "@/ui/Disclosure";
import { ChosenCodes } from "./ChosenCodes";
import { CriteriaSection } from "./CriteriaSection";
import classes from "./FilterPanel.module.css";
import { NameFilter } from "./NameFilter";
import { RomeFilter } from "./RomeFilter";
import {
  clearRome,
  EMPTY_SEARCH,
  filterCount,
  LIMITS,
  removeExcluded,
  type SearchState,
  setJob,
  setName,
  setWithExcluded,
  toggleRome,
} from "./state";

/** Pieces of the catalogue that the page brings: this feature knows searches, not catalogues. */
export interface PickerSlots {
  skillPicker: ReactNode;
  fromJob: ReactNode;
  excludePicker: ReactNode;
  jobPicker: ReactNode;
}

export interface FilterProps {
  state: SearchState;
  facets: Facets | undefined;
  loading: boolean;
  labelOf: (code: string) => string;
  jobLabel: string | null;
  romeLabelOf: (code: string) => string | null;
  /** Optional conditions there are in all: optional criteria and, with a job, its core skills. */
  optionalCount: number;
  onChange: (next: SearchState, replace?: boolean) => void;
}

interface Props extends FilterProps {
  slots: PickerSlots;
  titled: boolean;
  /** The company searches without names: then none is searched for. */
  blind: boolean;
}

/** Every filter of the search, with what each choice would leave. */
export function FilterPanel(props: Props) {
  const { state, facets, loading, labelOf, jobLabel, romeLabelOf, onChange, slots, titled, blind } =
    props;
  const { t } = useTranslation();
  const full = state.rome.length >= LIMITS.rome;
  return (
    <div className={classes.panel}>
      {titled || filterCount(state) > 0 ? (
        <Group justify="space-between" wrap="nowrap" className={classes.head}>
          {titled ? <h2 className={classes.title}>{t("filters.title")}</h2> : <span />}
          {filterCount(state) > 0 ? (
            <Button variant="subtle" size="compact-sm" onClick={() => onChange(EMPTY_SEARCH)}>
              {t("filters.reset")}
            </Button>
          ) : null}
        </Group>
      ) : null}

      <CriteriaSection {...props} picker={slots.skillPicker} fromJob={slots.fromJob} />

      <Section title={t("exclude.title")} count={state.exclude.length}>
        {slots.excludePicker}
        <ChosenCodes
          codes={state.exclude}
          labelOf={labelOf}
          removeLabel={(label) => t("exclude.remove", { label })}
          onRemove={(code) => onChange(removeExcluded(state, code))}
        />
      </Section>

      <Section title={t("jobFit.title")} count={state.job ? 1 : 0}>
        <p className={classes.help}>{t("jobFit.help")}</p>
        {state.job === null ? (
          slots.jobPicker
        ) : (
          <ChosenCodes
            codes={[state.job]}
            labelOf={(code) => jobLabel ?? code}
            removeLabel={(label) => t("jobFit.remove", { label })}
            onRemove={() => onChange(setJob(state, null))}
          />
        )}
      </Section>

      <Section title={t("rome.title")} count={state.rome.length} open>
        <RomeFilter
          counts={facets?.rome}
          loading={loading}
          chosen={state.rome}
          labelOf={romeLabelOf}
          full={full}
          onToggle={(code) => onChange(toggleRome(state, code))}
          onClear={() => onChange(clearRome(state))}
        />
      </Section>

      <Section title={t("name.title")} count={state.name === "" ? 0 : 1}>
        {blind && state.name === "" ? (
          <p className={classes.help}>{t("name.blind")}</p>
        ) : (
          <NameFilter
            value={state.name}
            onChange={(name) => onChange(setName(state, name), true)}
          />
        )}
      </Section>

      <Section title={t("leftOut.title")} count={state.withExcluded ? 1 : 0}>
        <Checkbox
          label={t("leftOut.label")}
          description={t("leftOut.help")}
          checked={state.withExcluded}
          onChange={(event) => onChange(setWithExcluded(state, event.currentTarget.checked))}
        />
      </Section>
    </div>
  );
}

interface SectionProps {
  title: string;
  count: number;
  open?: boolean;
  children: ReactNode;
}

/** A folded group of filters; it opens by itself when it holds something. */
function Section({ title, count, open = false, children }: SectionProps) {
  const { t } = useTranslation();
  return (
    <section className={classes.section}>
      <Disclosure
        label={<h3 className={classes.heading}>{title}</h3>}
        open={open || count > 0}
        aside={
          count > 0 ? (
            <span className={classes.badge}>
              {count}
              <span className={classes.hidden}> {t("filters.active", { count })}</span>
            </span>
          ) : null
        }
      >
        <div className={classes.content}>{children}</div>
      </Disclosure>
    </section>
  );
}

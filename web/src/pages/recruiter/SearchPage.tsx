import { Button } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { asProblem } from "@/api/problem";
import type { Facets } from "@/api/types";
import { jobQuery, useGoneJobs, useRomeLabels, useSkillLabels } from "@/features/catalog";
import { type Excluded, ExcludedNote } from "@/features/lists";
import { searchSettingsQuery } from "@/features/members";
import {
  edits,
  FilterPanel,
  filterCount,
  GoneCodes,
  paramsFromState,
  Results,
  type SearchState,
  stateFromParams,
  useProfileSearch,
} from "@/features/profiles";
import { OpenedSearch } from "@/features/profiles/saved";
import { useTranslation } from "@/i18n/search";
import { formatNumber } from "@/lib/format";
import { SlidingDialog } from "@/ui/Dialog";
import { Icon } from "@/ui/Icon";
import { PageTitle } from "@/ui/PageTitle";
import { useShortcut } from "@/ui/useShortcut";
import { CompanyLink } from "./AccessRefused";
import { fromSearch, ProfileLink } from "./ProfileLink";
import { ProfileTools } from "./ProfileTools";
import { SavedListLink, SearchActions } from "./SearchActions";
import { SearchNav } from "./SearchNav";
import classes from "./SearchPage.module.css";
import { SelectionActions } from "./SelectionActions";
import { useSearchSlots } from "./useSearchSlots";

const WIDE = "(min-width: 62em)";
const route = getRouteApi("/guarded/recherche");

/** The search: filters at left, profiles at right, and the whole of it in the address bar. */
export function SearchPage() {
  const { t } = useTranslation();
  const params = route.useSearch();
  const navigate = route.useNavigate();
  const state = useMemo(() => stateFromParams(params), [params]);
  const onChange = useCallback(
    (next: SearchState, replace = false) =>
      void navigate({ search: paramsFromState(next), replace, resetScroll: false }),
    [navigate],
  );

  const search = useProfileSearch(state);
  const { labelOf, gone: goneSkills } = useLabels(state);
  const goneJobs = useGoneJobs(useJobs(state));
  const job = useQuery({ ...jobQuery(state.job ?? ""), enabled: state.job !== null });
  const picker = usePicker();
  const slots = useSearchSlots(state, onChange, picker.attach);
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  // An account that may not search has nothing to filter: it is told where to go instead.
  const refused = search.error ? asProblem(search.error).status === 403 : false;
  const [excluded, setExcluded] = useState<Excluded | null>(null);
  const settings = useQuery({ ...searchSettingsQuery, enabled: !refused });
  const panel = (
    <FilterPanel
      titled={wide}
      state={state}
      facets={search.facets}
      loading={search.loading}
      labelOf={labelOf}
      jobLabel={job.data?.label ?? null}
      romeLabelOf={useRomeLabels(absentRome(state.rome, search.facets))}
      optionalCount={optionalConditions(state, job.data?.skills)}
      onChange={onChange}
      slots={slots}
      blind={settings.data?.blind ?? false}
    />
  );

  return (
    <>
      <PageTitle
        title={t("search.title")}
        tab={t("search.tab")}
        lead={wide ? t("search.lead") : undefined}
      />
      {refused ? null : (
        <div className={classes.nav}>
          <SearchNav />
        </div>
      )}
      <div className={classes.layout} data-single={refused || undefined}>
        {refused ? null : (
          <Filters
            wide={wide}
            panel={panel}
            active={filterCount(state)}
            total={search.page?.total}
            focusPicker={picker.focus}
          />
        )}
        <div className={classes.main}>
          {state.saved && !refused ? (
            <OpenedSearch id={state.saved} state={state} listLink={<SavedListLink />} />
          ) : null}
          {refused ? null : (
            <GoneCodes
              gone={[...goneSkills, ...goneJobs]}
              onReplace={(code, heir) => onChange(edits.replaceCode(state, code, heir))}
              onRemove={(code) => onChange(edits.removeCode(state, code))}
            />
          )}
          {excluded ? <ExcludedNote excluded={excluded} onDone={() => setExcluded(null)} /> : null}
          <Results
            search={search}
            state={state}
            labelOf={labelOf}
            jobLabel={job.data?.label ?? null}
            onChange={onChange}
            companyLink={<CompanyLink />}
            picks
            linkOf={(hit, name) => (
              <ProfileLink profile={hit.profile_id} from={fromSearch(params)}>
                {name}
              </ProfileLink>
            )}
            toolsOf={(hit) => <ProfileTools profile={hit} onExcluded={setExcluded} />}
            actions={
              <SearchActions
                state={state}
                labels={[
                  ...state.criteria.map(({ skill }) => labelOf(skill)),
                  job.data?.label ?? "",
                ]}
                onSaved={({ id }) => onChange({ ...state, saved: id }, true)}
              />
            }
          />
          {refused ? null : <SelectionActions state={state} />}
        </div>
      </div>
    </>
  );
}

/** The field that finds skills: whoever calls it before it is there is led to it once it is. */
function usePicker() {
  const input = useRef<HTMLInputElement | null>(null);
  const awaited = useRef(false);
  const focus = useCallback(() => {
    awaited.current = input.current === null;
    input.current?.focus();
  }, []);
  const attach = useCallback(
    (field: HTMLInputElement | null) => {
      input.current = field;
      if (field && awaited.current) focus();
    },
    [focus],
  );
  return { attach, focus };
}

/** Chosen values that the counts do not name, because nobody is left there. */
function absentRome(chosen: string[], facets: Facets | undefined): string[] {
  const counted = facets?.rome;
  if (!counted) return [];
  return chosen.filter((value) => !counted.some(({ code }) => code === value));
}

function useLabels(state: SearchState) {
  const codes = useMemo(
    () => [...state.criteria.map((criterion) => criterion.skill), ...state.exclude],
    [state.criteria, state.exclude],
  );
  return useSkillLabels(codes);
}

/** The jobs of the search, and what else may be one. */
const useJobs = ({ rome, job }: SearchState): string[] =>
  useMemo(() => [...new Set(job === null ? rome : [...rome, job])], [rome, job]);

/** Optional criteria, and the core skills of the job that no criterion names and that are not excluded. */
function optionalConditions(
  { criteria, exclude }: SearchState,
  skills: { code: string; core: boolean }[] = [],
): number {
  const named = new Set([...criteria.map((criterion) => criterion.skill), ...exclude]);
  const fromJob = skills.filter((skill) => skill.core && !named.has(skill.code)).length;
  return criteria.filter((criterion) => !criterion.required).length + fromJob;
}

interface FiltersProps {
  wide: boolean;
  panel: ReactNode;
  active: number;
  total: number | undefined;
  focusPicker: () => void;
}

/** Beside the results where there is room, in a sheet over them where there is not. */
function Filters({ wide, panel, active, total, focusPicker }: FiltersProps) {
  const { t } = useTranslation();
  const [opened, sheet] = useDisclosure(false);
  useShortcut("/", () => {
    sheet.open();
    // In the sheet, the field exists only once it is open.
    setTimeout(focusPicker, wide ? 0 : 250);
  });

  if (wide) {
    return (
      <aside className={classes.filters} aria-label={t("filters.title")}>
        {panel}
      </aside>
    );
  }
  return (
    <>
      <Button
        className={classes.open ?? ""}
        variant="default"
        size="md"
        leftSection={<Icon name="sliders" />}
        onClick={sheet.open}
      >
        {active > 0 ? t("filters.openActive", { count: active }) : t("filters.open")}
      </Button>
      <SlidingDialog
        opened={opened}
        onClose={sheet.close}
        position="bottom"
        size="92%"
        title={t("filters.title")}
        classNames={{ content: classes.sheet ?? "" }}
      >
        {panel}
        <div className={classes.apply}>
          <Button fullWidth size="md" onClick={sheet.close}>
            {total === undefined
              ? t("filters.show")
              : t("filters.showCount", { count: total, figure: formatNumber(total) })}
          </Button>
        </div>
      </SlidingDialog>
    </>
  );
}

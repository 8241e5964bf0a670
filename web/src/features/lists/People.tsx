import { Stack } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Candidate, CandidateList, CandidateStage, ShownProfile } from "@/api/types";
import { useTranslation } from "@/i18n/lists";
import { formatNumber } from "@/lib/format";
import { Choices } from "@/ui/Choices";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import classes from "./Lists.module.css";
import { PersonRow } from "./PersonRow";
import { PickedBar } from "./PickedBar";
import { useCandidates } from "./queries";
import { allows, STAGES } from "./rights";

const ALL = "all";

export interface PeopleSlots {
  /** The skills of a profile, as the search draws them. */
  skillsOf: (profile: ShownProfile) => ReactNode;
  /** Makes the name of somebody the way to their profile. */
  personLink: (profile: ShownProfile, name: string) => ReactNode;
  /** The way to an offer written to these profiles; null when there is nobody to write to. */
  offerLink: (profiles: string[], label: string) => ReactNode;
  /** The way to the search, where the people of a list are found. */
  searchLink: ReactNode;
}

interface Props {
  list: CandidateList;
  stage: CandidateStage | null;
  onStage: (stage: CandidateStage | null) => void;
  slots: PeopleSlots;
}

/** The people of a list, by stage, and what can be done with some of them at once. */
export function People({ list, stage, onStage, slots }: Props) {
  const { t } = useTranslation();
  const people = useCandidates(list.id, stage);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const { counts } = list;
  const works = allows(list, "pipeline");
  const cache = useQueryClient();
  const clear = () => setPicked(new Set());

  if (counts.total === 0) {
    return (
      <Notice icon="users" title={t("listPeople.none")} actions={slots.searchLink}>
        {t("listPeople.noneHelp")}
      </Notice>
    );
  }
  return (
    <Stack gap="md">
      <Choices<CandidateStage | typeof ALL>
        legend={t("candidateStage.legend")}
        value={stage ?? ALL}
        choices={[
          { value: ALL, label: t("candidateStage.all"), figure: formatNumber(counts.total) },
          ...STAGES.map((value) => ({
            value,
            label: t(`candidateStage.${value}`),
            figure: formatNumber(counts[value]),
          })),
        ]}
        onChange={(value) => {
          clear();
          onStage(value === ALL ? null : value);
        }}
      />
      <PagedList list={people} height={320} none={<p role="status">{t("listPeople.noneHere")}</p>}>
        {(found) => (
          <Found
            list={list}
            found={found}
            picked={found.filter(({ id }) => picked.has(id))}
            works={works}
            slots={slots}
            onPick={setPicked}
            onMoved={() => {
              clear();
              void cache.invalidateQueries({ queryKey: ["candidate-lists"] });
            }}
          />
        )}
      </PagedList>
    </Stack>
  );
}

interface FoundProps {
  list: CandidateList;
  found: Candidate[];
  /** Those of them that are picked. */
  picked: Candidate[];
  works: boolean;
  slots: PeopleSlots;
  onPick: (ids: ReadonlySet<string>) => void;
  onMoved: () => void;
}

function Found({ list, found, picked, works, slots, onPick, onMoved }: FoundProps) {
  const { t } = useTranslation();
  const ids = new Set(picked.map(({ id }) => id));
  const every = found.length === picked.length;
  return (
    <>
      <label className={classes.every}>
        <input
          type="checkbox"
          checked={every}
          onChange={() => onPick(new Set(every ? [] : found.map(({ id }) => id)))}
        />
        {t("listPeople.pickAll", { count: found.length })}
      </label>
      <ul className={classes.cards} aria-label={t("listPeople.list", { name: list.name })}>
        {found.map((candidate) => (
          <li key={candidate.id}>
            <PersonRow
              list={list}
              candidate={candidate}
              works={works}
              picked={ids.has(candidate.id)}
              slots={slots}
              onPick={(on) => {
                const next = new Set(ids);
                if (on) next.add(candidate.id);
                else next.delete(candidate.id);
                onPick(next);
              }}
            />
          </li>
        ))}
      </ul>
      {picked.length > 0 ? (
        <PickedBar
          list={list}
          picked={picked}
          works={works}
          offerLink={slots.offerLink}
          onClear={() => onPick(new Set())}
          onMoved={onMoved}
        />
      ) : null}
    </>
  );
}

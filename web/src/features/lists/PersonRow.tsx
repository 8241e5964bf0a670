import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { Candidate, CandidateList, CandidateStage } from "@/api/types";
import { useTranslation } from "@/i18n/lists";
import { formatDay } from "@/lib/format";

import { ConfirmButton } from "@/ui/ConfirmButton";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./Lists.module.css";
import { ProfileNotesButton } from "./NotesButton";
import type { PeopleSlots } from "./People";
import { useListChanges } from "./queries";
import { stagesFrom } from "./rights";
import { useCalled } from "./useCalled";

interface Props {
  list: CandidateList;
  candidate: Candidate;
  works: boolean;
  picked: boolean;
  slots: Pick<PeopleSlots, "skillsOf" | "personLink">;
  onPick: (on: boolean) => void;
}

/** Somebody on a list, as the company may see them now. */
export function PersonRow({ list, candidate, works, picked, slots, onPick }: Props) {
  const { t } = useTranslation();
  const called = useCalled();
  const { id, profile, added_at: addedAt } = candidate;
  const name = profile ? called(profile) : t("listPerson.gone");
  return (
    <article
      className={profile ? classes.card : `${classes.card} ${classes.gone}`}
      aria-labelledby={`candidate-${id}`}
    >
      <div className={classes.person}>
        <input
          type="checkbox"
          className={classes.pick}
          checked={picked}
          aria-label={t("listPerson.pick", { name })}
          onChange={(event) => onPick(event.currentTarget.checked)}
        />
        <div className={classes.body}>
          <div className={classes.head}>
            <h2 className={classes.name} id={`candidate-${id}`}>
              {profile ? slots.personLink(profile, name) : name}
            </h2>
            <span className={classes.meta}>
              {t("listPerson.added", { date: formatDay(addedAt) })}
            </span>
          </div>
          {profile ? (
            slots.skillsOf(profile)
          ) : (
            <p className={classes.meta}>{t("listPerson.goneHelp")}</p>
          )}
          <div className={classes.row}>
            <Stage list={list} candidate={candidate} name={name} works={works} />
            <div className={classes.tools}>
              {profile ? <ProfileNotesButton profile={profile.profile_id} name={name} /> : null}
              {works ? <Remove list={list} candidate={candidate} name={name} /> : null}
            </div>
          </div>
        </div>
      </div>
    </article>
  );
}

interface PartProps {
  list: CandidateList;
  candidate: Candidate;
  name: string;
}

/** How far the company is with them. */
function Stage({ list, candidate, name, works }: PartProps & { works: boolean }) {
  const { t } = useTranslation();
  const { setStage } = useListChanges();
  const [chosen, setChosen] = useState<CandidateStage | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { stage, stage_from_offer: saidByOffer } = candidate;
  const stages = stagesFrom(stage, saidByOffer);
  if (!works || stages.length === 1) {
    return (
      <p className={classes.meta}>
        <strong>{t(`candidateStage.${stage}`)}</strong>
        {saidByOffer ? <span>{t("candidateStage.fromOffer")}</span> : null}
      </p>
    );
  }
  const change = async (next: CandidateStage) => {
    setChosen(next);
    setError(null);
    await setStage(list.id, candidate.id, next).catch(setError);
    setChosen(null);
  };
  return (
    <div aria-busy={chosen !== null}>
      <NativeSelect
        size="sm"
        label={t("candidateStage.label")}
        aria-label={t("candidateStage.of", { name })}
        description={saidByOffer ? t("candidateStage.fromOffer") : undefined}
        inputWrapperOrder={["label", "input", "description"]}
        value={chosen ?? stage}
        data={stages.map((value) => ({ value, label: t(`candidateStage.${value}`) }))}
        onChange={(event) => change(event.currentTarget.value as CandidateStage)}
      />
      {error ? <ProblemNotice error={error} /> : null}
    </div>
  );
}

function Remove({ list, candidate, name }: PartProps) {
  const { t } = useTranslation();
  const { take } = useListChanges();
  return (
    <ConfirmButton
      label={t("listPerson.remove")}
      aria-label={t("listPerson.removeOf", { name })}
      title={t("listPerson.removeTitle", { name, list: list.name })}
      confirm={t("listPerson.remove")}
      danger
      variant="subtle"
      color="brick"
      size="compact-sm"
      action={() => take(list.id, candidate.id)}
    >
      {t("listPerson.removeText")}
    </ConfirmButton>
  );
}

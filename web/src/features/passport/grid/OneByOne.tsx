import { ActionIcon, Button, NativeSelect } from "@mantine/core";
import type { GridPerson, GridSkill } from "@/api/types";
import { useTranslation } from "@/i18n/validationGrid";
import { fullName } from "@/lib/names";
import { Icon } from "@/ui/Icon";
import { proposedValue } from "../model/scales";
import classes from "../Passport.module.css";
import { StandingTag } from "../StandingTag";
import { type Board, mayWrite, stateOf } from "./board";
import { draftedName, entryName, standingOf } from "./cellWords";
import own from "./OneByOne.module.css";

interface Props {
  board: Board;
  /** Whether one person is gone through, or one skill. */
  by: "person" | "skill";
  /** The id of the person, or the name of the skill; the first one otherwise. */
  chosen: string | undefined;
  onChoose: (chosen: string) => void;
  onOpen: (person: GridPerson, skill: GridSkill) => void;
}

/** The same as the table, one person or one skill at a time. */
export function OneByOne({ board, by, chosen, onChoose, onOpen }: Props) {
  const { t } = useTranslation();
  const choices =
    by === "person"
      ? board.people.map((one) => ({ value: one.person_id, label: fullName(one) }))
      : board.skills.map(({ skill, label }) => ({ value: skill, label }));
  const place = Math.max(
    0,
    choices.findIndex(({ value }) => value === chosen),
  );
  const person = by === "person" ? board.people[place] : undefined;
  const skill = by === "skill" ? board.skills[place] : undefined;
  const move = (steps: number) => {
    const next = choices[place + steps];
    if (next) onChoose(next.value);
  };
  return (
    <div>
      <div className={own.chooser}>
        <NativeSelect
          label={t(by === "person" ? "validating.person" : "validating.skill")}
          description={t("validating.place", { place: place + 1, total: choices.length })}
          size="md"
          className={own.select}
          data={choices}
          value={choices[place]?.value}
          onChange={(event) => onChoose(event.currentTarget.value)}
        />
        <ActionIcon
          variant="default"
          size={42}
          aria-label={t("validating.previous")}
          disabled={place === 0}
          onClick={() => move(-1)}
        >
          <Icon name="chevronLeft" />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={42}
          aria-label={t("validating.next")}
          disabled={place >= choices.length - 1}
          onClick={() => move(1)}
        >
          <Icon name="chevronRight" />
        </ActionIcon>
      </div>
      <ul className={classes.rows}>
        {person
          ? board.skills.map((one) => (
              <li key={one.skill}>
                <Line
                  board={board}
                  person={person}
                  skill={one}
                  title={one.label}
                  onOpen={() => onOpen(person, one)}
                />
              </li>
            ))
          : null}
        {skill
          ? board.people.map((one) => (
              <li key={one.person_id}>
                <Line
                  board={board}
                  person={one}
                  skill={skill}
                  title={fullName(one)}
                  onOpen={() => onOpen(one, skill)}
                />
              </li>
            ))
          : null}
      </ul>
    </div>
  );
}

interface LineProps {
  board: Board;
  person: GridPerson;
  skill: GridSkill;
  title: string;
  onOpen: () => void;
}

function Line({ board, person, skill, title, onOpen }: LineProps) {
  const { t } = useTranslation();
  const { cell, draft, proposes } = stateOf(board, person, skill);
  const scales = board.scales(skill);
  const standing = standingOf(cell);
  const writes = mayWrite(board, person, skill);
  const names = { person: fullName(person), skill: skill.label };
  const { target } = skill;
  return (
    <div className={classes.head}>
      <div className={classes.main}>
        <h3 className={classes.name}>{title}</h3>
        <p className={classes.facts}>
          {standing ? (
            <StandingTag standing={standing} />
          ) : (
            <span>{t("validating.state.none")}</span>
          )}
          {cell?.current ? <span>{entryName(t, cell.current)}</span> : null}
          {cell?.is_waiting ? <span>{t("validating.state.waiting")}</span> : null}
          {target == null ? null : (
            <span>
              {t("validating.aim", { level: draftedName(t, proposedValue(skill, target), scales) })}
            </span>
          )}
          {skill.off_programme ? <span>{t("validating.off")}</span> : null}
        </p>
        {draft ? (
          <p className={own.draft}>
            <Icon name="pencil" size={15} />
            {t("validating.state.draft", { level: draftedName(t, draft.level, scales) })}
          </p>
        ) : proposes ? (
          <p className={classes.said}>{t("validating.state.proposed")}</p>
        ) : null}
      </div>
      <Button
        variant="default"
        aria-label={t(writes ? "validating.openOf" : "validating.readOf", names)}
        onClick={onOpen}
      >
        {t(writes ? "validating.open" : "validating.read")}
      </Button>
    </div>
  );
}

import { Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { GridPerson, GridSkill } from "@/api/types";
import { useTranslation } from "@/i18n/validationGrid";
import { formatDateShort } from "@/lib/days";
import { formatDay } from "@/lib/format";
import { fullName } from "@/lib/names";
import { paths } from "@/lib/paths";
import { spokenLevel } from "@/record/levels";
import { Dialog } from "@/ui/Dialog";
import { Facts } from "@/ui/Facts";
import { Notice } from "@/ui/Notice";
import { begun, type CellDraft, isColumn } from "../model/drafts";
import type { Faults } from "../model/outcome";
import classes from "../Passport.module.css";
import { StandingTag } from "../StandingTag";
import { type Board, mayWrite, stateOf } from "./board";
import { CellForm } from "./CellForm";
import { entryName, standingOf } from "./cellWords";

interface Props {
  board: Board;
  organisation: string;
  /** Which cell; nothing while none is open. */
  open: { person: GridPerson; skill: GridSkill } | null;
  /** What the server said against it. */
  faults: Faults;
  onKeep: (draft: CellDraft) => void;
  onForget: () => void;
  onClose: () => void;
}

/** One cell: what is there, and what is about to be written in it. */
export function CellDialog({ board, organisation, open, faults, ...on }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog
      opened={open !== null}
      onClose={on.onClose}
      size="lg"
      title={
        open ? t("reviewing.place", { person: fullName(open.person), skill: open.skill.label }) : ""
      }
    >
      {open ? (
        <Content
          key={`${open.person.person_id} ${open.skill.skill}`}
          board={board}
          organisation={organisation}
          {...open}
          faults={faults}
          {...on}
        />
      ) : null}
    </Dialog>
  );
}

type ContentProps = Omit<Props, "open"> & { person: GridPerson; skill: GridSkill };

function Content({ board, organisation, person, skill, faults, ...on }: ContentProps) {
  const { t } = useTranslation();
  const { cell, draft } = stateOf(board, person, skill);
  const writes = mayWrite(board, person, skill);
  return (
    <Stack>
      <Found board={board} organisation={organisation} person={person} skill={skill} />
      {person.may_be_validated ? null : <Text>{t("evaluating.yourself")}</Text>}
      {isColumn(skill) ? null : <Text>{t("evaluating.unlinked")}</Text>}
      {cell?.is_waiting ? <Notice tone="warning" title={t("evaluating.waiting")} /> : null}
      {writes && isColumn(skill) ? (
        <CellForm
          organisation={organisation}
          skill={skill}
          cell={cell}
          scales={board.scales(skill)}
          start={draft ?? begun(person.person_id, skill, cell)}
          isKept={draft !== undefined}
          faults={faults}
          {...on}
        />
      ) : null}
    </Stack>
  );
}

type FoundProps = Pick<ContentProps, "board" | "organisation" | "person" | "skill">;

/** What the organisation found, and what the person declares. */
function Found({ board, organisation, person, skill }: FoundProps) {
  const { t } = useTranslation();
  const { cell } = stateOf(board, person, skill);
  const standing = standingOf(cell);
  const current = cell?.current;
  return (
    <div>
      <Facts
        facts={[
          [
            t("evaluating.now"),
            <span key="now" className={classes.facts}>
              {standing ? <StandingTag standing={standing} /> : t("evaluating.nothing")}
              {current ? (
                <span>
                  {t("evaluating.since", {
                    level: entryName(t, current),
                    date: formatDay(current.validated_at),
                  })}
                </span>
              ) : null}
              {current?.converted ? (
                <span>{t("evaluating.converted", { level: current.converted })}</span>
              ) : null}
              {current?.expires_on ? (
                <span>
                  {t("passportWord.lastDay", { date: formatDateShort(current.expires_on) })}
                </span>
              ) : null}
            </span>,
          ],
          [
            t("evaluating.declared"),
            cell?.declared_level ? spokenLevel(t, cell.declared_level) : t("evaluating.nothing"),
          ],
          [t("evaluating.entries"), String(cell?.entries ?? 0)],
        ]}
      />
      {current ? (
        <p className={classes.said}>
          <Link
            to={paths.validation}
            params={{ organisation, entry: current.id }}
            className={classes.link}
          >
            {t("evaluating.see")}
          </Link>
        </p>
      ) : null}
    </div>
  );
}

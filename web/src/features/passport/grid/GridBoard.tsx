import { Stack } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMemo, useRef, useState } from "react";
import type { Grid, GridPerson, GridSkill, ValidationGrid, WrittenValidations } from "@/api/types";
import { useTranslation } from "@/i18n/validationGrid";
import { Choices } from "@/ui/Choices";
import { Notice } from "@/ui/Notice";
import { UnsavedGuard } from "@/ui/UnsavedGuard";
import { cellsOf, type Key, keyOf, proposedIn } from "../model/drafts";
import type { Faults } from "../model/outcome";
import { scalesOf } from "../model/scales";
import type { GridView } from "../search";
import { type Board, cellKey } from "./board";
import { CellDialog } from "./CellDialog";
import { DraftBar } from "./DraftBar";
import { GridTable } from "./GridTable";
import { OneByOne } from "./OneByOne";
import { ReviewDialog } from "./ReviewDialog";
import type { BoardProps } from "./SessionGrid";
import { Suggested } from "./Suggested";
import { useDrafts } from "./useDrafts";

/** A table needs this much room; below, one person or one skill is gone through at a time. */
const ROOMY = "(min-width: 62em)";

/** A skill that is none of the programme, as a column. */
const beside = (code: string, label: string): GridSkill => ({
  skill: code,
  code,
  label,
  off_programme: true,
  grid_id: null,
  grid_version: null,
  scale: "",
  levels: [],
  target: null,
  pass: null,
  validity_months: null,
});

type Props = BoardProps & { grid: ValidationGrid; grids: Grid[] };

interface Open {
  person: GridPerson;
  skill: GridSkill;
  faults: Faults;
}

/** The grid at work: drafts, what results propose, the cell that is open, the review. */
export function GridBoard({ place, writes, address, onAddress, grid, grids, skillPicker }: Props) {
  const { t } = useTranslation();
  const hand = useDrafts();
  const [added, setAdded] = useState<GridSkill[]>([]);
  const [open, setOpen] = useState<Open | null>(null);
  const [reviewing, setReviewing] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const told = useRef<HTMLDivElement>(null);
  const roomy = useMediaQuery(ROOMY, true, { getInitialValueInEffect: false });
  const proposed = useMemo(() => proposedIn(grid, hand.drafts), [grid, hand.drafts]);
  const board: Board = useMemo(() => {
    const known = new Set(grid.skills.map(({ code }) => code));
    return {
      people: grid.participants,
      skills: [...grid.skills, ...added.filter(({ code }) => !known.has(code))],
      cells: cellsOf(grid),
      drafts: hand.drafts,
      proposes: new Set(proposed.map(({ key }) => key)),
      scales: (skill) => scalesOf(skill, grids),
      writes,
    };
  }, [grid, grids, added, hand.drafts, proposed, writes]);

  const view: GridView = roomy
    ? (address.view ?? "table")
    : address.view === "skill"
      ? "skill"
      : "person";
  const views: GridView[] = roomy ? ["table", "person", "skill"] : ["person", "skill"];
  const openCell = (person: GridPerson, skill: GridSkill) => {
    setSaid(null);
    setOpen({ person, skill, faults: {} });
  };
  const close = () => setOpen(null);
  const openKey = open ? cellKey(open.person, open.skill) : null;

  const correct = (key: Key, faults: Faults) => {
    for (const person of board.people) {
      const skill = board.skills.find(({ code }) => code && keyOf(person.person_id, code) === key);
      if (skill) setOpen({ person, skill, faults });
    }
    setReviewing(false);
  };

  const onWritten = ({ validations, proposals }: WrittenValidations, keys: Key[]) => {
    hand.drop(keys);
    setReviewing(false);
    setSaid(
      proposals.length > 0
        ? t("validating.proposed", { count: proposals.length })
        : t("validating.written", { count: validations.length }),
    );
    // The button that opened the review is gone with the drafts.
    setTimeout(() => told.current?.focus());
  };

  return (
    <Stack>
      <div ref={told} role="status" tabIndex={-1} style={{ outline: "none" }}>
        {said ? <Notice tone="success" title={said} /> : null}
      </div>
      {writes ? <Suggested proposed={proposed} scales={board.scales} onTake={hand.take} /> : null}
      <Choices<GridView>
        legend={t("validating.view")}
        value={view}
        choices={views.map((value) => ({ value, label: t(`validating.views.${value}`) }))}
        onChange={(chosen) => onAddress({ view: chosen })}
      />
      {view === "table" ? (
        <GridTable board={board} organisation={place.organisation} onOpen={openCell} />
      ) : (
        <OneByOne
          board={board}
          by={view}
          chosen={view === "person" ? address.person : address.skill}
          onChoose={(chosen) =>
            onAddress(view === "person" ? { person: chosen } : { skill: chosen })
          }
          onOpen={openCell}
        />
      )}
      {writes && skillPicker
        ? skillPicker(new Set(board.skills.flatMap(({ code }) => code ?? [])), (code, label) =>
            setAdded((before) => [...before, beside(code, label)]),
          )
        : null}
      <DraftBar
        count={Object.keys(hand.drafts).length}
        onReview={() => setReviewing(true)}
        onDrop={() => hand.drop(Object.keys(hand.drafts))}
      />
      <CellDialog
        board={board}
        organisation={place.organisation}
        open={open}
        faults={open?.faults ?? {}}
        onKeep={(draft) => {
          if (openKey) hand.put(openKey, draft);
          close();
        }}
        onForget={() => {
          if (openKey) hand.drop([openKey]);
          close();
        }}
        onClose={close}
      />
      <ReviewDialog
        place={place}
        grid={grid}
        board={board}
        hand={hand}
        opened={reviewing}
        onCorrect={correct}
        onWritten={onWritten}
        onClose={() => setReviewing(false)}
      />
      <UnsavedGuard unsaved={hand.unsaved} />
    </Stack>
  );
}

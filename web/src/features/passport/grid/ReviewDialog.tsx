import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { asProblem } from "@/api/problem";
import type { ValidationGrid, WrittenValidations } from "@/api/types";
import { useTranslation } from "@/i18n/validationGrid";
import { Dialog } from "@/ui/Dialog";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { type Place, useGridChanges } from "../gridQueries";
import { bodyOf, cellsOf, type Key } from "../model/drafts";
import { conflictsOf, type Faults, faultsOf, type Outcome, outcomeOf } from "../model/outcome";
import type { Board } from "./board";
import { ConflictLines } from "./ConflictLines";
import { RefusedLines, SoundLines } from "./ReviewLines";
import type { DraftsInHand } from "./useDrafts";

interface Props {
  place: Place;
  grid: ValidationGrid;
  board: Board;
  hand: DraftsInHand;
  opened: boolean;
  onCorrect: (key: Key, faults: Faults) => void;
  onWritten: (written: WrittenValidations, keys: Key[]) => void;
  onClose: () => void;
}

/** What will be written, what takes the place of what, what is refused and why; then one confirmation. */
export function ReviewDialog({ opened, onClose, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} size="xl" title={t("reviewing.title")}>
      {opened ? <Review {...rest} onClose={onClose} /> : null}
    </Dialog>
  );
}

/** What a refusal to write told of these drafts. */
interface Told {
  drafts: DraftsInHand["drafts"];
  conflicts: Outcome["conflicts"];
  refused: Outcome["refused"];
}

/** The outcome, corrected by what a refusal to write told since. */
function corrected(outcome: Outcome, told: Told | null): Outcome {
  if (!told) return outcome;
  const gone = new Set([...told.conflicts, ...told.refused].map(({ key }) => key));
  return {
    ...outcome,
    sound: outcome.sound.filter(({ key }) => !gone.has(key)),
    refused: [...outcome.refused.filter(({ key }) => !gone.has(key)), ...told.refused],
    conflicts: [...outcome.conflicts.filter(({ key }) => !gone.has(key)), ...told.conflicts],
  };
}

function Review(props: Omit<Props, "opened">) {
  const { place, grid, board, hand, onCorrect, onWritten, onClose } = props;
  const { t } = useTranslation();
  const changes = useGridChanges(place);
  const { drafts } = hand;
  const keys = Object.keys(drafts);
  const bodies = Object.values(drafts).map(bodyOf);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [told, setTold] = useState<Told | null>(null);
  const preview = useQuery({
    queryKey: ["validation-preview", place, bodies],
    gcTime: 0,
    staleTime: 0,
    queryFn: async () => {
      const answer = await changes.preview(bodies);
      const stale = answer.cells.some(({ action }) => action === "stale");
      return outcomeOf(answer, keys, cellsOf(stale ? await changes.renew() : grid), drafts);
    },
  });
  if (preview.isError) {
    return <ProblemNotice error={preview.error} onRetry={() => preview.refetch()} />;
  }
  if (!preview.data) {
    return <Skeleton height={180} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  // What was told of other drafts is of no use for these.
  const outcome = corrected(preview.data, told?.drafts === drafts ? told : null);
  const { sound, refused, conflicts, twoPeople } = outcome;
  const unknown = conflicts.filter(({ version }) => version === null).map(({ key }) => key);
  const sent = [...sound.map(({ key }) => key), ...unknown];

  const write = async () => {
    setPending(true);
    setError(null);
    try {
      const some = sent.flatMap((key) => (drafts[key] ? [bodyOf(drafts[key])] : []));
      onWritten(await changes.write(some), sent);
    } catch (refusal) {
      const problem = asProblem(refusal);
      const { byCell, rest } = faultsOf(problem.errors, sent);
      const found = conflictsOf(problem);
      if (found.length > 0) await changes.renew().catch(() => undefined);
      if (found.length > 0 || (byCell.size > 0 && rest.length === 0)) {
        const against = [...byCell].map(([key, faults]) => ({ key, faults }));
        setTold({ drafts, conflicts: found, refused: against });
      } else setError(refusal);
    } finally {
      setPending(false);
    }
  };

  return (
    <Stack>
      {error ? <ProblemNotice error={error} /> : null}
      <RefusedLines
        board={board}
        refused={refused}
        onCorrect={onCorrect}
        onLeave={(key) => hand.drop([key])}
      />
      <ConflictLines
        board={board}
        conflicts={conflicts}
        onMine={hand.rebase}
        onLeave={(key) => hand.drop([key])}
      />
      <SoundLines board={board} sound={sound} />
      <Text size="sm" c="dimmed">
        {t("reviewing.mail")}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("reviewing.back")}
        </Button>
        <Button onClick={write} loading={pending} disabled={sent.length === 0}>
          {t(twoPeople ? "reviewing.propose" : "reviewing.write", { count: sent.length })}
        </Button>
      </Group>
    </Stack>
  );
}

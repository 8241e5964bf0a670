import { Button, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { Slot, TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/slots";
import { dayOf, formatDate, formatTimes } from "@/lib/days";
import { formatMoment } from "@/lib/format";
import { fullName } from "@/lib/names";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ReasonButton } from "@/ui/ReasonButton";
import { isCorrectable, isWritable } from "./model/moves";
import classes from "./Slots.module.css";
import { slotQuery, useSlotChanges } from "./slotQueries";

// What is put right is the exception: its dialogs are loaded when they are asked for.
const RectifyDialog = lazy(async () => ({
  default: (await import("./SlotDialogs")).RectifyDialog,
}));
const ReplaceDialog = lazy(async () => ({
  default: (await import("./SlotDialogs")).ReplaceDialog,
}));
const SubjectDialog = lazy(async () => ({
  default: (await import("./SubjectDialog")).SubjectDialog,
}));

interface Props {
  organisation: string;
  session: TrainingSession;
  slot: Slot;
  writes: boolean;
}

/** The history of a slot, what else is at that time, and what may be done to it beside writing it. */
export function SlotMore({ organisation, session, slot, writes }: Props) {
  const { t } = useTranslation();
  const query = useQuery(slotQuery(organisation, session.id, slot.id));
  const changes = useSlotChanges(organisation, session.id);
  const [dialog, setDialog] = useState<"rectify" | "replace" | "subject" | null>(null);
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <Skeleton height={60} role="img" aria-label={t("state.loading")} />;
  const details = query.data;
  const stands = slot.cancelled_at === null || slot.cancelled_at === undefined;
  const lines = [
    ...details.conflicts.map((one) =>
      t(`slot.conflict.${one.kind}`, {
        name: one.name,
        session: one.session_title,
        day: formatDate(dayOf(one.starts_at)),
        times: formatTimes(one.starts_at, one.ends_at),
      }),
    ),
    ...details.replaced_trainers.map((one) =>
      t(one.reason ? "slot.replacedFor" : "slot.replaced", {
        name: fullName(one),
        date: formatMoment(one.removed_at),
        reason: one.reason ?? "",
      }),
    ),
    ...details.rectifications.map((one) =>
      t(one.rectified_by ? "slot.rectifiedBy" : "slot.rectified", {
        old: formatTimes(one.old_starts_at, one.old_ends_at),
        new: formatTimes(one.new_starts_at, one.new_ends_at),
        date: formatMoment(one.rectified_at),
        name: one.rectified_by ?? "",
        reason: one.reason,
      }),
    ),
  ];
  const props = {
    organisation,
    session: session.id,
    slot: details,
    onClose: () => setDialog(null),
  };
  return (
    <Stack gap="sm" className={classes.more ?? ""}>
      {lines.length > 0 ? (
        <ul className={classes.lines}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <Text size="sm" c="dimmed">
          {t("slot.noHistory")}
        </Text>
      )}
      {writes && stands ? (
        <div className={classes.buttons}>
          {isCorrectable(session.status) && session.status !== "draft" ? (
            <Button size="compact-md" variant="default" onClick={() => setDialog("replace")}>
              {t("replace.open")}
            </Button>
          ) : null}
          {isCorrectable(session.status) && slot.has_attendance ? (
            <Button size="compact-md" variant="default" onClick={() => setDialog("rectify")}>
              {t("rectify.open")}
            </Button>
          ) : null}
          {isCorrectable(session.status) && slot.sheet_state !== "open" ? (
            <Button size="compact-md" variant="default" onClick={() => setDialog("subject")}>
              {t("subject.open")}
            </Button>
          ) : null}
          {session.status === "draft" ? (
            <ConfirmButton
              label={t("slot.delete.open")}
              title={t("slot.delete.title")}
              confirm={t("slot.delete.open")}
              variant="default"
              size="compact-md"
              danger
              action={() => changes.remove(slot)}
            >
              {t("slot.delete.text")}
            </ConfirmButton>
          ) : isWritable(session.status) && slot.sheet_state === "open" ? (
            <ReasonButton
              label={t("slot.cancel.open")}
              title={t("slot.cancel.title")}
              help={t("slot.cancel.text")}
              confirm={t("slot.cancel.open")}
              missing={t("slot.cancel.missing")}
              size="compact-md"
              action={(reason) => changes.cancel(slot, reason)}
            />
          ) : null}
        </div>
      ) : null}
      <Suspense fallback={null}>
        {dialog === "rectify" ? <RectifyDialog {...props} /> : null}
        {dialog === "replace" ? <ReplaceDialog {...props} /> : null}
        {dialog === "subject" ? <SubjectDialog {...props} session={session} /> : null}
      </Suspense>
    </Stack>
  );
}

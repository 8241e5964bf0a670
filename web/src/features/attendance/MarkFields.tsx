import { Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import type { AbsenceReason, AttendanceHalfDay } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { Choices } from "@/ui/Choices";
import classes from "./Marks.module.css";
import { type Draft, type DraftFault, LONGEST_NOTE } from "./model/draft";
import { CALLED, type Called, REASONS, wasThere } from "./model/marks";

interface Props {
  half: AttendanceHalfDay;
  draft: Draft;
  onChange: (draft: Draft) => void;
  fault: DraftFault | null;
  /** Whether the status itself is chosen here. */
  withStatus?: boolean;
  asksEntryExit: boolean;
}

/** What a mark says beyond its status: how late, why, with which remark, from when to when. */
export function MarkFields({ half, draft, onChange, fault, withStatus, asksEntryExit }: Props) {
  const { t } = useTranslation();
  const { status } = draft;
  const set = (some: Partial<Draft>) => onChange({ ...draft, ...some });
  const misses = status === "late" || status === "absent";
  const hours = wasThere(status) && (asksEntryExit || draft.entered !== "" || draft.left !== "");
  return (
    <div className={classes.fields}>
      {withStatus ? (
        <div className={classes.wide}>
          <Choices<Called>
            legend={t("mark.statusLabel")}
            value={status === "unmarked" ? "present" : status}
            choices={CALLED.map((value) => ({ value, label: t(`mark.status.${value}`) }))}
            onChange={(chosen) => set({ status: chosen })}
          />
        </div>
      ) : null}
      {status === "late" ? (
        <TextInput
          label={t("mark.minutes")}
          inputMode="numeric"
          maxLength={4}
          value={draft.minutes}
          error={fault === "minutes" ? t("mark.fault.minutes", { most: half.minutes }) : null}
          onChange={(event) => set({ minutes: event.currentTarget.value })}
        />
      ) : null}
      {misses || status === "excused" ? (
        <NativeSelect
          size="md"
          label={t("mark.reason")}
          value={draft.reason}
          data={[
            { value: "", label: t("mark.noReason") },
            ...REASONS.map((value) => ({ value, label: t(`mark.reasons.${value}`) })),
          ]}
          onChange={(event) => set({ reason: event.currentTarget.value as AbsenceReason | "" })}
        />
      ) : null}
      {misses ? (
        <Checkbox
          size="md"
          className={classes.wide ?? ""}
          label={t("mark.isJustified")}
          checked={draft.justified}
          onChange={(event) => set({ justified: event.currentTarget.checked })}
        />
      ) : null}
      {hours ? (
        <>
          <TextInput
            type="time"
            label={t("mark.entered")}
            value={draft.entered}
            error={fault === "entry" ? t("mark.fault.entry") : null}
            onChange={(event) => set({ entered: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={t("mark.left")}
            value={draft.left}
            error={fault === "order" ? t("mark.fault.order") : null}
            onChange={(event) => set({ left: event.currentTarget.value })}
          />
        </>
      ) : null}
      {status === "unmarked" ? null : (
        <Textarea
          className={classes.wide ?? ""}
          label={t("mark.note")}
          description={t("mark.noteHelp")}
          autosize
          minRows={2}
          maxLength={LONGEST_NOTE}
          value={draft.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

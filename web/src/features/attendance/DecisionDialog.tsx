import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { organisationFiles } from "@/api/files";
import { asProblem, messagesOf } from "@/api/problem";
import type { AttendanceContest, AttendanceSheet, FileCard } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { fullName } from "@/lib/names";
import { Choices } from "@/ui/Choices";
import { Dialog } from "@/ui/Dialog";
import { FileUpload } from "@/ui/FileUpload";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { MarkFields } from "./MarkFields";
import { draftOf, faultOf, saidIn } from "./model/draft";
import { cellOf, saidOf } from "./model/marks";
import type { Place } from "./outboxStore";
import { useSheetChanges } from "./queries";
import classes from "./Seal.module.css";
import { partName } from "./words";

const LONGEST = 500;
const SHORTEST = 3;
type Verdict = "accepted" | "rejected";

interface Props {
  place: Place;
  sheet: AttendanceSheet;
  contest: AttendanceContest;
  onClose: () => void;
}

/** Whether a trainee is right. Accepted, the mark is rectified; rejected, it stays. They read the reason. */
export function DecisionDialog({ place, sheet, contest, onClose }: Props) {
  const { t } = useTranslation();
  const { decide, look } = useSheetChanges(place);
  const row = sheet.rows.find((one) => one.enrolment_id === contest.enrolment_id);
  const half = sheet.half_days.find(({ part }) => part === contest.part);
  const [verdict, setVerdict] = useState<Verdict>("accepted");
  const [draft, setDraft] = useState(() =>
    draftOf(saidOf(row ? cellOf(row, contest.part)?.mark : null)),
  );
  const [proof, setProof] = useState<FileCard | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (!half) return null;
  const fault = verdict === "accepted" ? faultOf(draft, half) : null;
  const explains = verdict === "accepted" && draft.status !== "present";
  const short = reason.trim().length < SHORTEST;

  const submit = async () => {
    setTried(true);
    if (fault || short) return;
    setPending(true);
    setError(null);
    try {
      const proved = explains ? (proof?.id ?? null) : null;
      const right =
        verdict === "accepted" ? { mark: saidIn(draft, half), proof_file_id: proved } : {};
      await decide(contest.id, { decision: verdict, reason: reason.trim(), ...right });
      onClose();
    } catch (refusal) {
      setError(refusal);
      setPending(false);
      // Somebody decided meanwhile: the page behind shows it.
      if (asProblem(refusal).status === 409) void look().catch(() => undefined);
    }
  };
  const messages = error ? messagesOf(error) : [];
  return (
    <Dialog
      opened
      onClose={onClose}
      size="40rem"
      title={t("dispute.title", {
        name: row ? fullName(row) : t("roll.gone"),
        part: partName(t, contest.part).toLocaleLowerCase("fr"),
      })}
    >
      <Stack>
        <blockquote className={classes.quote}>{contest.text}</blockquote>
        {error ? <ProblemNotice error={error} messages={messages} /> : null}
        <Choices<Verdict>
          legend={t("dispute.verdict")}
          value={verdict}
          choices={[
            { value: "accepted", label: t("dispute.accept") },
            { value: "rejected", label: t("dispute.reject") },
          ]}
          onChange={setVerdict}
        />
        {verdict === "accepted" ? (
          <MarkFields
            half={half}
            draft={draft}
            onChange={setDraft}
            fault={tried ? fault : null}
            withStatus
            asksEntryExit={sheet.asks_entry_exit}
          />
        ) : null}
        {explains ? (
          <FileUpload
            label={t("mark.proof")}
            description={t("mark.proofHelp")}
            path={organisationFiles(place.organisation)}
            purpose="absence_proof"
            value={proof}
            onChange={setProof}
          />
        ) : null}
        <Textarea
          label={t("dispute.reason")}
          description={t("dispute.reasonHelp")}
          autosize
          minRows={2}
          required
          maxLength={LONGEST}
          value={reason}
          error={tried && short ? t("dispute.missing") : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button loading={pending} disabled={proof?.scan === "infected"} onClick={submit}>
            {t("dispute.submit")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

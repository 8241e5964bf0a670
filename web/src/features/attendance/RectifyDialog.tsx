import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { organisationFiles } from "@/api/files";
import { asProblem, messagesOf, STALE } from "@/api/problem";
import type { AttendanceHalfDay, AttendanceMark, AttendanceRow, FileCard } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { fullName } from "@/lib/names";
import { Dialog } from "@/ui/Dialog";
import { FileUpload } from "@/ui/FileUpload";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { MarkFields } from "./MarkFields";
import { draftOf, faultOf, saidIn } from "./model/draft";
import { saidOf, same } from "./model/marks";
import type { Place } from "./outboxStore";
import { ProofButton } from "./ProofButton";
import { useSheetChanges } from "./queries";
import { markOrigin, partName, saidName } from "./words";

const LONGEST = 500;
const SHORTEST = 3;

interface Props {
  place: Place;
  row: AttendanceRow;
  half: AttendanceHalfDay;
  mark: AttendanceMark;
  asksEntryExit: boolean;
  onClose: () => void;
}

/** A sealed mark put right: what it was stays, with who changed it and why. */
export function RectifyDialog({ place, row, half, mark, asksEntryExit, onClose }: Props) {
  const { t } = useTranslation();
  const { rectify, look } = useSheetChanges(place);
  const [seen, setSeen] = useState(mark);
  const [draft, setDraft] = useState(() => draftOf(saidOf(mark)));
  const [proof, setProof] = useState<FileCard | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [moved, setMoved] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const fault = faultOf(draft, half);
  const said = saidIn(draft, half);
  const explains = draft.status !== "present";
  const file = explains ? (proof?.id ?? null) : null;
  const unchanged = same(said, saidOf(seen)) && file === null;
  const short = reason.trim().length < SHORTEST;

  const submit = async () => {
    setTried(true);
    if (fault || short || unchanged) return;
    setPending(true);
    setError(null);
    setMoved(false);
    try {
      await rectify({
        enrolment_id: row.enrolment_id,
        part: half.part,
        seen_number: seen.number,
        mark: said,
        reason: reason.trim(),
        proof_file_id: file,
      });
      onClose();
    } catch (refusal) {
      const problem = asProblem(refusal);
      if (problem.code === STALE) {
        setSeen(problem.current as AttendanceMark);
        setMoved(true);
        void look().catch(() => undefined);
      } else setError(refusal);
      setPending(false);
    }
  };
  const messages = error ? messagesOf(error) : [];
  return (
    <Dialog
      opened
      onClose={onClose}
      size="40rem"
      title={t("sealing.rectify.title", {
        name: fullName(row),
        part: partName(t, half.part).toLocaleLowerCase("fr"),
      })}
    >
      <Stack>
        <Text>{t("sealing.rectify.text")}</Text>
        {error ? <ProblemNotice error={error} messages={messages} /> : null}
        {moved ? (
          <Notice tone="warning" icon="alert" announce title={t("sealing.rectify.moved")}>
            {saidName(t, saidOf(seen))}
            <br />
            {markOrigin(t, seen)}
          </Notice>
        ) : (
          <Text size="sm">
            {t("sealing.rectify.now")} <strong>{saidName(t, saidOf(seen))}</strong>
          </Text>
        )}
        <MarkFields
          half={half}
          draft={draft}
          onChange={setDraft}
          fault={tried ? fault : null}
          withStatus
          asksEntryExit={asksEntryExit}
        />
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
        {seen.proof_file_id ? <ProofButton place={place} file={seen.proof_file_id} /> : null}
        <Textarea
          label={t("sealing.rectify.reason")}
          description={t("sealing.rectify.reasonHelp")}
          autosize
          minRows={2}
          required
          maxLength={LONGEST}
          value={reason}
          error={tried && short ? t("sealing.rectify.missing") : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {tried && unchanged ? (
          <Text c="brick.8" role="alert">
            {t("sealing.rectify.unchanged")}
          </Text>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button loading={pending} disabled={proof?.scan === "infected"} onClick={submit}>
            {t("sealing.rectify.submit")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

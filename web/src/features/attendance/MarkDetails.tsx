import { Button } from "@mantine/core";
import { useState } from "react";
import { organisationFiles } from "@/api/files";
import type { AttendanceHalfDay, AttendanceMark, AttendanceRow, FileCard } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { FileUpload, type Underway } from "@/ui/FileUpload";
import { History } from "./History";
import { MarkFields } from "./MarkFields";
import classes from "./Marks.module.css";
import { type Draft, draftOf, faultOf, saidIn } from "./model/draft";
import { type Said, UNMARKED } from "./model/marks";
import type { Place } from "./outboxStore";
import { ProofButton } from "./ProofButton";

interface Props {
  place: Place;
  row: AttendanceRow;
  half: AttendanceHalfDay;
  said: Said;
  mark: AttendanceMark | null;
  asksEntryExit: boolean;
  onSave: (said: Said, proof: string | null) => void;
  onClose: () => void;
}

/** Why somebody was not there or was late, with what proves it; and everything that was said of them before. */
export function MarkDetails(props: Props) {
  const { place, row, half, said, mark, asksEntryExit, onSave, onClose } = props;
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Draft>(() => draftOf(said));
  const [proof, setProof] = useState<FileCard | null>(null);
  const [underway, setUnderway] = useState<Underway>(null);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Underway>(null);
  const fault = faultOf(draft, half);
  const explains = draft.status !== "present" && draft.status !== "unmarked";
  // No proof is left behind unless that is what was chosen.
  const save = () => {
    setTried(true);
    setRefused(underway);
    if (underway === null) write();
  };
  const write = () => {
    if (fault === null) onSave(saidIn(draft, half), explains ? (proof?.id ?? null) : null);
  };
  return (
    <div className={classes.details}>
      <MarkFields
        half={half}
        draft={draft}
        onChange={setDraft}
        fault={tried ? fault : null}
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
          onUnderway={setUnderway}
        />
      ) : null}
      {mark?.proof_file_id ? <ProofButton place={place} file={mark.proof_file_id} /> : null}
      {refused !== null && refused === underway ? (
        <p role="alert" className={classes.fault}>
          {refused === "sending" ? t("upload.awaited") : t("mark.proofFailed")}
        </p>
      ) : null}
      <div className={classes.actions}>
        {draft.status === "unmarked" ? null : (
          <Button onClick={save} disabled={proof?.scan === "infected"}>
            {t("action.save")}
          </Button>
        )}
        {refused === "failed" && underway === "failed" ? (
          <Button variant="default" onClick={write}>
            {t("mark.withoutProof")}
          </Button>
        ) : null}
        <Button variant="default" onClick={onClose}>
          {t("action.close")}
        </Button>
        {said.status === "unmarked" ? null : (
          <Button variant="subtle" onClick={() => onSave(UNMARKED, null)}>
            {t("roll.reset")}
          </Button>
        )}
      </div>
      <History place={place} row={row} part={half.part} />
    </div>
  );
}

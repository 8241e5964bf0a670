import { Button } from "@mantine/core";
import { useState } from "react";
import { useDownload } from "@/api/download";
import type { MyAttendance, MyHalfDay, MySlot } from "@/api/types";
import { useTranslation } from "@/i18n/ownRecords";
import { formatTime, formatTimes, timeOf } from "@/lib/days";
import { formatMoment } from "@/lib/format";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ContestForm } from "./ContestForm";
import { LateNote } from "./LateNote";
import { MarkTag } from "./MarkTag";
import { downloadMyFile, useMyAttendance } from "./mineQueries";
import { contestsOf, mayContest, maySign } from "./model/own";
import { OwnContest } from "./OwnContest";
import classes from "./Records.module.css";
import { Rectified } from "./Rectified";
import { SignForm } from "./SignForm";
import { partName, slotName } from "./words";

interface Props {
  session: MyAttendance;
  slot: MySlot;
  half: MyHalfDay;
}

/** One's own half-day: what is said of one, by whom and when; signed and contested here. */
export function OwnHalfDay({ session, slot, half }: Props) {
  const { t } = useTranslation();
  const { sign, contest } = useMyAttendance();
  const [open, setOpen] = useState<"sign" | "contest" | null>(null);
  const { half_day: unit, mark, signature } = half;
  const part = partName(t, unit.part);
  const name = `${part}, ${slotName(slot)}`;
  const close = () => setOpen(null);
  const signs = maySign(half);
  const toggle = (which: "sign" | "contest") => setOpen(open === which ? null : which);
  return (
    <li className={classes.half}>
      <div className={classes.halfHead}>
        <span className={classes.halfName}>{part}</span>
        <MarkTag mark={mark} />
        <span className={classes.aside}>{formatTimes(unit.starts_at, unit.ends_at)}</span>
        <span className={classes.push}>
          {signs ? (
            <Button
              size="compact-sm"
              aria-expanded={open === "sign"}
              aria-label={t("sign.openOf", { name })}
              onClick={() => toggle("sign")}
            >
              {t("sign.open")}
            </Button>
          ) : null}
          {mayContest(slot, half) ? (
            <Button
              size="compact-sm"
              variant="default"
              aria-expanded={open === "contest"}
              aria-label={t("contest.openOf", { name })}
              onClick={() => toggle("contest")}
            >
              {t("contest.open")}
            </Button>
          ) : null}
        </span>
      </div>
      <Said half={half} />
      <p className={classes.said} role="status">
        {signature
          ? t("own.signed", {
              how: t(`recordWord.signedBy.${signature.method}`),
              date: formatMoment(signature.signed_at),
            })
          : signs
            ? t("own.signBy", { time: formatTime(timeOf(unit.signing_closes_at)) })
            : ""}
      </p>
      {mark?.is_rectified ? (
        <Rectified session={session} slot={slot.slot_id} part={unit.part} />
      ) : null}
      {contestsOf(slot, half).map((one) => (
        <OwnContest key={one.id} contest={one} />
      ))}
      {half.contest_until && open !== "contest" && mayContest(slot, half) ? (
        <p className={classes.said}>
          {t("contest.until", { date: formatMoment(half.contest_until) })}
        </p>
      ) : null}
      {open === "sign" && signs ? (
        <div className={classes.below}>
          <LateNote half={half} />
          <SignForm
            name={name}
            withPassword
            sign={(signing) => sign(slot.slot_id, unit.part, signing)}
            onDone={close}
            onCancel={close}
          />
        </div>
      ) : null}
      {open === "contest" ? (
        <div className={classes.below}>
          <ContestForm
            name={name}
            contest={(text) => contest(slot.slot_id, unit.part, text)}
            onDone={close}
            onCancel={close}
          />
        </div>
      ) : null}
    </li>
  );
}

/** Who wrote the mark, when and how; with its reason, its remark and what proves it. */
function Said({ half: { mark } }: { half: MyHalfDay }) {
  const { t } = useTranslation();
  const proof = useDownload(downloadMyFile);
  if (!mark) return null;
  const file = mark.proof_file_id;
  const times = [
    mark.entered_at ? t("own.entered", { time: formatTime(timeOf(mark.entered_at)) }) : "",
    mark.left_at ? t("own.left", { time: formatTime(timeOf(mark.left_at)) }) : "",
  ].filter(Boolean);
  return (
    <>
      <p className={classes.said}>
        {t("own.by", {
          name: mark.by,
          date: formatMoment(mark.at),
          method: t(`recordWord.method.${mark.method}`),
        })}
      </p>
      {times.length > 0 ? <p className={classes.said}>{times.join(", ")}</p> : null}
      {mark.reason ? (
        <p className={classes.said}>
          {t("own.reason", { reason: t(`recordWord.reason.${mark.reason}`) })}
        </p>
      ) : null}
      {mark.note ? <p className={classes.quote}>{mark.note}</p> : null}
      {file ? (
        <div className={classes.below}>
          <Button
            size="compact-sm"
            variant="light"
            loading={proof.isPending}
            onClick={() => proof.mutate(file)}
          >
            {t("own.proof")}
          </Button>
          {proof.error ? <ProblemNotice error={proof.error} /> : null}
        </div>
      ) : null}
    </>
  );
}

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Slot, TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/slots";
import { dayOf, formatDate, formatTimes } from "@/lib/days";
import { formatList } from "@/lib/format";
import { fullName } from "@/lib/names";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import { StateTag } from "@/ui/StateTag";
import { isWritable } from "./model/moves";
import { partsOf, subjectOf } from "./model/slots";
import { SlotForm } from "./SlotForm";
import { SlotMore } from "./SlotMore";
import classes from "./Slots.module.css";

interface Props {
  organisation: string;
  session: TrainingSession;
  slot: Slot;
  writes: boolean;
  /** Somebody was led here to put something right. */
  wanted: boolean;
}

/** One slot: when, what, where, by whom, and what may be done with it. */
export function SlotRow({ organisation, session, slot, writes, wanted }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"form" | "more" | null>(null);
  const day = dayOf(slot.starts_at);
  const { name, more } = subjectOf(slot);
  const label = name || t(`slot.kinds.${slot.kind}`);
  const times = formatTimes(slot.starts_at, slot.ends_at);
  const spoken = t("slot.spoken", { name: label, day: formatDate(day), times });
  const cancelled = Boolean(slot.cancelled_at);
  // What it takes from the session is told by the session, unless people join from a distance.
  const link =
    slot.remote_url ?? (slot.modality === "remote_live" ? session.remote_url : null) ?? null;
  const place = slot.place || (link ? "" : session.place);
  const show = (what: "form" | "more") => setOpen(open === what ? null : what);
  return (
    <article
      id={`creneau-${slot.id}`}
      tabIndex={-1}
      className={classes.slot}
      aria-label={spoken}
      data-cancelled={cancelled || undefined}
      data-wanted={wanted || undefined}
    >
      <div className={classes.row}>
        <div className={classes.when}>
          <span className={classes.times}>{times}</span>
          <span className={classes.soft}>
            {partsOf(slot.half_days, day)
              .map((part) => t(`slot.part.${part}`))
              .join(" + ")}
          </span>
        </div>
        <div className={classes.what}>
          <strong>{label}</strong>
          {more ? <span className={classes.soft}>{more}</span> : null}
          <span className={classes.tags}>
            {slot.kind === "exam" ? (
              <StateTag tone="warning">{t("slot.kinds.exam")}</StateTag>
            ) : null}
            {cancelled ? <StateTag tone="error">{t("slot.cancelled")}</StateTag> : null}
            {slot.has_attendance ? (
              <StateTag tone={slot.sheet_state === "closed" ? "success" : "neutral"}>
                {t(`slot.sheet.${slot.sheet_state}`)}
              </StateTag>
            ) : null}
          </span>
          {slot.cancel_reason ? (
            <span className={classes.soft}>
              {t("slot.because", { reason: slot.cancel_reason })}
            </span>
          ) : null}
          {slot.override_reason ? (
            <span className={classes.soft}>
              {t("slot.stands", { reason: slot.override_reason })}
            </span>
          ) : null}
        </div>
        <div className={classes.where}>
          <span>
            {slot.trainers.length > 0 ? (
              formatList(slot.trainers.map(fullName))
            ) : (
              <span className={classes.missing}>{t("slot.noTrainer")}</span>
            )}
          </span>
          {place ? <span className={classes.soft}>{place}</span> : null}
          {link ? (
            <a href={link} rel="noreferrer noopener" target="_blank" className={classes.link}>
              {t("slot.join")}
            </a>
          ) : null}
        </div>
        <div className={classes.buttons}>
          {cancelled || session.status === "draft" ? null : (
            <Link
              to={paths.attendance}
              params={{ organisation, session: session.id, slot: slot.id }}
              className={classes.link}
              aria-label={t("slot.rollCallOf", { slot: spoken })}
            >
              {t("slot.rollCall")}
            </Link>
          )}
          {writes && !cancelled && isWritable(session.status) && slot.sheet_state === "open" ? (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-expanded={open === "form"}
              aria-label={t("slot.editOf", { slot: spoken })}
              onClick={() => show("form")}
            >
              {t("slot.edit")}
            </Button>
          ) : null}
          <Button
            size="compact-sm"
            variant="subtle"
            aria-expanded={open === "more"}
            aria-label={t("slot.moreOf", { slot: spoken })}
            onClick={() => show("more")}
            rightSection={<Icon name="chevronDown" size={14} />}
          >
            {t("slot.more")}
          </Button>
        </div>
      </div>
      {open === "form" ? (
        <SlotForm
          organisation={organisation}
          session={session}
          slot={slot}
          onDone={() => setOpen(null)}
          onCancel={() => setOpen(null)}
        />
      ) : null}
      {open === "more" ? (
        <SlotMore organisation={organisation} session={session} slot={slot} writes={writes} />
      ) : null}
    </article>
  );
}

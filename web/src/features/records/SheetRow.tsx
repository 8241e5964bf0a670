import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useDownload } from "@/api/download";
import type { RecordSheet } from "@/api/types";
import { useTranslation } from "@/i18n/records";
import { paths } from "@/lib/paths";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import { ExportButtons, SHEET_FORMATS } from "./ExportButtons";
import { SheetTag } from "./MarkTag";
import { downloadBlankSheet, downloadSheet, type Place } from "./queries";
import classes from "./Records.module.css";
import { slotName } from "./words";

/** The sheet of a slot: how far it is, the way to it, its files. */
export function SheetRow({ place, sheet }: { place: Place; sheet: RecordSheet }) {
  const { t } = useTranslation();
  const blank = useDownload(() => downloadBlankSheet(place, sheet.slot_id));
  const name = slotName(sheet);
  if (sheet.cancelled_at) {
    return (
      <div className={classes.head}>
        <h3 className={classes.name}>{name}</h3>
        <StateTag tone="error">{t("recordWord.cancelled")}</StateTag>
      </div>
    );
  }
  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.name}>{name}</h3>
          <p className={classes.facts}>
            <span>{t("records.marked", { count: sheet.marked, of: sheet.expected })}</span>
            <span>{t("records.present", { count: sheet.present })}</span>
            <span>{t("records.signed", { count: sheet.signed })}</span>
            <span>
              {t("records.trainerSigned", {
                count: sheet.trainer_signed,
                of: sheet.parts.length,
              })}
            </span>
          </p>
        </div>
        <SheetTag state={sheet.state} />
      </div>
      <div className={`${classes.toolbar} ${classes.below}`}>
        <div className={classes.actions}>
          <Link
            to={paths.attendance}
            params={{
              organisation: place.organisation,
              session: place.session,
              slot: sheet.slot_id,
            }}
            className={classes.link}
            aria-label={t("records.openOf", { name })}
          >
            {t(sheet.state === "open" ? "records.toRoll" : "records.toSheet")}
          </Link>
          {sheet.state === "open" ? (
            <Button
              variant="subtle"
              size="compact-sm"
              loading={blank.isPending}
              aria-label={t("records.blankOf", { name })}
              onClick={() => blank.mutate(undefined)}
            >
              {t("records.blank")}
            </Button>
          ) : null}
        </div>
        <ExportButtons
          name={name}
          formats={SHEET_FORMATS}
          download={(format) =>
            downloadSheet(place, { scope: "slot", slot_id: sheet.slot_id }, format)
          }
        />
      </div>
      {blank.error ? <ProblemNotice error={blank.error} /> : null}
    </>
  );
}

import { Button, Stack, Text, Title } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import type { AttendanceHalfDay, AttendanceRow, AttendanceSheet } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { formatMoment } from "@/lib/format";
import { fullName } from "@/lib/names";
import { Panel } from "@/ui/Panel";
import { StateTag } from "@/ui/StateTag";
import { CollectDialog } from "./CollectDialog";
import { LinksPanel } from "./LinksPanel";
import { cellOf } from "./model/marks";
import type { Place } from "./outboxStore";
import classes from "./Signing.module.css";
import { SigningWindow } from "./SigningWindow";
import { TrainerSignature } from "./TrainerSignature";
import { partName, rollName } from "./words";

const QrScreen = lazy(() => import("./QrScreen"));

interface Props {
  place: Place;
  sheet: AttendanceSheet;
  half: AttendanceHalfDay;
  person: string;
  now: number;
}

const isAway = (row: AttendanceRow, part: AttendanceHalfDay["part"]): boolean => {
  const status = cellOf(row, part)?.mark?.status;
  return status === "absent" || status === "excused";
};

/** Who has signed a half-day, and every way to sign it. */
export default function SigningPane({ place, sheet, half, person, now }: Props) {
  const { t } = useTranslation();
  const { part } = half;
  const [collecting, setCollecting] = useState<AttendanceRow[] | null>(null);
  const [isShowing, setShowing] = useState(false);
  const isOpen =
    sheet.state === "open" &&
    now >= Date.parse(half.signing_opens_at) &&
    now <= Date.parse(half.signing_closes_at);
  const expected = sheet.rows.filter((row) => row.is_expected);
  const signed = sheet.rows.filter((row) => cellOf(row, part)?.signature);
  const unsigned = expected.filter((row) => !cellOf(row, part)?.signature && !isAway(row, part));
  return (
    <Stack gap="lg">
      <SigningWindow place={place} sheet={sheet} half={half} now={now} />
      <Panel labelledBy="signatures">
        <Stack gap="sm">
          <Title order={2} id="signatures">
            {t("signing.heading", { part: partName(t, part).toLocaleLowerCase("fr") })}
          </Title>
          <Text>{t("signing.counts", { signed: signed.length, expected: expected.length })}</Text>
          <div className={classes.buttons}>
            <Button
              disabled={!isOpen || unsigned.length === 0}
              onClick={() => setCollecting(unsigned)}
            >
              {t("signing.collect")}
            </Button>
            <Button variant="default" disabled={!isOpen} onClick={() => setShowing(true)}>
              {t("signing.showQr")}
            </Button>
          </div>
          {expected.length === 0 ? (
            <Text c="dimmed">{t("roll.nobody")}</Text>
          ) : (
            <ul className={classes.people} aria-label={t("signing.people")}>
              {sheet.rows.map((row) => (
                <Signer
                  key={row.enrolment_id}
                  row={row}
                  half={half}
                  canSign={isOpen && row.is_expected && !isAway(row, part)}
                  onSign={() => setCollecting([row])}
                />
              ))}
            </ul>
          )}
        </Stack>
      </Panel>
      <TrainerSignature place={place} sheet={sheet} half={half} person={person} isOpen={isOpen} />
      {sheet.state === "open" ? <LinksPanel place={place} sheet={sheet} half={half} /> : null}
      {collecting ? (
        <CollectDialog
          place={place}
          half={half}
          label={sheet.label}
          people={collecting}
          onClose={() => setCollecting(null)}
        />
      ) : null}
      {isShowing ? (
        <Suspense fallback={null}>
          <QrScreen place={place} half={half} onClose={() => setShowing(false)} />
        </Suspense>
      ) : null}
    </Stack>
  );
}

interface SignerProps {
  row: AttendanceRow;
  half: AttendanceHalfDay;
  canSign: boolean;
  onSign: () => void;
}

function Signer({ row, half, canSign, onSign }: SignerProps) {
  const { t } = useTranslation();
  const { part } = half;
  const signature = cellOf(row, part)?.signature;
  const name = fullName(row);
  return (
    <li className={classes.person}>
      <span className={classes.name}>{rollName(row)}</span>
      {signature ? (
        <span className={classes.soft}>
          {t("signing.signedAt", {
            date: formatMoment(signature.signed_at),
            method: t(`signing.method.${signature.method}`),
          })}
        </span>
      ) : isAway(row, part) ? (
        <StateTag tone="neutral">{t("signing.away")}</StateTag>
      ) : (
        <StateTag tone="warning">{t("signing.unsigned")}</StateTag>
      )}
      {canSign && !signature ? (
        <Button
          size="sm"
          variant="default"
          aria-label={t("signing.signOf", { name })}
          onClick={onSign}
        >
          {t("signing.sign")}
        </Button>
      ) : null}
    </li>
  );
}

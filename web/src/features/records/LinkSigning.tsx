import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { asProblem } from "@/api/problem";
import type { MyHalfDay, MySlot } from "@/api/types";
import { useTranslation } from "@/i18n/ownRecords";
import { dayOf, formatDate, formatTime, formatTimes, timeOf } from "@/lib/days";
import { formatMoment } from "@/lib/format";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { LateNote } from "./LateNote";
import { SheetTag } from "./MarkTag";
import { linkQuery, useLinkSignature } from "./mineQueries";
import { maySign } from "./model/own";
import classes from "./Records.module.css";
import { SignForm } from "./SignForm";
import { partName, slotName } from "./words";

/** Looking signs nothing: the window may open or close meanwhile. */
const LOOK_EVERY_MS = 30_000;

/** The slot that a personal link is for, and the half-days to sign there. */
export function LinkSigning({ token }: { token: string }) {
  const { t } = useTranslation();
  const query = useQuery({ ...linkQuery(token), refetchInterval: LOOK_EVERY_MS });
  if (!query.data) {
    if (query.isPending) {
      return <Skeleton height={220} radius="lg" role="img" aria-label={t("state.loading")} />;
    }
    return <Refused error={query.error} onRetry={() => query.refetch()} />;
  }
  const slot = query.data;
  return (
    <Panel labelledBy="creneau">
      <Stack>
        <div>
          <Title order={2} id="creneau">
            {slot.label}
          </Title>
          <Text c="dimmed">
            {`${formatDate(dayOf(slot.starts_at))}, ${formatTimes(slot.starts_at, slot.ends_at)}`}
          </Text>
          {slot.place ? <Text c="dimmed">{slot.place}</Text> : null}
        </div>
        {slot.state === "open" ? null : (
          <div>
            <SheetTag state={slot.state} />
          </div>
        )}
        {slot.half_days.map((half) => (
          <Half key={half.half_day.part} token={token} slot={slot} half={half} />
        ))}
      </Stack>
    </Panel>
  );
}

/** Why nothing is shown: an address nobody was given, or one whose time is over. */
function Refused({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  switch (asProblem(error).status) {
    case 404:
      return (
        <Notice tone="error" title={t("link.unknown")}>
          {t("link.unknownHelp")}
        </Notice>
      );
    case 410:
      return <Notice title={t("link.ended")}>{t("link.endedHelp")}</Notice>;
    default:
      return <ProblemNotice error={error} onRetry={onRetry} />;
  }
}

function Half({ token, slot, half }: { token: string; slot: MySlot; half: MyHalfDay }) {
  const { t } = useTranslation();
  const sign = useLinkSignature(token);
  const { half_day: unit, mark, signature } = half;
  const part = partName(t, unit.part);
  const isAway = mark?.status === "absent" || mark?.status === "excused";
  const from = { time: formatTime(timeOf(unit.signing_opens_at)) };
  const until = { time: formatTime(timeOf(unit.signing_closes_at)) };
  const isAhead = Date.parse(unit.signing_opens_at) > Date.now();
  return (
    <div>
      <h3 className={classes.name}>{`${part}, ${formatTimes(unit.starts_at, unit.ends_at)}`}</h3>
      <p className={classes.said} role="status">
        {signature
          ? t("link.signed", { date: formatMoment(signature.signed_at) })
          : isAway
            ? t("link.away")
            : maySign(half)
              ? t("own.signBy", until)
              : isAhead
                ? t("link.opens", from)
                : t("link.over")}
      </p>
      {maySign(half) ? (
        <div className={classes.below}>
          <LateNote half={half} />
          <SignForm
            name={`${part}, ${slotName(slot)}`}
            withPassword={false}
            sign={async (signing) => {
              if ("drawing" in signing) await sign(unit.part, signing.drawing);
            }}
          />
        </div>
      ) : null}
    </div>
  );
}

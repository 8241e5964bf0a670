import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AttendanceHalfDay } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { dayOf, formatDate, formatTimes } from "@/lib/days";
import { formatMoment } from "@/lib/format";
import { Choices } from "@/ui/Choices";
import { Dialog } from "@/ui/Dialog";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { leavingUrl, qrPath } from "./model/qr";
import type { Place } from "./outboxStore";
import classes from "./Qr.module.css";
import { qrQuery } from "./queries";
import { partName } from "./words";

/** A little after the change, so that the answer is the next code. */
const MARGIN_MS = 150;
const AGAIN_MS = 3_000;

interface Props {
  place: Place;
  half: AttendanceHalfDay;
  onClose: () => void;
}

/** The code of the room, on the whole screen: what it is for stands beside it, the code itself in no letters. */
export default function QrScreen({ place, half, onClose }: Props) {
  const { t } = useTranslation();
  const [way, setWay] = useState<"in" | "out">("in");
  const query = useQuery({
    ...qrQuery(place, half.part),
    refetchInterval: ({ state }) =>
      state.status === "error" ? AGAIN_MS : (state.data?.seconds_left ?? 1) * 1000 + MARGIN_MS,
    refetchIntervalInBackground: true,
  });
  const { data } = query;
  // A code that is no longer good is not shown: scanned, it would be refused.
  const isFresh = data && !query.isError;
  return (
    <Dialog
      opened
      fullScreen
      onClose={onClose}
      title={t("signing.qr.title")}
      transitionProps={{ duration: 0 }}
    >
      <div className={classes.screen}>
        <div className={classes.about}>
          <p className={classes.label}>{data?.label ?? ""}</p>
          <p className={classes.when}>
            {formatDate(dayOf(half.starts_at))}, {partName(t, half.part).toLocaleLowerCase("fr")} (
            {formatTimes(half.starts_at, half.ends_at)})
          </p>
          <div className={classes.way}>
            <Choices<"in" | "out">
              legend={t("signing.qr.way")}
              value={way}
              choices={[
                { value: "in", label: t("signing.qr.in") },
                { value: "out", label: t("signing.qr.out") },
              ]}
              onChange={setWay}
            />
          </div>
          <p className={classes.help}>{t(`signing.qr.help.${way}`)}</p>
          {data ? (
            <p className={classes.help}>
              {t("signing.qr.until", { date: formatMoment(data.closes_at) })}
            </p>
          ) : null}
          <Button variant="default" onClick={onClose}>
            {t("signing.qr.close")}
          </Button>
        </div>
        <div className={classes.code}>
          {isFresh ? (
            <Code
              url={way === "in" ? data.url : leavingUrl(data.url)}
              name={t("signing.qr.image", { label: data.label })}
            />
          ) : query.isError ? (
            <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
          ) : (
            <div className={classes.waiting} role="status" aria-label={t("state.loading")} />
          )}
        </div>
      </div>
    </Dialog>
  );
}

function Code({ url, name }: { url: string; name: string }) {
  const { size, path } = qrPath(url);
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

import { Stack, Text, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type ApiProblem, asProblem, ILLEGAL, STALE } from "@/api/problem";
import { useTranslation } from "@/i18n/myOffers";
import { formatDateShort } from "@/lib/days";
import { formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { OfferReading } from "../shared/OfferReading";
import { AfterPanel } from "./AfterPanel";
import { AnswerPanel } from "./AnswerPanel";
import { CompanyPanel } from "./CompanyPanel";
import { isPending, isUnseen } from "./model/order";
import { OfferFile } from "./OfferFile";
import { PastMoves } from "./PastMoves";
import { PoolPanel } from "./PoolPanel";
import { myOfferQuery, useOfferMoves } from "./queries";
import classes from "./Received.module.css";
import { SharesPanel } from "./SharesPanel";
import type { MyOffer, ReadOffer } from "./types";
import { UndoPanel } from "./UndoPanel";

interface Props {
  id: string;
  read: ReadOffer;
}

/** An offer one received: what it says, how one answers it, and what follows. */
export function MyOfferView({ id, read }: Props) {
  const { t } = useTranslation();
  const { offer } = read;
  const moves = useOfferMoves(id);
  const { isOvertaken, guarded } = useOvertaken(id);
  const [news, setNews] = useState("");
  const head = useRef<HTMLDivElement>(null);
  useOpening(id, offer);
  const waits = isPending(offer.state);
  const { version } = offer;
  const said = async (call: Promise<unknown>, sentence: string) => {
    const isDone = await guarded(call);
    setNews(isDone ? sentence : "");
    // What was pressed is gone: one goes on from where the outcome stands.
    setTimeout(() => head.current?.focus());
  };
  const quiz = offer.quiz?.invitation_id;
  const isOn = offer.state === "accepted";
  const follow = (
    <>
      {isOn || offer.state === "closed" ? (
        <AfterPanel id={id} offer={offer} close={() => said(moves.close(), "")} />
      ) : null}
      {isOn || offer.shares.length > 0 ? (
        <SharesPanel key={offer.state} id={id} offer={offer} />
      ) : null}
    </>
  );
  return (
    <Stack gap="lg">
      <div ref={head} tabIndex={-1} className={classes.news}>
        {isOvertaken ? <Notice tone="warning" announce title={t("myOffer.overtaken")} /> : null}
        <div role="status">{news ? <Notice title={news} /> : null}</div>
        {offer.undo_until ? (
          <UndoPanel
            key={offer.undo_until}
            read={read}
            undo={() => said(moves.undo(version), t("myOffer.undo.done"))}
            onOver={() => {
              setNews(t("myOffer.undo.over"));
              void moves.again();
            }}
          />
        ) : null}
        <Standing offer={offer} />
      </div>
      {/* What one does with it now stands before what it said. */}
      {isOn ? follow : null}
      <Panel labelledBy="offre">
        <Stack>
          <Title order={2} id="offre">
            {t("myOffer.reading")}
          </Title>
          <OfferReading
            offer={offer}
            order={3}
            file={offer.file ? <OfferFile id={id} file={offer.file} /> : null}
            quiz={
              quiz && (waits || isOn) ? (
                <ButtonLink
                  to={paths.myQuizInvitation}
                  params={{ invitation: quiz }}
                  variant="light"
                  size="compact-md"
                  mt="xs"
                >
                  {t("myOffer.toQuiz")}
                </ButtonLink>
              ) : null
            }
          />
          {offer.why ? null : <Text size="sm">{t("myOffer.chosen")}</Text>}
          {offer.is_paused ? null : <Text size="sm">{t("myOffer.verified")}</Text>}
        </Stack>
      </Panel>
      {waits && !offer.is_paused ? (
        <AnswerPanel
          offer={offer}
          accept={(body) => said(moves.accept(version, body), "")}
          refuse={(body) => said(moves.refuse(version, body), "")}
        />
      ) : null}
      {isOn ? null : follow}
      {waits && !offer.pool_until ? null : <PoolPanel id={id} offer={offer} />}
      <CompanyPanel offer={offer} />
      <PastMoves history={offer.history} />
    </Stack>
  );
}

/** Where it stands, in a sentence. */
function Standing({ offer }: { offer: MyOffer }) {
  const { t } = useTranslation();
  const { state, refusal_reason: reason } = offer;
  const last = offer.history.at(-1);
  if (isPending(state)) {
    return offer.is_paused ? (
      <Notice tone="warning" title={t("myOffer.pausedTitle")}>
        {t("myOffer.paused")}
      </Notice>
    ) : (
      <Text fw={550}>
        {t("myOffer.replyBy", { date: formatDateShort(offer.reply_by) })}
        {" · "}
        <a href="#reponse">{t("myOffer.toAnswer")}</a>
      </Text>
    );
  }
  const date = formatMoment(last?.at ?? offer.answered_at ?? offer.ends_at);
  if (state === "accepted") {
    return offer.undo_until ? null : <Text>{t("myOffer.acceptedOn", { date })}</Text>;
  }
  if (!isEnd(state)) return null;
  const because = reason
    ? t("myOffer.yourReason", { reason: t(`myOffer.answering.reasons.${reason}`) })
    : null;
  // What can still be taken back is said above already.
  if (offer.undo_until) return because ? <Text>{because}</Text> : null;
  return (
    <Notice title={t(`myOffer.ended.${state}`, { date })}>
      {last?.reason ? t("myOffer.why", { reason: last.reason }) : because}
    </Notice>
  );
}

const ENDS = ["refused", "expired", "withdrawn", "closed"] as const;
const isEnd = (state: string): state is (typeof ENDS)[number] => ENDS.some((end) => end === state);

/** The page that shows an offer says so: no link and no mail does. */
function useOpening(id: string, { state }: MyOffer): void {
  const { open } = useOfferMoves(id);
  const unseen = isUnseen(state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for each offer that was not opened.
  useEffect(() => {
    // Unheard, it is said the next time the offer is opened.
    if (unseen) open().catch(() => undefined);
  }, [id, unseen]);
}

const isLate = ({ code }: ApiProblem): boolean => code === STALE || code === ILLEGAL;

/** Another window, the company or the clock was faster: the offer is shown as it is now, and that is said. */
function useOvertaken(id: string) {
  const cache = useQueryClient();
  const [isOvertaken, setOvertaken] = useState(false);
  const guarded = async (call: Promise<unknown>): Promise<boolean> => {
    try {
      await call;
      setOvertaken(false);
      return true;
    } catch (refusal) {
      if (!isLate(asProblem(refusal))) throw refusal;
      setOvertaken(true);
      await cache.refetchQueries({ queryKey: myOfferQuery(id).queryKey });
      return false;
    }
  };
  return { isOvertaken, guarded };
}

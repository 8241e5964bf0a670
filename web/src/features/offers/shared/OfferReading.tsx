import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/offerWords";
import { formatDateShort } from "@/lib/days";
import { formatSiret } from "@/lib/siret";
import { Facts } from "@/ui/Facts";
import classes from "./Offers.module.css";
import type { MyOffer } from "./types";
import { WhyMe } from "./WhyMe";
import { hoursWords, payWords } from "./words";

interface Props {
  offer: MyOffer;
  /** How its document is opened, where there is one. */
  file?: ReactNode;
  /** How one comes to its quiz, where there is one. */
  quiz?: ReactNode;
  /** The heading level that fits where it stands. */
  order?: 2 | 3;
}

/** An offer exactly as the person reads it; the recruiter's preview is drawn by the same. */
export function OfferReading({ offer, file, quiz, order = 2 }: Props) {
  const { t } = useTranslation();
  const Heading = `h${order}` as const;
  const { company, job, contract, pay, message } = offer;
  const hours = hoursWords(t, offer);
  const facts: [string, ReactNode][] = [
    [
      t("offer.fact.company"),
      <>
        {company.name}
        <span className={classes.siret}>
          {t("offer.fact.siret", { siret: formatSiret(company.siret) })}
        </span>
      </>,
    ],
    [t("offer.fact.sender"), offer.sender ?? t("offer.fact.senderGone")],
    ...(job ? ([[t("offer.fact.job"), job.label]] as [string, ReactNode][]) : []),
    ...(contract
      ? ([[t("offer.fact.contract"), t(`offer.contract.${contract}`)]] as [string, ReactNode][])
      : []),
    ...(offer.place ? ([[t("offer.fact.place"), offer.place]] as [string, ReactNode][]) : []),
    ...(hours ? ([[t("offer.fact.hours"), hours]] as [string, ReactNode][]) : []),
    ...(pay ? ([[t("offer.fact.pay"), payWords(t, pay)]] as [string, ReactNode][]) : []),
    [
      t("offer.fact.start"),
      offer.starts_on ? formatDateShort(offer.starts_on) : t("offer.fact.asSoon"),
    ],
    [t("offer.fact.replyBy"), formatDateShort(offer.reply_by)],
  ];
  return (
    <div className={classes.reading}>
      <section>
        <Heading className={classes.heading}>{t("offer.fact.terms")}</Heading>
        <Facts facts={facts} />
      </section>
      {message ? (
        <section>
          <Heading className={classes.heading}>{t("offer.part.message")}</Heading>
          <p className={classes.message}>{message}</p>
        </section>
      ) : null}
      {offer.file ? (
        <section>
          <Heading className={classes.heading}>{t("offer.part.file")}</Heading>
          {file ?? <p className={classes.plain}>{offer.file.name}</p>}
        </section>
      ) : null}
      {offer.quiz ? (
        <section>
          <Heading className={classes.heading}>{t("offer.part.quiz")}</Heading>
          <QuizLine quiz={offer.quiz} />
          {quiz}
        </section>
      ) : null}
      {offer.why ? (
        <section>
          <Heading className={classes.heading}>{t("offer.part.why")}</Heading>
          <WhyMe why={offer.why} />
        </section>
      ) : null}
      <section>
        <Heading className={classes.heading}>{t("offer.part.answers")}</Heading>
        <p className={classes.plain}>{offer.answers.sentence}</p>
      </section>
    </div>
  );
}

function QuizLine({ quiz }: { quiz: NonNullable<MyOffer["quiz"]> }) {
  const { t } = useTranslation();
  if (!quiz.title) return <p className={classes.plain}>{t("offer.quiz.gone")}</p>;
  const { minutes, questions } = quiz;
  return (
    <>
      <p className={classes.plain}>
        <strong>{t("offer.quiz.named", { title: quiz.title })}</strong>
        {" · "}
        {minutes ? t("offer.quiz.minutes", { count: minutes }) : t("offer.quiz.noLimit")}
        {questions ? ` · ${t("offer.quiz.questions", { count: questions })}` : ""}
      </p>
      <p className={classes.said}>{t("offer.quiz.optional")}</p>
    </>
  );
}

import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { PrivacyDealing } from "@/api/types";
import { useTranslation } from "@/i18n/myData";
import { formatDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { useTakeBack } from "./changes";
import { Part } from "./Parts";
import classes from "./Privacy.module.css";

/** What companies began with the person: private rooms, offers that wait, quizzes; and the way out of each. */
export function Dealings() {
  const { t } = useTranslation();
  const { takeBack } = useTakeBack();
  return (
    <Part id="entreprises" title={t("myData.dealings")} lead={t("myData.dealingsLead")}>
      {({ rooms, offers, quiz_invitations: quizzes }) => (
        <>
          {rooms.length + offers.length + quizzes.length === 0 ? (
            <Text>{t("myData.noDealings")}</Text>
          ) : null}
          <ul className={classes.rows}>
            {rooms.map((room) => (
              <Line key={room.id} what={t("myData.room")} dealing={room}>
                <Link
                  to={paths.room}
                  params={{ room: room.id }}
                  aria-label={t("myData.seeOf", { title: room.title || room.company })}
                >
                  {t("myData.see")}
                </Link>
                <ConfirmButton
                  label={t("myData.close")}
                  aria-label={t("myData.closeOf", { company: room.company })}
                  title={t("myData.closeTitle", { company: room.company })}
                  confirm={t("myData.close")}
                  size="sm"
                  variant="default"
                  danger
                  action={() => takeBack(room.take_back)}
                >
                  {t("myData.closeText")}
                </ConfirmButton>
              </Line>
            ))}
            {offers.map((offer) => (
              <Line key={offer.id} what={t("myData.offer")} dealing={offer}>
                <Link
                  to={paths.myOffer}
                  params={{ offer: offer.id }}
                  aria-label={t("myData.seeOf", { title: offer.title })}
                >
                  {t("myData.answerOffer")}
                </Link>
              </Line>
            ))}
            {quizzes.map((quiz) => (
              <Line key={quiz.id} what={t("myData.quiz")} dealing={quiz}>
                <Link
                  to={paths.myQuizInvitation}
                  params={{ invitation: quiz.id }}
                  aria-label={t("myData.seeOf", { title: quiz.title })}
                >
                  {t("myData.see")}
                </Link>
                <ConfirmButton
                  label={t("myData.refuseQuiz")}
                  aria-label={t("myData.refuseQuizOf", { company: quiz.company })}
                  title={t("myData.refuseQuizTitle", { company: quiz.company })}
                  confirm={t("myData.refuseQuiz")}
                  size="sm"
                  variant="default"
                  danger
                  action={() => takeBack(quiz.take_back)}
                >
                  {t("myData.refuseQuizText")}
                </ConfirmButton>
              </Line>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}

interface LineProps {
  what: string;
  dealing: PrivacyDealing;
  children: ReactNode;
}

function Line({ what, dealing, children }: LineProps) {
  const { t } = useTranslation();
  return (
    <li className={classes.head}>
      <div className={classes.main}>
        <p className={classes.name}>{dealing.title || dealing.company}</p>
        <p className={classes.facts}>
          <span>{t("myData.with", { what, company: dealing.company })}</span>
          <span>{t("myData.sinceDay", { date: formatDay(dealing.since) })}</span>
          {dealing.until ? (
            <span>{t("myData.until", { date: formatDay(dealing.until) })}</span>
          ) : null}
        </p>
      </div>
      <div className={classes.actions}>{children}</div>
    </li>
  );
}

import { NativeSelect, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { QuizInvitationState, SentQuizInvitation } from "@/api/types";
import { useTranslation } from "@/i18n/companyQuizzes";
import { formatDay } from "@/lib/format";
import { fullName } from "@/lib/names";
import { paths } from "@/lib/paths";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { StateTag } from "@/ui/StateTag";
import { useCandidates, useInvitations } from "./candidateQueries";
import classes from "./Quizzes.module.css";
import { formatClosing, INVITATION_TONES } from "./words";

const STATES: QuizInvitationState[] = [
  "invited",
  "started",
  "submitted",
  "to_grade",
  "graded",
  "published",
  "withdrawn",
  "expired",
];
/** Whose copy may be read with its author. */
const READ: QuizInvitationState[] = ["graded", "published"];

interface Props {
  quiz: string;
  /** In this state only. */
  state: QuizInvitationState | null;
  onState: (state: QuizInvitationState | null) => void;
  /** Where people are chosen. */
  choose: ReactNode;
}

/** Who was invited to a quiz, how far each is; open invitations are taken back. */
export function SentInvitations({ quiz, state, onState, choose }: Props) {
  const { t } = useTranslation();
  const list = useInvitations(quiz, state);
  return (
    <Stack>
      <div className={classes.filters}>
        <NativeSelect
          label={t("sentQuiz.state")}
          value={state ?? ""}
          data={[
            { value: "", label: t("sentQuiz.anyState") },
            ...STATES.map((value) => ({ value, label: t(`quizWord.state.${value}`) })),
          ]}
          onChange={(event) =>
            onState((event.currentTarget.value || null) as QuizInvitationState | null)
          }
        />
      </div>
      <PagedList
        list={list}
        height={160}
        none={
          state ? (
            <Text role="status">{t("sentQuiz.noneFound")}</Text>
          ) : (
            <Notice icon="mail" title={t("sentQuiz.none")} actions={choose}>
              {t("sentQuiz.noneHelp")}
            </Notice>
          )
        }
      >
        {(invitations, busy) => (
          <ul className={classes.rows} aria-busy={busy}>
            {invitations.map((invitation) => (
              <li key={invitation.id}>
                <Row quiz={quiz} invitation={invitation} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Stack>
  );
}

function Row({ quiz, invitation }: { quiz: string; invitation: SentQuizInvitation }) {
  const { t } = useTranslation();
  const { takeBack } = useCandidates(quiz);
  const { id, state, purpose, sent_at: at, sent_by: by, closes_at: closes } = invitation;
  const name = fullName(invitation);
  const isOpen = state === "invited" || state === "started";
  const date = formatDay(at);
  return (
    <div className={classes.head}>
      <div className={classes.main}>
        {READ.includes(state) ? (
          <Link
            to={paths.companyQuizCandidate}
            params={{ quiz, invitation: id }}
            className={classes.link}
          >
            {name}
          </Link>
        ) : (
          <strong>{name}</strong>
        )}
        <p className={`${classes.facts} ${classes.soft}`}>
          {purpose ? <span>{purpose}</span> : null}
          <span>
            {by ? t("sentQuiz.sentBy", { date, name: by }) : t("sentQuiz.sent", { date })}
          </span>
          {isOpen ? <span>{t("sentQuiz.closes", { date: formatClosing(closes) })}</span> : null}
        </p>
      </div>
      <span className={classes.tags}>
        <StateTag tone={INVITATION_TONES[state]}>{t(`quizWord.state.${state}`)}</StateTag>
        {isOpen ? (
          <ConfirmButton
            variant="subtle"
            size="compact-sm"
            danger
            label={t("sentQuiz.takeBack")}
            aria-label={t("sentQuiz.takeBackOf", { name })}
            title={t("sentQuiz.takeBackTitle")}
            confirm={t("sentQuiz.takeBack")}
            action={() => takeBack(id)}
          >
            {t(state === "started" ? "sentQuiz.takeBackStarted" : "sentQuiz.takeBackText")}
          </ConfirmButton>
        ) : null}
      </span>
    </div>
  );
}

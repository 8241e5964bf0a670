import { Group, Stack, Text, Title, VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import { asProblem, STALE } from "@/api/problem";
import type { MyQuizInvitationNotice, QuizExtraTime } from "@/api/types";
import { useTranslation } from "@/i18n/myQuizzes";
import { formatDuration } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Disclosure } from "@/ui/Disclosure";
import { Notice } from "@/ui/Notice";
import { PolicyText } from "@/ui/PolicyText";
import { useInvitationChanges } from "./invitedQueries";
import { MoreTime } from "./MoreTime";
import { AcceptAndStart, StartNotice } from "./StartNotice";

interface Props {
  invitation: MyQuizInvitationNotice;
  /** An attempt runs: the page goes there. */
  onStarted: () => void;
}

/** A quiz a company invites one to, before one begins it: everything one has to know, more time, and no. */
export function MyInvitationNotice({ invitation, onStarted }: Props) {
  const { t } = useTranslation();
  const changes = useInvitationChanges(invitation.id);
  const [renewed, setRenewed] = useState(false);
  const { state } = invitation;
  const isOpen = state === "invited" || state === "started";

  const start = async () => {
    setRenewed(false);
    try {
      await changes.start(invitation);
      onStarted();
    } catch (refusal) {
      const { code, current } = asProblem(refusal);
      if (code === STALE && current) {
        // Something that was read holds no more: it is shown as it is now, and read again.
        changes.show(current as MyQuizInvitationNotice);
        return setRenewed(true);
      }
      void changes.refresh();
      throw refusal;
    }
  };
  const adjust = async (wanted: QuizExtraTime) => {
    const told = await changes.adjust(wanted);
    const seconds = told?.seconds;
    return seconds == null
      ? t("quizInvite.noLimit")
      : t("quizInvite.adjusted", { time: formatDuration(Math.ceil(seconds / 60)) });
  };

  return (
    <Stack gap="lg">
      {renewed ? (
        <Notice tone="warning" icon="alert" announce title={t("quizInvite.renewed")}>
          {t("quizInvite.renewedHelp")}
        </Notice>
      ) : null}
      <StartNotice
        title={t(isOpen ? "myQuiz.notice" : "quizInvite.told")}
        told={invitation}
        about={[
          [t("quizInvite.company"), invitation.company_name],
          ...(invitation.purpose
            ? [[t("myQuiz.what"), invitation.purpose] as [string, string]]
            : []),
        ]}
        attempts={[[t("quizInvite.attempts"), t("quizInvite.once")]]}
        texts={[
          [t("myQuiz.choice"), t("quizInvite.choice")],
          ...(invitation.signals
            ? [[t("quizInvite.signals"), invitation.signals] as [string, string]]
            : []),
        ]}
      >
        {isOpen ? (
          <div>
            <Title order={3} size="h4" mb="xs">
              {t("quizInvite.whole")}
            </Title>
            <PolicyText text={invitation.notice_text} />
          </div>
        ) : (
          <Disclosure label={t("quizInvite.whole")}>
            <VisuallyHidden component="h3">{t("quizInvite.whole")}</VisuallyHidden>
            <PolicyText text={invitation.notice_text} />
          </Disclosure>
        )}
        {state === "started" ? (
          <Group>
            <ButtonLink to={paths.myQuizInvitationAttempt} params={{ invitation: invitation.id }}>
              {t("myQuiz.resume")}
            </ButtonLink>
            <Refuse changes={changes} running />
          </Group>
        ) : state === "invited" && invitation.may_begin ? (
          <AcceptAndStart
            // What changed is accepted anew.
            key={invitation.seen}
            onStart={start}
            otherwise={<Refuse changes={changes} running={false} />}
          />
        ) : state === "invited" ? (
          <>
            <Text fw={600}>{t(whyNot(invitation))}</Text>
            <Group>
              <Refuse changes={changes} running={false} />
            </Group>
          </>
        ) : null}
      </StartNotice>
      {state === "invited" && invitation.may_begin ? (
        <MoreTime
          title={t("quizInvite.moreTime")}
          help={t("quizInvite.moreTimeHelp")}
          label={t("quizInvite.time")}
          button={t("quizInvite.take")}
          value={invitation.extra_time}
          onAsk={adjust}
        />
      ) : null}
    </Stack>
  );
}

const whyNot = ({ closes_at: closes }: MyQuizInvitationNotice) =>
  Date.parse(closes) <= Date.now() ? "myQuiz.over" : "quizInvite.paused";

interface RefuseProps {
  changes: ReturnType<typeof useInvitationChanges>;
  running: boolean;
}

function Refuse({ changes, running }: RefuseProps) {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      label={t(running ? "myQuiz.withdraw" : "quizInvite.refuse")}
      title={t(running ? "myQuiz.withdrawTitle" : "quizInvite.refuseTitle")}
      confirm={t(running ? "myQuiz.withdraw" : "quizInvite.refuse")}
      variant="default"
      danger
      action={changes.withdraw}
    >
      {t(running ? "quizInvite.withdrawText" : "quizInvite.refuseText")}
    </ConfirmButton>
  );
}

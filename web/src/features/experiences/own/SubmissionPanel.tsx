import { Text, Title } from "@mantine/core";
import type { Experience, ExperienceSubmission } from "@/api/types";
import { useTranslation } from "@/i18n/experiences";
import { formatDateShort, today } from "@/lib/days";
import { formatDay } from "@/lib/format";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { DecisionView } from "../DecisionView";
import classes from "../Experiences.module.css";
import { HistoryList } from "../HistoryList";
import { isDeclared, isOpen, obstacleOf } from "../model/states";
import { decisionFile, useExperiences } from "../queries";
import { SubmissionTag } from "../Tags";
import { SendAgain } from "./SendAgain";
import { SendDialog } from "./SendDialog";

/** The organisations an experience was put before, and the way to put it before another one. */
export function SubmissionPanel({ experience }: { experience: Experience }) {
  const { t } = useTranslation();
  const { submissions } = experience;
  const obstacle = obstacleOf(experience, today());
  if (!isDeclared(experience) && submissions.length === 0) return null;
  return (
    <Panel labelledBy="organismes">
      <Title order={2} id="organismes">
        {t("experienceSend.title")}
      </Title>
      <Text c="dimmed" mt={4} maw="68ch">
        {t("experienceSend.lead")}
      </Text>
      {submissions.length > 0 ? (
        <ul className={classes.rows}>
          {submissions.map((submission) => (
            <li key={submission.id}>
              <Submission experience={experience} submission={submission} />
            </li>
          ))}
        </ul>
      ) : null}
      <div className={classes.below}>
        {obstacle && isDeclared(experience) ? (
          <Notice title={t(`experienceSend.obstacle.${obstacle}`)} />
        ) : null}
        {obstacle === null ? <SendDialog experience={experience} /> : null}
      </div>
    </Panel>
  );
}

interface Props {
  experience: Experience;
  submission: ExperienceSubmission;
}

function Submission({ experience, submission }: Props) {
  const { t } = useTranslation();
  const { takeBack } = useExperiences();
  const { id, organisation_name: name, status, round, decision, message, history } = submission;
  const asked = status === "to_complete" ? history.findLast(({ kind }) => kind === "asked") : null;
  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.name}>{name}</h3>
          <p className={classes.facts}>
            <span>{t("experienceSend.sentOn", { date: formatDay(submission.submitted_at) })}</span>
            {round > 1 ? <span>{t("experienceSend.round", { count: round })}</span> : null}
            {status === "submitted" ? (
              <span>{t("experienceSend.dueOn", { date: formatDateShort(submission.due_on) })}</span>
            ) : null}
          </p>
        </div>
        <SubmissionTag status={status} />
      </div>
      {message ? <p className={classes.quote}>{message}</p> : null}
      {asked ? (
        <Notice tone="warning" icon="alert" title={t("experienceSend.asked", { name })}>
          {asked.text}
        </Notice>
      ) : null}
      {decision ? (
        <DecisionView
          decision={decision}
          download={() => decisionFile(experience.id, submission.id)}
        />
      ) : null}
      <HistoryList history={history} about={name} />
      {isOpen(submission) && isDeclared(experience) ? (
        <div className={`${classes.actions} ${classes.below}`}>
          {status === "to_complete" ? (
            <SendAgain experience={experience.id} submission={submission} />
          ) : null}
          <ConfirmButton
            label={t("experienceSend.takeBack")}
            aria-label={t("experienceSend.takeBackOf", { name })}
            title={t("experienceSend.takeBackTitle", { name })}
            confirm={t("experienceSend.takeBack")}
            size="sm"
            variant="default"
            danger
            action={() => takeBack(experience.id, id)}
          >
            {t("experienceSend.takeBackText", { name })}
          </ConfirmButton>
        </div>
      ) : null}
    </>
  );
}

import { Button, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { asProblem, ILLEGAL, messagesOf } from "@/api/problem";
import type { Experience } from "@/api/types";
import { useTranslation } from "@/i18n/experiences";
import { paths } from "@/lib/paths";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "../Experiences.module.css";
import { isHeld, mayDeclare, mayDelete, mayWithdraw, mayWrite } from "../model/states";
import { useExperiences } from "../queries";

interface Props {
  experience: Experience;
  /** Moves to another page. */
  leave: () => Promise<unknown>;
}

/** What its person may do with an experience now, and what each step means. */
export function ExperienceMoves({ experience, leave }: Props) {
  const { t } = useTranslation();
  const { declare, withdraw, remove, hide, renew } = useExperiences();
  const { id, title, status, hidden } = experience;
  const proposed = status === "proposed";
  const run = async (step: Promise<unknown>) => {
    try {
      await step;
    } catch (refusal) {
      // It went another way meanwhile: the page says which.
      if (asProblem(refusal).code === ILLEGAL) void renew(id);
      throw refusal;
    }
  };
  const quick = useMutation({ mutationFn: run });
  return (
    <Panel labelledBy="suite">
      <Title order={2} id="suite">
        {t("experience.next")}
      </Title>
      <Text c="dimmed" mt={4} maw="68ch">
        {t(`experience.explained.${status}`)}
      </Text>
      {isHeld(experience) ? (
        <Text c="dimmed" mt={4} maw="68ch">
          {t("experience.held")}
        </Text>
      ) : null}
      <div className={`${classes.actions} ${classes.below}`}>
        {mayDeclare(experience) ? (
          <Button loading={quick.isPending} onClick={() => quick.mutate(declare(id))}>
            {t(proposed ? "experience.accept" : "experience.declare")}
          </Button>
        ) : null}
        {mayWrite(experience) ? (
          <Button
            variant="default"
            renderRoot={(button) => (
              <Link {...button} to={paths.experienceEdit} params={{ experience: id }} />
            )}
          >
            {t("experience.edit")}
          </Button>
        ) : null}
        {status === "withdrawn" ? null : (
          <Button
            variant="default"
            disabled={quick.isPending}
            onClick={() => quick.mutate(hide(id, !hidden))}
          >
            {t(hidden ? "experience.show" : "experience.hide")}
          </Button>
        )}
        {mayWithdraw(experience) ? (
          <ConfirmButton
            label={t("experience.withdraw")}
            title={t("experience.withdrawTitle")}
            confirm={t("experience.withdraw")}
            variant="default"
            danger
            action={() => run(withdraw(id))}
          >
            {t("experience.withdrawText", { title })}
          </ConfirmButton>
        ) : null}
        {mayDelete(experience) ? (
          <ConfirmButton
            label={t(proposed ? "experience.decline" : "experience.delete")}
            title={t("experience.deleteTitle")}
            confirm={t("experience.delete")}
            variant="default"
            danger
            action={() => run(remove(id, leave))}
          >
            {t("experience.deleteText", { title })}
          </ConfirmButton>
        ) : null}
      </div>
      <Text size="sm" c="dimmed" mt={6} role="status">
        {hidden ? t("experience.hidden") : ""}
      </Text>
      {quick.error ? (
        <ProblemNotice error={quick.error} messages={messagesOf(quick.error)} />
      ) : null}
    </Panel>
  );
}

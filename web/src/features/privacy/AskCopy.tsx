import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "@/i18n/leaving";
import { useSubmission } from "@/ui/form";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useCopies } from "./changes";
import { proofOf, Reauth } from "./Reauth";

/** Asks for everything held about oneself, proving once more who one is. */
export function AskCopy({ hasTotp }: { hasTotp: boolean }) {
  const { t } = useTranslation();
  const { ask } = useCopies();
  const [said, setSaid] = useState("");
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { password: "", totp_code: "" },
    validate: {
      password: (value) => (value === "" ? t("form.required") : null),
      totp_code: (value) => (hasTotp && value.trim() === "" ? t("form.required") : null),
    },
  });
  const submission = useSubmission(form, async (values) => {
    setSaid("");
    await ask(proofOf(values, hasTotp));
    form.reset();
    setSaid(t("copying.asked"));
  });
  return (
    <Panel labelledBy="demander">
      <form onSubmit={submission.onSubmit} noValidate>
        <Stack>
          <div>
            <Title order={2} id="demander">
              {t("copying.ask")}
            </Title>
            <Text c="dimmed" mt={4}>
              {t("copying.askText")}
            </Text>
          </div>
          {submission.problem ? (
            <ProblemNotice error={submission.problem} messages={submission.messages} />
          ) : null}
          <Text>{t("proving.lead")}</Text>
          <Reauth form={form} hasTotp={hasTotp} />
          <Group>
            <Button type="submit" loading={submission.pending}>
              {t("copying.send")}
            </Button>
          </Group>
          <Text role="status" size="sm" c="dimmed">
            {said}
          </Text>
        </Stack>
      </form>
    </Panel>
  );
}

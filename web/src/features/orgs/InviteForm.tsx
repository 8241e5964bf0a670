import { Button, Group, NativeSelect, Stack, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import type { Role } from "@/api/types";
import { useTranslation } from "@/i18n/orgs";
import { useSubmission } from "@/ui/form";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./InviteForm.module.css";
import { useMembership } from "./queries";
import { grantable } from "./roles";

/** Invites somebody by mail, with the role they will have. */
export function InviteForm({ organisation, role }: { organisation: string; role: Role }) {
  const { t } = useTranslation();
  const { invite } = useMembership(organisation);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email: "", role: "trainee" },
    validate: { email: (value) => (value.includes("@") ? null : t("form.email")) },
  });
  const submission = useSubmission(form, async (values) => {
    setSentTo(null);
    const email = values.email.trim();
    await invite({ email, role: values.role as Role });
    form.reset();
    setSentTo(email);
  });
  return (
    <Panel labelledBy="inviter">
      <form onSubmit={submission.onSubmit} noValidate>
        <Stack>
          <Title order={2} id="inviter">
            {t("invite.title")}
          </Title>
          {submission.problem ? (
            <ProblemNotice error={submission.problem} messages={submission.messages} />
          ) : null}
          {sentTo ? (
            <Notice tone="success" announce title={t("invite.sent", { email: sentTo })} />
          ) : null}
          <div className={classes.fields}>
            <TextInput
              key={form.key("email")}
              label={t("field.email")}
              type="email"
              autoComplete="off"
              required
              {...form.getInputProps("email")}
            />
            <NativeSelect
              key={form.key("role")}
              label={t("invite.role")}
              size="md"
              data={grantable(role).map((value) => ({ value, label: t(`role.${value}`) }))}
              {...form.getInputProps("role")}
            />
          </div>
          <Group>
            <Button type="submit" loading={submission.pending}>
              {t("invite.send")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

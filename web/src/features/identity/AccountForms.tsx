import { Button, Group, PasswordInput, SimpleGrid, Stack, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Me } from "@/api/types";
import { useTranslation } from "@/i18n/account";
import { useSubmission } from "@/ui/form";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { PASSWORD_MIN, passwordCheck, required } from "./checks";
import { changePassword, meQuery, updateMe } from "./queries";

/** The name that recruiters see once the profile is visible. */
export function NameForm({ me }: { me: Me }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [saved, setSaved] = useState(false);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { first_name: me.first_name, last_name: me.last_name },
    validate: { first_name: required(t), last_name: required(t) },
    onValuesChange: () => setSaved(false),
  });
  const submission = useSubmission(form, async (values) => {
    cache.setQueryData(meQuery.queryKey, await updateMe(values));
    void cache.invalidateQueries({ queryKey: ["my-preview"] });
    setSaved(true);
  });
  return (
    <Panel labelledBy="identite">
      <form onSubmit={submission.onSubmit} noValidate>
        <Stack>
          <Title order={2} id="identite">
            {t("account.identity")}
          </Title>
          {submission.problem ? (
            <ProblemNotice error={submission.problem} messages={submission.messages} />
          ) : null}
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              key={form.key("first_name")}
              label={t("field.firstName")}
              autoComplete="given-name"
              required
              {...form.getInputProps("first_name")}
            />
            <TextInput
              key={form.key("last_name")}
              label={t("field.lastName")}
              autoComplete="family-name"
              required
              {...form.getInputProps("last_name")}
            />
          </SimpleGrid>
          <TextInput label={t("field.email")} value={me.email} readOnly autoComplete="email" />
          <Group>
            <Button type="submit" loading={submission.pending}>
              {t("action.save")}
            </Button>
            <Saved shown={saved} />
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

export function PasswordForm() {
  const { t } = useTranslation();
  const [saved, setSaved] = useState(false);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { current_password: "", password: "" },
    validate: { current_password: required(t), password: passwordCheck(t) },
  });
  const submission = useSubmission(form, async (values) => {
    setSaved(false);
    await changePassword(values);
    form.reset();
    setSaved(true);
  });
  const toggle = { "aria-label": t("field.showPassword") };
  return (
    <Panel labelledBy="mot-de-passe">
      <form onSubmit={submission.onSubmit} noValidate>
        <Stack>
          <Title order={2} id="mot-de-passe">
            {t("field.password")}
          </Title>
          {submission.problem ? (
            <ProblemNotice error={submission.problem} messages={submission.messages} />
          ) : null}
          <PasswordInput
            key={form.key("current_password")}
            label={t("account.currentPassword")}
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={toggle}
            {...form.getInputProps("current_password")}
          />
          <PasswordInput
            key={form.key("password")}
            label={t("field.newPassword")}
            description={t("field.passwordHelp", { count: PASSWORD_MIN })}
            autoComplete="new-password"
            required
            visibilityToggleButtonProps={toggle}
            {...form.getInputProps("password")}
          />
          <Group>
            <Button type="submit" loading={submission.pending}>
              {t("account.changePassword")}
            </Button>
          </Group>
          {saved ? <Notice tone="success" announce title={t("account.passwordChanged")} /> : null}
        </Stack>
      </form>
    </Panel>
  );
}

function Saved({ shown }: { shown: boolean }) {
  const { t } = useTranslation();
  return <span role="status">{shown ? t("account.saved") : ""}</span>;
}

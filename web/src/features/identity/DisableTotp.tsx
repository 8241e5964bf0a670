import { Button, Group, PasswordInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "@/i18n/account";
import { useSubmission } from "@/ui/form";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { required } from "./checks";
import { disableTotp, meQuery } from "./queries";

/** Takes the second factor off, against the password. */
export function DisableTotp({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [asked, setAsked] = useState(false);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { password: "" },
    validate: { password: required(t) },
  });
  const submission = useSubmission(form, async ({ password }) => {
    await disableTotp(password);
    await cache.invalidateQueries({ queryKey: meQuery.queryKey });
    onDone();
  });
  if (!asked) {
    return (
      <Group>
        <Button variant="default" onClick={() => setAsked(true)}>
          {t("totp.disable")}
        </Button>
      </Group>
    );
  }
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <PasswordInput
          key={form.key("password")}
          label={t("totp.disablePassword")}
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={{ "aria-label": t("field.showPassword") }}
          {...form.getInputProps("password")}
        />
        <Group>
          <Button type="submit" color="brick" loading={submission.pending}>
            {t("totp.disable")}
          </Button>
          <Button variant="default" onClick={() => setAsked(false)}>
            {t("action.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

import { Button, PasswordInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "@/i18n/identity";
import { useSubmission } from "@/ui/form";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { PASSWORD_MIN, passwordCheck } from "./checks";
import { resetPassword } from "./queries";

/** Chooses a new password with the token of the mail. */
export function NewPasswordForm({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { password: "" },
    validate: { password: passwordCheck(t) },
  });
  const submission = useSubmission(form, async ({ password }) => {
    await resetPassword({ token, password });
    onDone();
  });
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <PasswordInput
          key={form.key("password")}
          label={t("field.newPassword")}
          description={t("field.passwordHelp", { count: PASSWORD_MIN })}
          autoComplete="new-password"
          required
          visibilityToggleButtonProps={{ "aria-label": t("field.showPassword") }}
          {...form.getInputProps("password")}
        />
        <Button type="submit" size="md" loading={submission.pending} fullWidth>
          {t("reset.submit")}
        </Button>
      </Stack>
    </form>
  );
}

import { Button, PasswordInput, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "@/i18n/identity";
import { useSubmission } from "@/ui/form";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { emailCheck, PASSWORD_MIN, passwordCheck, required } from "./checks";
import { register } from "./queries";

/** Opens an account; the answer is the same whether or not the address has one already. */
export function RegisterForm({ onSent }: { onSent: (email: string) => void }) {
  const { t } = useTranslation();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { first_name: "", last_name: "", email: "", password: "" },
    validate: {
      first_name: required(t),
      last_name: required(t),
      email: emailCheck(t),
      password: passwordCheck(t),
    },
  });
  const submission = useSubmission(form, async (values) => {
    const email = values.email.trim();
    await register({ ...values, email });
    onSent(email);
  });

  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <Text size="sm" c="dimmed">
          {t("form.allRequired")}
        </Text>
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
        <TextInput
          key={form.key("email")}
          label={t("field.email")}
          type="email"
          autoComplete="email"
          required
          {...form.getInputProps("email")}
        />
        <PasswordInput
          key={form.key("password")}
          label={t("field.password")}
          description={t("field.passwordHelp", { count: PASSWORD_MIN })}
          autoComplete="new-password"
          required
          visibilityToggleButtonProps={{ "aria-label": t("field.showPassword") }}
          {...form.getInputProps("password")}
        />
        <Button type="submit" size="md" loading={submission.pending} fullWidth>
          {t("register.submit")}
        </Button>
      </Stack>
    </form>
  );
}

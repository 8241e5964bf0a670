import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import type { Me } from "@/api/types";
import { useTranslation } from "@/i18n/identity";
import { useSubmission } from "@/ui/form";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { emailCheck, required } from "./checks";
import { login } from "./queries";

interface Props {
  onLogin: (me: Me) => void;
  /** Where an unconfirmed address asks for its mail again. */
  resend: ReactNode;
}

type Step = "password" | "code";

/** E-mail and password; then the code of the second factor, for accounts that have one. */
export function LoginForm({ onLogin, resend }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [step, setStep] = useState<Step>("password");
  const [unconfirmed, setUnconfirmed] = useState(false);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email: "", password: "", totp_code: "" },
    validate: {
      email: emailCheck(t),
      password: required(t),
      totp_code: (value) => (step === "code" ? required(t)(value) : null),
    },
  });

  const submission = useSubmission(
    form,
    async ({ email, password, totp_code }) => {
      setUnconfirmed(false);
      const code = totp_code.replace(/\s/g, "");
      const credentials = { email: email.trim(), password };
      const body = step === "code" ? { ...credentials, totp_code: code } : credentials;
      onLogin(await login(cache, body));
    },
    {
      fieldOfCode: { invalid_totp: "totp_code" },
      onProblem: (problem) => {
        if (problem.code === "totp_required" && step === "password") {
          setStep("code");
          return true;
        }
        setUnconfirmed(problem.code === "email_not_confirmed");
        return problem.code === "email_not_confirmed";
      },
    },
  );

  useEffect(() => {
    if (step === "code") form.getInputNode("totp_code")?.focus();
  }, [step, form]);

  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        {submission.problem ? <ProblemNotice error={submission.problem} /> : null}
        {unconfirmed ? (
          <Notice tone="warning" announce title={t("login.unconfirmed")} actions={resend}>
            {t("login.unconfirmedHelp")}
          </Notice>
        ) : null}
        {step === "password" ? (
          <>
            <TextInput
              key={form.key("email")}
              label={t("field.email")}
              type="email"
              autoComplete="username"
              required
              {...form.getInputProps("email")}
            />
            <PasswordInput
              key={form.key("password")}
              label={t("field.password")}
              autoComplete="current-password"
              required
              visibilityToggleButtonProps={{ "aria-label": t("field.showPassword") }}
              {...form.getInputProps("password")}
            />
          </>
        ) : (
          <TextInput
            key={form.key("totp_code")}
            label={t("field.totp")}
            description={t("login.totpHelp")}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            {...form.getInputProps("totp_code")}
          />
        )}
        <Button type="submit" size="md" loading={submission.pending} fullWidth>
          {t("login.submit")}
        </Button>
        {step === "code" ? (
          <Button variant="subtle" onClick={() => setStep("password")}>
            {t("login.otherAccount")}
          </Button>
        ) : null}
      </Stack>
    </form>
  );
}

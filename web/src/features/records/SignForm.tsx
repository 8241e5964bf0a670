import { Button, Group, PasswordInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "@/i18n/ownRecords";
import { isSignature, type Strokes } from "@/lib/strokes";
import { Choices } from "@/ui/Choices";
import { useSubmission } from "@/ui/form";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { SignaturePad } from "@/ui/SignaturePad";
import type { Signing } from "./mineQueries";

type Way = "drawing" | "password";

interface Values extends Record<string, unknown> {
  way: Way;
  drawing: Strokes;
  password: string;
}

interface Props {
  /** What is signed. */
  name: string;
  /** Whoever has no account only draws. */
  withPassword: boolean;
  sign: (signing: Signing) => Promise<unknown>;
  onDone?: () => void;
  onCancel?: () => void;
}

/** Signs a half-day: drawn, or with one's account and its password given once more. */
export function SignForm({ name, withPassword, sign, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const form = useForm<Values>({
    initialValues: { way: "drawing", drawing: [], password: "" },
    validate: {
      drawing: (value, { way }) =>
        way === "drawing" && !isSignature(value) ? t("sign.drawMissing") : null,
      password: (value, { way }) =>
        way === "password" && value === "" ? t("sign.passwordMissing") : null,
    },
  });
  const submission = useSubmission(form, async ({ way, drawing, password }) => {
    await sign(way === "drawing" ? { drawing } : { password });
    onDone?.();
  });
  const { way, drawing } = form.values;
  const fault = form.errors.drawing;
  return (
    <form onSubmit={submission.onSubmit} noValidate aria-label={t("sign.formOf", { name })}>
      <Stack>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        {withPassword ? (
          <Choices<Way>
            legend={t("sign.way")}
            value={way}
            choices={[
              { value: "drawing", label: t("sign.drawing") },
              { value: "password", label: t("sign.password") },
            ]}
            onChange={(chosen) => form.setFieldValue("way", chosen)}
          />
        ) : null}
        {way === "drawing" ? (
          <SignaturePad
            label={t("sign.pad")}
            value={drawing}
            error={typeof fault === "string" ? fault : null}
            disabled={submission.pending}
            onChange={(strokes) => form.setFieldValue("drawing", strokes)}
          />
        ) : (
          <PasswordInput
            label={t("sign.passwordField")}
            description={t("sign.passwordHelp")}
            autoComplete="current-password"
            maw={420}
            required
            visibilityToggleButtonProps={{ "aria-label": t("field.showPassword") }}
            {...form.getInputProps("password")}
          />
        )}
        <Group>
          <Button type="submit" loading={submission.pending}>
            {t("sign.submit")}
          </Button>
          {onCancel ? (
            <Button variant="default" onClick={onCancel}>
              {t("action.cancel")}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </form>
  );
}

import { PasswordInput, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "@/i18n/leaving";
import { HELP_BELOW } from "@/ui/form";

export interface Proof {
  password: string;
  totp_code: string;
}

interface Props<V extends Proof> {
  form: UseFormReturnType<V>;
  /** Whether the account has a second factor. */
  hasTotp: boolean;
}

/** What shows once more that it is the person: the password, and a code where the second factor is on. */
export function Reauth<V extends Proof>({ form, hasTotp }: Props<V>) {
  const { t } = useTranslation();
  return (
    <>
      <PasswordInput
        key={form.key("password")}
        label={t("proving.password")}
        autoComplete="current-password"
        required
        maw={420}
        visibilityToggleButtonProps={{ "aria-label": t("field.showPassword") }}
        {...form.getInputProps("password")}
      />
      {hasTotp ? (
        <TextInput
          key={form.key("totp_code")}
          label={t("proving.totp")}
          description={t("proving.totpHelp")}
          inputWrapperOrder={HELP_BELOW}
          autoComplete="one-time-code"
          required
          maw={420}
          {...form.getInputProps("totp_code")}
        />
      ) : null}
    </>
  );
}

/** As it is sent: without a code where none is asked for. */
export const proofOf = ({ password, totp_code }: Proof, hasTotp: boolean) => ({
  password,
  ...(hasTotp ? { totp_code: totp_code.trim() } : {}),
});

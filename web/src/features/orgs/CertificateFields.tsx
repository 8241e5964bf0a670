import { Stack, Text, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "@/i18n/organisationIdentity";
import classes from "./CertificateFields.module.css";
import { ACTION_KINDS, type IdentityValues } from "./identity";

/** For which kinds of action the organisation is certified, and from when to when; blank where it is not. */
export function CertificateFields({ form }: { form: UseFormReturnType<IdentityValues> }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" role="group" aria-labelledby="qualiopi-categories">
      <div>
        <Text fw={600} id="qualiopi-categories">
          {t("identity.categories")}
        </Text>
        <Text size="sm" c="dimmed">
          {t("identity.categoriesHelp")}
        </Text>
      </div>
      {ACTION_KINDS.map((kind) => (
        <div key={kind} className={classes.days}>
          <TextInput
            type="date"
            className={classes.day ?? ""}
            label={t("identity.validFrom", { kind: t(`actionKind.${kind}`) })}
            {...form.getInputProps(`${kind}_from`)}
          />
          <TextInput
            type="date"
            className={classes.day ?? ""}
            label={t("identity.validUntil", { kind: t(`actionKind.${kind}`) })}
            min={form.values[`${kind}_from`] || undefined}
            {...form.getInputProps(`${kind}_until`)}
          />
        </div>
      ))}
    </Stack>
  );
}

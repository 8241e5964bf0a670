import { Stack, Text } from "@mantine/core";
import type { OrganisationIdentity } from "@/api/types";
import { useTranslation } from "@/i18n/organisationIdentity";
import { formatDay, formatList } from "@/lib/format";
import { formatNda } from "@/lib/siret";
import { Notice } from "@/ui/Notice";

const TONES = {
  incomplete: "info",
  unverified: "warning",
  confirmed: "success",
  contradicted: "error",
} as const;

/** Where the identity stands: what is missing, what is awaited, and each point where the registers say otherwise. */
export function IdentityStanding({ identity }: { identity: OrganisationIdentity }) {
  const { t } = useTranslation();
  const { standing, contradictions, register } = identity;
  const silent = standing === "unverified" && register?.is_silent;
  const ndas = register?.ndas ?? [];
  const told = register?.training_checked_at ?? register?.checked_at;
  // Numbers that the registers know are worth saying where the one declared is missing or not among them.
  const helps = ndas.length > 0 && identity.nda_check !== "confirmed";
  return (
    <div role="status">
      <Notice tone={TONES[standing]} title={t(`identity.${standing}.title`)}>
        <Stack gap={4}>
          {contradictions.length > 0 ? (
            <ul style={{ margin: 0, paddingInlineStart: "1.2rem" }}>
              {contradictions.map((contradiction) => (
                <li key={contradiction}>{t(`identity.contradiction.${contradiction}`)}</li>
              ))}
            </ul>
          ) : null}
          <span>{t(silent ? "identity.unverified.silent" : `identity.${standing}.text`)}</span>
          {helps ? (
            <span>{t("identity.known", { ndas: formatList(ndas.map(formatNda)) })}</span>
          ) : null}
          {register?.name ? (
            <span>{t("identity.registerName", { name: register.name })}</span>
          ) : null}
          {told ? (
            <Text size="sm" c="dimmed">
              {t("identity.checkedAt", { date: formatDay(told) })}
            </Text>
          ) : null}
        </Stack>
      </Notice>
    </div>
  );
}

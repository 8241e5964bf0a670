import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Consent } from "@/api/types";
import { useTranslation } from "@/i18n/visibility";
import { formatMoment } from "@/lib/format";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { consentsQuery } from "./queries";

/** Every agreement given or withdrawn, with the version of the text it was about. */
export function ConsentHistory() {
  const { t } = useTranslation();
  const consents = useQuery(consentsQuery);
  return (
    <Panel labelledBy="historique">
      <Stack gap="sm">
        <Title order={2} id="historique">
          {t("consents.title")}
        </Title>
        {consents.isError ? (
          <ProblemNotice error={consents.error} onRetry={() => consents.refetch()} />
        ) : !consents.data ? (
          <Skeleton height={48} role="img" aria-label={t("state.loading")} />
        ) : consents.data.items.length === 0 ? (
          <Text>{t("consents.none")}</Text>
        ) : (
          <ul style={{ margin: 0, paddingInlineStart: "1.2rem", lineHeight: 1.7 }}>
            {consents.data.items.map((consent) => (
              <li key={consent.id}>
                {t(given(consent) ? "consents.given" : "consents.withdrawn", {
                  date: formatMoment(consent.at),
                  version: consent.policy_version,
                })}
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </Panel>
  );
}

const given = ({ kind }: Consent): boolean => kind.endsWith("given");

import { Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/myOffers";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { isBlockedQuery, useBlock } from "./shareQueries";
import type { MyOffer } from "./types";

const SIREN = 9;

/** Hiding from a company, all its establishments; it never learns of it. */
export function CompanyPanel({ offer }: { offer: MyOffer }) {
  const { t } = useTranslation();
  const { name: company, siret } = offer.company;
  const siren = siret.slice(0, SIREN);
  const blocked = useQuery(isBlockedQuery(siren));
  const block = useBlock(siren);
  const unblock = useMutation({ mutationFn: () => block(false) });
  return (
    <Panel labelledBy="entreprise">
      <Stack gap="sm">
        <Title order={2} id="entreprise">
          {t("myOffer.company.title")}
        </Title>
        {blocked.isError ? (
          <ProblemNotice error={blocked.error} onRetry={() => void blocked.refetch()} />
        ) : blocked.data === undefined ? (
          <Skeleton height={72} role="img" aria-label={t("state.loading")} />
        ) : (
          <>
            <Text role="status">
              {t(blocked.data ? "myOffer.company.blocked" : "myOffer.company.not")}
            </Text>
            {unblock.error ? <ProblemNotice error={unblock.error} /> : null}
            <Group>
              {blocked.data ? (
                <Button
                  variant="default"
                  loading={unblock.isPending}
                  onClick={() => unblock.mutate()}
                >
                  {t("myOffer.company.unblock")}
                </Button>
              ) : (
                <ConfirmButton
                  variant="default"
                  danger
                  label={t("myOffer.company.block")}
                  title={t("myOffer.company.blockAsk", { company })}
                  confirm={t("myOffer.company.block")}
                  action={() => block(true)}
                >
                  {t("myOffer.company.blockHelp")}
                </ConfirmButton>
              )}
            </Group>
          </>
        )}
      </Stack>
    </Panel>
  );
}

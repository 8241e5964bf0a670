import { Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/receipts";
import { Disclosure } from "@/ui/Disclosure";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { PolicyText } from "@/ui/PolicyText";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import { isTextOf, type ReceiptDocument } from "./model/receipt";
import classes from "./Privacy.module.css";
import { policyQuery } from "./queries";

/** The text a receipt is about, as it was then, and whether it is the very same. */
export function PolicyOfThen({ receipt }: { receipt: ReceiptDocument }) {
  const { t } = useTranslation();
  const { version, sha256 } = receipt.policy;
  const policy = useQuery(policyQuery(version));
  return (
    <Panel labelledBy="texte">
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} id="texte">
            {t("receipt.policyTitle")}
          </Title>
          {policy.data ? (
            <StateTag tone={policy.data.is_in_force ? "success" : "neutral"}>
              {t(policy.data.is_in_force ? "receipt.inForce" : "receipt.replaced")}
            </StateTag>
          ) : null}
        </Group>
        <Text c="dimmed">{t("receipt.policyVersion", { version })}</Text>
        {policy.isError ? (
          <ProblemNotice error={policy.error} onRetry={() => policy.refetch()} />
        ) : !policy.data ? (
          <Skeleton height={160} radius="lg" role="img" aria-label={t("state.loading")} />
        ) : (
          <>
            {isTextOf(receipt, policy.data) ? (
              <p className={classes.lock}>
                <Icon name="shield" size={16} />
                <span>{t("receipt.sameText")}</span>
              </p>
            ) : (
              <Notice tone="error" title={t("receipt.otherText")}>
                {t("receipt.otherTextHelp")}
              </Notice>
            )}
            <PolicyText text={policy.data.text} order={3} />
            <Disclosure label={t("receipt.fingerprint")}>
              <code className={classes.code}>{sha256}</code>
            </Disclosure>
          </>
        )}
      </Stack>
    </Panel>
  );
}

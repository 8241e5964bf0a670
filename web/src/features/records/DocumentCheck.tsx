import { Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { asProblem } from "@/api/problem";
import type { CheckedDocument } from "@/api/types";
import { useTranslation } from "@/i18n/documentCheck";
import { formatDateShort } from "@/lib/days";
import { Facts } from "@/ui/Facts";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { documentQuery } from "./mineQueries";
import { certificateName } from "./words";

/** Whether a document is valid, as anybody who holds it may ask. Nothing is said of the person it is about. */
export function DocumentCheck({ code }: { code: string }) {
  const { t } = useTranslation();
  const query = useQuery(documentQuery(code));
  if (query.isPending) {
    return <Skeleton height={260} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  if (!query.data) {
    return asProblem(query.error).status === 404 ? (
      <Notice tone="error" announce title={t("check.unknown")}>
        {t("check.unknownHelp")}
      </Notice>
    ) : (
      <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
    );
  }
  return <Checked document={query.data} />;
}

function Checked({ document }: { document: CheckedDocument }) {
  const { t } = useTranslation();
  const { nda } = document;
  return (
    <Panel>
      <Stack>
        {document.standing === "valid" ? (
          <Notice tone="success" icon="seal" title={t("check.valid")}>
            {t("check.validHelp")}
          </Notice>
        ) : (
          <Notice tone="warning" icon="alert" title={t("check.replaced")}>
            {t("check.replacedHelp")}
          </Notice>
        )}
        <Facts
          facts={[
            [t("check.kind"), certificateName(t, document.kind)],
            [t("check.number"), document.number],
            [t("check.issued"), formatDateShort(document.issued_on)],
            [t("check.organisation"), document.organisation],
            ...(nda ? [[t("check.nda"), nda] as [string, string]] : []),
          ]}
        />
        <div>
          <Text size="sm" c="dimmed">
            {t("check.fingerprint")}
          </Text>
          <Text ff="monospace" size="sm" style={{ overflowWrap: "anywhere" }}>
            {document.sha256}
          </Text>
        </div>
      </Stack>
    </Panel>
  );
}

import { Skeleton, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "@/i18n/leaving";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ErasureEffect } from "./ErasureEffect";
import { ErasureForm } from "./ErasureForm";
import { ErasureState, Kept, Obstacles } from "./ErasureState";
import { erasureQuery } from "./erasureQuery";

interface Props {
  hasTotp: boolean;
  copyLink: ReactNode;
  organisationLink: ReactNode;
}

/** The erasure of one's account: what it does, asking for it, changing one's mind. */
export function ErasurePanel({ hasTotp, copyLink, organisationLink }: Props) {
  const { t } = useTranslation();
  const found = useQuery({ ...erasureQuery, staleTime: 0 });
  const [kept, setKept] = useState(false);
  if (!found.data) {
    return found.isError ? (
      <ProblemNotice error={found.error} onRetry={() => found.refetch()} />
    ) : (
      <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />
    );
  }
  const erasure = found.data;
  const isNone = erasure.state === "none";
  return (
    <>
      {kept && isNone ? <Kept onClose={() => setKept(false)} /> : null}
      <ErasureState erasure={erasure} onCancelled={() => setKept(true)} />
      {isNone ? <Obstacles erasure={erasure} link={organisationLink} /> : null}
      <ErasureEffect erasure={erasure} />
      {isNone && erasure.obstacles.length === 0 ? (
        <ErasureForm hasTotp={hasTotp} copyLink={copyLink} />
      ) : null}
      <Panel labelledBy="inactivite">
        <Title order={2} id="inactivite">
          {t("erasing.inactive")}
        </Title>
        <Text mt={4}>{t("erasing.inactiveText")}</Text>
      </Panel>
    </>
  );
}

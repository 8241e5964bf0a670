import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Preview } from "@/api/types";
import { useTranslation } from "@/i18n/visibility";
import { formatSiren } from "@/lib/siret";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { HitCard } from "./HitCard";
import { PreviewShares } from "./PreviewShares";
import { myPreviewQuery } from "./preview";

interface Props {
  /** The company whose eyes the person looks through; any of them otherwise. */
  siren: string | null;
  /** Chooses the company. */
  chooser: ReactNode;
}

/** What a recruiter sees, drawn by the card of the search itself from the search's own data. */
export function MyPreview({ siren, chooser }: Props) {
  const { t } = useTranslation();
  const preview = useQuery(myPreviewQuery(siren));
  return (
    <section aria-labelledby="apercu">
      <Stack gap="sm">
        <div>
          <Title order={2} id="apercu">
            {siren ? t("preview.company", { siren: formatSiren(siren) }) : t("preview.title")}
          </Title>
          <Text c="dimmed" mt={4} role="status">
            {preview.data ? <Lead preview={preview.data} siren={siren} /> : null}
          </Text>
        </div>
        {preview.isError ? (
          <ProblemNotice error={preview.error} onRetry={() => preview.refetch()} />
        ) : preview.data ? (
          <Seen preview={preview.data} />
        ) : (
          <Skeleton height={160} radius="lg" role="img" aria-label={t("state.loading")} />
        )}
        {chooser}
      </Stack>
    </section>
  );
}

function Lead({ preview, siren }: { preview: Preview; siren: string | null }) {
  const { t } = useTranslation();
  if (siren) return preview.hit ? t("preview.sees") : null;
  return preview.visible ? t("preview.lead") : t("preview.hidden");
}

function Seen({ preview: { hit, company } }: { preview: Preview }) {
  const { t } = useTranslation();
  const because = company?.hidden_because;
  return (
    <>
      {because ? (
        <Notice icon="eyeOff" title={t("preview.seesNothing")}>
          {t(`preview.because.${because}`)}
        </Notice>
      ) : null}
      {hit ? <HitCard hit={hit} order={3} viewer="self" /> : null}
      {company ? <PreviewShares shares={company.shares} /> : null}
    </>
  );
}

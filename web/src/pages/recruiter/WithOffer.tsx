import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";
import { offerQuery } from "@/features/offers/sent/queries";
import type { Offer } from "@/features/offers/shared/types";
import { useTranslation } from "@/i18n";
import { NotFound } from "@/shell/NotFound";
import { Pending } from "@/shell/PageState";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { OffersRefused } from "./OffersRefused";

const NOT_FOUND = [404, 422];

/** Reads the offer of the address; a page about none is a page that does not exist. */
export function WithOffer({ children }: { children: (offer: Offer) => ReactNode }) {
  const { t } = useTranslation();
  const { offer = "" } = useParams({ strict: false });
  const query = useQuery(offerQuery(offer));
  if (query.data) return children(query.data);
  if (!query.isError) return <Pending />;
  const { status, code } = asProblem(query.error);
  if (NOT_FOUND.includes(status)) return <NotFound />;
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <PageTitle title={t("failure.title")} />
      {status === 403 ? (
        <OffersRefused code={code} />
      ) : (
        <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
      )}
    </Stack>
  );
}

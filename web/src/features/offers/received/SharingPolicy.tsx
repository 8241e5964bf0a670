import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/myOffers";
import { Disclosure } from "@/ui/Disclosure";
import { PolicyText } from "@/ui/PolicyText";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { sharingPolicyQuery } from "./shareQueries";

/** The text that one agrees to by sharing, word for word. */
export function SharingPolicy() {
  const { t } = useTranslation();
  const policy = useQuery(sharingPolicyQuery);
  if (policy.isError) {
    return <ProblemNotice error={policy.error} onRetry={() => void policy.refetch()} />;
  }
  if (!policy.data) return <Skeleton height={32} role="img" aria-label={t("state.loading")} />;
  const { version, text } = policy.data;
  return (
    <Disclosure label={t("myOffer.items.policy", { version })}>
      <PolicyText text={text} />
    </Disclosure>
  );
}

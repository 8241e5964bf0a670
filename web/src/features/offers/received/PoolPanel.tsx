import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/myOffers";
import { formatDay } from "@/lib/format";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useOfferMoves } from "./queries";
import type { MyOffer } from "./types";

/** Being kept in mind: an agreement of its own, for two years, taken back at any time. */
export function PoolPanel({ id, offer }: { id: string; offer: MyOffer }) {
  const { t } = useTranslation();
  const { agree } = useOfferMoves(id);
  const run = useMutation({ mutationFn: agree });
  const { pool_until: until } = offer;
  const agreed = Boolean(until && Date.parse(until) > Date.now());
  return (
    <Panel labelledBy="contact-garde">
      <Stack gap="sm">
        <Title order={2} id="contact-garde">
          {t("myOffer.pool.title")}
        </Title>
        <Text maw="68ch">{t("myOffer.pool.lead", { company: offer.company.name })}</Text>
        <Text role="status" fw={550}>
          {agreed && until
            ? t("myOffer.pool.on", { date: formatDay(until) })
            : t("myOffer.pool.off")}
        </Text>
        {run.error ? <ProblemNotice error={run.error} /> : null}
        <Group>
          <Button variant="default" loading={run.isPending} onClick={() => run.mutate(!agreed)}>
            {t(agreed ? "myOffer.pool.take" : "myOffer.pool.give")}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

import { Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { type ApiProblem, asProblem, fieldOf } from "@/api/problem";
import { type Translate, useTranslation } from "@/i18n/sentOffers";
import { addDays, formatDateShort, today } from "@/lib/days";
import { Dialog } from "@/ui/Dialog";
import { Icon } from "@/ui/Icon";
import { ProblemNotice } from "@/ui/ProblemNotice";
import type { Offer, SentOffer } from "../shared/types";
import { lacksOf } from "./draft";
import { useOfferChanges } from "./queries";
import { Warnings } from "./Warnings";

/** Days an offer can be answered where its author names no last day. */
const USUAL_DAYS = 30;

interface Props {
  offer: Offer;
  onSent: (sent: SentOffer) => void;
}

/** Sends a draft, after a last question: it cannot be changed any more. */
export function SendOffer({ offer, onSent }: Props) {
  const { t } = useTranslation();
  const { send } = useOfferChanges();
  const [opened, dialog] = useDisclosure(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const count = offer.counts.draft ?? 0;
  const lacks = lacksOf(offer);

  const run = async () => {
    setPending(true);
    setProblem(null);
    try {
      const sent = await send(offer.id, offer.version);
      dialog.close();
      onSent(sent);
    } catch (refusal) {
      setProblem(asProblem(refusal));
    } finally {
      setPending(false);
    }
  };

  return (
    <>
      <Button
        leftSection={<Icon name="mail" size={16} />}
        disabled={lacks.length > 0}
        onClick={() => {
          setProblem(null);
          dialog.open();
        }}
      >
        {t("offerSend.open")}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={t("offerSend.title", { count })}>
        <Stack>
          <Text>{t("offerSend.alone")}</Text>
          <Text>
            {t("offerSend.until", {
              date: formatDateShort(offer.reply_by ?? addDays(today(), USUAL_DAYS)),
            })}{" "}
            {t("offerSend.final")}
          </Text>
          <Warnings warnings={offer.warnings} />
          {problem ? <ProblemNotice error={problem} messages={messagesOf(t, problem)} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.close}>
              {t("action.cancel")}
            </Button>
            <Button loading={pending} onClick={() => void run()} data-autofocus>
              {t("offerSend.confirm", { count })}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}

const NAMED = ["job", "message", "contract", "place", "reply_by", "recipients", "quiz_id"] as const;

/** What the server found, each with the name of its field; how many people are left for today. */
function messagesOf(t: Translate, problem: ApiProblem): string[] {
  const { current, code } = problem;
  if (code === "offer_quota_reached" && current && typeof current === "object") {
    const left = Number((current as { left_today?: number }).left_today ?? 0);
    return [t("offerSend.left", { count: left })];
  }
  return problem.errors.map(({ pointer, message }) => {
    const name = NAMED.find((one) => one === fieldOf(pointer));
    return name ? t("offerSend.fault", { field: t(`offerSend.field.${name}`), message }) : message;
  });
}

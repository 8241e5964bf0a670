import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useRef } from "react";
import { useTranslation } from "@/i18n/myOffers";
import { Panel } from "@/ui/Panel";
import { AcceptForm } from "./AcceptForm";
import { RefuseDialog } from "./RefuseDialog";
import type { AcceptanceBody, MyOffer, RefusalBody } from "./types";

interface Props {
  offer: MyOffer;
  accept: (body: Omit<AcceptanceBody, "confirmed">) => Promise<unknown>;
  refuse: (body: Omit<RefusalBody, "confirmed">) => Promise<unknown>;
}

/** Yes or no, each in two steps. */
export function AnswerPanel({ offer, accept, refuse }: Props) {
  const { t } = useTranslation();
  const [accepting, form] = useDisclosure(false);
  const [refusing, dialog] = useDisclosure(false);
  const yes = useRef<HTMLButtonElement>(null);
  const company = offer.company.name;
  const cancel = () => {
    form.close();
    // What had the focus is gone with the form.
    setTimeout(() => yes.current?.focus());
  };
  return (
    <Panel labelledBy="reponse">
      <Stack>
        <div>
          <Title order={2} id="reponse">
            {t("myOffer.answering.title")}
          </Title>
          <Text c="dimmed" mt={4}>
            {t("myOffer.answering.lead")}
          </Text>
        </div>
        {accepting ? (
          <AcceptForm company={company} accept={accept} onCancel={cancel} />
        ) : (
          <Group>
            <Button ref={yes} onClick={form.open}>
              {t("myOffer.answering.accept")}
            </Button>
            <Button variant="default" onClick={dialog.open}>
              {t("myOffer.answering.refuse")}
            </Button>
          </Group>
        )}
      </Stack>
      <RefuseDialog
        opened={refusing}
        onClose={dialog.close}
        hasQuiz={Boolean(offer.quiz?.invitation_id)}
        refuse={refuse}
      />
    </Panel>
  );
}

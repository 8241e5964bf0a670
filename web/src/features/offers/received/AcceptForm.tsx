import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "@/i18n/myOffers";
import { Dialog } from "@/ui/Dialog";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ItemFields } from "./ItemFields";
import classes from "./Received.module.css";
import { SharingPolicy } from "./SharingPolicy";
import { sharingPolicyQuery } from "./shareQueries";
import type { AcceptanceBody } from "./types";
import { useItems } from "./useItems";

interface Props {
  company: string;
  /** Sends the yes; refused, it throws. */
  accept: (body: Omit<AcceptanceBody, "confirmed">) => Promise<unknown>;
  onCancel: () => void;
}

/** A yes: what is shared with it is ticked one by one, and shown once more before it leaves. */
export function AcceptForm({ company, accept, onCancel }: Props) {
  const { t } = useTranslation();
  const policy = useQuery(sharingPolicyQuery);
  const items = useItems();
  const [asked, dialog] = useDisclosure(false);
  const [pending, setPending] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { ticked } = items;
  const version = policy.data?.version;
  // Sharing is agreeing to a text: without it nothing is shared.
  const lacksPolicy = ticked.size > 0 && !version;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!lacksPolicy) dialog.open();
  };

  const send = async () => {
    setPending(true);
    await items.send((list) =>
      accept({ items: list, ...(list.length > 0 && version ? { policy_version: version } : {}) }),
    );
    setPending(false);
    dialog.close();
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <div>
          <Title order={3} ref={heading} tabIndex={-1}>
            {t("myOffer.answering.acceptTitle")}
          </Title>
          <Text mt={4} maw="68ch">
            {t("myOffer.answering.acceptLead", { company })}
          </Text>
        </div>
        {items.problem ? <ProblemNotice error={items.problem} messages={items.messages} /> : null}
        <div>
          <Title order={4}>{t("myOffer.items.title", { company })}</Title>
          <p className={classes.said}>{t("myOffer.items.lead")}</p>
        </div>
        <ItemFields
          ticked={ticked}
          onChange={items.setTicked}
          shared={NOTHING}
          errors={items.errors}
        />
        <Text size="sm">{t("myOffer.items.caution")}</Text>
        <SharingPolicy />
        <Group>
          <Button type="submit" disabled={lacksPolicy}>
            {t("myOffer.answering.goOn")}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t("action.cancel")}
          </Button>
        </Group>
      </Stack>
      <Dialog opened={asked} onClose={dialog.close} title={t("myOffer.answering.confirmTitle")}>
        <Stack>
          {ticked.size === 0 ? (
            <Text>{t("myOffer.answering.willSeeNothing", { company })}</Text>
          ) : (
            <>
              <Text>{t("myOffer.answering.willSee", { company })}</Text>
              <ul className={classes.seen}>
                {[...ticked].map(([key, value]) => (
                  <li key={key}>{value}</li>
                ))}
              </ul>
              <Text size="sm">{t("myOffer.items.caution")}</Text>
            </>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.close}>
              {t("myOffer.answering.again")}
            </Button>
            <Button loading={pending} onClick={() => void send()} data-autofocus>
              {t("myOffer.answering.confirm")}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </form>
  );
}

const NOTHING: ReadonlySet<never> = new Set<never>();

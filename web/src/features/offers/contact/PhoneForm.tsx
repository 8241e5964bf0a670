import { Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "@/i18n/contact";
import { formatPhone } from "@/lib/phone";
import { Panel } from "@/ui/Panel";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { VersionedForm } from "@/ui/VersionedForm";
import { type Contact, useContactChanges } from "./queries";

const valuesOf = ({ phone }: Contact) => ({ phone: phone ? formatPhone(phone) : "" });

/** The number one can be called at, as one writes it; none when it is left empty. */
export function PhoneForm({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const { setPhone } = useContactChanges();
  const [base, setBase] = useState(contact.phone);
  const [said, setSaid] = useState("");
  const form = useForm({ mode: "uncontrolled", initialValues: valuesOf(contact) });
  const submission = useVersionedForm<Contact, { phone: string }>({
    form,
    current: contact,
    valuesOf,
    send: ({ phone }, version) => {
      setSaid("");
      // The version counts the CV too: what changed there is no reason to ask anything about the number.
      const known = contact.phone === base ? Math.max(version, contact.version) : version;
      return setPhone(phone.trim() === "" ? null : phone, known);
    },
    onDone: (written) => {
      setBase(written.phone);
      form.setValues(valuesOf(written));
      setSaid(t(written.phone ? "contactDetails.saved" : "contactDetails.removed"));
    },
  });
  return (
    <Panel labelledBy="telephone">
      <Stack gap="sm">
        <Title order={2} id="telephone">
          {t("contactDetails.phoneTitle")}
        </Title>
        <VersionedForm
          plain
          submission={submission}
          factsOf={(theirs) => [[t("contactDetails.phone"), valuesOf(theirs).phone]]}
          submit={t("contactDetails.save")}
        >
          <TextInput
            key={form.key("phone")}
            type="tel"
            autoComplete="tel"
            label={t("contactDetails.phone")}
            description={t("contactDetails.phoneHelp")}
            maw="22rem"
            {...form.getInputProps("phone")}
          />
          <Text size="sm" c="dimmed">
            {t("contactDetails.phoneShared")}
          </Text>
        </VersionedForm>
        <Text role="status" size="sm">
          {said}
        </Text>
      </Stack>
    </Panel>
  );
}

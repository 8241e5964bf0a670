import { Button, Group, SimpleGrid, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "@/i18n/admin";
import { compact, siretFault } from "@/lib/siret";
import { useSubmission } from "@/ui/form";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useOrganisationDecisions } from "./queries";

/** Opens an organisation; its first admin is invited by mail. */
export function CreateOrganisation() {
  const { t } = useTranslation();
  const { create } = useOrganisationDecisions();
  const [created, setCreated] = useState<string | null>(null);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { name: "", admin_email: "", siret: "", nda: "" },
    validate: {
      name: (value) => (value.trim() === "" ? t("form.required") : null),
      admin_email: (value) => (value.includes("@") ? null : t("form.email")),
      siret: (value) => {
        const fault = value.trim() === "" ? null : siretFault(value);
        return fault ? t(`establishment.fault.${fault}`, { count: compact(value).length }) : null;
      },
    },
  });
  const submission = useSubmission(form, async (values) => {
    setCreated(null);
    const siret = compact(values.siret);
    const nda = values.nda.trim();
    await create({
      name: values.name.trim(),
      admin_email: values.admin_email.trim(),
      ...(siret === "" ? {} : { siret }),
      ...(nda === "" ? {} : { nda }),
    });
    form.reset();
    setCreated(values.name.trim());
  });
  const field = (name: "name" | "admin_email" | "siret" | "nda") => ({
    key: form.key(name),
    props: form.getInputProps(name),
  });
  const [name, admin, siret, nda] = [
    field("name"),
    field("admin_email"),
    field("siret"),
    field("nda"),
  ];

  return (
    <Panel labelledBy="creer">
      <form onSubmit={submission.onSubmit} noValidate>
        <Stack>
          <Title order={2} id="creer">
            {t("organisations.create")}
          </Title>
          {submission.problem ? (
            <ProblemNotice error={submission.problem} messages={submission.messages} />
          ) : null}
          {created ? (
            <Notice tone="success" announce title={t("organisations.created", { name: created })} />
          ) : null}
          <Text size="sm" c="dimmed">
            {t("form.othersRequired")}
          </Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput key={name.key} label={t("organisations.name")} required {...name.props} />
            <TextInput
              key={admin.key}
              label={t("organisations.adminEmail")}
              type="email"
              autoComplete="off"
              required
              {...admin.props}
            />
            <TextInput
              key={siret.key}
              label={t("organisations.siretOptional")}
              inputMode="numeric"
              {...siret.props}
            />
            <TextInput key={nda.key} label={t("organisations.ndaOptional")} {...nda.props} />
          </SimpleGrid>
          <Group>
            <Button type="submit" loading={submission.pending}>
              {t("organisations.createSubmit")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

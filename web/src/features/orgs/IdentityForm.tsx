import { Button, Checkbox, Group, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { STALE } from "@/api/problem";
import type { OrganisationIdentity } from "@/api/types";
import { useTranslation } from "@/i18n/organisationIdentity";
import { compact, isNda, siretFault } from "@/lib/siret";
import { useSubmission } from "@/ui/form";
import { Notice } from "@/ui/Notice";
import { Overtaken } from "@/ui/Overtaken";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { CertificateFields } from "./CertificateFields";
import { certificateLines } from "./certificateLines";
import { ACTION_KINDS, type IdentityValues, validityFault, valuesOf } from "./identity";
import { useIdentityChange } from "./identityQueries";

interface Props {
  organisation: string;
  identity: OrganisationIdentity;
}

/** What the organisation declares of itself. Nothing is refused because a register is away or says otherwise. */
export function IdentityForm({ organisation, identity }: Props) {
  const { t } = useTranslation();
  const { write, keep } = useIdentityChange(organisation);
  const [version, setVersion] = useState(identity.version);
  const [theirs, setTheirs] = useState<OrganisationIdentity | null>(null);
  const [saved, setSaved] = useState(false);
  const form = useForm<IdentityValues>({
    initialValues: valuesOf(identity),
    onValuesChange: () => setSaved(false),
    validate: {
      siret: (value) => {
        const fault = compact(value) === "" ? null : siretFault(value);
        return fault ? t(`establishment.fault.${fault}`, { count: compact(value).length }) : null;
      },
      nda: (value) => (compact(value) === "" || isNda(value) ? null : t("identity.ndaFault")),
      ...Object.fromEntries(
        ACTION_KINDS.map((kind) => [
          `${kind}_until`,
          (_: unknown, values: IdentityValues) => {
            const fault = validityFault(values[`${kind}_from`], values[`${kind}_until`]);
            return fault && values.claims_qualiopi ? t(`identity.validity.${fault}`) : null;
          },
        ]),
      ),
    },
  });
  const submission = useSubmission(
    form,
    async (values) => {
      const written = await write(version, values);
      form.setValues(valuesOf(written));
      setVersion(written.version);
      setSaved(true);
    },
    {
      fieldOfCode: { siret_taken: "siret" },
      onProblem: ({ code, current }) => {
        if (code !== STALE || !current) return false;
        setTheirs(current as OrganisationIdentity);
        return true;
      },
    },
  );
  const settle = (current: OrganisationIdentity, values?: IdentityValues) => {
    if (values) form.setValues(values);
    keep(current);
    setVersion(current.version);
    setTheirs(null);
  };
  const claims = (claimed: boolean) => t(claimed ? "identity.claimed" : "identity.notClaimed");
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        {theirs ? (
          <Overtaken
            facts={[
              [t("identity.legalName"), theirs.legal_name ?? ""],
              [t("establishment.siret"), valuesOf(theirs).siret],
              [t("identity.nda"), valuesOf(theirs).nda],
              [t("identity.qualiopiName"), claims(theirs.claims_qualiopi)],
              [t("identity.categories"), certificateLines(t, theirs).join(", ")],
            ]}
            onTheirs={() => settle(theirs, valuesOf(theirs))}
            onMine={() => settle(theirs)}
          />
        ) : null}
        {saved ? <Notice tone="success" announce title={t("identity.saved")} /> : null}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t("identity.legalName")}
            description={t("identity.legalNameHelp")}
            maxLength={200}
            autoComplete="organization"
            {...form.getInputProps("legal_name")}
          />
          <TextInput
            label={t("establishment.siret")}
            description={t("identity.siretHelp")}
            inputMode="numeric"
            autoComplete="off"
            {...form.getInputProps("siret")}
          />
          <TextInput
            label={t("identity.nda")}
            description={t("identity.ndaHelp")}
            inputMode="numeric"
            autoComplete="off"
            {...form.getInputProps("nda")}
          />
        </SimpleGrid>
        <Checkbox
          label={t("identity.qualiopi")}
          description={t("identity.qualiopiHelp")}
          {...form.getInputProps("claims_qualiopi", { type: "checkbox" })}
        />
        {form.values.claims_qualiopi ? <CertificateFields form={form} /> : null}
        <Group>
          <Button type="submit" loading={submission.pending} disabled={theirs !== null}>
            {t("action.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
